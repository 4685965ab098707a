# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends by Python's own email and smtplib, as a script would; Task.h tells the arguments. The certificate is not checked."""
import email.message
import smtplib
import ssl
import sys

TEXT = "The quick brown fox jumps over the lazy dog, and nobody wonders why.\n" * 16


def letter(attachment):
    made = email.message.EmailMessage()
    made["From"], made["To"], made["Subject"] = "alice@example.org", "bob@example.org", "A letter"
    made.set_content(TEXT)
    if attachment:
        with open(attachment, "rb") as file:
            made.add_attachment(file.read(), maintype="application", subtype="octet-stream", filename="large")
    return made


def main():
    mode, port, _, letters, recipients = sys.argv[1:6]
    attachment = next((word for word in sys.argv[6:] if word != "--one-by-one"), None)
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if mode == "tls":
        server = smtplib.SMTP_SSL("127.0.0.1", int(port), context=context)
    else:
        server = smtplib.SMTP("127.0.0.1", int(port))
        server.starttls(context=context)
    server.login("me", "secret")
    to = [f"r{i}@example.org" for i in range(int(recipients))]
    for _ in range(int(letters)):
        server.send_message(letter(attachment), "alice@example.org", to)
    server.quit()


main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The same tasks by Python's own email; what they are stands in PennypostMime.cpp."""
import email
import email.headerregistry
import email.message
import email.policy
import email.utils
import sys

TEXT = "The quick brown fox jumps over the lazy dog, and nobody wonders why.\n" * 16


def letter(to="Bob <bob@example.org>"):
    made = email.message.EmailMessage(email.policy.SMTP)
    made["From"], made["To"], made["Subject"] = "alice@example.org", to, "A letter"
    made.set_content(TEXT)
    return made


def write(path):
    made = letter()
    with open(path, "rb") as file:
        made.add_attachment(file.read(), maintype="application", subtype="octet-stream", filename="large")
    sys.stdout.buffer.write(made.as_bytes())


def small(count):
    for _ in range(int(count)):
        letter().as_bytes()


def open_letter(path):
    with open(path, "rb") as file:
        made = email.message_from_binary_file(file, policy=email.policy.SMTP)
    for part in made.iter_parts():
        part.get_content()


def header(count, in_all):
    count = int(count)
    people = [email.headerregistry.Address(f"José Person {i}", f"person{i}", "example.org") for i in range(count)]
    for _ in range(int(in_all) // count):
        letter(people).as_bytes()


def typed(count, in_all):
    count = int(count)
    people = ", ".join(f'"José Person {i}" <person{i}@example.org>' for i in range(count))
    for _ in range(int(in_all) // count):
        email.utils.getaddresses([people])


{"write": write, "small": small, "open": open_letter, "header": header, "typed": typed}[sys.argv[1]](*sys.argv[2:])

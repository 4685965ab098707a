# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with Pennypost, step by step, for the tests that drive its windows: sets an account up, writes a
letter, attaches a file, sends."""
import base64
import os
import pathlib
import re

from desktop import keys, wait

FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "TMPDIR")


def begin_account(program, server, password, name="Älice Ünal", address="alice@lab.test", user="alice", security="TLS"):
    """First start, up to the running test of the account.  Gives the assistant."""
    assistant = program.raise_(program.window("Set up an account"))
    assistant.find("push button", "Use my mail account").click()
    assistant.says("Your mail account")
    assistant.find("text", "Your name").type(name)
    assistant.find("text", "Mail address").type(address)
    assistant.find("password text", "Password").type(password)
    settings = assistant.find("check box", "Server settings")
    if not assistant.all("text", "Server"):
        settings.click()
    # The address of an unknown provider has settings guessed for it, once typing rests: they would overwrite ours.
    host = assistant.labelled("Server")
    wait("a guess at the server", lambda: "lab.test" in host.text)
    host.type("localhost", replace=True)
    assistant.labelled("Encryption").pick({"TLS": "TLS from the start", "STARTTLS": "STARTTLS"}[security])
    port = server.tls_port if security == "TLS" else server.starttls_port
    field = assistant.labelled("Port")
    field.type(str(port), replace=True)
    assistant.labelled("User name").type(user, replace=True)
    wait(lambda: f"port {port} in {field.text!r}", lambda: field.text == str(port))
    assistant.find("push button", "Test it").click()
    return assistant


def trust_certificate(assistant, fingerprint):
    """The server's certificate is unknown: looks at it, compares its fingerprint, pins it."""
    assistant.says("The server's certificate is not trusted")
    assistant.find("label", re.compile("^Failed: Encrypt the connection"))
    assistant.find("push button", re.compile("certificate…?$", re.I)).click()
    shown = assistant.says(re.compile("SHA-256"))
    assert fingerprint in re.sub("[^0-9a-f]", "", shown.lower()), f"{fingerprint} in {shown}"
    assistant.find("push button", "Trust exactly this certificate").click()


def new_letter(program, to, subject, body):
    """Fills in a letter that is open.  Gives its window."""
    letter = program.raise_(program.window("New letter"))
    if to:
        letter.find("text", "To").type(to)
    letter.find("text", "Subject").type(subject)
    letter = program.window(subject)
    letter.find("text", "Letter").type(body)
    return letter


def attach(program, letter, file):
    """Through the file dialog."""
    program.raise_(letter)
    keys("ctrl+shift+a")
    dialog = program.window("Attach files")
    name = dialog.labelled("File name:")
    name.accessible.queryEditableText().setTextContents(str(file))
    wait(f"{file} in the dialog", lambda: name.text == str(file))
    dialog.find("push button", "Attach").click()
    letter.find("list item", re.compile(re.escape(pathlib.Path(file).name)))


def send(program, letter):
    program.raise_(letter)
    keys("ctrl+Return")


def files_holding(secret, user, besides):
    """The files, in all folders that a program of this session writes to, that hold these words: as they are, as UTF-16,
    and as signing in puts them on the wire.  besides: a folder that may, the mail server's."""
    wire = (secret, f"\0{user}\0{secret}")
    forms = [secret.encode(), secret.encode("utf-16-le"), *(base64.b64encode(word.encode()).rstrip(b"=") for word in wire)]
    looked_at, found = 0, []
    for folder in {os.environ[name] for name in FOLDERS}:
        for file in pathlib.Path(folder).rglob("*"):
            if file.is_file() and not file.is_symlink() and besides not in file.parents:
                data = file.read_bytes()
                looked_at += 1
                if any(form in data for form in forms):
                    found.append(str(file))
    assert looked_at, "the folders of the session"
    return found

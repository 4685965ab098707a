#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop program against a real mail server and a real keyring, through its windows alone: from an empty machine to a
letter that arrived as it was written.  Runs inside desktop-session.sh.

    test_gui_postfix.py PENNYPOST
"""
import email
import email.policy
import os
import pathlib
import random
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import mailserver  # noqa: E402
from desktop import Program, keys, wait  # noqa: E402
from journey import attach, begin_account, files_holding, new_letter, send, trust_certificate  # noqa: E402

BINARY = sys.argv.pop(1) if len(sys.argv) > 1 else "pennypost"
SERVER = None
PASSWORD = mailserver.USERS["alice"]


def keyring(service, key):
    done = subprocess.run(["secret-tool", "lookup", "server", service, "user", key], capture_output=True, text=True)
    return done.stdout


class GuiAgainstPostfix(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(os.environ["TMPDIR"]) / self.id().rpartition(".")[2]
        self.folder.mkdir()

    def letter(self, subject):
        """The letter with that subject, as another parser reads it, once it has arrived."""
        def look():
            for file in SERVER.letters("bob"):
                raw = file.read_bytes()
                letter = email.message_from_bytes(raw, policy=email.policy.default)
                if letter["Subject"] == subject:
                    return raw, letter
            return None
        return mailserver.until(f"{subject!r} for bob\n{SERVER.log()[-2000:]}", look, timeout=60)

    def test_from_an_empty_machine_to_an_accepted_letter(self):
        subject, body = "Grüße aus Köln, 5 € für 日本", "Liebe Grüße an Bob,\n.\n..dots\nFrom here on\nnur – trailing  \n\nÄlice"
        attached = self.folder / "Angebot für Köln 日本.bin"
        attached.write_bytes(random.Random(1).randbytes(200_003))

        with Program(BINARY) as program:
            # The first start offers the assistant; every step of the test shows, the certificate's failure with its remedy.
            assistant = begin_account(program, SERVER, PASSWORD)
            trust_certificate(assistant, mailserver.fingerprint(SERVER.certificate))
            self.assertTrue(assistant.says("It works"))
            steps = [label.name for label in assistant.all("label", re.compile("^(Done|Now|Failed|Still to come):"))]
            self.assertEqual(len(steps), 5)
            for step, words in zip(steps, ("Found localhost at 127.0.0.1", f"Connected to port {SERVER.tls_port}",
                                           "Encrypted with TLS 1.3, TLS_AES_256_GCM_SHA384", "Greeted by localhost",
                                           "Signed in as alice")):
                self.assertTrue(step.startswith(f"Done: {words}"), step)
            assistant.find("push button", "Finish").click()

            letter = new_letter(program, "Bob Beispiel <bob@lab.test>", subject, body)
            attach(program, letter, attached)
            send(program, letter)
            raw, arrived = self.letter(subject)
            program.no_window(subject)    # it stays until the server has taken the letter, and no longer
            self.check_sent_list(program, subject)
            program.quit()
            # A warning on the console is a bug.
            self.assertEqual(program.output(), "")

        self.assertEqual(arrived["From"].addresses[0].display_name, "Älice Ünal")
        self.assertEqual(arrived["From"].addresses[0].addr_spec, "alice@lab.test")
        self.assertEqual(str(arrived["To"]), "Bob Beispiel <bob@lab.test>")
        self.assertEqual(arrived.get_body(("plain",)).get_content(), body)
        files = list(arrived.iter_attachments())
        self.assertEqual([part.get_filename() for part in files], [attached.name])
        self.assertEqual(files[0].get_content(), attached.read_bytes())
        for part in arrived.walk():
            self.assertEqual(part.defects, [])
        for name in ("Subject", "From", "To", "Date", "Message-ID", "MIME-Version"):
            self.assertEqual(len(arrived.get_all(name)), 1, name)
            self.assertEqual(arrived[name].defects, (), name)
        self.assertTrue(all(len(line) <= 998 for line in raw.split(b"\n")))
        self.assertIn(b"Authenticated sender: alice", raw)

        with Program(BINARY) as program:
            self.check_sent_list(program, subject)
            self.assertEqual([w.name for w in program.windows() if "Set up" in w.name], [])
            program.quit()

        # The password is in the keyring and nowhere else.
        self.assertEqual(keyring("Pennypost", "account/alice-lab-test"), PASSWORD)
        self.assertEqual(files_holding(PASSWORD, "alice", besides=SERVER.folder), [])

    def check_sent_list(self, program, subject):
        main = program.raise_(program.window("Pennypost"))
        row = main.find("list item", re.compile("^Sent to .*" + re.escape(subject)))
        row.click()
        keys("Return")
        receipt = program.window(f"Receipt: {subject}")
        told = receipt.says("The server took this letter")
        for words in ("bob@lab.test", f"localhost, port {SERVER.tls_port}", "TLS 1.3"):
            self.assertIn(words, told)
        # Of a letter in chunks Postfix says how large it was.
        self.assertRegex(told, r"250 2\.0\.0 Ok: (\d+ bytes )?queued as")
        program.raise_(receipt)
        keys("Escape")
        program.no_window(f"Receipt: {subject}")

    def test_wrong_password_shows_its_cause_and_starttls_works(self):
        with Program(BINARY, self.folder / "profile") as program:
            assistant = begin_account(program, SERVER, "not-wonderland", security="STARTTLS")
            program.announces("The password was not accepted",
                              lambda: trust_certificate(assistant, mailserver.fingerprint(SERVER.certificate)))
            told = assistant.says("The password was not accepted")
            self.assertIn("Failed: Sign in as alice", told)
            self.assertIn("535", told)    # the server's own words
            self.assertNotIn("not-wonderland", told)
            assistant.find("push button", re.compile("password…$")).click()
            assistant.find("password text", "Password").type(PASSWORD, replace=True)
            self.assertEqual(assistant.find("text", "Your name").text, "Älice Ünal")    # going back keeps what was typed
            assistant.find("push button", "Test it").click()
            assistant.says("It works")    # and the certificate is still the pinned one
            assistant.find("push button", "Finish").click()
            letter = new_letter(program, "bob@lab.test", "By STARTTLS", "Hello")
            send(program, letter)
            raw, arrived = self.letter("By STARTTLS")
            self.assertIn(b"(using TLSv1.3", raw)
            self.assertEqual(arrived.get_body(("plain",)).get_content(), "Hello\n")
            program.quit()
        self.assertEqual(files_holding("not-wonderland", "alice", besides=SERVER.folder), [])

    def test_unsent_text_survives_closing_and_a_crash(self):
        profile = self.folder / "profile"
        with Program(BINARY, profile) as program:
            assistant = begin_account(program, SERVER, PASSWORD)
            trust_certificate(assistant, mailserver.fingerprint(SERVER.certificate))
            assistant.says("It works")
            assistant.find("push button", "Finish").click()
            new_letter(program, "bob@lab.test", "Half a letter", "Not sent yet – später")
            keys("ctrl+w")
            program.no_window("Half a letter")    # nothing was asked
            program.window("Pennypost").find("list item", re.compile("^Draft to .*Half a letter"))
            program.quit()

        with Program(BINARY, profile) as program:
            main = program.raise_(program.window("Pennypost"))
            main.find("list item", re.compile("^Draft to .*Half a letter")).click()
            keys("Return")
            letter = program.raise_(program.window("Half a letter"))
            wait("the draft's text", lambda: letter.find("text", "Letter").text == "Not sent yet – später")
            self.assertIn("bob@lab.test", letter.find("text", "To").text)
            letter.find("text", "Letter").focus()
            keys("ctrl+End")
            letter.find("text", "Letter").type(", doch")
            wait("the draft on disk", lambda: self.stored(profile, "später, doch"))
            program.process.kill()
            program.process.wait()

        with Program(BINARY, profile) as program:
            letter = program.window("Half a letter")    # by itself, as after any crash
            wait("the text of the window that was open", lambda: letter.find("text", "Letter").text == "Not sent yet – später, doch")
            program.quit()

    @staticmethod
    def stored(profile, words):
        return any(words.encode() in file.read_bytes() for file in profile.glob("pennypost.sqlite*"))


if __name__ == "__main__":
    try:
        with mailserver.MailServer() as SERVER:
            unittest.main(verbosity=2)
    except mailserver.Unavailable as reason:
        print(f"skipped: {reason}")
        sys.exit(77)

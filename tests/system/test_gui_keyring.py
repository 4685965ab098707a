#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop without a keyring: the assistant says so, names the remedy, and an account whose password is kept for the
session works without a trace on the disk.  Runs inside desktop-session.sh with KEYRING=none.

    test_gui_keyring.py PENNYPOST
"""
import email
import email.policy
import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import mailserver  # noqa: E402
from desktop import Program, keys  # noqa: E402
from journey import begin_account, files_holding, new_letter, send, trust_certificate  # noqa: E402

BINARY = sys.argv.pop(1) if len(sys.argv) > 1 else "pennypost"
SERVER = None
PASSWORD = mailserver.USERS["alice"]


class WithoutKeyring(unittest.TestCase):
    def test_password_for_the_session_only(self):
        with Program(BINARY) as program:
            assistant = begin_account(program, SERVER, PASSWORD)
            trust_certificate(assistant, mailserver.fingerprint(SERVER.certificate))
            assistant.says("It works")
            assistant.find("push button", "Finish").click()
            told = assistant.says("There is no place to keep the password")
            self.assertIn("gnome-keyring", told)    # the remedy for this desktop
            accounts = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "pennypost/accounts.json"
            self.assertFalse(accounts.exists() and "alice" in accounts.read_text(), "nothing is stored before the decision")

            assistant.find("push button", re.compile("^Keep (it )?for this session only$", re.I)).click()
            letter = new_letter(program, "bob@lab.test", "Without a keyring", "Hello")
            send(program, letter)
            arrived = email.message_from_bytes(SERVER.wait_for_letter("bob"), policy=email.policy.default)
            self.assertEqual(arrived["Subject"], "Without a keyring")
            self.assertEqual(arrived.get_body(("plain",)).get_content(), "Hello\n")
            program.no_window("Without a keyring")
            program.quit()
            self.assertNotIn(PASSWORD, program.output())

        # The next session has forgotten it: Send asks for it, and the letter goes out all the same.
        with Program(BINARY) as program:
            program.raise_(program.window("Pennypost"))
            keys("ctrl+n")
            letter = new_letter(program, "bob@lab.test", "In the next session", "Hello again")
            send(program, letter)
            letter.says("No password is stored for this account")
            letter.find("push button", "Enter the password for this session").click()
            letter.find("password text", "Password").type(PASSWORD)
            keys("Return")
            arrived = email.message_from_bytes(SERVER.wait_for_letter("bob", 2), policy=email.policy.default)
            self.assertEqual(arrived["Subject"], "In the next session")
            program.no_window("In the next session")
            program.quit()
            self.assertNotIn(PASSWORD, program.output())
        self.assertEqual(files_holding(PASSWORD, "alice", besides=SERVER.folder), [])


if __name__ == "__main__":
    try:
        with mailserver.MailServer() as SERVER:
            unittest.main(verbosity=2)
    except mailserver.Unavailable as reason:
        print(f"skipped: {reason}")
        sys.exit(77)

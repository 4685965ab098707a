#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The newcomer's first minute: practise first, write, send, and look at the letter as it was received.  Runs inside
desktop-session.sh; no mail server is needed, the program brings its own.

    test_gui_practice.py PENNYPOST
"""
import email
import email.policy
import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Program, keys, wait  # noqa: E402
from journey import attach, new_letter, send  # noqa: E402

BINARY = sys.argv.pop(1) if len(sys.argv) > 1 else "pennypost"


class FirstMinute(unittest.TestCase):
    def test_first_letter_to_the_practice_server(self):
        folder = pathlib.Path(os.environ["TMPDIR"])
        profile = folder / "profile"
        photo = folder / "Überblick.bin"
        photo.write_bytes(bytes(range(256)) * 40)
        with Program(BINARY, profile) as program:
            assistant = program.raise_(program.window("Set up an account"))
            assistant.find("push button", re.compile("^Practise first")).click()
            # Addressed already: only the letter is left to write.
            letter = new_letter(program, None, "Mein erster Brief", "Schöne Grüße")
            self.assertIn("practice@localhost", letter.find("text", "To").text)
            attach(program, letter, photo)
            send(program, letter)

            received = program.window("Received: Mein erster Brief")
            told = received.says("As the practice server received it")
            for words in ("practice@localhost", "Schöne Grüße", "Überblick.bin"):
                self.assertIn(words, told)
            program.raise_(received)
            received.find("page tab", "Header").click()
            wait("the header as received", lambda: "Subject: Mein erster Brief" in received.find("text", "Header").text)
            keys("Escape")
            program.no_window("Received: Mein erster Brief")
            main = program.raise_(program.window("Pennypost"))
            main.find("list item", re.compile("^Sent to .*Mein erster Brief"))
            main.find("list item", re.compile("^Received from .*Mein erster Brief"))
            program.quit()

        files = list((profile / "practice").rglob("*.eml"))
        self.assertEqual(len(files), 1)
        stored = email.message_from_bytes(files[0].read_bytes(), policy=email.policy.default)
        self.assertEqual(stored.get_body(("plain",)).get_content(), "Schöne Grüße")
        self.assertEqual([(part.get_filename(), part.get_content()) for part in stored.iter_attachments()],
                         [(photo.name, photo.read_bytes())])

    def test_strips_are_said_aloud(self):
        """What rises at the foot of a window is announced, though the focus stays where it is."""
        with Program(BINARY, pathlib.Path(os.environ["TMPDIR"]) / "said") as program:
            assistant = program.raise_(program.window("Set up an account"))
            assistant.find("push button", re.compile("^Practise first")).click()
            letter = new_letter(program, None, "Tea", "At five?")
            letter.find("text", "To").type("", replace=True)
            program.announces("There is no recipient", lambda: send(program, letter))
            # Again while it is still up: nothing appears on the screen, and still it is an answer.
            program.announces("There is no recipient", lambda: send(program, letter))
            program.announces("“Tea” was saved to drafts", lambda: keys("ctrl+w"))
            main = program.raise_(program.window("Pennypost"))
            main.find("list item", re.compile("^Draft.*Tea")).click()
            program.announces("The draft “Tea” was deleted", lambda: keys("Delete"))
            program.quit()


if __name__ == "__main__":
    unittest.main(verbosity=2)

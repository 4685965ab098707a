# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli send --eml: letters that somebody else made, and whom they go to."""
import stat
import subprocess
import unittest

from cli import CLI, PASSWORD, CliTest
from scripted_server import SILENCE, ScriptedServer


class FinishedLetters(CliTest):
    LETTER = (b"From: Bob <bob@here.example>\r\nTo: \"Ann, A\" <ann@there.example>,\r\n =?utf-8?q?B=2C_C?= <bc@there.example>\r\n"
              b"Cc: undisclosed-recipients:;\r\nBcc: hidden@there.example\r\nSubject: x\r\nMessage-ID: <id@here.example>\r\n\r\n.dot\r\nend")

    def post(self, *arguments, stdin=b"", code=0):
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server, id="e%d" % server.port)
            result = self.run_json("send", "--account", "e%d" % server.port, "--password-stdin", *arguments,
                                   stdin=PASSWORD.encode() + b"\n" + stdin, code=code)
            return server, result

    def test_from_a_file(self):
        server, result = self.post("--eml", self.write("l.eml", self.LETTER))
        self.assertEqual(result["accepted"], ["ann@there.example", "bc@there.example", "hidden@there.example"])
        self.assertEqual(result["messageId"], "id@here.example")
        expected = self.LETTER.replace(b"Bcc: hidden@there.example\r\n", b"")
        self.assertEqual(server.letters[0].removesuffix(b"\r\n"), expected)

    def test_from_standard_input_after_the_password(self):
        server, result = self.post("--eml", "-", stdin=self.LETTER.replace(b"\r\n", b"\n"))
        self.assertEqual(result["accepted"], ["ann@there.example", "bc@there.example", "hidden@there.example"])
        self.assertEqual(list(self.profile.glob("input-*")), [])

    def test_envelope_from_options(self):
        server, result = self.post("--eml", self.write("l.eml", self.LETTER), "--envelope-from", "bounce@here.example",
                                   "--rcpt", "one@there.example", "--rcpt", "two@there.example")
        self.assertEqual(result["accepted"], ["one@there.example", "two@there.example"])
        self.assertTrue(any(each.startswith("MAIL FROM:<bounce@here.example>") for each in server.commands))

    def test_resent(self):
        """RFC 5322 3.6.6, as sendmail -t has it: the latest resending, which stands first, says from and to whom."""
        latest = (b"Resent-From: Me <me@here.example>\r\nResent-To: r1@there.example\r\nResent-Cc: r2@there.example\r\n"
                  b"Resent-Bcc: r3@there.example,\r\n r4@there.example\r\nResent-Date: Fri, 1 May 2026 09:30:00 +0200\r\n")
        hidden = b"Resent-Bcc: r3@there.example,\r\n r4@there.example\r\n"
        older = b"Resent-From: you@here.example\r\nResent-To: old@there.example\r\n"
        trace = b"Received: from a.example by b.example; Fri, 1 May 2026 09:30:00 +0200\r\n"
        all_four = ["r1@there.example", "r2@there.example", "r3@there.example", "r4@there.example"]
        first_way = ["ann@there.example", "bc@there.example", "hidden@there.example"]
        rows = [(latest, [], "me@here.example", all_four), (latest + older, [], "me@here.example", all_four),
                (latest + trace + older, [], "me@here.example", all_four), (trace + latest, [], "me@here.example", all_four),
                (latest.replace(b"Resent-", b"RESENT-"), [], "me@here.example", all_four),
                (hidden, [], "bob@here.example", ["r3@there.example", "r4@there.example"]),
                (latest, ["--rcpt", "one@there.example"], "me@here.example", ["one@there.example"]),
                (latest, ["--envelope-from", "b@here.example"], "b@here.example", all_four),
                # A block that names nobody says nothing.
                (b"Resent-From: me@here.example\r\n" + trace + older, [], "bob@here.example", first_way)]
        for block, options, sender, recipients in rows:
            with self.subTest(block, options=options):
                server, result = self.post("--eml", self.write("l.eml", block + self.LETTER), *options)
                self.assertEqual(result["accepted"], recipients)
                self.assertTrue(any(each.startswith("MAIL FROM:<%s>" % sender) for each in server.commands))
                self.assertNotIn(b"bcc", server.letters[0].lower())
                self.assertIn(b"To: \"Ann, A\"", server.letters[0])
        _, result = self.post("--eml", self.write("l.eml", b"Resent-To: nobody\r\n" + self.LETTER), code=65)
        self.assertEqual(result["problem"], "BadAddress")
        self.assertIn("Resent-To", result["cause"])

    def test_what_a_killed_process_leaves(self):
        """Its copy of standard input goes at the next start; that of a process still at work stays."""
        with ScriptedServer(certificate=self.certificate, replies={"DOT": [SILENCE, SILENCE]}) as server:
            self.add_account(server)
            processes = []
            for number in (1, 2):
                process = subprocess.Popen([CLI, "--profile", str(self.profile), "send", "--eml", "-", "--password-stdin"],
                                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())
                processes.append(process)
                process.stdin.write(PASSWORD.encode() + b"\n" + self.LETTER)
                process.stdin.close()
                while len(server.secrets) < number:
                    self.assertIsNone(process.poll())
            self.assertEqual(len(list(self.profile.glob("input-*.eml"))), 2)
            for path in self.profile.glob("input-*"):
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
            own = self.write("profile/input-mine.eml", "of a person whose own folder is the profile")
            processes[0].kill()
            processes[0].wait()
            self.run_cli("account", "list")
            self.assertTrue(own.exists())
            own.unlink()
            self.assertEqual(len(list(self.profile.glob("input-*.eml"))), 1)
            self.assertEqual(len(list(self.profile.glob("input-*.lock"))), 1)
            processes[1].kill()
            for process in processes:
                process.wait()
                self.said += process.stdout.read() + process.stderr.read()
                process.stdout.close()
                process.stderr.close()
            self.run_cli("account", "list")
            self.assertEqual(list(self.profile.glob("input-*")), [])

    def test_null_reverse_path(self):
        server, _ = self.post("--eml", self.write("l.eml", self.LETTER), "--envelope-from", "")
        self.assertTrue(any(each.startswith("MAIL FROM:<>") for each in server.commands))

    def test_no_recipient(self):
        _, result = self.post("--eml", self.write("l.eml", b"From: a@b.example\r\n\r\nx\r\n"), code=65)
        self.assertEqual((result["outcome"], result["problem"]), ("not-sent", "NoRecipient"))

    def test_broken_address(self):
        _, result = self.post("--eml", self.write("l.eml", b"From: a@b.example\r\nTo: nobody\r\n\r\nx\r\n"), code=65)
        self.assertEqual(result["problem"], "BadAddress")

    def test_ahead_of_the_header(self):
        """What is no part of the letter goes, and no blind copy is taken for text."""
        sent = self.LETTER.replace(b"Bcc: hidden@there.example\r\n", b"")
        separator = b"From bob@here.example Sat Jan  3 01:05:34 1996\r\n"
        # The header's first field is the one that must not go out.
        hidden_first = b"Bcc: hidden@there.example\r\n" + sent
        for prelude in (separator, separator + b"\r\n", b"\r\n", b"\r\n \r\n", b"\xef\xbb\xbf"):
            for letter in (prelude + hidden_first, (prelude + hidden_first).replace(b"\r\n", b"\n")):
                with self.subTest(letter[:60]):
                    server, result = self.post("--eml", "-", stdin=letter)
                    self.assertEqual(result["accepted"], ["ann@there.example", "bc@there.example", "hidden@there.example"])
                    self.assertEqual(server.letters, [sent + b"\r\n"])

    def test_no_header(self):
        rows = {b"": "no header", b"\r\n\r\n": "no header", b"Hello\nBcc: hidden@there.example\n": "header is broken",
                b"\nHello: this is\nno letter\n\nBcc: hidden@there.example\n": "header is broken",
                b"From: bob@here.example\nTo: ann@there.example\nHello\nBcc: hidden@there.example\n\n": "header is broken"}
        for letter, words in rows.items():
            for source in ("-", self.write("l.eml", letter)):
                with self.subTest(letter, source=source):
                    server, result = self.post("--eml", source, "--rcpt", "ann@there.example", stdin=letter, code=65)
                    self.assertEqual((result["outcome"], result["problem"]), ("not-sent", "BadLetter"))
                    self.assertIn(words + ": " + ("standard input" if source == "-" else str(source)), result["cause"])
                    self.assertEqual(server.letters, [])

    def test_header_in_no_known_charset(self):
        """SMTPUTF8 is for UTF-8 alone; raw Latin-1 would reach each reader as something else. The body is the server's to take."""
        latin = self.LETTER.replace(b"Subject: x", b"Subject: x\r\nX-Place:\r\n Caf\xe9")
        for source in ("-", self.write("l.eml", latin)):
            server, result = self.post("--eml", source, stdin=latin, code=65)
            self.assertEqual((result["outcome"], result["problem"]), ("not-sent", "BadHeader"))
            self.assertIn("X-Place in line 8 is not UTF-8, and can't be sent as it is", result["cause"])
            self.assertIn("standard input" if source == "-" else str(source), result["cause"])
            self.assertEqual(server.commands, [])
        server, result = self.post("--eml", self.write("u.eml", latin.replace(b"\xe9", b"\xc3\xa9")))
        self.assertTrue(any(each.startswith("MAIL FROM:") and " SMTPUTF8" in each for each in server.commands))
        server, _ = self.post("--eml", self.write("b.eml", self.LETTER + b"\r\nCaf\xe9\r\n"))
        self.assertFalse([each for each in server.commands if "SMTPUTF8" in each])
        self.assertTrue(server.letters[0].endswith(b"Caf\xe9\r\n"))

    def test_missing_file(self):
        _, result = self.post("--eml", self.folder / "none.eml", code=66)
        self.assertEqual(result["problem"], "FileMissing")


if __name__ == "__main__":
    unittest.main()

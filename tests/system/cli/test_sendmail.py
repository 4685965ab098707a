# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli sendmail: as git send-email, mutt, cron and PHP call it."""
import unittest

from cli import CliTest
from scripted_server import ScriptedServer

LETTER = b"From: Bob <bob@here.example>\nTo: ann@there.example\nCc: Carl <carl@there.example>\nBcc: dora@there.example\nSubject: x\n\nhello\n"


class Sendmail(CliTest):
    def sendmail(self, server, *arguments, letter=LETTER, code=0):
        """What the server was told of the way, and the letter if it got one."""
        done = self.run_cli("sendmail", *arguments, stdin=letter, code=code)
        self.assertEqual(done.stdout, b"")  # cron would write a letter about each word
        if code == 0:
            self.assertEqual(done.stderr, b"")
        paths = [line for line in server.commands if line.startswith(("MAIL", "RCPT"))]
        return [line.split("<")[1].split(">")[0] for line in paths], (server.letters or [b""])[-1], done

    def test_as_programs_call_it(self):
        everybody = ["bob@here.example", "ann@there.example", "carl@there.example", "dora@there.example"]
        rows = {
            "git": (("-i", "x@there.example", "y@there.example"), ["bob@here.example", "x@there.example", "y@there.example"]),
            "git with a sender": (("-f", "b@here.example", "-i", "x@there.example"), ["b@here.example", "x@there.example"]),
            "mutt": (("-oem", "-oi", "-fb@here.example", "--", "x@there.example"), ["b@here.example", "x@there.example"]),
            "cron": (("-FCronDaemon", "-i", "-B8BITMIME", "-oem", "x@there.example"), ["bob@here.example", "x@there.example"]),
            "PHP": (("-t", "-i"), everybody),
            "bounces to nobody": (("-f", "<>", "-t"), [""] + everybody[1:]),
            "sendmail's old words": (("-bm", "-odb", "-r", "b@here.example", "-F", "Bob B", "-t", "-v", "-G"), ["b@here.example"] + everybody[1:]),
        }
        for name, (arguments, paths) in rows.items():
            with self.subTest(name), ScriptedServer(certificate=self.certificate) as server:
                self.add_account(server, id="a" + str(abs(hash(name))), user=None)
                told, letter, _ = self.sendmail(server, *arguments, "--account", "a" + str(abs(hash(name)))) if "--" not in arguments \
                    else self.sendmail(server, "--account", "a" + str(abs(hash(name))), *arguments)
                self.assertEqual(told, paths)
                self.assertNotIn(b"dora", letter)
                self.assertTrue(letter.endswith(b"\r\n\r\nhello\r\n"))

    def test_the_last_line(self):
        dotted = LETTER + b".\nafter\n.long\n"
        for arguments, end in ((("-t",), b"hello\r\n"), (("-t", "-i"), b"hello\r\n.\r\nafter\r\n.long\r\n"),
                               (("-oi", "-t"), b"hello\r\n.\r\nafter\r\n.long\r\n")):
            with self.subTest(arguments), ScriptedServer(certificate=self.certificate) as server:
                self.add_account(server, id="d" + str(len(end)) + arguments[0][1:], user=None)
                _, letter, _ = self.sendmail(server, *arguments, "--account", "d" + str(len(end)) + arguments[0][1:], letter=dotted)
                self.assertTrue(letter.endswith(b"\r\n\r\n" + end), letter)

    def test_account_of_the_sender(self):
        with ScriptedServer(certificate=self.certificate) as one, ScriptedServer(certificate=self.certificate) as other:
            self.add_account(one, id="one", user=None)
            self.run_cli("account", "add", "--id", "other", "--address", "Other@Else.example", "--server", "127.0.0.1", "--port", other.port,
                         "--security", "none")
            self.sendmail(one, "-t", "-f", "somebody@else.where")
            self.assertEqual((len(one.letters), len(other.letters)), (1, 0))

    def test_reports(self):
        with ScriptedServer(certificate=self.certificate, capabilities=["PIPELINING", "DSN"]) as server:
            self.add_account(server, user=None)
            self.sendmail(server, "-N", "failure,delay", "-Rhdrs", "-V", "e1", "-i", "ann@there.example")
            self.assertIn("MAIL FROM:<bob@here.example> RET=HDRS ENVID=e1", server.commands)
            self.assertTrue(any("NOTIFY=FAILURE,DELAY" in line for line in server.commands), server.commands)

    def test_failures(self):
        with ScriptedServer(certificate=self.certificate, replies={"DOT": ["451 4.3.0 later"]}) as server:
            self.add_account(server, user=None)
            _, _, done = self.sendmail(server, "-t", code=75)
            self.assertIn(b"4.3.0 later", done.stderr)
        for arguments in ((), ("-t", "x@there.example"), ("-bs",), ("-q",), ("-f",), ("-x", "x@there.example"), ("-tx",), ("--account",)):
            with self.subTest(arguments):
                self.run_cli("sendmail", *arguments, stdin=LETTER, code=64)
        self.run_cli("sendmail", "-i", "root", stdin=LETTER, code=65)
        self.run_cli("sendmail", "-t", stdin=b"no header\n", code=65)
        self.run_cli("--to", "x@y.example", "sendmail", "-t", stdin=LETTER, code=64)


if __name__ == "__main__":
    unittest.main()

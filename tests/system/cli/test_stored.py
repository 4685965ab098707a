# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli drafts, outbox and sent: what the profile holds, a letter out of it, a decision about one that may have been sent."""
import hashlib
import json
import signal
import subprocess
import unittest

from cli import CLI, PASSWORD, CliTest
from scripted_server import SILENCE, ScriptedServer


class Stored(CliTest):
    def doubtful(self, server):
        """A letter whose end was not waited for."""
        self.add_account(server)
        process = subprocess.Popen([CLI, "--profile", str(self.profile), "--json", "send", "--to", "ann@there.example", "--subject", "Tea",
                                    "--text", "-", "--password-stdin"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        for stream in (process.stdout, process.stderr):
            self.addCleanup(stream.close)
        process.stdin.write(PASSWORD.encode() + b"\nHello\n")
        process.stdin.close()
        server.dotted.wait(60)
        process.send_signal(signal.SIGKILL)
        process.wait()

    def test_nothing_yet(self):
        for command, name in ((("drafts", "list"), "drafts"), (("outbox", "list"), "items"), (("sent", "list"), "letters")):
            self.assertEqual(self.run_json(*command), {name: [], "exitCode": 0})
            self.assertEqual(self.run_cli(*command).stdout, b"")

    def test_sent(self):
        with ScriptedServer(certificate=self.certificate, replies={"DOT": ["250 2.0.0 queued as 4711"]}) as server:
            self.add_account(server)
            data = bytes(range(256)) * 300
            sent = self.send("--attach", self.write("Bericht für März.bin", data), "--cc", "Jörg <joerg@there.example>")
            self.send("--to", "other@there.example")
        letters = self.run_json("sent", "list")["letters"]
        self.assertEqual([letter["recipients"] for letter in letters], ["ann@there.example, other@there.example",
                                                                        "ann@there.example, Jörg <joerg@there.example>"])
        first = letters[1]
        self.assertEqual((first["account"], first["recipients"], first["refused"]),
                         ("test", "ann@there.example, Jörg <joerg@there.example>", 0))
        self.assertEqual([letter["id"] for letter in self.run_json("sent", "list", "--search", "JORG 4711")["letters"]], [first["id"]])
        self.assertEqual(len(self.run_json("sent", "list", "--limit", "1")["letters"]), 1)
        line = self.run_cli("sent", "list", "--search", "jörg").stdout.decode()
        self.assertEqual(line.rstrip("\n").split("\t")[2:], ["ann@there.example, Jörg <joerg@there.example>", "Hi"])

        shown = self.run_json("sent", "show", first["id"])
        self.assertEqual((shown["subject"], shown["text"], shown["messageId"]), ("Hi", "Hello\n", sent["messageId"]))
        self.assertEqual([(file["name"], file["size"]) for file in shown["attachments"]], [("Bericht für März.bin", len(data))])
        self.assertEqual(shown["receipt"]["finalReply"]["lines"], ["2.0.0 queued as 4711"])
        text = self.run_cli("sent", "show", first["id"]).stdout.decode()
        self.assertIn("Taken for: joerg@there.example", text)
        self.assertTrue(text.endswith("\n\nHello\n"))

        # Octet by octet what went out, to a file or to standard output.
        received = server.letters[0]
        target = self.folder / "letter.eml"
        self.assertEqual(self.run_json("sent", "export", first["id"], target), {"file": str(target), "exitCode": 0})
        self.assertEqual(target.read_bytes(), received)
        self.assertEqual(self.run_cli("sent", "export", first["id"], "-").stdout, received)
        self.assertEqual(self.run_json("sent", "export", first["id"], self.folder / "no" / "way", code=73)["problem"], "CannotWrite")
        # The file it was made of is gone from where it was: it was captured when it was sent, or is named.
        (self.folder / "Bericht für März.bin").unlink()
        self.assertEqual(self.run_json("sent", "export", first["id"], target, code=66)["problem"], "FileMissing")
        self.assertEqual(target.read_bytes(), received)

    def test_finished_letters_are_not_kept(self):
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server)
            self.run_json("send", "--account", "test", "--password-stdin", "--eml",
                          self.write("x.eml", "From: bob@here.example\nTo: ann@there.example\nSubject: ready made\n\nhello\n"),
                          stdin=PASSWORD.encode() + b"\n")
        letter = self.run_json("sent", "list")["letters"][0]
        self.assertTrue(self.run_json("sent", "show", letter["id"])["finished"])
        self.assertEqual(self.run_json("sent", "export", letter["id"], "-", code=66)["problem"], "NotKept")

    def test_settled_as_arrived(self):
        with ScriptedServer(certificate=self.certificate, replies={"DOT": [SILENCE]}) as server:
            self.doubtful(server)
        item = self.run_json("outbox", "list")["items"][0]
        self.assertEqual((item["subject"], item["recipients"], item["state"]), ("Tea", "ann@there.example", "may-have-been-sent"))
        self.assertEqual(self.run_json("outbox", "show", item["id"])["text"], "Hello\n")
        self.assertIn(b"may-have-been-sent", self.run_cli("outbox", "show", item["id"]).stdout)
        settled = self.run_json("outbox", "settle", item["id"], "--arrived")
        self.assertEqual(self.run_json("outbox", "list")["items"], [])
        letter = self.run_json("sent", "show", settled["sent"])
        self.assertTrue(letter["settledByHand"])
        self.assertEqual(letter["messageId"], item["messageId"])
        # A decision is made once.
        self.assertEqual(self.run_json("outbox", "settle", item["id"], "--not-arrived", code=66)["problem"], "NotFound")

    def test_settled_as_not_arrived(self):
        with ScriptedServer(certificate=self.certificate, replies={"DOT": [SILENCE]}) as server:
            self.doubtful(server)
        item = self.run_json("outbox", "list")["items"][0]
        settled = self.run_json("outbox", "settle", item["id"], "--not-arrived")
        self.assertEqual(self.run_json("outbox", "list")["items"], [])
        self.assertEqual([draft["id"] for draft in self.run_json("drafts", "list", "--search", "TEA there")["drafts"]], [settled["draft"]])
        self.assertEqual(self.run_json("drafts", "list", "--search", "coffee")["drafts"], [])
        draft = self.run_json("drafts", "show", settled["draft"])
        self.assertEqual((draft["subject"], draft["text"], draft["typed"]["to"]), ("Tea", "Hello\n", "ann@there.example"))
        self.assertIn(b"Subject: Tea\n", self.run_cli("drafts", "show", settled["draft"]).stdout)

    def test_what_is_asked_wrongly(self):
        for arguments in (("drafts",), ("outbox", "settle", "x"), ("outbox", "settle", "x", "--arrived", "--not-arrived"), ("sent", "export", "x"),
                          ("sent", "list", "--limit", "0"), ("sent", "show"), ("outbox", "list", "--search", "x"), ("sent", "forget", "x")):
            with self.subTest(arguments):
                self.assertEqual(self.run_json(*arguments, code=64)["problem"], "Usage")
        for arguments in (("drafts", "show", "x"), ("outbox", "show", "x"), ("outbox", "settle", "x", "--arrived"), ("sent", "show", "x"),
                          ("sent", "export", "x", "-")):
            with self.subTest(arguments):
                self.assertEqual(self.run_json(*arguments, code=66)["problem"], "NotFound")

    def test_a_profile_of_a_later_version(self):
        self.run_cli("sent", "list")
        import contextlib
        import sqlite3
        with contextlib.closing(sqlite3.connect(self.profile / "pennypost.sqlite", isolation_level=None)) as database:
            database.execute("PRAGMA user_version = 999")
        before = hashlib.sha256((self.profile / "pennypost.sqlite").read_bytes()).hexdigest()
        self.assertEqual(self.run_json("sent", "list", code=78)["problem"], "ProfileTooNew")
        self.assertEqual(hashlib.sha256((self.profile / "pennypost.sqlite").read_bytes()).hexdigest(), before)


if __name__ == "__main__":
    unittest.main()

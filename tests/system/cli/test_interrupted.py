# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+C and SIGTERM while pennypost-cli sends: what is known by then is told, and nothing else."""
import contextlib
import json
import signal
import sqlite3
import subprocess
import unittest

from cli import CLI, PASSWORD, CliTest
from scripted_server import SILENCE, Held, ScriptedServer


class Interrupted(CliTest):
    def start_json(self, *arguments):
        process = subprocess.Popen([CLI, "--profile", str(self.profile), "--json", "send", "--to", "a@b.example", "--password-stdin", *arguments],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())
        for stream in (process.stdout, process.stderr):
            self.addCleanup(stream.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        process.stdin.write(PASSWORD.encode() + b"\n")
        process.stdin.close()
        return process

    def test_interrupted_twice_after_the_dot(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number), ScriptedServer(certificate=self.certificate, replies={"DOT": [SILENCE]}) as server:
                self.add_account(server, id="i%d" % number)
                process = self.start_json("--account", "i%d" % number)
                server.dotted.wait(60)
                process.send_signal(number)
                self.assertIn(b"waiting for the server's word", process.stderr.readline())
                process.send_signal(number)
                result = json.loads(process.stdout.read())
                self.assertEqual(process.wait(), 76)
                self.assertEqual((result["outcome"], result["problem"], result["exitCode"]), ("may-have-been-sent", "MayHaveBeenSent", 76))

    def test_still_checking(self):
        """Somebody who waits for the server's word hears that it takes its time, and what it takes it for."""
        held = Held()
        with ScriptedServer(certificate=self.certificate, replies={"DOT": [held]}) as server:
            self.add_account(server, id="slow")
            process = self.start_json("--account", "slow")
            self.assertIn(b"still checking the letter", process.stderr.readline())
            held.give("250 2.0.0 queued as 4711")
            self.assertEqual(json.loads(process.stdout.read())["outcome"], "accepted")
            self.assertEqual(process.wait(), 0)

    def test_interrupted_before_the_dot(self):
        """Once, or by an impatient person twice: the letter is nowhere, and that is said."""
        for number, signals in enumerate(([signal.SIGTERM], [signal.SIGINT, signal.SIGTERM], [signal.SIGINT, signal.SIGINT])):
            with self.subTest(signals), ScriptedServer(certificate=self.certificate, replies={"DATA": [SILENCE]}) as server:
                self.add_account(server, id=f"b{number}")
                process = self.start_json("--account", f"b{number}")
                while "DATA" not in server.commands:
                    self.assertIsNone(process.poll())
                for each in signals:
                    process.send_signal(each)
                result = json.loads(process.stdout.read())
                self.assertEqual(process.wait(), 75)
                self.assertEqual((result["outcome"], result["problem"]), ("not-sent", "Cancelled"))
                self.assertEqual(server.letters, [])

    def test_interrupted_while_its_end_is_written_down(self):
        """What the server said counts, not how far the store has got."""
        rows = {"accepted": ("250 2.0.0 queued as 4711", "accepted", None, 0), "refused": ("554 5.7.1 spam", "not-sent", "ContentRefused", 65)}
        for name, row in rows.items():
            with self.subTest(name):
                # The first signal may come before the server's word has gone from the connection's thread to the main one.
                self.assertTrue(any(self.interrupt_at_the_end(f"{name}-{attempt}", *row) for attempt in range(10)))

    def interrupt_at_the_end(self, account, word, outcome, problem, code):
        """False if it was too early."""
        held = Held()
        with ScriptedServer(certificate=self.certificate, replies={"DOT": [held]}) as server:
            self.add_account(server, id=account)
            process = self.start_json("--account", account)
            self.assertTrue(server.dotted.wait(60))
            with contextlib.closing(sqlite3.connect(self.profile / "pennypost.sqlite", isolation_level=None)) as database:
                database.execute("BEGIN IMMEDIATE")
                held.give(word)
                while "QUIT" not in server.commands:
                    self.assertIsNone(process.poll())
                process.send_signal(signal.SIGINT)
                line = process.stderr.readline()
                if b"is being written down" not in line:
                    self.assertIn(b"waiting for the server's word", line)
                    database.execute("ROLLBACK")
                    process.wait()
                    return False
                process.send_signal(signal.SIGINT)
                line = process.stdout.readline()
                database.execute("ROLLBACK")
            result = json.loads(line)
            self.assertEqual(process.wait(), code)
            self.assertEqual((result["outcome"], result["problem"], result["exitCode"]), (outcome, problem, code))
            if problem is None:
                self.assertIsNone(result["stored"])
            return True


if __name__ == "__main__":
    unittest.main()

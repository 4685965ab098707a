# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+C and SIGTERM while pennypost-cli waits for what a person types or a script sends: it ends, and leaves nothing behind."""
import fcntl
import json
import os
import pty
import select
import signal
import subprocess
import termios
import unittest

from cli import CLI, PASSWORD, CliTest, NoServer

PROMPT = b"Password for bob at 127.0.0.1: "
CTRL_C, CTRL_BACKSLASH = b"\x03", b"\x1c"


class AtATerminal(CliTest):
    """With a terminal of its own, whose keys become signals."""

    def start(self, *arguments):
        self.master, self.slave = pty.openpty()
        self.addCleanup(os.close, self.master)
        self.addCleanup(os.close, self.slave)
        self.before = termios.tcgetattr(self.slave)

        def own_terminal():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        process = subprocess.Popen([CLI, "--profile", str(self.profile), *arguments], stdin=self.slave, stderr=self.slave,
                                   stdout=subprocess.PIPE, env=self.environment(), preexec_fn=own_terminal)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def echoes(self):
        return bool(termios.tcgetattr(self.slave)[3] & termios.ECHO)

    def wait_for(self, words):
        shown = b""
        while words not in shown:
            self.assertTrue(select.select([self.master], [], [], 60)[0], shown)
            shown += os.read(self.master, 4096)
        return shown

    def shown_since(self):
        shown = b""
        while select.select([self.master], [], [], 0)[0]:
            shown += os.read(self.master, 4096)
        return shown

    def ended(self, process, code):
        out = process.stdout.read()
        self.assertEqual(process.wait(timeout=60), code)
        self.assertEqual(termios.tcgetattr(self.slave), self.before)
        shown = self.shown_since()
        self.said += out + shown
        return out, shown

    ADD = ["account", "add", "--id", "new", "--address", "bob@here.example", "--server", "127.0.0.1", "--user", "bob"]

    def test_stopped_at_the_prompt(self):
        self.add_account(NoServer)
        stops = {"Ctrl+C": lambda process: os.write(self.master, CTRL_C),
                 "Ctrl+backslash": lambda process: os.write(self.master, CTRL_BACKSLASH),
                 "SIGTERM": lambda process: process.send_signal(signal.SIGTERM),
                 "SIGHUP": lambda process: process.send_signal(signal.SIGHUP)}
        commands = {"account add": self.ADD, "account test": ["account", "test", "test"],
                    "send": ["send", "--account", "test", "--to", "ann@there.example"]}
        for command, arguments in commands.items():
            for name, stop in stops.items():
                with self.subTest(command=command, stop=name):
                    process = self.start("--json", *arguments)
                    self.wait_for(PROMPT)
                    self.assertFalse(self.echoes())
                    os.write(self.master, b"half a pass")
                    stop(process)
                    out, shown = self.ended(process, 75)
                    result = json.loads(out)
                    self.assertEqual((result["problem"], result["exitCode"]), ("Cancelled", 75))
                    self.assertNotIn(b"half", shown)
        accounts = self.run_json("account", "list")["accounts"]
        self.assertEqual([each["id"] for each in accounts], ["test"])

    def test_typed_at_the_prompt(self):
        """Typed as soon as it is asked for, and not shown."""
        process = self.start("account", "test", "test")
        self.assertEqual(process.wait(timeout=60), 78)  # no such account: nothing is asked
        self.add_account(NoServer)
        process = self.start("account", "test", "test")
        self.wait_for(PROMPT)
        os.write(self.master, (PASSWORD + "\n").encode())
        _, shown = self.ended(process, 69)  # nobody listens there
        self.assertIn(b"refused", shown)

    def test_end_of_input_at_the_prompt(self):
        self.add_account(NoServer)
        process = self.start("send", "--account", "test", "--to", "ann@there.example")
        self.wait_for(PROMPT)
        os.write(self.master, b"\x04")
        self.ended(process, 77)


class AtAPipe(CliTest):
    """Standard input that never ends."""

    def start(self, *arguments):
        process = subprocess.Popen([CLI, "--profile", str(self.profile), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=self.environment())
        for stream in (process.stdin, process.stdout, process.stderr):
            self.addCleanup(stream.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def listens(self, process):
        """Until it catches SIGTERM: from then on nothing of what it does may be lost or left."""
        while True:
            self.assertIsNone(process.poll())
            with open("/proc/%d/status" % process.pid) as status:
                caught = [int(line.split()[1], 16) for line in status if line.startswith("SigCgt")][0]
            if caught & 1 << (signal.SIGTERM - 1):
                return

    ROWS = {"password": (["send", "--account", "test", "--to", "a@b.example", "--password-stdin"], b"half"),
            "text": (["send", "--account", "test", "--to", "a@b.example", "--text", "-", "--password-stdin"], PASSWORD.encode() + b"\nhalf"),
            "eml": (["send", "--account", "test", "--eml", "-", "--password-stdin"], PASSWORD.encode() + b"\nFrom: a@b.example\n"),
            "test": (["account", "test", "test", "--password-stdin"], b"half"),
            "build": (["build", "--from", "a@b.example", "--text", "-"], b"half")}

    def test_stopped_while_reading(self):
        if not os.path.exists("/proc/self/status"):
            self.skipTest("no /proc here")
        self.add_account(NoServer)
        left = {path.name for path in self.profile.iterdir()}
        for name, (arguments, said) in self.ROWS.items():
            for number in (signal.SIGTERM, signal.SIGINT):
                with self.subTest(name, signal=number):
                    process = self.start("--json", *arguments)
                    process.stdin.write(said)
                    process.stdin.flush()
                    self.listens(process)
                    process.send_signal(number)
                    out = process.stdout.read()
                    self.assertEqual(process.wait(timeout=60), 75)
                    self.assertEqual(json.loads(out)["problem"], "Cancelled")
                    self.said += out + process.stderr.read()
        self.assertEqual([path for path in self.profile.glob("input-*")], [])
        self.assertLessEqual({path.name for path in self.profile.iterdir()} - left, {"pennypost.sqlite"})

    def test_ignored_as_under_nohup(self):
        """What the caller has set to be ignored stays so."""
        process = subprocess.Popen([CLI, "build", "--from", "a@b.example", "--text", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   env=self.environment(), preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        self.addCleanup(process.stdout.close)
        self.listens(process)
        process.send_signal(signal.SIGHUP)
        process.stdin.write(b"all of it\n")
        process.stdin.close()
        self.assertIn(b"all of it", process.stdout.read())
        self.assertEqual(process.wait(timeout=60), 0)


if __name__ == "__main__":
    unittest.main()

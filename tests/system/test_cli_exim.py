#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli against Exim, the other common server that people run themselves: GnuTLS, CRAM-MD5, DSN, SIZE, PIPELINING.

    test_cli_exim.py PENNYPOST_CLI
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import eximserver  # noqa: E402
from mailserver import USERS, Unavailable, until  # noqa: E402

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "pennypost-cli"
SERVER = None


class CliAgainstExim(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="pennypost-cli.")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.profile = self.folder / "profile"
        self.trace = self.folder / "trace"

    def cli(self, *arguments, stdin="", want=0):
        environment = {k: v for k, v in os.environ.items()
                       if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}
        done = subprocess.run([CLI, "--profile", str(self.profile), "--json", *map(str, arguments)], input=stdin.encode(),
                              capture_output=True, env=environment, timeout=120)
        self.assertEqual(done.returncode, want,
                         f"{arguments}\n{done.stdout.decode()}\n{done.stderr.decode()}\n{SERVER.log()[-1500:]}")
        for word in USERS.values():
            self.assertNotIn(word.encode(), done.stdout + done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def account(self, security="tls", user="alice", mechanism=None):
        self.cli("account", "add", "--id", "lab", "--address", f"{user}@lab.test", "--server", "localhost", "--port",
                 SERVER.tls_port if security == "tls" else SERVER.starttls_port, "--security", security, "--user", user,
                 "--session-secret", "--ca", SERVER.ca, *(["--mechanism", mechanism] if mechanism else []))

    def send(self, *arguments, password="wonderland", want=0):
        answer = self.cli("send", "--account", "lab", "--password-stdin", "--trace", self.trace, *arguments, stdin=password + "\n",
                          want=want)
        self.told = self.trace.read_text()
        for word in USERS.values():
            self.assertNotIn(word, self.told)
        return answer

    def letter(self, name, size=5000):
        """A finished letter of such bytes as a server might trip over, and the bytes."""
        noise = random.Random(name)
        lines = [b".", b"..", b".dot", b"From here", b"trailing  ", b"", "Grüße 日本".encode(), b"x" * 998, b"250 ok", b"QUIT", b"."]
        some = [bytes(noise.choices(b". abcdefg\t", k=noise.randint(0, 76))) for _ in range(100)] + [b"y" * 900]
        while size > 0:
            lines.append(noise.choice(some))
            size -= len(lines[-1]) + 2
        raw = b"\r\n".join([b"From: alice@lab.test", b"To: bob@lab.test", b"Subject: " + name.encode(), b"MIME-Version: 1.0",
                            b"Content-Type: text/plain; charset=utf-8", b"Content-Transfer-Encoding: 8bit",
                            b"Date: Sun, 22 Nov 2026 10:00:00 +0100", f"Message-ID: <{name}@lab.test>".encode(), b"", *lines, b""])
        file = self.folder / f"{name}.eml"
        file.write_bytes(raw)
        return file, raw

    def arrived(self, name, user="bob"):
        wanted = f"Message-ID: <{name}@lab.test>".encode()
        return until(f"{name} for {user}\n{SERVER.log()[-1500:]}",
                     lambda: next((raw for file in SERVER.letters(user) if wanted in (raw := file.read_bytes())), None))

    def check_road(self, name, *account, password="wonderland", said):
        self.account(*account)
        file, raw = self.letter(name)
        answer = self.send("--eml", file, password=password)
        self.assertEqual(answer["outcome"], "accepted")
        stored = self.arrived(name)
        self.assertTrue(stored.endswith(raw.replace(b"\r\n", b"\n")), "Exim only adds on top")
        self.assertIn(said, self.told)
        self.assertRegex(self.told, r"(?m)^C: BDAT \d+ LAST$")    # in one flight, as Exim is known to stand it
        return stored

    def test_implicit_tls(self):
        stored = self.check_road("tls", "tls", "alice", "PLAIN", said="AUTH PLAIN")
        self.assertRegex(stored, rb"from \[127\.0\.0\.1\]")    # the EHLO name gives nothing away
        self.assertIn(b"with esmtpsa", stored)

    def test_starttls(self):
        self.check_road("starttls", "starttls", "alice", "PLAIN", said="STARTTLS")

    def test_cram_md5(self):
        self.check_road("cram", "starttls", "alice", "CRAM-MD5", said="AUTH CRAM-MD5")

    def test_password_outside_of_ascii(self):
        for mechanism in ("PLAIN", "CRAM-MD5"):
            self.check_road("utf8-" + mechanism, "tls", "bob", mechanism, password=USERS["bob"], said="AUTH " + mechanism)
            self.cli("account", "remove", "lab")

    def test_wrong_password(self):
        for mechanism in ("PLAIN", "CRAM-MD5"):
            self.account("tls", "alice", mechanism)
            answer = self.send("--eml", self.letter("wrong")[0], password="looking-glass", want=77)
            self.assertEqual((answer["outcome"], answer["problem"], answer["replyCode"]), ("not-sent", "WrongPassword", 535))
            self.assertNotIn("MAIL FROM", self.told)
            self.cli("account", "remove", "lab")

    def test_two_hundred_recipients(self):
        self.account()
        good = [f"guest{i}@lab.test" for i in range(190)]
        bad = [f"nobody{i}@lab.test" for i in range(6)] + [f"later{i}@lab.test" for i in range(4)]
        everybody = good + bad
        random.Random(7).shuffle(everybody)
        options = [word for path in everybody for word in ("--rcpt", path)]
        file, _ = self.letter("many")
        answer = self.send("--eml", file, "--all-or-nothing", *options, want=67)
        self.assertEqual(answer["outcome"], "not-sent")
        self.assertEqual(SERVER.letters("guests"), [])
        answer = self.send("--eml", file, *options, want=67)
        self.assertEqual(answer["outcome"], "accepted")
        self.assertEqual(sorted(refused["path"] for refused in answer["refused"]), sorted(bad))
        until(SERVER.log()[-1500:], lambda: len(SERVER.letters("guests")) == len(good))
        reached = [line for file in SERVER.letters("guests") for line in file.read_bytes().split(b"\n") if line.startswith(b"Envelope-to:")]
        self.assertEqual(sorted(line[13:].decode() for line in reached), sorted(good))

    def test_delivery_status(self):
        self.account()
        file, _ = self.letter("dsn")
        self.send("--eml", file, "--dsn", "success,failure", "--dsn-return", "headers", "--envid", "lab=1+2")
        self.arrived("dsn")
        self.assertRegex(self.told, r"MAIL FROM:<alice@lab\.test>.* RET=HDRS ENVID=lab\+3D1\+2B2")
        self.assertIn("NOTIFY=SUCCESS,FAILURE", self.told)

    def test_too_large_is_known_before(self):
        self.account()
        file, raw = self.letter("large", SERVER.size_limit + 100_000)
        answer = self.send("--eml", file, want=65)
        self.assertEqual((answer["outcome"], answer["problem"]), ("not-sent", "LetterTooLarge"))
        self.assertNotRegex(self.told, r"(?m)^C: (DATA|BDAT)")
        file, raw = self.letter("fits", SERVER.size_limit - 300_000)
        self.assertEqual(self.send("--eml", file)["outcome"], "accepted")
        self.assertTrue(self.arrived("fits").endswith(raw.replace(b"\r\n", b"\n")))
        chunks = re.findall(r"(?m)^C: BDAT (\d+)(?: LAST)?$", self.told)
        self.assertGreater(len(chunks), 1)
        self.assertEqual(sum(map(int, chunks)), len(raw))

    def test_commands_share_a_flight(self):
        self.account()
        self.send("--eml", self.letter("flight")[0])
        self.arrived("flight")
        said = [line[:12] for line in self.told.splitlines() if line.startswith(("C: ", "S: "))]
        mail = next(i for i, line in enumerate(said) if line.startswith("C: MAIL FROM"))
        self.assertTrue(said[mail + 1].startswith("C: RCPT"), said)    # before any answer to MAIL
        self.assertNotIn("protocol synchronization", SERVER.log())


if __name__ == "__main__":
    try:
        with eximserver.EximServer() as SERVER:
            unittest.main(verbosity=2)
    except Unavailable as reason:
        print(f"skipped: {reason}")
        sys.exit(77)

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli against a real mail server: what arrives is what was written, byte for byte.

    test_cli_postfix.py PENNYPOST_CLI
"""
import email
import email.policy
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
import mailserver  # noqa: E402

CLI = sys.argv.pop(1) if len(sys.argv) > 1 else "pennypost-cli"
SERVER = None


def noise(size, seed):
    return random.Random(seed).randbytes(size)


class CliAgainstPostfix(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="pennypost-cli.")
        self.addCleanup(self._folder.cleanup)
        self.folder = pathlib.Path(self._folder.name)
        self.profile = self.folder / "profile"

    def cli(self, *arguments, stdin="wonderland\n", want=0):
        """Runs it as a script on a headless machine would: no display, no session bus."""
        environment = {k: v for k, v in os.environ.items()
                       if k not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}
        done = subprocess.run([CLI, "--profile", str(self.profile), "--json", *map(str, arguments)], input=stdin.encode(),
                              capture_output=True, env=environment, timeout=120)
        self.assertEqual(done.returncode, want,
                         f"{arguments}\n{done.stdout.decode()}\n{done.stderr.decode()}\n{SERVER.log()[-1500:]}")
        for output in (done.stdout, done.stderr):
            self.assertNotIn(b"wonderland", output)
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def account(self, security="tls", user="alice", ca=True, server="localhost", want=0, extra=(), port=None):
        port = port or (SERVER.tls_port if security == "tls" else SERVER.starttls_port)
        self.cli("account", "add", "--id", "lab", "--address", f"{user}@lab.test", "--name", "Ünal, Alice", "--server", server,
                 "--port", port, "--security", security, "--user", user, "--session-secret",
                 *(["--ca", SERVER.ca] if ca else []), *extra, stdin="", want=want)

    def send(self, *arguments, stdin="wonderland\n", want=0):
        return self.cli("send", "--account", "lab", "--password-stdin", *arguments, stdin=stdin, want=want)

    def received(self, message_id, user="bob"):
        """The letter with that Message-ID, once it is there."""
        wanted = message_id.strip("<>").encode()

        def look():
            return next((file.read_bytes() for file in SERVER.letters(user) if wanted in file.read_bytes()), None)
        raw = mailserver.until(f"{message_id} for {user}\n{SERVER.log()[-1500:]}", look)
        return raw, email.message_from_bytes(raw, policy=email.policy.default)

    def write(self, name, data):
        file = self.folder / name
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return file

    # ---- the road, by both kinds of TLS ----

    def check_road(self, security):
        self.account(security)
        text = "Grüße aus Köln,\n.\n..dots\nFrom here\ntrailing   \n\n-- \nAlice 🌍\n" + "long " * 400 + "\n"
        html = "<p>Grüße aus <b>Köln</b></p>\n"
        files = {"Angebot für Köln 日本.pdf": noise(300_001, 1), "a \"quoted\"; name.bin": noise(77, 2), "empty.txt": b""}
        arguments = ["--from", "alice@lab.test",
                     "--to", "Bob Beispiel <bob@lab.test>", "--cc", "alice@lab.test", "--subject", "Größe: 日本 " + "x" * 200,
                     "--text", self.write("body.txt", text), "--html", self.write("body.html", html)]
        for name, data in files.items():
            arguments += ["--attach", self.write(name, data)]
        answer = self.send(*arguments)
        self.assertEqual(answer["outcome"], "accepted")
        raw, letter = self.received(answer["messageId"])

        self.assertEqual(letter["Subject"], "Größe: 日本 " + "x" * 200)
        self.assertEqual([(a.display_name, a.addr_spec) for a in letter["To"].addresses], [("Bob Beispiel", "bob@lab.test")])
        self.assertEqual([a.addr_spec for a in letter["From"].addresses], ["alice@lab.test"])
        self.assertEqual(letter.get_body(("plain",)).get_content(), text)
        self.assertEqual(letter.get_body(("html",)).get_content(), html)
        self.assertEqual({part.get_filename(): part.get_content() if part.get_content_maintype() != "text"
                          else part.get_payload(decode=True) for part in letter.iter_attachments()}, files)
        for part in letter.walk():
            self.assertEqual(part.defects, [])
        for name in ("Subject", "From", "To", "Cc", "Date", "Message-ID", "MIME-Version"):
            self.assertEqual(len(letter.get_all(name)), 1, name)
            self.assertEqual(letter[name].defects, (), name)
        self.assertTrue(all(len(line) <= 998 for line in raw.split(b"\n")))
        self.assertRegex(letter["Message-ID"], r"@lab\.test>$")
        self.assertIn(b"(using TLSv1.", raw)
        self.assertIn(b"Authenticated sender: alice", raw)
        self.assertRegex(raw.decode(errors="replace"), r"from \[127\.0\.0\.1\]")    # the EHLO name gives nothing away

    def test_implicit_tls(self):
        self.check_road("tls")

    def test_starttls(self):
        self.check_road("starttls")

    def test_bcc_is_delivered_and_not_told(self):
        self.account()
        answer = self.send("--from", "alice@lab.test", "--to", "alice@lab.test", "--bcc", "bob@lab.test", "--subject", "quiet",
                           "--text", "-", stdin="wonderland\nhello\n")
        raw, letter = self.received(answer["messageId"])
        self.assertNotIn("Bcc", letter)
        self.assertNotIn(b"bob@lab.test", raw.split(b"\nSubject:")[1])
        answer = self.send("--from", "alice@lab.test", "--bcc", "bob@lab.test", "--subject", "only bcc", "--text", "-",
                           stdin="wonderland\nhello\n")
        _, letter = self.received(answer["messageId"])
        self.assertEqual(letter["To"], "undisclosed-recipients:;")

    def test_a_large_attachment_arrives_whole(self):
        self.account()
        data = noise(20 << 20, 3)
        answer = self.send("--from", "alice@lab.test", "--to", "bob@lab.test", "--subject", "large", "--text", "-",
                           "--attach", self.write("large.bin", data), stdin="wonderland\n")
        _, letter = self.received(answer["messageId"])
        self.assertEqual(next(letter.iter_attachments()).get_content(), data)

    def test_build_and_send_give_the_same_bytes(self):
        self.account()
        options = ["--from", "alice@lab.test", "--to", "bob@lab.test", "--subject", "same", "--text", self.write("t", "one\n.two\n"),
                   "--attach", self.write("x.bin", noise(1000, 4)), "--date", "2026-11-22T10:00:00+01:00",
                   "--message-id", "same-bytes@lab.test"]
        built = subprocess.run([CLI, "--profile", str(self.profile), "build", *map(str, options)], capture_output=True, check=True).stdout
        self.assertNotRegex(built, rb"(?<!\r)\n")
        self.send(*options)
        raw, _ = self.received("same-bytes@lab.test")
        self.assertTrue(raw.endswith(built.replace(b"\r\n", b"\n")), "Postfix only adds on top")

    def test_finished_letter(self):
        self.account()
        eml = self.write("letter.eml", b"From: alice@lab.test\nTo: bob@lab.test\nBcc: alice@lab.test\nSubject: finished\n"
                         b"Message-ID: <finished@lab.test>\nDate: Sun, 22 Nov 2026 10:00:00 +0100\n\n.dot\nlast line without end")
        self.send("--eml", eml)
        raw, letter = self.received("finished@lab.test")
        self.assertNotIn("Bcc", letter)
        self.assertEqual(letter.get_payload(), ".dot\nlast line without end\n")

    # ---- what goes wrong ----

    def test_nothing_is_no_letter(self):
        self.account()
        for name, content in (("empty.eml", b""), ("headless.eml", b"\r\njust a body\r\n")):
            answer = self.send("--eml", self.write(name, content), "--rcpt", "bob@lab.test", want=65)
            self.assertEqual(answer["outcome"], "not-sent", name)
        self.send("--from", "alice@lab.test", "--to", "bob@lab.test", "--subject", "x", "--attach", "/proc/cpuinfo", stdin="wonderland\n", want=65)

    def test_wrong_password(self):
        self.account()
        answer = self.send("--from", "alice@lab.test", "--to", "bob@lab.test", "--subject", "x", "--text", "-", stdin="wrong\nx\n",
                           want=77)
        self.assertEqual(answer["outcome"], "not-sent")
        self.assertEqual(answer["problem"], "WrongPassword")
        self.assertEqual(answer["replyCode"], 535)

    def test_untrusted_authority_and_pin(self):
        self.account(ca=False)
        letter = ["--from", "alice@lab.test", "--to", "bob@lab.test", "--subject", "x", "--text", "-"]
        answer = self.send(*letter, stdin="wonderland\nx\n", want=76)
        self.assertEqual(answer["problem"], "CertificateUntrusted")
        self.cli("account", "remove", "lab", stdin="")
        self.account(ca=False, extra=["--pin", mailserver.fingerprint(SERVER.certificate)])
        self.assertEqual(self.send(*letter, stdin="wonderland\nx\n")["outcome"], "accepted")
        self.cli("account", "remove", "lab", stdin="")
        self.account(ca=False, extra=["--pin", "00" * 32])
        self.assertEqual(self.send(*letter, stdin="wonderland\nx\n", want=76)["problem"], "CertificateNotPinned")

    def test_refused_recipient(self):
        self.account()
        letter = ["--from", "alice@lab.test", "--to", "bob@lab.test", "--to", "nobody@bounce.test", "--subject", "part", "--text", "-"]
        answer = self.send(*letter, stdin="wonderland\nx\n", want=67)
        self.assertEqual(answer["outcome"], "accepted")
        self.assertEqual([refused["path"] for refused in answer["refused"]], ["nobody@bounce.test"])
        self.received(answer["messageId"])
        answer = self.send(*letter, "--all-or-nothing", stdin="wonderland\nx\n", want=67)
        self.assertEqual(answer["outcome"], "not-sent")

    def test_starttls_spoken_to_the_tls_port_and_the_reverse(self):
        letter = ["--from", "alice@lab.test", "--to", "bob@lab.test", "--subject", "x", "--text", "-"]
        self.account("tls", port=SERVER.starttls_port)
        answer = self.send(*letter, stdin="wonderland\nx\n", want=76)
        self.assertEqual(answer["problem"], "TlsOnPlainPort")
        self.cli("account", "remove", "lab", stdin="")
        self.account("starttls", port=SERVER.tls_port)
        answer = self.send(*letter, stdin="wonderland\nx\n", want=76)
        self.assertEqual(answer["problem"], "PlainOnTlsPort")

    def test_trace_holds_no_secret(self):
        self.account()
        trace = self.folder / "trace"
        self.send("--from", "alice@lab.test", "--to", "bob@lab.test", "--subject", "x", "--text", "-", "--trace", trace,
                  stdin="wonderland\nsecret body\n")
        told = trace.read_text()
        self.assertIn("MAIL FROM:<alice@lab.test>", told)
        self.assertIn("AUTH", told)
        for secret in ("wonderland", "d29uZGVybGFuZA", "AGFsaWNlAHdvbmRlcmxhbmQ", "secret body"):
            self.assertNotIn(secret, told)
        self.assertEqual(trace.stat().st_mode & 0o777, 0o600)
        for file in self.profile.rglob("*"):
            if file.is_file():
                self.assertNotIn(b"wonderland", file.read_bytes(), file)
        self.assertFalse(re.search(r"EHLO (?!\[127\.0\.0\.1\])", told), told)


if __name__ == "__main__":
    try:
        with mailserver.MailServer() as SERVER:
            unittest.main(verbosity=2)
    except mailserver.Unavailable as reason:
        print(f"skipped: {reason}")
        sys.exit(77)

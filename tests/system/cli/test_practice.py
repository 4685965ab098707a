# SPDX-License-Identifier: GPL-3.0-or-later
"""The practice server as another program's client meets it (Python's smtplib), and as an account of pennypost-cli."""
import json
import os
import pathlib
import signal
import smtplib
import socket
import ssl
import subprocess
import threading
import unittest

from cli import CLI, CliTest


class PracticeTest(CliTest):
    def start(self, *arguments):
        """`pennypost-cli practice` and what it says about itself; ended after the test."""
        process = subprocess.Popen([CLI, "--profile", str(self.profile), "--json", "practice", *arguments], stdout=subprocess.PIPE,
                                   env=self.environment())
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process, json.loads(process.stdout.readline())

    def client(self, access):
        context = ssl.create_default_context()
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # the pin is compared instead
        client = smtplib.SMTP_SSL(access["host"], access["port"], context=context, timeout=60)
        self.addCleanup(client.close)
        import hashlib
        self.assertEqual(hashlib.sha256(client.sock.getpeercert(True)).hexdigest(), access["pin"])
        return client

    def signed_in(self, access):
        client = self.client(access)
        client.login(access["user"], access["password"])
        return client

    def received(self, process):
        path = pathlib.Path(json.loads(process.stdout.readline())["received"])
        return path.read_bytes()


class Server(PracticeTest):
    def test_letters(self):
        process, access = self.start()
        client = self.signed_in(access)
        self.assertEqual(set(client.esmtp_features), {"pipelining", "size", "8bitmime", "smtputf8", "enhancedstatuscodes", "auth"})
        bodies = [b"a\r\n", b".\r\n", b"..\r\n.x\r\n", bytes(range(128, 256)) + b"\r\n", b"x" * 5_000_000 + b"\r\n", b"\r\n" * 1000]
        for body in bodies:
            letter = b"Subject: x\r\n\r\n" + body
            client.sendmail("me@here.example", ["you@there.example"], letter, ["BODY=8BITMIME"])
            self.assertTrue(self.received(process).endswith(b"\r\n" + letter))
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(), 0)

    def test_mechanisms(self):
        _, access = self.start()
        for mechanism in ("auth_plain", "auth_login"):
            for initial in (True, False):
                client = self.client(access)
                client.ehlo()
                client.user, client.password = access["user"], access["password"]
                client.auth(mechanism[5:].upper(), getattr(client, mechanism), initial_response_ok=initial)
        client = self.client(access)
        with self.assertRaises(smtplib.SMTPAuthenticationError):
            client.login(access["user"], "wrong")

    def test_five_hundred_recipients(self):
        process, access = self.start()
        client = self.signed_in(access)
        everybody = ["r%d@there.example" % number for number in range(500)]
        self.assertEqual(client.sendmail("me@here.example", everybody, b"\r\nx\r\n"), {})
        self.assertEqual(self.received(process).count(b"Envelope-To: <r"), 500)

    def test_parallel(self):
        process, access = self.start()
        clients = [self.signed_in(access) for _ in range(10)]
        threads = [threading.Thread(target=client.sendmail, args=("me@here.example", ["you@there.example"], b"\r\n" + b"%d" % number * 100_000))
                   for number, client in enumerate(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        letters = [self.received(process) for _ in clients]
        for number in range(10):
            self.assertEqual(sum(letter.endswith(b"\r\n\r\n" + b"%d" % number * 100_000 + b"\r\n") for letter in letters), 1)

    def test_garbage(self):
        process, access = self.start()
        for garbage in (b"\0" * 100_000, b"GET / HTTP/1.1\r\n\r\n", os.urandom(100_000), b"A" * 1_000_000):
            with socket.create_connection((access["host"], access["port"])) as plain:
                try:
                    plain.sendall(garbage)
                except OSError:
                    pass  # it may well be cut off in the middle
            client = self.client(access)
            try:
                client.sock.sendall(garbage)
                client.sock.sendall(b"\r\nQUIT\r\n")
                while client.sock.recv(4096):
                    pass
            except OSError:
                pass
        self.signed_in(access).sendmail("me@here.example", ["you@there.example"], b"\r\nstill here\r\n")
        self.assertIn(b"still here", self.received(process))

    def test_port(self):
        _, access = self.start()
        done = self.run_cli("practice", "--port", access["port"], code=69)
        self.assertIn(b"practice server", done.stderr)

    def test_text_form(self):
        process = subprocess.Popen([CLI, "--profile", str(self.profile), "practice"], stdout=subprocess.PIPE, env=self.environment())
        names = [process.stdout.readline().split()[0] for _ in range(7)]
        self.assertEqual(names, [b"host", b"port", b"security", b"user", b"password", b"pin", b"folder"])
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(), 0)
        process.stdout.close()

    def test_nobody_reads_on(self):
        """Without anybody to tell of letters it ends, and says so once."""
        for form in ([], ["--json"]):
            with self.subTest(form, when="at a letter"):
                process = subprocess.Popen([CLI, "--profile", str(self.profile), *form, "practice"], stdout=subprocess.PIPE,
                                           stderr=subprocess.PIPE, env=self.environment())
                self.addCleanup(process.stderr.close)
                self.addCleanup(process.wait)
                self.addCleanup(process.kill)
                if form:
                    access = json.loads(process.stdout.readline())
                else:
                    access = dict(process.stdout.readline().decode().split(maxsplit=1) for _ in range(7))
                    access = {name: value.rstrip("\n") for name, value in access.items()}
                process.stdout.close()
                self.signed_in({**access, "port": int(access["port"])}).sendmail("me@here.example", ["you@there.example"], b"\r\nx\r\n")
                self.assertEqual(process.wait(timeout=60), 74)
                self.assertEqual(process.stderr.read(), b"pennypost-cli: standard output can't be written to\n")
            if os.path.exists("/dev/full"):
                with self.subTest(form, when="at the start"), open("/dev/full", "wb") as full:
                    done = subprocess.run([CLI, "--profile", str(self.profile), *form, "practice"], stdout=full, stderr=subprocess.PIPE,
                                          timeout=60, env=self.environment())
                    self.assertEqual(done.returncode, 74)
                    self.assertEqual(done.stderr, b"pennypost-cli: standard output can't be written to\n")


class Account(PracticeTest):
    def test_send_starts_the_server(self):
        self.run_cli("account", "add", "--practice", "--name", "Me")
        attachment = os.urandom(300_000)
        result = self.run_json("send", "--to", "you@there.example", "--subject", "Üben", "--text", "-", "--attach", self.write("a.bin", attachment),
                               stdin=b"hello")
        self.assertEqual(result["outcome"], "accepted")
        import email
        import email.policy
        parsed = email.message_from_bytes(pathlib.Path(result["received"]).read_bytes(), policy=email.policy.default)
        self.assertEqual(parsed["From"], "Me <practice@localhost>")
        self.assertEqual(parsed["Subject"], "Üben")
        self.assertEqual([part.get_content() for part in parsed.iter_attachments()], [attachment])
        self.assertEqual(self.run_json("account", "test", "practice")["outcome"], "accepted")
        self.assertNotIn(b"pin\": \"", (self.profile / "accounts.json").read_bytes())

    def test_as_an_ordinary_account(self):
        """Another process's practice server, by host, port, pin and password."""
        process, access = self.start()
        self.run_cli("account", "add", "--id", "test", "--address", "me@here.example", "--server", access["host"], "--port", access["port"],
                     "--security", "tls", "--user", access["user"], "--pin", access["pin"], "--session-secret")
        result = self.run_json("send", "--to", "you@there.example", "--text", "-", "--password-stdin",
                               stdin=(access["password"] + "\nhello\n").encode())
        self.assertEqual(result["outcome"], "accepted")
        self.assertIn(b"hello", self.received(process))
        for path in self.profile.rglob("*"):
            if path.is_file():
                self.assertNotIn(access["password"].encode(), path.read_bytes())

    def test_ten_sends_side_by_side(self):
        process, access = self.start()
        self.run_cli("account", "add", "--id", "test", "--address", "me@here.example", "--server", access["host"], "--port", access["port"],
                     "--user", access["user"], "--pin", access["pin"], "--session-secret")
        running = [subprocess.Popen([CLI, "--profile", str(self.profile), "send", "--to", "you@there.example", "--subject", str(number),
                                     "--password-stdin"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=self.environment())
                   for number in range(10)]
        for each in running:
            each.stdin.write(access["password"].encode())
            each.stdin.close()
        self.assertEqual([each.wait() for each in running], [0] * 10)
        self.assertEqual(len(list((self.profile / "practice").glob("*.eml"))), 10)


if __name__ == "__main__":
    unittest.main()

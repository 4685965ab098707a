# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli with a certificate of one's own and through a proxy of the account's: what is stored of them, and real servers that
want them."""
import base64
import pathlib
import socket
import subprocess
import threading
import unittest

from cli import PASSWORD, CliTest, make_certificate
from scripted_server import CAPABILITIES, ScriptedServer

PHRASE = "s3cret-pass-phrase"
EXTERNAL = [each + " EXTERNAL" if each.startswith("AUTH") else each for each in CAPABILITIES]


class Proxy:
    """An HTTP proxy that takes everybody who signs in as hatter to one server, whatever name they ask for."""
    def __init__(self, port, password=None):
        self.server_port, self.wanted = port, []
        self.token = base64.b64encode(("hatter:" + password).encode()).decode() if password else None
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()

    def serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.take, args=(client,), daemon=True).start()

    def take(self, client):
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            piece = client.recv(1)
            if not piece:
                return
            head += piece
        lines = head.decode().split("\r\n")
        if self.token and "proxy-authorization: basic " + self.token.lower() not in [line.lower() for line in lines]:
            client.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            client.close()
            return
        self.wanted.append(lines[0].split(" ")[1])
        server = socket.create_connection(("127.0.0.1", self.server_port))
        client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        threading.Thread(target=self.pass_on, args=(server, client), daemon=True).start()
        self.pass_on(client, server)

    @staticmethod
    def pass_on(source, sink):
        try:
            while piece := source.recv(65536):
                sink.sendall(piece)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class OwnConnection(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = make_certificate(cls.shared, "alice")
        cls.crt = cls.shared / "alice.crt"
        cls.locked = cls.shared / "locked.p12"
        subprocess.run(["openssl", "pkcs12", "-export", "-in", cls.own, "-out", cls.locked, "-passout", "pass:" + PHRASE], check=True,
                       capture_output=True)
        cls.mail = make_certificate(cls.shared, "mail", "DNS:mail.there.example")

    def tearDown(self):
        super().tearDown()
        for secret in (PHRASE.encode(), b"tea at six"):
            self.assertNotIn(secret, self.said)
            for path in self.folder.rglob("*"):
                if path.is_file():
                    self.assertNotIn(secret, path.read_bytes(), path)

    def add(self, port, *more, server="127.0.0.1", certificate=None, **options):
        return self.run_json("account", "add", "--id", "test", "--address", "bob@here.example", "--server", server, "--port", port,
                             "--security", "tls", "--ca", (certificate or self.certificate).with_suffix(".crt"), *more, **options)

    def post(self, *more, stdin=b"", code=0):
        return self.run_json("send", "--account", "test", "--to", "ann@there.example", "--subject", "Hi", "--text", "-", *more,
                             stdin=stdin + b"Hello\n", code=code)

    def test_signed_in_by_certificate(self):
        for user, said in (([], b""), (["--user", "bob"], b"bob")):
            with self.subTest(user), ScriptedServer(certificate=self.certificate, client=self.crt, capabilities=EXTERNAL) as server:
                account = self.add(server.port, "--client-certificate", self.own, *user)["account"]
                self.assertEqual(account["clientCertificate"], str(self.own))
                self.assertEqual((account["secret"], account["certificateSecret"]), ("none", "none"))
                result = self.run_json("account", "test", "test")
                self.assertEqual(result["mechanism"], "EXTERNAL")
                self.assertEqual(self.post()["outcome"], "accepted")
                self.assertEqual(server.secrets, [said, said])
                self.assertIn("certificate " + str(self.own), self.run_cli("account", "list").stdout.decode())
                self.run_cli("account", "remove", "test")

    def test_certificate_and_password(self):
        """The one opens the door, the other signs in."""
        with ScriptedServer(certificate=self.certificate, client=self.crt, capabilities=EXTERNAL) as server:
            self.add(server.port, "--client-certificate", self.own, "--user", "bob", "--mechanism", "PLAIN", "--session-secret")
            self.assertEqual(self.post("--password-stdin", stdin=PASSWORD.encode() + b"\n")["outcome"], "accepted")
            self.assertEqual(server.secrets, [PASSWORD.encode()])

    def test_pass_phrase(self):
        """Without a keychain it is asked for each time; of several secrets each is a line."""
        with ScriptedServer(certificate=self.certificate, client=self.crt, capabilities=EXTERNAL) as server:
            wrong = self.add(server.port, "--client-certificate", self.locked, "--pass-phrase-stdin", stdin=b"guess\n", code=77)
            self.assertEqual(wrong["problem"], "ClientCertificateUnusable")
            missing = self.add(server.port, "--client-certificate", self.locked, code=64)
            self.assertIn("--pass-phrase-stdin", missing["cause"])
            none = self.add(server.port, "--client-certificate", self.locked, "--pass-phrase-stdin", stdin=b"", code=66)
            self.assertIn("no pass phrase on standard input", none["cause"])
            self.assertEqual(self.run_json("account", "list")["accounts"], [])
            done = self.run_cli("account", "add", "--id", "test", "--address", "bob@here.example", "--server", "127.0.0.1", "--port",
                                server.port, "--ca", self.certificate.with_suffix(".crt"), "--client-certificate", self.locked,
                                "--pass-phrase-stdin", "--password-stdin", stdin=(PASSWORD + "\n" + PHRASE + "\n").encode())
            self.assertIn(b"no keychain runs in this session: the password and the pass phrase are not kept", done.stderr)
            [account] = self.run_json("account", "list")["accounts"]
            self.assertEqual((account["secret"], account["certificateSecret"], account["proxySecret"]), ("session", "session", "none"))
            both = (PASSWORD + "\n" + PHRASE + "\n").encode()
            self.assertEqual(self.post("--pass-phrase-stdin", "--password-stdin", stdin=both)["outcome"], "accepted")
            self.assertEqual(server.letters[0].split(b"\r\n\r\n")[1].strip(), b"Hello")
            result = self.post("--password-stdin", stdin=PASSWORD.encode() + b"\n", code=77)
            self.assertEqual(result["problem"], "SecretUnavailable")
            self.assertIn("--pass-phrase-stdin", result["cause"])
            result = self.run_json("account", "test", "test", "--password-stdin", "--pass-phrase-stdin",
                                   stdin=(PASSWORD + "\nguess\n").encode(), code=77)
            self.assertEqual((result["problem"], result["stage"]), ("ClientCertificateUnusable", "Preparing"))

    def test_certificates_that_will_not_do(self):
        rows = [(self.crt, 65, "no private key"),
                (self.write("letter.pem", "Dear all"), 65, "neither PEM nor PKCS#12"),
                (self.folder / "gone.pem", 66, "not there"),
                (self.folder, 66, "can't be read"),
                (make_certificate(self.folder, "old", days="-1") if self.knows_negative_days() else None, 65, "expired")]
        for file, code, words in rows:
            if file is None:
                continue
            with self.subTest(words):
                result = self.add(9, "--client-certificate", file, code=code)
                self.assertEqual(result["problem"], "ClientCertificateUnusable")
                self.assertIn(words, result["cause"])
        self.assertEqual(self.run_json("account", "list")["accounts"], [])

    def knows_negative_days(self):
        try:
            make_certificate(self.folder, "trial", days="-1")
        except subprocess.CalledProcessError:
            return False
        return True

    def test_certificate_that_has_gone(self):
        with ScriptedServer(certificate=self.certificate, client=self.crt, capabilities=EXTERNAL) as server:
            moved = self.write("alice.pem", pathlib.Path(self.own).read_bytes())
            self.add(server.port, "--client-certificate", moved)
            moved.unlink()
            result = self.post(code=66)
            self.assertEqual((result["problem"], result["outcome"]), ("ClientCertificateUnusable", "not-sent"))
            self.assertEqual(result["text"], str(moved))
            self.assertEqual(server.commands, [])

    def test_certificate_wanted(self):
        with ScriptedServer(certificate=self.certificate, client=self.crt) as server:
            self.add(server.port)
            self.assertEqual(self.post(code=77)["problem"], "ClientCertificateNeeded")

    def test_proxy(self):
        with ScriptedServer(certificate=self.mail) as server, Proxy(server.port, "tea at six") as proxy:
            account = self.add(465, "--proxy", f"http://hatter@127.0.0.1:{proxy.port}", "--session-secret", "--user", "",
                               server="mail.there.example", certificate=self.mail)["account"]
            self.assertEqual(account["proxy"], f"http://hatter@127.0.0.1:{proxy.port}")
            self.assertEqual((account["secret"], account["proxySecret"]), ("none", "session"))
            self.assertEqual(self.post("--proxy-password-stdin", stdin=b"tea at six\n", code=0)["outcome"], "accepted")
            self.assertEqual(proxy.wanted, ["mail.there.example:465"])
            result = self.run_json("account", "test", "test", "--proxy-password-stdin", stdin=b"coffee\n", code=77)
            self.assertEqual(result["problem"], "ProxyAuthenticationRequired")
            self.assertEqual(self.post(code=77)["problem"], "SecretUnavailable")
            self.assertEqual(len(proxy.wanted), 1)

    def test_what_nobody_would_use(self):
        self.add(9)
        for option, words in (("--pass-phrase-stdin", "no client certificate"), ("--proxy-password-stdin", "no proxy that it signs in to")):
            for command in (["account", "test", "test"], ["send", "--account", "test", "--to", "ann@there.example", "--text", "-"]):
                with self.subTest(option, command=command[0]):
                    self.assertIn(words, self.run_json(*command, option, stdin=b"x\n", code=64)["cause"])


if __name__ == "__main__":
    unittest.main()

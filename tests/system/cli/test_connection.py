# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli send and account test: which server it is, whether it may be trusted, and which steps are told."""
import socket
import unittest

from cli import PASSWORD, CliTest, fingerprint, make_certificate
from scripted_server import CLOSE, ScriptedServer


class Connecting(CliTest):
    def test_what_to_do_is_said(self):
        """After what happened, before the system's or the server's own words."""
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server, pin=False)
            lines = self.run_cli("account", "test", "test", "--password-stdin", stdin=b"x\n", code=76).stderr.decode().splitlines()
        self.assertIn("not trusted", lines[0])
        self.assertIn("give it to --pin", lines[1])
        self.assertIn("SHA-256", lines[-1])

    def test_a_test_speaks_of_no_letter(self):
        with ScriptedServer(certificate=self.certificate, replies={"GREETING": [CLOSE]}) as server:
            self.add_account(server)
            done = self.run_cli("account", "test", "test", "--password-stdin", stdin=b"x\n", code=75)
        self.assertIn(b"the connection was lost", done.stderr)
        self.assertNotIn(b"letter", done.stderr)

    def test_certificates(self):
        other = make_certificate(self.shared, "other", hosts="DNS:elsewhere.example")
        rows = [("good", self.certificate, [], "CertificateUntrusted", 76),
                ("pinned", self.certificate, ["--pin", fingerprint(self.certificate)], None, 0),
                ("pinned with colons", self.certificate,
                 ["--pin", ":".join(fingerprint(self.certificate).upper()[i:i + 2] for i in range(0, 64, 2))], None, 0),
                ("another pinned", self.certificate, ["--pin", fingerprint(other)], "CertificateNotPinned", 76),
                ("authority given", self.certificate, ["--ca", self.shared / "good.crt"], None, 0),
                ("wrong name", other, ["--ca", self.shared / "other.crt"], "CertificateWrongName", 76)]
        for number, (name, certificate, trust, problem, code) in enumerate(rows):
            with self.subTest(name), ScriptedServer(certificate=certificate) as server:
                self.add_account(server, *trust, id="c%d" % number, pin=False)
                result = self.run_json("send", "--account", "c%d" % number, "--to", "a@b.example", "--text", "-", "--password-stdin",
                                       stdin=(PASSWORD + "\nx").encode(), code=code)
                self.assertEqual(result["problem"], problem)
                if code:
                    self.assertEqual(result["certificate"]["sha256"], fingerprint(certificate))
                    self.assertEqual(server.secrets, [])

    def test_authority_that_has_vanished(self):
        authority = self.folder / "authority.pem"
        with ScriptedServer(certificate=self.certificate) as server:
            authority.write_text((self.shared / "good.crt").read_text())
            self.add_account(server, "--ca", authority, pin=False)
            self.send()
            for content, code, problem in ((None, 66, "FileMissing"), ("nothing", 65, "BadCertificate")):
                authority.unlink() if content is None else authority.write_text(content)
                for result in (self.send(code=code),
                               self.run_json("account", "test", "test", "--password-stdin", stdin=PASSWORD.encode(), code=code)):
                    self.assertEqual((result["outcome"], result["problem"], result["stage"]), ("not-sent", problem, "Preparing"))
                    self.assertIn(str(authority), result["cause"])
            self.assertEqual(len(server.letters), 1)

    def test_starttls(self):
        with ScriptedServer(tls="starttls", certificate=self.certificate, capabilities=["STARTTLS", "AUTH PLAIN"]) as server:
            self.add_account(server, security="starttls")
            self.assertEqual(self.send()["tls"]["protocol"], "TLSv1.3")
            self.assertEqual([each.split(" ")[0] for each in server.commands[:4]], ["EHLO", "STARTTLS", "EHLO", "AUTH"])

    def test_starttls_missing_or_refused(self):
        for number, (replies, capabilities, problem, code) in enumerate([
                ({}, ["AUTH PLAIN"], "StartTlsMissing", 76),
                ({"STARTTLS": ["454 4.7.0 not now"]}, ["STARTTLS", "AUTH PLAIN"], "StartTlsRefused", 75),
                ({"STARTTLS": ["500 5.5.1 what"]}, ["STARTTLS", "AUTH PLAIN"], "StartTlsRefused", 76),
                ({"STARTTLS": ["220 go\n250 injected"]}, ["STARTTLS", "AUTH PLAIN"], "InjectedBeforeTls", 76)]):
            with self.subTest(problem), ScriptedServer(tls="starttls", certificate=self.certificate, replies=replies,
                                                       capabilities=capabilities) as server:
                self.add_account(server, security="starttls", id="s%d" % number)
                result = self.run_json("send", "--account", "s%d" % number, "--to", "a@b.example", "--text", "-", "--password-stdin",
                                       stdin=(PASSWORD + "\nx").encode(), code=code)
                self.assertEqual(result["problem"], problem)
                self.assertNotIn("AUTH", [each.split(" ")[0] for each in server.commands])
                self.assertNotIn("MAIL", [each.split(" ")[0] for each in server.commands])

    def test_wrong_kind_of_port(self):
        with ScriptedServer(tls="none", certificate=self.certificate) as server:
            self.add_account(server)
            self.assertEqual(self.send(code=76)["problem"], "TlsOnPlainPort")

    def test_nobody_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.run_cli("account", "add", "--id", "test", "--address", "b@c.example", "--server", "127.0.0.1", "--port", port,
                     "--user", "b", "--session-secret")
        result = self.send(code=69)
        self.assertEqual((result["outcome"], result["problem"], result["stage"]), ("not-sent", "ConnectionRefused", "Connect"))
        self.assertEqual((result["cause"], result["text"]), ("the server takes no connection on this port", "Connection refused"))

    def test_host_not_found(self):
        self.run_cli("account", "add", "--id", "test", "--address", "b@c.example", "--server", "no-such-host.invalid", "--user", "b",
                     "--session-secret")
        done = self.run_cli("--json", "send", "--to", "a@b.example", "--text", "-", "--password-stdin",
                            stdin=PASSWORD.encode() + b"\nx", code=self.lookup_code())
        self.assertIn(b'"stage":"Lookup"', done.stdout)

    @staticmethod
    def lookup_code():
        """A machine without any name server can't know that a name is none: that is temporary."""
        try:
            socket.getaddrinfo("no-such-host.invalid", 25)
        except socket.gaierror as error:
            return 68 if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", -5)) else 75
        return 68



class Testing(CliTest):
    def test_steps(self):
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server)
            done = self.run_cli("account", "test", "test", "--password-stdin", stdin=PASSWORD.encode())
            steps = [line.split(":")[0] for line in done.stdout.decode().splitlines()]
            self.assertEqual(steps, ["Found", "Connected", "Encrypted", "Greeted", "Introduced", "Signed in", "Account test works"])
            result = self.run_json("account", "test", "test", "--password-stdin", stdin=PASSWORD.encode())
            self.assertEqual((result["problem"], result["queueText"], result["accepted"], result["account"]), (None, "", [], "test"))
            self.assertEqual((result["outcome"], result["mechanism"]), ("accepted", "PLAIN"))

    def test_failure(self):
        with ScriptedServer(certificate=self.certificate, replies={"PASSWORD": ["535 5.7.8 no"]}) as server:
            self.add_account(server)
            result = self.run_json("account", "test", "test", "--password-stdin", stdin=PASSWORD.encode(), code=77)
            self.assertEqual((result["outcome"], result["problem"]), ("not-sent", "WrongPassword"))
        self.run_json("account", "test", "nobody", code=78)

    def test_password_missing(self):
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server)
            self.assertEqual(self.run_json("account", "test", "test", code=77)["problem"], "SecretUnavailable")
            self.assertEqual(self.run_json("account", "test", "test", "--password-stdin", code=66)["problem"], "NoPassword")


if __name__ == "__main__":
    unittest.main()

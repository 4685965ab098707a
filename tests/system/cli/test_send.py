# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli send and account test against servers that behave, misbehave and vanish: outcome, problem and exit code."""
import contextlib
import email
import email.policy
import json
import os
import pathlib
import signal
import socket
import sqlite3
import stat
import subprocess
import unittest

from cli import CLI, PASSWORD, CliTest, fingerprint, make_certificate
from scripted_server import CLOSE, SILENCE, Held, ScriptedServer

# What the server answers -> outcome, problem, stage, exit code.
FAILURES = {
    "greeting 554": ({"GREETING": ["554 5.7.1 go away"]}, "not-sent", "ServerRefusesUs", "Greeting", 69),
    "greeting 421": ({"GREETING": ["421 4.3.2 shutting down"]}, "not-sent", None, "Greeting", 75),
    "greeting is http": ({"GREETING": ["HTTP/1.1 400 Bad Request"]}, "not-sent", "NotSmtp", "Greeting", 76),
    "closed at once": ({"GREETING": [CLOSE]}, "not-sent", "ConnectionLost", "Greeting", 75),
    "535": ({"PASSWORD": ["535 5.7.8 wrong"]}, "not-sent", "WrongPassword", "Authenticate", 77),
    "534": ({"PASSWORD": ["534 5.7.9 app password"]}, "not-sent", "AppPasswordNeeded", "Authenticate", 77),
    "535 5.7.139": ({"PASSWORD": ["535 5.7.139 disabled"]}, "not-sent", "PasswordsDisabled", "Authenticate", 77),
    "454 at sign-in": ({"PASSWORD": ["454 4.7.0 later"]}, "not-sent", "AuthenticationDelayed", "Authenticate", 75),
    "sender refused": ({"MAIL": ["553 5.7.1 not yours"]}, "not-sent", "SenderRefused", "MailFrom", 77),
    "451 at mail": ({"MAIL": ["451 4.3.0 later"]}, "not-sent", None, "MailFrom", 75),
    "recipient refused": ({"RCPT": ["550 5.1.1 who"]}, "not-sent", "RecipientsRefused", "Recipients", 67),
    "greylisted": ({"RCPT": ["450 4.7.1 greylisted"]}, "not-sent", None, "Recipients", 75),
    "451 at data": ({"DATA": ["451 4.3.0 later"]}, "not-sent", "Temporary", "Data", 75),
    "554 at the dot": ({"DOT": ["554 5.7.1 spam"]}, "not-sent", "ContentRefused", "FinalDot", 65),
    "452 at the dot": ({"DOT": ["452 4.3.1 disk full"]}, "not-sent", "Temporary", "FinalDot", 75),
    "552 at the dot": ({"DOT": ["552 5.3.4 too big"]}, "not-sent", "LetterTooLarge", "FinalDot", 65),
    "lost at data": ({"DATA": [CLOSE]}, "not-sent", "ConnectionLost", "Data", 75),
    "no reply after the dot": ({"DOT": ["<html>proxy error"]}, "may-have-been-sent", "MayHaveBeenSent", "FinalDot", 76),
    "530 though signed in": ({"MAIL": ["530 5.7.57 not authenticated"]}, "not-sent", "AuthenticationRequired", "MailFrom", 77),
    "lost after the dot": ({"DOT": [CLOSE]}, "may-have-been-sent", "MayHaveBeenSent", "FinalDot", 76),
}


class NoServer:
    port = 9


class Sending(CliTest):
    def test_accepted(self):
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server)
            result = self.send("--cc", "Çelik <c@there.example>", "--bcc", "hidden@there.example")
        self.assertEqual(result["outcome"], "accepted")
        self.assertIsNone(result["problem"])
        self.assertEqual((result["stage"], result["replyCode"], result["enhancedCode"]), ("Done", 250, "2.0.0"))
        self.assertIn("queued as 4711", result["queueText"])
        self.assertEqual(result["accepted"], ["ann@there.example", "c@there.example", "hidden@there.example"])
        self.assertEqual(result["refused"], [])
        self.assertIs(result["stored"], True)
        self.assertEqual(result["tls"]["protocol"], "TLSv1.3")
        self.assertEqual(result["server"]["port"], server.port)
        self.assertEqual(server.secrets, [PASSWORD.encode()])
        [letter] = server.letters
        self.assertEqual(result["bytes"], len(letter))
        parsed = email.message_from_bytes(letter, policy=email.policy.default)
        self.assertEqual(parsed["Message-ID"], "<%s>" % result["messageId"])
        self.assertEqual(parsed["From"], "Bob <bob@here.example>")
        self.assertIsNone(parsed["Bcc"])
        self.assertNotIn(b"hidden", letter)
        self.assertEqual(parsed.get_content(), "Hello\r\n")

    def test_each_failure(self):
        for name, (replies, outcome, problem, stage, code) in FAILURES.items():
            with self.subTest(name), ScriptedServer(certificate=self.certificate, replies=replies) as server:
                identity = "f" + str(server.port)
                self.add_account(server, id=identity)
                result = self.run_json("send", "--account", identity, "--to", "ann@there.example", "--text", "-", "--password-stdin",
                                       stdin=(PASSWORD + "\nx\n").encode(), code=code)
                self.assertEqual(result["outcome"], outcome)
                self.assertEqual(result["stage"], stage)
                if problem:
                    self.assertEqual(result["problem"], problem)
                words = [each for answers in replies.values() for each in answers if isinstance(each, str) and each[0] in "45"]
                for each in words:
                    replied = [result["replyCode"]] + [one["code"] for one in result["refused"]]
                    self.assertIn(int(each[:3]), replied)
                self.assertEqual(server.letters, [])

    def test_words_on_standard_error(self):
        with ScriptedServer(certificate=self.certificate, replies={"PASSWORD": ["535 5.7.8 Nope, \x1b[31mred"]}) as server:
            self.add_account(server)
            done = self.run_cli("send", "--to", "a@there.example", "--text", "-", "--password-stdin",
                                stdin=(PASSWORD + "\nx").encode(), code=77)
        lines = done.stderr.decode().splitlines()
        self.assertEqual(done.stdout, b"")
        self.assertEqual(lines[0].split(" (")[0], "pennypost-cli: user name or password wrong")
        self.assertIn("535 5.7.8 Nope", lines[-1])
        self.assertNotIn("\x1b", done.stderr.decode())

    def test_quoted_secrets(self):
        """A server that quotes what it does not like; tearDown looks for the secret in all that was said and written."""
        rows = [("PLAIN", ["501 5.5.2 Syntax error: {line}", "535 5.7.8 {line}"], 77, "****"),
                ("PLAIN", ["500 Syntax error: \"{line}\""], 77, "Syntax error: \"AUTH PLAIN ****\""),
                ("LOGIN", ["535-5.7.8 {line}\n535 5.7.8 " + PASSWORD + "?"], 77, "5.7.8 ****\n5.7.8 ****?"),
                ("PLAIN", ["235 {line}"], 0, "2.0.0 queued for ****")]
        for number, (mechanism, answers, code, text) in enumerate(rows):
            dot = ["250 2.0.0 queued for " + PASSWORD]
            with self.subTest(answers), ScriptedServer(certificate=self.certificate, replies={"PASSWORD": answers, "DOT": dot}) as server:
                identity = "q%d" % number
                self.add_account(server, "--mechanism", mechanism, id=identity)
                trace = self.folder / (identity + ".trace")
                words = ["send", "--account", identity, "--to", "ann@there.example", "--text", "-", "--password-stdin"]
                letter = (PASSWORD + "\nHello\n").encode()
                result = self.run_json(*words, "--trace", trace, stdin=letter, code=code)
                self.assertIn(text, result["text"])
                self.assertIn("****", [line for line in trace.read_text().splitlines() if line.startswith("S: ") and "****" in line][0])
                self.run_cli(*words, stdin=letter, code=code)

    def test_some_recipients_refused(self):
        replies = {"RCPT": ["250 2.1.5 Ok", "550 5.1.1 unknown", "250 2.1.5 Ok"]}
        with ScriptedServer(certificate=self.certificate, replies=replies) as server:
            self.add_account(server)
            result = self.send("--to", "gone@there.example, eve@there.example", code=67)
            self.assertEqual((result["outcome"], result["problem"]), ("accepted", "RecipientsRefused"))
            self.assertEqual(result["cause"], "the letter was accepted, but not for 1 of its 3 recipients")
            self.assertEqual(result["accepted"], ["ann@there.example", "eve@there.example"])
            self.assertEqual(result["refused"], [{"path": "gone@there.example", "code": 550, "enhanced": "5.1.1", "text": "5.1.1 unknown"}])
            self.assertEqual(len(server.letters), 1)

    def test_some_recipients_refused_in_words(self):
        replies = {"RCPT": ["550 5.1.1 unknown", "451 4.7.1 later", "250 2.1.5 Ok"]}
        with ScriptedServer(certificate=self.certificate, replies=replies) as server:
            self.add_account(server)
            done = self.run_cli("send", "--to", "a@there.example, b@there.example, c@there.example", "--text", "-", "--password-stdin",
                                stdin=(PASSWORD + "\nx").encode(), code=67)
        self.assertEqual(done.stderr.decode().splitlines(),
                         ["pennypost-cli: the letter was accepted, but not for 2 of its 3 recipients",
                          "pennypost-cli: refused: a@there.example: 550 5.1.1 unknown",
                          "pennypost-cli: refused: b@there.example: 451 4.7.1 later"])

    def test_the_letter_s_own_refusal_beside_a_recipient_s(self):
        replies = {"RCPT": ["550 5.1.1 unknown", "250 2.1.5 Ok"], "DOT": ["554 5.7.1 spam"]}
        with ScriptedServer(certificate=self.certificate, replies=replies) as server:
            self.add_account(server)
            done = self.run_cli("send", "--to", "a@there.example, b@there.example", "--text", "-", "--password-stdin",
                                stdin=(PASSWORD + "\nx").encode(), code=65)
        lines = done.stderr.decode()
        self.assertIn("refused: a@there.example: 550 5.1.1 unknown", lines)
        self.assertIn("554 5.7.1 spam", lines)

    def test_what_the_server_does_not_offer(self):
        """Told before a byte of the letter: too large by SIZE, and octets over 127 without 8BITMIME."""
        letter = self.write("eight.eml", "From: bob@here.example\r\nTo: a@there.example\r\n\r\nÄ\r\n".encode())
        rows = [(["SIZE 100", "AUTH PLAIN"], ["--to", "a@there.example", "--text", "-"], "LetterTooLarge", "the server's limit is 100"),
                (["SIZE", "AUTH PLAIN"], ["--eml", letter], "EightBitMimeNeeded", "8-bit")]
        for number, (capabilities, options, problem, cause) in enumerate(rows):
            with self.subTest(problem), ScriptedServer(certificate=self.certificate, capabilities=capabilities) as server:
                self.add_account(server, id="o%d" % number)
                result = self.run_json("send", "--account", "o%d" % number, "--password-stdin", *options,
                                       stdin=(PASSWORD + "\nx").encode(), code=65)
                self.assertEqual((result["outcome"], result["problem"]), ("not-sent", problem))
                self.assertIn(cause, result["cause"])
                self.assertEqual(result.get("limit"), 100 if problem == "LetterTooLarge" else None)
                self.assertNotIn("DATA", server.commands)
                self.assertFalse([line for line in server.commands if line.startswith("MAIL")])

    def test_no_reply_to_the_letter(self):
        with ScriptedServer(certificate=self.certificate, replies={"DOT": ["<b>proxy\x1b[31m error</b>"]}) as server:
            self.add_account(server)
            result = self.send(code=76)
        self.assertEqual(result["text"], "<b>proxy error</b>")
        self.assertIn("something that is no reply", result["cause"])

    def test_all_or_nothing(self):
        replies = {"RCPT": ["250 2.1.5 Ok", "550 5.1.1 unknown", "250 2.1.5 Ok"]}
        with ScriptedServer(certificate=self.certificate, replies=replies) as server:
            self.add_account(server)
            result = self.send("--to", "gone@there.example, eve@there.example", "--all-or-nothing", code=67)
            self.assertEqual(result["outcome"], "not-sent")
            self.assertEqual([each["path"] for each in result["refused"]], ["gone@there.example"])
            self.assertEqual(server.letters, [])

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

    def test_password_with_nul(self):
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server)
            for result in (self.send(stdin=b"a\0b\nx", code=65),
                           self.run_json("account", "test", "test", "--password-stdin", stdin=b"a\0b", code=65)):
                self.assertEqual((result["outcome"], result["problem"]), ("not-sent", "BadPassword"))
                self.assertIn("NUL", result["cause"])
            self.assertEqual(server.commands, [])

    def test_password_that_nothing_would_use(self):
        with ScriptedServer(tls="none", capabilities=["8BITMIME"]) as server:
            self.add_account(server, security="none", user=None)
            for result in (self.send(code=64), self.run_json("account", "test", "test", "--password-stdin", stdin=b"x", code=64)):
                self.assertIn("no user name", result["cause"])
            self.assertEqual(server.commands, [])

    def test_message_id_in_the_account_s_domain(self):
        rows = [([], "@here.example"), (["--from", "Bob <bob@HERE.example>"], "@here.example"),
                (["--from", "bob@elsewhere.example"], "@here.example"), (["--message-id", "own@own.example"], "@own.example")]
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server)
            for options, domain in rows:
                with self.subTest(options):
                    self.assertTrue(self.send(*options)["messageId"].endswith(domain))

    def test_full_outputs(self):
        """The letter is out: a script must not send it again because nobody could read of it."""
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full here")
        mode = os.stat("/dev/full").st_mode
        with ScriptedServer(certificate=self.certificate) as server:
            self.add_account(server)
            words = ["send", "--to", "a@b.example", "--text", "-", "--password-stdin"]
            done = self.run_cli(*words, "--trace", "/dev/full", stdin=(PASSWORD + "\nx").encode())
            self.assertIn(b"trace could not be written", done.stderr)
            self.assertEqual(os.stat("/dev/full").st_mode, mode)
            with open("/dev/full", "wb") as full:
                done = subprocess.run([CLI, "--profile", str(self.profile), *words], input=(PASSWORD + "\nx").encode(), stdout=full,
                                      stderr=subprocess.PIPE, env=self.environment())
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"standard output can't be written to", done.stderr)
            self.assertEqual(len(server.letters), 2)

    def test_account_without_sign_in_in_clear(self):
        with ScriptedServer(tls="none", capabilities=["8BITMIME"]) as server:
            self.add_account(server, security="none", user=None)
            result = self.run_json("send", "--to", "a@b.example", "--text", "-", stdin=b"x")
            self.assertIsNone(result["tls"])
            self.assertNotIn("AUTH", " ".join(server.commands))

    def test_trace(self):
        trace = self.folder / "trace.txt"
        trace.write_text("old")
        trace.chmod(0o644)
        with ScriptedServer(certificate=self.certificate, replies={"QUIT": ["221 \x1b[2J"]}) as server:
            for mechanism in ("PLAIN", "LOGIN"):
                self.add_account(server, "--mechanism", mechanism, id=mechanism.lower())
                self.run_cli("send", "--account", mechanism.lower(), "--to", "a@b.example", "--text", "-", "--password-stdin",
                             "--trace", trace, stdin=(PASSWORD + "\nthe text\n").encode())
                text = trace.read_text()
                self.assertEqual(stat.S_IMODE(trace.stat().st_mode), 0o600)
                self.assertIn("C: MAIL FROM:<bob@here.example>", text)
                self.assertIn("C: AUTH " + mechanism, text)
                self.assertIn("S: 250 2.0.0 queued as 4711", text)
                self.assertNotIn("the text", text)
                self.assertNotIn("\x1b", text)
        self.run_cli("send", "--account", "plain", "--to", "a@b.example", "--password-stdin", "--trace", self.folder / "no" / "file",
                     stdin=PASSWORD.encode(), code=73)

    def test_nothing_secret_among_the_processes(self):
        with ScriptedServer(certificate=self.certificate, replies={"DOT": [SILENCE]}) as server:
            self.add_account(server)
            process = subprocess.Popen([CLI, "--profile", str(self.profile), "send", "--to", "a@b.example", "--text", "-", "--password-stdin"],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())
            process.stdin.write((PASSWORD + "\nx\n").encode())
            process.stdin.close()
            while not server.secrets:
                self.assertIsNone(process.poll())
            for name in ("cmdline", "environ"):
                self.assertNotIn(PASSWORD.encode(), pathlib.Path("/proc/%d/%s" % (process.pid, name)).read_bytes())
            process.kill()
            process.wait()
            self.said += process.stdout.read() + process.stderr.read()
            process.stdout.close()
            process.stderr.close()

    def test_file_that_changes_while_it_is_sent(self):
        """The same is said of it as before sending."""
        for name, code, problem in (("changed", 65, "FileChanged"), ("gone", 66, "FileMissing")):
            with self.subTest(name), ScriptedServer(certificate=self.certificate) as server:
                file = self.write(name, b"")
                os.truncate(file, 128 << 20)  # far more than fits between the two ends
                self.add_account(server, id=name)
                process = subprocess.Popen([CLI, "--profile", str(self.profile), "--json", "send", "--account", name, "--to", "a@b.example",
                                            "--attach", str(file), "--password-stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                           stderr=subprocess.PIPE, env=self.environment())
                process.stdin.write(PASSWORD.encode() + b"\n")
                process.stdin.close()
                while "DATA" not in server.commands:
                    self.assertIsNone(process.poll())
                os.truncate(file, 1) if name == "changed" else file.unlink()
                result = json.loads(process.stdout.read())
                self.assertEqual(process.wait(), code)
                self.assertEqual((result["outcome"], result["problem"], result["exitCode"]), ("not-sent", problem, code))
                self.assertIn(str(file), result["cause"])
                self.assertEqual(server.letters, [])
                self.said += process.stderr.read()
                process.stdout.close()
                process.stderr.close()

    def test_interrupted_twice_after_the_dot(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number), ScriptedServer(certificate=self.certificate, replies={"DOT": [SILENCE]}) as server:
                self.add_account(server, id="i%d" % number)
                process = subprocess.Popen([CLI, "--profile", str(self.profile), "--json", "send", "--account", "i%d" % number, "--to",
                                            "a@b.example", "--password-stdin"],
                                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment())
                process.stdin.write(PASSWORD.encode() + b"\n")
                process.stdin.close()
                server.dotted.wait(60)
                process.send_signal(number)
                self.assertIn(b"waiting for the server's word", process.stderr.readline())
                process.send_signal(number)
                result = json.loads(process.stdout.read())
                self.assertEqual(process.wait(), 76)
                self.assertEqual((result["outcome"], result["problem"], result["exitCode"]), ("may-have-been-sent", "MayHaveBeenSent", 76))
                process.stdout.close()
                process.stderr.close()

    def test_trace_over_what_is_read(self):
        """By whatever name: the file is as it was."""
        self.add_account(NoServer)
        letter = self.write("l.eml", b"From: a@b.example\r\nTo: c@d.example\r\n\r\nx")
        (self.folder / "soft").symlink_to(letter)
        os.link(letter, self.folder / "hard")
        before = letter.read_bytes()
        accounts = self.profile / "accounts.json"
        rows = [(["send", "--eml", letter], letter), (["send", "--eml", letter], self.folder / "soft"),
                (["send", "--eml", letter], self.folder / "hard"),
                *((["send", "--to", "a@b.example", option, letter], letter) for option in ("--attach", "--text", "--html")),
                (["send", "--to", "a@b.example", "--html", __file__, "--inline", letter], letter),
                (["send", "--to", "a@b.example"], accounts), (["account", "test", "test"], accounts)]
        for arguments, trace in rows:
            with self.subTest(arguments, trace=trace.name):
                result = self.run_json(*arguments, "--trace", trace, "--password-stdin", stdin=PASSWORD.encode() + b"\n", code=64)
                self.assertIn(str(trace), result["cause"])
                self.assertEqual(letter.read_bytes(), before)
        self.assertEqual(len(self.run_json("account", "list")["accounts"]), 1)

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
        for name, (word, outcome, problem, code) in rows.items():
            held = Held()
            with self.subTest(name), ScriptedServer(certificate=self.certificate, replies={"DOT": [held]}) as server:
                self.add_account(server, id=name)
                process = self.start_json("--account", name)
                self.assertTrue(server.dotted.wait(60))
                with contextlib.closing(sqlite3.connect(self.profile / "pennypost.sqlite", isolation_level=None)) as database:
                    database.execute("BEGIN IMMEDIATE")
                    held.give(word)
                    while "QUIT" not in server.commands:
                        self.assertIsNone(process.poll())
                    process.send_signal(signal.SIGINT)
                    line = process.stderr.readline()
                    self.assertIn(b"is being written down", line)
                    process.send_signal(signal.SIGINT)
                    line = process.stdout.readline()
                    database.execute("ROLLBACK")
                result = json.loads(line)
                self.assertEqual(process.wait(), code)
                self.assertEqual((result["outcome"], result["problem"], result["exitCode"]), (outcome, problem, code))
                if name == "accepted":
                    self.assertIs(result["stored"], False)


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

    def test_missing_file(self):
        _, result = self.post("--eml", self.folder / "none.eml", code=66)
        self.assertEqual(result["problem"], "FileMissing")


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

# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli send against servers that behave, misbehave and vanish: outcome, problem and exit code."""
import datetime
import email
import email.policy
import json
import os
import pathlib
import stat
import subprocess
import unittest

from cli import CLI, PASSWORD, CliTest, NoServer
from scripted_server import CLOSE, SILENCE, ScriptedServer


# What the server answers -> outcome, problem, stage, exit code.
FAILURES = {
    "EHLO not known": ({"EHLO": ["502 5.5.1 no such command"]}, "not-sent", "Refused", "Hello", 69),
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

    def test_eight_bits_where_the_server_carries_them(self):
        """The letter is the one that build makes for such a server, and has a form for any other."""
        text = self.write("text", "Schöne Grüße aus Köln.\n")
        whole = ("--to", "ann@there.example", "--text", text, "--attach", self.write("old.eml", "From: a@b.example\r\n\r\nGrüße\r\n".encode("latin-1")),
                 "--subject", "Grüße", "--date", "2026-05-04T09:30:00+02:00", "--message-id", "<fixed@here.example>")
        built = ("build", "--from", "Bob <bob@here.example>", *whole)
        for capabilities, form, body in (["PIPELINING", "SIZE 0", "8BITMIME", "AUTH PLAIN"], ["--8bit"], "8BITMIME"), (["AUTH PLAIN"], [], None):
            with self.subTest(body), ScriptedServer(certificate=self.certificate, capabilities=capabilities) as server:
                account = f"to-{body}".lower()
                self.add_account(server, id=account)
                result = self.run_json("send", "--account", account, "--password-stdin", *whole, stdin=PASSWORD.encode())
                self.assertEqual(result["outcome"], "accepted")
                [letter] = server.letters
                self.assertEqual(letter, self.run_cli(*built, *form, profile=False).stdout)
                self.assertEqual(any(octet > 127 for octet in letter), body is not None)
                self.assertEqual(result["bytes"], len(letter))
                [mail] = [command for command in server.commands if command.startswith("MAIL")]
                self.assertEqual("BODY=8BITMIME" in mail, body is not None)
                if body:
                    self.assertIn(f"SIZE={len(letter)}", mail)
                types = [part.get_content_type() for part in email.message_from_bytes(letter).walk()]
                self.assertEqual("message/rfc822" in types, body is not None)

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
        self.assertIn("what to do: look at the account's --user", lines[-2])
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
                          "pennypost-cli: refused for now: b@there.example: 451 4.7.1 later"])

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

    def test_bearer_tokens(self):
        """An account bound to one of their mechanisms: its secret is a token, and nothing else is tried with it."""
        user, token = b"bob", b"ya29.never-written"
        for mechanism, wanted in (("OAUTHBEARER", b"n,a=bob,\x01host=127.0.0.1\x01port=%d\x01auth=Bearer " + token + b"\x01\x01"),
                                  ("XOAUTH2", b"user=" + user + b"\x01auth=Bearer " + token + b"\x01\x01")):
            with self.subTest(mechanism), ScriptedServer(certificate=self.certificate,
                                                         capabilities=["AUTH PLAIN LOGIN OAUTHBEARER XOAUTH2"]) as server:
                self.add_account(server, "--mechanism", mechanism, id=mechanism.lower())
                result = self.run_json("send", "--account", mechanism.lower(), "--to", "you@there.example", "--text", "-",
                                       "--password-stdin", stdin=token + b"\nx")
                self.assertEqual((result["outcome"], result["mechanism"]), ("accepted", mechanism))
                self.assertEqual(server.secrets, [wanted % server.port if b"%d" in wanted else wanted])

    def test_options_of_the_delivery(self):
        """What goes out with MAIL and RCPT, and that nothing does where the server lacks the extension."""
        offers = ["DSN", "REQUIRETLS", "DELIVERBY 60", "FUTURERELEASE 86400 2099-01-01T00:00:00Z", "MT-PRIORITY"]
        soon = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)).replace(microsecond=0)
        held = soon.strftime("%Y-%m-%dT%H:%M:%SZ")
        rows = [(["--dsn", "success,failure,delay", "--dsn-return", "headers", "--envid", "a+b=c"],
                 " RET=HDRS ENVID=a+2Bb+3Dc", " ORCPT=rfc822;you@there.example NOTIFY=SUCCESS,FAILURE,DELAY", "DSN"),
                (["--dsn", "never"], "", " ORCPT=rfc822;you@there.example NOTIFY=NEVER", "DSN"),
                (["--dsn-return", "full"], " RET=FULL", " ORCPT=rfc822;you@there.example", "DSN"),
                (["--require-tls"], " REQUIRETLS", "", "REQUIRETLS"),
                (["--deliver-by", "120"], " BY=120;R", "", "DELIVERBY"), (["--deliver-by", "90,notify,trace"], " BY=90;NT", "", "DELIVERBY"),
                (["--hold-until", soon.isoformat()], " HOLDUNTIL=" + held, "", "FUTURERELEASE"),
                (["--priority", "-4"], " MT-PRIORITY=-4", "", "MT-PRIORITY")]
        usual = ["AUTH PLAIN", "8BITMIME", "PIPELINING"]
        for number, (options, mail, rcpt, extension) in enumerate(rows):
            with self.subTest(options), ScriptedServer(certificate=self.certificate, capabilities=usual + offers) as server:
                self.add_account(server, id="x%d" % number)
                command = ["send", "--account", "x%d" % number, "--to", "you@there.example", "--text", "-", "--password-stdin", *options]
                self.run_json(*command, stdin=(PASSWORD + "\nx").encode())
                self.assertIn("MAIL FROM:<bob@here.example>" + mail, server.commands)
                self.assertIn("RCPT TO:<you@there.example>" + rcpt, server.commands)
                server.capabilities, server.commands[:] = usual, []
                result = self.run_json(*command, stdin=(PASSWORD + "\nx").encode(), code=69)
                self.assertEqual((result["outcome"], result["problem"], result["text"]), ("not-sent", "ExtensionMissing", extension))
                self.assertFalse([line for line in server.commands if line.startswith("MAIL")])
        for options in (["--dsn", "always"], ["--dsn", "never,delay"], ["--dsn-return", "half"], ["--envid", "ü"], ["--envid", "x" * 101],
                        ["--deliver-by", "0"], ["--deliver-by", "soon"], ["--hold-until", "tomorrow"], ["--priority", "10"]):
            with self.subTest(options):
                result = self.run_json("send", "--to", "you@there.example", "--text", "-", *options, stdin=b"x", code=64)
                self.assertIn(options[0], result["cause"])

    def test_more_recipients_than_the_server_takes(self):
        everyone = ["ann@there.example", *("r%d@there.example" % number for number in range(5))]
        taken, over = ["250 2.1.5 Ok"] * 2, ["452 4.5.3 Too many recipients"] * 2
        replies = {"RCPT": [*taken, *over, *over, *taken, *over, *taken]}
        with ScriptedServer(certificate=self.certificate, replies=replies) as server:
            self.add_account(server)
            result = self.send("--to", ", ".join(everyone[1:]))
            self.assertEqual((result["outcome"], result["refused"]), ("accepted", []))
            self.assertEqual(sorted(result["accepted"]), everyone)
            self.assertEqual(len(server.letters), 3)
            self.assertEqual(len(set(server.letters)), 1)

    def test_lost_after_a_part_was_taken(self):
        replies = {"RCPT": ["250 2.1.5 Ok", "452 4.5.3 Too many recipients", "250 2.1.5 Ok"], "DOT": ["250 2.0.0 Ok", CLOSE]}
        with ScriptedServer(certificate=self.certificate, replies=replies) as server:
            self.add_account(server)
            result = self.send("--to", "carol@there.example", code=76)
            self.assertEqual((result["outcome"], result["accepted"]), ("may-have-been-sent", ["ann@there.example"]))
            self.assertEqual(len(server.letters), 1)

    def test_a_session_lost_between_two_parts(self):
        """Nobody gets it twice, and everybody gets it."""
        replies = {"RCPT": ["250 2.1.5 Ok", "452 4.5.3 Too many recipients", "250 2.1.5 Ok"], "MAIL": ["250 2.1.0 Ok", CLOSE, "250 2.1.0 Ok"]}
        with ScriptedServer(certificate=self.certificate, replies=replies) as server:
            self.add_account(server)
            result = self.send("--to", "carol@there.example")
            self.assertEqual((result["outcome"], result["refused"]), ("accepted", []))
            self.assertEqual(result["accepted"], ["ann@there.example", "carol@there.example"])
            self.assertEqual(len(server.letters), 2)

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

    def test_all_refused_for_several_reasons(self):
        """Problem, reply and exit code are of one mind, and every recipient is told with its own reply."""
        later = ("Temporary", 450, "4.7.1", 75)
        rows = [(["550 5.1.1 unknown", "450 4.7.1 greylisted"], [], later), (["450 4.7.1 greylisted", "550 5.1.1 unknown"], [], later),
                (["450 4.7.1 greylisted", "550 5.1.1 unknown"], ["--all-or-nothing"], ("RecipientsRefused", 550, "5.1.1", 67)),
                (["550 5.1.1 unknown", "554 5.7.1 relay access denied"], [], ("RecipientsRefused", 550, "5.1.1", 67)),
                (["550 5.1.1 unknown", "452 4.5.3 too many recipients"], [], ("Temporary", 452, "4.5.3", 75)),
                (["550 5.5.3 too many", "550 5.5.3 too many"], [], ("TooManyRecipients", 550, "5.5.3", 67))]
        for number, (answers, options, wanted) in enumerate(rows):
            with self.subTest(answers, options=options), ScriptedServer(certificate=self.certificate, replies={"RCPT": answers}) as server:
                self.add_account(server, id="m%d" % number)
                result = self.run_json("send", "--account", "m%d" % number, "--to", "a@there.example, b@there.example", "--text", "-",
                                       "--password-stdin", *options, stdin=(PASSWORD + "\nx").encode(), code=wanted[-1])
                self.assertEqual((result["problem"], result["replyCode"], result["enhancedCode"], result["exitCode"]), wanted)
                self.assertEqual((result["outcome"], result["stage"]), ("not-sent", "Recipients"))
                self.assertEqual([(each["path"], each["code"]) for each in result["refused"]],
                                 [("a@there.example", int(answers[0][:3])), ("b@there.example", int(answers[1][:3]))])
                self.assertIn(result["text"], [answer[4:] for answer in answers])
                self.assertEqual(server.letters, [])

    def test_a_limit_of_recipients_needs_one_below_it(self):
        only = ["452 Insufficient system storage", "452 4.5.3 Too many recipients", "452 try again later"]
        rows = [([each], "a@there.example", ("Temporary", 75)) for each in only]
        rows += [(["550 5.5.3 Too many recipients"], "a@there.example", ("RecipientsRefused", 67)),
                 (["250 ok", "452 too many"], "a@there.example, b@there.example", ("TooManyRecipients", 67))]
        for number, (answers, to, wanted) in enumerate(rows):
            with self.subTest(answers), ScriptedServer(certificate=self.certificate, replies={"RCPT": answers}) as server:
                self.add_account(server, id="l%d" % number)
                result = self.run_json("send", "--account", "l%d" % number, "--to", to, "--text", "-", "--all-or-nothing",
                                       "--password-stdin", stdin=(PASSWORD + "\nx").encode(), code=wanted[-1])
                self.assertEqual((result["outcome"], result["problem"]), ("not-sent", wanted[0]))
                self.assertEqual(server.letters, [])

    def test_too_large_below_the_limit(self):
        replies = {"DOT": ["552 5.3.4 too big"]}
        with ScriptedServer(certificate=self.certificate, capabilities=["AUTH PLAIN", "SIZE 10000000"], replies=replies) as server:
            self.add_account(server)
            result = self.send(code=65)
        self.assertEqual(result["problem"], "LetterTooLarge")
        self.assertIn("octets", result["cause"])
        self.assertNotIn("10000000", result["cause"])  # which is not what it is too large for

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


if __name__ == "__main__":
    unittest.main()

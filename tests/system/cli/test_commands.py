# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli's command line, accounts and build: what needs no server."""
import email
import email.policy
import json
import os
import pathlib
import re
import socket
import stat
import subprocess
import unittest

from cli import CLI, PASSWORD, CliTest, fingerprint

FIXED = ["--date", "2026-05-01T09:30:00+02:00", "--message-id", "fixed@here.example"]

# Command lines that are wrong, each with a piece of what is said about it.
USAGE = [
    ([], "no command"),
    (["fly"], "no such command"),
    (["account"], "add, list, test or remove"),
    (["account", "list", "more"], "takes nothing"),
    (["account", "test"], "wants the id"),
    (["send", "--no-such-option"], "unknown option --no-such-option"),
    (["build", "--account", "x", "--from", "a@b.example"], "has no option --account"),
    (["build", "--subject"], "wants a value"),
    (["build", "--subject", "a", "--subject", "b", "--from", "a@b.example"], "given twice"),
    (["build", "--to", "a@b.example"], "wants --from"),
    (["build", "--from", "a@b.example", "--inline", "x.png"], "wants --html"),
    (["build", "--from", "a@b.example", "--date", "tomorrow"], "ISO 8601"),
    (["build", "--from", "a@b.example", "--date", "1600-01-01T00:00:00Z"], "year"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--security", "none", "--pin", "00" * 32], "no certificate"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--security", "none", "--ca", "x"], "no certificate"),
    (["send", "--text", "x"], "wants a recipient"),
    (["send", "--eml", "x", "--subject", "y"], "can't be had with --subject"),
    (["send", "--json=1", "--to", "a@b.example"], "takes no value"),
    (["account", "add", "--server", "h"], "wants --address"),
    (["account", "add", "--address", "a@unheard-of.example"], "wants --server"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--port", "0"], "--port"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--port", "70000"], "--port"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--security", "ssl"], "--security"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--pin", "12"], "--pin"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--id", "Not Good"], "--id"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--security", "none", "--user", "u"], "in clear"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--security", "none", "--password-stdin"], "in clear"),
    (["account", "add", "--address", "a@b.example", "--server", "h h"], "no host name"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--user", "u"], "--password-stdin"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--mechanism", "NOPE", "--session-secret"], "NOPE"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--pin", "00" * 32, "--ca", "x"], "--ca"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--ca", ""], "--ca wants"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--id", "-x"], "a-z, 0-9 and hyphens, at most 64, no hyphen first"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--port", "1\n2"], "--port"),
    (["build", "--from", "a@b.example", "--text", ""], "--text wants a value"),
    (["send", "--to", "a@b.example", "--attach="], "--attach wants a value"),
    (["send", "--to", "a@b.example", "--account", ""], "--account wants a value"),
    (["send", "--to", "a@b.example", "--trace", ""], "--trace wants a value"),
    (["send", "--eml", ""], "--eml wants a value"),
    (["account", "add", "--practice", "--server", "h"], "can't be had with --server"),
    (["practice", "--port", "x"], "--port"),
]


class CommandLine(CliTest):
    def test_usage_errors(self):
        for arguments, words in USAGE:
            with self.subTest(arguments):
                done = self.run_cli(*arguments, code=64)
                self.assertEqual(done.stdout, b"")
                self.assertEqual(len(done.stderr.decode().splitlines()), 1, done.stderr)
                self.assertIn(words, done.stderr.decode())
                result = self.run_json(*arguments, code=64) if "--json=1" not in arguments else {"problem": "Usage"}
                self.assertEqual(result["problem"], "Usage")

    def test_json_of_an_error(self):
        """The same members, whatever command failed, so that a script need not ask which."""
        result = self.run_json("fly", code=64)
        self.assertEqual(result, {"outcome": "not-sent", "problem": "Usage", "stage": "Preparing", "replyCode": None, "enhancedCode": None,
                                  "text": "", "cause": "no such command: fly", "refused": [], "queueText": "", "messageId": "", "bytes": 0,
                                  "tls": None, "server": None, "exitCode": 64})
        taken = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(taken.close)
        rows = [(["build", "--from", "nobody"], 65, "BadAddress"), (["account", "remove", "x"], 78, "UnknownAccount"),
                (["build", "--from", "a@b.example", "--attach", self.folder / "none"], 66, "FileMissing"),
                (["practice", "--port", taken.getsockname()[1]], 69, "PracticeServerFailed")]
        for arguments, code, problem in rows:
            with self.subTest(arguments):
                result = self.run_json(*arguments, code=code)
                self.assertEqual((result["outcome"], result["problem"]), ("not-sent", problem))

    def test_json_as_a_value(self):
        """Asked for by the option alone, not by a word that looks like it."""
        done = self.run_cli("build", "--from", "a@b.example", "--subject", "--json", "--attach", "/no/such/file", code=66, profile=False)
        self.assertEqual(done.stdout, b"")
        letter = self.run_cli("--json", "build", "--from", "a@b.example", "--subject", "x", profile=False).stdout
        self.assertIn(b"\r\nSubject: x\r\n", letter)

    def test_help_lists_every_exit_code(self):
        done = self.run_cli("--help", profile=False)
        codes = re.findall(r"^ +(\d+)  ", done.stdout.decode().split("Exit codes")[1], re.M)
        self.assertEqual([int(code) for code in codes], [0, 64, 65, 66, 67, 68, 69, 70, 73, 74, 75, 76, 77, 78])
        self.assertEqual(done.stderr, b"")

    def test_what_would_mislead_on_a_terminal(self):
        rows = [(["build", "--from", "a@b.example", "--attach", "/no/\x1b[31mred"], 66, b"\\x1b[31mred"),
                (["account", "add", "--address", "ü\u202e", "--server", "h"], 65, b"\\xe2\\x80\\xae")]
        for arguments, code, shown in rows:
            with self.subTest(arguments):
                self.assertIn(shown, self.run_cli(*arguments, code=code).stderr)

    def test_file_name_that_is_no_utf8(self):
        name = os.fsencode(self.folder) + b"/caf\xe9"
        with open(name, "wb") as file:
            file.write(b"x")
        done = subprocess.run([CLI, "build", "--from", "a@b.example", "--attach", name], capture_output=True, env=self.environment())
        self.assertEqual(done.returncode, 66)
        self.assertIn(b"not UTF-8", done.stderr)

    def test_version(self):
        self.assertRegex(self.run_cli("--version", profile=False).stdout.decode(), r"^Pennypost \d+\.\d+\.\d+\n$")

    def test_closed_output(self):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([CLI, "build", "--from", "a@b.example", "--to", "c@d.example"], stdout=write, stderr=subprocess.PIPE,
                              stdin=subprocess.DEVNULL, env=self.environment())
        os.close(write)
        self.assertEqual(done.returncode, 74)
        self.assertIn(b"standard output", done.stderr)

    def test_closed_streams(self):
        """Closed from the start, a stream's number must not become another file's: neither the password nor a letter comes from
        there, and nothing is said into it."""
        self.run_cli("account", "add", "--address", "a@b.example", "--server", "127.0.0.1", "--port", "1", "--session-secret")
        send = ["send", "--to", "a@b.example"]
        unwritable = "standard output can't be written to"
        rows = [([*send, "--password-stdin"], 0, 66, "no password on standard input"),
                ([*send, "--text", "-"], 0, 66, "standard input can't be read"), (["send", "--eml", "-"], 0, 66, "standard input can't be read"),
                (["account", "list"], 1, 74, unwritable), (["--json", "account", "list"], 1, 74, unwritable),
                (["build", "--from", "a@b.example"], 1, 74, unwritable),
                (["account", "list"], 2, 0, ""), (["account", "test", "x"], 2, 78, "")]
        for arguments, stream, code, words in rows:
            with self.subTest(arguments, stream=stream):
                shell = 'exec "$0" "$@" %d%s&-' % (stream, "<" if stream == 0 else ">")
                done = subprocess.run(["sh", "-c", shell, CLI, "--profile", str(self.profile), *arguments], capture_output=True, timeout=60,
                                      stdin=subprocess.DEVNULL, env=self.environment())
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertIn(words, done.stderr.decode())
        self.run_cli("account", "list")

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full here")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([CLI, "--help"], stdout=full, stderr=subprocess.PIPE, env=self.environment())
        self.assertEqual(done.returncode, 74)

    def test_profile_that_cannot_be(self):
        blocked = self.write("file", "x")
        done = subprocess.run([CLI, "--profile", str(blocked / "profile"), "account", "list"], capture_output=True, env=self.environment())
        self.assertEqual(done.returncode, 73)


class Accounts(CliTest):
    def test_many_at_once(self):
        """Each waits for its turn, and none takes another's id."""
        command = [CLI, "--profile", str(self.profile), "account", "add", "--address", "a@b.example", "--server", "h"]
        processes = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment()) for _ in range(10)]
        for process in processes:
            out, words = process.communicate(timeout=100)
            self.assertEqual(process.returncode, 0, words)
        self.assertEqual(len({each["id"] for each in self.run_json("account", "list")["accounts"]}), 10)

    def test_accounts_in_use(self):
        self.add()
        before = (self.profile / "accounts.json").read_bytes()
        self.hold_accounts()
        result = self.add(code=75)
        self.assertEqual(result["problem"], "AccountsBusy")
        self.assertIn("in use", result["cause"])
        self.assertEqual((self.profile / "accounts.json").read_bytes(), before)

    def test_password_with_nul(self):
        result = self.add("--password-stdin", stdin=b"a\0b\n", code=65)
        self.assertEqual(result["problem"], "BadPassword")
        self.assertIn("NUL", result["cause"])
        self.assertEqual(self.run_json("account", "list")["accounts"], [])

    def add(self, *more, **options):
        return self.run_json("account", "add", "--address", "Zoë <zoe@here.example>", "--server", "smtp.here.example", *more, **options)

    def test_add_list_remove(self):
        first = self.add("--user", "zoe", "--session-secret")["account"]
        self.assertEqual(first, {"id": "zoe-here-example", "address": "zoe@here.example", "name": "Zoë", "server": "smtp.here.example",
                                 "port": 465, "security": "tls", "user": "zoe", "mechanism": "", "pin": "", "ca": "", "secret": "session",
                                 "practice": False, "default": True})
        second = self.add("--id", "two", "--security", "starttls", "--mechanism", "login")["account"]
        self.assertEqual((second["port"], second["mechanism"], second["secret"], second["default"]), (587, "LOGIN", "none", False))
        third = self.add()["account"]
        self.assertEqual(third["id"], "zoe-here-example-2")
        listed = self.run_json("account", "list")["accounts"]
        self.assertEqual([each["id"] for each in listed], ["zoe-here-example", "two", "zoe-here-example-2"])
        self.assertEqual(listed[0], first)
        self.assertEqual(self.run_json("account", "remove", "two")["removed"], "two")
        self.assertEqual(len(self.run_json("account", "list")["accounts"]), 2)
        self.assertEqual(self.run_json("account", "remove", "two", code=78)["problem"], "UnknownAccount")

    def test_same_id_twice(self):
        self.add("--id", "one")
        self.assertEqual(self.add("--id", "one", code=73)["problem"], "DuplicateAccount")

    def test_port_and_security_follow_from_each_other(self):
        rows = [([], 465, "tls"),
                (["--port", "465"], 465, "tls"),
                (["--port", "587"], 587, "starttls"),
                (["--port", "2465"], 2465, "tls"),
                (["--security", "tls"], 465, "tls"),
                (["--security", "starttls"], 587, "starttls"),
                (["--security", "none"], 25, "none"),
                # A contradiction may be meant.
                (["--port", "465", "--security", "starttls"], 465, "starttls"),
                (["--port", "587", "--security", "tls"], 587, "tls"),
                (["--port", "587", "--security", "none"], 587, "none")]
        for number, (options, port, security) in enumerate(rows):
            with self.subTest(options):
                account = self.add(*options, "--id", "n%d" % number)["account"]
                self.assertEqual((account["port"], account["security"]), (port, security))

    def test_provider_table_gives_way_to_options(self):
        rows = [([], 465, "tls"), (["--port", "587"], 587, "starttls"), (["--security", "starttls"], 587, "starttls"),
                (["--port", "2525"], 2525, "tls"), (["--port", "465", "--security", "starttls"], 465, "starttls")]
        for number, (options, port, security) in enumerate(rows):
            with self.subTest(options):
                account = self.run_json("account", "add", "--address", "somebody@gmail.com", "--id", "g%d" % number, *options)["account"]
                self.assertEqual((account["server"], account["port"], account["security"]), ("smtp.gmail.com", port, security))

    def test_provider_fills_the_server_in(self):
        account = self.run_json("account", "add", "--address", "somebody@gmail.com", "--user", "somebody@gmail.com", "--session-secret")["account"]
        self.assertEqual((account["server"], account["port"], account["security"]), ("smtp.gmail.com", 465, "tls"))

    def test_a_password_makes_the_address_the_user(self):
        account = self.run_json("account", "add", "--address", "somebody@gmail.com", "--session-secret")["account"]
        self.assertEqual((account["user"], account["secret"]), ("somebody@gmail.com", "session"))

    def test_bad_data(self):
        self.assertEqual(self.run_json("account", "add", "--address", "nobody", "--server", "h", code=65)["problem"], "BadAddress")
        self.assertEqual(self.add("--ca", "/no/such/file", code=66)["problem"], "FileMissing")
        self.assertEqual(self.add("--ca", self.folder, code=66)["problem"], "FileUnreadable")
        self.assertEqual(self.add("--ca", self.write("empty.pem", "nothing"), code=65)["problem"], "BadCertificate")
        for name in ("Zoë\nBcc: x@y.example", "a\tb", "a\x7fb"):
            self.assertEqual(self.add("--name", name, code=65)["problem"], "BadName")
            self.assertEqual(self.run_json("account", "add", "--practice", "--name", name, code=65)["problem"], "BadName")
        self.assertEqual(self.run_json("account", "list")["accounts"], [])

    def test_pin_with_colons(self):
        pin = fingerprint(self.certificate)
        colons = ":".join(pin.upper()[i:i + 2] for i in range(0, 64, 2))
        half = len(colons) // 2 + 1
        as_shown = f"\u2068{colons[:half]}\u2069\n\u2068{colons[half:]}\u2069"  # copied from a window that runs from right to left
        for number, given in enumerate((colons, as_shown)):
            with self.subTest(given):
                self.assertEqual(self.add("--pin", given, "--id", f"pin-{number}")["account"]["pin"], pin)

    def test_password_without_a_keychain(self):
        """There is no session bus in these tests: the account is kept, the password is not, and that is said."""
        done = self.run_cli("account", "add", "--address", "z@here.example", "--server", "h", "--password-stdin",
                            stdin=(PASSWORD + "\n").encode())
        self.assertIn(b"no keychain", done.stderr)
        [account] = self.run_json("account", "list")["accounts"]
        self.assertEqual((account["secret"], account["user"]), ("session", "z@here.example"))

    def test_empty_password(self):
        for stdin in (b"", b"\n", b"\r\n"):
            self.assertEqual(self.add("--password-stdin", stdin=stdin, code=66)["problem"], "NoPassword")

    def test_unknown_account(self):
        for arguments in (["send", "--to", "a@b.example"], ["send", "--account", "x", "--to", "a@b.example"],
                          ["account", "test", "x"], ["account", "remove", "x"]):
            self.assertEqual(self.run_json(*arguments, code=78)["problem"], "UnknownAccount")

    def test_profile_is_private(self):
        self.add("--session-secret", "--user", "z")
        for path in [self.profile, *self.profile.rglob("*")]:
            if path.is_dir() and path.parent == self.profile.parent:
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o700)
        before = self.folder / "shared"
        before.mkdir(mode=0o755)
        (before / "thing").touch()
        subprocess.run([CLI, "--profile", str(before), "account", "list"], check=True, env=self.environment())
        self.assertEqual(stat.S_IMODE(before.stat().st_mode), 0o755)  # somebody's folder with things in it stays as it is

    def test_accounts_file_of_a_later_version(self):
        self.add()
        file = self.profile / "accounts.json"
        content = json.loads(file.read_text())
        content["version"] = 99
        file.write_text(json.dumps(content))
        self.assertEqual(self.run_json("account", "list", code=78)["problem"], "AccountsTooNew")
        self.assertEqual(json.loads(file.read_text())["version"], 99)


    def test_damaged_accounts_file(self):
        """Nobody is there to be told of a file set aside: it stays, and nothing is done without it."""
        file = self.profile / "accounts.json"
        good = self.add()["account"]
        whole = file.read_text()
        rows = ["", "{", "[]", "hello", '{"version": 1}', '{"version": "one", "accounts": []}', '{"version": 0, "accounts": []}',
                whole.replace('"version": 1', '"version": -1'), whole.replace('"tls"', '"ssl"'), whole[:-5]]
        commands = [["list"], ["test", good["id"]], ["remove", good["id"]], ["add", "--practice"],
                    ["add", "--address", "a@b.example", "--server", "h", "--session-secret"]]
        for content in rows:
            file.write_text(content)
            before = sorted(self.profile.iterdir())
            for command in [["account", *each] for each in commands] + [["send", "--to", "a@b.example"]]:
                with self.subTest(content, command=command):
                    result = self.run_json(*command, code=78)
                    self.assertEqual(result["problem"], "AccountsDamaged")
                    self.assertIn(str(file), result["cause"])
                    self.assertTrue(result["text"])
                    self.assertEqual(file.read_text(), content)
                    self.assertEqual([each for each in sorted(self.profile.iterdir()) if "accounts" in each.name],
                                     [each for each in before if "accounts" in each.name])
        file.write_text(whole)
        self.assertEqual(len(self.run_json("account", "list")["accounts"]), 1)


class Building(CliTest):
    def build(self, *arguments, stdin=b"", code=0):
        done = self.run_cli("build", "--from", "Jörg <joerg@here.example>", *FIXED, *arguments, stdin=stdin, code=code, profile=False)
        return done.stdout

    def parse(self, *arguments, **options):
        return email.message_from_bytes(self.build(*arguments, **options), policy=email.policy.default)

    def test_plain(self):
        letter = self.build("--to", "ann@there.example", "--subject", "Grüße aus Köln", "--text", "-", stdin="ä\r\nb\rc\n.\n".encode())
        self.assertEqual(letter.count(b"\n"), letter.count(b"\r\n"))
        parsed = email.message_from_bytes(letter, policy=email.policy.default)
        self.assertEqual(parsed["Subject"], "Grüße aus Köln")
        self.assertEqual(parsed["From"].addresses[0].display_name, "Jörg")
        self.assertEqual(parsed["Date"].datetime.isoformat(), "2026-05-01T09:30:00+02:00")
        self.assertEqual(parsed["Message-ID"], "<fixed@here.example>")
        self.assertEqual(parsed.get_content().splitlines(), ["ä", "b", "c", "."])
        self.assertEqual(letter, self.build("--to", "ann@there.example", "--subject", "Grüße aus Köln", "--text", "-",
                                            stdin="ä\r\nb\rc\n.\n".encode()))
        self.assertFalse(self.profile.exists())

    def test_everything(self):
        html = self.write("l.html", '<p>Hi <img src="cid:Logo--1-.png"></p>')
        picture = self.write("Logö (1).png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        data = self.write("Bericht für März.bin", os.urandom(100_000))
        parsed = self.parse("--to", "Ann <ann@there.example>, b@there.example", "--cc", "c@there.example", "--bcc", "d@there.example",
                            "--subject", "x", "--text", self.write("t.txt", "\ufeffplain"), "--html", html, "--inline", picture,
                            "--attach", data, "--attach", self.write("empty", b""), "--header", "X-Test: a: b", "--header",
                            "Reply-To: Jörg <r@here.example>", "--header", "In-Reply-To: <q@x.example>",
                            "--header", "References: <p@x.example> <q@x.example>")
        self.assertEqual([each.addr_spec for each in parsed["To"].addresses], ["ann@there.example", "b@there.example"])
        self.assertIsNone(parsed["Bcc"])
        self.assertEqual(parsed["X-Test"], "a: b")
        self.assertEqual(parsed["Reply-To"].addresses[0].display_name, "Jörg")
        self.assertEqual(parsed["In-Reply-To"], "<q@x.example>")
        self.assertEqual(parsed["References"].split(), ["<p@x.example>", "<q@x.example>"])
        self.assertEqual(parsed.get_body(("plain",)).get_content().strip(), "plain")
        self.assertIn("cid:", parsed.get_body(("html",)).get_content())
        attached = {part.get_filename(): part.get_content() for part in parsed.iter_attachments()}
        self.assertEqual(attached["Bericht für März.bin"], data.read_bytes())
        self.assertIn("empty", attached)
        inline = [part for part in parsed.walk() if part["Content-ID"]]
        self.assertEqual([part["Content-ID"] for part in inline], ["<Log---1-.png>"])
        self.assertEqual(inline[0].get_content(), picture.read_bytes())

    def test_what_cannot_be_built(self):
        rows = [(["--to", "nobody"], 65, "no address"),
                (["--to", "a@b.example\r\nBcc: c@d.example"], 65, "no address"),
                (["--header", "no colon"], 65, "--header"),
                (["--header", "X-A: a\r\nBcc: b@c.example"], 65, "header"),
                (["--header", "Bcc: b@c.example"], 65, "header"),
                (["--header", "Subject: second"], 65, "header"),
                (["--header", "Reply-To: nobody"], 65, "no address"),
                (["--subject", "a\r\nX-B: b"], 65, "header"),
                (["--message-id", "no id"], 64, "twice"),
                (["--text", "/no/such/file"], 66, "no such file"),
                (["--attach", "/no/such/file"], 66, "no such file"),
                (["--attach", "/"], 66, "it is a folder"),
                (["--text", "/"], 66, "it is a folder"),
                (["--html", "/"], 66, "it is a folder"),
                (["--text", str(self.write("latin1", b"\xe4"))], 65, "UTF-8")]
        for arguments, code, words in rows:
            with self.subTest(arguments):
                done = self.run_cli("build", "--from", "a@b.example", *FIXED, *arguments, code=code, profile=False)
                self.assertEqual(done.stdout, b"")
                self.assertIn(words, done.stderr.decode())
        self.run_cli("build", "--from", "a@b.example", "--message-id", "no id", code=65, profile=False)
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        self.build("--attach", fifo, code=66)

    def test_unreadable_file(self):
        if os.geteuid() == 0:
            self.skipTest("root reads everything")
        secret = self.write("secret", "x")
        secret.chmod(0)
        self.build("--attach", secret, code=66)

    def test_large_attachment_in_little_memory(self):
        big = self.folder / "big"
        with open(big, "wb") as file:
            file.truncate(200 << 20)
        command = [CLI, "build", "--from", "a@b.example", "--attach", str(big)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, env=self.environment())
        total = 0
        peak = 0
        while piece := process.stdout.read(8 << 20):
            total += len(piece)
            status = pathlib.Path("/proc/%d/status" % process.pid)
            if found := re.search(r"VmHWM:\s+(\d+)", status.read_text() if status.exists() else ""):
                peak = max(peak, int(found[1]))
        process.stdout.close()
        self.assertEqual(process.wait(), 0)
        self.assertGreater(total, (200 << 20) * 4 // 3)
        if "ASAN_OPTIONS" not in os.environ:
            self.assertLess(peak, 100 * 1024)


if __name__ == "__main__":
    unittest.main()

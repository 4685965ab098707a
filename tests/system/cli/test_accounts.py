# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli account: what is stored of an account, by whom and how, without a server or a keychain."""
import json
import stat
import subprocess
import unittest

from cli import CLI, PASSWORD, CliTest, fingerprint


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
                                 "port": 465, "security": "tls", "user": "zoe", "mechanism": "", "pin": "", "ca": "", "clientCertificate": "",
                                 "proxy": "system", "secret": "session", "certificateSecret": "none", "proxySecret": "none", "practice": False, "default": True})
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

    def test_list_in_words(self):
        self.add("--id", "one")
        self.run_cli("account", "add", "--id", "two", "--address", "a@b.example", "--server", "::1", "--port", "2525")
        self.run_cli("account", "add", "--practice")
        self.run_cli("account", "add", "--id", "three", "--address", "a@b.example", "--server", "h", "--proxy", "http://u@p.example:3128",
                     "--session-secret", "--user", "")
        self.assertEqual(self.run_cli("account", "list").stdout.decode().splitlines(),
                         ["* one\tZoë <zoe@here.example>\tsmtp.here.example:465 tls", "  two\ta@b.example\t[::1]:2525 tls",
                          "  practice\tpractice@localhost\tpractice: nothing leaves this computer",
                          "  three\ta@b.example\th:465 tls, proxy http://u@p.example:3128"])

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


if __name__ == "__main__":
    unittest.main()

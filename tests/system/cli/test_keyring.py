# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli with the desktop's own keyring, in desktop-session.sh: what is kept there, whose it is, and what is left of it."""
import json
import os
import re
import signal
import subprocess
import time
import unittest

from cli import CLI, PASSWORD, CliTest, make_certificate
from scripted_server import ScriptedServer


class InAKeyring(CliTest):
    def environment(self):
        return {**super().environment(), **{name: os.environ[name] for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP")}}

    def add(self, server, *options):
        return ["account", "add", "--address", "bob@here.example", "--server", "127.0.0.1", "--port", server.port, "--user", "bob",
                "--ca", self.shared / "good.crt", "--password-stdin", *options]

    def sent_with(self, server, account):
        """The password that `send` takes out of the keyring."""
        self.run_cli("send", "--account", account, "--to", "ann@there.example", "--text", "-", stdin=b"Hello")
        return server.secrets[-1].decode()

    def test_kept_and_removed(self):
        with ScriptedServer(certificate=self.certificate) as server:
            self.run_cli(*self.add(server, "--id", "bob"), stdin=PASSWORD.encode() + b"\n")
            [account] = self.run_json("account", "list")["accounts"]
            self.assertEqual(account["secret"], "keychain")
            self.assertTrue(self.in_the_keyring("account/bob"))
            self.assertEqual(self.sent_with(server, "bob"), PASSWORD)
            self.run_cli("account", "remove", "bob")
            # One of the same id begins without it.
            self.run_cli(*self.add(server, "--id", "bob")[:-3], "--id", "bob", "--session-secret")
            self.run_cli("send", "--account", "bob", "--to", "ann@there.example", "--text", "-", code=77)

    def test_every_secret_is_kept_and_removed(self):
        own = make_certificate(self.shared, "own")
        locked = self.shared / "own.p12"
        subprocess.run(["openssl", "pkcs12", "-export", "-in", own, "-out", locked, "-passout", "pass:opens-it"], check=True,
                       capture_output=True)
        keys = ["account/carl", "account/carl/certificate", "account/carl/proxy"]
        with ScriptedServer(certificate=self.certificate, client=self.shared / "own.crt") as server:
            self.run_cli(*self.add(server, "--id", "carl"), "--client-certificate", locked, "--pass-phrase-stdin", "--proxy",
                         "socks5://hatter@proxy.example:1080", "--proxy-password-stdin", stdin=PASSWORD.encode() + b"\nopens-it\ntea\n")
            [account] = self.run_json("account", "list")["accounts"]
            self.assertEqual([account[each] for each in ("secret", "certificateSecret", "proxySecret")], ["keychain"] * 3)
            self.assertEqual([self.in_the_keyring(key) for key in keys], [True] * 3)
            self.assertEqual(self.sent_with(server, "carl"), PASSWORD)  # no proxy to this very machine
            self.run_cli("account", "remove", "carl")
            self.assertEqual([self.in_the_keyring(key) for key in keys], [False] * 3)

    def test_an_account_that_stays_keeps_its_password(self):
        with ScriptedServer(certificate=self.certificate) as server:
            self.run_cli(*self.add(server, "--id", "bob"), stdin=PASSWORD.encode() + b"\n")
            lock = self.hold_accounts()
            self.assertEqual(self.run_json("account", "remove", "bob", code=75)["problem"], "AccountsBusy")
            lock.unlink()
            self.assertEqual(self.sent_with(server, "bob"), PASSWORD)

    def test_added_at_the_same_time(self):
        """Each gets an id of its own, and under it the password that was given with it."""
        with ScriptedServer(certificate=self.certificate) as server:
            given = [f"password-{number}" for number in range(6)]
            adding = [subprocess.Popen([CLI, "--profile", str(self.profile), *map(str, self.add(server, "--name", name))],
                                       stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=self.environment())
                      for name in given]
            for process, password in zip(adding, given):
                _, err = process.communicate(password.encode() + b"\n", timeout=60)
                self.assertEqual(process.returncode, 0, err)
            accounts = self.run_json("account", "list")["accounts"]
            self.assertEqual(sorted(account["name"] for account in accounts), given)
            self.assertEqual(len({account["id"] for account in accounts}), len(given))
            for account in accounts:
                with self.subTest(account["id"]):
                    self.assertEqual(self.sent_with(server, account["id"]), account["name"])

    def keyring(self):
        """The process id of whoever keeps the secrets on this desktop."""
        said = subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus."
                               "GetConnectionUnixProcessID", "string:org.freedesktop.secrets"], check=True, capture_output=True, text=True)
        return int(re.search(r"uint32 (\d+)", said.stdout)[1])

    def in_the_keyring(self, key):
        found = subprocess.run(["secret-tool", "search", "--all", "user", key], capture_output=True, text=True, env=self.environment())
        self.said += (found.stdout + found.stderr).encode().replace(PASSWORD.encode(), b"")
        return "secret = " in found.stdout

    def test_removed_while_the_keyring_is_asked(self):
        """Another program takes the account out before its password is in: the password goes too."""
        file = self.profile / "accounts.json"
        keyring = self.keyring()
        with ScriptedServer(certificate=self.certificate) as server:
            os.kill(keyring, signal.SIGSTOP)
            try:
                command = [CLI, "--profile", str(self.profile), "--json", *map(str, self.add(server, "--id", "gone"))]
                process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                           env=self.environment())
                process.stdin.write(PASSWORD.encode() + b"\n")
                process.stdin.flush()
                patience = time.monotonic() + 60
                while not file.exists():
                    self.assertIsNone(process.poll())
                    self.assertLess(time.monotonic(), patience)
                content = json.loads(file.read_text())
                after = self.write("after.json", json.dumps({**content, "accounts": [], "default": ""}))
                os.replace(after, file)
            finally:
                os.kill(keyring, signal.SIGCONT)
            out, err = process.communicate(timeout=60)
        result = json.loads(out)
        self.said += out + err
        self.assertEqual((process.returncode, result["problem"]), (78, "UnknownAccount"), err)
        self.assertIn("removed", result["cause"])
        self.assertEqual(json.loads(file.read_text())["accounts"], [])
        self.assertFalse(self.in_the_keyring("account/gone"))


if __name__ == "__main__":
    unittest.main()

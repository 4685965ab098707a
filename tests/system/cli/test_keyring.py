# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli with the desktop's own keyring, in desktop-session.sh: what is kept there, whose it is, and what is left of it."""
import os
import subprocess
import unittest

from cli import CLI, PASSWORD, CliTest
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
            self.assertEqual(self.sent_with(server, "bob"), PASSWORD)
            self.run_cli("account", "remove", "bob")
            # One of the same id begins without it.
            self.run_cli(*self.add(server, "--id", "bob")[:-3], "--id", "bob", "--session-secret")
            self.run_cli("send", "--account", "bob", "--to", "ann@there.example", "--text", "-", code=77)

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


if __name__ == "__main__":
    unittest.main()

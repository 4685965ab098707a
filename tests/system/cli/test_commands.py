# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli's command line: what is wrong with it, and how that and everything else is told."""
import os
import re
import socket
import subprocess
import unittest

from cli import CLI, CliTest

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
    (["account", "add", "--address", "a@b.example", "--server", "h", "--port", "+465"], "--port"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--port", " 465"], "--port"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--proxy", "socks5://p.example"], "--proxy is system, none"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--proxy", "ftp://p.example:21"], "--proxy is system, none"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--proxy", "http://u:s@p.example:3128"], "never an argument"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--proxy", "http://p_p:3128"], "--proxy"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--proxy", "http://u%3Av@p.example:3128"], "a user that no"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--proxy", "http://u@p.example:3128"], "--proxy-password-stdin"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--proxy-password-stdin"], "for --proxy with a user"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--pass-phrase-stdin"], "for --client-certificate"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--mechanism", "EXTERNAL"], "--client-certificate"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--mechanism", "external", "--client-certificate", "x",
      "--password-stdin"], "without a password"),
    (["account", "add", "--address", "a@b.example", "--server", "h", "--security", "none", "--client-certificate", "x"], "certificate"),
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


if __name__ == "__main__":
    unittest.main()

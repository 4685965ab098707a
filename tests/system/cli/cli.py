# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of pennypost-cli have in common: running it in a profile of its own, certificates, and a check after each
test that no secret has been left anywhere."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

CLI = os.environ["PENNYPOST_CLI"]
# What every object of --json about a failure or a letter has.
MEMBERS = {"outcome", "problem", "stage", "replyCode", "enhancedCode", "text", "cause", "refused", "queueText", "messageId", "bytes", "tls",
           "server", "exitCode"}
PASSWORD = "b0b-pässword-never-written"


def make_certificate(folder, name, hosts="IP:127.0.0.1,DNS:localhost", days="2"):
    """Key and self-signed certificate in one PEM file."""
    pem = pathlib.Path(folder) / (name + ".pem")
    key = pathlib.Path(folder) / (name + ".key")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", key,
                    "-out", pem, "-days", days, "-subj", "/CN=" + name, "-addext", "subjectAltName=" + hosts],
                   check=True, capture_output=True)
    certificate = pem.read_text()
    (pathlib.Path(folder) / (name + ".crt")).write_text(certificate)
    pem.write_text(key.read_text() + certificate)
    return pem


def fingerprint(pem):
    import hashlib
    import ssl
    text = pathlib.Path(pem).read_text()
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(text[text.index("-----BEGIN CERTIFICATE"):])).hexdigest()


class NoServer:
    """For add_account: nobody listens there."""
    port = 9


class CliTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.shared = pathlib.Path(tempfile.mkdtemp(prefix="pennypost-cli-"))
        cls.certificate = make_certificate(cls.shared, "good")
        cls.addClassCleanup(shutil.rmtree, cls.shared)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pennypost-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.profile = self.folder / "profile"
        self.said = b""

    def tearDown(self):
        """In no test may the password be in what was printed or in any file."""
        import base64
        forms = [PASSWORD.encode(), base64.b64encode(PASSWORD.encode()), base64.b64encode(b"\0bob\0" + PASSWORD.encode())]
        for form in forms:
            self.assertNotIn(form, self.said)
            for path in self.folder.rglob("*"):
                if path.is_file():
                    self.assertNotIn(form, path.read_bytes(), path)

    def environment(self):
        """Neither display nor session bus: what needs one fails here."""
        kept = {name: value for name, value in os.environ.items()
                if name in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS")}
        return {**kept, "HOME": str(self.folder), "LC_ALL": "C"}

    def run_cli(self, *arguments, stdin=b"", code=0, profile=True):
        """Runs it and checks its exit code; the CompletedProcess."""
        command = [CLI] + (["--profile", str(self.profile)] if profile else []) + [str(each) for each in arguments]
        done = subprocess.run(command, input=stdin, capture_output=True, timeout=100, env=self.environment())
        self.said += done.stdout + done.stderr
        self.assertEqual(done.returncode, code, (arguments, done.stdout[-2000:], done.stderr[-2000:]))
        return done

    def run_json(self, *arguments, **options):
        done = self.run_cli("--json", *arguments, **options)
        lines = done.stdout.splitlines()
        self.assertEqual(len(lines), 1, done.stdout)
        result = json.loads(lines[0])
        self.assertEqual(result["exitCode"], done.returncode)
        if done.returncode or "outcome" in result:
            self.assertEqual(MEMBERS - set(result), set())
            self.assertIn(result["outcome"], ("accepted", "not-sent", "may-have-been-sent"))
        if done.returncode:
            self.assertTrue(result["problem"])
        return result

    def add_account(self, server, *more, id="test", security="tls", user="bob", pin=True, code=0):
        arguments = ["account", "add", "--id", id, "--address", "bob@here.example", "--name", "Bob", "--server", "127.0.0.1",
                     "--port", server.port, "--security", security]
        if user:
            arguments += ["--user", user, "--session-secret"]
        if pin and security != "none":
            arguments += ["--pin", fingerprint(self.certificate)]
        return self.run_cli(*arguments, *more, code=code)

    def send(self, *more, stdin=None, code=0):
        """A short letter through the account "test", with its password."""
        return self.run_json("send", "--account", "test", "--to", "ann@there.example", "--subject", "Hi", "--text", "-",
                             "--password-stdin", *more, stdin=stdin or (PASSWORD + "\nHello\n").encode(), code=code)

    def hold_accounts(self):
        """accounts.json is in use from here on: the lock as QLockFile writes it, of a process that is there (this one), its program, its
        host."""
        program = pathlib.Path(os.readlink("/proc/self/exe")).name if os.path.exists("/proc/self/exe") else ""
        lock = self.profile / "accounts.json.lock"
        lock.write_text("%d\n%s\n%s\n" % (os.getpid(), program, os.uname().nodename))
        return lock

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

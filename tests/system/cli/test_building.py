# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli build: the letter's bytes, and what can't be made one."""
import ctypes
import email
import email.policy
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

from cli import CLI, CliTest

FIXED = ["--date", "2026-05-01T09:30:00+02:00", "--message-id", "fixed@here.example"]
PR_CAPBSET_DROP = 24  # sys/prctl.h


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

    def test_date_in_utc(self):
        """Whether it is given or now."""
        given = self.build("--to", "a@there.example", "--text", "-", "--utc")
        self.assertIn(b"Date: Fri, 1 May 2026 07:30:00 +0000\r\n", given)
        now = self.run_cli("build", "--from", "a@here.example", "--text", "-", "--utc", profile=False).stdout
        self.assertRegex(now, rb"(?m)^Date: .* \+0000\r$")

    def test_signed_by_another_program(self):
        """--body-only is what is signed, --entity what came of it: the receiver's program finds the signature good."""
        key, certificate = self.folder / "key.pem", self.folder / "signer.pem"
        openssl = shutil.which("openssl")
        if not openssl:
            self.skipTest("openssl is not installed")
        subprocess.run([openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate,
                        "-subj", "/CN=Bob", "-addext", "extendedKeyUsage=emailProtection", "-addext", "keyUsage=digitalSignature"],
                       check=True, capture_output=True, timeout=60)
        text = self.write("text", "Grüße \nFrom here\n.\n-- \nBob\n")
        parts = ("--text", text, "--attach", self.write("a.bin", bytes(range(256)) * 30), "--html", self.write("h.html", "<p>Grüße</p>"))
        body = self.build("--body-only", *parts)
        self.assertFalse(any(octet > 127 for octet in body))
        for ends in [], ["-crlfeol"]:  # as it prints lines on this system, and as they go over the wire
            with self.subTest(ends):
                signed = subprocess.run([openssl, "cms", "-sign", *ends, "-signer", certificate, "-inkey", key, "-md", "sha256"], input=body,
                                        check=True, capture_output=True, timeout=60).stdout
                letter = self.build("--to", "a@there.example", "--subject", "Grüße", "--entity", self.write("signed.mime", signed))
                self.assertEqual(letter.count(b"\n"), letter.count(b"\r\n"))
                self.assertIn(body, letter)
                read = email.message_from_bytes(letter, policy=email.policy.default)
                self.assertEqual((read["Subject"], read.get_content_type()), ("Grüße", "multipart/signed"))
                self.assertEqual(len(read.get_all("MIME-Version")), 1)
                verified = subprocess.run([openssl, "cms", "-verify", "-CAfile", certificate], input=letter, capture_output=True, timeout=60)
                self.assertEqual((verified.returncode, verified.stdout), (0, body), verified.stderr)
                damaged = letter.replace(b"Bob\r\n", b"Bop\r\n") if b"Bob\r\n" in letter else letter.replace(b"Qm9i", b"Qm9w")
                self.assertNotEqual(subprocess.run([openssl, "cms", "-verify", "-CAfile", certificate], input=damaged, capture_output=True,
                                                   timeout=60).returncode, 0)

    def test_entity_that_is_none(self):
        """Told with its name; and beside what it stands for it is a contradiction."""
        entity = self.write("entity", "Subject: smuggled\r\nContent-Type: text/plain\r\n\r\nx\r\n")
        self.assertIn("entity", self.run_cli("build", "--from", "a@here.example", "--entity", entity, profile=False, code=65).stderr.decode())
        sound = self.write("sound", "Content-Type: text/plain\n\nx\n")
        for other in ["--text", entity], ["--html", entity], ["--attach", entity], ["--flowed"], ["--body-only"]:
            self.run_cli("build", "--from", "a@here.example", "--entity", sound, *other, profile=False, code=64)
        self.run_cli("build", "--from", "a@here.example", "--text", entity, "--body-only", "--8bit", profile=False, code=64)

    def test_eight_bits(self):
        """For a server with 8BITMIME the text is as it was typed."""
        text = "Schöne Grüße.\n"
        seven, eight = (self.build("--to", "a@there.example", "--text", "-", *form, stdin=text.encode()) for form in ([], ["--8bit"]))
        self.assertIn(b"Content-Transfer-Encoding: 8bit\r\n\r\n" + text.encode().replace(b"\n", b"\r\n"), eight)
        read = [email.message_from_bytes(letter, policy=email.policy.default) for letter in (seven, eight)]
        self.assertEqual(*(letter.get_content() for letter in read))
        self.assertFalse(any(octet > 127 for octet in seven))

    def test_flowed(self):
        text = "word " * 60 + "end\n\n> quoted " + "word " * 40 + "end\n-- \nBob\n"
        letter = self.build("--to", "a@there.example", "--text", "-", "--flowed", stdin=text.encode())
        parsed = email.message_from_bytes(letter, policy=email.policy.default)
        self.assertEqual((parsed.get_content_type(), parsed.get_param("format"), parsed.get_param("delsp")), ("text/plain", "flowed", None))
        lines = parsed.get_content().splitlines()
        self.assertLessEqual(max(map(len, lines)), 78)
        self.assertTrue(lines[0].endswith(" ") and lines[1].startswith("word"))
        self.assertIn("-- ", lines)
        shown = self.run_cli("--json", "show", self.write("flowed.eml", letter), profile=False)
        self.assertEqual(json.loads(shown.stdout)["text"], text)

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
        for wrong in ("no id", "a@b@c", "@b", "a@", "<a@b", "ä@b"):
            with self.subTest(wrong):
                done = self.run_cli("build", "--from", "a@b.example", "--message-id", wrong, code=65, profile=False)
                self.assertIn("Message-ID", done.stderr.decode())
        # An answer names the other letter by what it is called.
        self.assertIn(b"\r\nIn-Reply-To: <a@b@c>\r\n", self.build("--header", "In-Reply-To: <a@b@c>"))
        fifo = self.folder / "fifo"
        os.mkfifo(fifo)
        self.build("--attach", fifo, code=66)

    def test_answer_to_several(self):
        """RFC 5322 3.6.4: In-Reply-To and References take 1*msg-id."""
        rows = [("<a@b> <c@d>", "<a@b> <c@d>"), ("<a@b><c@d>", "<a@b> <c@d>"), ("  <a@b>\t<c@d> ", "<a@b> <c@d>"), ("a@b c@d", "<a@b> <c@d>")]
        many = " ".join("<%02d%s@there.example>" % (number, "x" * 40) for number in range(20))
        for field in ("In-Reply-To", "References"):
            for given, wanted in [*rows, (many, many)]:
                with self.subTest(field=field, given=given):
                    head = self.build("--header", field + ": " + given).split(b"\r\n\r\n")[0]
                    self.assertLessEqual(max(map(len, head.split(b"\r\n"))), 78)
                    self.assertIn(b"\r\n%s: %s\r\n" % (field.encode(), wanted.encode()), head.replace(b"\r\n ", b" ") + b"\r\n")
            for wrong in ("<a@b> c", "<a b@c>", "<a@b> <<c@d>>", "Your letter <a@b>", "<a@b> <ä@d>", "<a@b>\r\nBcc: <c@d>"):
                with self.subTest(field=field, wrong=wrong):
                    done = self.run_cli("build", "--from", "a@b.example", "--header", field + ": " + wrong, code=65, profile=False)
                    self.assertIn(field, done.stderr.decode())
        twice = ("--header", "In-Reply-To: <a@b>", "--header", "In-Reply-To: <c@d> <e@f>")
        for given in (twice, (*twice[2:], *twice[:2])):
            with self.subTest(given):
                self.build(*given, code=65)

    def test_unreadable_file(self):
        if os.geteuid() == 0:
            # What this process may not pass on, no program that it starts can do: CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH.
            for capability in (1, 2):
                if sys.platform != "linux" or ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                    self.skipTest("root reads everything")
        secret = self.write("secret", "x")
        secret.chmod(0)
        self.build("--attach", secret, code=66)

    def peak(self, size):
        """Kilobytes at most in memory while a letter with so large an attachment is built; and that all of it came out."""
        attached = self.folder / "attached"
        with open(attached, "wb") as file:
            file.truncate(size)
        command = [CLI, "build", "--from", "a@b.example", "--attach", str(attached)]
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
        self.assertGreater(total, size * 4 // 3)
        return peak

    def test_large_attachment_in_little_memory(self):
        """Beside a small one: what a process needs anyway is the build's affair."""
        self.assertLess(self.peak(200 << 20) - self.peak(20 << 20), 24 * 1024)


if __name__ == "__main__":
    unittest.main()

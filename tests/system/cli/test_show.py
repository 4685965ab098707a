# SPDX-License-Identifier: GPL-3.0-or-later
"""pennypost-cli show: the same header, tree, texts and sizes that Python's email finds."""
import email.message
import email.policy
import json
import os
import random
import unittest

from cli import CliTest

WORDS = ["Grüße", "東京", "a", "b" * 70, "“x”", "🙂", "Ω", "plain words"]


def random_letter(chance, depth=0):
    """A part of any kind, nested up to four deep."""
    part = email.message.EmailMessage(email.policy.SMTP)
    kind = chance.choice(["text", "text", "html", "file", "letter", "mixed", "alternative", "related"] if depth < 4 else ["text", "file"])
    if kind in ("text", "html"):
        text = "\n".join(" ".join(chance.choices(WORDS, k=chance.randrange(6))) for _ in range(chance.randrange(5))) + "\n"
        part.set_content(text, subtype="plain" if kind == "text" else "html", charset="utf-8",
                         cte=chance.choice(["quoted-printable", "base64"]))
    elif kind == "file":
        part.set_content(chance.randbytes(chance.randrange(2000)), maintype="application", subtype="octet-stream",
                         disposition="attachment", filename=chance.choice(WORDS).replace(" ", "_") + ".bin")
    elif kind == "letter":
        inner = random_letter(chance, depth + 1)
        inner["Subject"] = chance.choice(WORDS)
        part.set_content(inner)
    else:
        part["Content-Type"] = f'multipart/{kind}; boundary="={depth}={chance.randrange(10**9)}="'
        part.set_payload([random_letter(chance, depth + 1) for _ in range(chance.randrange(1, 4))])
    return part


class Showing(CliTest):
    def show(self, letter):
        name = self.write("letter.eml", bytes(letter))
        return json.loads(self.run_cli("--json", "show", name, profile=False).stdout)

    def same(self, shown, part):
        self.assertEqual(shown["type"], part.get_content_type())
        self.assertEqual(shown["fileName"], part.get_filename() or "")
        self.assertEqual(shown["disposition"], part.get_content_disposition() or "")
        children = part.get_payload() if part.is_multipart() else []
        self.assertEqual(len(shown["parts"]), len(children))
        for each, child in zip(shown["parts"], children):
            self.same(each, child)
        if part.get_content_type() == "message/rfc822":
            inner = {field["name"]: field["value"] for field in shown["parts"][0]["header"]}
            self.assertEqual(inner["Subject"], children[0]["Subject"].strip())  # Python folds ahead of it
        if not part.is_multipart():
            self.assertEqual(shown["size"], len(part.get_payload(decode=True)))
        if "text" in shown:
            self.assertEqual(shown["text"].rstrip("\n"), part.get_content().replace("\r\n", "\n").rstrip("\n"))
            self.assertTrue(shown["textIsWhole"])

    def test_any_tree(self):
        chance = random.Random(4)
        for _ in range(40):
            letter = random_letter(chance)
            letter["Subject"] = " ".join(chance.choices(["Grüße", "東京", "plain words"], k=2))  # of more it makes broken words
            letter["From"] = "Jörg Müller <joerg@here.example>"
            letter["To"] = ", ".join(f"Ann {word} <ann@there.example>" for word in chance.sample(["Ä", "東", "C"], 2))
            read = email.message_from_bytes(bytes(letter), policy=email.policy.default)
            shown = self.show(letter)
            self.assertEqual(shown["exitCode"], 0)
            fields = {field["name"]: field["value"] for field in shown["header"]}
            self.assertEqual(fields["Subject"], read["Subject"])
            self.assertEqual(fields["From"], str(read["From"]))
            self.same(shown, read)

    def test_its_own_letters(self):
        data = os.urandom(70_000)
        letter = self.run_cli("build", "--from", "a@here.example", "--to", "Ann Ä <ann@there.example>", "--subject", "Grüße", "--text",
                              "-", "--attach", self.write("Bericht für März.bin", data), stdin="ä\n".encode(), profile=False).stdout
        shown = self.show(letter)
        self.assertEqual([part["type"] for part in shown["parts"]], ["text/plain", "application/octet-stream"])
        self.assertEqual(shown["parts"][0]["text"], "ä\n")
        self.assertEqual((shown["parts"][1]["fileName"], shown["parts"][1]["size"]), ("Bericht für März.bin", len(data)))
        part = shown["parts"][1]
        self.assertEqual(letter[part["offset"]:part["offset"] + part["length"]].count(b"\r\n"), (len(data) + 56) // 57 - 1)

    def test_for_a_person(self):
        letter = (b"From: =?utf-8?q?J=C3=B6rg?= <j@x.example>\nSubject: \x1b[31mred\nContent-Type: multipart/mixed; boundary=b\n\n"
                  b"--b\n\nhi\n--b\nContent-Type: image/png; name=\"a\xcc\x88.png\"\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n")
        done = self.run_cli("show", self.write("x.eml", letter), profile=False)
        self.assertEqual(done.stdout.decode().splitlines(), [
            "From: Jörg <j@x.example>", "Subject: [31mred", 'Content-Type: multipart/mixed; boundary=b', "", "multipart/mixed",
            "  1  text/plain, 2 octets", '  2  image/png, 3 octets, "a\u0308.png"'])
        self.assertFalse(self.profile.exists())

    def test_what_is_no_letter(self):
        for name, content, code in [("missing", None, 66), ("folder", "folder", 66), ("endless", b"X: " + b"x" * (1 << 21), 65)]:
            with self.subTest(name):
                path = str(self.folder / "nothing.eml") if content is None else str(self.folder) if content == "folder" \
                    else self.write("x.eml", content)
                done = self.run_cli("--json", "show", path, code=code, profile=False)
                self.assertEqual(json.loads(done.stdout)["exitCode"], code)
        # Anything else is a letter to who only reads: a body without a header, at worst.
        self.assertEqual(self.show(b"")["type"], "text/plain")
        self.assertEqual(self.show(b"\0\xff no header")["size"], 12)
        self.run_cli("show", code=64, profile=False)
        self.run_cli("show", "a", "b", code=64, profile=False)

    def test_nothing_is_too_deep(self):
        letter = b""
        for i in range(200):
            letter += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i)
        shown, depth = self.show(letter + b"\nend\n"), 0
        while shown["parts"]:
            shown, depth = shown["parts"][0], depth + 1
        self.assertEqual(depth, 50)


if __name__ == "__main__":
    unittest.main()

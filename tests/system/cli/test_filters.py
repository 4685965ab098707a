# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs find in ordinary letters: SpamAssassin no fault, reformime and ripmime the parts that are there."""
import collections
import html
import pathlib
import random
import shutil
import subprocess
import unittest

from cli import CliTest

HERE = pathlib.Path(__file__).resolve().parent
LETTERS = 200
# Of a letter that no server has seen yet, or that has HTML in it, which is no fault.
HARMLESS = {"NO_RECEIVED", "NO_RELAYS", "ALL_TRUSTED", "HTML_MESSAGE"}
TEXTS = [
    "Dear Bob,\n\nthe report is attached. Could you look at page three before Friday?\n\nKind regards\nAlice\n",
    "Liebe Frau Schröder,\n\nvielen Dank für Ihre Nachricht. Die Übergabe ist am Dienstag um 10 Uhr.\n\nViele Grüße\nJörg Müller\n",
    "山田様\n\nお世話になっております。会議は三時に始まります。\n\nよろしくお願いいたします。\n",
    "Привет,\n\nвстречаемся завтра в пять.\n\nИрина\n",
    "مرحبا\n\nنلتقي غدا في الخامسة.\n",
    "Hi,\n\nno.\n\n-- \nAlice\n",
    "From here it is ten minutes.\n.\n..\n>From there it is twenty.\nTrailing blanks  \nand a tab\t\n",
    " ".join(["A long line, as editors without wrapping write it, that says nothing in particular and takes its time."] * 30) + "\n",
    "\n".join(f"{i}. a line of a list, not long and not short" for i in range(60)) + "\n",
    "😀 That is all.\n",
]
SUBJECTS = ["Quarterly report", "Grüße aus Köln", "会議のお知らせ", "Завтра", "موعد الغد", "Re: the keys", "Fwd: Re: minutes of the meeting on the "
            "third floor, with all that was said and some of what was meant, as far as anybody remembers", "Tea at five? 😀"]
PEOPLE = ["Bob <bob@there.example>", "ann@there.example", "Frau Schröder <schroeder@there.example>", "\"Doe, Jane\" <jane@there.example>",
          "山田 <yamada@there.example>", "Team Ω <team@there.example>"]
FILES = {"report.pdf": b"%PDF-1.4\n" + bytes(range(256)) * 40, "Übersicht März.csv": "Name;Größe\n1;2\n".encode(), "notes.txt": b"one\ntwo\n",
         "日程.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(2000), "empty.dat": b""}


def as_html(text):
    """The same text as an editor writes it."""
    return "".join(f"<p>{html.escape(line) or '<br>'}</p>" for line in text.split("\n")) + '<p><a href="https://www.there.example/map">map</a></p>'


class Filters(CliTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.missing = [program for program in ("spamassassin", "reformime", "ripmime") if not shutil.which(program)]

    def need(self, program):
        if program in self.missing:
            self.skipTest(f"{program} is not installed")

    def letters(self, count):
        """`count` letters as people write them, and how many files each has; the same each time."""
        chance = random.Random(11)
        files = {name: self.write(name, content) for name, content in FILES.items()}
        for number in range(count):
            words = chance.choice(TEXTS)
            text = self.write("text", words)
            arguments = ["build", "--from", chance.choice(["Alice <alice@here.example>", "Jörg Müller <joerg@here.example>", "a@here.example"]),
                         "--subject", chance.choice(SUBJECTS), "--text", text, "--date", "2026-05-04T09:30:00+02:00",
                         "--message-id", f"{chance.getrandbits(128):032x}@here.example"]
            for option, most in (("--to", 4), ("--cc", 2)):
                for person in chance.sample(PEOPLE, chance.randrange(option == "--to", most)):
                    arguments += [option, person]
            if chance.random() < 0.3:
                arguments += ["--html", self.write("html", as_html(words))]
            attached = chance.sample(sorted(files), chance.choice([0, 0, 0, 1, 2]))
            for name in attached:
                arguments += ["--attach", files[name]]
            if chance.random() < 0.2:
                arguments += ["--header", "In-Reply-To: <q@there.example>", "--header", "References: <p@there.example> <q@there.example>"]
            yield self.write(f"letter{number:03}.eml", self.run_cli(*arguments, profile=False).stdout), "--html" in arguments, attached

    def test_no_rule_of_a_spam_filter(self):
        self.need("spamassassin")
        letters = [path for path, _, _ in self.letters(LETTERS)]
        done = subprocess.run(["perl", HERE / "spam_rules.pl", self.folder, *letters], capture_output=True, text=True, timeout=300, check=True)
        hits = [line.split() for line in done.stdout.splitlines()]
        self.assertEqual(len(hits), LETTERS, done.stderr)
        found = collections.Counter(rule for line in hits for rule in set(line[1:]) - HARMLESS)
        self.assertEqual(found, {}, [line for line in hits if set(line[1:]) - HARMLESS][:5])
        # And it does find what is wrong with a letter.
        bad = self.write("bad.eml", b"From: a@b\r\nSubject: =?utf-8?B?VklBR1JB?=\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n"
                                    b"Content-Transfer-Encoding: base64\r\n\r\nPGI+PC9iPg==\r\n")
        done = subprocess.run(["perl", HERE / "spam_rules.pl", self.folder, bad], capture_output=True, text=True, timeout=60, check=True)
        self.assertTrue(set(done.stdout.split()[1:]) - HARMLESS, done.stdout)

    def test_reformime_sees_the_same_parts(self):
        self.need("reformime")
        for path, has_html, attached in self.letters(40):
            with open(path, "rb") as letter:
                told = subprocess.run(["reformime", "-i"], stdin=letter, capture_output=True, timeout=60, check=True).stdout.decode()
            types = [line.split(": ")[1] for line in told.splitlines() if line.startswith("content-type: ")]
            texts = ["multipart/alternative", "text/plain", "text/html"] if has_html else ["text/plain"]
            self.assertEqual(types[:len(texts) + bool(attached)], (["multipart/mixed"] if attached else []) + texts, told)
            self.assertEqual(len(types), len(texts) + bool(attached) + len(attached), told)
            self.assertFalse([line for line in told.splitlines() if line.startswith("mime-error")], told)

    def test_ripmime_takes_the_same_files_out(self):
        self.need("ripmime")
        for path, _, attached in self.letters(40):
            out = self.folder / "out"
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            subprocess.run(["ripmime", "-i", path, "-d", out, "--overwrite"], capture_output=True, timeout=60, check=True)
            found = sorted(file.read_bytes() for file in out.iterdir() if not file.name.startswith("textfile") and file.stat().st_size)
            self.assertTrue(found == sorted(FILES[name] for name in attached if FILES[name]), (path, attached, [len(each) for each in found]))


if __name__ == "__main__":
    unittest.main()

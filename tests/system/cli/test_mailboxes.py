# SPDX-License-Identifier: GPL-3.0-or-later
"""What is taken for a mailbox, beside Python's email: no address becomes another one, and what is written is read as it was meant."""
import email.headerregistry
import email.message
import email.policy
import random
import subprocess
import unittest

from cli import CLI, CliTest

HOSTILE = [
    "a@evil.example x@good.example", "\"a@evil.example\"@good.example", "\"a@evil.example x\"@good.example", "a@evil.example(@good.example)",
    "<a@evil.example>@good.example", "a@[evil.example]", "a@good.example\x00.evil.example", "a@good.example\r\nBcc: x@evil.example",
    "\"a\r\nRCPT TO:<x@evil.example>\"@good.example", "a(comment@evil.example)@good.example", "(a@evil.example) <b@good.example>",
    "\"<a@evil.example>\" <b@good.example>", "@evil.example,@b.example:a@good.example", "<@evil.example:a@good.example>", "a@@good.example",
    "a@evil.example@good.example", "a@good.example,", ",a@good.example", "a@good.example;b@good.example", "group: a@good.example, b@good.example;",
    "undisclosed-recipients:;", "a.@good.example", ".a@good.example", "a..b@good.example", "a@good..example", "a@-good.example", "a@good_.example",
    "a@xn--mnchen-3ya.example", "a@münchen.example", "a@еxample.example", "ünï@good.example", "a@" + "x" * 64 + ".example", "x" * 65 + "@good.example",
    "a@good.example" + "(" * 100_000, "(" * 100_000 + "a@good.example", "\"" + "\\\"" * 1000 + "\"@good.example", "=?utf-8?q?a=40evil.example?= <b@good.example>",
    "=?utf-8?q?a=40evil.example=2C?=@good.example", "a@good.example <b@evil.example>", "a b@good.example", "a@good.example b", "a\u202e@good.example",
    "a@good.example\u2028", "a@127.0.0.1", "a@[192.0.2.1]", "a@[IPv6:2001:db8::1]", "a@[IPv6:::1]]", "a@[192.0.2.999]", "a@good.example.", "a@.example",
    "postmaster", "", " ", "<>", "a@", "@good.example", "\"\"@good.example", "\" \"@good.example", "a@good.example\t", "'a@good.example'",
]
TOKENS = ["a", "b", "\"", "\\", "(", ")", "<", ">", "@", "@", ".", ",", ";", ":", " ", "good.example", "evil.example", "[192.0.2.1]", "é", "Name", "\t",
          "\"Doe, J\"", "=?utf-8?q?x=40y?="] + ["a@good.example", "b@evil.example", " <c@good.example>", ", ", " (d) "] * 6


def strict(text):
    """As Python's registry reads it; None where it finds a defect."""
    try:
        field = email.policy.SMTP.header_factory("To", text)
        addresses = [each.addr_spec for each in field.addresses]
    except Exception:  # pylint: disable=broad-except
        return None  # it has its own bugs
    return None if field.defects or not all(addresses) else addresses


class Mailboxes(CliTest):
    def read(self, text):
        """The addresses of the letter that is made for these recipients; None if none is made."""
        if "\0" in text:
            return None  # no argument can hold it
        done = self.build("--to", text)
        if done.returncode:
            self.assertIn(done.returncode, (64, 65), (text, done.stderr))
            return None
        letter = email.message_from_bytes(done.stdout, policy=email.policy.SMTP)
        self.assertEqual([name for name in letter.keys() if name.lower() in ("bcc", "cc", "x")], [], text)
        to = letter["To"]
        if str(to).isascii():  # else it is SMTPUTF8's, which is a defect to it
            self.assertFalse(to.defects, (text, str(to)))
        return [each.addr_spec for each in to.addresses], str(to)

    def build(self, *arguments):
        return subprocess.run([CLI, "build", "--from", "me@here.example", "--date", "2026-05-04T09:30:00+02:00", "--message-id", "1@here.example",
                               *arguments], capture_output=True, timeout=20, env=self.environment(), check=False)

    def check(self, text):
        made = self.read(text)
        if made is None:
            return False
        addresses, written = made
        expected = strict(text)
        if expected is not None:
            if all(each.isascii() for each in expected):
                self.assertEqual(addresses, expected, text)
            self.assertEqual(len(addresses), len(expected), text)  # a domain in Unicode is written in ASCII
        # What was written means the same once more.
        again = self.read(written)
        self.assertIsNotNone(again, (text, written))
        self.assertEqual(again[0], addresses, (text, written))
        return True

    def test_hostile(self):
        for text in HOSTILE:
            with self.subTest(text[:60]):
                self.check(text)

    def test_anything(self):
        chance = random.Random(9)
        accepted = sum(self.check("".join(chance.choices(TOKENS, k=chance.randrange(1, 5)))) for _ in range(300))
        self.assertGreater(accepted, 50)  # else nothing was compared

    def test_what_people_type(self):
        rows = {"a@good.example": ["a@good.example"], "Ann <a@good.example>": ["a@good.example"], "\"Doe, Jane\" <j@good.example>, b@good.example":
                ["j@good.example", "b@good.example"], "a@good.example (Ann)": ["a@good.example"], "a@[192.0.2.1]": ["a@[192.0.2.1]"],
                "\"odd one\"@good.example": ["\"odd one\"@good.example"], "a@good.example; b@good.example": ["a@good.example", "b@good.example"]}
        for text, addresses in rows.items():
            with self.subTest(text):
                self.assertEqual(self.read(text)[0], addresses)


if __name__ == "__main__":
    unittest.main()

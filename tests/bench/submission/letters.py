# SPDX-License-Identifier: GPL-3.0-or-later
"""The letters that are sent: their files, made beforehand in a folder that goes with the run."""
import base64
import os

TEXT = "The quick brown fox jumps over the lazy dog, and nobody wonders why.\n" * 16
HEADER = ("From: alice@example.org\nTo: bob@example.org\nSubject: A letter\nDate: Thu, 01 Jan 2026 12:00:00 +0000\n"
          "Message-ID: <1@example.org>\nMIME-Version: 1.0\n")
MEGABYTE = 1_000_000


class Letters:
    """`small` and `large` are whole letters for senders that are given one; `attachment` is the large one's file."""
    def __init__(self, folder, megabytes):
        self.size = megabytes * MEGABYTE
        self.attachment, self.small = folder / "attachment", folder / "small.eml"
        self._large = folder / "large.eml"
        (folder / "text").write_text(TEXT)
        self.small.write_text(HEADER + "Content-Type: text/plain\n\n" + TEXT)
        block = os.urandom(MEGABYTE)
        with open(self.attachment, "wb") as file:
            for _ in range(megabytes):
                file.write(block)

    def large(self):
        """Made only if somebody needs it."""
        if not self._large.exists():
            with open(self.attachment, "rb") as file, open(self._large, "w", encoding="ascii") as letter:
                letter.write(HEADER + "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n")
                while piece := file.read(57 * 16384):
                    letter.write(base64.encodebytes(piece).decode("ascii"))
        return self._large

    def fits(self, octets, letters, recipients, large):
        """Whether what arrived can be these letters: whole, and nothing beside them but headers, which may name every
        recipient."""
        if large:
            least = (self.size + 2) // 3 * 4
            return least < octets < least * 1.05 + 8192
        return letters * len(TEXT) < octets < letters * (len(TEXT) + 4096 + 40 * recipients)

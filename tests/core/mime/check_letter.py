# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads letters with Python's email package and compares what it finds with what was meant.

check_letter.py FOLDER: for each N.json there is an N.eml. Prints each difference, ends with 1 if there was one.
"""
import base64
import email
import email.errors
import email.policy
import json
import pathlib
import sys
from email.header import decode_header, make_header
from email.utils import getaddresses

# RFC 2047 forbids encoded-words within quotes, and still it is what old readers of `name=` understand.
TOLERATED = {
    ("content-type", "encoded word inside quoted string"),
    ("content-type", "missing trailing whitespace after encoded-word"),
}


def defects_of(message):
    for part in message.walk():
        for defect in part.defects:
            yield f"{part.get_content_type()}: {defect!r}"
        for name, value in part.items():
            for defect in value.defects:
                if (name.lower(), str(defect)) not in TOLERATED:
                    yield f"{name}: {defect!r}"


def mailboxes(message, raw_message, name):
    """Python's structured parser puts a blank between two encoded-words of one name, against RFC 2047 6.2; the
    older one does not. So the addresses are taken from the first, and long names from the second."""
    header = message[name]
    if header is None:
        return []
    names = [str(make_header(decode_header(n))) for n, _ in getaddresses([str(raw_message[name])])]
    encoded = [n.count("=?utf-8?") > 1 for n, _ in getaddresses([str(raw_message[name])])]
    return [
        [names[i] if encoded[i] else a.display_name, a.username, a.domain] for i, a in enumerate(header.addresses)
    ]


def text_of(part):
    return part.get_payload(decode=True).decode(part.get_content_charset()).replace("\r\n", "\n")


def check(raw, meant):
    try:
        message = email.message_from_bytes(raw, policy=email.policy.strict)
    except email.errors.MessageDefect as defect:
        yield f"defect {defect!r}", None, None
        return
    raw_message = email.message_from_bytes(raw, policy=email.policy.compat32)
    yield from ((f"defect {d}", None, None) for d in defects_of(message))

    for name in ("From", "To", "Cc", "Reply-To"):
        if name in ("To",) and not meant["To"] and not meant["Cc"]:
            yield "To", str(message["To"]), "undisclosed-recipients:;"
            continue
        yield name, mailboxes(message, raw_message, name), meant[name]
    yield "Subject", str(message["Subject"]), meant["Subject"]
    yield "Message-ID", str(message["Message-ID"]), f"<{meant['Message-ID']}>"
    yield "Date", int(message["Date"].datetime.timestamp()), meant["Date"]
    yield "zone", int(message["Date"].datetime.utcoffset().total_seconds()), meant["zone"]
    yield "References", str(message["References"] or "").split(), [f"<{i}>" for i in meant["References"]]
    yield "Bcc", message["Bcc"], None
    for name, value in meant["extra"]:
        yield name, str(message[name]), value

    plain = message.get_body(("plain",))
    yield "text", text_of(plain) if plain else None, meant["text"]
    html = message.get_body(("html",))
    yield "HTML", text_of(html) if html else "", meant["html"]

    found = {}
    for part in message.walk():
        if part.get_filename() is not None:
            found[part.get_filename()] = part
            yield "name=", part["Content-Type"].params["name"], part.get_filename()
    yield "files", sorted(found), sorted(a["name"] for a in meant["attachments"])
    for attachment in meant["attachments"]:
        part = found.get(attachment["name"])
        if part is None:
            continue
        yield "type", part.get_content_type(), attachment["type"]
        yield "disposition", part.get_content_disposition(), attachment["disposition"]
        yield "content id", part["Content-ID"], f"<{attachment['id']}>" if attachment["id"] else None
        yield "bytes", part.get_payload(decode=True), base64.b64decode(attachment["bytes"])


def main():
    folder = pathlib.Path(sys.argv[1])
    differences = 0
    for meant_file in sorted(folder.glob("*.json")):
        raw = meant_file.with_suffix(".eml").read_bytes()
        for what, found, meant in check(raw, json.loads(meant_file.read_text("utf-8"))):
            if what.startswith("defect") or found != meant:
                differences += 1
                print(f"{meant_file.stem}: {what}: found {found!r}, meant {meant!r}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())

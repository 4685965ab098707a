#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual pages, the README and the package say what the programs say:  documents.py PENNYPOST_CLI VERSION

Every option of --help is in the manual page and every option of the manual page in --help; README, manual page and --help
tell of the same exit codes; every member of --json is in both; every version is the project's; what the README links to is there.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLI, VERSION = sys.argv[1:]
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
wrong = []


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def expect(holds, what):
    if not holds:
        wrong.append(what)


def same(left, right, names):
    expect(left, f"nothing was found in {names[0]}")
    for each in sorted(left - right):
        wrong.append(f"{each} is in {names[0]}, not in {names[1]}")
    for each in sorted(right - left):
        wrong.append(f"{each} is in {names[1]}, not in {names[0]}")


help_text = subprocess.run([CLI, "--help"], capture_output=True, text=True, check=True).stdout
manual = read("packaging/linux/pennypost-cli.1").replace("\\-", "-").replace("\\fP", "").replace("\\fI", "").replace("\\fB", "")
readme = read("README.md")

general = {"--help", "--version"}
same(set(OPTION.findall(help_text)) - general, set(OPTION.findall(manual)) - general, ("--help", "the manual page"))

def codes(text, row):
    return {int(code) for codes in row.findall(text) for code in re.findall(r"\d+", codes)}

in_help = codes(help_text[help_text.index("Exit codes"):], re.compile(r"^ +(\d+)  ", re.M))
in_manual = codes(manual, re.compile(r"^\.B (\d+)$", re.M))
in_readme = codes(readme, re.compile(r"^\| ([\d, ]+) \|", re.M))
same(in_help, in_manual, ("the exit codes of --help", "those of the manual page"))
same(in_help, in_readme, ("the exit codes of --help", "those of the README"))

MECHANISMS = r"([A-Z0-9-]+(?:,\s+[A-Z0-9-]+)*\s+or\s+[A-Z0-9-]+)"

def mechanisms(text, before):
    return {name for names in re.findall(before + MECHANISMS, text) for name in re.split(r",\s+|\s+or\s+", names)}

same(mechanisms(help_text, r"--mechanism +"), mechanisms(manual, r"--mechanism\n\.I M\n\("),
     ("the mechanisms of --help", "those of the manual page"))

result = read("app/cli/ResultJson.cpp")
members = {name for pair in re.findall(r'\{QStringLiteral\("(\w+)"\),|object\[u"(\w+)"\]', result) for name in pair if name}
expect("limit" in members, "no member of --json was found in ResultJson.cpp")
for name in sorted(members):
    expect(re.search(r"\b%s\b" % name, help_text[help_text.index("JSON, of"):]), f"--help's JSON has no {name}")
    expect(re.search(r"\b%s\b" % name, manual[manual.index(".SH JSON OUTPUT"):]), f"the manual page's JSON OUTPUT has no {name}")

for page in ("pennypost.1", "pennypost-cli.1"):
    expect(f'"Pennypost {VERSION}"' in read(f"packaging/linux/{page}"), f"{page} is not for version {VERSION}")
expect(f'<release version="{VERSION}"' in read("packaging/linux/org.pennypost.Pennypost.metainfo.xml"), "metainfo: version")
expect(read("packaging/linux/debian-changelog").startswith(f"pennypost ({VERSION})"), "debian-changelog: version")
expect(f'"{VERSION}"' in read("packaging/windows/vcpkg.json"), "vcpkg.json: version")
expect(f"## [{VERSION}]" in read("CHANGELOG.md"), "CHANGELOG.md: version")

for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md"):
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", read(name)):
        expect((ROOT / link).exists(), f"{name} links to {link}, which is not there")
for folder in re.findall(r"^((?:app|core|ui|tests|packaging)[\w/]*/) ", readme, re.M):
    expect((ROOT / folder).is_dir(), f"README's map has {folder}, which is not there")

print("\n".join(wrong) or "the documents tell the truth")
sys.exit(1 if wrong else 0)

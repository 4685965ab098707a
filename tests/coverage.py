#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lines of which room the tests have run, after `ctest --preset coverage`, as gcov counts them.

    tests/coverage.py [BUILD]      BUILD: build/coverage unless told
"""
import collections
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS = ("app", "core", "ui")


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build" / "coverage").resolve()
    lines = collections.defaultdict(dict)  # source: line: how often
    counts = sorted(build.rglob("*.gcda"))
    if not counts:
        sys.exit(f"coverage: {build} holds no counts; build with the coverage preset and run its tests first")
    for each in counts:
        done = subprocess.run(["gcov", "--json-format", "--stdout", str(each)], cwd=each.parent, check=True, capture_output=True)
        for report in done.stdout.splitlines():
            for file in json.loads(report)["files"]:
                source = (build / file["file"]).resolve()
                if not source.is_relative_to(ROOT) or source.relative_to(ROOT).parts[0] not in ROOMS or "autogen" in str(source):
                    continue
                seen = lines[source.relative_to(ROOT)]
                for line in file["lines"]:
                    seen[line["line_number"]] = max(seen.get(line["line_number"], 0), line["count"])
    rooms = collections.defaultdict(lambda: [0, 0])
    for source, seen in lines.items():
        for name in (str(source.parent), "all"):
            rooms[name][0] += sum(count > 0 for count in seen.values())
            rooms[name][1] += len(seen)
    for name, (run, all_lines) in sorted(rooms.items(), key=lambda room: (room[0] == "all", room[0])):
        print(f"{name:20} {run:6} of {all_lines:6} lines  {100 * run / max(all_lines, 1):5.1f} %")


if __name__ == "__main__":
    main()

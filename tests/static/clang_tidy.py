#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over every source of ours that BUILD compiles, quickly enough to be run each time.

    clang_tidy.py BUILD [FOLDER...]      FOLDER: only sources below it, such as core/smtp

Nine tenths of clang-tidy's time go into Qt's headers, again for each file. So the sources of a folder are read as one
(the analyser knows such unified sources); a file whose private names collide with another's is read alone. What passed
is not read again until it, a header of ours that it includes, or the rules change.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIDY = "clang-tidy-19"
INCLUDE = re.compile(rb'^\s*#\s*include\s*"([^"]+)"', re.M)


def flags_of(command):
    """What matters to a reader: where headers are and what is defined; not warnings, outputs or optimisation."""
    found, words = [], iter(shlex.split(command))
    for word in words:
        if word in ("-isystem", "-I", "-D"):
            found.append((word, next(words)))
        elif word.startswith(("-I", "-D")):
            found.append((word,))
    return found


def groups_in(build, folders):
    """Folder -> its sources and all flags any of them is compiled with."""
    groups = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["file"])
        if not file.is_relative_to(ROOT) or file.is_relative_to(build):
            continue
        name = file.relative_to(ROOT)
        if folders and not any(name.is_relative_to(folder) for folder in folders):
            continue
        files, flags = groups.setdefault(str(name.parent), ({}, {}))
        files[file] = None
        flags.update(dict.fromkeys(flags_of(entry["command"])))
    return {folder: (sorted(files), list(flags)) for folder, (files, flags) in groups.items()}


def digest(files, flags, rules):
    """Of everything of ours that a verdict about these files stands on."""
    told, seen, todo = hashlib.sha256(rules + repr(flags).encode()), set(), list(files)
    while todo:
        file = todo.pop()
        if file in seen or not file.is_file():
            continue
        seen.add(file)
        text = file.read_bytes()
        told.update(str(file).encode() + b"\0" + text)
        for name in sorted(INCLUDE.findall(text)):
            todo.append(ROOT / os.fsdecode(name))
            todo.append(file.parent / os.fsdecode(name))
    return told.hexdigest()


def read(unit, files, flags, folder):
    """Runs clang-tidy over these files as one; returns its words, empty when clean."""
    lines = []
    for number, file in enumerate(files):
        # Each test has its own main().
        lines.append(f"#undef main\n#define main main_{number}\n" if folder.startswith("tests") else "")
        lines.append(f'#include "{file}"\n')
    unit.parent.mkdir(parents=True, exist_ok=True)
    unit.write_text("".join(lines))
    words = [word for flag in flags for word in flag]
    run = subprocess.run(
        [TIDY, "-quiet", f"--config-file={ROOT / '.clang-tidy'}", f"--checks={exceptions(folder)}",
         r"--header-filter=/(app|core|ui|tests)/[^.]*\.(h|cpp)$", str(unit), "--", "-std=c++20", "-fPIC", "-w", *words],
        capture_output=True, text=True, cwd=ROOT)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def exceptions(folder):
    """The checks switched off for this folder: by its .clang-tidy, and what the reading as one brings about."""
    off, own = ["-bugprone-suspicious-include"], ROOT / "tests/.clang-tidy"
    if folder.startswith("tests") and own.exists():
        off += re.findall(r"^ +(-[\w.-]+)", own.read_text(), re.M)
    return ",".join(off)


def check(build, folder, files, flags, rules):
    """Findings of a folder. Files that can't be read with the others are read alone."""
    passed = build / "tidy" / (folder.replace("/", "_") + ".passed")
    key = digest(files, flags, rules)
    if passed.exists() and passed.read_text() == key:
        return ""
    together, found = list(files), ""
    while together:
        said = read(build / "tidy" / f"{folder.replace('/', '_')}.cpp", together, flags, folder)
        clash = [file for file in together if re.search(rf"^{re.escape(str(file))}:\d+:\d+: error: .*\[clang-diagnostic-error\]", said, re.M)]
        if not clash or len(together) == 1:
            found += said
            break
        for file in clash:
            together.remove(file)
            found += read(build / "tidy" / f"{folder.replace('/', '_')}_{file.stem}.cpp", [file], flags, folder)
    if not found:
        passed.parent.mkdir(parents=True, exist_ok=True)
        passed.write_text(key)
    return found


def main():
    build, folders = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    rules = version + b"".join(file.read_bytes() for file in (ROOT / ".clang-tidy", ROOT / "tests/.clang-tidy", pathlib.Path(__file__))
                               if file.exists())
    groups = groups_in(build, folders)
    if not groups:
        sys.exit("no sources found: is that a configured build folder?")
    clean = True
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        # The largest first, so that no single one is waited for at the end.
        jobs = {pool.submit(check, build, folder, files, flags, rules): folder
                for folder, (files, flags) in sorted(groups.items(), key=lambda group: -len(group[1][0]))}
        for job in concurrent.futures.as_completed(jobs):
            if job.result():
                clean = False
                print(f"== {jobs[job]}\n{job.result()}", flush=True)
    print(f"{sum(len(files) for files, _ in groups.values())} sources in {len(groups)} folders: {'clean' if clean else 'see above'}")
    sys.exit(0 if clean else 1)


if __name__ == "__main__":
    main()

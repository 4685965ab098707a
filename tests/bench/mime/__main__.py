# SPDX-License-Identifier: GPL-3.0-or-later
"""What making and reading letters costs, by Pennypost and by others, in one run:

    python3 tests/bench/mime --build build/release

Wants a release build with -DBUILD_TESTING=ON and its target bench_mime. Beside Pennypost stand the limit (see
LimitMime.cpp), libvmime and Python's email, as far as they are installed. Each figure is the median of some runs, the
programs taking turns; what a program costs that does nothing is taken off. Nothing is written but a folder for
temporary files.
"""
import argparse
import fcntl
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MEGABYTE = 1_000_000
# A run of so many seconds is not made again, and a program that took so many for a tenth of the work does not get all.
LONG = 10
KERNELS = ("AVX2", "SSSE3", "NEON", "scalar")


class Bench:
    def __init__(self, build, runs):
        self.programs = build / "bin"
        self.runs = runs
        self.peers = {"Pennypost": [self.programs / "bench_pennypost_mime"], "the limit": [self.programs / "bench_limit_mime"],
                      "libvmime": [self.programs / "bench_vmime"],
                      "Python's email": [sys.executable, HERE / "python_peer.py"]}
        missing = [name for name, command in self.peers.items() if not pathlib.Path(command[0]).exists()]
        for name in missing:
            print(f"{name}: not there, left out", file=sys.stderr)
            del self.peers[name]

    def run(self, name, *words):
        """Wall and CPU seconds, and the peak of memory in MB. What it prints goes through a pipe into `cat`."""
        figures, theirs = os.pipe()
        with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as drain, \
                open(figures, encoding="ascii") as told:
            fcntl.fcntl(drain.stdin, 1031, 1 << 20)  # F_SETPIPE_SZ: lest it measure the scheduler
            command = [self.programs / "bench_meter", "1", *self.peers[name], *words]
            meter = subprocess.run(["/bin/sh", "-c", f'exec 3>&{theirs} "$@"', "sh", *map(str, command)], stdin=subprocess.DEVNULL,
                                   stdout=drain.stdin, stderr=subprocess.PIPE, pass_fds=[theirs], check=False)
            drain.stdin.close()
            os.close(theirs)
            line = told.readline()
        if meter.returncode != 0:
            raise RuntimeError(f"{name} {' '.join(map(str, words))}: {meter.stderr.decode(errors='replace')[-300:]}")
        seen = json.loads(line)
        return seen["wall"], seen["cpu"], seen["peak_kb"] / 1024

    def table(self, title, names, big, tiny, unit, amount, tenth=None):
        """A row for each program: how many units a CPU second, and what that takes. `tenth` is a tenth of the work, for
        programs that would take minutes."""
        names = [name for name in names if name in self.peers]
        idle = {name: self.run(name, *tiny) for name in names}
        share = dict.fromkeys(names, 1)
        rows = {name: [] for name in names}
        notes = []
        for name in names:
            if tenth and name not in ("Pennypost", "the limit") and self.run(name, *tenth)[0] > LONG / 5:
                share[name] = 10
                notes.append(f"{name}: a tenth of it, multiplied")
        for turn in range(self.runs):
            for name in names[turn % len(names):] + names[:turn % len(names)]:
                if rows[name] and rows[name][0][0] > LONG:
                    continue
                wall, cpu, peak = self.run(name, *(tenth if share[name] == 10 else big))
                cost = max(cpu - idle[name][1], 1e-6) * share[name]
                rows[name].append((max(wall - idle[name][0], 1e-6) * share[name], cost, peak - idle[name][2]))
        middle = {name: [statistics.median(column) for column in zip(*rows[name])] for name in names}
        first = "the limit" if "the limit" in middle else "Pennypost"
        print(f"\n### {title}\n")
        print(f"| | {unit} a CPU second | CPU s | seconds | growth MB | CPU of {'the limit' if first == 'the limit' else 'ours'} |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for name in names:
            wall, cpu, growth = middle[name]
            print(f"| {name} | {amount / cpu:,.2f} | {cpu:.3f} | {wall:.3f} | {growth:.1f} | {cpu / middle[first][1]:.2f} x |"
                  if amount / cpu < 100 else
                  f"| {name} | {amount / cpu:,.0f} | {cpu:.3f} | {wall:.3f} | {growth:.1f} | {cpu / middle[first][1]:.2f} x |")
        for note in notes:
            print(f"\n{note}.")

    def kernels(self, megabytes):
        print(f"\n### Base64 in memory, {megabytes} MB\n\n| kernel | GB a CPU second |\n| --- | ---: |")
        for name in KERNELS:
            try:
                cpu = statistics.median(self.run("Pennypost", "kernel", name, megabytes)[1] for _ in range(self.runs))
            except RuntimeError:
                continue  # not of this processor
            print(f"| {name} | {megabytes / 1000 / cpu:.2f} |")


def fill(path, megabytes):
    block = os.urandom(MEGABYTE)
    with open(path, "wb") as file:
        for _ in range(megabytes):
            file.write(block)
    return path


def main():
    parser = argparse.ArgumentParser(prog="tests/bench/mime", description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True, type=pathlib.Path, help="the build folder")
    parser.add_argument("--size", type=int, default=1000, metavar="MB", help="of the attachment; 1000")
    parser.add_argument("--runs", type=int, default=3, help="for each figure; 3")
    parser.add_argument("--smoke", action="store_true", help="little data: does all run?")
    given = parser.parse_args()
    size, runs, letters, mailboxes = (5, 1, 100, 1_000) if given.smoke else (given.size, given.runs, 20_000, 100_000)
    bench = Bench(given.build, runs)
    everybody = list(bench.peers)
    makers = [name for name in everybody if name != "the limit"]
    print(f"{os.cpu_count()} processors, median of {runs}")
    with tempfile.TemporaryDirectory(prefix="pennypost-bench-") as folder:
        folder = pathlib.Path(folder)
        large, tenth, tiny = fill(folder / "large", size), fill(folder / "tenth", max(size // 10, 1)), fill(folder / "tiny", 1)
        tiny.write_bytes(b"x")
        bench.table(f"A letter with {size} MB attached, to a pipe", everybody, ("write", large), ("write", tiny), "GB",
                    size / 1000, ("write", tenth))
        letter = {}
        for file in (large, tenth, tiny):
            letter[file] = file.with_suffix(".eml")
            with open(letter[file], "wb") as out:
                subprocess.run([*bench.peers["Pennypost"], "write", file], stdout=out, check=True)
            file.unlink()
        bench.table(f"Opening such a letter: its structure, and the attachment decoded", everybody,
                    ("open", letter[large]), ("open", letter[tiny]), "GB", letter[large].stat().st_size / 1e9,
                    ("open", letter[tenth]))
    bench.table(f"{letters:,} small letters", makers, ("small", letters), ("small", 0), "letters", letters,
                ("small", letters // 10))
    for title, task in (("Headers with {:,} recipients each", "header"), ("{:,} recipients typed, time and again", "typed")):
        for count in (100, 10_000):
            bench.table(title.format(count), makers, (task, count, mailboxes), (task, 1, 0), "mailboxes", mailboxes,
                        (task, min(count, mailboxes // 10), mailboxes // 10))
    bench.kernels(size)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""What sending costs, by Pennypost and by others, on this machine's loopback interface, in one run:

    python3 tests/bench/submission --build build/release

Wants a release build with -DBUILD_TESTING=ON and its target bench_submission. Beside Pennypost stand the limit (see
Limit.cpp), libetpan, curl, msmtp, s-nail and Python's smtplib, as far as they are installed. Each figure is the median
of some runs, the senders taking turns. Nothing is written but a folder for temporary files.
"""
import argparse
import json
import os
import pathlib
import shutil
import sys
import tempfile

from figures import FEW, Plan, all_rounds
from letters import Letters
from peers import all_peers
from stage import Failed, Stage


def options():
    parser = argparse.ArgumentParser(prog="tests/bench/submission", description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True, type=pathlib.Path, help="the build folder")
    parser.add_argument("--size", type=int, default=1000, metavar="MB", help="of the attachment; 1000")
    parser.add_argument("--letters", type=int, default=1000, help="small ones on a row; 1000")
    parser.add_argument("--recipients", type=int, default=1000, help="of one letter behind the cable; 1000")
    parser.add_argument("--cable", type=int, default=50, metavar="MS", help="round trip; 50")
    parser.add_argument("--runs", type=int, default=3, help="for each figure; 3")
    parser.add_argument("--time-limit", type=int, default=900, metavar="S", help="for one run; 900")
    parser.add_argument("--only", nargs="+", default=[], metavar="SENDER", help="names as the table has them")
    parser.add_argument("--rounds", nargs="+", metavar="ROUND",
                        help="some of: large many turns one hundred recipients")
    parser.add_argument("--chunking", action="store_true", help="the server offers CHUNKING (BDAT)")
    parser.add_argument("--json", type=pathlib.Path, help="write all runs' figures there too")
    parser.add_argument("--smoke", action="store_true", help="little data, our own senders: does all arrive?")
    return parser.parse_args()


def available_megabytes():
    try:
        with open("/proc/meminfo", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("MemAvailable")) // 1024
    except OSError:
        return 8192


def plan_of(given):
    plan = Plan(given.size, given.letters, 100, given.recipients, given.cable, given.runs, available_megabytes())
    if given.smoke:
        plan = Plan(2, 25, 5, 20, 10, 1, plan.memory_mb)
    return plan


def number(value):
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}" if value < 100 else f"{value:.1f}"


def show(table, peers):
    """As Markdown, so that it can go into a note as it is."""
    limit = table.median("the limit")
    compared = table.compared if limit else None
    head = ["", *table.columns] + (["of the limit", "spread"] if compared is not None else [])
    lines = []
    for peer in peers:
        middle = table.median(peer.name)
        if middle is None:
            continue
        line = [peer.name, *map(number, middle)]
        if compared is not None:
            spread = table.spread(peer.name)
            line += [f"{middle[compared] / limit[compared]:.2f} x" if limit[compared] else "-",
                     "-" if spread is None else f"{100 * spread:.0f} %"]
        lines.append(line)
    widths = [max(len(line[i]) for line in [head, *lines]) for i in range(len(head))]
    print(f"\n### {table.title}\n")
    for line in [head, ["-" * width for width in widths], *lines]:
        cells = [line[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(line[1:], widths[1:])]
        print("| " + " | ".join(cells) + " |")
    for name, note in table.notes.items():
        print(f"\n{name}: {note}" if not note.startswith(name) else f"\n{note}")
    sys.stdout.flush()


def main():
    given = options()
    plan = plan_of(given)
    peers = all_peers(given.build)
    if given.smoke:
        peers = peers[:2]
        if missing := [why for why in map(lambda peer: peer.missing(), peers) if why]:
            sys.exit("\n".join(missing))
    if given.only:
        peers = [peer for peer in peers if peer.name.lower() in map(str.lower, given.only)]
    for peer in peers:
        if why := peer.missing():
            print(why)
        elif peer.note:
            print(f"{peer.name}: {peer.note}")
    peers = [peer for peer in peers if not peer.missing()]
    single = ", ".join(peer.name for peer in peers if not peer.one_connection)
    if single:
        print(f"{single}: a process for each letter; measured with fewer ({10 * FEW} or {FEW}), times multiplied")
    print(f"{os.cpu_count()} processors, median of {plan.runs}")
    troubles = []
    with tempfile.TemporaryDirectory(prefix="pennypost-bench-") as folder:
        if shutil.disk_usage(folder).free < 3 * plan.megabytes * 1_000_000:
            sys.exit(f"{folder}: not enough room for the attachment")
        stage = Stage(given.build, Letters(pathlib.Path(folder), plan.megabytes), given.time_limit, given.chunking)
        rounds = all_rounds(plan, stage)
        for name in given.rounds or rounds:
            rounds[name].measure(peers, Failed)
            show(rounds[name], peers)
            troubles += [f"{name}: {who}: {why}" for who, why in rounds[name].notes.items()]
    if given.json:
        given.json.write_text(json.dumps({name: {"columns": table.columns, "runs": table.rows}
                                          for name, table in rounds.items()}, indent=1))
    return 1 if given.smoke and troubles else 0


sys.exit(main())

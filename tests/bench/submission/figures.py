# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured: which runs make a figure, and how each becomes a row of a table."""
import dataclasses
import statistics

# A sender that needs a process for each letter sends so many of them, and its time is multiplied.
FEW = 10
# A sender whose first figure was so many seconds is not asked again: noise is a small part of that.
LONG = 10
# A run that takes less than a second is made so many times more often: noise is a large part of it.
EAGER = 5
# How long the sink waits for more before it replies, where turns are counted: longer than a delayed ACK, which holds
# the rest of a flight back from senders that write it in pieces.
GRACE = 60


@dataclasses.dataclass
class Plan:
    megabytes: int = 1000
    letters: int = 1000
    few_letters: int = 100
    recipients: int = 1000
    round_trip: int = 50
    runs: int = 3
    memory_mb: int = 0  # what the machine has to give


class Round:
    """A table that grows run by run: all senders take their turn, then again, the first one moved on by one, so that
    what disturbs the machine disturbs them alike."""
    title = ""
    columns = ()
    eager = 1

    def __init__(self, plan, stage):
        self.plan, self.stage, self.rows, self.notes = plan, stage, {}, {}

    def measure(self, peers, failed):
        peers = list(peers)
        for run in range(self.plan.runs * self.eager):
            for peer in peers[run % len(peers):] + peers[:run % len(peers)]:
                if peer.name in self.notes or self.is_settled(peer):
                    continue
                if (why := self.excuse(peer)) is not None:
                    self.notes[peer.name] = why
                    continue
                try:
                    figures = self.one(peer)
                except failed as error:
                    self.notes[peer.name] = str(error)
                    continue
                self.rows.setdefault(peer.name, []).append(figures)

    def one(self, peer):
        raise NotImplementedError

    def excuse(self, peer):
        return None

    def is_settled(self, peer):
        """Asked often enough, before its number of runs is reached."""
        return any(row[0] > LONG for row in self.rows.get(peer.name, ()))

    def median(self, name):
        if name in self.notes or name not in self.rows:
            return None
        return [statistics.median(column) for column in zip(*self.rows[name])]

    def spread(self, name):
        """How far apart the runs' first figures are, of their median; None for a single run."""
        first = [row[0] for row in self.rows.get(name, ())]
        return (max(first) - min(first)) / statistics.median(first) if len(first) > 1 else None


class Large(Round):
    def __init__(self, plan, stage):
        super().__init__(plan, stage)
        self.title = f"One letter with {plan.megabytes} MB attached, port 465"
        self.columns = ("CPU s", "peak MB", "growth MB", "seconds", "TLS records", "stalls")
        self.compared = 0
        self.tiny = {}

    def excuse(self, peer):
        needed = peer.memory * self.plan.megabytes
        if needed > self.plan.memory_mb:
            return f"would need about {needed} MB of memory"
        return None

    def one(self, peer):
        if peer.name not in self.tiny:
            self.tiny[peer.name] = self.stage.run(peer)["peak_kb"]
        seen = self.stage.run(peer, large=True)
        return (seen["cpu"], seen["peak_kb"] / 1024, (seen["peak_kb"] - self.tiny[peer.name]) / 1024, seen["seconds"],
                seen["records"], seen["stalls"])


class Many(Round):
    def __init__(self, plan, stage):
        super().__init__(plan, stage)
        self.title = f"{plan.letters:,} small letters, as many on one connection as the sender can"
        self.columns = ("letters/s", "CPU s", "peak MB", "connections", "turns a letter", "stalls")
        self.compared = 0
        self.eager = EAGER if plan.runs > 1 else 1

    def is_settled(self, peer):
        rows = self.rows.get(peer.name, ())
        return len(rows) >= self.plan.runs and self.plan.letters / rows[0][0] > 1

    def one(self, peer):
        letters = self.plan.letters if peer.one_connection else min(self.plan.letters, 10 * FEW)
        seen = self.stage.run(peer, letters=letters)
        scale = self.plan.letters / letters
        return (letters / seen["seconds"], seen["cpu"] * scale, seen["peak_kb"] / 1024, seen["connections"] * scale,
                seen["turns"] / letters, seen["stalls"] * scale)


class Turns(Round):
    """Counted, so once is enough; the sink waits a little before each reply, lest two writes pass for two turns."""
    title = "Turns: replies waited for, from greeting to QUIT"
    columns = ("465 cold", "587 cold", "second letter", "writes, 465 cold", "stalls")
    compared = None

    def is_settled(self, peer):
        return peer.name in self.rows

    def one(self, peer):
        cold = self.stage.run(peer, grace=GRACE)
        starttls = self.stage.run(peer, tls="starttls", grace=GRACE)["turns"]
        two = self.stage.run(peer, letters=2, one_by_one=True, grace=GRACE)["turns"]
        return cold["turns"], starttls, two - cold["turns"], cold["records"], cold["stalls"]


class Cabled(Round):
    """Seconds end when the last letter is taken; the turns hold QUIT too."""
    def __init__(self, plan, stage, title, letters, recipients):
        super().__init__(plan, stage)
        self.title = f"{title}, behind a cable of {plan.round_trip} ms"
        self.columns = ("seconds", "turns", "connections", "CPU s", "cable late ms")
        self.compared = 0
        self.letters, self.recipients = letters, recipients

    def one(self, peer):
        letters = self.letters if peer.one_connection else min(self.letters, FEW)
        scale = self.letters / letters
        seen = self.stage.run(peer, letters=letters, recipients=self.recipients, cable=self.plan.round_trip)
        return (*(seen[what] * scale for what in ("seconds", "turns", "connections", "cpu")), seen["late_ms"])


def all_rounds(plan, stage):
    return {
        "large": Large(plan, stage),
        "many": Many(plan, stage),
        "turns": Turns(plan, stage),
        "one": Cabled(plan, stage, "One letter", 1, 1),
        "hundred": Cabled(plan, stage, f"{plan.few_letters} letters", plan.few_letters, 1),
        "recipients": Cabled(plan, stage, f"One letter to {plan.recipients:,} recipients", 1, plan.recipients),
    }

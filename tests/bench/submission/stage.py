# SPDX-License-Identifier: GPL-3.0-or-later
"""One run of one sender: a sink for it, a cable if there is one, a meter around it."""
import json
import os
import pathlib
import subprocess
import tempfile

from peers import Job


class Failed(Exception):
    pass


class Stage:
    """Runs senders against a sink of their own. A run's result is a dict with what the sink counted (Tally.h), what the
    meter did (Meter.cpp) and how late the cable was (Cable.cpp)."""
    def __init__(self, build, letters, time_limit, chunking=False):
        self._programs = pathlib.Path(build) / "bin"
        self._letters = letters
        self._time_limit = time_limit
        self._sink_options = ["--chunking"] if chunking else []

    def run(self, peer, *, tls="tls", letters=1, recipients=1, large=False, one_by_one=False, grace=0, cable=0):
        with tempfile.TemporaryDirectory(prefix="pennypost-bench-") as folder:
            folder = pathlib.Path(folder)
            certificate = folder / "certificate.pem"
            sink = self._start("bench_sink", certificate, "--grace", grace, "--round-trip", cable * 8 // 10,
                               *self._sink_options)
            wire = None
            try:
                where = json.loads(sink.stdout.readline())
                port = where[tls]
                if cable:
                    wire = self._start("bench_cable", port, cable)
                    port = int(wire.stdout.readline())
                job = Job(tls, port, where["sha256"], certificate, folder, letters, recipients,
                          self._letters.attachment if large else None,
                          self._letters.large() if large else self._letters.small, one_by_one)
                figures = self._meter(peer, peer.call(job))
                told, _ = sink.communicate(timeout=30)
                figures |= json.loads(told)
                figures["late_ms"] = float(wire.communicate(timeout=30)[0]) if wire else 0.0
            finally:
                for process in filter(None, (wire, sink)):
                    process.kill()
                    process.communicate()
        if figures["letters"] != letters or figures["recipients"] != letters * recipients:
            raise Failed(f"{peer.name}: {figures['letters']} of {letters} letters arrived, "
                         f"{figures['recipients']} recipients")
        if not self._letters.fits(figures["octets"], letters, recipients, large):
            raise Failed(f"{peer.name}: {figures['octets']} octets arrived, which is another letter")
        return figures

    def _start(self, program, *arguments):
        return subprocess.Popen([self._programs / program, *map(str, arguments)], stdin=subprocess.PIPE,
                                stdout=subprocess.PIPE, text=True)

    def _meter(self, peer, call):
        figures, theirs = os.pipe()
        with open(call.stdin or os.devnull, "rb") as given, tempfile.TemporaryFile() as said, \
                open(figures, encoding="ascii") as told:
            meter = subprocess.Popen(
                ["/bin/sh", "-c", f'exec 3>&{theirs} "$@"', "sh", self._programs / "bench_meter", str(call.times),
                 *call.command],
                stdin=given, stdout=said, stderr=said, pass_fds=[theirs], env=os.environ | call.environment)
            os.close(theirs)
            try:
                meter.wait(self._time_limit)
            except subprocess.TimeoutExpired:
                meter.kill()
                raise Failed(f"{peer.name}: still not done after {self._time_limit} s") from None
            line = told.readline()
            said.seek(0)
            words = said.read().decode(errors="replace").strip()
        if meter.returncode != 0 or not line:
            raise Failed(f"{peer.name}: failed: {words[-300:]}")
        return json.loads(line)

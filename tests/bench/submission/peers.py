# SPDX-License-Identifier: GPL-3.0-or-later
"""The senders: how each is told to send the same letters."""
import dataclasses
import pathlib
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
FROM = "alice@example.org"


def recipients(count):
    return [f"r{i}@example.org" for i in range(count)]


@dataclasses.dataclass
class Job:
    """What is to be sent and where to."""
    tls: str  # "tls" or "starttls"
    port: int
    sha256: str
    certificate: pathlib.Path
    folder: pathlib.Path  # of this run alone
    letters: int = 1
    recipients: int = 1
    attachment: pathlib.Path | None = None
    finished: pathlib.Path | None = None  # the same letter as a file, for who makes none
    one_by_one: bool = False


@dataclasses.dataclass
class Call:
    command: list
    times: int = 1
    stdin: pathlib.Path | None = None
    environment: dict = dataclasses.field(default_factory=dict)


class Peer:
    """A sender. `one_connection`: it can send several letters over one connection; else it is run again for each.
    `memory`: about how many times the attachment it holds in memory."""
    one_connection = True
    memory = 0
    note = ""

    def __init__(self, name, program):
        self.name, self.program = name, program

    def missing(self):
        return None if self.program else f"{self.name}: not installed, left out"


class Own(Peer):
    """One of our programs, which take what Task.h says."""
    def __init__(self, name, program, memory=0):
        super().__init__(name, [str(program)] if program.exists() else None)
        self.memory = memory

    def call(self, job):
        words = [job.tls, job.port, job.sha256, job.letters, job.recipients]
        words += [job.attachment] if job.attachment else []
        words += ["--one-by-one"] if job.one_by_one else []
        return Call(self.program + [str(word) for word in words])


class Smtplib(Own):
    def __init__(self):
        Peer.__init__(self, "smtplib", [sys.executable, str(HERE / "smtplib_sender.py")])
        self.memory = 6


class Curl(Peer):
    def __init__(self):
        super().__init__("curl", shutil.which("curl"))

    def call(self, job):
        scheme = "smtps" if job.tls == "tls" else "smtp"
        one = [f'url = "{scheme}://127.0.0.1:{job.port}/localhost"', 'user = "me:secret"', "silent", "show-error",
               f'cacert = "{job.certificate}"', f'mail-from = "{FROM}"']
        one += ["ssl-reqd"] if job.tls != "tls" else []
        one += [f'mail-rcpt = "{to}"' for to in recipients(job.recipients)]
        if job.attachment:
            one += ['header = "Subject: A letter"', f'form = "=<{job.finished.parent / "text"};type=text/plain"',
                    f'form = "file=@{job.attachment};encoder=base64"']
        else:
            one += [f'upload-file = "{job.finished}"', "crlf"]
        config = job.folder / "curl.conf"
        config.write_text("\nnext\n".join(["\n".join(one)] * job.letters) + "\n")
        return Call([self.program, "-q", "-K", str(config)])


class Msmtp(Peer):
    one_connection = False
    note = "its letter was encoded before"

    def __init__(self):
        super().__init__("msmtp", shutil.which("msmtp"))

    def call(self, job):
        config = job.folder / "msmtp.conf"
        config.touch(mode=0o600)
        config.write_text(
            f"account default\nhost 127.0.0.1\nport {job.port}\nfrom {FROM}\nauth plain\nuser me\npassword secret\n"
            f"tls on\ntls_starttls {'off' if job.tls == 'tls' else 'on'}\ntls_fingerprint "
            f"{':'.join(job.sha256[i:i + 2] for i in range(0, len(job.sha256), 2)).upper()}\n")
        return Call([self.program, "-C", str(config), *recipients(job.recipients)], job.letters, job.finished)


class Snail(Peer):
    one_connection = False

    def __init__(self):
        super().__init__("s-nail", shutil.which("s-nail"))

    def call(self, job):
        scheme = "smtps" if job.tls == "tls" else "smtp"
        settings = ["v15-compat", f"mta={scheme}://me:secret@127.0.0.1:{job.port}", "smtp-auth=plain",
                    f"tls-ca-file={job.certificate}", "tls-ca-no-defaults", "tls-verify=ignore", f"from={FROM}",
                    "sendwait", "nosave"]
        settings += ["smtp-use-starttls"] if job.tls != "tls" else []
        words = [word for setting in settings for word in ("-S", setting)]
        words += ["-a", str(job.attachment)] if job.attachment else []
        home = {"HOME": str(job.folder), "MAILRC": "/nonexistent"}
        return Call([self.program, "-:/", *words, "-s", "A letter", *recipients(job.recipients)], job.letters,
                    job.finished.parent / "text", home)


def all_peers(build):
    """Pennypost, then its limit, then the others."""
    programs = pathlib.Path(build) / "bin"
    return [Own("Pennypost", programs / "bench_pennypost"), Own("the limit", programs / "bench_limit"),
            Own("libetpan", programs / "bench_etpan", memory=3), Curl(), Msmtp(), Snail(), Smtplib()]

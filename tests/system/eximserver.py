# SPDX-License-Identifier: GPL-3.0-or-later
"""A private Exim for tests: submission by STARTTLS and by implicit TLS (GnuTLS), PLAIN and CRAM-MD5, its own authority, ports of the
system, loopback only, Maildir delivery; all in one temporary folder, ended by process id.

Debian's Exim can't be installed beside Postfix, so tests/exim.sh unpacks it into a folder; it finds the user that it was built for by
libnss_wrapper, and so runs as whoever calls, or as "mail" for root.  Raises Unavailable where it has not been unpacked.
"""
import os
import pathlib
import platform
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile

from mailserver import Authority, DOMAIN, USERS, Unavailable, free_ports, until

UNPACKED = pathlib.Path(os.environ.get("PENNYPOST_EXIM", pathlib.Path(__file__).parents[2] / "build/exim"))

CONFIGURATION = """\
exim_path = {exim}
keep_environment = LD_PRELOAD : LD_LIBRARY_PATH : NSS_WRAPPER_PASSWD : NSS_WRAPPER_GROUP
spool_directory = {own}/spool
log_file_path = {own}/%slog
pid_file_path = {own}/pid
log_selector = +tls_cipher +smtp_protocol_error +received_recipients +pipelining
primary_hostname = localhost
qualify_domain = {domain}
domainlist local_domains = {domain}
local_interfaces = 127.0.0.1
daemon_smtp_ports = {starttls} : {tls}
tls_on_connect_ports = {tls}
tls_advertise_hosts = *
tls_certificate = {certificate}
tls_privatekey = {key}
auth_advertise_hosts = ${{if def:tls_in_cipher {{*}} }}
host_lookup =
rfc1413_hosts =
deliver_drop_privilege = true
queue_only = false
smtp_accept_max = 0
smtp_accept_max_per_connection = 1000
message_size_limit = {size_limit}
recipients_max = 0
dsn_advertise_hosts = *
chunking_advertise_hosts = *
pipelining_advertise_hosts = *
smtputf8_advertise_hosts = *
accept_8bitmime = true
keep_malformed = 1s
acl_smtp_mail = check_mail
acl_smtp_rcpt = check_rcpt

begin acl
check_mail:
  deny !authenticated = *
       message = 530 5.7.0 Authentication required
  accept

check_rcpt:
  deny local_parts = ^nobody
       message = 550 5.1.1 no such user here
  defer local_parts = ^later
       message = 450 4.2.1 not now
  accept domains = {domain}
  deny message = 550 5.7.1 relay not permitted

begin routers
local:
  driver = accept
  domains = {domain}
  transport = maildir

begin transports
maildir:
  driver = appendfile
  maildir_format = true
  directory = {own}/mail/${{if match{{$local_part}}{{^guest}}{{guests}}{{${{if eq{{$local_part}}{{bob}}{{bob}}{{alice}}}}}}}}
  create_directory = true
  envelope_to_add = true
  return_path_add = true

begin retry
* * F,1m,1m

begin authenticators
cram_md5:
  driver = cram_md5
  public_name = CRAM-MD5
  server_secret = ${{lookup{{$auth1}}lsearch{{{own}/users}}{{$value}}fail}}
  server_set_id = $auth1

plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if eq{{$auth3}}{{${{lookup{{$auth2}}lsearch{{{own}/users}}{{$value}}fail}}}}}}
  server_set_id = $auth2
"""


class EximServer:
    def __init__(self, size_limit=4 << 20):
        self.size_limit = size_limit
        self._process = None

    def __enter__(self):
        self._program = UNPACKED / "usr/sbin/exim4"
        if not self._program.exists():
            raise Unavailable(f"no Exim in {UNPACKED}: tests/exim.sh unpacks it")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pennypost-exim."))
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        self.authority = Authority(self.folder / "pki")
        self.certificate, key = self.authority.sign("server")
        self.starttls_port, self.tls_port = free_ports(2)
        user = pwd.getpwnam("mail") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        for name in ("spool", "mail"):
            (self.folder / name).mkdir()
        (self.folder / "users").write_text("".join(f"{name}: {word}\n" for name, word in USERS.items()))
        (self.folder / "passwd").write_text(f"root:x:0:0:root:/root:/bin/sh\n"
                                            f"Debian-exim:x:{user.pw_uid}:{user.pw_gid}::{self.folder}:/bin/false\n")
        (self.folder / "group").write_text(f"root:x:0:\nDebian-exim:x:{user.pw_gid}:\n")
        configuration = self.folder / "exim.conf"
        configuration.write_text(CONFIGURATION.format(
            exim=self._program, own=self.folder, domain=DOMAIN, starttls=self.starttls_port, tls=self.tls_port,
            certificate=self.certificate, key=key, size_limit=self.size_limit))
        configuration.chmod(0o644)
        if os.geteuid() == 0:    # it gives its rights up before it reads the key and stores a letter
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, user.pw_uid, user.pw_gid)
            os.chown(configuration, 0, 0)
        libraries = UNPACKED / "usr/lib" / f"{platform.machine()}-linux-gnu"
        environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LD_PRELOAD": str(libraries / "libnss_wrapper.so"),
                       "LD_LIBRARY_PATH": str(libraries), "NSS_WRAPPER_PASSWD": str(self.folder / "passwd"),
                       "NSS_WRAPPER_GROUP": str(self.folder / "group")}
        with open(self.folder / "output", "w") as output:
            self._process = subprocess.Popen([self._program, "-C", configuration, "-bdf", "-q1h"], stdin=subprocess.DEVNULL,
                                             stdout=output, stderr=subprocess.STDOUT, env=environment, start_new_session=True)
        for port in (self.starttls_port, self.tls_port):
            until(f"Exim's port {port}\n{self.log()}", lambda: self._answers(port) or self._process.poll() is not None)
        if self._process.poll() is not None:
            raise AssertionError(f"Exim ended: {self.log()}")

    @staticmethod
    def _answers(port):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        except OSError:
            return False

    def __exit__(self, *_):
        if self._process:
            self._process.send_signal(signal.SIGTERM)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def ca(self):
        return self.authority.ca

    def log(self):
        return "".join((self.folder / name).read_text(errors="replace") for name in ("output", "mainlog", "paniclog", "rejectlog")
                       if (self.folder / name).exists())

    def letters(self, user):
        """The files delivered to a user so far; "guests" has those of guest1, guest2 and so on."""
        return sorted((self.folder / "mail" / user / "new").glob("*"), key=lambda file: file.stat().st_mtime_ns)

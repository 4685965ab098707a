# SPDX-License-Identifier: GPL-3.0-or-later
"""A private mail server for tests: Postfix (submission by STARTTLS and by implicit TLS) with Dovecot's SASL, its own
authority, unprivileged ports from the system, Maildir delivery; all in one temporary folder, ended by process id.

    with MailServer() as server:
        server.starttls_port, server.tls_port, server.ca, server.letters("bob")

Users alice (password "wonderland") and bob ("b0b-pässword") of lab.test.  bounce.test is refused at RCPT.  Needs root,
as Postfix does; raises Unavailable otherwise.
"""
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

DOMAIN = "lab.test"
USERS = {"alice": "wonderland", "bob": "b0b-pässword"}


class Unavailable(Exception):
    """This machine can't run the server; the text says why."""


def free_ports(count):
    """Ports nobody listens on at this moment, from the system."""
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def until(what, condition, timeout=20.0):
    """Polls until condition() is true and returns its value."""
    end = time.monotonic() + timeout
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"timed out: {what}")
        time.sleep(0.02)
    return value


def openssl(folder, *arguments, text=None):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, input=text, text=True)


class Authority:
    """A certificate authority and what it signs, made afresh."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._key("ca")
        openssl(self.folder, "req", "-x509", "-new", "-key", "ca.key", "-days", "30", "-subj", "/O=Lab/CN=Lab CA",
                "-out", "ca.pem", "-addext", "basicConstraints=critical,CA:TRUE",
                "-addext", "keyUsage=critical,keyCertSign,cRLSign")

    def _key(self, name):
        openssl(self.folder, "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", f"{name}.key")

    def sign(self, name, names="DNS:localhost,IP:127.0.0.1", days=20):
        """days below 0: expired."""
        self._key(name)
        (self.folder / f"{name}.ext").write_text(
            f"basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName={names}\n")
        openssl(self.folder, "req", "-new", "-key", f"{name}.key", "-subj", f"/O=Lab/CN={name}", "-out", f"{name}.csr")
        openssl(self.folder, "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", str(days),
                "-set_serial", str(int.from_bytes(os.urandom(8), "big")), "-extfile", f"{name}.ext", "-out", f"{name}.pem")
        return self.folder / f"{name}.pem", self.folder / f"{name}.key"

    @property
    def ca(self):
        return str(self.folder / "ca.pem")


def fingerprint(pem):
    """SHA-256 of a certificate, hex."""
    out = subprocess.run(["openssl", "x509", "-in", str(pem), "-noout", "-fingerprint", "-sha256"],
                         check=True, capture_output=True, text=True).stdout
    return out.split("=", 1)[1].strip().replace(":", "").lower()


MAIN_CF = """\
compatibility_level = 3.6
queue_directory = {own}/queue
data_directory = {own}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
meta_directory = /etc/postfix
shlib_directory = /usr/lib/postfix
maillog_file = {own}/log
maillog_file_prefixes = {own}
myhostname = localhost
mydomain = {domain}
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.1
smtputf8_enable = yes
local_header_rewrite_clients =
message_size_limit = {size_limit}
mailbox_size_limit = 0
virtual_mailbox_limit = 0
alias_maps =
local_recipient_maps =
default_transport = retry:4.4.1 nothing leaves this lab
relay_transport = $default_transport
transport_maps = inline:{{ {{bounce.test=error:5.1.1 no such user here}} {{discard.test=discard:}} }}
virtual_mailbox_domains = {domain}
virtual_mailbox_maps = inline:{{ {{alice@{domain}=alice/}} {{bob@{domain}=bob/}} }}
virtual_minimum_uid = 1
virtual_mailbox_base = {mail}
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_received_header = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {dovecot}/auth
smtpd_sasl_authenticated_header = yes
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_forbid_bare_newline = reject
smtpd_forbid_bare_newline_exclusions =
smtpd_forbid_unauth_pipelining = yes
strict_rfc821_envelopes = yes
smtpd_client_connection_rate_limit = 0
"""

MASTER_CF = """\
127.0.0.1:{starttls} inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt -o smtpd_tls_auth_only=yes -o smtpd_sasl_auth_enable=yes -o mynetworks=
  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
127.0.0.1:{tls} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes -o smtpd_sasl_auth_enable=yes -o mynetworks=
  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""

DOVECOT_CONF = """\
base_dir = {own}/run
state_dir = {own}/state
log_path = {own}/log
protocols = none
listen = 127.0.0.1
ssl = no
first_valid_uid = 1
auth_failure_delay = 0
auth_username_format = %Ln
auth_mechanisms = plain login
disable_plaintext_auth = no
passdb {{
  driver = passwd-file
  args = {own}/users
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={mail}/%n allow_all_users=no
}}
service auth {{
  unix_listener {own}/auth {{
    mode = 0666
  }}
}}
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""


class MailServer:
    def __init__(self, size_limit=100 << 20):
        self.size_limit = size_limit
        self._processes = []

    def __enter__(self):
        if os.name != "posix" or os.geteuid() != 0:
            raise Unavailable("Postfix needs root")
        for program in ("/usr/sbin/postfix", "/usr/sbin/dovecot", "openssl"):
            if not shutil.which(program):
                raise Unavailable(f"{program} is not installed")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pennypost-mail."))
        self.folder.chmod(0o755)    # the servers' own users must get in
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        self.authority = Authority(self.folder / "pki")
        self.certificate, key = self.authority.sign("server")
        self.mail = self.folder / "mail"
        self.mail.mkdir()
        shutil.chown(self.mail, "mail", "mail")
        self.starttls_port, self.tls_port = free_ports(2)

        dovecot = self.folder / "dovecot"
        for name in ("run", "state"):
            (dovecot / name).mkdir(parents=True)
        (dovecot / "users").write_text("".join(f"{user}:{{PLAIN}}{word}\n" for user, word in USERS.items()))
        (dovecot / "dovecot.conf").write_text(DOVECOT_CONF.format(own=dovecot, mail=self.mail))
        self._run(dovecot, "/usr/sbin/dovecot", "-c", str(dovecot / "dovecot.conf"), "-F")

        postfix = self.folder / "postfix"
        for name in ("conf", "queue", "data"):
            (postfix / name).mkdir(parents=True)
        shutil.chown(postfix / "data", "postfix")
        user = pwd.getpwnam("mail")
        (postfix / "conf/main.cf").write_text(MAIN_CF.format(
            own=postfix, domain=DOMAIN, mail=self.mail, uid=user.pw_uid, gid=user.pw_gid, dovecot=dovecot,
            certificate=self.certificate, key=key, size_limit=self.size_limit))
        (postfix / "conf/master.cf").write_text(MASTER_CF.format(starttls=self.starttls_port, tls=self.tls_port))
        self._run(postfix, "/usr/sbin/postfix", "-c", str(postfix / "conf"), "start-fg")

        until(f"Dovecot's socket in {dovecot}", lambda: (dovecot / "auth").exists())
        for port in (self.starttls_port, self.tls_port):
            until(f"port {port}", lambda: self._answers(port))

    def _run(self, folder, *command):
        # A session of their own: what they start ends with them, and nothing else does.
        self._processes.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=open(folder / "output", "w"),
                                                stderr=subprocess.STDOUT, start_new_session=True))

    @staticmethod
    def _answers(port):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        except OSError:
            return False

    def __exit__(self, *_):
        conf = self.folder / "postfix/conf"
        if conf.exists():    # its master leaves the session it was started in, so it is asked, not signalled
            subprocess.run(["/usr/sbin/postfix", "-c", str(conf), "stop"], capture_output=True)
        for process in reversed(self._processes):
            process.send_signal(signal.SIGTERM)
        for process in self._processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def ca(self):
        return self.authority.ca

    def log(self):
        file = self.folder / "postfix/log"
        return file.read_text(errors="replace") if file.exists() else ""

    def letters(self, user):
        """The files delivered to a user so far."""
        return sorted((self.mail / user / "new").glob("*"), key=lambda file: file.stat().st_mtime_ns)

    def wait_for_letter(self, user, count=1):
        """The bytes of the newest letter, once `count` are there; lines end in LF, as Maildir has them."""
        until(f"letter {count} for {user}\n{self.log()[-2000:]}", lambda: len(self.letters(user)) >= count)
        return self.letters(user)[-1].read_bytes()


if __name__ == "__main__":    # by hand: runs until Ctrl+C
    with MailServer() as lab:
        print(f"STARTTLS {lab.starttls_port}, TLS {lab.tls_port}, authority {lab.ca}, mail in {lab.mail}", flush=True)
        try:
            signal.pause()
        except KeyboardInterrupt:
            pass

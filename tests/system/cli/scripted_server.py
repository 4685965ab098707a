# SPDX-License-Identifier: GPL-3.0-or-later
"""A submission server on loopback that says what a test tells it to, also what no server should.

    with ScriptedServer(tls="implicit", replies={"RCPT": ["550 5.1.1 no such user"]}) as server: ...

replies: verb -> the answers to its first, second ... use; the last one stays. Verbs beside SMTP's own: GREETING, PASSWORD
(after AUTH) and DOT. An answer is text without CRLF, lines parted by \\n, or CLOSE: cut the link without a word, or
SILENCE, or a Held. {line} in a text is the line it answers: a server that quotes what it was told.
"""
import base64
import socket
import ssl
import threading

CLOSE = object()
SILENCE = object()


class Held:
    """An answer that the test gives when its time has come."""
    def __init__(self):
        self.given, self.answer = threading.Event(), None

    def give(self, answer):
        self.answer = answer
        self.given.set()

    def wait(self):
        self.given.wait(60)
        return self.answer


CAPABILITIES = ["PIPELINING", "SIZE 0", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "AUTH PLAIN LOGIN"]


class ScriptedServer:
    def __init__(self, tls="implicit", certificate=None, replies=None, capabilities=None, client=None):
        """client: the one certificate that it lets people in with."""
        self.tls, self.certificate, self.client = tls, certificate, client
        self.replies = {verb: list(answers) for verb, answers in (replies or {}).items()}
        self.capabilities = CAPABILITIES if capabilities is None else capabilities
        self.letters, self.commands, self.secrets = [], [], []
        self.dotted = threading.Event()  # the whole letter is here
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.serve, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.listener.close()

    def context(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate)
        if self.client:
            context.load_verify_locations(self.client)
            context.verify_mode = ssl.CERT_REQUIRED
        return context

    def serve(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(client,), daemon=True).start()

    def talk(self, client):
        try:
            client.settimeout(60)
            if self.tls == "implicit":
                client = self.context().wrap_socket(client, server_side=True)
            Dialogue(self, client).run()
        except (OSError, EOFError):
            pass
        finally:
            client.close()

    def answer(self, verb, usual):
        answers = self.replies.get(verb)
        if not answers:
            return usual
        return answers.pop(0) if len(answers) > 1 else answers[0]


class Dialogue:
    def __init__(self, server, client):
        self.server, self.client = server, client
        self.lines = client.makefile("rb")
        self.paths, self.last = [], ""

    def say(self, verb, usual):
        """Sends the answer; True if it is a positive one."""
        answer = self.server.answer(verb, usual)
        if isinstance(answer, Held):
            answer = answer.wait()
        if answer is CLOSE:
            raise EOFError
        if answer is SILENCE:
            return False
        answer = answer.replace("\n", "\r\n").replace("{line}", self.last)
        self.client.sendall(answer.encode() + b"\r\n")
        return answer[:1] in "23"

    def line(self):
        line = self.lines.readline()
        if not line:
            raise EOFError
        self.last = line.decode("utf-8", "replace").strip()
        return line

    def run(self):
        if not self.say("GREETING", "220 fake.example ESMTP"):
            return
        while True:
            line = self.line().decode("utf-8", "replace").strip()
            self.server.commands.append(line)
            verb = line.split(" ")[0].upper()
            if verb == "EHLO":
                self.say("EHLO", "250-fake.example\n" + "\n".join(
                    ("250 " if i + 1 == len(self.server.capabilities) else "250-") + each
                    for i, each in enumerate(self.server.capabilities)))
            elif verb == "STARTTLS":
                if self.say("STARTTLS", "220 2.0.0 Go ahead"):
                    self.client = self.server.context().wrap_socket(self.client, server_side=True)
                    self.lines = self.client.makefile("rb")
            elif verb == "AUTH":
                self.auth(line.split(" "))
            elif verb == "MAIL":
                self.paths = []
                self.say("MAIL", "250 2.1.0 Ok")
            elif verb == "RCPT":
                if self.say("RCPT", "250 2.1.5 Ok"):
                    self.paths.append(line)
            elif verb == "DATA":
                if self.say("DATA", "354 Go" if self.paths else "554 5.5.1 No valid recipients"):
                    self.data()
            elif verb == "QUIT":
                self.say("QUIT", "221 2.0.0 Bye")
                return
            else:
                self.say(verb, "250 2.0.0 Ok")

    def auth(self, words):
        if words[1].upper() == "LOGIN":
            for prompt in ("Username:", "Password:"):
                self.client.sendall(b"334 " + base64.b64encode(prompt.encode()) + b"\r\n")
                secret = self.line()
            self.server.secrets.append(base64.b64decode(secret))
        elif words[1].upper() == "EXTERNAL":
            self.server.secrets.append(base64.b64decode(words[2].replace("=", "") + "=="))
        elif words[1].upper() in ("OAUTHBEARER", "XOAUTH2"):
            self.server.secrets.append(base64.b64decode(words[2]))
        else:
            if len(words) < 3:
                self.client.sendall(b"334 \r\n")
                words = [*words, self.line()]
            self.server.secrets.append(base64.b64decode(words[2]).split(b"\0")[2])
        self.say("PASSWORD", "235 2.7.0 Signed in")

    def data(self):
        letter = b""
        while (line := self.line()) != b".\r\n":
            letter += line[1:] if line.startswith(b".") else line
        self.server.dotted.set()
        if self.say("DOT", "250 2.0.0 queued as 4711"):
            self.server.letters.append(letter)

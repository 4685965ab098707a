# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives Pennypost as a screen reader and a person's hands do: AT-SPI says what is on the screen, real key and mouse
events act on it.  To be run inside desktop-session.sh by the system's python3, the one that has pyatspi.

    with Program(binary, profile) as program:
        window = program.window("Set up an account")
        window.find("push button", "Test it").click()
        window.labelled("Server").type("localhost")

Every search waits until what it looks for shows, so that a test holds neither pauses nor guesses.

    desktop.py BINARY [ARGUMENT...]    starts it, waits for Enter, prints the tree of its windows
"""
import os
import pathlib
import re
import subprocess
import sys
import time

try:
    import pyatspi
    from gi.repository import GLib
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

TIMEOUT = 30.0    # a loaded machine is slow, never a reason to fail


class NotFound(AssertionError):
    pass


def wait(what, condition, timeout=TIMEOUT):
    """Polls until condition() is true and returns its value.  `what` may be a function: what to say at the end."""
    end = time.monotonic() + timeout
    while True:
        while GLib.MainContext.default().iteration(False):    # takes in events
            pass
        try:
            value = condition()
        except (GLib.Error, LookupError, StopIteration, NotFound, NotImplementedError):    # the tree changes under us
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise NotFound(f"timed out after {timeout} s: {what() if callable(what) else what}")
        time.sleep(0.03)


def xdotool(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def keys(*combinations):
    """Presses keys, as keys("ctrl+a", "Delete")."""
    xdotool("key", "--delay", "30", *combinations)


class Keyboard:
    """A layout that has all the characters which the tests type.  xdotool would lend a missing one a key for a moment only,
    and a program that hears late of a changed layout takes the wrong character or none: so nothing changes while it runs."""
    UNUSUAL = "äöüÄÖÜßéñ€–…“”日本語🌍"

    def __init__(self):
        self.ready = False

    def prepare(self):
        if self.ready:
            return
        table = subprocess.run(["xmodmap", "-pke"], check=True, capture_output=True, text=True).stdout
        spare = [line.split()[1] for line in table.splitlines() if line.endswith("=") or "= XF86" in line]
        if len(spare) < len(self.UNUSUAL):
            raise ValueError(f"{len(self.UNUSUAL)} unusual characters, {len(spare)} spare keys")
        changes = "".join(f"keycode {code} = U{ord(character):04X}\n" for code, character in zip(spare, self.UNUSUAL))
        subprocess.run(["xmodmap", "-"], input=changes, check=True, text=True)
        self.ready = True

    def type(self, text):
        unknown = {c for c in text if not c.isascii() and c not in self.UNUSUAL}
        if unknown:
            raise ValueError(f"no keys for {unknown}: add them to UNUSUAL")
        for number, line in enumerate(text.split("\n")):
            if number:
                keys("Return")
            if line:
                xdotool("type", "--delay", "8", "--", line)


KEYBOARD = Keyboard()


class Node:
    """One thing on the screen, as a screen reader knows it."""

    def __init__(self, accessible):
        self.accessible = accessible

    # ---- what it is ----

    @property
    def name(self):
        return self.accessible.name or ""

    @property
    def role(self):
        return self.accessible.getRoleName()

    @property
    def description(self):
        return self.accessible.description or ""

    @property
    def text(self):
        """Its text where it has one, else its name."""
        try:
            text = self.accessible.queryText()
        except NotImplementedError:
            return self.name
        return text.getText(0, text.characterCount)

    def is_(self, state):
        return self.accessible.getState().contains(getattr(pyatspi, "STATE_" + state.upper()))

    # ---- what is below it ----

    def nodes(self):
        """Everything below it, parents first."""
        for index in range(self.accessible.childCount):
            child = self.accessible.getChildAtIndex(index)
            if child is not None:
                yield Node(child)
                yield from Node(child).nodes()

    def all(self, role, name=None):
        """Those below it that show.  name: the whole name, or a compiled pattern."""
        def fits(node):
            if name is None:
                return True
            return bool(name.search(node.name)) if isinstance(name, re.Pattern) else node.name == name
        return [node for node in self.nodes() if node.role == role and fits(node) and node.is_("showing")]

    def find(self, role, name=None, timeout=TIMEOUT):
        return wait(lambda: f"{role} {name!r} in\n{self.tree()}", lambda: self.all(role, name)[0], timeout)

    def gone(self, role, name=None):
        wait(lambda: f"no {role} {name!r} in\n{self.tree()}", lambda: not self.all(role, name))

    def labelled(self, label, role=None):
        """The field with that label.  A combo box can't be found otherwise: its own name is its current value."""
        def look():
            for each in self.all("label", label):
                for relation in each.accessible.getRelationSet():
                    if relation.getRelationType() == pyatspi.RELATION_LABEL_FOR:
                        target = Node(relation.getTarget(0))
                        if role in (None, target.role):
                            return target
            return None
        return wait(lambda: f"field labelled {label!r} in\n{self.tree()}", look)

    def words(self):
        """All that a person could read in it, a line each."""
        def read():
            lines = []
            for node in [self, *self.nodes()]:
                if node.is_("showing"):
                    lines += [line for line in (node.name, node.text) if line and line not in lines[-1:]]
            return "\n".join(lines) or " "
        return wait("words", read)

    def says(self, words, timeout=TIMEOUT):
        """Waits until these words (or a pattern) can be read in it; gives all that can."""
        def look():
            text = self.words()
            return text if (words.search(text) if isinstance(words, re.Pattern) else words in text) else None
        return wait(lambda: f"{words!r} in\n{self.tree()}", look, timeout)

    def tree(self, depth=0):
        try:
            states = " ".join(pyatspi.stateToString(s) for s in self.accessible.getState().getStates())
            lines = [f"{'  ' * depth}[{self.role}] {self.name!r} text={self.text!r} about={self.description!r} ({states})"]
            for index in range(self.accessible.childCount):
                lines.append(Node(self.accessible.getChildAtIndex(index)).tree(depth + 1))
            return "\n".join(lines)
        except (GLib.Error, LookupError, AttributeError) as problem:
            return f"{'  ' * depth}[gone: {problem}]"

    # ---- what can be done with it ----

    def bounds(self):
        return self.accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)

    def click(self, button=1, times=1):
        """A real click on its middle, once it has come to rest: a window that is still being laid out moves."""
        last = []

        def still():
            box = self.bounds()
            now = (box.x, box.y, box.width, box.height)
            last.append(now)
            return len(last) > 2 and last[-1] == last[-2] == last[-3] and box.width > 0
        wait(lambda: f"{self.role} {self.name!r} at rest", still)
        wait(lambda: f"{self.role} {self.name!r} enabled", lambda: self.is_("sensitive") or self.role in ("label", "list item"))
        x, y, width, height = last[-1]
        xdotool("mousemove", "--sync", str(x + width // 2), str(y + height // 2),
                "click", "--repeat", str(times), "--delay", "60", str(button))

    def press(self):
        """Does its action without the mouse, as a screen reader does: not for what opens a modal window."""
        action = self.accessible.queryAction()
        names = [action.getName(index) for index in range(action.nActions)]
        action.doAction(next(names.index(name) for name in ("Press", "Toggle", "click") if name in names))

    def focus(self):
        def focused():
            self.accessible.queryComponent().grabFocus()
            return self.is_("focused")
        wait(lambda: f"focus on {self.role} {self.name!r}", focused)

    def type(self, text, replace=False):
        """Types with real keys, and waits until it stands there."""
        self.focus()
        before = "" if replace else self.text
        if replace:
            keys("ctrl+a", "Delete")
        KEYBOARD.type(text)
        if not self.is_("read_only") and self.role != "password text":
            wait(lambda: f"{text!r} typed into {self.name!r}: {self.text!r}", lambda: self.text == before + text)

    def pick(self, item):
        """Picks the item of a combo box that begins so, with the mouse: its list takes no action."""
        def picked():
            if self.name.startswith(item):
                return True
            self.click()
            next(node for node in self.nodes() if node.role == "list item" and node.name.startswith(item)).click()
            return self.name.startswith(item)
        wait(lambda: f"{item!r} picked in {self.name!r}", picked)


class Program:
    """A running Pennypost with a profile of its own."""

    def __init__(self, binary, profile=None, environment=None, log=None):
        self.command = [str(binary), *(["--profile", str(profile)] if profile else [])]
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en", **(environment or {})}
        self.log = pathlib.Path(log or f"{os.environ.get('TMPDIR', '/tmp')}/pennypost.{time.monotonic_ns()}.log")
        self.process = None

    def __enter__(self):
        KEYBOARD.prepare()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            env=self.environment)
        self.node = wait(lambda: f"Pennypost on the accessibility bus\n{self.output()}", self._look)
        return self

    def _look(self):
        if self.process.poll() is not None:
            raise AssertionError(f"it ended with {self.process.returncode}\n{self.output()}")
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.process.pid:
                return Node(application)
        return None

    def output(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def windows(self):
        return [Node(w) for w in self.node.accessible if w and w.getState().contains(pyatspi.STATE_SHOWING)]

    def window(self, title, timeout=TIMEOUT):
        """Its window with that title, the program's name after it or not."""
        def fits(name):
            if isinstance(title, re.Pattern):
                return title.search(name)
            return name == title or re.sub(r" [-–—] Pennypost$", "", name) == title
        return wait(lambda: f"window {title!r} among {[w.name for w in self.windows()]}\n{self.output()}",
                    lambda: next(w for w in self.windows() if fits(w.name)), timeout)

    def no_window(self, title):
        wait(lambda: f"no window {title!r} among {[w.name for w in self.windows()]}",
             lambda: not any(w.name in (title, f"{title} - Pennypost", f"{title} — Pennypost") for w in self.windows()))

    def raise_(self, window):
        """To the front, with the keyboard's focus."""
        def active():
            if window.is_("active"):
                return True
            found = subprocess.run(["xdotool", "search", "--all", "--pid", str(self.process.pid), "--onlyvisible", "--name",
                                    "^" + re.escape(window.name).replace("\\ ", " ") + "( [-–—] Pennypost)?$"],
                                   capture_output=True, text=True).stdout.split()
            for each in found[:1]:
                subprocess.run(["xdotool", "windowactivate", each], capture_output=True)
            return window.is_("active")
        wait(lambda: f"{window.name!r} active", active)
        return window

    def popup(self, open_it, role="popup menu"):
        """Calls open_it() and returns the popup that it brings up: no list of windows has it, only its event."""
        shown = []

        def seen(event):
            if event.detail1 and event.source.getRoleName() == role:
                shown.append(event.source)

        pyatspi.Registry.registerEventListener(seen, "object:state-changed:showing")
        try:
            open_it()
            return Node(wait(f"a {role} pops up", lambda: shown[0]))
        finally:
            pyatspi.Registry.deregisterEventListener(seen, "object:state-changed:showing")

    def announces(self, words, do):
        """Calls do() and waits until a screen reader would say these words (or a pattern) by itself: a notification
        shows, wherever the focus is.  Gives all that was said."""
        said = []

        def heard(event):
            if event.detail1 and event.source.getRoleName() == "notification":
                said.append(event.source.name or "")

        pyatspi.Registry.registerEventListener(heard, "object:state-changed:showing")
        try:
            do()
            fits = words.search if isinstance(words, re.Pattern) else lambda name: words in name
            wait(lambda: f"{words!r} among {said}\n{self.node.tree()}", lambda: any(fits(name) for name in said))
            return said
        finally:
            pyatspi.Registry.deregisterEventListener(heard, "object:state-changed:showing")

    def quit(self):
        """By Ctrl+Q in the main window, and waits for its end."""
        self.raise_(self.window("Pennypost"))
        keys("ctrl+q")
        code = self.process.wait(TIMEOUT)
        assert code == 0, f"it ended with {code}\n{self.output()}"

    def __exit__(self, kind, *_):
        if kind is not None:
            print(f"--- what shows ---\n{self.node.tree()}\n--- what it wrote ---\n{self.output()}", file=sys.stderr)
            if folder := os.environ.get("PENNYPOST_TEST_PICTURES"):
                screenshot(f"{folder}/failure-{os.getpid()}.png")
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def screenshot(path, window=None):
    """The whole screen, or a window with its content alone."""
    box = window.bounds() if window else None
    crop = ["-crop", f"{box.width}x{box.height}+{box.x}+{box.y}", "+repage"] if box else []
    subprocess.run(["import", "-window", "root", *crop, str(path)], check=True)


if __name__ == "__main__":
    with Program(sys.argv[1]) as started:
        sys.stdin.readline()
        print(started.node.tree())

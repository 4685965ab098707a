#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pictures of the README and of the software centres, taken from the real program.  Run by screenshots.sh.

    screenshots.py PENNYPOST FOLDER
"""
import os
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import mailserver  # noqa: E402
from desktop import Program, keys, screenshot, wait, xdotool  # noqa: E402
from journey import attach, begin_account, new_letter, send, trust_certificate  # noqa: E402

BINARY, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
# The program's language and formats; glibc need not have the locale, Qt brings its own.
ENVIRONMENT = {"LC_ALL": "en_GB.UTF-8"}
BODY = """Dear Bob,

here is the programme for the spring concert, and a picture of the hall.
The rehearsal begins at six; the doors open half an hour earlier.

Could you tell the choir that parking is behind the town hall this year?

Kind regards
Alice
"""


def picture(name, window):
    """The window as it stands, once it has stopped changing; the caret may blink."""
    xdotool("mousemove", "0", "0")
    last = []

    def calm():
        screenshot(FOLDER / f"{name}.png", window)
        last.append(subprocess.run(["identify", "-format", "%#", str(FOLDER / f"{name}.png")], check=True,
                                   capture_output=True, text=True).stdout)
        return len(last) > 2 and last[-1] == last[-2]
    wait(f"a calm {name}", calm)
    print(FOLDER / f"{name}.png")


def files(folder):
    """What the letter carries."""
    programme, hall = folder / "Spring concert.pdf", folder / "Town hall.jpg"
    programme.write_bytes(b"%PDF-1.7\n" + os.urandom(218_000))
    subprocess.run(["convert", "-size", "1600x900", "plasma:steelblue-wheat", "-seed", "4", str(hall)], check=True)
    return programme, hall


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    work = pathlib.Path(os.environ["TMPDIR"])
    attachments = files(work)
    with mailserver.MailServer() as server:
        with Program(BINARY, work / "profile", ENVIRONMENT) as program:
            assistant = begin_account(program, server, "wonderland", name="Alice Example")
            trust_certificate(assistant, mailserver.fingerprint(server.certificate))
            assistant.says("It works")
            picture("assistant", assistant)
            assistant.find("push button", "Finish").click()

            for to, subject in (("bob@lab.test", "Minutes of our meeting"), ("Choir <bob@lab.test>", "Rehearsal on Thursday")):
                send(program, new_letter(program, to, subject, "Hello"))
                program.no_window(subject)
                program.raise_(program.window("Pennypost"))
                keys("ctrl+n")
            letter = new_letter(program, "Bob <bob@lab.test>", "Spring concert", BODY)
            for file in attachments:
                attach(program, letter, file)
            letter.find("label", re.compile("Saved"))
            picture("compose", program.raise_(letter))
            send(program, letter)
            program.no_window("Spring concert")
            main_window = program.raise_(program.window("Pennypost"))
            main_window.find("list item", re.compile("^Sent to .*Spring concert")).click()
            picture("main", main_window)
            keys("Return")
            receipt = program.window("Receipt: Spring concert")
            receipt.says("The server took this letter")
            picture("receipt", program.raise_(receipt))
            program.quit()

        # Dark: the desktop's palette decides; Qt's own style reads it from the settings of a KDE desktop.
        with Program(BINARY, work / "profile", {**ENVIRONMENT, **dark(work)}) as program:
            program.raise_(program.window("Pennypost"))
            keys("ctrl+n")
            letter = new_letter(program, "Bob <bob@lab.test>", "Spring concert", BODY)
            for file in attachments:
                attach(program, letter, file)
            picture("compose-dark", program.raise_(letter))
            program.quit()


def dark(work):
    """What makes Qt's KDE theme dark."""
    config = work / "dark"
    config.mkdir()
    role = {"Window": "32,35,38", "View": "24,26,28", "Button": "49,54,59", "Selection": "46,123,190", "Tooltip": "49,54,59"}
    text = "[General]\nColorScheme=BreezeDark\n[KDE]\nwidgetStyle=Fusion\n"
    for name, colour in role.items():
        text += (f"[Colors:{name}]\nBackgroundNormal={colour}\nBackgroundAlternate={colour}\nForegroundNormal=239,240,241\n"
                 "ForegroundInactive=161,169,177\nForegroundLink=29,153,243\nForegroundVisited=155,89,182\n")
    (config / "kdeglobals").write_text(text)
    return {"XDG_CURRENT_DESKTOP": "KDE", "KDE_FULL_SESSION": "true", "KDE_SESSION_VERSION": "5", "XDG_CONFIG_HOME": str(config)}


if __name__ == "__main__":
    main()

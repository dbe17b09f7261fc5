#!/usr/bin/env python3
"""The window as a screen reader has it:  python3 packaging/check-accessible.py BUILD_FOLDER

On a bus and a screen of its own (dbus-run-session, Xvfb; packages at-spi2-core, python3-gi, gir1.2-atspi-2.0): every object
that can have the focus has a name, a role and a state on every page, and the main job is done by accessible actions alone:
choose the pocket model, set the data, train, ask base and tuned, export with proof. Needs the engine beside the window.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

INSIDE = "FETTLE_ACCESSIBLE_HOME"
ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ["Models", "Data", "Train", "Runs", "Chat", "Export", "Settings"]


def enter(build: pathlib.Path) -> int:
    """The same script again, on a bus and a screen of its own."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            INSIDE: home,
            "HOME": home,
            "XDG_DATA_HOME": f"{home}/data",
            "XDG_CONFIG_HOME": f"{home}/config",
            "XDG_CACHE_HOME": f"{home}/cache",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
        }
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24"]
        return subprocess.run(
            ["dbus-run-session", "--", *screen, "/usr/bin/python3", __file__, str(build)], env=environment
        ).returncode


class Screen:
    """What a screen reader sees of one program."""

    def __init__(self, atspi, name: str):
        self.atspi, self.name = atspi, name

    def program(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_name() == self.name:
                return child
        return None

    def showing(self):
        """Every object on the screen, from the top on."""
        waiting = [self.program()]
        while waiting:
            one = waiting.pop()
            if one is None:
                continue
            states = one.get_state_set()
            if one.get_role() != self.atspi.Role.APPLICATION and not states.contains(self.atspi.StateType.SHOWING):
                continue
            yield one
            waiting += [one.get_child_at_index(i) for i in reversed(range(min(one.get_child_count(), 200)))]

    def find(self, name: str, minutes: float = 0.5, where=lambda one: True):
        """The first enabled object of that name, waited for."""
        end = time.monotonic() + 60 * minutes
        while time.monotonic() < end:
            for one in self.showing():
                enabled = one.get_state_set().contains(self.atspi.StateType.ENABLED)
                if enabled and one.get_name().replace("&", "") == name and where(one):
                    return one
            time.sleep(0.3)
        raise SystemExit(f"There is no enabled \"{name}\" after {minutes} minutes.")

    def press(self, name: str, minutes: float = 0.5):
        one = self.find(name, minutes, where=lambda object: object.get_action_iface() is not None)
        action = one.get_action_iface()
        names = [self.atspi.Action.get_action_name(action, i) for i in range(action.get_n_actions())]
        wanted = next((each for each in ("Press", "Toggle") if each in names), names[0])
        self.atspi.Action.do_action(action, names.index(wanted))

    def write(self, name: str, text: str):
        one = self.find(name, where=lambda object: object.get_editable_text_iface() is not None)
        self.atspi.EditableText.set_text_contents(one.get_editable_text_iface(), text)

    def texts(self) -> list[str]:
        found = []
        for one in self.showing():
            found.append(one.get_name())
            text = one.get_text_iface()
            if text is not None:
                found.append(self.atspi.Text.get_text(text, 0, self.atspi.Text.get_character_count(text)))
        return found

    def until(self, text: str, minutes: float):
        end = time.monotonic() + 60 * minutes
        while time.monotonic() < end:
            if any(text in one for one in self.texts()):
                return
            time.sleep(0.5)
        raise SystemExit(f"\"{text}\" does not appear in {minutes} minutes.")

    def nameless(self) -> list[str]:
        """What can have the focus and says nothing of itself."""
        roles, states = self.atspi.Role, self.atspi.StateType
        bad = []
        for one in self.showing():
            if not one.get_state_set().contains(states.FOCUSABLE):
                continue
            # The cells of a table are named by what stands in them, which may be nothing.
            if one.get_role() in (roles.TABLE_CELL, roles.LIST_ITEM, roles.TREE_ITEM):
                continue
            if not one.get_name() or one.get_role() in (roles.INVALID, roles.UNKNOWN):
                parent = one.get_parent()
                bad.append(f"{one.get_role_name()} \"{one.get_name()}\" in \"{parent.get_name() if parent else ''}\"")
        return bad


def check_names(screen: Screen) -> int:
    failed = 0
    for page in PAGES:
        screen.press(page)
        time.sleep(1)
        bad = screen.nameless()
        objects = sum(1 for _ in screen.showing())
        print(f"{page}: {objects} objects, {len(bad)} without a name or role", flush=True)
        for one in bad:
            print("    " + one)
        failed += len(bad)
    return failed


def do_main_job(screen: Screen, home: str) -> None:
    screen.press("Models")
    screen.press("Use pocket for training")
    screen.write("Data file", str(ROOT / "resources/pocket/data/chat.jsonl"))
    screen.press("Start training", minutes=2)
    screen.until("Finished", minutes=8)
    print("trained", flush=True)
    screen.press("Compare in chat", minutes=1)
    screen.write("Message", "Where does Glogan live?")
    screen.press("Send", minutes=1)
    screen.until("Glogan lives", minutes=2)
    print("answered", flush=True)
    screen.press("Export")
    screen.write("New folder", f"{home}/exported")
    screen.press("Merge and prove", minutes=1)
    screen.until("letter for letter", minutes=4)
    print("exported", flush=True)


def inside(build: pathlib.Path, home: str) -> int:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    studio = subprocess.Popen([build / "bin" / "fettle-studio"])
    try:
        screen = Screen(Atspi, "fettle")
        end = time.monotonic() + 30
        while screen.program() is None and time.monotonic() < end:
            time.sleep(0.3)
        failed = check_names(screen)
        do_main_job(screen, home)
    finally:
        studio.terminate()
        studio.wait(20)
    print(f"main job done by accessible actions; {failed} objects without a name or role")
    return 1 if failed else 0


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    build = pathlib.Path(sys.argv[1]).resolve()
    return inside(build, os.environ[INSIDE]) if INSIDE in os.environ else enter(build)


sys.exit(main())

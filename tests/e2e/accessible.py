"""The running program as somebody has it who does not see the screen and has no mouse.

`App` starts it in a process of its own, on a laptop of its own, and reads what it tells a screen
reader (AT-SPI, over D-Bus); what is done to it, is done by keys. Nothing here knows the program.

    app.find("push button", "Verder").press()
    app.find("text", "Je naam").write("Fatma")
    app.wait_for(lambda: app.find_all("label", "Welkom"))
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.e2e.bus import ROOT, Bus, Gone, Place
from tests.e2e.keyboard import Keyboard
from tests.e2e.laptop import Laptop

T = TypeVar("T")
Name = str | re.Pattern[str] | None

SOON = 20.0  # seconds that something may take on a machine that is busy
PAUSE = 0.03  # seconds between two looks
STILL = 0.5  # seconds without a change
MOVED = 2.0  # seconds after which a key has not moved the focus

STATES = {  # the place of each among the bits
    "active": 1,
    "checked": 4,
    "editable": 7,
    "enabled": 8,
    "expanded": 10,
    "focusable": 11,
    "focused": 12,
    "modal": 16,
    "selected": 23,
    "showing": 25,
    "visible": 30,
}
PLAIN = {"enabled", "showing", "visible"}
ITEMS = ("list item", "cell", "menu item")  # arrows go to these, and Tab to what holds them


@dataclass(frozen=True)
class Node:
    """One thing a screen reader can tell of, as it was when it was looked at.

    `text`, `value`, `actions` and `description` are asked of it now.
    """

    app: "App" = field(repr=False, compare=False)
    at: Place
    role: str = field(compare=False)
    name: str = field(compare=False)
    states: frozenset[str] = field(compare=False)
    parent: "Node | None" = field(repr=False, compare=False)

    @property
    def depth(self) -> int:
        return self.parent.depth + 1 if self.parent else 0

    @property
    def description(self) -> str:
        return str(self.app.bus.property(self.at, "Accessible", "Description"))

    @property
    def text(self) -> str:
        """What stands in a field; of what is no field, its name. Dots for a passphrase."""
        if "Text" in self.app.bus.interfaces(self.at):
            return str(self.app.bus.ask(self.at, "Text", "GetText", "ii", (0, -1)))
        return self.name

    @property
    def value(self) -> float:
        """Where a bar or a slider stands."""
        return float(self.app.bus.property(self.at, "Value", "CurrentValue"))

    @property
    def actions(self) -> list[str]:
        """What one can do with it, in the names that Qt gives: "Press", "Toggle", "SetFocus"."""
        if "Action" not in self.app.bus.interfaces(self.at):
            return []
        told = self.app.bus.ask(self.at, "Action", "GetActions")
        return [str(name) for name, _about, _keys in told]

    @property
    def has_focus(self) -> bool:
        """Qt says focused as well of what hands the focus on, and of what is current in a list."""
        return self.states >= {"focusable", "focused"} and self.role not in ITEMS

    def is_in(self, other: "Node") -> bool:
        return self == other or (self.parent is not None and self.parent.is_in(other))

    def fits(self, role: str | None, name: Name) -> bool:
        if role is not None and self.role != role:
            return False
        if isinstance(name, re.Pattern):
            return bool(name.search(self.name))
        return name is None or self.name == name

    def told(self) -> str:
        """In one line, for the message of a test."""
        return " ".join((self.role, repr(self.name), *sorted(self.states - PLAIN)))

    def reach(self) -> "Node":
        """Bring the focus here as the keyboard can: by Tab, and within a choice by an arrow."""
        self.app.travel(self)
        return self

    def press(self, key: str = "Space") -> None:
        """Reach it and press it."""
        self.reach()
        self.app.press(key)

    def write(self, said: str) -> None:
        """Reach this field and type; what was there goes."""
        self.reach()
        if self.text:
            self.app.press("Ctrl+a")
        self.app.type(said)
        self.app.wait_for(lambda: len(self.text) == len(said), f"{said!r} in {self.told()}")


class App:
    """The program, on the vault in `folder`."""

    def __init__(self, laptop: Laptop, folder: Path) -> None:
        self._laptop, self._folder = laptop, folder
        self._log = folder.parent / "said-by-the-program.txt"
        self._process: subprocess.Popen[bytes] | None = None
        self.bus = Bus(laptop.session, SOON)
        self._keys = Keyboard(self.bus.send_key, laptop.codes)

    # The process.

    def start(self, *more: str) -> "App":
        """Start it, and wait until there is a window."""
        command = [sys.executable, "-m", "caseplanner", "--data-dir", str(self._folder), *more]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, env=self._laptop.env, stderr=log)
        self.wait_for(self.nodes, "a window")
        return self

    def kill(self) -> None:
        """End it as a crash does: it hears nothing of it."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def close(self) -> None:
        self.kill()
        self.bus.close()

    @property
    def complaints(self) -> str:
        """What it wrote for nobody: warnings, and what Python says when it stops."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    # What there is.

    def nodes(self) -> list[Node]:
        """All that is not hidden, in the order in which it is told; open menus and dialogs last."""
        inside: dict[Node | None, list[Node]] = {}
        level: list[tuple[Node | None, Place]] = [(None, window) for window in self._windows()]
        while level:
            looks = self.bus.looks([place for _parent, place in level])
            below: list[tuple[Node | None, Place]] = []
            for (parent, place), look in zip(level, looks, strict=True):
                if look and look[2] >> STATES["visible"] & 1:
                    role, name, bits, children = look
                    states = frozenset(state for state, bit in STATES.items() if bits >> bit & 1)
                    node = Node(self, place, role, name, states, parent)
                    inside.setdefault(parent, []).append(node)
                    below += [(node, child) for child in children]
            level = below
        return list(_in_order(inside, None))

    def find(
        self, role: str | None = None, name: Name = None, *, within: Node | None = None
    ) -> Node:
        """The first that fits, once there is one. `name` is the whole of it, or a pattern."""
        wanted = f"{role or 'anything'} {name or ''}"
        return self.wait_for(lambda: self.find_all(role, name, within=within), wanted)[0]

    def find_all(
        self, role: str | None = None, name: Name = None, *, within: Node | None = None
    ) -> list[Node]:
        """All that fit now."""
        return [
            node
            for node in self.nodes()
            if node.fits(role, name) and (within is None or node.is_in(within))
        ]

    def names(self, role: str | None = None) -> list[str]:
        """What can be read now, in its order; what has no name is left out."""
        return [node.name for node in self.find_all(role) if node.name]

    def text_of(self, role: str | None, name: Name) -> str:
        return self.find(role, name).text

    @property
    def focused(self) -> Node | None:
        return next((node for node in self.nodes() if node.has_focus), None)

    def outline(self) -> str:
        """All that is not hidden, a line each, deeper ones further in."""
        return "\n".join(f"{'  ' * node.depth}{node.told()}" for node in self.nodes())

    def wait_for(self, look: Callable[[], T | None], wanted: str = "", within: float = SOON) -> T:
        """What `look` gives, once that is something. What disappears while it looks is no fault."""
        until = time.monotonic() + within
        while True:
            try:
                if found := look():
                    return found
            except Gone:
                pass
            if self._process and self._process.poll() is not None:
                raise AssertionError(f"it ended while waiting for {wanted}\n{self.complaints}")
            if time.monotonic() > until:
                raise AssertionError(f"not there: {wanted}\n{self.outline()}\n{self.complaints}")
            time.sleep(PAUSE)

    def wait_until_still(self) -> None:
        """Until what there is stays for half a second: a page may be made anew for its screen."""
        before, since = [node.at for node in self.nodes()], time.monotonic()
        until = since + SOON
        while time.monotonic() < min(since + STILL, until):
            time.sleep(PAUSE)
            now = [node.at for node in self.nodes()]
            if now != before:
                before, since = now, time.monotonic()

    # What is done.

    def press(self, key: str) -> None:
        """A key, wherever the focus is: "Return", "Ctrl+K"."""
        self._keys.press(key)

    def type(self, said: str) -> None:
        """Words, wherever the focus is."""
        self._keys.type(said)

    def step(self, key: str = "Tab") -> Place | None:
        """Press a key that moves the focus; where it then is, or None where it stayed."""
        self.bus.looks(self._windows())  # it answers after all that it told before
        self.bus.forget_moves()
        self.press(key)
        return self.bus.next_move(MOVED)

    def _windows(self) -> list[Place]:
        programs = [place for look in self.bus.looks([ROOT]) if look for place in look[-1]]
        return [place for look in self.bus.looks(programs) if look for place in look[-1]]

    def travel(self, to: Node) -> None:
        """Bring the focus there by keys alone, or fail with all that was passed."""
        if to.role in ITEMS:
            self._travel_in_list(to)
            return
        now = self.wait_for(lambda: self.focused, "the focus")
        known = {node.at: node for node in self.nodes()}
        order = list(known)
        back = to.at in order and order.index(to.at) < order.index(now.at)
        arrow, tab = ("Up", "Shift+Tab") if back else ("Down", "Tab")
        at, passed = now.at, [now.at]
        while at != to.at:
            here = known.get(at)
            beside = here and here.role == to.role == "radio button" and here.parent == to.parent
            moved = self.step(arrow if beside else tab)
            if moved is None or moved in passed:
                came = "\n".join(known[place].told() for place in passed if place in known)
                raise AssertionError(f"no key comes to {to.told()}; from:\n{came}")
            at = moved
            passed.append(at)

    def _travel_in_list(self, to: Node) -> None:
        assert to.parent
        self.travel(to.parent)
        for _item in self.find_all(within=to.parent):
            items = [node for node in self.find_all(within=to.parent) if node.parent == to.parent]
            now = next((item for item in items if "focused" in item.states), None)
            if now == to:
                return
            self.step("Down" if now is None or items.index(now) < items.index(to) else "Up")
        raise AssertionError(f"no arrow comes to {to.told()}")


def _in_order(inside: Mapping[Node | None, Sequence[Node]], of: Node | None) -> Iterator[Node]:
    for node in inside.get(of, ()):
        yield node
        yield from _in_order(inside, node)

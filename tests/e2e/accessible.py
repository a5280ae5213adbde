"""The running program as somebody has it who does not see the screen and has no mouse.

`App` starts it in a process of its own, on a laptop of its own, and reads what it tells a screen
reader (AT-SPI, over D-Bus); what is done to it, is done by keys. Nothing here knows the program.

    app.find("push button", "Verder").press()
    app.find("text", "Je naam").write("Fatma")
    app.wait_for(lambda: app.find_all("heading", "Welkom"))
"""

import re
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.e2e.keyboard import Keyboard
from tests.e2e.laptop import Laptop

T = TypeVar("T")
Name = str | re.Pattern[str] | None

SOON = 20.0  # seconds that something may take on a machine that is busy
PAUSE = 0.03  # seconds between two looks
MOVED = 2.0  # seconds after which a key has not moved the focus

SPI = "org.a11y.atspi"
REGISTRY = f"{SPI}.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
NOTHING = "/org/a11y/atspi/null"
ITEMS = ("list item", "cell", "menu item")  # to which arrows go, and Tab to what holds them
STATES = {  # the place of each among the bits
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


class Gone(LookupError):
    """It was there, and is not any more."""


@dataclass(frozen=True)
class Node:
    """One thing a screen reader can tell of. Each look is a new one: it may have changed."""

    app: "App" = field(repr=False, compare=False)
    bus: str
    path: str

    @property
    def role(self) -> str:
        return str(self._ask("Accessible", "GetRoleName"))

    @property
    def name(self) -> str:
        return str(self._get("Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self._get("Accessible", "Description"))

    @property
    def states(self) -> set[str]:
        low, high = self._ask("Accessible", "GetState")
        return {name for name, bit in STATES.items() if (low | high << 32) >> bit & 1}

    @property
    def children(self) -> "list[Node]":
        return [Node(self.app, *child) for child in self._ask("Accessible", "GetChildren")]

    @property
    def parent(self) -> "Node | None":
        bus, path = self._get("Accessible", "Parent")
        return Node(self.app, bus, path) if path != NOTHING else None

    @property
    def text(self) -> str:
        """What stands in a field; of what is no field, its name. Dots for a passphrase."""
        if f"{SPI}.Text" in self._ask("Accessible", "GetInterfaces"):
            return str(self._ask("Text", "GetText", "ii", (0, -1)))
        return self.name

    @property
    def value(self) -> float:
        """Where a bar or a slider stands."""
        return float(self._get("Value", "CurrentValue"))

    @property
    def actions(self) -> list[str]:
        """What one can do with it, in the names that Qt gives: "Press", "Toggle", "SetFocus"."""
        if f"{SPI}.Action" not in self._ask("Accessible", "GetInterfaces"):
            return []
        return [str(name) for name, _told, _keys in self._ask("Action", "GetActions")]

    def walk(self, depth: int = 0) -> "Iterator[tuple[int, Node]]":
        """This and all in it that is not hidden, in its order, with how deep it lies."""
        yield depth, self
        for child in self.children:
            try:
                if "visible" in child.states:
                    yield from child.walk(depth + 1)
            except Gone:
                continue

    def has_focus(self) -> bool:
        """Qt says focused as well of what hands the focus on, and of what is current in a list."""
        return self.states >= {"focusable", "focused"} and self.role not in ITEMS

    def reach(self) -> "Node":
        """Bring the focus here as the keyboard can: by Tab, and within a choice by an arrow."""
        self.app.travel(self)
        return self

    def press(self, key: str = "Space") -> None:
        """Reach it and press it."""
        self.reach()
        self.app.keys.press(key)

    def write(self, said: str) -> None:
        """Reach this field and type; what was there goes."""
        self.reach()
        if self.text:
            self.app.keys.press("Ctrl+a")
        self.app.keys.type(said)
        self.app.wait_for(lambda: len(self.text) == len(said), f"{said!r} in {self.told()}")

    def told(self) -> str:
        """In one line, for the message of a test."""
        known = self.states - {"enabled", "showing", "visible"}
        return f"{self.role} {self.name!r} {' '.join(sorted(known))}".rstrip()

    def fits(self, role: str | None, name: Name) -> bool:
        if role is not None and self.role != role:
            return False
        if isinstance(name, re.Pattern):
            return bool(name.search(self.name))
        return name is None or self.name == name

    def _get(self, interface: str, what: str) -> Any:
        asked = (f"{SPI}.{interface}", what)
        return self.app.call(self.bus, self.path, PROPERTIES, "Get", "ss", asked)[1]

    def _ask(self, interface: str, what: str, kinds: str = "", given: tuple[Any, ...] = ()) -> Any:
        return self.app.call(self.bus, self.path, f"{SPI}.{interface}", what, kinds, given)


PROPERTIES = "org.freedesktop.DBus.Properties"


class App:
    """The program, on the vault in `folder`."""

    def __init__(self, laptop: Laptop, folder: Path) -> None:
        self._laptop, self._folder = laptop, folder
        self._log = folder.parent / "said-by-the-program.txt"
        self._process: subprocess.Popen[bytes] | None = None
        self._bus = _accessibility_bus(laptop.session)
        self._moves: deque[Any] = deque(maxlen=100)
        self._follow_focus()
        self.keys = Keyboard(self._send_key, laptop.codes)

    # The process.

    def start(self, *more: str) -> "App":
        """Start it, and wait until there is a window."""
        command = [sys.executable, "-m", "caseplanner", "--data-dir", str(self._folder), *more]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(command, env=self._laptop.env, stderr=log)
        self.wait_for(lambda: self.windows, "a window")
        return self

    def kill(self) -> None:
        """End it as a crash does: it hears nothing of it."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def close(self) -> None:
        self.kill()
        self._bus.close()

    @property
    def said(self) -> str:
        """What it wrote for nobody: warnings, and what Python says when it stops."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    # What there is.

    @property
    def windows(self) -> list[Node]:
        """Its windows and menus that are open, the newest last."""
        started = Node(self, REGISTRY, ROOT).children
        found = []
        for program in started:
            try:
                found += [window for window in program.children if "visible" in window.states]
            except Gone:  # one that was killed
                continue
        return found

    def nodes(self) -> Iterator[Node]:
        """All that is not hidden, in the order in which it is told."""
        for window in self.windows:
            for _depth, node in window.walk():
                yield node

    def find(
        self, role: str | None = None, name: Name = None, *, within: Node | None = None
    ) -> Node:
        """The first that fits, once there is one. `name` is the whole of it, or a pattern."""
        wanted = f"{role or 'anything'} {name or ''}"
        return self.wait_for(lambda: self._first(role, name, within), wanted)

    def find_all(
        self, role: str | None = None, name: Name = None, *, within: Node | None = None
    ) -> list[Node]:
        """All that fit now."""
        return list(self._fitting(role, name, within))

    def names(self, role: str | None = None) -> list[str]:
        """What can be read now, in its order; what has no name is left out."""
        said = (node.name for node in self.nodes() if role is None or node.role == role)
        return [name for name in said if name]

    def text_of(self, role: str | None, name: Name) -> str:
        return self.find(role, name).text

    def outline(self) -> str:
        """All that is not hidden, a line each, deeper ones further in."""
        lines = []
        for window in self.windows:
            lines += [f"{'  ' * depth}{node.told()}" for depth, node in window.walk()]
        return "\n".join(lines)

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
                raise AssertionError(f"the program ended while waiting for {wanted}\n{self.said}")
            if time.monotonic() > until:
                raise AssertionError(f"not there: {wanted}\n{self.outline()}\n{self.said}")
            time.sleep(PAUSE)

    # What is done.

    def press(self, key: str) -> None:
        """A key, wherever the focus is."""
        self.keys.press(key)

    def type(self, said: str) -> None:
        """Words, wherever the focus is."""
        self.keys.type(said)

    @property
    def focused(self) -> Node | None:
        return next((node for node in self.nodes() if node.has_focus()), None)

    def step(self, key: str = "Tab") -> Node | None:
        """Press a key that moves the focus; where it then is, or None where it stayed."""
        for window in self.windows:  # it answers after all that it told before
            window.role  # noqa: B018
        self._moves.clear()
        self.keys.press(key)
        until = time.monotonic() + MOVED
        while (left := until - time.monotonic()) > 0:
            try:
                told = self._bus.recv_until_filtered(self._moves, timeout=left)
            except TimeoutError:
                break
            kind, now_on, *_more = told.body
            if kind == "focused" and now_on:
                fields = told.header.fields
                return Node(self, fields[HeaderFields.sender], fields[HeaderFields.path])
        return None

    def travel(self, to: Node) -> None:
        """Bring the focus there by keys alone, or fail with all that was passed."""
        if to.role in ITEMS:
            self._travel_in_list(to)
            return
        now = self.wait_for(lambda: self.focused, "the focus")
        back = self._is_before(to, now)
        passed = [now]
        while now != to:
            beside = now.role == to.role == "radio button" and now.parent == to.parent
            arrow, tab = ("Up", "Shift+Tab") if back else ("Down", "Tab")
            moved = self.step(arrow if beside else tab)
            if moved is None or moved in passed:
                came = "\n".join(node.told() for node in passed)
                raise AssertionError(f"no key comes to {to.told()}; from:\n{came}")
            now = moved
            passed.append(now)

    def _travel_in_list(self, to: Node) -> None:
        of = to.parent
        assert of
        self.travel(of)
        items = of.children
        for _item in items:
            if "focused" in to.states:
                return
            now = next((item for item in items if "focused" in item.states), None)
            self.step("Down" if now is None or items.index(now) < items.index(to) else "Up")
        raise AssertionError(f"no arrow comes to {to.told()}")

    def _is_before(self, one: Node, other: Node) -> bool:
        order = list(self.nodes())
        return one in order and other in order and order.index(one) < order.index(other)

    # How it is asked.

    def call(
        self, bus: str, path: str, interface: str, what: str, kinds: str, given: tuple[Any, ...]
    ) -> Any:
        """The first thing that it answers."""
        to = DBusAddress(path, bus, interface)
        message = new_method_call(to, what, kinds or None, given)
        answer = self._bus.send_and_get_reply(message, timeout=SOON)
        if answer.header.message_type is MessageType.error:
            raise Gone(f"{interface}.{what}: {answer.body}")
        return answer.body[0] if answer.body else None

    def _fitting(self, role: str | None, name: Name, within: Node | None) -> Iterator[Node]:
        nodes = (node for _depth, node in within.walk()) if within else self.nodes()
        for node in nodes:
            try:
                if node.fits(role, name):
                    yield node
            except Gone:
                continue

    def _first(self, role: str | None, name: Name, within: Node | None) -> Node | None:
        return next(self._fitting(role, name, within), None)

    def _follow_focus(self) -> None:
        """Ask, as a screen reader does, to hear where the focus goes."""
        kind: tuple[Any, ...] = ("object:state-changed:focused", [], "")
        self.call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent", "sass", kind)
        rule = MatchRule(type="signal", interface=f"{SPI}.Event.Object", member="StateChanged")
        rule.add_arg_condition(0, "focused")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=SOON)
        self._bus.filter(rule, queue=self._moves)

    def _send_key(self, key: int, kind: int) -> None:
        what = "DeviceEventController"
        path = "/org/a11y/atspi/registry/deviceeventcontroller"
        self.call(REGISTRY, path, f"{SPI}.{what}", "GenerateKeyboardEvent", "isu", (key, "", kind))


def _accessibility_bus(session: str) -> DBusConnection:
    """The bus on which screen readers and programs meet; it is started by asking for it."""
    with open_dbus_connection(session, auth_timeout=SOON) as bus:
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        told = bus.send_and_get_reply(new_method_call(where, "GetAddress"), timeout=SOON)
    return open_dbus_connection(told.body[0], auth_timeout=SOON)

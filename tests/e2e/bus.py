"""The bus on which programs tell screen readers what they show: AT-SPI, asked with jeepney."""

import time
from collections import deque
from collections.abc import Sequence
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

Place = tuple[str, str]  # which program, and which of the things it tells of

SPI = "org.a11y.atspi"
REGISTRY = f"{SPI}.Registry"
ROOT = (REGISTRY, "/org/a11y/atspi/accessible/root")
LISTENERS = (REGISTRY, "/org/a11y/atspi/registry")
KEYS = (REGISTRY, "/org/a11y/atspi/registry/deviceeventcontroller")
PROPERTIES = "org.freedesktop.DBus.Properties"


class Gone(LookupError):
    """It was there, and is not any more."""


class Bus:
    """Waits `patience` seconds at most for an answer."""

    def __init__(self, session: str, patience: float) -> None:
        self._patience = patience
        self._moves: deque[Place] = deque()
        self._bus = self._open(session)
        self._follow_focus()

    def close(self) -> None:
        self._bus.close()

    def ask(
        self, of: Place, interface: str, what: str, kinds: str = "", given: tuple[Any, ...] = ()
    ) -> Any:
        """The first thing that is answered."""
        return self._told(self._answers([_call(of, f"{SPI}.{interface}", what, kinds, given)])[0])

    def property(self, of: Place, interface: str, name: str) -> Any:
        return self._told(self._answers([_get(of, interface, name)])[0])[1]

    def looks(self, of: Sequence[Place]) -> list[tuple[str, str, int, list[Place]] | None]:
        """Role, name, bits of the state and what is in it, of each; None of what is gone.

        All is asked before the first answer is read: a screen holds hundreds.
        """
        accessible = f"{SPI}.Accessible"
        questions = [
            question
            for place in of
            for question in (
                _call(place, accessible, "GetRoleName"),
                _get(place, "Accessible", "Name"),
                _call(place, accessible, "GetState"),
                _call(place, accessible, "GetChildren"),
            )
        ]
        answers = iter(self._answers(questions))
        looks: list[tuple[str, str, int, list[Place]] | None] = []
        for four in zip(answers, answers, answers, answers, strict=True):
            try:
                role, name, (low, high), inside = map(self._told, four)
            except Gone:
                looks.append(None)
            else:
                looks.append((role, name[1], low | high << 32, [*map(tuple, inside)]))
        return looks

    def interfaces(self, of: Place) -> set[str]:
        """What can be asked of it: "Text", "Action", "Value"."""
        told = self.ask(of, "Accessible", "GetInterfaces")
        return {name.removeprefix(f"{SPI}.") for name in told}

    def send_key(self, key: int, kind: int) -> None:
        """Have the X server believe that this key was pressed."""
        self.ask(KEYS, "DeviceEventController", "GenerateKeyboardEvent", "isu", (key, "", kind))

    def forget_moves(self) -> None:
        self._moves.clear()

    def next_move(self, within: float) -> Place | None:
        """Where the focus went, once more than before; None when it went nowhere."""
        until = time.monotonic() + within
        while not self._moves and (left := until - time.monotonic()) > 0:
            try:
                self._hear(self._bus.receive(timeout=left))
            except TimeoutError:
                break
        return self._moves.popleft() if self._moves else None

    def _open(self, session: str) -> DBusConnection:
        """It is a bus of its own, which is started by asking the bus of the session for it."""
        with open_dbus_connection(session, auth_timeout=self._patience) as bus:
            where = _call(("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus", "GetAddress")
            address = bus.send_and_get_reply(where, timeout=self._patience).body[0]
        return open_dbus_connection(address, auth_timeout=self._patience)

    def _follow_focus(self) -> None:
        """Ask, as a screen reader does, to hear where the focus goes."""
        event: tuple[Any, ...] = ("object:state-changed:focused", [], "")
        self._told(self._answers([_call(LISTENERS, REGISTRY, "RegisterEvent", "sass", event)])[0])
        rule = MatchRule(type="signal", interface=f"{SPI}.Event.Object", member="StateChanged")
        rule.add_arg_condition(0, "focused")
        self._answers([message_bus.AddMatch(rule)])

    def _answers(self, questions: Sequence[Message]) -> list[Message]:
        waiting: dict[int, int] = {}  # which question, by its serial
        for number, question in enumerate(questions):
            serial = next(self._bus.outgoing_serial)
            waiting[serial] = number
            self._bus.send(question, serial=serial)
        answers: list[Message] = [None] * len(questions)
        while waiting:
            message = self._bus.receive(timeout=self._patience)
            answered = message.header.fields.get(HeaderFields.reply_serial)
            if answered in waiting:
                answers[waiting.pop(answered)] = message
            else:
                self._hear(message)
        return answers

    def _hear(self, message: Message) -> None:
        fields = message.header.fields
        if fields.get(HeaderFields.member) == "StateChanged" and message.body[:2] == ("focused", 1):
            self._moves.append((fields[HeaderFields.sender], fields[HeaderFields.path]))

    def _told(self, answer: Message) -> Any:
        if answer.header.message_type is MessageType.error:
            raise Gone(str(answer.body))
        return answer.body[0] if answer.body else None


def _call(
    of: Place, interface: str, what: str, kinds: str = "", given: tuple[Any, ...] = ()
) -> Message:
    bus, path = of
    return new_method_call(DBusAddress(path, bus, interface), what, kinds or None, given)


def _get(of: Place, interface: str, name: str) -> Message:
    return _call(of, PROPERTIES, "Get", "ss", (f"{SPI}.{interface}", name))

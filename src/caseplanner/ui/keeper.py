"""Keeps what is half-typed, on the disk and encrypted, for the lock and for a program that dies."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from caseplanner.desk import MOST_DRAFT, Desk
from caseplanner.ui import half
from caseplanner.ui.half import Half, Words

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

LOOK = 700  # milliseconds between two looks: a program that dies costs less than a second's words


class Keeper(QObject):
    """Looks at the fields of the window, and writes when what is half-typed in them changed."""

    def __init__(self, window: "Window", desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._kept = b""
        self._seen: dict[tuple[str, str], tuple[str, int]] = {}  # text of a field, and since when
        self._looks = 0
        self._clock = QTimer(self, interval=LOOK)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Write down what is half-typed; nothing is written when that is as it was."""
        found = self._newest_first(half.collect(self._window))
        if found:
            self._keep(found)
        elif self._kept and self._desk.keep_draft(b""):
            self._kept = b""

    def keep(self) -> bool:
        """The program locks: write down also where we are. False when the disk will not do."""
        self._clock.stop()
        return self._keep(self._newest_first(half.collect(self._window)))

    def close(self) -> None:
        """The person leaves: what was searched for goes, what is half-typed elsewhere stays."""
        self._clock.stop()
        found = self._newest_first(half.collect(self._window))
        words = tuple(words for words in found.words if words.where != "list")
        if words:
            self._keep(replace(found, words=words, dialog=""))
        else:
            self._desk.keep_draft(b"")

    def take(self) -> Half | None:
        """What was kept before; it stays on the disk until a look finds it no longer half-typed."""
        self._kept = self._desk.take_draft()
        return half.load(self._kept) if self._kept else None

    def _keep(self, found: Half) -> bool:
        data = found.dump(MOST_DRAFT)
        if data != self._kept:
            if not self._desk.keep_draft(data, found.place.dossier):
                return False
            self._kept = data
        return True

    def _newest_first(self, found: Half) -> Half:
        """What was typed in last comes first; what was there at once stays as the page has it."""
        self._looks += 1
        seen = {}
        for words in found.words:
            name = words.where, words.path
            text, since = self._seen.get(name, ("", 0))
            seen[name] = (words.text, since if text == words.text else self._looks)
        self._seen = seen

        def newest(words: Words) -> int:
            return -seen[words.where, words.path][1]

        return replace(found, words=tuple(sorted(found.words, key=newest)))

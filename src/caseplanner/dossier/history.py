"""Undo and redo, as a value: a stack of earlier dossiers, each with the name of what was done."""

from dataclasses import dataclass, replace

from caseplanner.dossier.model import Dossier

MOST = 200  # earlier dossiers kept; values share what did not change, so each costs little


@dataclass(frozen=True, slots=True)
class Moment:
    """A dossier as it was, and the edit that lies between it and its neighbour."""

    label: str
    dossier: Dossier


@dataclass(frozen=True, slots=True)
class History:
    past: tuple[Moment, ...] = ()
    future: tuple[Moment, ...] = ()
    merging: str = ""

    def record(self, label: str, before: Dossier, merge: str = "") -> "History":
        """After an edit. Edits in a row with the same `merge` are one step of undo."""
        if merge and merge == self.merging and self.past:
            return replace(self, future=())
        return History((*self.past, Moment(label, before))[-MOST:], (), merge)

    def undo(self, now: Dossier) -> tuple[Dossier, "History"]:
        """The dossier before the last edit; there must be one in `past`."""
        last = self.past[-1]
        return last.dossier, History(self.past[:-1], (Moment(last.label, now), *self.future))

    def redo(self, now: Dossier) -> tuple[Dossier, "History"]:
        """The dossier after the edit last undone; there must be one in `future`."""
        next_ = self.future[0]
        return next_.dossier, History((*self.past, Moment(next_.label, now)), self.future[1:])

    def seal(self) -> "History":
        """End a burst of typing: the next edit is a step of its own."""
        return replace(self, merging="")

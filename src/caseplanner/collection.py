"""A list of the laptop, of no dossier: what is in it, and every change of it. All passes here.

Like a session it computes the next value, saves it, and only then believes it.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from caseplanner.dossier import takeover
from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff
from caseplanner.dossier.takeover import Difference, Named
from caseplanner.errors import UserError
from caseplanner.vault import shelves
from caseplanner.vault.vault import Vault
from caseplanner.words import mark

MOST_PAST = 50  # earlier lists; they share what did not change
T = TypeVar("T", bound=Named)


class Collection(ABC, Generic[T]):
    """What who unlocked the vault may read of it, in order."""

    table: ClassVar[str]
    changed: ClassVar[Deed]
    kind: type[T]

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._items: tuple[T, ...] | None = None
        self._past: list[tuple[str, tuple[T, ...]]] = []
        self._merging = ""

    @staticmethod
    @abstractmethod
    def reads(who: Staff, /) -> bool: ...

    @staticmethod
    @abstractmethod
    def keeps(who: Staff, /) -> bool: ...

    @staticmethod
    @abstractmethod
    def in_order(items: Iterable[T], /) -> tuple[T, ...]: ...

    @staticmethod
    @abstractmethod
    def wrong(item: T, /) -> str:
        """The name of the first field that is not as it should be; "" when all are."""

    @staticmethod
    @abstractmethod
    def check(items: Sequence[T], /) -> None:
        """UserError when it is more than the list holds."""

    @property
    def items(self) -> tuple[T, ...]:
        if not self.reads(self._vault.staff):
            return ()
        if self._items is None:
            self._items = self.in_order(shelves.load(self._vault, self.table, self.kind))
        return self._items

    @property
    def may_edit(self) -> bool:
        return self.keeps(self._vault.staff) and not self._vault.is_read_only

    @property
    def last(self) -> str:
        """What `undo` would take back; "" for nothing."""
        return self._past[-1][0] if self._past else ""

    def find(self, id: str) -> T | None:
        return next((item for item in self.items if item.id == id), None)

    def remove(self, label: str, id: str) -> None:
        self._become(label, tuple(item for item in self.items if item.id != id))

    def undo(self) -> str:
        """Put the list back as it was before the last change; its name."""
        if not self._past:
            return ""
        label, before = self._past[-1]
        self._save(before, self.changed)
        self._past.pop()
        self._merging = ""
        return label

    def pause(self) -> None:
        """End a burst of typing: the next edit is its own undo."""
        self._merging = ""

    def _put(self, label: str, item: T, merge: str = "") -> None:
        """A new one, or other words for one. Edits in a row with one `merge` are one undo."""
        others = tuple(one for one in self.items if one.id != item.id)
        if item != self.find(item.id):
            self._become(label, (*others, item), merge=merge)

    def _take(self, label: str, difference: Difference[T], deed: Deed) -> None:
        """Take over what is new and changed in a file. What is only here stays."""
        self._become(label, takeover.joined(self.items, difference), deed)

    def _left(self, deed: Deed, **told: str) -> None:
        """Put in the log that the list left as a file."""
        if not self._vault.is_read_only:
            self._vault.note(deed, **told)

    def _become(
        self, label: str, after: tuple[T, ...], deed: Deed | None = None, merge: str = ""
    ) -> None:
        before = self.items
        self._save(after, deed or self.changed)
        if not (merge and merge == self._merging):
            self._past = [*self._past, (label, before)][-MOST_PAST:]
        self._merging = merge

    def _save(self, after: tuple[T, ...], deed: Deed) -> None:
        if not self.keeps(self._vault.staff):
            raise UserError(mark("You may read this and not change it. Nothing was changed."))
        known = {item.id: item for item in self.items}
        there = {item.id for item in after}
        put = [item for item in after if known.get(item.id) != item]
        gone = [id for id in known if id not in there]
        if not put and not gone:
            return
        self.check(after)
        if any(self.wrong(item) for item in put):
            raise UserError(
                mark("This is too long, or holds signs that are no words. It was not saved.")
            )
        new = sum(item.id not in known for item in put)
        counts = {"new": new, "changed": len(put) - new, "removed": len(gone)}
        told = {name: str(n) for name, n in counts.items() if n}
        shelves.save(self._vault, self.table, put, gone, deed, told)
        self._items = self.in_order(after)

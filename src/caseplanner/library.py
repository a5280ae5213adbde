"""The library of the laptop: its factsheets, and every change of them. All passes here.

Like a session it computes the next value, saves it, and only then believes it.
"""

from dataclasses import replace
from datetime import date

from caseplanner.dossier import sheets as sheets_
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.log import Deed
from caseplanner.dossier.sheets import Difference, Factsheet, Sheets
from caseplanner.errors import UserError
from caseplanner.vault import library as kept
from caseplanner.vault.vault import Vault
from caseplanner.words import mark

MOST_PAST = 50  # earlier libraries; they share the sheets that did not change


class Library:
    """The sheets that who unlocked the vault may read, by title."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._sheets: Sheets | None = None
        self._past: list[tuple[str, Sheets]] = []
        self._merging = ""

    @property
    def sheets(self) -> Sheets:
        if not staff_.reads_library(self._vault.staff):
            return ()
        if self._sheets is None:
            self._sheets = sheets_.in_order(kept.load(self._vault))
        return self._sheets

    @property
    def may_edit(self) -> bool:
        return staff_.keeps_library(self._vault.staff) and not self._vault.is_read_only

    @property
    def last(self) -> str:
        """What `undo` would take back; "" for nothing."""
        return self._past[-1][0] if self._past else ""

    def find(self, id: str) -> Factsheet | None:
        return next((sheet for sheet in self.sheets if sheet.id == id), None)

    def put(self, label: str, sheet: Factsheet, today: date, merge: str = "") -> None:
        """A new sheet, or other words for one. Edits in a row with one `merge` are one undo."""
        others = tuple(one for one in self.sheets if one.id != sheet.id)
        known = self.find(sheet.id)
        if known is None or sheet != known:
            self._become(label, (*others, replace(sheet, edited=today)), merge=merge)

    def remove(self, label: str, id: str) -> None:
        self._become(label, tuple(sheet for sheet in self.sheets if sheet.id != id))

    def take(self, label: str, difference: Difference, today: date) -> None:
        """Take over what is new and changed in a file. What is only here stays."""
        stamped = replace(
            difference,
            new=tuple(replace(sheet, edited=today) for sheet in difference.new),
            changed=tuple(replace(sheet, edited=today) for sheet in difference.changed),
        )
        self._become(label, sheets_.joined(self.sheets, stamped), Deed.LIBRARY_IMPORTED)

    def undo(self) -> str:
        """Put the library back as it was before the last change; its name."""
        if not self._past:
            return ""
        label, before = self._past[-1]
        self._save(before, Deed.LIBRARY_CHANGED)
        self._past.pop()
        self._merging = ""
        return label

    def pause(self) -> None:
        """End a burst of typing: the next edit is its own undo."""
        self._merging = ""

    def exported(self) -> None:
        """Put in the log that the library left as a file."""
        if not self._vault.is_read_only:
            self._vault.note(Deed.LIBRARY_EXPORTED, sheets=str(len(self.sheets)))

    def _become(
        self, label: str, after: Sheets, deed: Deed = Deed.LIBRARY_CHANGED, merge: str = ""
    ) -> None:
        before = self.sheets
        self._save(after, deed)
        if not (merge and merge == self._merging):
            self._past = [*self._past, (label, before)][-MOST_PAST:]
        self._merging = merge

    def _save(self, after: Sheets, deed: Deed) -> None:
        if not staff_.keeps_library(self._vault.staff):
            raise UserError(mark("You may read this and not change it. Nothing was changed."))
        known = {sheet.id: sheet for sheet in self.sheets}
        there = {sheet.id for sheet in after}
        put = [sheet for sheet in after if known.get(sheet.id) != sheet]
        gone = [id for id in known if id not in there]
        if not put and not gone:
            return
        sheets_.check(after)
        for sheet in put:
            if sheets_.wrong(sheet):
                raise UserError(
                    mark(
                        "This is too long for a sheet, or holds signs that are no words. It was "
                        "not saved."
                    )
                )
        new = sum(sheet.id not in known for sheet in put)
        told = {"new": new, "changed": len(put) - new, "removed": len(gone)}
        kept.save(self._vault, put, gone, deed, {name: str(n) for name, n in told.items() if n})
        self._sheets = sheets_.in_order(after)

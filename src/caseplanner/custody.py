"""What the manager of the laptop does: people and passphrases, backups, retention, the whole log.

Each method works on the open vault; what is slow gives a function that may run in a thread.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from caseplanner.dossier import retention
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.log import Deed, Entry
from caseplanner.dossier.retention import Basis, Ground, Reopening, Retention
from caseplanner.dossier.staff import Staff
from caseplanner.errors import UserError
from caseplanner.vault import (
    access,
    audit,
    backups,
    check,
    elsewhere,
    engine,
    manifest,
    people,
    restore,
    vault,
)
from caseplanner.vault import retention as kept
from caseplanner.vault.check import Health as Health
from caseplanner.vault.elsewhere import Left as Left
from caseplanner.vault.keys import Keys
from caseplanner.vault.keys import Slot as Slot
from caseplanner.vault.manifest import Backup as Backup
from caseplanner.vault.manifest import Kind as Kind
from caseplanner.vault.manifest import State as State
from caseplanner.vault.people import Member as Member
from caseplanner.vault.progress import Tell, silent
from caseplanner.vault.restore import Preview as Preview
from caseplanner.vault.retention import Term as Term
from caseplanner.vault.vault import Vault
from caseplanner.words import mark

SHORT = 8  # letters of an id


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was read again, and its copy in the second place.

    `problem` says why there is none there, in words; the backup on the laptop is right all the
    same.
    """

    backup: Backup
    outside: Backup | None = None
    problem: str = ""


class Custody:
    """`forget` destroys what anybody left half-typed in a dossier; True when that is done."""

    def __init__(self, vault: Vault, forget: Callable[[str], bool] = lambda dossier: True) -> None:
        self._vault, self._forget = vault, forget

    def must_manage(self) -> None:
        """UserError when who is here does not manage the vault: before anything slow is asked."""
        people.must_manage(self._vault)

    def check(self) -> Health:
        """Read the whole vault: some seconds for a large one; changes nothing."""
        return check.check(self._vault)

    # People.

    def members(self) -> tuple[Member, ...]:
        """All who have a passphrase, in the order in which they came."""
        return people.everyone(self._vault)

    def slot_for(self, owner: str, passphrase: str) -> Callable[[], Slot]:
        """What makes somebody's slot: slow on purpose (Argon2id), to be run in a thread."""
        folder, keys = self._vault.folder, self._vault.keys
        return partial(people.new_slot, folder, keys, owner, passphrase)

    def fits_me(self, passphrase: str) -> Callable[[], bool]:
        """What tells whether this is the passphrase of who is here; slow, for a thread."""
        folder, me = self._vault.folder, self._vault.staff.id
        return lambda: vault.unlock(folder, passphrase).owner == me

    def add(self, staff: Staff, slot: Slot) -> None:
        """Let somebody in, with the slot that was made for `staff.id`."""
        people.add(self._vault, staff, slot)

    def remove(self, owner: str) -> None:
        """Take away somebody's passphrase. Copies made before still open with it."""
        people.remove(self._vault, owner)

    def change(self, staff: Staff) -> None:
        """Another name, role or right for somebody who is there already."""
        people.change(self._vault, staff)

    def change_passphrase(self, slot: Slot) -> None:
        """The slot takes the place of its owner's: one's own, or another's by who manages."""
        people.change_passphrase(self._vault, slot)

    def make_recovery(self, words: str) -> None:
        """Let these words (one space between) open the vault, for who is here now.

        An earlier sheet goes on opening it until it is sure that this one is on paper.
        """
        people.make_recovery(self._vault, words)

    def end_earlier_sheet(self) -> None:
        """From now on only the newest recovery sheet opens the vault."""
        people.end_earlier_sheet(self._vault)

    def links(self, owner: str) -> Mapping[str, frozenset[str]]:
        """The dossiers somebody is linked to, each with the goals; none named: the whole of it."""
        return access.dossiers(self._vault, owner)

    def link(self, owner: str, dossier: str, goals: frozenset[str] = frozenset()) -> None:
        """Let a mentor see a dossier, or a volunteer these goals of it and no others."""
        access.link(self._vault, owner, dossier, goals)

    def unlink(self, owner: str, dossier: str) -> None:
        access.unlink(self._vault, owner, dossier)

    # Backups (their screens and words: ui/pages/backups.py).

    def backups(self) -> tuple[Backup, ...]:
        """The backups on this laptop, newest first, damaged ones too, as their state says."""
        with self._vault.in_words():
            return manifest.listed(backups.place(self._vault.folder), self._vault.keys)

    def backups_in(self, place: Path) -> tuple[Backup, ...]:
        """Those on this stick or in this folder, newest first; UserError when it is not there."""
        return elsewhere.found(place, self._vault.keys)

    def backup_is_due(self) -> bool:
        """Something was done since the newest backup, and none was made today."""
        return backups.is_due(self._vault, datetime.now(UTC))

    def back_up(
        self, asked: bool = True, place: Path | None = None, tell: Tell = silent
    ) -> Callable[[], Made]:
        """Copy the vault now (0.2 s for 240 MB); then call what this gives, and `backed_up` last.

        What it gives reads the copy again and brings it to the second place, if one is named: slow,
        for a thread. `tell` is called on that thread. UserError when the disk will not do, or who
        asks does not manage the vault.
        """
        if asked:
            people.must_manage(self._vault)
        kind = Kind.ASKED if asked else Kind.AUTOMATIC
        taken = backups.take(self._vault, kind, datetime.now(UTC))
        return partial(_finish, taken, self._vault.keys, place, tell)

    def backed_up(self, made: Made) -> None:
        """Put it in the log and let go of old ones: quick, on the thread of the vault."""
        backups.settle(self._vault, made.backup)
        self.brought(made)

    def brought(self, made: Made) -> None:
        """Remember that a backup left the laptop, if it did: quick, on the thread of the vault."""
        if made.outside and not elsewhere.is_same_disk(self._vault.folder, made.outside.path):
            elsewhere.note(self._vault, made.outside, datetime.now(UTC))

    def bring(self, place: Path) -> Callable[[], Made] | None:
        """What brings the newest backup to the second place, for a thread; `brought` follows.

        None when it left the laptop already, or that place is not there or on the same disk.
        """
        good = (b for b in self.backups() if b.state is State.WHOLE and b.kind is not Kind.REPLACED)
        newest, last = next(good, None), self.last_copy_elsewhere()
        if newest is None or newest.manifest is None or not place.is_dir():
            return None
        if self.is_same_disk(place) or (last and last.number >= newest.manifest.number):
            return None
        return partial(_bring, newest, self._vault.keys, place)

    def days_without_copy_elsewhere(self) -> int | None:
        """For so many days of use no backup left the laptop; None when there is no need to say."""
        return elsewhere.overdue(self._vault)

    def last_copy_elsewhere(self) -> Left | None:
        """The newest backup that left the laptop."""
        return elsewhere.left(self._vault)

    def is_same_disk(self, place: Path) -> bool:
        """A backup in this place would be lost together with the laptop."""
        return elsewhere.is_same_disk(self._vault.folder, place)

    def preview(self, path: Path) -> Callable[[], Preview]:
        """What makes the preview of a backup, here or on a stick: for a thread."""
        return partial(restore.preview, self._vault.folder, path, self._vault.keys)

    # How long dossiers are kept, and their destruction.

    @property
    def may_destroy(self) -> bool:
        """A worker decides how long dossiers are kept, and confirms what goes (domain.md R18)."""
        return staff_.edits(self._vault.staff) and not self._vault.is_read_only

    @property
    def may_see_terms(self) -> bool:
        """A worker, and whoever manages the laptop; see `due`."""
        return staff_.edits(self._vault.staff) or staff_.manages(self._vault.staff)

    def retention(self, dossier: str) -> Retention:
        return kept.of(self._vault, dossier)

    def due(self, today: date) -> tuple[Term, ...]:
        """What is at term, within a month of it, or held: first due first.

        Who may not read the dossiers gets the first letters of an id in the place of a name, and
        no reasons.
        """
        if not self.may_see_terms:
            raise UserError(mark("You may not see how long dossiers are kept."))
        found = kept.terms(self._vault, today)
        if staff_.sees_every_dossier(self._vault.staff):
            return found
        return tuple(
            replace(term, called=term.id[:SHORT], kept=replace(term.kept, held_why=""))
            for term in found
        )

    def close(self, dossier: str, on: date, today: date) -> None:
        """The stay ended on this day; from now on the dossier is to read only."""
        self._keep(dossier, retention.close(self.retention(dossier), on, today), Deed.CLOSED)

    def reopen(self, dossier: str, why: Reopening) -> None:
        """Go on with a closed dossier; its term ends."""
        again = retention.reopen(self.retention(dossier))
        self._keep(dossier, again, Deed.REOPENED, why=why.value)

    def hold(self, dossier: str, why: str, on: date) -> None:
        """Keep it whatever the term. The log says that, and not why."""
        self._keep(dossier, retention.hold(self.retention(dossier), why, on), Deed.HELD)

    def release(self, dossier: str) -> None:
        self._keep(dossier, retention.release(self.retention(dossier)), Deed.RELEASED)

    def change_basis(self, dossier: str, basis: Basis, months: int = 0) -> None:
        """Keep it as another kind of dossier; `months` counts for Basis.OTHER only."""
        now = retention.change_basis(self.retention(dossier), basis, months)
        told = {"basis": basis.value, "months": str(now.months)}
        self._keep(dossier, now, Deed.CHANGED, **told)

    def destroy(self, dossiers: Sequence[str], ground: Ground, today: date) -> None:
        """Destroy these with all there is of them, half-typed words as well. No way back.

        UserError where one may not be destroyed; then none is.
        """
        self._check_may_destroy()
        for dossier in dossiers:
            kept.check(self._vault, dossier, ground, today)
        for dossier in dossiers:
            if not self._forget(dossier):
                raise UserError(engine.DISK)
            kept.destroy(self._vault, dossier, ground, today)
        kept.sweep(self._vault)

    def _keep(self, dossier: str, now: Retention, deed: Deed, **detail: str) -> None:
        self._check_may_destroy()
        kept.put(self._vault, dossier, now, deed, **detail)

    def _check_may_destroy(self) -> None:
        if not staff_.edits(self._vault.staff):
            raise UserError(mark("Only a worker decides this. Nothing was changed."))

    # The log.

    def broken_log(self) -> int:
        """The number of the first line of the log that does not follow; 0 when all is whole."""
        with self._vault.in_words():
            return audit.broken_at(self._vault.db)

    def log_head(self) -> audit.Head:
        """The newest line of the log: kept elsewhere, the log can be held against it."""
        with self._vault.in_words():
            return audit.head(self._vault.db)

    def log(
        self,
        dossier: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Entry, ...]:
        """The lines of the log, oldest first; UserError for who does not manage the vault."""
        people.must_manage(self._vault)
        return audit.entries(self._vault, dossier, since, until)

    def note_export(self, lines: int, dossier: str = "") -> None:
        """Put in the log that so many lines of it left the vault."""
        self._vault.note(Deed.LOG_EXPORTED, dossier, lines=str(lines))


def _finish(taken: Backup, keys: Keys, place: Path | None, tell: Tell) -> Made:
    made = backups.verify(taken.path, keys, tell)
    return Made(made) if place is None else _bring(made, keys, place)


def _bring(made: Backup, keys: Keys, place: Path) -> Made:
    try:
        return Made(made, elsewhere.copy_to(made, place, keys))
    except UserError as problem:
        return Made(made, problem=str(problem))

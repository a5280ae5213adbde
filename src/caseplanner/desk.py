"""The vault on the desk: an unlocked vault as the window and the command line see it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from caseplanner.addresses import Addresses
from caseplanner.custody import Custody
from caseplanner.dossier import diff, document, passages, reminders, summary
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.agenda import Item
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.passages import Passage
from caseplanner.dossier.reminders import Reminder
from caseplanner.dossier.staff import Staff
from caseplanner.errors import UserError
from caseplanner.library import Library
from caseplanner.session import Session
from caseplanner.templates import OwnTemplates
from caseplanner.vault import (
    access,
    dossiers,
    draft,
    elsewhere,
    places,
    register,
    retention,
    seals,
    search,
    upgrade,
    vault,
)
from caseplanner.vault import rekey as rekeying
from caseplanner.vault import restore as restoring
from caseplanner.vault import salvage as salvaging
from caseplanner.vault.keys import Keys as Keys
from caseplanner.vault.manifest import Backup as Backup
from caseplanner.vault.progress import Tell, silent
from caseplanner.vault.register import Entry as Entry
from caseplanner.vault.restore import Preview as Preview
from caseplanner.vault.salvage import Report as Report
from caseplanner.vault.seals import Seal as Seal
from caseplanner.vault.vault import Vault
from caseplanner.words import _, mark

MOST_DRAFT = draft.MOST  # bytes


def exists(folder: Path) -> bool:
    """There is a vault here, whole or damaged."""
    return vault.exists(folder)


def create(folder: Path, passphrase: str, worker: str) -> Keys:
    """Make a new, empty vault for one worker. Slow on purpose (Argon2id); safe in a thread."""
    return vault.create(folder, passphrase, worker)


def unlock(folder: Path, passphrase: str) -> Keys:
    """The keys of the vault, or a UserError in words. Slow on purpose; safe in a thread."""
    return vault.unlock(folder, passphrase)


def recover(folder: Path, words: str, passphrase: str) -> Keys:
    """A new passphrase for the owner of the recovery sheet, and the keys. Safe in a thread."""
    return vault.recover(folder, words, passphrase)


def backups(place: Path, keys: Keys | None = None) -> tuple[Backup, ...]:
    """The backups of the vault in this data folder, or on this stick, newest first.

    Without keys nobody tells whether another program wrote them. UserError when it is not there.
    """
    return elsewhere.found(place, keys)


def preview(folder: Path, backup: Path, opened: Keys | str) -> Preview:
    """What is in a backup, for who opens it with keys or a passphrase of its time, and manages it.

    Slow; changes nothing; safe in a thread.
    """
    return restoring.preview(folder, backup, opened)


def restore(folder: Path, backup: Path, opened: Keys | str, tell: Tell = silent) -> Keys:
    """Put a backup in the place of the vault, which is kept as a backup; gives the keys.

    Slow; safe in a thread, while nothing has the vault open. UserError in all other cases, and
    then nothing has changed.
    """
    return restoring.restore(folder, backup, opened, datetime.now(UTC), tell)


def salvage(folder: Path, keys: Keys, tell: Tell = silent) -> Report:
    """Save what can be read of a damaged vault to a new one; the damaged one is kept as a backup.

    Slow; safe in a thread, while nothing has the vault open.
    """
    return salvaging.salvage(folder, keys, datetime.now(UTC), tell)


MOST_FOUND = 100  # dossiers; who finds more types one more word


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier that a search found, and the passages where its words stand."""

    entry: register.Entry
    passages: tuple[Passage, ...]


class Desk:
    """An unlocked vault, for one thread at a time. `custody` is what the manager of it does.

    See vault.open_vault for `accept`, `tell` and what can go wrong.
    """

    def __init__(
        self, folder: Path, keys: Keys, accept: bool = False, tell: Tell = upgrade.silent
    ) -> None:
        self._vault: Vault = vault.open_vault(folder, keys, accept, tell)
        self._seen: set[str] = set()
        self._listed: tuple[int, tuple[register.Entry, ...]] | None = None
        self._drafts = draft.Drafts(folder / places.VAULT / draft.NAME, keys.of("draft"))

    @property
    def staff(self) -> Staff:
        """Whose passphrase opened the vault, and what that person may do."""
        return self._vault.staff

    @property
    def worker(self) -> str:
        """The name of who opened the vault."""
        return self._vault.staff.name

    @property
    def folder(self) -> Path:
        return self._vault.folder

    @property
    def vault_id(self) -> str:
        """Eight letters that tell this vault from another, for paper."""
        return self._vault.keys.vault_id.replace("-", "")[:8]

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell the person first; entries of the word catalogue."""
        return self._vault.notes

    @cached_property
    def custody(self) -> Custody:
        return Custody(self._vault, self._drafts.forget_dossier)

    @cached_property
    def library(self) -> Library:
        """The factsheets of this laptop."""
        return Library(self._vault)

    @cached_property
    def addresses(self) -> Addresses:
        """The organisations and professionals that this laptop knows, for every dossier."""
        return Addresses(self._vault)

    @cached_property
    def templates(self) -> OwnTemplates:
        """The text templates of this laptop."""
        return OwnTemplates(self._vault)

    def lines(self) -> tuple[register.Entry, ...]:
        """The dossiers this person may see, last edited first; read again after any change."""
        if not staff_.sees_dossiers(self.staff):
            return ()
        changes = self._vault.db.conn.total_changes
        if self._listed is None or self._listed[0] != changes:
            self._listed = changes, self._lines()
        return self._listed[1]

    def _lines(self) -> tuple[register.Entry, ...]:
        found = register.lines(self._vault)
        if staff_.sees_every_dossier(self.staff):
            return found
        linked = access.dossiers(self._vault)
        return tuple(
            replace(entry, line=staff_.seen_line(self.staff, entry.line))
            for entry in found
            if entry.line.id in linked
        )

    def todo(self, dossier_id: str) -> tuple[Item, ...]:
        """What there is to do in a dossier of the list, by day; that is no opening of it."""
        if staff_.sees_only_goals(self.staff):
            return ()
        return summary.todo(dossiers.load(self._vault, dossier_id))

    def reminders(self, today: date) -> tuple[Reminder, ...]:
        """The days to come of all dossiers that are worked on, those for practice left out."""
        return reminders.of(
            (
                item
                for entry in self.lines()
                if not entry.closed and not entry.line.practice
                for item in self.todo(entry.line.id)
            ),
            today,
        )

    def reminders_exported(self, many: int) -> None:
        """Put in the audit log that so many days were saved for a calendar."""
        if not self._vault.is_read_only:
            self._vault.note(Deed.REMINDERS_EXPORTED, days=str(many))

    def search(self, query: str) -> tuple["Found", ...]:
        """The dossiers with every word of the query, the last as far as it is typed, and where.

        Only in what this person may see; at most MOST_FOUND. No words: nothing is found.
        """
        if not staff_.sees_every_dossier(self.staff):
            return self._search_few(query)
        hits = search.find(self._vault, query, MOST_FOUND)
        entries = register.some(self._vault, [hit.dossier_id for hit in hits])
        return tuple(Found(entries[hit.dossier_id], hit.passages) for hit in hits)

    def _search_few(self, query: str) -> tuple["Found", ...]:
        """Among the few dossiers somebody is linked to, in no more than he sees of each."""
        asked = passages.words(query)
        linked = access.dossiers(self._vault)
        found = []
        for entry in self.lines() if asked else ():
            dossier = dossiers.load(self._vault, entry.line.id)
            seen = staff_.seen(self.staff, dossier, linked[entry.line.id])
            texts = passages.of_dossier(document.for_others(seen))  # no notes and no health (R9)
            if all(any(passages.has(text, word) for text in texts.values()) for word in asked):
                shown = [text for (table, _), text in texts.items() if table != passages.NAME]
                hits = [t for t in shown if any(passages.has(t, word) for word in asked)]
                told = tuple(passages.marked(t, asked) for t in hits[: search.SHOWN])
                found.append(Found(entry, told))
        return tuple(found)

    def open(self, dossier_id: str) -> "Session":
        """The dossier with this id; UserError when there is none, or not for this person."""
        session = self._session(dossiers.load(self._vault, dossier_id))
        if dossier_id not in self._seen and not self._vault.is_read_only:
            self._vault.note_seen(dossier_id)
            self._seen.add(dossier_id)  # once for each time the vault is unlocked
        return session

    def add(self, dossier: Dossier, blobs: tuple[bytes, ...] = ()) -> "Session":
        """Put a new dossier in the vault and open it; one with blobs was imported.

        A dossier whose id is already there is refused: nothing is overwritten. So is one that was
        destroyed here.
        """
        if not staff_.edits(self.staff):
            raise UserError(mark("You may read this and not change it. Nothing was changed."))
        if register.holds(self._vault, dossier.id):
            raise UserError(mark("This dossier is already here. Nothing was changed."))
        retention.refuse(self._vault, dossier.id)
        changes = diff.changes(None, dossier)
        now = datetime.now(UTC)
        dossiers.save(self._vault, dossier, changes, _("New dossier"), now, blobs, Deed.ADDED)
        self._seen.add(dossier.id)
        return Session(self._vault, dossier)

    def seal(self) -> Seal:
        """The key and certificate that seal this vault's exports; UserError for who makes none."""
        if not staff_.signs(self.staff):
            raise UserError(mark("Only who may read a whole plan can make a PDF of it."))
        return seals.seal(self._vault)

    def keep_draft(self, data: bytes, dossier: str = "") -> bool:
        """Keep what is half-typed for this person's next unlocking; b"" is nothing.

        At most MOST_DRAFT bytes. True when it is on the disk; a full disk does not refuse it.
        """
        return self._drafts.keep(self.staff.id, data, dossier)

    def take_draft(self) -> bytes:
        """What this person left half-typed; it stays until `keep_draft` puts else in its place."""
        return self._drafts.take(self.staff.id)

    def rekey(self, tell: Tell = silent) -> Keys:
        """New keys for all who stay, so that a leaver's copies and passphrase open nothing new.

        Closes the vault, also when it fails: open it again, with these keys or those of before.
        Slow: the whole database is written anew and backed up; the older backups go. It may run in
        a thread that nothing else uses the vault beside.
        """
        self._drafts.close()
        try:
            return rekeying.rekey(self._vault, datetime.now(UTC), tell)
        finally:
            self.close()

    def close(self) -> None:
        """Close the vault cleanly; afterwards nothing here can be used."""
        self._drafts.close()
        self._vault.close()

    def _session(self, dossier: Dossier) -> Session:
        if staff_.sees_every_dossier(self.staff):
            return Session(self._vault, dossier)
        goals = access.dossiers(self._vault).get(dossier.id)
        if goals is None or not staff_.sees_dossiers(self.staff):
            raise UserError(
                mark("You are not linked to this dossier. Ask the worker who keeps it.")
            )
        seen = staff_.seen(self.staff, dossier, goals)
        return Session(self._vault, seen)

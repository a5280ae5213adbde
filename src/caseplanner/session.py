"""The vault on the desk and the open dossier: every edit passes here, and only here.

`Desk` is an unlocked vault as the window and the command line see it. `Session` is one open
dossier: it computes the next value, saves it, and only then believes it and tells the window.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from caseplanner.dossier import agreements, diff, document, lists, summary
from caseplanner.dossier.history import History
from caseplanner.dossier.model import (
    Dossier,
    HowSigned,
    PlanVersion,
    Role,
    Signature,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.vault import dossiers, draft, register, seals, vault
from caseplanner.vault.keys import Keys as Keys
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


class Desk:
    """An unlocked vault. Lives on one thread: the one that opened it."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._vault: Vault = vault.open_vault(folder, keys)
        self._drafts = draft.Drafts(folder / vault.VAULT / draft.NAME, keys.draft())
        self._owner = keys.slot

    @property
    def worker(self) -> str:
        """The name of the worker whose passphrase opened the vault."""
        return self._vault.worker

    @property
    def folder(self) -> Path:
        return self._vault.folder

    def lines(self, query: str = "") -> tuple[register.Entry, ...]:
        """The dossier list, last edited first; with a query only those that hold its words."""
        return register.lines(self._vault, summary.fold(query))

    def open(self, dossier_id: str) -> "Session":
        """The dossier with this id; UserError when there is none."""
        return Session(self._vault, dossiers.load(self._vault, dossier_id))

    def add(self, dossier: Dossier, blobs: tuple[bytes, ...] = ()) -> "Session":
        """Put a new dossier (typed or imported) in the vault and open it.

        A dossier whose id is already there is refused: nothing is overwritten.
        """
        if register.holds(self._vault, dossier.id):
            raise UserError(mark("This dossier is already here. Nothing was changed."))
        changes = diff.changes(None, dossier)
        dossiers.save(self._vault, dossier, changes, _("New dossier"), _now(), blobs)
        return Session(self._vault, dossier)

    def seal(self) -> Seal:
        """The key and certificate that seal this vault's exports."""
        return seals.seal(self._vault)

    def keep_draft(self, data: bytes, dossier: str = "") -> bool:
        """Keep what is half-typed for this worker's next unlocking; b"" is nothing.

        At most MOST_DRAFT bytes. True when it is on the disk; a full disk does not refuse it.
        """
        return self._drafts.keep(self._owner, data, dossier)

    def take_draft(self) -> bytes:
        """What this worker left half-typed; it stays until `keep_draft` puts else in its place."""
        return self._drafts.take(self._owner)

    def close(self) -> None:
        """Close the vault cleanly; afterwards nothing here can be used."""
        self._drafts.close()
        self._vault.close()


class Session:
    """The open dossier. `on_change` is called after each edit that is safely on disk."""

    def __init__(self, vault: Vault, dossier: Dossier) -> None:
        self.dossier = dossier
        self.history = History()
        self.saved_at: datetime | None = None
        self.on_change: Callable[[Dossier], None] = lambda dossier: None
        self._vault = vault

    def change(self, label: str, edit: Callable[[Dossier], Dossier], merge: str = "") -> None:
        """Apply one edit and save it. If anything fails, nothing has changed.

        Edits in a row with the same `merge` are one step of undo.
        """
        after = edit(self.dossier)
        if after != self.dossier:
            self._become(after, self.history.record(label, self.dossier, merge), label)

    def undo(self) -> None:
        if self.history.past:
            label = self.history.past[-1].label
            self._become(*self.history.undo(self.dossier), _("Undone: {label}", label=label))

    def redo(self) -> None:
        if self.history.future:
            label = self.history.future[0].label
            self._become(*self.history.redo(self.dossier), _("Done again: {label}", label=label))

    def pause(self) -> None:
        """End a burst of typing (the person left the field): the next edit is its own undo."""
        self.history = self.history.seal()

    def freeze(self, reason: VersionReason) -> PlanVersion:
        """Set the plan as the next version. Its content is kept as it was; undo starts afresh."""
        after = agreements.freeze(self.dossier, reason, _now())
        content = document.content(self.dossier)
        self._become(after, History(), _("Plan set"), (content,))
        return after.versions[-1]

    def sign(
        self, role: Role, name: str, how: HowSigned, reason: str = "", ink: bytes = b""
    ) -> None:
        """Put one person's signature under the newest version; undo starts afresh."""
        version = agreements.latest(self.dossier)
        if version is None:
            raise UserError(mark("Only a plan that is set can be signed."))
        drawn = document.digest(ink) if ink else ""
        signature = Signature(role, name, how, _now(), reason, drawn)
        after = agreements.sign(self.dossier, version.id, signature)
        label = _("Signature of {name}", name=name)
        self._become(after, History(), label, (ink,) if ink else ())

    def frozen(self, version_id: str) -> Dossier:
        """The dossier as it was frozen, with that version and its signatures; nothing later."""
        version = lists.find(self.dossier.versions, version_id)
        if version is None:
            raise KeyError(version_id)
        content = dossiers.read(dossiers.blob(self._vault, version.content))
        return replace(content, versions=(version,))

    def ink(self, signature: Signature) -> bytes:
        """The strokes of a drawn signature."""
        return dossiers.blob(self._vault, signature.ink)

    def _become(
        self, after: Dossier, history: History, label: str, blobs: tuple[bytes, ...] = ()
    ) -> None:
        at = _now()
        changes = diff.changes(self.dossier, after)
        dossiers.save(self._vault, after, changes, label, at, blobs)
        self.dossier, self.history, self.saved_at = after, history, at
        self.on_change(after)


def _now() -> datetime:
    return datetime.now(UTC)

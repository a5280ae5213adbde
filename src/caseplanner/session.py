"""The open dossier: every edit passes here, and only here.

A session computes the next value, saves it, and only then believes it and tells the window.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from caseplanner.dossier import agreements, diff, document, lists
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.history import History
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import (
    Dossier,
    HowSigned,
    PlanVersion,
    Role,
    Signature,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.vault import dossiers
from caseplanner.vault.vault import Vault
from caseplanner.words import _, mark


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

    @property
    def may_edit(self) -> bool:
        """Who unlocked the vault may change this dossier, and the disk takes changes."""
        return staff_.edits(self._vault.staff) and not self._vault.is_read_only

    @property
    def may_sign(self) -> bool:
        """Who unlocked the vault may collect signatures here."""
        return staff_.signs(self._vault.staff) and not self._vault.is_read_only

    def note(self, deed: Deed, **detail: str) -> None:
        """Put in the audit log what was done with this dossier without changing it."""
        self._vault.note(deed, self.dossier.id, **detail)

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
        after = agreements.freeze(self.dossier, reason, datetime.now(UTC))
        content = document.content(self.dossier)
        self._become(after, History(), _("Plan set"), (content,), Deed.SET)
        return after.versions[-1]

    def sign(
        self, role: Role, name: str, how: HowSigned, reason: str = "", ink: bytes = b""
    ) -> None:
        """Put one person's signature under the newest version; undo starts afresh."""
        version = agreements.latest(self.dossier)
        if version is None:
            raise UserError(mark("Only a plan that is set can be signed."))
        drawn = document.digest(ink) if ink else ""
        signature = Signature(role, name, how, datetime.now(UTC), reason, drawn)
        after = agreements.sign(self.dossier, version.id, signature)
        label = _("Signature of {name}", name=name)
        self._become(after, History(), label, (ink,) if ink else (), Deed.SIGNED)

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
        self,
        after: Dossier,
        history: History,
        label: str,
        blobs: tuple[bytes, ...] = (),
        deed: Deed = Deed.CHANGED,
    ) -> None:
        may = staff_.signs if deed is Deed.SIGNED else staff_.edits
        if not may(self._vault.staff):
            raise UserError(mark("You may read this and not change it. Nothing was changed."))
        at = datetime.now(UTC)
        changes = diff.changes(self.dossier, after)
        dossiers.save(self._vault, after, changes, label, at, blobs, deed)
        self.dossier, self.history, self.saved_at = after, history, at
        self.on_change(after)

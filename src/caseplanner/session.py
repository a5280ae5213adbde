"""The open dossier: every edit passes here, and only here.

A session computes the next value, saves it, and only then believes it and tells the window.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from caseplanner.dossier import agreements, diff, document, lists, timeline
from caseplanner.dossier import bin as bin_
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.history import History
from caseplanner.dossier.log import Deed, Entry
from caseplanner.dossier.model import (
    Dossier,
    HowSigned,
    PlanVersion,
    Role,
    Scan,
    Signature,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.vault import audit, dossiers, retention
from caseplanner.vault import history as past
from caseplanner.vault.vault import Vault
from caseplanner.words import _, clock, day, mark

SIGNING = {Deed.SIGNED, Deed.SCAN_ATTACHED, Deed.SCAN_REMOVED}  # for who may collect signatures


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
    def is_closed(self) -> bool:
        """The work with this client ended: to read only, until it is opened again."""
        return retention.of(self._vault, self.dossier.id).is_closed

    @property
    def may_edit(self) -> bool:
        """Who unlocked the vault may change this dossier, and it and the disk take changes."""
        return staff_.edits(self._vault.staff) and self._takes_changes

    @property
    def may_sign(self) -> bool:
        """Who unlocked the vault may collect signatures here."""
        return staff_.signs(self._vault.staff) and self._takes_changes

    @property
    def may_export(self) -> bool:
        """Who unlocked the vault may hand the plan out, as a file or on paper."""
        return staff_.edits(self._vault.staff)

    @property
    def may_look_back(self) -> bool:
        """Who unlocked the vault may see the history and the log: who reads the whole dossier."""
        return staff_.signs(self._vault.staff)

    def note(self, deed: Deed, **detail: str) -> None:
        """Put in the audit log what was done with this dossier without changing it.

        A disk that takes nothing takes no such line either; it never keeps a plan inside.
        """
        if not self._vault.is_read_only:
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

    def freeze(
        self, reason: VersionReason, first: Callable[[Dossier], Dossier] = lambda dossier: dossier
    ) -> PlanVersion:
        """Set the plan as the next version. Its content is kept as it was; undo starts afresh.

        `first` is what setting the plan brings along: it is in what is set, and in the same edit.
        """
        set_ = first(self.dossier)
        after = agreements.freeze(set_, reason, datetime.now(UTC))
        content = document.content(set_)
        version = after.versions[-1]
        label, number = _("Plan set"), str(version.number)
        self._become(after, History(), label, (content,), Deed.SET, version=number)
        return version

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
        details = {"version": str(version.number), "role": role.value, "how": how.value}
        self._become(after, History(), label, (ink,) if ink else (), Deed.SIGNED, **details)

    def attach(self, version: str, paper: bytes, name: str, pages: int, role: Role | None) -> Scan:
        """Keep a scan of signed paper with a version: the bytes of its PDF, and what it is called.

        `role` is whose signature is on it; None: more than one.
        """
        scan = Scan(name, pages, document.digest(paper), datetime.now(UTC), role)
        after = agreements.attach(self.dossier, version, scan)
        label = _("Signed paper attached")
        self._paper(after, label, version, Deed.SCAN_ATTACHED, (paper,), pages=str(pages))
        return scan

    def detach(self, version: str, scan: Scan) -> None:
        """Take a scan away from its version. It can be put back, until the dossier is destroyed."""
        after = agreements.detach(self.dossier, version, scan.id)
        self._paper(after, _("Signed paper removed"), version, Deed.SCAN_REMOVED)

    def scan(self, scan: Scan) -> bytes:
        """The PDF of a scan."""
        return dossiers.blob(self._vault, scan.content)

    def _paper(
        self,
        after: Dossier,
        label: str,
        version: str,
        deed: Deed,
        blobs: tuple[bytes, ...] = (),
        **details: str,
    ) -> None:
        of = lists.find(after.versions, version)
        assert of is not None
        history = self.history.record(label, self.dossier)
        self._become(after, history, label, blobs, deed, version=str(of.number), **details)

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

    # Looking back.

    def moments(self) -> tuple[timeline.Moment, ...]:
        """What was done to this dossier, newest first; one go of one person is one moment."""
        self._check_may_look_back()
        return timeline.moments(past.edits(self._vault, self.dossier.id))

    def as_of(self, seq: int) -> Dossier:
        """The dossier as it was after this line of the change log; KeyError before the first."""
        [then] = self._as_of(seq)
        if then is None:
            raise KeyError(seq)
        return then

    def around(self, moment: timeline.Moment) -> tuple[Dossier | None, Dossier]:
        """The dossier before a moment (None: it was not there yet) and after it."""
        after, before = self._as_of(moment.last, moment.first - 1)
        assert after is not None  # a moment has edits, and nothing can be done after removal
        if staff_.edits(self._vault.staff):
            return before, after
        # Notes of the worker and health are not for who reads the plan (R9).
        return before and document.for_others(before), document.for_others(after)

    def restore(self, seq: int) -> None:
        """Make the dossier again as it was after this line: an edit like any other.

        What was agreed and signed since stays, and so does whether it is for practice.
        """
        then = self.as_of(seq)
        [edit] = [e for e in past.edits(self._vault, self.dossier.id) if e.seq == seq]
        label = _(
            "Put back to {day}, {time}",
            day=day(edit.at.astimezone().date()),
            time=clock(edit.at),
        )
        self.change(label, lambda now: replace(then, versions=now.versions, practice=now.practice))

    def bin(self) -> tuple[bin_.Removed, ...]:
        """What was removed and is not there now, what went last first."""
        self._check_may_look_back()
        removals = past.removals(self._vault, self.dossier.id)
        return bin_.removed(removals, diff.rows(self.dossier))

    def with_back(self, what: bin_.Removed) -> Dossier:
        """The dossier of now with this thing put back, to look at."""
        return self._with_back(self.dossier, what)

    def put_back(self, what: bin_.Removed) -> None:
        """Put back what was removed, and what it stood in: an edit like any other."""
        self.change(_("Put back from the bin"), lambda now: self._with_back(now, what))

    @staticmethod
    def _with_back(now: Dossier, what: bin_.Removed) -> Dossier:
        rows = bin_.put_back(dossiers.plain(now), what)
        return bin_.settled(now, dossiers.value(rows, now.id))

    def log(
        self, since: datetime | None = None, until: datetime | None = None
    ) -> tuple[Entry, ...]:
        """Who did what with this dossier, oldest first: from `since` until before `until`."""
        self._check_may_look_back()
        return audit.entries(self._vault, self.dossier.id, since, until)

    def log_head(self) -> audit.Head:
        """The newest line of the whole log, to put on paper: with it the log can be checked."""
        with self._vault.in_words():
            return audit.head(self._vault.db)

    @property
    def _takes_changes(self) -> bool:
        return not self._vault.is_read_only and not self.is_closed

    def _as_of(self, *seqs: int) -> tuple[Dossier | None, ...]:
        self._check_may_look_back()
        return past.as_of(self._vault, self.dossier, *seqs)

    def _check_may_look_back(self) -> None:
        if not self.may_look_back:
            raise UserError(mark("Only who may read the whole dossier can see its history."))

    def _become(
        self,
        after: Dossier,
        history: History,
        label: str,
        blobs: tuple[bytes, ...] = (),
        deed: Deed = Deed.CHANGED,
        **details: str,
    ) -> None:
        may = staff_.signs if deed in SIGNING else staff_.edits
        if not may(self._vault.staff):
            raise UserError(mark("You may read this and not change it. Nothing was changed."))
        if self.is_closed:
            raise UserError(mark("This dossier is closed. Reopen it first. Nothing was changed."))
        at = datetime.now(UTC)
        changes = diff.changes(self.dossier, after)
        dossiers.save(self._vault, after, changes, label, at, blobs, deed, details)
        self.dossier, self.history, self.saved_at = after, history, at
        self.on_change(after)

"""The audit log as the client reads it: one short sentence for a deed (domain.md R4).

Many changes of one person on one day, with nothing else in between, are one line.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from caseplanner import words
from caseplanner.dossier.log import Deed, Entry
from caseplanner.dossier.model import HowSigned, Role
from caseplanner.dossier.papers import Paper
from caseplanner.words import _, clock, mark

CONCEPT = "0"  # in the place of a version's number, as is the name of another paper
PAPER = "paper"  # one that was signed and scanned
PAPERS: dict[str, str] = {
    Paper.SIGNALS: mark("your signal plan"),
    Paper.TAKE_HOME: mark("your plan in easy words"),
    Paper.REPORT: mark("the report of your meeting"),
    PAPER: mark("paper with a signature"),
    Paper.INVITATION: mark("your invitation"),
}


class Kind(StrEnum):
    """What somebody wants to know of a deed first."""

    SEEN = "seen"
    CHANGED = "changed"
    SHARED = "shared"
    KEPT = "kept"  # of the laptop and of what is kept how long


KINDS = {
    **dict.fromkeys(Deed, Kind.KEPT),
    Deed.OPENED: Kind.SEEN,
    **dict.fromkeys((Deed.ADDED, Deed.CHANGED, Deed.SET, Deed.SIGNED, Deed.IMPORTED), Kind.CHANGED),
    **dict.fromkeys((Deed.SCAN_ATTACHED, Deed.SCAN_REMOVED), Kind.CHANGED),
    **dict.fromkeys(
        (Deed.EXPORTED, Deed.PRINTED, Deed.SHARED, Deed.LOG_SHOWN, Deed.LOG_EXPORTED), Kind.SHARED
    ),
}

SENTENCES = {
    Deed.VAULT_MADE: mark("{who} made the vault on this laptop."),
    Deed.UNLOCKED: mark("{who} opened caseplanner."),
    Deed.LOCKED: mark("{who} locked caseplanner."),
    Deed.OPENED: mark("{who} opened your plan."),
    Deed.ADDED: mark("{who} began your plan."),
    Deed.CHANGED: mark("{who} changed something in your plan."),
    Deed.SET: mark("{who} set {plan}."),
    Deed.SIGNED: mark("{who} noted: somebody signed {plan}."),
    Deed.SCAN_ATTACHED: mark("{who} put paper with a signature with {plan}."),
    Deed.SCAN_REMOVED: mark("{who} took paper with a signature away from {plan}."),
    Deed.EXPORTED: mark("{who} saved {plan} as a PDF."),
    Deed.PRINTED: mark("{who} printed {plan}."),
    Deed.SHARED: mark("{who} shared {plan}."),
    Deed.IMPORTED: mark("{who} took your plan from a file."),
    Deed.DESTROYED: mark("{who} destroyed your plan."),
    Deed.CLOSED: mark("{who} closed your plan."),
    Deed.REOPENED: mark("{who} opened your plan again after closing."),
    Deed.HELD: mark("{who} decided: we keep your plan longer."),
    Deed.RELEASED: mark("{who} decided: we no longer keep your plan longer."),
    Deed.STAFF_ADDED: mark("{who} let a colleague work on this laptop."),
    Deed.STAFF_REMOVED: mark("{who} took a colleague's passphrase away."),
    Deed.STAFF_CHANGED: mark("{who} changed what a colleague may see."),
    Deed.PASSPHRASE_CHANGED: mark("{who} made a new passphrase."),
    Deed.RECOVERY_MADE: mark("{who} made a recovery sheet."),
    Deed.RECOVERED: mark("{who} came in with the recovery sheet."),
    Deed.REKEYED: mark("{who} gave the vault new keys."),
    Deed.BACKED_UP: mark("{who} made a backup."),
    Deed.RESTORED: mark("{who} put a backup back."),
    Deed.SALVAGED: mark("{who} saved what could still be read."),
    Deed.WENT_ON: mark("{who} went on after a warning."),
    Deed.LOG_SHOWN: mark("{who} printed this list for you."),
    Deed.LOG_EXPORTED: mark("{who} saved this list as a PDF."),
    Deed.LIBRARY_CHANGED: mark("{who} changed the library."),
    Deed.LIBRARY_IMPORTED: mark("{who} put sheets from a file in the library."),
    Deed.LIBRARY_EXPORTED: mark("{who} saved the library as a file."),
    Deed.ADDRESSES_CHANGED: mark("{who} changed the addresses."),
    Deed.ADDRESSES_IMPORTED: mark("{who} put addresses from a file in the list."),
    Deed.ADDRESSES_EXPORTED: mark("{who} saved the addresses as a file."),
    Deed.TEMPLATES_CHANGED: mark("{who} changed the text templates."),
    Deed.REMINDERS_EXPORTED: mark("{who} saved days for a calendar, without names."),
}
FOR_SOMEBODY = {  # where it is known for whom it was
    Deed.EXPORTED: mark("{who} saved {plan} as a PDF for {to}."),
    Deed.PRINTED: mark("{who} printed {plan} for {to}."),
    Deed.SHARED: mark("{who} shared {plan} with {to}."),
}
OF_DOSSIER = {Deed.STAFF_CHANGED: mark("{who} changed who may see your plan.")}
SIGNERS = {
    Role.CLIENT: mark("you"),
    Role.MENTOR: mark("your mentor"),
    Role.SUPERVISOR: mark("your supervisor"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line to read: an entry, or a run of changes from the `first` to the `last`."""

    first: Entry
    last: Entry
    count: int = 1

    @property
    def kind(self) -> Kind:
        return KINDS[self.first.deed]

    @property
    def day(self) -> date:
        """On the calendar here."""
        return local_day(self.first)

    @property
    def time(self) -> str:
        """ "10:12", or for a run "10:12–10:58"."""
        begun, done = clock(self.first.at), clock(self.last.at)
        return begun if begun == done else f"{begun}–{done}"

    def in_words(self) -> str:
        if self.count == 1:
            return in_words(self.first)
        return words.count(
            "{who} changed {n} thing in your plan.",
            "{who} changed {n} things in your plan.",
            self.count,
            who=who(self.first),
        )


def in_words(entry: Entry) -> str:
    """The entry as one sentence to the client, with the details it has."""
    detail, deed = entry.detail, entry.deed
    facts = {"who": who(entry), "plan": _plan(detail.get("version", ""))}
    if deed is Deed.SIGNED and detail.get("role"):
        not_now = detail.get("how") == HowSigned.NOT_NOW
        sentence = (
            mark("{who} noted: {signer} does not sign {plan} now.")
            if not_now
            else mark("{who} noted: {signer} signed {plan}.")
        )
        return _(sentence, **facts, signer=_(SIGNERS[Role(detail["role"])]))
    if detail.get("to") and deed in FOR_SOMEBODY:
        return _(FOR_SOMEBODY[deed], **facts, to=detail["to"])
    sentences = SENTENCES | OF_DOSSIER if entry.dossier else SENTENCES
    return _(sentences[deed], **facts)


def who(entry: Entry) -> str:
    """The name of who did it, and on whose behalf."""
    if not entry.on_behalf:
        return entry.name
    return _("{name} (on behalf of {other})", name=entry.name, other=entry.on_behalf)


def grouped(entries: Iterable[Entry]) -> tuple[Line, ...]:
    """The entries of one dossier as lines, in their order, with each run of changes as one."""
    lines: list[Line] = []
    for entry in entries:
        last = lines[-1] if lines else None
        if last and _goes_on(last.last, entry):
            lines[-1] = Line(last.first, entry, last.count + 1)
        else:
            lines.append(Line(entry, entry))
    return tuple(lines)


def bounds(since: date | None, until: date | None) -> tuple[datetime | None, datetime | None]:
    """From the first moment of a day here to the first moment after another, or without bound."""
    after = until + timedelta(days=1) if until and until < date.max else None
    return (
        datetime.combine(since, time()).astimezone() if since else None,
        datetime.combine(after, time()).astimezone() if after else None,
    )


def local_day(entry: Entry) -> date:
    return entry.at.astimezone().date()


def _goes_on(before: Entry, entry: Entry) -> bool:
    """The same person goes on changing the same dossier on the same day."""
    return (
        before.deed is entry.deed is Deed.CHANGED
        and (before.worker, before.name, before.on_behalf, before.dossier)
        == (entry.worker, entry.name, entry.on_behalf, entry.dossier)
        and local_day(before) == local_day(entry)
    )


def _plan(version: str) -> str:
    if not version:
        return _("your plan")
    if version == CONCEPT:
        return _("the concept of your plan")
    if version in PAPERS:
        return _(PAPERS[version])
    return _("version {number} of your plan", number=version)

"""From the open dossier to the finished PDF: the one way the window and the command line share.

`edition` reads the vault and so belongs to its thread; the rest is slow and may run anywhere.
"""

import errno
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from caseplanner import files, guides, words
from caseplanner.desk import Seal
from caseplanner.dossier import (
    document,
    guard_words,
    guards,
    lists,
    log_words,
    meetings,
    papers,
)
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.papers import Paper
from caseplanner.errors import UserError
from caseplanner.export import pdf, signature, verify
from caseplanner.export.pdf import Edition
from caseplanner.export.pdf import invitation as invitations
from caseplanner.export.pdf import report as reports
from caseplanner.export.pdf import sheet as sheets
from caseplanner.export.pdf import take_home as take_homes
from caseplanner.export.pdf.log import LogEdition
from caseplanner.session import Session
from caseplanner.words import _, mark

NOT_OUR_FAULT = {
    errno.ENOSPC: mark("This disk is full. Nothing was saved there; the plan itself is safe."),
    errno.EDQUOT: mark("This disk is full. Nothing was saved there; the plan itself is safe."),
    errno.EFBIG: mark("This disk is full. Nothing was saved there; the plan itself is safe."),
    errno.EROFS: mark("You may not save in this folder. The plan itself is safe: choose another."),
    errno.EACCES: mark("You may not save in this folder. The plan itself is safe: choose another."),
    errno.EPERM: mark("You may not save in this folder. The plan itself is safe: choose another."),
    errno.ENOENT: mark("This folder is not there any more. The plan itself is safe."),
}
NOT_WHOLE = mark("What was saved could not be read back whole. Choose another place.")
BUILD: dict[Paper, Callable[[Edition], bytes]] = {
    Paper.PLAN: pdf.build,
    Paper.SIGNALS: sheets.build,
    Paper.TAKE_HOME: take_homes.build,
    Paper.REPORT: reports.build,
    Paper.INVITATION: invitations.build,
}
NAMES = {
    Paper.SIGNALS: mark("signal-plan"),
    Paper.TAKE_HOME: mark("my-plan"),
    Paper.REPORT: mark("meeting-report"),
    Paper.INVITATION: mark("invitation"),
}


def edition(session: Session, seal: Seal, version: str | None, at: datetime) -> Edition:
    """What is to be printed: the frozen version with this id, or the concept as it is now."""
    concept = document.for_others(replace(session.dossier, versions=()))
    dossier = session.frozen(version) if version else concept
    signatures = [s for v in dossier.versions for s in v.signatures]
    return Edition(
        dossier=dossier,
        inks={s.ink: session.ink(s) for s in signatures if s.ink},
        guide=guides.load(words.language()),
        made_at=at,
        seal_fingerprint=signature.fingerprint(seal.certificate_pem),
        language=words.language(),
    )


def sheet(session: Session, at: datetime) -> Edition:
    """Only the signaleringsplan as it is now: nothing else of the dossier comes near the paper."""
    return _paper(Paper.SIGNALS, papers.signals(session.dossier), at)


def invitation(session: Session, meeting: str, at: datetime) -> Edition:
    """The invitation to the meeting with this id, in easy language, on one page."""
    return _paper(Paper.INVITATION, papers.invitation(session.dossier, meeting), at)


def take_home(session: Session, meeting: str, at: datetime) -> Edition:
    """What the client takes home from this meeting: easy language, at most two pages."""
    return _paper(Paper.TAKE_HOME, papers.take_home(session.dossier, meeting), at)


def report(session: Session, meeting: str, at: datetime) -> Edition:
    """The report of the meeting with this id, for the three who were there."""
    dossier = session.dossier
    version = lists.find(dossier.versions, meetings.find(dossier, meeting).version)
    frozen = session.frozen(version.id) if version else None
    return _paper(Paper.REPORT, papers.report(dossier, meeting, frozen), at)


def _paper(paper: Paper, dossier: Dossier, at: datetime) -> Edition:
    """An edition that is no plan: the dossier holds nothing but what is on it."""
    return Edition(
        dossier=dossier,
        inks={},
        guide=guides.load(words.language()),
        made_at=at,
        seal_fingerprint="",
        language=words.language(),
        paper=paper,
    )


def held_back(session: Session, edition: Edition) -> str:
    """Why this edition may not leave the program, as a catalogue entry; "" when it may.

    Something stands in it that the guards found and nobody let stand (domain.md R11).
    """
    if edition.version is None or edition.paper is not Paper.PLAN:
        return guard_words.HELD_BACK if guards.unresolved(session.dossier) else ""
    found = guards.unresolved(edition.dossier, session.dossier)
    return guard_words.HELD_BACK_SINCE if found else ""


def check_may_leave(session: Session, edition: Edition) -> None:
    """UserError where it may not."""
    if why := held_back(session, edition):
        raise UserError(why)


def build(edition: Edition) -> bytes:
    """The PDF as it will look, without a seal: what the preview shows."""
    return BUILD[edition.paper](edition)


def sealed(edition: Edition, seal: Seal) -> bytes:
    """The PDF as it leaves the program: the same pages, sealed."""
    return put_seal(build(edition), seal, edition.made_at)


def put_seal(built: bytes, seal: Seal | None, at: datetime) -> bytes:
    """Exactly these pages, sealed: the file begins with the bytes that were shown.

    Without a seal, which a paper that is no plan has not, they stay as they are.
    """
    if seal is None:
        return built
    return signature.seal(
        built, seal.key_pem, seal.certificate_pem, at, _("Sealed on leaving caseplanner")
    )


def file_name(edition: Edition) -> str:
    """A name that tells what it is and not who it is about (ux.md section 4)."""
    dossier, version = edition.dossier, edition.version
    if edition.paper in NAMES:
        return _name(_(NAMES[edition.paper]), edition.made_at, practice=dossier.practice)
    at = version.frozen_at if version else edition.made_at
    which = _("v{number}", number=version.number) if version else _("concept")
    return _name(_("restorative-plan"), at, which, practice=dossier.practice)


def _name(what: str, at: datetime, *more: str, practice: bool) -> str:
    day = at.astimezone().date().isoformat()
    return "-".join([*([_("PRACTICE")] if practice else []), what, day, *more]) + ".pdf"


def save(pdf: bytes, seal: Seal | None, target: Path) -> None:
    """Put the file there whole or not at all, read it back, and check its seal, where it has one.

    A UserError says in words why it did not go; then a file that had this name is as it was.
    """
    found = _put(pdf, target)
    if found != pdf or (seal and not verify.verify(found, seal.certificate_pem).intact):
        raise UserError(NOT_WHOLE)


def log_edition(
    session: Session, since: date | None, until: date | None, at: datetime
) -> LogEdition:
    """The log of the open dossier for the client, from the first to the last day, both whole."""
    head, person = session.log_head(), session.dossier.person
    return LogEdition(
        name=person.called,
        lines=log_words.grouped(session.log(*log_words.bounds(since, until))),
        since=since,
        until=until,
        seq=head.seq,
        hash=head.hash,
        made_at=at,
        language=words.language(),
        large_print=person.large_print,
        practice=session.dossier.practice,
    )


def log_file_name(edition: LogEdition) -> str:
    """Without a name, like that of a plan."""
    return _name(_("who-looked-at-my-plan"), edition.made_at, practice=edition.practice)


def _put(data: bytes, target: Path) -> bytes:
    """Write the file, and give what is there then."""
    try:
        files.write(target, data)
        return target.read_bytes()
    except OSError as error:
        raise in_words(error) from error


def in_words(error: OSError) -> UserError:
    """What is wrong with a folder or a disk, as something to tell the person."""
    reason = error.strerror or str(error)
    known = NOT_OUR_FAULT.get(error.errno or 0)
    if known:
        return UserError(known)
    return UserError(mark("Saving did not work: {reason}. The plan itself is safe."), reason=reason)

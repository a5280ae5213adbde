"""The main job without a display: from an empty folder to a signed plan, on the real parts."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from math import cos, pi, sin
from pathlib import Path

from caseplanner import desk as desks
from caseplanner import files, practice, printing
from caseplanner.desk import Desk
from caseplanner.dossier import agreements, goals, ink, meetings, people
from caseplanner.dossier.ink import Ink, Point
from caseplanner.dossier.model import ClientAnswer, Dossier, HowSigned, Role, VersionReason
from caseplanner.errors import UserError
from caseplanner.export import verify
from caseplanner.session import Session
from caseplanner.words import _, mark

PASSPHRASE = "alleen om te oefenen"  # guards nothing but a fictional dossier; it is printed


def run(out: Path) -> Iterator[str]:
    """Do the main job in `out`, telling each file and each step as it is done.

    A second run in the same folder uses the vault that is there and adds a new practice dossier.
    """
    folder = out / "vault"
    keys = (
        desks.unlock(folder, PASSPHRASE)
        if desks.exists(folder)
        else desks.create(folder, PASSPHRASE, "Fatma")
    )
    desk = Desk(folder, keys)
    try:
        yield _("Vault: {path} (passphrase: {passphrase})", path=folder, passphrase=PASSPHRASE)
        yield from _agree_and_export(desk, out)
    finally:
        desk.close()


def _agree_and_export(desk: Desk, out: Path) -> Iterator[str]:
    open_dossier = desk.add(practice.dossier())
    seal = desk.seal()
    concept = out / "herstelplan-concept.pdf"
    files.write(concept, printing.sealed(printing.edition(open_dossier, seal, None, _now()), seal))
    yield _("Concept: {path}", path=concept)

    agree(open_dossier)
    version = agreements.latest(open_dossier.dossier)
    assert version is not None
    yield _("Plan set as version {number}, content {hash}", number=1, hash=version.content[:16])
    for name in sign(open_dossier):
        yield _("Signed on the screen by {name}", name=name)

    signed = out / "herstelplan-v1.pdf"
    pdf = printing.sealed(printing.edition(open_dossier, seal, version.id, _now()), seal)
    files.write(signed, pdf)
    yield _("Signed plan: {path}", path=signed)
    if meeting := meetings.last_held(open_dossier.dossier):
        home = out / "mijn-plan.pdf"
        files.write(home, printing.build(printing.take_home(open_dossier, meeting.id, _now())))
        yield _("For the client to take home: {path}", path=home)
    certificate = out / "caseplanner.pem"
    files.write(certificate, seal.certificate_pem)
    yield _("Certificate for partners: {path}", path=certificate)

    report = verify.verify(pdf, seal.certificate_pem)
    if not report.intact:
        raise UserError(
            mark("The exported plan does not verify: {problem}"), problem=report.problems
        )
    yield _("Verified: sealed by {name}, nothing was changed.", name=report.sealed_by)


def agree(open_dossier: Session) -> None:
    """Answer what was not answered yet, then set the plan."""
    for goal in goals.current(open_dossier.dossier):
        if goal.answer is None:
            open_dossier.change(_("Answer of the client"), partial(_say_yes, goal=goal.id))
    open_dossier.freeze(VersionReason.FIRST)


def sign(open_dossier: Session) -> Iterator[str]:
    """Everybody signs the plan that was set, one after the other; gives their names."""
    for turn, role in enumerate(Role):
        name = people.name_of(open_dossier.dossier, role)
        open_dossier.sign(role, name, HowSigned.INK, ink=ink.dump(scribble(turn)))
        yield name


def _say_yes(dossier: Dossier, goal: str) -> Dossier:
    return goals.answer(dossier, goal, ClientAnswer.YES)


def scribble(turn: int) -> Ink:
    """A drawn signature for who is not there: loops, another number for each signer."""
    steps = 120
    points = tuple(
        Point(
            x=0.15 + 0.7 * i / steps + 0.08 * sin(2 * pi * (3 + turn) * i / steps),
            y=0.5 - 0.2 * cos(2 * pi * (3 + turn) * i / steps) * (1 - 0.6 * i / steps),
            t=12 * i,
        )
        for i in range(steps + 1)
    )
    return Ink(aspect=2.1, strokes=(points,))


def _now() -> datetime:
    return datetime.now(UTC)

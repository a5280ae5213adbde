"""What each role sees and may do, whatever the screens would let through."""

from functools import partial
from pathlib import Path

import pytest

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier import answers, goals, notes
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    Goal,
    HowSigned,
    Person,
    Role,
    VersionReason,
)
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import audit

FIRST = Goal(Dimension.SELF, "Ik sta om 7 uur op")
SECOND = Goal(Dimension.NETWORK, "Ik bel mijn dochter")
SAMIRA = Dossier(person=Person(called="Samira", cell="C 2.14"), goals=(FIRST, SECOND))
OTHER = Dossier(person=Person(called="Ans"))
OWN = "van hem alleen"


def as_(desk: Desk, folder: Path, role: StaffRole, goals: frozenset[str] | None) -> Desk:
    """Lock, and let somebody with this role in; `goals` are what he is linked to at Samira's."""
    desk.add(SAMIRA)
    desk.add(OTHER)
    staff = Staff("Piet", role, id="piet", on_behalf="Fatma")
    desk.custody.add(staff, desk.custody.slot_for("piet", OWN)())
    if goals is not None:
        desk.custody.link("piet", SAMIRA.id, goals)
    desk.close()
    return Desk(folder, desks.unlock(folder, OWN))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_a_mentor_reads_and_signs_only_the_dossiers_he_is_linked_to(
    desk: Desk, folder: Path
) -> None:
    own = as_(desk, folder, StaffRole.MENTOR, frozenset())
    assert [entry.line.called for entry in own.lines()] == ["Samira"]
    session = own.open(SAMIRA.id)
    assert session.dossier == SAMIRA
    assert (session.may_edit, session.may_sign) == (False, True)
    with pytest.raises(UserError, match="may read this and not change it"):
        session.change("Goal", lambda d: goals.add(d, Dimension.SELF, "Ik wil meer"))
    with pytest.raises(UserError, match="not linked to this dossier"):
        own.open(OTHER.id)
    with pytest.raises(UserError, match="may read this and not change it"):
        own.add(Dossier())
    own.close()


def test_a_mentor_puts_signatures_under_a_plan_that_is_set(desk: Desk, folder: Path) -> None:
    session = desk.add(SAMIRA)
    for goal in SAMIRA.goals:
        session.change("Yes", partial(goals.answer, goal=goal.id, said=ClientAnswer.YES))
    for dimension in (Dimension.VICTIM, Dimension.SOCIETY):
        session.change("None", partial(answers.no_goal, dimension=dimension, reason="Niet nu"))
    desk.custody.add(
        Staff("Piet", StaffRole.MENTOR, id="piet"), desk.custody.slot_for("piet", OWN)()
    )
    desk.custody.link("piet", SAMIRA.id)
    session.freeze(VersionReason.FIRST)
    desk.close()
    own = Desk(folder, desks.unlock(folder, OWN))
    signed = own.open(SAMIRA.id)
    signed.sign(Role.MENTOR, "Piet", HowSigned.PAPER)
    assert own.open(SAMIRA.id).dossier.versions[0].signatures[0].name == "Piet"
    own.close()


def test_a_volunteer_sees_the_goals_he_is_linked_to_and_no_more(desk: Desk, folder: Path) -> None:
    own = as_(desk, folder, StaffRole.VOLUNTEER, frozenset({SECOND.id}))
    seen = own.open(SAMIRA.id)
    assert seen.dossier == Dossier(person=Person(called="Samira"), goals=(SECOND,), id=SAMIRA.id)
    assert (seen.may_edit, seen.may_sign) == (False, False)
    own.close()


def test_a_manager_of_the_laptop_sees_no_dossier(desk: Desk, folder: Path) -> None:
    own = as_(desk, folder, StaffRole.MANAGER, None)
    assert own.lines() == ()
    with pytest.raises(UserError, match="not linked"):
        own.open(SAMIRA.id)
    assert len(own.custody.members()) == 2
    own.close()


def test_the_log_names_who_opened_what_and_on_whose_behalf_once_each_time(
    desk: Desk, folder: Path
) -> None:
    own = as_(desk, folder, StaffRole.MENTOR, frozenset())
    own.open(SAMIRA.id)
    own.open(SAMIRA.id)
    found = audit.entries(own._vault, SAMIRA.id)
    opened = [entry for entry in found if entry.deed is Deed.OPENED]
    assert [(e.name, e.role, e.on_behalf) for e in opened] == [("Piet", "mentor", "Fatma")]
    own.close()


def test_who_only_reads_the_plan_finds_no_note_and_no_health(desk: Desk, folder: Path) -> None:
    session = desk.add(SAMIRA)
    session.change("Note", lambda d: notes.write(d, "note", "ze belde haar zus", None))
    session.change("Care", lambda d: notes.write_care(d, "care", "slapen zonder pillen", ""))
    desk.custody.add(
        Staff("Piet", StaffRole.MENTOR, id="piet"), desk.custody.slot_for("piet", OWN)()
    )
    desk.custody.link("piet", SAMIRA.id, frozenset())
    desk.close()
    own = Desk(folder, desks.unlock(folder, OWN))
    assert [found.entry.line.called for found in own.search("dochter")] == ["Samira"]
    assert own.search("zus") == ()
    assert own.search("pillen") == ()
    read = own.open(SAMIRA.id)
    for moment in read.moments():
        _before, after = read.around(moment)
        assert (after.notes, after.care) == ((), ())
    own.close()

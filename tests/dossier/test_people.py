"""Who the dossier is about and who works on it."""

from functools import partial

import pytest

from caseplanner.dossier import people
from caseplanner.dossier.model import Colleague, Dossier, Role
from caseplanner.errors import UserError


def test_a_name_to_be_called_by_is_all_a_dossier_needs() -> None:
    dossier = people.start("  Sam ", cell="O-01")
    assert (dossier.person.called, dossier.person.cell) == ("Sam", "O-01")
    with pytest.raises(UserError, match="wants to be called"):
        people.start("   ")


def test_the_name_may_change_but_not_disappear() -> None:
    dossier = people.describe(people.start("Sam"), called="Samuel", formal=True)
    assert (dossier.person.called, dossier.person.formal) == ("Samuel", True)
    with pytest.raises(UserError, match="wants to be called"):
        people.describe(dossier, called=" ")


def test_two_dossiers_of_the_same_name_are_two_dossiers() -> None:
    assert people.start("Sam").id != people.start("Sam").id


def test_a_seat_is_filled_renamed_and_left() -> None:
    dossier = people.name_colleague(people.start("Sam"), Role.MENTOR, " Fatma ", "begeleider")
    seat = people.colleague(dossier, Role.MENTOR)
    assert seat is not None
    assert (seat.name, seat.work) == ("Fatma", "begeleider")
    renamed = people.name_colleague(dossier, Role.MENTOR, "Anneke", "begeleider")
    assert [c.id for c in renamed.team] == [seat.id]
    assert people.name_colleague(renamed, Role.MENTOR, " ").team == ()
    assert people.name_colleague(people.start("Sam"), Role.MENTOR, "").team == ()


def test_the_first_in_a_role_signs_for_it_and_others_stay() -> None:
    team = (
        Colleague("Fatma", Role.MENTOR, "begeleider"),
        Colleague("Henk", Role.MENTOR, "mentor"),
        Colleague("Joost", Role.SUPERVISOR),
    )
    dossier = Dossier(people.start("Sam").person, team=team)
    assert [people.name_of(dossier, role) for role in Role] == ["Sam", "Fatma", "Joost"]
    renamed = people.name_colleague(dossier, Role.MENTOR, "Anneke")
    assert [c.name for c in renamed.team] == ["Anneke", "Henk", "Joost"]


def test_an_empty_seat_has_no_name() -> None:
    assert people.name_of(people.start("Sam"), Role.SUPERVISOR) == ""


def test_who_works_along_does_not_sign() -> None:
    dossier = people.name_colleague(people.start("Sam"), Role.MENTOR, "Fatma")
    dossier = people.add_other(people.add_other(dossier, " Henk ", "mentor"), "Şule")
    henk, sule = people.others(dossier)
    assert (henk.name, henk.role, henk.work, sule.name) == ("Henk", None, "mentor", "Şule")
    assert people.name_of(dossier, Role.MENTOR) == "Fatma"
    changed = people.describe_other(dossier, sule.id, work="maatschappelijk werker")
    assert [one.work for one in people.others(changed)] == ["mentor", "maatschappelijk werker"]
    assert people.others(people.remove_other(changed, henk.id)) == people.others(changed)[1:]
    for refused in (
        partial(people.add_other, dossier),
        partial(people.describe_other, dossier, henk.id),
    ):
        with pytest.raises(UserError):
            refused(name=" ")

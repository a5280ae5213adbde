"""The basic conditions: six distinct states, what holds now, and how it was before."""

from datetime import date

from caseplanner.dossier import basics
from caseplanner.dossier.model import Area, Basic, BasicState, Dossier

FEBRUARY, MARCH = date(2026, 2, 12), date(2026, 3, 10)
TO_ARRANGE, BUSY, ARRANGED = BasicState.TO_ARRANGE, BasicState.BUSY, BasicState.ARRANGED


def test_an_area_without_a_mark_is_not_discussed_and_that_is_not_the_same_as_not_needed() -> None:
    assert all(basics.state(Dossier(), area) is BasicState.NOT_DISCUSSED for area in Area)
    said = basics.say(Dossier(), Area.CARE, BasicState.NOT_NEEDED, MARCH)
    assert basics.state(said, Area.CARE) is BasicState.NOT_NEEDED
    assert basics.discussed(said) == (Area.CARE,)


def test_every_state_has_a_word_and_an_icon_of_its_own() -> None:
    assert set(basics.STATES) == set(BasicState)
    words, icons = zip(*basics.STATES.values(), strict=True)
    assert len(set(words)) == len(set(icons)) == len(BasicState)


def test_within_one_day_the_newest_mark_is_put_right() -> None:
    said = basics.say(Dossier(), Area.ID, TO_ARRANGE, MARCH)
    said = basics.describe(said, Area.ID, who="Fatma", on=MARCH, note="Pasfoto maken")
    said = basics.say(said, Area.ID, BUSY, MARCH)
    [only] = basics.marks(said, Area.ID)
    assert (only.state, only.who, only.on, only.note) == (BUSY, "Fatma", MARCH, "Pasfoto maken")


def test_on_a_later_day_a_new_mark_follows_and_the_old_one_stays_as_it_was() -> None:
    said = basics.say(Dossier(), Area.HOUSING, TO_ARRANGE, FEBRUARY)
    said = basics.describe(said, Area.HOUSING, who="Fatma", on=MARCH, note="Bellen")
    before = basics.now(said, Area.HOUSING)
    said = basics.say(said, Area.HOUSING, ARRANGED, MARCH)
    old, new = basics.marks(said, Area.HOUSING)
    assert old == before
    assert (new.state, new.said_on) == (ARRANGED, MARCH)
    # Who sees to it goes on; the day by which it was to be done and the note do not.
    assert (new.who, new.on, new.note) == ("Fatma", None, "")


def test_saying_the_same_again_adds_nothing() -> None:
    said = basics.say(Dossier(), Area.DEBTS, BUSY, FEBRUARY)
    assert basics.say(said, Area.DEBTS, BUSY, MARCH) is said


def test_who_when_and_note_are_of_the_newest_mark_whatever_the_day() -> None:
    said = basics.say(Dossier(), Area.DEBTS, TO_ARRANGE, FEBRUARY)
    said = basics.say(said, Area.DEBTS, BUSY, MARCH)
    said = basics.describe(said, Area.DEBTS, who="bewindvoerder")
    assert [mark.who for mark in basics.marks(said, Area.DEBTS)] == ["", "bewindvoerder"]


def test_nothing_can_be_said_about_an_area_before_how_it_stands() -> None:
    nothing = Dossier()
    assert basics.describe(nothing, Area.ID, who="Fatma") is nothing


def test_not_discussed_takes_away_what_was_said_of_that_area_only() -> None:
    said = basics.say(Dossier(), Area.ID, TO_ARRANGE, FEBRUARY)
    said = basics.say(said, Area.ID, BUSY, MARCH)
    said = basics.say(said, Area.CARE, BUSY, MARCH)
    gone = basics.say(said, Area.ID, BasicState.NOT_DISCUSSED, MARCH)
    assert basics.marks(gone, Area.ID) == ()
    assert basics.marks(gone, Area.CARE) == basics.marks(said, Area.CARE)


def test_a_mark_of_another_program_that_says_not_discussed_is_read_so() -> None:
    told = Dossier(basics=(Basic(Area.ID, BasicState.NOT_DISCUSSED),))
    assert basics.state(told, Area.ID) is BasicState.NOT_DISCUSSED
    assert basics.discussed(told) == ()


def test_only_what_is_arranged_counts_as_arranged() -> None:
    assert basics.at_a_glance(Dossier()) == "not discussed"
    said = Dossier()
    for area, state in zip(Area, BasicState, strict=False):
        said = basics.say(said, area, state, MARCH)
    assert basics.at_a_glance(said) == "1 of 7 arranged"

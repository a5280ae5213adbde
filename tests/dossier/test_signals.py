"""The signaleringsplan: four kinds kept apart, as many lines as people want, and none as well."""

from datetime import date

import pytest

from caseplanner import words
from caseplanner.dossier import diff, signals
from caseplanner.dossier.model import Dossier, Light, Person, Seen, SignalPlan
from caseplanner.errors import UserError
from tests import whole

BARE = Dossier(person=Person(called="Mo"))


def texts(dossier: Dossier, light: Light, seen: Seen) -> list[str]:
    return [signal.text for signal in signals.of(dossier, light, seen)]


def test_a_line_stands_in_its_own_phase_and_with_whose_words_it_is() -> None:
    dossier = signals.add(BARE, Light.RED, Seen.OTHERS_NOTICE, "  Sam komt niet. ")
    for light in Light:
        for seen in Seen:
            there = (light, seen) == (Light.RED, Seen.OTHERS_NOTICE)
            assert texts(dossier, light, seen) == (["Sam komt niet."] if there else [])


def test_a_line_without_words_is_refused() -> None:
    with pytest.raises(UserError):
        signals.add(BARE, Light.GREEN, Seen.I_DO, "  \n ")
    dossier = signals.add(BARE, Light.GREEN, Seen.I_DO, "Werken.")
    with pytest.raises(UserError):
        signals.reword(dossier, dossier.signals[0].id, " ")


def test_a_line_is_moved_among_its_own_kind_and_leaves_the_others_where_they_are() -> None:
    dossier = BARE
    for seen, text in (
        (Seen.I_NOTICE, "een"),
        (Seen.I_DO, "ander"),
        (Seen.I_NOTICE, "twee"),
        (Seen.I_NOTICE, "drie"),
    ):
        dossier = signals.add(dossier, Light.ORANGE, seen, text)
    moved = signals.move(dossier, dossier.signals[3].id, -2)
    assert texts(moved, Light.ORANGE, Seen.I_NOTICE) == ["drie", "een", "twee"]
    assert [s.text for s in moved.signals] == ["drie", "ander", "een", "twee"]
    assert signals.move(dossier, dossier.signals[0].id, -1) == dossier
    assert signals.move(dossier, "gone", 1) == dossier


def test_a_line_is_reworded_and_removed() -> None:
    dossier = signals.add(BARE, Light.GREEN, Seen.I_DO, "Werken.")
    id = dossier.signals[0].id
    assert signals.reword(dossier, id, "Sporten.").signals[0].text == "Sporten."
    assert signals.remove(dossier, id) == BARE


def test_twenty_lines_in_one_place_are_taken_and_said_to_be_many() -> None:
    dossier = BARE
    for n in range(20):
        dossier = signals.add(dossier, Light.ORANGE, Seen.I_DO, f"Ding {n}")
    assert len(texts(dossier, Light.ORANGE, Seen.I_DO)) == 20
    assert signals.crowded(dossier) == {(Light.ORANGE, Seen.I_DO)}


def test_three_actions_in_a_phase_are_enough_and_a_fourth_is_a_hint() -> None:
    dossier = BARE
    for n in range(3):
        dossier = signals.add(dossier, Light.RED, Seen.OTHERS_DO, f"Ding {n}")
    assert not signals.crowded(dossier)
    dossier = signals.add(dossier, Light.RED, Seen.OTHERS_DO, "Nog een")
    assert signals.crowded(dossier) == {(Light.RED, Seen.OTHERS_DO)}


def test_signals_are_counted_over_the_phases_that_warn() -> None:
    dossier = BARE
    for n in range(9):
        dossier = signals.add(dossier, Light.GREEN, Seen.I_NOTICE, f"Goed {n}")
    for n in range(5):
        dossier = signals.add(dossier, Light.ORANGE, Seen.I_NOTICE, f"Signaal {n}")
    assert not signals.crowded(dossier)  # of others there may be five as well
    dossier = signals.add(dossier, Light.ORANGE, Seen.OTHERS_NOTICE, "Stil")
    assert not signals.crowded(dossier)
    six = signals.add(dossier, Light.ORANGE, Seen.I_NOTICE, "Zes")
    assert signals.crowded(six) == {(Light.ORANGE, Seen.I_NOTICE)}
    six = signals.add(dossier, Light.RED, Seen.I_NOTICE, "Zes")
    assert signals.crowded(six) == {(Light.RED, Seen.I_NOTICE)}


@pytest.mark.parametrize("case", ["sam", "dennis", "mehmet"])
def test_an_ordinary_plan_is_not_called_crowded(case: str) -> None:
    assert not signals.crowded(whole.taken(case, "signals")(BARE))


def test_not_spoken_of_and_begun_and_wants_none_are_three_things() -> None:
    words.use("en")
    assert not signals.is_begun(BARE)
    assert signals.stands(BARE) == ""
    begun = signals.add(BARE, Light.GREEN, Seen.I_DO, "Werken.")
    assert signals.is_begun(begun)
    assert signals.stands(begun) == "1 line"
    none = signals.decline(begun, " Ik ken mezelf. ", date(2026, 3, 12))
    assert signals.stands(none) == "wants none"
    assert none.signal_plan.declined == "Ik ken mezelf."
    assert none.signals == begun.signals
    assert signals.want_after_all(none) == begun
    with pytest.raises(UserError):
        signals.decline(BARE, "  ")


def test_it_says_when_with_whom_and_where_it_hangs() -> None:
    words.use("en")
    dossier = signals.made(BARE, date(2026, 3, 10))
    dossier = signals.kept_at(signals.made_with(dossier, "Henk"), "op cel")
    assert dossier.signal_plan == SignalPlan(date(2026, 3, 10), "Henk", "op cel")
    assert signals.stands(dossier) == "10 March"


def test_nothing_of_it_is_lost_in_the_diff() -> None:
    dossier = whole.taken("sam", "signals", "signal_plan")(BARE)
    kept = {change.id for change in diff.changes(BARE, dossier)}
    assert kept == {signal.id for signal in dossier.signals} | {"signal_plan"}

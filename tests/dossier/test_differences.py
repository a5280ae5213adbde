"""What differs, in words: nothing that differs is passed over, and no field is without words."""

from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from hypothesis import given

from caseplanner import guides
from caseplanner.dossier import (
    achievements,
    answers,
    diff,
    difference_words,
    goals,
    model,
    signals,
)
from caseplanner.dossier.differences import Told, told
from caseplanner.dossier.model import (
    Dimension,
    Dossier,
    Goal,
    Light,
    Moment,
    Person,
    ScoredBy,
    Seen,
    Step,
    StepState,
)
from tests.dossier import anything

GUIDE = guides.load("en")


def tables(kind: type = Dossier) -> list[type]:
    return [kind, *(t for inner, _ in diff.owned(kind).values() for t in tables(inner))]


def test_every_table_and_every_field_of_the_model_has_words() -> None:
    assert {diff.table_name(kind) for kind in tables()} == set(difference_words.TABLES)
    for kind in tables():
        own = {f.name for f in fields(kind)} - set(diff.owned(kind)) - {"id"}
        assert own == set(difference_words.FIELDS[diff.table_name(kind)]), kind


def test_every_value_of_every_enum_has_words() -> None:
    used = {
        part
        for kind in tables()
        for hint in get_type_hints(kind).values()
        for part in (hint, *get_args(hint))
        if isinstance(part, type) and issubclass(part, StrEnum)
    } - {Dimension}
    assert used == set(difference_words.VALUES)
    assert all(set(difference_words.VALUES[kind]) == set(kind) for kind in used)
    assert model.DimensionState not in used  # derived, never stored


def in_any_order(dossier: Dossier) -> Dossier:
    """Without the order of lists whose order says nothing to people."""
    lists: dict[str, Any] = {
        name: tuple(sorted(getattr(dossier, name), key=lambda item: str(item.id)))
        for name, (_kind, many) in diff.owned(Dossier).items()
        if many and name != "goals"
    }
    return replace(dossier, **lists)


@given(anything.dossiers, anything.dossiers)
def test_something_is_told_of_every_two_that_differ(before: Dossier, after: Dossier) -> None:
    after = replace(after, id=before.id)
    found = told(before, after, GUIDE)
    assert bool(found) == (in_any_order(before) != in_any_order(after))
    assert told(before, before, GUIDE) == ()
    assert all(line.what for line in found)


@given(anything.dossiers)
def test_a_new_dossier_can_be_told(dossier: Dossier) -> None:
    assert len(told(None, dossier, GUIDE)) == len(diff.rows(dossier))


def plan() -> Dossier:
    steps = (Step("I read.", "Sam", id="read"), Step("I sleep.", id="sleep"))
    goal = Goal(Dimension.SELF, "I want rest.", steps=steps, id="rest")
    return Dossier(Person("Sam"), goals=(goal,), id="one")


def test_what_was_reworded_is_told_with_both_texts() -> None:
    after = goals.reword(plan(), "rest", "I want peace.")
    topic = GUIDE.of(Dimension.SELF).title
    assert told(plan(), after, GUIDE) == (Told("Goal", topic, "", "I want rest.", "I want peace."),)


def test_a_step_is_told_under_its_goal_with_who_and_when() -> None:
    after = goals.add_step(plan(), "rest", "I walk.", "Anna", date(2026, 3, 14))
    [line] = told(plan(), after, GUIDE)
    assert (line.what, line.about, line.was) == ("Step", "I want rest.", "")
    assert line.now.startswith("I walk.; who: Anna; when: ")
    [back] = told(after, plan(), GUIDE)
    assert (back.was, back.now) == (line.now, "")


def test_a_lesser_field_is_named_and_said_in_words() -> None:
    after = goals.mark_step(plan(), "rest", "read", StepState.DONE)
    assert told(plan(), after, GUIDE) == (
        Told("Step", "I read.", "how it goes", "not begun", "done"),
    )


def test_another_order_is_one_difference() -> None:
    after = goals.move_step(plan(), "rest", "sleep", -1)
    assert told(plan(), after, GUIDE) == (
        Told("Order of the steps", "I want rest.", "", "I read. · I sleep.", "I sleep. · I read."),
    )
    gone = goals.remove_step(plan(), "rest", "read")
    assert [line.what for line in told(plan(), gone, GUIDE)] == ["Step"]


def test_an_answer_is_told_with_its_question_and_the_words_of_a_choice() -> None:
    after = answers.give(plan(), "self.change", "busy")
    after = answers.give(after, "self.words", "I am tired.")
    question = next(q for q in GUIDE.of(Dimension.SELF).questions if q.id == "self.change")
    chosen, words = told(plan(), after, GUIDE)
    assert (chosen.about, chosen.now) == (question.text, question.say("busy"))
    assert words.about.endswith("in own words")
    [unknown] = told(plan(), answers.give(plan(), "gone", "Yes."), GUIDE)
    assert unknown.about == "a question that is no longer asked"


def test_a_place_on_the_wheel_that_was_declined_is_no_nothing() -> None:
    said = answers.score(plan(), Dimension.SELF, ScoredBy.CLIENT, Moment.NOW, None)
    after = answers.score(plan(), Dimension.SELF, ScoredBy.CLIENT, Moment.NOW, 3)
    [line] = told(said, after, GUIDE)
    assert (line.was, line.now) == ("does not want to fill in", "3 of 5")
    assert line.about.endswith("the client, now")


def test_the_order_of_signals_is_told_with_phase_and_whose_words() -> None:
    before = plan()
    for text in ("I sleep badly.", "I shout."):
        before = signals.add(before, Light.RED, Seen.I_NOTICE, text)
    before = signals.add(before, Light.RED, Seen.I_DO, "I walk.")
    after = signals.move(before, before.signals[1].id, -1)
    [line] = told(before, after, GUIDE)
    assert (line.what, line.about) == ("Order of the signals", "red, What I notice")
    assert (line.was, line.now) == ("I sleep badly. · I shout.", "I shout. · I sleep badly.")


def test_the_order_of_what_was_achieved_is_told() -> None:
    before = achievements.add(achievements.add(plan(), "One"), "Two")
    after = achievements.move(before, before.achievements[0].id, 1)
    [line] = told(before, after, GUIDE)
    assert (line.what, line.was, line.now) == (
        "Order of what was achieved",
        "Two · One",
        "One · Two",
    )

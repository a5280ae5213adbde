"""Entering a case by the edits of the program, in a few words: a table of it, one edit a cell."""

from collections.abc import Iterable, Mapping
from datetime import date

from caseplanner.dossier import (
    achievements,
    answers,
    basics,
    conditions,
    course,
    goals,
    intake,
    network,
    risks,
    signals,
)
from caseplanner.dossier.model import (
    Area,
    BasicState,
    CaseState,
    Circle,
    ClientAnswer,
    Confirmed,
    Decides,
    Dimension,
    Dossier,
    Knows,
    Light,
    Meaning,
    Moment,
    NoContact,
    ScoredBy,
    Seen,
    StepState,
)

day = date.fromisoformat
DONE, BUSY, TO_DO = StepState.DONE, StepState.BUSY, StepState.TO_DO
ARRANGED, AT_IT, TO_ARRANGE = BasicState.ARRANGED, BasicState.BUSY, BasicState.TO_ARRANGE
SUPPORT, WORRY, BOTH = Meaning.SUPPORT, Meaning.WORRY, Meaning.BOTH
CLOSE, NEAR, FAR = Circle.CLOSE, Circle.NEAR, Circle.FAR
Step = tuple[str, str, str, StepState]  # what, who, the day, how it goes
Basic = tuple[BasicState, str, str, str]  # how it stands, who, the day, a note
Condition = tuple[str, str, str, str]  # the words, in plain words, who checks, on a breach
Places = tuple[int | None, int | None]  # on the wheel: the client, the worker
Achieved = tuple[str, str, str, str]  # what, the day, the beginning of its goal, of its condition


def said(dossier: Dossier, on: date | None, told: Mapping[str, str]) -> Dossier:
    for question, words in told.items():
        dossier = answers.give(dossier, question, words, on)
    return dossier


def sitting(dossier: Dossier, on: str, begin: str, end: str, told: str) -> Dossier:
    dossier = intake.begin_sitting(dossier, day(on))
    talk = dossier.talks[-1].id
    return intake.describe_sitting(dossier, talk, begin=begin, end=end, told=told)


def talked_about_all(dossier: Dossier, on: str) -> Dossier:
    for part in intake.Part:
        dossier = intake.talk_about(dossier, part, True, day(on))
    return dossier


def case_states(dossier: Dossier, *marks: tuple[CaseState, str]) -> Dossier:
    for state, on in marks:
        dossier = course.go_to(dossier, state, day(on))
    return dossier


def places(dossier: Dossier, moment: Moment, on: str, *of_dimensions: Places) -> Dossier:
    """The wheel at one moment, in the order of the dimensions."""
    for dimension, both in zip(Dimension, of_dimensions, strict=True):
        for by, value in zip(ScoredBy, both, strict=True):
            dossier = answers.score(dossier, dimension, by, moment, value, day(on))
    return dossier


def goal(
    dossier: Dossier,
    dimension: Dimension,
    text: str,
    decides: Decides,
    steps: Iterable[Step] = (),
    *,
    helpers: str = "",
    after: tuple[str, str] | None = None,
) -> Dossier:
    """A goal with its steps, in the order in which the page asks for them."""
    dossier = goals.add(dossier, dimension, text)
    id = dossier.goals[-1].id
    dossier = goals.decide(dossier, id, decides)
    for what, who, on, state in steps:
        dossier = goals.add_step(dossier, id, what, who, day(on))
        step = goals.find(dossier, id).steps[-1].id
        dossier = goals.mark_step(dossier, id, step, state)
    if helpers:
        dossier = goals.helped_by(dossier, id, helpers)
    if after:
        dossier = goals.after_release(dossier, id, after[0], day(after[1]))
    return dossier


def later(
    dossier: Dossier, dimension: Dimension, text: str, remind_on: str, reason: str = ""
) -> Dossier:
    dossier = goals.add(dossier, dimension, text)
    return goals.later(dossier, dossier.goals[-1].id, day(remind_on), reason)


def answered(dossier: Dossier, on: str, *of_goals: tuple[ClientAnswer, str]) -> Dossier:
    """What the client says to each goal of now, in their order."""
    for asked, (answer, reason) in zip(goals.current(dossier), of_goals, strict=True):
        dossier = goals.answer(dossier, asked.id, answer, reason, day(on))
    return dossier


def basic_conditions(dossier: Dossier, today: str, *areas: Basic) -> Dossier:
    """The seven areas, in their order."""
    for area, (state, who, on, note) in zip(Area, areas, strict=True):
        dossier = basics.say(dossier, area, state, day(today))
        dossier = basics.describe(dossier, area, who=who, on=day(on), note=note)
    return dossier


def signal_lines(
    dossier: Dossier, phases: Mapping[Light, tuple[tuple[str, ...], ...]], made_on: str = ""
) -> Dossier:
    """Per phase the lines of each kind, in the order of Seen."""
    for light, kinds in phases.items():
        for seen, lines in zip(Seen, kinds, strict=True):
            for line in lines:
                dossier = signals.add(dossier, light, seen, line)
    return signals.made(dossier, day(made_on)) if made_on else dossier


def imposed(dossier: Dossier, by: str, since: str, until: str, *of_decision: Condition) -> Dossier:
    """The special conditions of one decision; without a last day the end is open."""
    for text, plain, checked_by, breach in of_decision:
        dossier = conditions.add(dossier, text)
        dossier = conditions.change(
            dossier,
            dossier.conditions[-1].id,
            plain=plain,
            imposed_by=by,
            since=day(since),
            until=day(until) if until else None,
            checked_by=checked_by,
            breach=breach,
        )
    return dossier


def condition(dossier: Dossier, begin: str, **details: object) -> Dossier:
    """More about the condition that begins with these words."""
    [found] = (each for each in dossier.conditions if each.text.startswith(begin))
    return conditions.change(dossier, found.id, **details)


def assessed(dossier: Dossier, instrument: str, on: str, valid_until: str, kept_at: str) -> Dossier:
    dossier = risks.add(dossier, instrument)
    return risks.change(
        dossier,
        dossier.risks[-1].id,
        on=day(on),
        by="Reclassering",
        valid_until=day(valid_until),
        kept_at=kept_at,
    )


def somebody(
    dossier: Dossier,
    name: str,
    relation: str,
    circle: Circle,
    meaning: Meaning,
    knows: Knows,
    *,
    confirmed: str = "",
    asked: bool = True,
    note: str = "",
) -> Dossier:
    """Somebody around the client; `confirmed` is the day he or she said so too, and who is not
    `asked` need not."""
    dossier = network.add(dossier, name, circle)
    id = dossier.contacts[-1].id
    dossier = network.describe(dossier, id, relation=relation, meaning=meaning, note=note)
    dossier = network.describe(dossier, id, no_contact=NoContact.NONE)
    dossier = network.describe(dossier, id, knows=knows)
    if confirmed:
        return network.confirm(dossier, id, Confirmed.YES, day(confirmed))
    if not asked:
        return network.confirm(dossier, id, Confirmed.NOT_APPLICABLE, None)
    return dossier


def achieved(dossier: Dossier, *things: Achieved) -> Dossier:
    """What was achieved, the first one on top; tied to the goal or the condition that begins so."""
    for text, on, goal, condition in reversed(things):
        dossier = achievements.add(dossier, text, day(on) if on else None)
        ties = {
            "goal": next((g.id for g in dossier.goals if goal and g.text.startswith(goal)), ""),
            "condition": next(
                (c.id for c in dossier.conditions if condition and c.text.startswith(condition)), ""
            ),
        }
        assert (bool(goal), bool(condition)) == (bool(ties["goal"]), bool(ties["condition"]))
        if any(ties.values()):
            dossier = achievements.tie(dossier, dossier.achievements[0].id, **ties)
    return dossier

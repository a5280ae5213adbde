"""Any dossier at all, for the tests that say what holds for every one of them."""

from dataclasses import MISSING, Field, fields, is_dataclass, replace
from datetime import UTC, date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from caseplanner.dossier import answers, diff
from caseplanner.dossier.model import (
    Answer,
    Attempt,
    ClientAnswer,
    Colleague,
    Decides,
    Dimension,
    Dossier,
    Goal,
    GoalState,
    HowSigned,
    Moment,
    NoGoal,
    PartyAnswer,
    Person,
    PlanVersion,
    Role,
    Score,
    ScoredBy,
    Signature,
    Step,
    StepState,
    VersionReason,
)

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip)
maybe = st.just("") | words
ids = st.uuids(version=4).map(lambda made: made.hex)
days = st.dates(date(2020, 1, 1), date(2040, 1, 1))
maybe_day = st.none() | days
moments = st.datetimes(timezones=st.just(UTC)).filter(lambda at: 1 < at.year < 9999)
digests = st.binary(min_size=32, max_size=32).map(bytes.hex)


def few(items: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=3).map(tuple)


persons = st.builds(
    Person,
    called=words,
    initials=maybe,
    cell=maybe,
    formal=st.booleans(),
    language=maybe,
    reading=maybe,
    large_print=st.booleans(),
    pictograms=st.booleans(),
    read_aloud=st.booleans(),
    born=maybe_day,
    number=maybe,
    hearing=maybe,
    sight=maybe,
    culture=maybe,
    support=maybe,
    longest_talk=st.integers(0, 600),
    id=st.just("person"),
)
colleagues = st.builds(Colleague, words, st.none() | st.sampled_from(Role), maybe, ids)
steps = st.builds(Step, words, maybe, maybe_day, st.sampled_from(StepState), ids)
attempts = st.builds(Attempt, st.sampled_from(ClientAnswer), maybe, maybe_day, maybe_day, ids)
others = st.builds(
    PartyAnswer, st.sampled_from(Role), st.sampled_from(ClientAnswer), maybe, maybe, maybe_day, ids
)
goals = st.builds(
    Goal,
    st.sampled_from(Dimension),
    words,
    st.sampled_from(GoalState),
    st.sampled_from(Decides),
    reason=maybe,
    remind_on=maybe_day,
    helpers=maybe,
    after_who=maybe,
    after_from=maybe_day,
    answer=st.none() | st.sampled_from(ClientAnswer),
    answer_reason=maybe,
    answer_on=maybe_day,
    worked=maybe,
    again=maybe,
    reasoning=maybe,
    attempts=few(attempts),
    steps=few(steps),
    others=few(others),
    id=ids,
)
answered = st.builds(Answer, st.sampled_from(["self.proud", "victim.rules"]), words, maybe_day)
scored = st.builds(
    lambda dimension, by, moment, value, on: Score(
        dimension, by, moment, value, answers.score_id(dimension, by, moment), on
    ),
    st.sampled_from(Dimension),
    st.sampled_from(ScoredBy),
    st.sampled_from(Moment),
    st.none() | st.integers(0, 5),
    maybe_day,
)
no_goals = st.builds(
    lambda dimension, reason, on, asked: NoGoal(dimension, reason, str(dimension), on, asked),
    st.sampled_from(Dimension),
    words,
    maybe_day,
    few(attempts),
)
signatures = st.builds(
    Signature, st.sampled_from(Role), words, st.sampled_from(HowSigned), moments, maybe, maybe, ids
)
versions = st.builds(
    PlanVersion,
    st.integers(1, 99),
    st.sampled_from(VersionReason),
    moments,
    digests,
    digests,
    few(signatures),
    id=ids,
)


def _one_of_each_id(dossier: Dossier) -> Dossier:
    """Answers, scores and "no goal now" are kept under ids that occur once."""
    return replace(
        dossier,
        answers=tuple({a.id: a for a in dossier.answers}.values()),
        scores=tuple({s.id: s for s in dossier.scores}.values()),
        no_goals=tuple({n.id: n for n in dossier.no_goals}.values()),
    )


def any_of(kind: type) -> st.SearchStrategy[Any]:
    """Any value of a dataclass whose fields are texts, days, numbers, choices and lists of such."""
    hints = get_type_hints(kind)
    made = {f.name: _any_value(kind, f, hints[f.name]) for f in fields(kind)}
    return st.builds(kind, **made)


def _any_value(kind: type, f: "Field[Any]", hint: Any) -> st.SearchStrategy[Any]:
    plain = [part for part in get_args(hint) if part not in (NoneType, ...)]
    if f.name == "id":
        return st.just(f.default) if isinstance(f.default, str) else ids
    if hint is str:
        return words if f.default is MISSING else maybe
    if hint is int:
        return st.integers(0, 600)
    if hint is bool:
        return st.booleans()
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if date in plain:
        return maybe_day
    if get_origin(hint) is tuple:
        return few(any_of(plain[0]))
    if bool in plain:
        return st.none() | st.booleans()
    if int in plain:
        return st.none() | st.integers(1, 5)
    return st.none() | st.sampled_from(plain[0])


def values_in(value: Any) -> int:
    """How many dataclass values there are in this one, itself too."""
    if isinstance(value, tuple):
        return sum(map(values_in, value))
    held = [getattr(value, f.name) for f in fields(value)] if is_dataclass(value) else []
    return bool(held) + sum(map(values_in, held))


def filled(kind: type, word: str) -> Any:
    """A value of a dataclass with the word in every text that is not an id."""
    hints = get_type_hints(kind)
    said = {f.name: word for f in fields(kind) if hints[f.name] is str and f.name != "id"}
    chosen = {
        f.name: next(iter(hints[f.name]))
        for f in fields(kind)
        if isinstance(hints[f.name], type) and issubclass(hints[f.name], StrEnum)
    }
    below = {
        name: (filled(inner, word),) for name, (inner, many) in diff.owned(kind).items() if many
    }
    return kind(**said, **chosen, **below)


def around(word: str) -> dict[str, Any]:
    """One of everything that is around the plan, with the word in every text."""
    return {
        name: (filled(kind, word),) if many else filled(kind, word)
        for name, (kind, many) in diff.owned(Dossier).items()
        if kind not in KNOWN
    }


def _parts() -> dict[str, st.SearchStrategy[Any]]:
    """For each field of a dossier that holds values: any such."""
    found = {}
    for name, (kind, many) in diff.owned(Dossier).items():
        one = KNOWN[kind] if kind in KNOWN else any_of(kind)
        found[name] = few(one) if many else one
    return found


def dossier_of(plan: dict[str, Any], around: list[tuple[str, Any]], rest: Any) -> Dossier:
    practice, id = rest
    return _one_of_each_id(Dossier(**plan, **dict(around), practice=practice, id=id))


KNOWN: dict[Any, st.SearchStrategy[Any]] = {
    Person: persons,
    Colleague: colleagues,
    Answer: answered,
    Score: scored,
    NoGoal: no_goals,
    Goal: goals,
    PlanVersion: versions,
}
PARTS = _parts()
PLAN = {name: PARTS[name] for name, (kind, _) in diff.owned(Dossier).items() if kind in KNOWN}
AROUND = st.sampled_from([name for name in PARTS if name not in PLAN]).flatmap(
    lambda name: st.tuples(st.just(name), PARTS[name])
)
dossiers = st.builds(
    dossier_of,
    st.fixed_dictionaries(PLAN),
    st.lists(AROUND, max_size=3),  # of what is around the plan: a little, or it takes too long
    st.tuples(st.booleans(), ids),
)

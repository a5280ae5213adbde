"""Any dossier at all, for the tests that say what holds for every one of them."""

from dataclasses import replace
from datetime import UTC, date

from hypothesis import strategies as st

from caseplanner.dossier import answers
from caseplanner.dossier.model import (
    Answer,
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
    id=st.just("person"),
)
colleagues = st.builds(Colleague, words, st.sampled_from(Role), maybe, ids)
steps = st.builds(Step, words, maybe, maybe_day, st.sampled_from(StepState), ids)
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
    steps=few(steps),
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
    lambda dimension, reason, on: NoGoal(dimension, reason, str(dimension), on),
    st.sampled_from(Dimension),
    words,
    maybe_day,
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
    ids,
)


def _one_of_each_id(dossier: Dossier) -> Dossier:
    """Answers, scores and "no goal now" are kept under ids that occur once."""
    return replace(
        dossier,
        answers=tuple({a.id: a for a in dossier.answers}.values()),
        scores=tuple({s.id: s for s in dossier.scores}.values()),
        no_goals=tuple({n.id: n for n in dossier.no_goals}.values()),
    )


dossiers = st.builds(
    Dossier,
    persons,
    st.booleans(),
    few(colleagues),
    few(answered),
    few(scored),
    few(no_goals),
    few(goals),
    few(versions),
    ids,
).map(_one_of_each_id)

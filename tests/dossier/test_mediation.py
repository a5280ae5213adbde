"""How far mediation is: one state after another, a yes with a day first, and no reasons."""

from dataclasses import fields
from datetime import date

import pytest

from caseplanner.dossier import answers, mediation, people
from caseplanner.dossier.model import Dossier, MediationMark, MediationState
from caseplanner.errors import UserError
from tests.export import editions

State = MediationState
DAY, LATER_DAY, TODAY = date(2026, 3, 11), date(2026, 3, 20), date(2026, 4, 1)


def after(*states: State) -> Dossier:
    made = people.start("Dennis")
    for state in states:
        made = mediation.record(made, state, DAY, TODAY)
    return made


def test_it_begins_with_not_discussed() -> None:
    assert mediation.now(after()).state is State.NOT_DISCUSSED
    assert mediation.following(after()) == (State.DISCUSSED,)


def test_the_whole_way_goes_by_a_yes() -> None:
    way = (State.DISCUSSED, State.LATER, State.CONSENT, State.REFERRED, State.WITH_MEDIATOR)
    done = after(*way, State.CLOSED)
    assert [each.state for each in mediation.marks(done)] == [*way, State.CLOSED]


@pytest.mark.parametrize("before", [s for s in State if s is not State.CONSENT])
def test_nobody_is_referred_without_a_yes(before: State) -> None:
    assert State.REFERRED not in mediation.NEXT[before]
    with pytest.raises(UserError):
        mediation.record(after(State.DISCUSSED), State.REFERRED, DAY, TODAY)


def test_a_yes_has_a_day() -> None:
    with pytest.raises(UserError, match="day the client said yes"):
        mediation.record(after(State.DISCUSSED), State.CONSENT, None, TODAY)


def test_a_yes_of_an_earlier_release_without_a_day_is_no_ground_to_refer() -> None:
    said = answers.give(people.start("Dennis"), mediation.QUESTION, "consent")
    assert State.REFERRED not in mediation.following(said)
    dated = answers.give(said, mediation.QUESTION, "consent", DAY)
    assert State.REFERRED in mediation.following(dated)


def test_who_says_no_later_must_say_yes_again() -> None:
    told = after(State.DISCUSSED, State.CONSENT, State.NOT_WANTED)
    assert mediation.consent(told) is None
    assert State.REFERRED not in mediation.following(told)
    assert mediation.consent(after(State.DISCUSSED, State.CONSENT, State.REFERRED))


def test_after_a_referral_no_word_tells_who_stopped() -> None:
    for state in (State.REFERRED, State.WITH_MEDIATOR):
        assert State.NOT_WANTED not in mediation.NEXT[state]
        assert State.CLOSED in mediation.NEXT[state]
    assert {f.name for f in fields(MediationMark)} == {"state", "on", "remind_on", "id"}


@pytest.mark.parametrize(
    ("on", "remind_on"),
    [(None, None), (date(2026, 4, 2), None), (date(2026, 3, 10), None), (LATER_DAY, LATER_DAY)],
)
def test_a_day_that_cannot_be_is_refused(on: date | None, remind_on: date | None) -> None:
    with pytest.raises(UserError):
        mediation.record(after(State.DISCUSSED), State.LATER, on, TODAY, remind_on)


def test_only_later_has_a_day_to_look_again() -> None:
    again = date(2026, 6, 10)
    later = mediation.record(after(State.DISCUSSED), State.LATER, DAY, TODAY, again)
    assert mediation.now(later).remind_on == again
    no = mediation.record(after(State.DISCUSSED), State.NOT_WANTED, DAY, TODAY, again)
    assert mediation.now(no).remind_on is None


def test_what_an_earlier_release_asked_still_counts() -> None:
    dennis = editions.case("dennis")
    assert mediation.now(dennis).state is State.DISCUSSED
    assert mediation.now(dennis).on == DAY
    told = mediation.record(dennis, State.NOT_WANTED, LATER_DAY, TODAY)
    assert [each.state for each in mediation.marks(told)] == [State.DISCUSSED, State.NOT_WANTED]


def test_the_last_one_can_be_taken_back() -> None:
    told = mediation.record(editions.case("dennis"), State.NOT_WANTED, LATER_DAY, TODAY)
    assert mediation.now(mediation.take_back(told)).state is State.DISCUSSED
    assert mediation.marks(mediation.take_back(mediation.take_back(told))) == ()

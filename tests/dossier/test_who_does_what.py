"""Who does what: everybody's part of the plan, with the names as people type them."""

from dataclasses import replace
from datetime import date

import pytest

from caseplanner import words
from caseplanner.dossier import agreed, basics, goals, network, people
from caseplanner.dossier.model import (
    Activity,
    Area,
    BasicState,
    ClientAnswer,
    Dimension,
    Dossier,
    Partner,
    PartnerKind,
    Referral,
    ReferralState,
    Role,
    SpecialCondition,
    StepState,
    Volunteer,
    VolunteerTask,
)
from caseplanner.dossier.named import Named, Side
from caseplanner.dossier.who_does_what import Does, Party, parties
from tests import whole

DAY = date(2026, 3, 20)


@pytest.fixture(autouse=True)
def dutch(plain_words: None) -> None:
    """Names are typed in Dutch here."""
    words.use("nl")


@pytest.fixture
def dossier() -> Dossier:
    made = people.start("Sam")
    made = people.name_colleague(made, Role.MENTOR, "Fatma Bouzidi", "casemanager")
    made = people.name_colleague(made, Role.SUPERVISOR, "Joost Kamphuis", "Reclassering")
    made = people.add_other(made, "Henk Timmer", "mentor")
    made = network.add(made, "Rick")
    made = network.describe(made, made.contacts[0].id, relation="broer")
    tactus = Partner(PartnerKind.CARE, "Tactus", "Sanne de Boer", task="Praten.", id="tactus")
    made = replace(made, partners=(tactus,))
    return goals.add(made, Dimension.SELF, "Ik drink niet.")


def with_step(dossier: Dossier, who: str, text: str = "Een stap.") -> Dossier:
    return goals.add_step(dossier, dossier.goals[0].id, text, who, DAY)


def of(dossier: Dossier, key: str) -> Party:
    [found] = [party for party in parties(dossier) if party.key == key]
    return found


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("Sam", Side.CLIENT),
        ("sam zelf", Side.CLIENT),
        ("ik", Side.CLIENT),
        ("Fatma", Side.PI),
        ("FATMA BOUZIDI", Side.PI),
        ("Henk (mentor)", Side.PI),
        ("de PI", Side.PI),
        ("Reclassering", Side.PROBATION),
        ("Joost (reclassering)", Side.PROBATION),
        ("de toezichthouder", Side.PROBATION),
        ("tactus", "tactus"),
        ("Sanne", "tactus"),
    ],
)
def test_a_name_is_understood_as_it_is_typed(dossier: Dossier, said: str, party: str) -> None:
    assert list(Named(dossier).whose(said)) == [party]


@pytest.mark.parametrize("said", ["Tactus Reclassering", "Joost de Vries", "Fa", "Sander", "zelf"])
def test_a_name_that_may_be_another_is_nobody_of_the_plan(dossier: Dossier, said: str) -> None:
    known = {*Side, "tactus", dossier.contacts[0].id}
    assert not known & set(Named(dossier).whose(said))


def test_a_name_in_brackets_of_somebody_else_is_no_match(dossier: Dossier) -> None:
    assert list(Named(dossier).whose("Joost (Tactus)")) == ["?joost (tactus)"]


def test_two_with_one_first_name_are_never_mixed_up(dossier: Dossier) -> None:
    two = people.add_other(dossier, "Joost Smit", "mentor")
    assert list(Named(two).whose("Joost")) == ["?joost"]
    assert list(Named(two).whose("Joost Smit")) == [Side.PI]
    assert list(Named(two).whose("Joost Kamphuis")) == [Side.PROBATION]


def test_each_of_several_names_gets_it_also_one_nobody_knows(dossier: Dossier) -> None:
    made = with_step(dossier, "Reclassering en politie")
    assert [line.text for line in of(made, Side.PROBATION).lines] == ["Een stap."]
    stranger = of(made, "?politie")
    assert (stranger.name, len(stranger.lines)) == ("politie", 1)
    both = with_step(dossier, "Sam zelf, met Rick")
    assert of(both, Side.CLIENT).lines == of(both, both.contacts[0].id).lines


def test_names_nobody_knows_stay_together_and_are_one_however_they_are_written(
    dossier: Dossier,
) -> None:
    made = with_step(with_step(dossier, "oom Jan en tante Bep"), "Oom Jan en tante Bep")
    assert len(of(made, "?oom jan en tante bep").lines) == 2


def test_what_is_done_together_is_of_the_client_and_of_who_plans_it(dossier: Dossier) -> None:
    made = with_step(dossier, "Samen (Fatma plant)")
    for side in (Side.CLIENT, Side.PI):
        [line] = of(made, side).lines
        assert line.together
    [alone] = of(with_step(dossier, "Samen"), Side.CLIENT).lines
    assert alone.together


def test_what_nobody_does_is_seen_last(dossier: Dossier) -> None:
    made = with_step(dossier, "")
    assert [line.text for line in parties(made)[-1].lines] == ["Een stap."]
    assert parties(made)[-1].name == "Nog niemand"


def test_the_pi_and_probation_come_first_and_are_there_with_nothing_to_do() -> None:
    found = parties(people.start("Sam"))
    assert [party.key for party in found] == [Side.PI, Side.PROBATION, Side.CLIENT]
    assert not any(party.lines for party in found)


def test_what_is_done_or_of_later_is_no_work_any_more(dossier: Dossier) -> None:
    made = with_step(dossier, "Fatma")
    step = made.goals[0].steps[0].id
    done = goals.mark_step(made, made.goals[0].id, step, StepState.DONE)
    assert of(done, Side.PI).lines == ()
    assert of(goals.later(made, made.goals[0].id), Side.PI).lines == ()


def test_everything_somebody_does_is_found_wherever_it_was_written(dossier: Dossier) -> None:
    made = with_step(dossier, "Joost")
    made = goals.after_release(made, made.goals[0].id, "Tactus", DAY)
    made = basics.say(made, Area.HOUSING, BasicState.BUSY, DAY)
    made = basics.describe(made, Area.HOUSING, who="Rick")
    made = replace(
        made,
        conditions=(SpecialCondition("Meldplicht.", "Je gaat naar Joost.", checked_by="Joost"),),
        referrals=(
            Referral("wijkteam", who="Fatma", look_on=DAY),
            Referral("school", who="Fatma", state=ReferralState.STARTED),
        ),
        volunteers=(
            Volunteer("Wim", tasks=(VolunteerTask(Activity.GO_ALONG, "Mee."),), id="wim"),
            Volunteer("Ab", own_says=ClientAnswer.NO, tasks=(VolunteerTask(Activity.WORK),)),
        ),
    )
    made = agreed.write(made, "a", text="Terugbellen", who="Fatma", by=DAY)
    made = agreed.write(made, "b", text="Een tweede stap.", who="Joost")
    made = agreed.make_step(made, "b", made.goals[0].id)
    did = {p.name: [(line.does, line.text) for line in p.lines] for p in parties(made)}
    assert did["De PI"] == [(Does.FOLLOWS, "wijkteam"), (Does.AGREED, "Terugbellen")]
    assert did["Reclassering"] == [
        (Does.STEP, "Een stap."),
        (Does.STEP, "Een tweede stap."),  # the step tells it, and the agreement no second time
        (Does.CHECKS, "Je gaat naar Joost."),
    ]
    assert did["Tactus"] == [(Does.GOES_ON, "Ik drink niet."), (Does.TASK, "Praten.")]
    assert did["Rick"] == [(Does.ARRANGES, "Een plek om te wonen")]
    assert did["Wim"] == [(Does.HELPS, "Mee.")]
    assert "Ab" not in did
    assert of(made, "wim").about == "vrijwilliger, nog niet afgesproken"


def test_probation_among_the_partners_stands_with_the_supervisor(dossier: Dossier) -> None:
    theirs = Partner(PartnerKind.PROBATION, "Reclassering", "Joost Kamphuis", task="Toezicht.")
    made = replace(dossier, partners=(theirs,))
    party = of(made, Side.PROBATION)
    assert (party.about, [line.text for line in party.lines]) == ("Joost Kamphuis", ["Toezicht."])


def test_two_partners_of_one_name_each_keep_their_own_task(dossier: Dossier) -> None:
    made = replace(
        dossier,
        partners=tuple(
            Partner(PartnerKind.CARE, "Tactus", task=task, id=task) for task in ("een", "twee")
        ),
    )
    assert [[line.text for line in of(made, id).lines] for id in ("een", "twee")] == [
        ["een"],
        ["twee"],
    ]


def test_who_is_also_victim_is_not_in_it(dossier: Dossier) -> None:
    one = replace(dossier.contacts[0], also_victim=True)
    made = basics.say(replace(dossier, contacts=(one,)), Area.HOUSING, BasicState.BUSY, DAY)
    made = basics.describe(made, Area.HOUSING, who="Fatma")
    assert one.id not in {party.key for party in parties(made)}
    assert "broer" not in {party.about for party in parties(made)}


@pytest.mark.parametrize("name", whole.NAMES)
def test_in_the_whole_cases_each_partner_has_its_work_once(name: str) -> None:
    dossier = whole.case(name)
    found = parties(dossier)
    assert len({party.key for party in found}) == len(found)
    names = [party.name.casefold() for party in found]
    assert len(set(names)) == len(names)
    assert {"De PI", "Reclassering", dossier.person.called} <= {party.name for party in found}

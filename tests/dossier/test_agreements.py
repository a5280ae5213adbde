"""Setting a plan as a version, and what three people do with the pen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from caseplanner.dossier import agreements, answers, document, goals
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    Goal,
    HowSigned,
    Moment,
    Role,
    ScoredBy,
    Signature,
    Step,
    StepState,
    VersionReason,
)
from caseplanner.errors import UserError

AT = datetime(2026, 3, 11, 10, 4, tzinfo=UTC)
INK = "5" * 64


def ready() -> Dossier:
    """A goal with an answer, and three dimensions that were discussed."""
    dossier = Dossier(
        goals=(
            Goal(
                Dimension.SELF,
                "Ik wil slapen.",
                answer=ClientAnswer.YES,
                steps=(
                    Step("Ik lees een boek.", "Dennis", date(2026, 3, 17), id="book"),
                    Step("Ik sport.", "Dennis", id="sport"),
                ),
                id="sleep",
            ),
        ),
        id="one",
    )
    for dimension in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        dossier = answers.no_goal(dossier, dimension, "nu niet")
    return dossier


def frozen() -> Dossier:
    return agreements.freeze(ready(), VersionReason.FIRST, AT)


def signature(role: Role, how: HowSigned = HowSigned.INK, reason: str = "") -> Signature:
    return Signature(role, "Dennis", how, AT, reason, INK if how is HowSigned.INK else "")


def sign(dossier: Dossier, *signatures: Signature) -> Dossier:
    for each in signatures:
        dossier = agreements.sign(dossier, dossier.versions[-1].id, each)
    return dossier


def test_a_plan_is_set_under_its_own_number_and_the_hash_of_its_content() -> None:
    dossier = ready()
    version = frozen().versions[0]
    assert (version.number, version.reason, version.frozen_at) == (1, VersionReason.FIRST, AT)
    assert version.content == document.digest(document.content(dossier))
    again = agreements.freeze(frozen(), VersionReason.REVIEW, AT)
    assert [v.number for v in again.versions] == [1, 2]
    assert again.versions[0].content == again.versions[1].content  # nothing changed in between


def test_a_plan_with_an_unseen_dimension_cannot_be_set() -> None:
    with pytest.raises(UserError, match="cannot be set yet"):
        agreements.freeze(answers.goal_again(ready(), Dimension.VICTIM), VersionReason.FIRST, AT)


def test_a_plan_cannot_be_set_before_the_client_was_asked() -> None:
    with pytest.raises(UserError, match="cannot be set yet"):
        agreements.freeze(goals.answer(ready(), "sleep", None), VersionReason.FIRST, AT)


@pytest.mark.parametrize("said", [ClientAnswer.NO, ClientAnswer.COULD_NOT])
def test_a_no_does_not_hold_up_the_plan(said: ClientAnswer) -> None:
    dossier = goals.answer(ready(), "sleep", said, "te veel")
    assert agreements.freeze(dossier, VersionReason.FIRST, AT).versions


def test_a_plan_is_complete_when_all_three_have_signed_on_screen_or_paper() -> None:
    dossier = sign(frozen(), signature(Role.CLIENT), signature(Role.MENTOR))
    assert not agreements.is_complete(dossier.versions[-1])
    dossier = sign(dossier, signature(Role.SUPERVISOR, HowSigned.PAPER))
    assert agreements.is_complete(dossier.versions[-1])


def test_not_now_wants_a_reason_and_may_be_followed_by_a_signature() -> None:
    with pytest.raises(UserError, match="no signature now"):
        sign(frozen(), signature(Role.CLIENT, HowSigned.NOT_NOW, " "))
    dossier = sign(frozen(), signature(Role.CLIENT, HowSigned.NOT_NOW, "eerst met mijn advocaat"))
    assert not agreements.is_complete(dossier.versions[-1])
    dossier = sign(dossier, signature(Role.CLIENT))
    [standing] = dossier.versions[-1].signatures
    assert standing.how is HowSigned.INK


@pytest.mark.parametrize("how", [HowSigned.INK, HowSigned.PAPER])
def test_who_has_signed_cannot_sign_the_same_version_again(how: HowSigned) -> None:
    with pytest.raises(UserError, match="has signed this version already"):
        sign(frozen(), signature(Role.CLIENT, how), signature(Role.CLIENT))


def test_a_signature_wants_a_name_and_ink_wants_strokes() -> None:
    with pytest.raises(UserError, match="who signs"):
        sign(frozen(), replace(signature(Role.CLIENT), name=" "))
    with pytest.raises(UserError, match="Nothing was drawn"):
        sign(frozen(), replace(signature(Role.CLIENT), ink=""))


def test_only_the_newest_version_can_be_signed() -> None:
    dossier = agreements.freeze(frozen(), VersionReason.REVIEW, AT)
    with pytest.raises(UserError, match="newest version"):
        agreements.sign(dossier, dossier.versions[0].id, signature(Role.CLIENT))


def test_a_plan_that_was_never_set_is_a_concept() -> None:
    assert agreements.latest(ready()) is None
    assert agreements.is_changed(ready())


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: goals.mark_step(d, "sleep", "book", StepState.DONE),
        lambda d: goals.reached(d, "sleep"),
        lambda d: goals.move_step(d, "sleep", "book", 1),
        lambda d: answers.give(d, "self.proud", "Hout"),
        lambda d: answers.score(d, Dimension.SELF, ScoredBy.CLIENT, Moment.NOW, 3),
    ],
)
def test_how_it_goes_does_not_make_the_plan_a_concept_again(
    edit: Callable[[Dossier], Dossier],
) -> None:
    assert not agreements.is_changed(edit(frozen()))


@pytest.mark.parametrize(
    "edit",
    [
        lambda d: goals.reword(d, "sleep", "Ik wil uitslapen."),
        lambda d: goals.add_step(d, "sleep", "Ik ga op tijd naar bed."),
        lambda d: goals.change_step(d, "sleep", "book", "Ik lees een boek.", "Ab", None),
        lambda d: goals.stop(d, "sleep", "lukt niet"),
        lambda d: goals.later(d, "sleep"),
        lambda d: goals.answer(d, "sleep", ClientAnswer.UNSURE),
        lambda d: goals.add(d, Dimension.SELF, "Ik wil sporten."),
        lambda d: goals.add(d, Dimension.VICTIM, "Ik wil een brief schrijven."),
        lambda d: answers.no_goal(d, Dimension.VICTIM, "hoger beroep"),
    ],
)
def test_a_change_in_what_was_agreed_makes_the_plan_a_concept_again(
    edit: Callable[[Dossier], Dossier],
) -> None:
    assert agreements.is_changed(edit(frozen()))


def test_back_to_what_was_agreed_is_no_change() -> None:
    changed = goals.reword(frozen(), "sleep", "Ik wil uitslapen.")
    back = goals.answer(goals.reword(changed, "sleep", "Ik wil slapen."), "sleep", ClientAnswer.YES)
    assert not agreements.is_changed(back)

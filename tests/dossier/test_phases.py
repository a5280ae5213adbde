"""What comes next for a plan, from the empty dossier to three signatures."""

from datetime import UTC, datetime

from caseplanner.dossier import agreements, answers, checks, goals, people, phases
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    HowSigned,
    Role,
    Signature,
    VersionReason,
)
from caseplanner.dossier.phases import Phase, PhaseState

AT = datetime(2026, 3, 11, 11, 6, tzinfo=UTC)


def discussed() -> Dossier:
    dossier = goals.add(people.start("Dennis"), Dimension.SELF, "Ik wil stoppen met blowen.")
    for dimension in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        dossier = answers.no_goal(dossier, dimension, "Nu niet.")
    return dossier


def answered() -> Dossier:
    dossier = discussed()
    return goals.answer(dossier, dossier.goals[0].id, ClientAnswer.YES)


def signed_by(dossier: Dossier, *roles: Role) -> Dossier:
    for role in roles:
        signature = Signature(role, f"name of {role}", HowSigned.PAPER, AT)
        dossier = agreements.sign(dossier, dossier.versions[-1].id, signature)
    return dossier


def test_a_new_dossier_is_in_the_making_and_all_else_is_to_come() -> None:
    found = phases.progress(people.start("Dennis"))
    assert [p.phase for p in found] == list(Phase)
    assert found[0].state is PhaseState.NOW
    assert (found[0].done, found[0].total) == (0, 4)
    assert {p.state for p in found[1:]} == {PhaseState.TO_COME}


def test_each_phase_follows_when_the_one_before_is_finished() -> None:
    assert phases.now(discussed()) is Phase.ANSWERS
    assert phases.now(answered()) is Phase.SET
    frozen = agreements.freeze(answered(), VersionReason.FIRST, AT)
    assert phases.now(frozen) is Phase.SIGN
    assert phases.now(signed_by(frozen, Role.CLIENT, Role.MENTOR)) is Phase.SIGN
    assert phases.now(signed_by(frozen, *Role)) is None


def test_not_now_is_not_a_signature() -> None:
    frozen = agreements.freeze(answered(), VersionReason.FIRST, AT)
    refused = Signature(Role.CLIENT, "Dennis", HowSigned.NOT_NOW, AT, reason="Eerst slapen.")
    found = phases.progress(agreements.sign(frozen, frozen.versions[-1].id, refused))
    assert (found[-1].done, found[-1].total) == (0, 3)


def test_a_change_in_what_was_agreed_asks_for_a_new_answer_version_and_signatures() -> None:
    frozen = signed_by(agreements.freeze(answered(), VersionReason.FIRST, AT), *Role)
    changed = goals.add_step(frozen, frozen.goals[0].id, "Ik praat met Tactus.")
    assert phases.now(changed) is Phase.ANSWERS
    assert phases.progress(changed)[-1].done == 0


def test_what_is_missing_is_never_more_than_what_is_looked_at() -> None:
    empty = people.start("Dennis")
    assert len(checks.before_agreeing(empty)) == checks.looked_at(empty) == 4
    dossier = goals.add(empty, Dimension.SELF, "Ik wil stoppen met blowen.")
    assert len(checks.before_agreeing(dossier)) == 6
    assert checks.looked_at(dossier) == 7

"""Looking back at a dossier over a real vault: its moments, any earlier state, and its log."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier import answers, goals
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    HowSigned,
    Person,
    Role,
    VersionReason,
)
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.vault import history

GOAL = "Ik wil rust."


def with_goal(dossier: Dossier) -> Dossier:
    return goals.add(dossier, Dimension.SELF, GOAL, ("Ik loop.",))


def answered(dossier: Dossier) -> Dossier:
    """Ready to be set: every dimension was talked about, the goal was answered."""
    for dimension in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        dossier = answers.no_goal(dossier, dimension, "Nu niet.")
    return goals.answer(dossier, dossier.goals[0].id, ClientAnswer.YES)


def reworded(words: str) -> Callable[[Dossier], Dossier]:
    return lambda d: goals.reword(d, d.goals[0].id, words)


def test_every_moment_gives_the_dossier_before_and_after_it(session: Session) -> None:
    states = [session.dossier]
    for words in ("Ik wil slapen.", "Ik wil lezen."):
        session.change("Goal", with_goal)
        states.append(session.dossier)
        session.change(f"Words: {words}", reworded(words))
        states.append(session.dossier)
    session.undo()
    states.append(session.dossier)
    moments = session.moments()
    assert [m.label for m in moments][-1] == "New dossier"
    assert len(moments) == len(states)
    for moment, before, after in zip(reversed(moments), [None, *states[:-1]], states, strict=True):
        assert session.around(moment) == (before, after)
        assert session.as_of(moment.last) == after
    with pytest.raises(KeyError):
        session.as_of(0)


def test_a_history_of_many_pages_is_read_back_whole(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "PAGE", 3)
    begun = session.dossier
    for n in range(10):
        session.change("Goal", lambda d, n=n: goals.add(d, Dimension.SELF, f"Doel {n}"))  # type: ignore[misc]
    assert session.as_of(session.moments()[-1].last) == begun


def test_putting_back_is_an_edit_that_keeps_what_was_agreed(session: Session) -> None:
    session.change("Goal", with_goal)
    begun = session.moments()[0].last
    session.change("Answer", answered)
    session.freeze(VersionReason.FIRST)
    session.sign(Role.CLIENT, "Samira", HowSigned.PAPER)
    session.change("Words", reworded("Ik wil iets anders."))
    changed = session.dossier
    session.restore(begun)
    assert session.dossier.goals[0].text == GOAL
    assert session.dossier.versions == changed.versions
    assert session.dossier.versions[0].signatures
    assert session.moments()[0].label.startswith("Put back to ")
    session.undo()
    assert session.dossier == changed


def test_the_log_tells_who_did_what_and_in_which_version(session: Session) -> None:
    session.change("Goal", with_goal)
    session.change("Answer", answered)
    session.freeze(VersionReason.FIRST)
    session.sign(Role.CLIENT, "Samira", HowSigned.PAPER)
    session.note(Deed.EXPORTED, version="1", to="Tactus")
    entries = session.log()
    assert [e.deed for e in entries] == [
        Deed.ADDED, Deed.CHANGED, Deed.CHANGED, Deed.SET, Deed.SIGNED, Deed.EXPORTED,
    ]  # fmt: skip
    assert entries[3].detail["version"] == "1"
    assert (entries[4].detail["role"], entries[4].detail["how"]) == ("client", "paper")
    assert "Samira" not in str([e.detail for e in entries])
    assert session.log(since=datetime(2999, 1, 1, tzinfo=UTC)) == ()
    assert session.log_head().seq == entries[-1].seq


@pytest.mark.parametrize("role", [StaffRole.VOLUNTEER, StaffRole.MANAGER])
def test_who_sees_no_whole_dossier_sees_no_history_and_no_log(
    desk: Desk, session: Session, role: StaffRole
) -> None:
    session._vault.staff = Staff("Wim", role, id=desk.staff.id)
    assert not session.may_look_back
    for look in (session.moments, session.log, lambda: session.as_of(1)):
        with pytest.raises(UserError, match="whole dossier"):
            look()


def test_a_mentor_looks_back_and_puts_nothing_back(desk: Desk, session: Session) -> None:
    session.change("Goal", with_goal)
    first = session.moments()[-1].last
    session._vault.staff = Staff("Wim", StaffRole.MENTOR, id=desk.staff.id)
    assert session.as_of(first).goals == ()
    with pytest.raises(UserError, match="not change"):
        session.restore(first)
    assert session.dossier.goals


def test_the_history_of_another_dossier_is_not_touched(desk: Desk, session: Session) -> None:
    other = desk.add(Dossier(person=Person("Bo")))
    session.change("Goal", with_goal)
    assert [m.label for m in other.moments()] == ["New dossier"]
    assert {e.dossier for e in other.log()} == {other.dossier.id}


def test_what_is_opened_again_has_its_history(tmp_path: Path) -> None:
    folder = tmp_path / "again"
    keys = desks.create(folder, "vijf losse woorden hier", "Fatma")
    desk = Desk(folder, keys)
    session = desk.add(Dossier(person=Person("Bo")))
    begun = session.dossier
    session.change("Goal", with_goal)
    desk.close()
    desk = Desk(folder, keys)
    again = desk.open(begun.id)
    assert again.as_of(again.moments()[-1].last) == begun
    assert again.log()[-1].deed is Deed.OPENED
    desk.close()

"""Undo and redo: always back to exactly what was there."""

from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from caseplanner.dossier import history
from caseplanner.dossier.history import History
from caseplanner.dossier.model import Dossier, Person


def named(name: str) -> Dossier:
    return Dossier(Person(called=name), id="one")


def typed(*names: str, merge: str = "") -> tuple[Dossier, History]:
    """The last of these dossiers, after an edit to each of them in turn."""
    past = History()
    for before in names[:-1]:
        past = past.record("Name", named(before), merge)
    return named(names[-1]), past


def test_undo_goes_back_one_edit_and_redo_forward_again() -> None:
    now, past = typed("A", "B", "C")
    before, undone = past.undo(now)
    assert before == named("B")
    assert [moment.label for moment in undone.future] == ["Name"]
    assert undone.redo(before)[0] == now


def test_a_burst_of_typing_is_one_step_of_undo() -> None:
    now, past = typed("", "D", "De", "Den", merge="person.called")
    assert past.undo(now)[0] == named("")


def test_leaving_the_field_ends_the_burst() -> None:
    now, past = typed("", "D", merge="person.called")
    past = past.seal().record("Name", now, "person.called")
    assert past.undo(named("De"))[0] == named("D")


def test_two_fields_are_two_bursts() -> None:
    past = History().record("Name", named("A"), "a").record("Cell", named("B"), "b")
    assert [moment.label for moment in past.past] == ["Name", "Cell"]


def test_typing_on_after_undo_is_a_step_of_its_own_and_forgets_redo() -> None:
    now, past = typed("", "D", merge="person.called")
    before, past = past.undo(now)
    past = past.record("Name", before, "person.called")
    assert past.future == ()
    assert past.undo(named("E"))[0] == before


def test_only_so_many_steps_are_kept() -> None:
    _, past = typed(*map(str, range(history.MOST + 50)))
    assert len(past.past) == history.MOST
    assert past.past[0].dossier == named("49")


class AnyUse(RuleBasedStateMachine):
    """Random edits, undos and redos against a plain list of everything that was there."""

    def __init__(self) -> None:
        super().__init__()
        self.now = named("0")
        self.history = History()
        self.before: list[Dossier] = []
        self.after: list[Dossier] = []

    @rule(name=st.text(max_size=3))
    def edit(self, name: str) -> None:
        self.history = self.history.record("Name", self.now)
        self.before.append(self.now)
        self.after.clear()
        self.now = replace(self.now, person=Person(called=name))

    @rule()
    def undo(self) -> None:
        if self.history.past:
            self.after.append(self.now)
            self.now, self.history = self.history.undo(self.now)
            assert self.now == self.before.pop()

    @rule()
    def redo(self) -> None:
        if self.history.future:
            self.before.append(self.now)
            self.now, self.history = self.history.redo(self.now)
            assert self.now == self.after.pop()

    @invariant()
    def nothing_is_forgotten(self) -> None:
        assert [moment.dossier for moment in self.history.past] == self.before
        assert [moment.dossier for moment in self.history.future] == self.after[::-1]


TestAnyUse = AnyUse.TestCase

"""The change list is all there is between two dossiers: nothing lost, nothing too much."""

from dataclasses import replace

from hypothesis import given

from caseplanner.dossier import diff, goals
from caseplanner.dossier.diff import Key, Row
from caseplanner.dossier.model import Dimension, Dossier, Goal, PlanVersion, Step, StepState
from tests.dossier.anything import dossiers, values_in


def apply(rows: dict[Key, Row], changes: tuple[diff.Change, ...]) -> dict[Key, Row]:
    """What a table does with a change list."""
    after = dict(rows)
    for change in changes:
        key = (change.table, change.id)
        assert after.get(key) == change.before
        if change.after is None:
            del after[key]
        else:
            after[key] = change.after
    return after


@given(dossiers, dossiers)
def test_the_changes_turn_one_dossier_into_the_other(before: Dossier, after: Dossier) -> None:
    after = replace(after, id=before.id)
    changes = diff.changes(before, after)
    assert apply(diff.rows(before), changes) == diff.rows(after)
    assert all(change.before != change.after for change in changes)
    assert apply(diff.rows(after), diff.changes(after, before)) == diff.rows(before)


@given(dossiers)
def test_a_new_dossier_is_all_additions_and_one_that_goes_all_removals(dossier: Dossier) -> None:
    rows = diff.rows(dossier)
    assert apply({}, diff.changes(None, dossier)) == rows
    assert apply(rows, diff.changes(dossier, None)) == {}
    assert diff.changes(dossier, replace(dossier)) == ()


@given(dossiers)
def test_owners_are_put_before_what_they_own_and_taken_away_after_it(dossier: Dossier) -> None:
    known = {""}
    for change in diff.changes(None, dossier):
        assert change.after is not None
        assert change.after["owner"] in known
        known.add(change.id)
    removed = [change.id for change in diff.changes(dossier, None)]
    for change in diff.changes(dossier, None):
        assert change.before is not None
        if change.before["owner"]:
            assert removed.index(change.id) < removed.index(change.before["owner"])


@given(dossiers)
def test_every_value_is_a_row_of_its_own(dossier: Dossier) -> None:
    assert len(diff.rows(dossier)) == values_in(dossier)


def test_ticking_a_step_off_is_one_changed_row() -> None:
    goal = Goal(Dimension.SELF, "Ik wil slapen.", steps=(Step("Ik lees.", id="book"),), id="sleep")
    before = Dossier(goals=(goal,))
    [change] = diff.changes(before, goals.mark_step(before, "sleep", "book", StepState.DONE))
    assert (change.table, change.id) == ("step", "book")
    assert change.before is not None
    assert change.after is not None
    assert change.before["state"] is StepState.TO_DO
    assert change.after["state"] is StepState.DONE
    assert change.after["owner"] == "sleep"


def test_a_table_is_named_after_what_it_holds() -> None:
    assert diff.table_name(PlanVersion) == "plan_version"
    assert diff.table_name(Goal) == "goal"

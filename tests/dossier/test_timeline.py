"""Back in time: every earlier dossier exactly, and what was done in one go as one moment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseplanner.dossier import diff, timeline
from caseplanner.dossier.diff import Key, Row
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.timeline import Edit, Logged
from caseplanner.errors import UserError
from caseplanner.vault import dossiers
from tests.dossier import anything

AT = datetime(2026, 3, 11, 10, 12, tzinfo=UTC)


def logged(before: Dossier | None, after: Dossier, seq: int) -> list[Logged]:
    """The lines that saving `after` would add to the change log."""
    was = dossiers.plain(before) if before else {}
    now = dossiers.plain(after)
    return [
        Logged(
            seq + n, AT, "Fatma", "Edit", c.table, c.id,
            was.get((c.table, c.id)) if c.before else None,
            now.get((c.table, c.id)) if c.after else None,
        )
        for n, c in enumerate(diff.changes(before, after), 1)
    ]  # fmt: skip


@given(st.lists(anything.dossiers, min_size=1, max_size=5))
def test_every_earlier_dossier_is_rebuilt_exactly(drawn: list[Dossier]) -> None:
    series = [replace(dossier, id="one") for dossier in drawn]
    lines: list[list[Logged]] = []
    for before, after in zip([None, *series[:-1]], series, strict=True):
        lines.append(logged(before, after, sum(map(len, lines))))
    rows: dict[Key, Row] = dossiers.plain(series[-1])
    for place in reversed(range(len(series))):
        assert dossiers.value(rows, "one") == series[place]
        rows = timeline.undone(rows, reversed(lines[place]))
    assert rows == {}


def test_a_hole_in_the_history_is_said_and_not_papered_over() -> None:
    first, last = Dossier(id="one"), Dossier(practice=True, id="one")
    [line] = logged(first, last, 1)
    with pytest.raises(UserError, match="cannot be read back"):
        timeline.undone(dossiers.plain(first), [line])


def test_a_field_of_a_later_release_is_no_hole() -> None:
    first, last = Dossier(id="one"), Dossier(practice=True, id="one")
    [line] = logged(first, last, 1)
    assert line.after
    assert line.before
    for row in (line.before, line.after):
        row["dropped"] = "by a later release"
        row.pop("position")
    rows = dossiers.plain(last)
    assert timeline.undone(rows, [line])[("dossier", "one")]["practice"] is False


def test_typing_in_one_go_is_one_moment() -> None:
    def edit(seq: int, minutes: float, worker: str = "Fatma", label: str = "Goal") -> Edit:
        return Edit(seq, AT + timedelta(minutes=minutes), worker, label)

    found = timeline.moments(
        [edit(1, 0), edit(2, 0), edit(3, 1), edit(4, 5.5), edit(5, 11), edit(6, 11, "Joost"),
         edit(7, 12, "Joost", "Step"), edit(8, 2, "Joost", "Step")]
    )  # fmt: skip
    assert [(m.first, m.last, m.edits) for m in found] == [
        (8, 8, 1), (7, 7, 1), (6, 6, 1), (5, 5, 1), (1, 4, 3),
    ]  # fmt: skip

"""A little of the fault rig in every test run; the whole of it: `python3 run.py faults`.

Each scenario is also shown to notice what it is for, with the program made worse on purpose.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from caseplanner.vault import anchor, header
from tests.faults import (
    clock,
    damage,
    driver,
    headers,
    instances,
    kills,
    powerloss,
    space,
    syscalls,
)
from tests.faults.count import Count

SEED = 20261125


def whole(counts: Iterable[Count]) -> None:
    for count in counts:
        assert count.tried, count.name
        assert not count.failures, f"{count.in_words()}: {count.failures[:5]}"


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    count = kills.run(tmp_path / "rig", 50, SEED)
    whole([count])
    assert count.facts["killed at work"] > 50 / 4, "killed too soon to mean anything"


@pytest.mark.needs("strace")
@pytest.mark.parametrize("operation", driver.OPERATIONS)
def test_a_system_call_that_fails_or_kills_leaves_a_vault_that_opens(
    tmp_path: Path, operation: str
) -> None:
    whole(syscalls.run(tmp_path, (operation,), every=90))


@pytest.mark.needs("strace")
def test_no_acknowledged_edit_is_lost_in_a_power_cut(tmp_path: Path) -> None:
    whole(powerloss.run(tmp_path / "rig", 60, SEED))


@pytest.mark.needs("strace")
def test_a_disk_that_is_not_waited_for_does_lose_edits(tmp_path: Path) -> None:
    """The power cuts are real enough to hurt a program that is less careful."""
    (count,) = powerloss.run(tmp_path / "rig", 60, SEED, "NORMAL")
    assert len(count.failures) > 5


def test_no_damage_is_silent(tmp_path: Path) -> None:
    whole(damage.run(tmp_path / "rig", 3, SEED))


def test_damage_would_be_silent_without_the_anchor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = anchor.Found(anchor.Mark(1, 0, "", 0))
    monkeypatch.setattr(anchor, "read", lambda folder, key: found)
    failed = {count.name for count in damage.run(tmp_path / "rig", 3, SEED) if count.failures}
    assert "damage, closed: old file put back" in failed


def test_no_hostile_key_file_does_harm(tmp_path: Path) -> None:
    whole([headers.run(tmp_path / "rig", 250, SEED)])


def test_a_key_file_that_nobody_checks_would_be_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header, "check", lambda head, key: None)
    assert headers.run(tmp_path / "rig", 250, SEED).failures


def test_a_full_disk_loses_nothing_and_can_be_read(tmp_path: Path) -> None:
    whole([space.run(tmp_path / "rig", 3, SEED)])


def test_five_programs_take_turns(tmp_path: Path) -> None:
    whole([instances.run(tmp_path / "rig", 20)])


def test_a_clock_that_jumps_loses_nothing(tmp_path: Path) -> None:
    whole([clock.run(tmp_path / "rig", (-20, 30))])

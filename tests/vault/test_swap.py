"""Another vault in the place of this one: cut off at any step, one of the two is there, whole."""

import os
import shutil
from pathlib import Path

import pytest

from caseplanner import paths
from caseplanner.vault import places, swap
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from tests.vault.typist import CHEAP, PASSPHRASE


class CutOff(Exception):
    """The power goes."""


@pytest.fixture
def beside(folder: Path, keys: Keys) -> Path:
    """The vault of Joke, and beside it a whole one of Piet, ready to take its place."""
    other = folder.parent / "other"
    vaults.create(other, "van Piet", "Piet", CHEAP)
    new = swap.begin(folder)
    shutil.copytree(other / "vault", new, dirs_exist_ok=True)
    return folder


def whose(folder: Path) -> str:
    """Who can open it now; exactly one of the two."""
    opened = []
    for name, passphrase in (("Joke", PASSPHRASE), ("Piet", "van Piet")):
        try:
            keys = vaults.unlock(folder, passphrase)
        except Exception:
            continue
        vaults.open_vault(folder, keys).close()
        opened.append(name)
    (only,) = opened
    return only


@pytest.mark.parametrize("keep_as", ["b-before", ""])
def test_the_new_vault_is_there_and_the_old_one_kept_or_gone(beside: Path, keep_as: str) -> None:
    swap.put_in_place(beside, keep_as)
    assert whose(beside) == "Piet"
    assert not swap.is_unfinished(beside)
    kept = [p.name for p in (beside / places.BACKUPS).iterdir()] if keep_as else []
    assert kept == ([keep_as] if keep_as else [])


@pytest.mark.parametrize("keep_as", ["b-before", ""])
def test_cut_off_at_any_step_one_of_the_two_is_there(
    beside: Path, keep_as: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = set()
    for step in range(1, 20):
        left = beside.parent / f"left {step}"
        shutil.copytree(beside, left)
        if _cut_off(left, keep_as, step, monkeypatch):
            assert paths.has_vault(left)
            assert places.exists(left)
            ends.add(whose(left))
            assert not swap.is_unfinished(left)
        else:
            break
    assert ends == {"Joke", "Piet"}, "too early and too late were both tried"
    assert step > 4


def _cut_off(folder: Path, keep_as: str, step: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Swap until the power goes before this rename, removal or wait for the disk; if it does."""
    done = 0

    def before(_event: str) -> None:
        nonlocal done
        done += 1
        if done == step:
            raise CutOff

    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "unlink", "rmdir", "fsync", "mkdir"):
            real = getattr(os, name)

            def cut(
                *facts: object, real: object = real, name: str = name, **more: object
            ) -> object:
                before(name)
                return real(*facts, **more)  # type: ignore[operator]

            patch.setattr(os, name, cut)
        try:
            swap.put_in_place(folder, keep_as)
        except CutOff:
            return True
    return False


def test_a_vault_half_made_beside_is_thrown_away(folder: Path, keys: Keys) -> None:
    (swap.begin(folder) / "case.db").write_bytes(b"half")
    assert whose(folder) == "Joke"
    assert not swap.is_unfinished(folder)

"""What must hold after an operation, whatever happened in the midst of it."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from caseplanner import desk as desks
from caseplanner.custody import State
from caseplanner.desk import Desk
from caseplanner.dossier.model import Dossier
from caseplanner.errors import UserError
from tests.faults import driver
from tests.vault.pages import deciphered
from tests.vault.typist import PASSPHRASE
from tests.vaults import make as old

MADE = 10  # edits in a vault before an operation
Check = Callable[[Path, list[str], bool], None]


class Lost(Exception):
    """Something that was acknowledged is not there, or not as it was."""


def must(holds: bool, what: str) -> None:
    if not holds:
        raise Lost(what)


def write(folder: Path, said: list[str], accept: bool) -> None:
    acknowledged = max([MADE, *(int(line) for line in said if line.isdigit())])
    there = driver.saved(folder, accept=accept)
    must(there in (acknowledged, acknowledged + 1), f"{acknowledged} acknowledged, {there} there")


def passphrase(folder: Path, said: list[str], accept: bool) -> None:
    works = driver.opens_with(folder, PASSPHRASE, driver.NEW_PASSPHRASE)
    must(len(works) == 1, f"{len(works)} passphrases open it")
    must("done" not in said or works == [driver.NEW_PASSPHRASE], "done, and not changed")
    must(driver.saved(folder, works[0], accept=accept) == MADE, "edits lost")
    must(driver.opens_with(folder, *works) == works, "it opens once only")


def add_user(folder: Path, said: list[str], accept: bool) -> None:
    must(driver.saved(folder, accept=accept) == MADE, "edits lost")
    works = driver.opens_with(folder, driver.OF_PIET)
    must("done" not in said or bool(works), "added, and cannot get in")
    if works:
        must(driver.saved(folder, driver.OF_PIET, accept=accept) == MADE, "edits lost for Piet")


def backup(folder: Path, said: list[str], accept: bool) -> None:
    must(driver.saved(folder, accept=accept) == MADE, "edits lost")
    found = desks.backups(folder)
    must("done" not in said or bool(found), "done, and no backup there")
    whole = [b for b in found if b.state is State.WHOLE]
    must("done" not in said or bool(whole), "done, and not read again")
    for made in whole:
        desks.restore(folder, made.path, PASSPHRASE)
        must(driver.saved(folder) == MADE, "a backup without the edits")


def erase(folder: Path, said: list[str], accept: bool) -> None:
    must(driver.saved(folder, accept=accept) == MADE, "edits of another dossier lost")
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE), accept)
    there = is_there(desk, "erased")
    keys = desk._vault.keys
    desk.close()
    must("done" not in said or not there, "done, and still there")
    if not there:
        clear = deciphered(folder / "vault" / "case.db", keys)
        must(f"{driver.CANARY} gone".encode() not in clear, "a word of it is left")


def migrate(folder: Path, said: list[str], accept: bool) -> None:
    expected = msgspec.json.decode((driver.OLD / "dossier.expected").read_bytes(), type=Dossier)
    desk = Desk(folder, desks.unlock(folder, old.PASSPHRASE), accept)
    try:
        must(desk.open(expected.id).dossier == expected, "the dossier is another one")
        must(desk.worker == "Fatma", "nobody knows whose vault it is")
    finally:
        desk.close()


CHECKS: dict[str, Check] = {
    "write": write,
    "passphrase": passphrase,
    "add user": add_user,
    "backup": backup,
    "migrate": migrate,
    "erase": erase,
}


def is_there(desk: Desk, dossier: str) -> bool:
    """Whole, or not at all."""
    with contextlib.suppress(UserError):
        desk.open(dossier)
        return True
    return False

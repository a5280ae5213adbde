"""What must hold after an operation, whatever happened in the midst of it."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier.model import Dossier
from caseplanner.errors import UserError
from caseplanner.vault import backups, manifest
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


def migrate(folder: Path, said: list[str], accept: bool) -> None:
    expected = msgspec.json.decode((driver.OLD / "dossier.expected").read_bytes(), type=Dossier)
    desk = Desk(folder, desks.unlock(folder, old.PASSPHRASE), accept)
    try:
        must(desk.open(expected.id).dossier == expected, "the dossier is another one")
        must(desk.worker == "Fatma", "nobody knows whose vault it is")
    finally:
        desk.close()


def backup(folder: Path, said: list[str], accept: bool) -> None:
    must(driver.saved(folder, accept=accept) == MADE, "edits lost")
    keys = desks.unlock(folder, PASSPHRASE)
    listed = manifest.listed(backups.place(folder), keys)
    for found in listed:
        backups.check(found.path, keys)  # nothing half-made is ever listed
    must("done" not in said or bool(listed), "made, and not there")
    driver.back_up(folder)
    again = manifest.listed(backups.place(folder), keys)
    must(len(again) > len(listed), "no backup can be made any more")
    must(again[0].state is manifest.State.WHOLE, "the newest backup is not whole")
    desks.restore(folder, again[0].path, PASSPHRASE)
    must(driver.saved(folder) == MADE, "a backup without the edits")


def erase(folder: Path, said: list[str], accept: bool) -> None:
    must(driver.saved(folder, accept=accept) == MADE, "edits of another dossier lost")
    keys = desks.unlock(folder, PASSPHRASE)
    desk = Desk(folder, keys)
    try:
        gone = not is_there(desk, "erased")
        found = bool(desk.search(driver.ERASED))
    finally:
        desk.close()
    must(gone != found, "it is there in part")
    must("done" not in said or gone, "destroyed, and still there")
    clear = deciphered(folder / "vault" / "case.db", keys).lower()
    must(gone != (driver.ERASED.lower().encode() in clear), "destroyed, and on a page all the same")


CHECKS: dict[str, Check] = {
    "write": write,
    "days": write,
    "backup": backup,
    "erase": erase,
    "passphrase": passphrase,
    "add user": add_user,
    "migrate": migrate,
}


def is_there(desk: Desk, dossier: str) -> bool:
    """Whole, or not at all."""
    with contextlib.suppress(UserError):
        desk.open(dossier)
        return True
    return False

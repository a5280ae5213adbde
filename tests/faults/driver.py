"""What the rig does to a vault: a few deeds of real work, each in a process that may be killed.

`python -m tests.faults.driver FOLDER OPERATION` does one deed and says what was acknowledged, a
line each, straight to the pipe: a number once that edit is on the disk, "done" at the end, or
"refused: …" when the program says in words that it cannot.
"""

import contextlib
import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier.model import Dimension, Dossier, Goal, Person
from caseplanner.dossier.retention import Ground
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import engine, vault
from tests.vault.typist import CHEAP, PASSPHRASE

CANARY = "Xanthippe"  # stands in every dossier, and must be readable in no file
NEW_PASSPHRASE = "een heel andere van nu af"
OF_PIET = "van Piet alleen"
KEPT = 5  # goals in the dossier at any time
OLD = Path(__file__).parents[1] / "vaults" / "0.1"


def make(folder: Path, edits: int = 10) -> None:
    """A vault of Joke with one dossier in which the last saved edit is `edits`, and one beside."""
    desk = Desk(folder, vault.create(folder, PASSPHRASE, "Joke", CHEAP))
    desk.add(Dossier(person=Person(called=f"{CANARY} 0"), id="typed"))
    desk.add(Dossier(person=Person(called=f"{CANARY} gone"), id="erased"))
    session = desk.open("typed")
    for number in range(1, edits + 1):
        session.change("Typing", partial(edited, number=number))
    desk.close()


def edited(dossier: Dossier, number: int) -> Dossier:
    """Edit `number`: the name tells which, the goals tell the last few."""
    return replace(
        dossier,
        person=replace(dossier.person, called=f"{CANARY} {number}"),
        goals=(*dossier.goals[1 - KEPT :], Goal(Dimension.SELF, f"{CANARY} {number}")),
    )


def number_of(dossier: Dossier) -> int:
    """The last edit in it; ValueError when the dossier is not what that edit made of it."""
    number = int(dossier.person.called.removeprefix(f"{CANARY} "))
    last = range(max(1, number - KEPT + 1), number + 1)
    if [goal.text for goal in dossier.goals] != [f"{CANARY} {n}" for n in last]:
        raise ValueError(f"edit {number} is there in part")
    return number


def saved(folder: Path, passphrase: str = PASSPHRASE, *, accept: bool = False) -> int:
    """Open the vault as after a fault: the last edit that is there.

    UserError and Doubt as the program raises them.
    """
    desk = Desk(folder, desks.unlock(folder, passphrase), accept)
    try:
        return number_of(desk.open("typed").dossier)
    finally:
        desk.close()


def opens_with(folder: Path, *passphrases: str) -> list[str]:
    """Which of these open the vault now."""
    found = []
    for passphrase in passphrases:
        try:
            desks.unlock(folder, passphrase)
        except UserError:
            continue
        found.append(passphrase)
    return found


# The deeds.


def type_in(folder: Path, edits: int, tell: Callable[[int], None] = lambda number: None) -> None:
    """Open, make so many edits, telling each once it is saved, and close."""
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
    try:
        session = desk.open("typed")
        for _ in range(edits):
            number = number_of(session.dossier) + 1
            session.change("Typing", partial(edited, number=number))
            tell(number)
    finally:
        desk.close()


def write(folder: Path) -> None:
    type_in(folder, 4, say)


def write_often(folder: Path) -> None:
    for _ in range(3):
        write(folder)


def much(folder: Path) -> None:
    """A hundred edits, or as many as the disk takes."""
    type_in(folder, 100, say)


def in_turn(folder: Path, writes: int) -> None:
    """So many edits, ten at a time; others have the vault in between."""
    for _ in range(writes // 10):
        desk = wait_for(folder)
        session = desk.open("typed")
        for _ in range(10):
            number = number_of(session.dossier) + 1
            session.change("Typing", partial(edited, number=number))
            say(number)
        desk.close()


def wait_for(folder: Path) -> Desk:
    """The vault, once no other program has it."""
    keys = desks.unlock(folder, PASSPHRASE)
    while True:
        try:
            return Desk(folder, keys)
        except UserError as problem:
            if "already open" not in problem.message:
                raise
            say("wait")
            time.sleep(0.02)


def change_passphrase(folder: Path) -> None:
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
    desk.custody.change_passphrase(desk.custody.slot_for(desk.staff.id, NEW_PASSPHRASE)())
    desk.close()


def add_user(folder: Path) -> None:
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
    piet = Staff("Piet", StaffRole.WORKER, id="piet")
    desk.custody.add(piet, desk.custody.slot_for("piet", OF_PIET)())
    desk.close()


def back_up(folder: Path) -> None:
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
    desk.custody.backed_up(desk.custody.back_up()())
    desk.close()


def erase(folder: Path) -> None:
    desk = Desk(folder, desks.unlock(folder, PASSPHRASE))
    desk.custody.destroy(["erased"], Ground.CLIENT, date(2026, 11, 25))
    desk.close()


def migrate(folder: Path) -> None:
    from tests.vaults import make as old

    Desk(folder, desks.unlock(folder, old.PASSPHRASE)).close()


def begin_migrate(folder: Path) -> None:
    shutil.copytree(OLD, folder / "vault", ignore=shutil.ignore_patterns("*.expected"))


OPERATIONS: dict[str, Callable[[Path], None]] = {
    "write": write,
    "passphrase": change_passphrase,
    "add user": add_user,
    "backup": back_up,
    "migrate": migrate,
    "erase": erase,
}
BEGINNINGS = {"migrate": begin_migrate}  # else `make`


def begin(folder: Path, operation: str) -> None:
    """The vault before the deed."""
    folder.mkdir(parents=True, exist_ok=True)
    BEGINNINGS.get(operation, make)(folder)


def move_the_clock(days: int) -> None:
    """Let every module of the program see another date; the system's own clock stays."""

    class Moved(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Moved":
            moved = datetime.now(tz) + timedelta(days=days)
            return cls.fromisoformat(moved.isoformat())

    for name, module in list(sys.modules.items()):
        if name.startswith("caseplanner") and getattr(module, "datetime", None) is datetime:
            setattr(module, "datetime", Moved)  # noqa: B010


def say(what: object) -> None:
    """Straight to the pipe: what was said before a kill has been said."""
    with contextlib.suppress(OSError):  # the fault may be meant for another file
        os.write(1, f"{what}\n".encode())


def main(folder: Path, operation: str) -> int:
    if weaker := os.environ.get("RIG_SYNCHRONOUS"):  # to see the rig notice it; only here
        engine.SETTINGS = tuple(
            f"synchronous = {weaker}" if s.startswith("synchronous") else s for s in engine.SETTINGS
        )
    if days := os.environ.get("RIG_DAYS"):
        move_the_clock(int(days))
    try:
        if operation.startswith("in turn"):
            in_turn(folder, int(operation.split()[-1]))
        else:
            (OPERATIONS | {"much": much, "write often": write_often})[operation](folder)
    except UserError as problem:
        say(f"refused: {problem}")
        return 3
    say("done")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))

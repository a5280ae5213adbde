"""A worker in a process of its own, so that it can be killed, limited, or met at the door."""

import sys
from dataclasses import replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from caseplanner import desk as desks
from caseplanner.dossier.model import Dimension, Dossier, Goal, Person
from caseplanner.errors import UserError
from caseplanner.vault import vault
from caseplanner.vault.keys import Cost

PASSPHRASE = "vijf woorden voor de test"
CHEAP = Cost(64, 1, 1)


def with_goal(dossier: Dossier, text: str) -> Dossier:
    return replace(dossier, goals=(*dossier.goals, Goal(Dimension.SELF, text)))


def create(folder: Path, begun: Connection) -> None:
    begun.send(0)
    vault.create(folder, PASSPHRASE, "Joke", CHEAP)


def main(folder: Path, called: str) -> None:
    """Open the vault, type, say "open", and stay until told to go; or say what is wrong.

    After trouble while typing the second line is how many edits were saved.
    """
    try:
        desk = desks.Desk(folder, desks.unlock(folder, PASSPHRASE))
        typed = desk.add(Dossier(person=Person(called=called)))
    except UserError as problem:
        say(str(problem))
        return
    try:
        for goal in range(50):
            typed.change(f"{called} said something", partial(with_goal, text=f"{called} {goal}"))
        desk.search(called)
        say("open")
        sys.stdin.readline()
    except UserError as problem:
        say(f"{problem}\n{len(typed.dossier.goals)}")
    desk.close()


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

"""What it costs to keep a dossier: one edit saved, beside a bare commit of one row.

Both in the same kind of file on the same disk, in turns, so that the ratio holds when the disk
is slow. The edit is a letter typed in a goal of Sam's plan after it was set.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.figures import failed, figure
from caseplanner import desk as desks
from caseplanner import practice
from caseplanner.dossier import goals
from caseplanner.dossier.model import ClientAnswer, Dossier, VersionReason
from caseplanner.vault import engine, vault
from caseplanner.vault.keys import KEY, SALT, Cost

EDITS = 500
WARM_UP = 20
PASSPHRASE = "for measuring"


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        saving(Path(place))


def saving(place: Path) -> None:
    desk = desks.Desk(place, vault.create(place, PASSPHRASE, "Joke", Cost(64, 1, 1)))
    typed = desk.add(replace(practice.dossier(), practice=False))
    for goal in goals.current(typed.dossier):
        typed.change("Answer", partial(goals.answer, goal=goal.id, said=ClientAnswer.YES))
    typed.freeze(VersionReason.FIRST)
    engine.create(place / "bare.db")
    bare = engine.connect(place / "bare.db", bytes(KEY), bytes(SALT))
    engine.prepare(bare)
    bare.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")

    def one_row() -> None:
        with bare.atomic():
            bare.execute("INSERT INTO note (text) VALUES (?)", ["x" * 100])

    def one_letter() -> None:
        typed.change("Goal", letter, merge="goal")

    edits, rows = [], []
    for _ in range(EDITS + WARM_UP):
        rows.append(milliseconds(one_row))
        edits.append(milliseconds(one_letter))
    edits, rows = sorted(edits[WARM_UP:]), sorted(rows[WARM_UP:])
    middle, late = EDITS // 2, EDITS * 95 // 100
    figure("one edit saved, p95", edits[late], rows[late], 10, "ms")
    figure("one edit saved, p50", edits[middle], rows[middle], 2 * rows[middle], "ms")
    engine.close(bare)
    desk.close()


def letter(dossier: Dossier) -> Dossier:
    first, *others = dossier.goals
    return replace(dossier, goals=(replace(first, text=first.text[1:] + first.text[0]), *others))


def milliseconds(deed: Callable[[], None]) -> float:
    start = perf_counter()
    deed()
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
    sys.exit(bool(failed))

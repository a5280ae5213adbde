"""Make the frozen vault of a release: `python -m tests.vaults.make 0.1`. Never for an older one.

It holds Sam, invented, with a set plan and a drawn signature; tests/vault/test_migrations.py
opens a copy of it for as long as the program exists.
"""

import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

import msgspec

from caseplanner import desk as desks
from caseplanner import practice
from caseplanner.dossier import goals, ink
from caseplanner.dossier.ink import Ink, Point
from caseplanner.dossier.model import ClientAnswer, HowSigned, Role, VersionReason
from caseplanner.vault import vault
from caseplanner.vault.keys import Cost

PASSPHRASE = "sam leeft alleen op papier"
STROKE = (Point(0.1, 0.5, 0), Point(0.5, 0.2, 120), Point(0.9, 0.6, 260))


def main(release: str) -> None:
    place = Path(__file__).parent / release
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        desk = desks.Desk(folder, vault.create(folder, PASSPHRASE, "Fatma", Cost(64, 1, 1)))
        sam = desk.add(practice.dossier())
        for goal in goals.current(sam.dossier):
            if goal.answer is None:
                sam.change("Yes", partial(goals.answer, goal=goal.id, said=ClientAnswer.YES))
        sam.freeze(VersionReason.FIRST)
        sam.sign(Role.CLIENT, "Sam", HowSigned.INK, ink=ink.dump(Ink(2.1, (STROKE,))))
        sam.sign(Role.MENTOR, "Fatma", HowSigned.PAPER)
        desk.close()
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(folder / "vault", place)
    (place / "dossier.expected").write_bytes(msgspec.json.encode(sam.dossier))


if __name__ == "__main__":
    main(sys.argv[1])

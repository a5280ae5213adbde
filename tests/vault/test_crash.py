"""The program is killed at any moment: what was shown as saved is there, and the vault opens."""

import multiprocessing
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from caseplanner import desk as desks
from caseplanner.dossier.model import Dossier, Person
from caseplanner.vault import vault as vaults
from tests.vault import typist
from tests.vault.typist import CHEAP, KEPT, PASSPHRASE

KILLS = 50


if sys.platform == "win32":
    CONTEXT = multiprocessing.get_context("spawn")
else:
    CONTEXT = multiprocessing.get_context("forkserver")
    CONTEXT.set_forkserver_preload(["tests.vault.typist"])


def killed(seconds: float, deed: Callable[..., None], *facts: object) -> list[int]:
    """Kill a process so long after its first word: what else it said before it died."""
    here, there = CONTEXT.Pipe(duplex=False)
    worker = CONTEXT.Process(target=deed, args=(*facts, there))
    worker.start()
    there.close()
    assert here.recv() == 0
    time.sleep(seconds)
    worker.kill()
    worker.join()
    said = list(heard(here))
    here.close()
    return said


def heard(pipe: Connection) -> Iterator[int]:
    try:
        while True:
            yield pipe.recv()
    except EOFError:
        return


def test_no_saved_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    keys = vaults.create(tmp_path, PASSPHRASE, "Joke", CHEAP)
    desk = desks.Desk(tmp_path, keys)
    dossier_id = desk.add(Dossier(person=Person(called="0"))).dossier.id
    desk.close()
    seed = time.time_ns()
    moments = random.Random(seed)
    saved, busy = 0, 0
    for _ in range(KILLS):
        said = killed(moments.uniform(0, 0.12), typist.type_on, tmp_path, dossier_id)
        saved = max(saved, *said) if said else saved
        busy += bool(said)
        desk = desks.Desk(tmp_path, desks.unlock(tmp_path, PASSPHRASE))
        dossier = desk.open(dossier_id).dossier
        desk.close()
        number = int(dossier.person.called)
        assert number in (saved, saved + 1), f"seed {seed}"
        last = range(max(1, number - KEPT + 1), number + 1)
        assert [g.text for g in dossier.goals] == [str(n) for n in last], f"seed {seed}"
        saved = number
    assert busy > KILLS / 3, "killed too soon to mean anything"


def test_a_vault_whose_making_was_killed_is_whole_or_can_be_made_again(tmp_path: Path) -> None:
    seed = time.time_ns()
    moments = random.Random(seed)
    for turn in range(20):
        folder = tmp_path / str(turn)
        killed(moments.uniform(0, 0.05), typist.create, folder)
        keys = (
            vaults.unlock(folder, PASSPHRASE)
            if vaults.exists(folder)
            else vaults.create(folder, PASSPHRASE, "Joke", CHEAP)
        )
        vaults.open_vault(folder, keys).close()
        names = sorted(p.name for p in folder.rglob("*"))
        files = ["anchor", "case.db", "header.json", "header.json.1"]
        assert names == [*files, "vault", "vault.lock"], seed
        shutil.rmtree(folder)

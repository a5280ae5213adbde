"""The making of a vault is killed at any moment: it is whole, or can be made again.

Kills of a program that types are in the fault rig (tests/faults/kills.py).
"""

import multiprocessing
import random
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from caseplanner.vault import vault as vaults
from tests.vault import typist
from tests.vault.typist import CHEAP, PASSPHRASE

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

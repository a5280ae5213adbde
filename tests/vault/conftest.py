"""An unlocked vault on the disk, as cheap to unlock as Argon2 allows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseplanner.dossier.model import Dimension, Dossier, Goal, Person, Step
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from caseplanner.vault.vault import Vault
from tests.vault.typist import CHEAP, PASSPHRASE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def keys(folder: Path) -> Keys:
    return vaults.create(folder, PASSPHRASE, "Joke", CHEAP)


@pytest.fixture
def vault(folder: Path, keys: Keys) -> Iterator[Vault]:
    opened = vaults.open_vault(folder, keys)
    yield opened
    opened.close()


@pytest.fixture
def dossier() -> Dossier:
    return Dossier(
        person=Person(called="Samira", initials="S.B.", cell="C 2.14"),
        goals=(Goal(Dimension.SELF, "Ik wil rust", steps=(Step("Hardlopen", "Samira"),)),),
    )

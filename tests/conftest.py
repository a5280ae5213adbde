"""What every test may ask for: a vault on the desk, an open dossier in it, and cheap keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier.model import Dossier, Person
from caseplanner.session import Session
from caseplanner.ui import ahead
from caseplanner.vault import keys
from tests.vault.typist import CHEAP, PASSPHRASE

pytest_plugins = ["tests.house"]  # no screen, no network, no errors in the log
settings.register_profile(  # what holds is asked for, not how busy the machine is
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def quick_keys() -> Iterator[None]:
    """New vaults cost nothing to unlock; the real cost is 256 MiB and half a second each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "calibrate", lambda: CHEAP)
        yield


@pytest.fixture(scope="session", autouse=True)
def pages_when_asked() -> Iterator[None]:
    """No page is made ahead, as on a laptop whose user never rests; what it costs is not paid a
    thousand times. `test_ahead` has it made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ahead, "REST", 3_600_000)
        yield


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty vault of the worker Fatma, unlocked, in `tmp_path / "data"`."""
    folder = tmp_path / "data"
    opened = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    yield opened
    opened.close()


@pytest.fixture
def session(desk: Desk) -> Session:
    """An open dossier that holds no more than a name."""
    return desk.add(Dossier(person=Person(called="Samira")))

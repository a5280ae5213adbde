"""A screen, and the program as a screen reader has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.accessible import App
from tests.e2e.laptop import laptop
from tests.e2e.laptop import screen as new_screen


@pytest.fixture
def screen() -> Iterator[str]:
    with new_screen() as display:
        yield display


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """Not started yet; at the end it must have had nothing to complain of."""
    with laptop(tmp_path) as mine:
        app = App(mine, tmp_path / "data")
        yield app
        app.close()
    assert not app.complaints

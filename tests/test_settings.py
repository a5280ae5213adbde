"""Settings outlive a restart, hold no names, and never keep the program from starting."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from caseplanner import settings
from caseplanner.settings import Place, Settings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    chosen = Settings("en", "dark", 150, True, datetime(2026, 3, 14, 10, 42, tzinfo=UTC), 30, True)
    settings.save(tmp_path / "new", chosen)
    assert settings.load(tmp_path / "new") == chosen


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b'{"language": "xx"}',
        b'{"theme": "pink"}',
        b'{"text_size": "big"}',
        b"\xff",
    ],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / settings.SETTINGS).write_bytes(damaged)
    assert settings.load(tmp_path) == Settings()


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "nowhere") == Settings()


def test_a_text_size_off_the_scale_is_brought_back(tmp_path: Path) -> None:
    (tmp_path / settings.SETTINGS).write_text('{"text_size": 5000}')
    assert settings.load(tmp_path).text_size == 200


def test_a_field_of_a_newer_version_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / settings.SETTINGS).write_text('{"theme": "dark", "later": 1}')
    assert settings.load(tmp_path).theme == "dark"


def test_a_place_is_taken_once(tmp_path: Path) -> None:
    place = Place("dimension", "network", "a1b2", "c3/0", 7, (1, 2, 800, 600), True, True)
    settings.keep_place(tmp_path, place)
    assert settings.take_place(tmp_path) == place
    assert settings.take_place(tmp_path) == Place()


@pytest.mark.parametrize(("kept", "minutes"), [("0", 1), ("12", 12), ("90", 30)])
def test_it_always_locks_within_half_an_hour(tmp_path: Path, kept: str, minutes: int) -> None:
    (tmp_path / settings.SETTINGS).write_text(f'{{"idle": {kept}}}')
    assert settings.load(tmp_path).idle == minutes
    assert settings.MEETING == settings.MOST_IDLE

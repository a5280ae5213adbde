"""Settings outlive a restart, hold no names, and never keep the program from starting."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caseplanner import settings
from caseplanner.settings import Place, Settings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    saved_at = datetime(2026, 3, 14, 10, 42, tzinfo=UTC)
    chosen = settings.choose(
        Settings(),
        Settings("en", "dark", 150, True, saved_at, 30, True, client_word="citizen", final_days=14),
    )
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


@pytest.mark.parametrize(
    ("kept", "terms"),
    [("{}", (6, 7, 10)), ('{"review_weeks": 0, "final_days": 2, "transfer_days": 30}', (1, 7, 10))],
)
def test_a_review_is_never_later_than_the_rules_have_it(
    tmp_path: Path, kept: str, terms: tuple[int, int, int]
) -> None:
    (tmp_path / settings.SETTINGS).write_text(kept)
    found = settings.load(tmp_path)
    assert (found.review_weeks, found.final_days, found.transfer_days) == terms


def test_what_a_person_chose_wins_and_the_rest_is_of_the_institution(tmp_path: Path) -> None:
    given = {"idle": 10, "theme": "dark", "client_word": "participant"}
    first = settings.load(tmp_path, given)
    assert (first.idle, first.theme, first.text_size) == (10, "dark", 100)
    assert first.is_given("idle")
    settings.save(tmp_path, settings.choose(first, replace(first, theme="light", text_size=120)))
    again = settings.load(tmp_path, {**given, "theme": "contrast", "idle": 20})
    assert (again.idle, again.theme, again.text_size) == (20, "light", 120)
    assert again.is_given("idle")
    assert not again.is_given("theme")
    assert not again.is_given("text_size")


def test_a_choice_that_is_what_the_program_does_anyway_is_still_a_choice(tmp_path: Path) -> None:
    first = settings.load(tmp_path, {"idle": 10})
    settings.save(tmp_path, settings.choose(first, replace(first, idle=settings.IDLE)))
    assert settings.load(tmp_path, {"idle": 10}).idle == settings.IDLE


def test_of_a_file_of_an_earlier_release_only_what_was_changed_counts_as_chosen(
    tmp_path: Path,
) -> None:
    (tmp_path / settings.SETTINGS).write_text(
        '{"language": "nl", "theme": "dark", "text_size": 100, "hide_names": false, '
        '"saved_at": null, "idle": 5, "lock_minimised": false, "backup_place": ""}'
    )
    found = settings.load(tmp_path, {"theme": "light", "idle": 10, "backup_place": "/mnt/x"})
    assert (found.theme, found.idle, found.backup_place) == ("dark", 10, "/mnt/x")
    assert found.chosen == {"theme"}

"""The file of the institution: its defaults hold, and no slip in it stops the program."""

from pathlib import Path

import pytest

from caseplanner import institution, paths, settings
from caseplanner.settings import Settings

FILE = "/etc/xdg/caseplanner/institution.toml"


def read(text: str) -> institution.Institution:
    return institution.read(FILE, text.encode())


def test_the_example_gives_every_setting_it_names() -> None:
    found = institution.read(
        "example.toml", paths.resource("institution/example.toml").read_bytes()
    )
    assert found.slips == ()
    assert set(found.values) == settings.GIVABLE - {"backup_place"}
    assert [one.name for one in found.templates] == ["Gesprek gevoerd"]
    assert all(getattr(Settings(), name) != value for name, value in found.values.items()
               if name not in ("language", "theme"))  # fmt: skip


def test_the_document_names_every_setting_that_can_be_given() -> None:
    page = (Path(__file__).parent.parent / "docs/settings.md").read_text("utf-8")
    assert all(f"| `{name}` |" in page for name in settings.GIVABLE)


def test_without_a_file_nothing_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(institution.WHERE, str(tmp_path / "none.toml"))
    assert institution.load() == institution.Institution()


def test_the_file_lies_where_it_may_place_files_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(institution.WHERE)
    assert institution.place() == paths.site_dir() / "institution.toml"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("color = 3", "color"),
        ("idle = 90", "idle"),
        ("idle = true", "idle"),
        ('text_size = "big"', "text_size"),
        ('language = "fr"', "language"),
        ("language = [1]", "language"),
        ("lock_minimised = 1", "lock_minimised"),
        ("hide_names = true", "hide_names"),
        ('saved_at = ""', "saved_at"),
        ('backup_place = "stick"', "backup_place"),
        ("final_days = 3", "final_days"),
    ],
)
def test_a_slip_is_told_with_its_line_and_the_rest_holds(line: str, what: str) -> None:
    found = read(f"review_weeks = 8\n{line}\n")
    assert found.values == {"review_weeks": 8}
    [slip] = map(str, found.slips)
    assert FILE in slip
    assert "line 2" in slip
    assert f"“{what}”" in slip


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"idle = 10\nidle = \n", 2),
        (b"idle = 10\n\n# \xff\n", 3),
        (b"x = " + b"[" * 100_000, 1),
        (b"x = " + b"9" * 10_000, 1),
        (b"\n" * 2_000_000, 1_048_578),
    ],
)
def test_a_file_that_is_none_is_not_used_and_told(data: bytes, line: int) -> None:
    found = institution.read(FILE, data[: institution.MOST + 1])
    assert found.values == {}
    assert [f"line {line}." in str(slip) for slip in found.slips] == [True]


def test_a_name_that_is_no_word_is_cut_off_where_it_is_told() -> None:
    [slip] = read(f'"{"a" * 500}\\u202e" = 1').slips
    assert len(str(slip)) < 300
    assert "\u202e" not in str(slip)


def test_a_folder_in_its_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(institution.WHERE, str(tmp_path))
    [slip] = institution.load().slips
    assert "cannot be read" in str(slip)


def test_templates_of_the_institution_are_taken_and_a_wrong_one_is_passed_over() -> None:
    found = read(
        'idle = 10\n[[template]]\nname = "Gesprek"\ntext = "Met {naam}."\n'
        '[[template]]\nname = "Zonder tekst"\n'
        '[[template]]\nname = "Te veel"\ntext = "x"\ncolour = "red"\n'
        f'[[template]]\nname = "{"x" * 101}"\ntext = "y"\n'
    )
    assert [(one.name, one.text) for one in found.templates] == [("Gesprek", "Met {naam}.")]
    assert found.values == {"idle": 10}
    lines = [(slip.facts["line"], slip.facts["what"]) for slip in found.slips]
    assert lines == [(5, "text"), (10, "colour"), (12, "name")]
    [slip] = read("template = 3").slips
    assert slip.facts["what"] == "template"

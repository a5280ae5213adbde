"""A report tells the makers where it went wrong, and nobody what a person typed."""

from pathlib import Path

from caseplanner import reports

SECRET = "Dennis uit B2-14"


def failed() -> BaseException:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_names_lines_and_kinds_and_nothing_else(tmp_path: Path) -> None:
    path = reports.write(tmp_path, failed())
    assert path is not None
    told = path.read_text("utf-8")
    assert "ValueError" in told
    assert "KeyError" in told
    assert "test_reports.py:" in told
    assert "Dennis" not in told
    assert str(Path.home()) not in told


def test_where_no_report_can_be_written_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / reports.FOLDER).write_text("in the way")
    assert reports.write(tmp_path, failed()) is None

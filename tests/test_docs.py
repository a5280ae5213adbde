"""The documentation points at what is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from caseplanner import guides
from tools import words as catalogues

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "resources/README.md"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_or_a_picture_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    own = [link for link in links if "://" not in link]
    assert not [link for link in own if not (page.parent / link).exists()]


def test_every_command_of_run_py_that_is_named_is_there() -> None:
    verbs = re.findall(r"^  (\w+) ", (ROOT / "run.py").read_text("utf-8"), re.MULTILINE)
    named = {
        verb
        for page in PAGES
        for verb in re.findall(r"(?:python3|py) run\.py ([a-z]+)", page.read_text("utf-8"))
    }
    assert named <= set(verbs)


# The demands of the seed documents that are met now (domain.md section b), in their order there.
# 3g, the driegesprek, comes with its own issue.
DEMANDS = (
    *("2a", "2b", "2c", "2d", "2e", "2f"),
    *("3a", "3b", "3c", "3d", "3e", "3f", "3g", "3h", "3i", "3j", "3k", "3l"),
    *("4a", "4b", "4c", "1a", "1b", "1c", "1d", "0a", "0b", "0c"),
)
IN_THE_WINDOW = ("tests/ui/", "tests/e2e/")


def demands() -> list[tuple[str, str, str]]:
    """The rows of docs/seeds.md: the demand, the screen, the id of a test."""
    lines = (ROOT / "docs/seeds.md").read_text("utf-8").splitlines()
    table = [line for line in lines if line.startswith("|")][2:]
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table]
    return [(row, screen, test) for row, screen, test in rows]


def test_every_demand_of_the_seeds_has_a_screen_and_a_test_through_the_window() -> None:
    shown = {row for row, _screen, test in demands() if test.strip("`").startswith(IN_THE_WINDOW)}
    assert [row for row in DEMANDS if row not in shown] == []
    assert [row for row in demands() if not all(row)] == []


def test_the_demands_stand_in_their_order() -> None:
    order = ("2", "3", "4", "1", "0", "C", "R")
    keys = [
        (order.index(row[0]), int(row[1:]) if row[0] in "CR" else 0, row)
        for row, _screen, _test in demands()
    ]
    assert keys == sorted(keys)


def test_every_test_that_is_named_for_a_demand_is_there() -> None:
    ids = {test.strip("`") for _row, _screen, test in demands()}
    assert all(re.fullmatch(r"`tests/\S+\.py::test_\w+`", test) for _r, _s, test in demands())
    files = sorted({id.split("::")[0] for id in ids})
    collected = subprocess.run(
        [sys.executable, "-m", "pytest", "-o", "addopts=", "--collect-only", "-q", *files],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = {line.split("[")[0] for line in collected.stdout.splitlines()}
    assert sorted(ids - found) == [], collected.stdout[-2000:]


def test_the_manual_calls_things_as_the_program_does() -> None:
    pages = (ROOT / "docs/handleiding/begeleider.md").read_text("utf-8")
    named = set(re.findall(r"(?<![*\w])\*(?!\*)([^*\n]+)\*(?![*\w])", pages))
    guide = guides.load("nl")
    known = {talk.title for talk in guide.dimensions} | {part.title for part in guide.intake}
    for message in catalogues.read("nl"):
        known |= {text.replace("&", "") for text in catalogues.strings(message)}
    assert len(named) > 20
    assert sorted(named - known) == []

"""The documentation points at what is there."""

import re
from pathlib import Path

import pytest

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

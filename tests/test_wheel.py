"""What is installed is whole: the program from its wheel, without the source beside it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_questions_words_letters_and_pictures(installed: Path) -> None:
    resources = installed / "caseplanner" / "resources"
    for language in ("nl", "en"):
        assert (resources / language / "guide.toml").is_file()
        assert (resources / "locale" / language / "LC_MESSAGES" / "caseplanner.mo").is_file()
    for kind in ("fonts/*.ttf", "icons/*.svg", "theme/*.qss", "schema/*.json", "icc/*.icc"):
        assert list(resources.glob(kind)), kind


def test_the_installed_program_passes_its_own_test(installed: Path) -> None:
    def answer(*arguments: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(installed)}
        return subprocess.run(
            [sys.executable, *arguments], env=env, capture_output=True, text=True, check=False
        )

    where = answer("-c", "import caseplanner; print(caseplanner.__file__)").stdout.strip()
    assert Path(where).is_relative_to(installed)
    told = answer("-m", "caseplanner", "self-test")
    assert told.returncode == 0, told.stdout + told.stderr

"""What is installed is whole: the program from its wheel, without the source beside it.

It tests itself: see `caseplanner self-test`.
"""

import os
import shutil
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


def self_test(installed: Path, temporary: Path, **more: str) -> tuple[int, list[str]]:
    """Its exit code and its lines, in English; nothing may be told but those."""
    env = {**os.environ, "PYTHONPATH": str(installed), "TMPDIR": str(temporary), **more}
    where = [sys.executable, "-c", "import caseplanner; print(caseplanner.__file__)"]
    assert Path(subprocess.check_output(where, env=env, text=True)).is_relative_to(installed)
    told = subprocess.run(
        [sys.executable, "-m", "caseplanner", "--language", "en", "self-test"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not told.stderr
    assert not list(temporary.iterdir())
    return told.returncode, told.stdout.splitlines()


def failures(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith("ok      ")]


def test_the_installed_program_passes_its_own_test_and_leaves_nothing(
    installed: Path, tmp_path: Path
) -> None:
    code, lines = self_test(installed, tmp_path)
    assert (code, failures(lines)) == (0, [])
    assert len(lines) == len(set(lines)) == 21


def test_a_damaged_package_is_told_in_a_line_for_each_part(installed: Path, tmp_path: Path) -> None:
    """A font that is not whole, a library that dials out and cannot be loaded, an HTTP client."""
    damaged, temporary = tmp_path / "site", tmp_path / "tmp"
    temporary.mkdir()
    shutil.copytree(installed, damaged)
    font = damaged / "caseplanner" / "resources" / "fonts" / "Lexend-Bold.ttf"
    font.write_bytes(font.read_bytes()[:1000])
    (damaged / "hunspell.py").write_text(
        "import socket\nfar = socket.socket()\nfar.setblocking(False)\n"
        "far.connect_ex(('192.0.2.1', 9))\nraise ImportError('no libhunspell here')\n"
    )
    (noted,) = damaged.glob("*.dist-info")
    (noted / "INSTALLER").write_text("deb\n")
    code, lines = self_test(damaged, temporary)
    told = failures(lines)
    assert (code, len(told)) == (1, 4)
    assert told[0].startswith(
        "FAILED  the files of the program are whole: The file Lexend-Bold.ttf"
    )
    assert told[1].startswith("FAILED  nothing that could reach a network: ")
    assert "aiohttp.client" in told[1]
    assert told[2].startswith("FAILED  the spelling of Dutch: ")
    assert "no libhunspell here" in told[2]
    assert told[3].startswith("FAILED  no connection to a network was made: ")
    assert "socket.connect" in told[3]


def test_where_no_window_can_be_shown_a_line_says_so_and_the_vault_was_tried(
    installed: Path, tmp_path: Path
) -> None:
    code, lines = self_test(installed, tmp_path, QT_QPA_PLATFORM="nowhere")
    told = failures(lines)
    assert (code, len(told)) == (1, 1)
    assert told[0].startswith("FAILED  the screen: Qt cannot show a window here (")
    assert "nowhere" in told[0]
    assert "ok      a dossier is kept and read back" in lines


def test_without_a_place_for_temporary_files_nothing_is_tried(tmp_path: Path) -> None:
    """As on a disk that is full or may not be written."""
    nowhere = str(tmp_path / "gone")
    code = "import sys, tempfile; tempfile.tempdir = sys.argv.pop(1); "
    code += "from caseplanner.__main__ import main; sys.exit(main())"
    told = subprocess.run(
        [sys.executable, "-c", code, nowhere, "--language", "en", "self-test"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (1, "")
    assert len(told.stderr.splitlines()) == 1
    assert "is not there" in told.stderr

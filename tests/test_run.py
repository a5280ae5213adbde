"""`run.py` sets up from nothing, whole or not at all, and then stays out of the way."""

import ast
import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock"]
GREETING = "import sys, greeting; print(greeting.WORDS, *sys.argv[1:])"


def locked(name: str) -> dict[str, str]:
    """Each package of a lock with its version."""
    return dict(re.findall(r"^(\S+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_checks_every_file(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|--\w*(index|find|trusted)|#", text)
    packages = re.split(r"\n(?=\S)", text)
    assert all("--hash=sha256:" in package for package in packages)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    runtime, everything = map(locked, LOCKS)
    assert runtime.items() <= everything.items()
    for asked, lock in (
        (project["project"]["dependencies"], runtime),
        (project["dependency-groups"]["dev"], everything),
    ):
        for requirement in map(Requirement, asked):
            name = re.sub(r"[-_.]+", "-", requirement.name).lower()
            assert requirement.specifier.contains(lock[name]), requirement


def test_an_old_python_can_read_it_and_be_told() -> None:
    source = (ROOT / "run.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 9))
    assert "from __future__ import annotations" in source


def test_a_wrong_verb_shows_the_right_ones() -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "run.py", "tset"], capture_output=True, text=True, check=False
    )
    assert told.returncode == 2
    assert told.stdout == ""
    assert "test [ARGS]" in told.stderr


class Project:
    """A project of the same make, so small that it is set up in a second, without a network."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def make(self) -> None:
        program = self.root / "src" / "caseplanner" / "__main__.py"
        program.parent.mkdir(parents=True)
        program.write_text(GREETING, "utf-8")
        shutil.copy(ROOT / "run.py", self.root)
        (self.root / "wheels").mkdir()
        self.ask_for("1.0", "hello")

    def ask_for(self, version: str, greeting: str) -> None:
        """Lock a version of the one dependency, and put it in the folder of wheels."""
        wheel = self.root / "wheels" / f"greeting-{version}-py3-none-any.whl"
        info = f"greeting-{version}.dist-info"
        files = {
            "greeting.py": f"WORDS = {greeting!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: greeting\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = "".join(f"{name},{fingerprint(text)},\n" for name, text in files.items())
        with zipfile.ZipFile(wheel, "w") as archive:
            for name, text in {**files, f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}.items():
                archive.writestr(name, text)
        self.lock(version, hashlib.sha256(wheel.read_bytes()).hexdigest())

    def lock(self, version: str, sha256: str) -> None:
        line = f"greeting=={version} \\\n    --hash=sha256:{sha256}\n"
        (self.root / "requirements-dev.lock").write_text(line, "utf-8")

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        env = {**os.environ, "CASEPLANNER_WHEELS": str(self.root / "wheels")}
        env = {k: v for k, v in env.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
        return subprocess.Popen(
            [sys.executable, self.root / "run.py", *arguments],
            cwd=self.root.parent,  # another folder, as always here
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """The exit code of run.py, and what it said to a program and to a person."""
        process = self.start(*arguments)
        said, told = process.communicate(timeout=60)
        return process.returncode, said, told

    def left_over(self) -> set[str]:
        return {path.name for path in self.root.glob(".venv*")} - {".venv", ".venv.lock"}


def fingerprint(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


@pytest.fixture
def empty(tmp_path: Path) -> Project:
    """A project that was never set up."""
    project = Project(tmp_path / "a project")
    project.make()
    return project


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, tuple[int, str, str]]:
    """A project after its first command, and what that command said."""
    project = Project(tmp_path_factory.mktemp("first") / "a project")
    project.make()
    return project, project.run("cli", "list", "--json")


@pytest.fixture
def project(first: tuple[Project, tuple[int, str, str]], tmp_path: Path) -> Project:
    """A project that is set up; moved, which is allowed."""
    moved = Project(tmp_path / "moved")
    shutil.copytree(first[0].root, moved.root, symlinks=True)
    return moved


def test_the_first_command_sets_up_and_then_does_what_was_asked(
    first: tuple[Project, tuple[int, str, str]],
) -> None:
    code, said, told = first[1]
    assert (code, said) == (0, "hello list --json\n")
    assert "Setting up" in told


def test_the_next_command_is_quick_and_silent(project: Project) -> None:
    start = time.perf_counter()
    assert project.run("setup") == (0, "", "")
    assert time.perf_counter() - start < 1


def test_without_a_screen_the_demo_runs_and_that_is_said(project: Project) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can be without a screen")
    code, said, told = project.run()
    assert (code, said) == (0, "hello demo --out out\n")
    assert "No screen here" in told


def test_the_command_of_the_environment_works_also_after_a_move(project: Project) -> None:
    commands = project.root / ".venv" / ("Scripts" if sys.platform == "win32" else "bin")
    command = next(commands.glob("caseplanner*"))
    assert subprocess.check_output([command, "verify"], text=True) == "hello verify\n"
    assert project.run("cli") == (0, "hello\n", "")


def test_a_new_lock_is_followed(project: Project) -> None:
    project.ask_for("2.0", "good day")
    assert project.run("cli")[:2] == (0, "good day\n")


def test_a_file_that_is_not_the_locked_one_is_refused_and_nothing_changes(project: Project) -> None:
    lock = (project.root / "requirements-dev.lock").read_text("utf-8")
    project.lock("1.0", "0" * 64)
    code, _, told = project.run("cli")
    assert code == 1
    assert "nothing was changed" in told
    assert project.left_over() == set()
    (project.root / "requirements-dev.lock").write_text(lock, "utf-8")
    assert project.run("cli") == (0, "hello\n", "")


def test_killed_halfway_it_starts_again(empty: Project) -> None:
    process = empty.start("setup")
    while not (empty.root / ".venv.new").exists():
        time.sleep(0.001)
    process.kill()
    process.communicate()
    assert not (empty.root / ".venv").exists()
    assert empty.run("cli")[:2] == (0, "hello\n")
    assert empty.left_over() == set()


def test_two_at_once_set_up_one_after_the_other(empty: Project) -> None:
    both = [empty.start("cli"), empty.start("cli")]
    assert [p.communicate(timeout=60)[0] for p in both] == ["hello\n", "hello\n"]

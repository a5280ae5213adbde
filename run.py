"""Set up caseplanner and run it, with nothing but Python: python3 run.py [VERB]

  (no verb)          set up, then start the program; without a screen: the demo, into ./out
  test [ARGS]        set up, then check format, lint and types, and run the tests (ARGS for pytest)
  setup              only set up
  demo [--out DIR]   the main job without a screen; the files go to DIR (./out)
  cli ARGS           the command line of the program; see: cli --help
  faults [--quick]   break vaults on purpose, an hour long or ten minutes, and count what is lost
  bench [NAME]       speed against a baseline measured in the same run
  screenshots        make the pictures of the documentation again
  words              bring the texts of the program into the word catalogues
  package deb        build the package for Debian, with its hashes, into dist/

Setting up means: the system libraries Qt needs, an environment in .venv with exactly the files
of requirements-dev.lock, and compiled word catalogues. CASEPLANNER_WHEELS=DIR takes the files
from a folder instead of the network.
"""

from __future__ import annotations  # an old Python must get as far as our message

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements-dev.lock"
LOCALE = ROOT / "resources" / "locale"
IN_VENV = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
PYTHON = VENV / IN_VENV
SUPPORTED = [(3, minor) for minor in (13, 12, 11, 14)]  # the order in which they are looked for

# What a file of Qt asks for, and the Debian package that has it: the first six to load at all,
# the rest for a window under X11. Measured by removing each package in turn.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# What only the tests ask for: they hear what is read aloud.
HEARD = {"libpulse.so.0": "libpulse0"}
# Programs that some tests judge our files with; without them those tests are skipped.
TOOLS = {
    "Xvfb": "xvfb",
    "pdfsig": "poppler-utils",
    "qpdf": "qpdf",
    "strace": "strace",
    "dbus-daemon": "dbus",
    "matchbox-window-manager": "matchbox-window-manager",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}


def main(argv: list[str]) -> int:
    verb, *rest = argv or [""]
    if verb in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    if verb not in VERBS:
        print(__doc__, file=sys.stderr)
        return 2
    use_a_supported_python()
    system_libraries()
    environment()
    catalogues()
    return VERBS[verb](rest)


# --- the verbs -----------------------------------------------------------------------------------


def start(rest: list[str]) -> int:
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen:
        say("No screen here, so the program does its main job without one, into ./out")
        return demo([])
    return program([])


def program(rest: list[str]) -> int:
    return python("-m", "caseplanner", *rest)


def demo(rest: list[str]) -> int:
    return program(["demo", *(rest or ["--out", "out"])])


def test(rest: list[str]) -> int:
    missing = [package for command, package in TOOLS.items() if not shutil.which(command)]
    if sys.platform.startswith("linux"):
        missing += [package for file, package in HEARD.items() if not loads(file)]
    if missing and (problem := apt_get(missing)):
        say(f"{problem}\nWithout it some tests are skipped.")
    stages = {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "types": ["mypy"],
        "tests": ["pytest", "-n", "logical", "--dist", "loadfile", *rest],
    }
    for name, command in stages.items():
        print(f"== {name}", flush=True)
        if code := python("-m", *command, cwd=ROOT):
            return code
    return 0


def faults(rest: list[str]) -> int:
    if not shutil.which("strace") and (problem := apt_get([TOOLS["strace"]])):
        stop(problem)
    return python("-m", "tests.faults", *rest, cwd=ROOT)


def bench(rest: list[str]) -> int:
    names = sorted(file.stem for file in (ROOT / "benchmarks").glob("[!_]*.py"))
    names.remove("figures")  # what the others print with
    if unknown := set(rest) - set(names):
        say(f"No benchmark {', '.join(sorted(unknown))}; there are: {', '.join(names)}")
        return 2
    return max(python("-m", f"benchmarks.{name}", cwd=ROOT) for name in rest or names)


def package(rest: list[str]) -> int:
    kind, *more = rest or [""]
    if kind not in PACKAGES:
        say(f"Which package? There are: {', '.join(PACKAGES)}")
        return 2
    return python("-m", f"installer.{PACKAGES[kind]}.build", *more, cwd=ROOT)


PACKAGES = {"deb": "linux"}
VERBS: dict[str, Callable[[list[str]], int]] = {
    "": start,
    "test": test,
    "setup": lambda rest: 0,
    "demo": demo,
    "cli": program,
    "faults": faults,
    "bench": bench,
    "screenshots": lambda rest: python("-m", "tests.screenshots", *rest, cwd=ROOT),
    "words": lambda rest: python("-m", "tools.words", cwd=ROOT),
    "package": package,
}


# --- setting up ----------------------------------------------------------------------------------


def use_a_supported_python() -> None:
    """Go on in a Python this program runs on: this one, or else the first one found."""
    if sys.version_info[:2] in SUPPORTED:
        return
    for major, minor in SUPPORTED:
        found = shutil.which(f"python{major}.{minor}")
        command = [found] if found else ["py", f"-{major}.{minor}"]
        if (found or shutil.which("py")) and quiet(*command, "-c", ""):
            sys.exit(subprocess.call([*command, *sys.argv]))
    stop("caseplanner needs Python 3.11 to 3.14; this is " + sys.version.split()[0])


def system_libraries() -> None:
    """See that what Qt loads and what makes .venv is there; install it where that is allowed."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for file, package in LIBRARIES.items() if not loads(file)]
    if not VENV.exists() and not shutil.which("uv") and not find_spec("ensurepip"):
        missing.append("python{}.{}-venv".format(*sys.version_info))  # Debian keeps it apart
    if missing and (problem := apt_get(missing)):
        stop(problem)


def environment() -> None:
    """Make .venv hold the locked files: the whole of it, or what was there before."""
    key = f"{sys.version_info[:2]} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}"
    if is_made(key):
        return
    with alone():
        if is_made(key):  # by another run, while this one waited
            return
        say("Setting up .venv (once; less than a minute on most networks)")
        new, old = ROOT / ".venv.new", ROOT / ".venv.old"
        for left_over in (new, old):
            shutil.rmtree(left_over, ignore_errors=True)
        try:
            install(new)
            (new / "stamp").write_text(key, "utf-8")
            if VENV.exists():
                VENV.rename(old)
            new.rename(VENV)
        except (OSError, subprocess.CalledProcessError) as error:
            if old.exists() and not VENV.exists():
                old.rename(VENV)
            stop(f"Setting up did not work; nothing was changed. {error}")
        finally:
            shutil.rmtree(new, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)


def is_made(key: str) -> bool:
    stamp = VENV / "stamp"
    return PYTHON.exists() and stamp.exists() and stamp.read_text("utf-8") == key


def install(venv: Path) -> None:
    """A new environment with the locked files, checked by hash, and `src` on its path."""
    inside = str(venv / IN_VENV)
    uv = shutil.which("uv")
    if uv and quiet(uv, "--version"):
        talk(uv, "venv", "--quiet", "--relocatable", "--python", sys.executable, str(venv))
        pip = [uv, "pip", "install", "--python", inside]
    else:
        talk(sys.executable, "-m", "venv", str(venv))
        pip = [inside, "-m", "pip", "install", "--disable-pip-version-check"]
    wheels = os.environ.get("CASEPLANNER_WHEELS")
    offline = ["--no-index", "--find-links", wheels] if wheels else []
    checked = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK)]
    talk(*pip, "--quiet", *offline, *checked)
    find_src = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.check_output([inside, "-c", find_src], text=True).strip()
    Path(site, "caseplanner.pth").write_text(os.path.relpath(ROOT / "src", site), "utf-8")
    settle(venv)


def settle(venv: Path) -> None:
    """Make the environment's commands right for the place it moves to, and add our own."""
    folder = (venv / IN_VENV).parent
    if sys.platform == "win32":
        (folder / "caseplanner.cmd").write_text('@"%~dp0python.exe" -m caseplanner %*\n', "utf-8")
        return
    for file in folder.iterdir():
        if not file.is_symlink() and str(venv).encode() in (script := file.read_bytes()):
            file.write_bytes(script.replace(str(venv).encode(), str(VENV).encode()))
    command = folder / "caseplanner"
    command.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m caseplanner "$@"\n', "utf-8")
    command.chmod(0o755)


def catalogues() -> None:
    """Compile the word catalogues when the text of one is newer."""
    texts = [(po, po.with_suffix(".mo")) for po in LOCALE.glob("*/LC_MESSAGES/*.po")]
    if any(not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime for po, mo in texts):
        python("-m", "tools.words", "--compile", cwd=ROOT)


@contextmanager
def alone() -> Iterator[None]:
    """One set-up at a time. The lock goes when the process goes, also when it is killed."""
    with (ROOT / ".venv.lock").open("w") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except OSError:
                    time.sleep(0.5)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def apt_get(packages: list[str]) -> str:
    """Install Debian packages if that is allowed without asking; else say what to do, or ""."""
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        return f"This is missing (Debian's names; find them for your system): {names}"
    am_root = sys.platform != "win32" and os.geteuid() == 0
    if am_root or quiet("sudo", "-n", "true"):
        say(f"Installing {names}")
        sudo = [] if am_root else ["sudo", "-n"]
        apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        install = [*apt, "install", "-y", "--no-install-recommends", *packages]
        if quiet(*install) or (quiet(*apt, "update") and quiet(*install)):
            return ""
    return f"Please install what is missing, then try again:\n  sudo apt-get install {names}"


# --- small tools ---------------------------------------------------------------------------------


def python(*args: str, cwd: Path | None = None) -> int:
    """Run the Python of the environment; gives its exit code."""
    return subprocess.call([str(PYTHON), *args], cwd=cwd)


def talk(*command: str) -> None:
    """Run a command whose output is for people; an exit code other than 0 is an error."""
    subprocess.run(command, check=True, stdout=sys.stderr)


def quiet(*command: str) -> bool:
    """Whether this command is there and works."""
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    say(text)
    sys.exit(1)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)

"""How soon the lock screen is there, and how much memory an open dossier takes.

Beside it the least that PySide6 can show, started in turns with the program, so that the ratio
holds on a slow or busy machine. Of each, the fastest start counts: what else the machine does
only ever adds.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks._window import PASSPHRASE
from benchmarks.figures import failed, figure
from caseplanner import desk as desks
from caseplanner.ui import theme

STARTS = 12
WARM_UP = 2
MOST_MEMORY = 150  # MiB
SLOWER = 1.5  # times the bare window


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        desks.create(Path(folder), PASSPHRASE, "Joke")
        style_sheet = Path(folder) / "style.qss"
        style_sheet.write_text(theme.style_sheet(), "utf-8")
        bare, lock = [], []
        for _ in range(STARTS + WARM_UP):
            bare.append(start("bare", str(style_sheet)))
            lock.append(start("lock", folder))
        least = min(bare[WARM_UP:])
        figure("start to the lock screen", min(lock[WARM_UP:]), least, SLOWER * least, "ms")
        figure(
            "memory, practice dossier open", ask("open", folder), MOST_MEMORY, MOST_MEMORY, "MiB"
        )


def start(*window: str) -> float:
    """From the start of the process to the first paint, in milliseconds."""
    begin = time.monotonic()
    return (ask(*window) - begin) * 1000


def ask(*window: str) -> float:
    command = [sys.executable, "-m", "benchmarks._window", *window]
    return float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def with_screen() -> None:
    """Go on under a screen in memory where there is none; without one nothing is really shown."""
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen and (xvfb := shutil.which("xvfb-run")):
        command = [xvfb, "-a", "-s", "-screen 0 1920x1080x24"]
        os.execv(xvfb, [*command, sys.executable, "-m", "benchmarks.start"])


if __name__ == "__main__":
    with_screen()
    main()
    sys.exit(bool(failed))

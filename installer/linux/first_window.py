"""How soon the first window is painted: from the start of the process, as somebody sees it.

python -m installer.linux.first_window NAME=COMMAND [NAME=COMMAND …]

Each command is a program under its own X server in memory, in which nothing is painted until it is
there. They are started in turns, so that the ratio holds on a busy machine; of each the fastest
start counts, for what else the machine does only ever adds. Exit 1 where the second takes more
than 1.5 times what the first takes.
"""

import mmap
import os
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STARTS = 9
WARM_UP = 2
MOST = 1.5
PATIENCE = 60  # seconds
COLOURS = 12  # in a picture with letters; a window that is only mapped has one or two
SIZE = (1366, 768)
DISPLAY = ":83"


def main(arguments: list[str]) -> int:
    commands = dict(argument.split("=", 1) for argument in arguments)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(STARTS + WARM_UP):
        for name, command in commands.items():
            taken[name].append(painted(shlex.split(command)))
    least = {name: min(times[WARM_UP:]) for name, times in taken.items()}
    for name, seconds in least.items():
        print(f"first window, {name}: {seconds * 1000:.0f} ms (the fastest of {STARTS})")
    first, second = list(least.values())[:2]
    print(f"ratio: {second / first:.2f} (at most {MOST})")
    return int(second > MOST * first)


def painted(command: list[str]) -> float:
    """Seconds from the start of the command until letters are on the screen."""
    with screen() as pixels:
        begin = time.monotonic()
        program = subprocess.Popen(
            command, env={**os.environ, "DISPLAY": DISPLAY}, start_new_session=True
        )
        try:
            while len(set(memoryview(pixels).cast("I")[::997])) < COLOURS:
                if time.monotonic() - begin > PATIENCE:
                    sys.exit(f"No window of {command[0]} in {PATIENCE} seconds")
                time.sleep(0.002)
            return time.monotonic() - begin
        finally:
            os.killpg(program.pid, signal.SIGTERM)
            program.wait()


@contextmanager
def screen() -> Iterator[mmap.mmap]:
    """An X server of this test alone; gives what is on its screen."""
    with tempfile.TemporaryDirectory() as folder:
        size = "x".join(map(str, (*SIZE, 24)))
        server = subprocess.Popen(
            ["Xvfb", DISPLAY, "-screen", "0", size, "-fbdir", folder, "-nolisten", "tcp"],
            stderr=subprocess.DEVNULL,
        )
        try:
            file = Path(folder, "Xvfb_screen0")
            while not (file.exists() and file.stat().st_size):
                time.sleep(0.01)
            time.sleep(0.3)
            with file.open("rb") as opened:
                yield mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

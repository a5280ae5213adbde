"""The program once more, in a new process: nothing of the one before is left."""

import contextlib
import os
import sys


def restart() -> None:
    """End this process and start the program anew, with the same words on its command line."""
    command = [sys.executable, *sys.orig_argv[1:]]
    if os.name == "posix":
        with contextlib.suppress(OSError):  # the program was taken away: then it only ends
            os.execv(sys.executable, command)
        os._exit(1)

    import subprocess  # here and in other places: what the first screen does not need waits

    subprocess.Popen(command)
    os._exit(0)  # at once: nothing of this process may stay

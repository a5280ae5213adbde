"""Reports of faults in the program, for its makers. They hold no word a person typed."""

import contextlib
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from caseplanner import __version__, files
from caseplanner.errors import UserError
from caseplanner.words import _

FOLDER = "reports"


def write(folder: Path, error: BaseException) -> Path | None:
    """Put a report beside the vault and return its path; None when that did not work either."""
    now = datetime.now(UTC)
    path = folder / FOLDER / f"{now:%Y%m%d-%H%M%S}.txt"
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.write(path, told(error, now).encode())
        return path
    return None


def in_words(folder: Path, error: BaseException) -> str:
    """What went wrong, as a person may read it; what is no UserError also becomes a report."""
    if isinstance(error, UserError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return _("This file or folder cannot be used: {reason}", reason=error.strerror)
    return told_to_people(folder, error)


def told_to_people(folder: Path, error: BaseException) -> str:
    """Write a report, and what to say about it on the screen: what is safe, and where it is."""
    said = _("Something went wrong in the program. What was saved is safe.")
    file = write(folder, error)
    if file:
        said += " " + _("A report without names is in {file}.", file=file)
    return said


def told(error: BaseException, at: datetime) -> str:
    """Which kinds of error, and in which lines of the program; never their messages or values."""
    lines = [
        f"caseplanner {__version__}",
        f"{at:%Y-%m-%d %H:%M} UTC",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        "",
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__)
        for frame, line in traceback.walk_tb(seen.__traceback__):
            code = frame.f_code
            # The last parts of the path only: the first hold the name of who is logged in.
            lines.append(f"  {'/'.join(Path(code.co_filename).parts[-3:])}:{line} {code.co_name}")
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"

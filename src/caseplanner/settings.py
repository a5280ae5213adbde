"""What a person set for the screens of this laptop. Lies beside the vault, unencrypted: no names.

`Place` is where the work was when the program locked, so that unlocking comes back to it; ids
and numbers only.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from caseplanner import files

SETTINGS, PLACE = "settings.json", "place.json"
THEMES = ("system", "light", "dark", "contrast")
LEAST_TEXT, MOST_TEXT = 90, 200  # percent, ux.md section 5


@dataclass(frozen=True, slots=True)
class Settings:
    """`saved_at` is when the last edit was saved, for the lock screen."""

    language: str = "nl"
    theme: str = "system"
    text_size: int = 100
    hide_names: bool = False
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A page with its argument as text, and which field of it had the focus, counted by Tab."""

    page: str = "list"
    argument: str = ""
    dossier: str = ""
    field: int = -1
    caret: int = 0
    window: tuple[int, int, int, int] = (0, 0, 0, 0)
    full: bool = False


def load(folder: Path) -> Settings:
    """The settings kept in this folder; the defaults where there are none or they are damaged."""
    found = _read(folder / SETTINGS, Settings)
    if found is None or found.language not in ("nl", "en") or found.theme not in THEMES:
        return Settings()
    return replace(found, text_size=max(LEAST_TEXT, min(found.text_size, MOST_TEXT)))


def save(folder: Path, settings: Settings) -> None:
    """Keep the settings. Raises OSError as the disk gave it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    files.write(folder / SETTINGS, msgspec.json.format(msgspec.json.encode(settings)))


def keep_place(folder: Path, place: Place) -> None:
    """Remember where the work was. Raises OSError as the disk gave it."""
    files.write(folder / PLACE, msgspec.json.encode(asdict(place)))


def take_place(folder: Path) -> Place:
    """Where the work was when the program locked, once; a new start begins at the list."""
    found = _read(folder / PLACE, Place)
    (folder / PLACE).unlink(missing_ok=True)
    return found or Place()


_Kind = TypeVar("_Kind")


def _read(path: Path, kind: type[_Kind]) -> _Kind | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None  # not there or not readable: the program still has to start

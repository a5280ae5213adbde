"""What a person set for the screens of this laptop. Lies beside the vault, unencrypted: no names.

`Place` is where the work was when the program locked, so that unlocking comes back to it; ids
and numbers only.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from caseplanner.words import CLIENT, LANGUAGES

SETTINGS, PLACE = "settings.json", "place.json"
THEMES = ("system", "light", "dark", "contrast")
LEAST_TEXT, MOST_TEXT = 90, 200  # percent, ux.md section 5
IDLE, LEAST_IDLE, MOST_IDLE = 5, 1, 30  # minutes
MEETING = 30  # minutes untouched in a talk at three, where the laptop lies on the table (ux.md 4)


@dataclass(frozen=True, slots=True)
class Settings:
    """`saved_at` is when the last edit was saved, for the lock screen.

    The program locks after `idle` minutes untouched, and when it is minimised if `lock_minimised`.
    `list_show` and `list_order` say which dossiers the list shows and in which order (ui.worklist).
    `client_word` is how the program calls the client (words.CLIENTS).
    `backup_place` is the second place of the backups, outside the laptop; "" where there is none.
    """

    language: str = "nl"
    theme: str = "system"
    text_size: int = 100
    hide_names: bool = False
    saved_at: datetime | None = None
    idle: int = IDLE
    lock_minimised: bool = False
    backup_place: str = ""
    list_show: str = ""
    list_order: str = ""
    client_word: str = CLIENT


@dataclass(frozen=True, slots=True)
class Place:
    """A page with its argument as text, and the path of the field that had the focus (ui.half).

    The page "rescue" is the screen where the backup whose folder is `argument` is put back.

    `minimised` is whether the window was out of sight, so that the lock screen stays there too.
    `news` is a sentence for the lock screen about what was done before it locked.
    """

    page: str = "list"
    argument: str = ""
    dossier: str = ""
    field: str = ""
    caret: int = 0
    window: tuple[int, int, int, int] = (0, 0, 0, 0)
    full: bool = False
    minimised: bool = False
    news: str = ""


def load(folder: Path) -> Settings:
    """The settings kept in this folder; the defaults where there are none or they are damaged."""
    found = _read(folder / SETTINGS)
    try:
        saved_at = found.get("saved_at")
        read = Settings(
            language=str(found.get("language", "nl")),
            theme=str(found.get("theme", "system")),
            text_size=max(LEAST_TEXT, min(int(found.get("text_size", 100)), MOST_TEXT)),
            hide_names=found.get("hide_names") is True,
            idle=max(LEAST_IDLE, min(int(found.get("idle", IDLE)), MOST_IDLE)),
            lock_minimised=found.get("lock_minimised") is True,
            backup_place=str(found.get("backup_place", "")),
            list_show=str(found.get("list_show", "")),
            list_order=str(found.get("list_order", "")),
            client_word=str(found.get("client_word", CLIENT)),
            saved_at=datetime.fromisoformat(saved_at) if saved_at else None,
        )
    except (TypeError, ValueError, OverflowError):
        return Settings()
    return read if read.language in LANGUAGES and read.theme in THEMES else Settings()


def save(folder: Path, settings: Settings) -> None:
    """Keep the settings. Raises OSError as the disk gave it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(folder / SETTINGS, asdict(settings))


def keep_place(folder: Path, place: Place) -> None:
    """Remember where the work was. Raises OSError as the disk gave it."""
    _write(folder / PLACE, asdict(place))


def take_place(folder: Path) -> Place:
    """Where the work was when the program locked, once; a new start begins at the list."""
    found = place(folder)
    (folder / PLACE).unlink(missing_ok=True)
    return found


def place(folder: Path) -> Place:
    """Where the work was when the program locked."""
    found = _read(folder / PLACE)
    try:
        x, y, width, height = (int(number) for number in found["window"])
        return Place(
            page=str(found["page"]),
            argument=str(found["argument"]),
            dossier=str(found["dossier"]),
            field=str(found["field"]),
            caret=int(found["caret"]),
            window=(x, y, width, height),
            full=found["full"] is True,
            minimised=found["minimised"] is True,
            news=str(found.get("news", "")),
        )
    except (KeyError, TypeError, ValueError, OverflowError):
        return Place()


def _write(path: Path, values: dict[str, Any]) -> None:
    from caseplanner import files

    files.write(path, json.dumps(values, indent=1, default=datetime.isoformat).encode())


def _read(path: Path) -> dict[str, Any]:
    """The object in this file; an empty one when it is not there or not readable.

    Read with json and by hand: the first screen waits for it, and msgspec takes 50 ms to import.
    """
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}

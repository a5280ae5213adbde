"""What a person set for the screens of this laptop. Lies beside the vault, unencrypted: no names.

Only what was chosen is kept; for the rest the defaults of the institution hold (institution.py),
and else those of the program. `Place` is where the work was when the program locked, so that
unlocking comes back to it; ids and numbers only.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from caseplanner.words import CLIENT, CLIENTS, LANGUAGES

SETTINGS, PLACE = "settings.json", "place.json"
SCHEMA = 2  # of settings.json; before it all settings stood there, chosen or not
THEMES = ("system", "light", "dark", "contrast")
LEAST_TEXT, MOST_TEXT = 90, 200  # percent, ux.md section 5
IDLE, LEAST_IDLE, MOST_IDLE = 5, 1, 30  # minutes
MEETING = 30  # minutes untouched in a talk at three, where the laptop lies on the table (ux.md 4)
CHOICES = {"language": tuple(LANGUAGES), "theme": THEMES, "client_word": tuple(CLIENTS["nl"])}
LIMITS = {
    "text_size": (LEAST_TEXT, MOST_TEXT),
    "idle": (LEAST_IDLE, MOST_IDLE),
    "review_weeks": (1, 26),
    "final_days": (7, 90),  # domain.md C2: at least a week before release
    "transfer_days": (1, 10),  # and no later than ten days after a transfer
}


@dataclass(frozen=True, slots=True)
class Settings:
    """`saved_at` is when the last edit was saved, for the lock screen.

    The program locks after `idle` minutes untouched, and when it is minimised if `lock_minimised`.
    `list_show` and `list_order` say which dossiers the list shows and in which order (ui.worklist).
    `client_word` is how the program calls the client (words.CLIENTS).
    `backup_place` is the second place of the backups, outside the laptop; "" where there is none.
    A plan is reviewed every `review_weeks`, for the last time `final_days` before release, and
    within `transfer_days` of a transfer (domain.md C2).
    `chosen` are the settings the person chose, `given` those of which the institution gives the
    default.
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
    review_weeks: int = 6
    final_days: int = 7
    transfer_days: int = 10
    chosen: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def is_given(self, name: str) -> bool:
        """What holds for this setting is the default of the institution."""
        return name in self.given and name not in self.chosen


PLAIN = Settings()
KEPT = tuple(field.name for field in fields(Settings) if field.name not in ("chosen", "given"))
GIVABLE = frozenset(KEPT) - {"saved_at", "hide_names", "list_show", "list_order"}


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


def fits(name: str, value: object) -> bool:
    """This can be the value of the setting, as a file has it."""
    if name in LIMITS:
        least, most = LIMITS[name]
        return type(value) is int and least <= value <= most
    if name in CHOICES:
        return value in CHOICES[name]
    return type(value) is type(getattr(PLAIN, name))


def choose(before: Settings, after: Settings) -> Settings:
    """`after`, with what differs from before among what the person chose."""
    differs = {name for name in KEPT if getattr(before, name) != getattr(after, name)}
    return replace(after, chosen=before.chosen | after.chosen | differs)


def load(folder: Path, given: Mapping[str, Any] | None = None) -> Settings:
    """The settings kept in this folder; for what is not there or damaged the given defaults, and
    else those of the program.
    """
    found = _read(folder / SETTINGS)
    held = {name: _held(name, found[name]) for name in KEPT if name in found}
    own = {name: value for name, value in held.items() if value is not None}
    if "schema" not in found:  # an earlier release: what was left as it was, was not chosen
        own = {name: value for name, value in own.items() if value != getattr(PLAIN, name)}
    given = given or {}
    return Settings(**{**given, **own}, chosen=frozenset(own), given=frozenset(given))


def save(folder: Path, settings: Settings) -> None:
    """Keep what was chosen. Raises OSError as the disk gave it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = {name: getattr(settings, name) for name in KEPT if name in settings.chosen}
    _write(folder / SETTINGS, {"schema": SCHEMA, **own})


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


def _held(name: str, value: Any) -> Any:
    """The value in the file of a person; a number off the scale is brought back to it. None for
    what cannot be one.
    """
    try:
        if name in LIMITS:
            least, most = LIMITS[name]
            return max(least, min(int(value), most))
        if name == "saved_at":
            return datetime.fromisoformat(value) if value else None
    except (TypeError, ValueError, OverflowError):
        return None
    return value if fits(name, value) else None


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

"""What a list of the laptop is called on the screen, in the language of now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from caseplanner.dossier.takeover import Difference


@dataclass(frozen=True)
class ShelfSaid:
    """Around the list: its search, its kinds, and how many there are."""

    search: str
    rows: str
    show_all: str
    number: Callable[[int], str]
    all_kinds: str = ""
    kind: str = ""
    none_of_kind: str = ""


@dataclass(frozen=True)
class FileSaid:
    """For a list that goes to files and comes from them; `parts` says what a file would bring."""

    import_: str
    export: str
    kind: str  # of file, for the dialog
    name: str  # of file, as proposed
    imported: str
    taken: Callable[[int], str]
    parts: Callable[[Difference[Any]], tuple[str, str, str, str]]
    not_yet: str
    nothing_new: str
    back: str


@dataclass(frozen=True)
class Said:
    """The page. What is given to `undo` is named by what was done: `new`, `changed`, `removed`."""

    title: str
    new: str
    change: str
    remove: str
    changed: str
    removed: str
    removed_told: Callable[[str], str]
    all: str
    choose: str
    empty: str
    empty_told: str
    note: str = ""

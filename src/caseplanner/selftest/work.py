"""What the parts of the self-test hand on to each other."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from caseplanner.errors import UserError
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.desk import Desk, Keys
    from caseplanner.dossier.model import Dossier

T = TypeVar("T")
Part = tuple[str, Callable[[], object]]  # its name for people, and how it is tried

NOT_TRIED = mark("Not tried: it needs a part that failed before.")


@dataclass
class Work:
    """A new vault in `folder`, and what was made with it so far.

    `stopped(part, reason)` is called where the process is about to be ended by a library.
    """

    folder: Path
    stopped: Callable[[str, str], None]
    keys: "Keys | None" = None
    dossier: "Dossier | None" = None
    pdf: bytes = b""
    certificate: bytes = b""

    def desk(self) -> "closing[Desk]":
        from caseplanner.desk import Desk

        return closing(Desk(self.folder, needed(self.keys)))


def needed(made: T | None) -> T:
    """What an earlier part made; a UserError where that failed."""
    if not made:
        raise UserError(NOT_TRIED)
    return made


def must(holds: bool, otherwise: str, **facts: Any) -> None:
    """A UserError with this entry of the word catalogue, unless it holds."""
    if not holds:
        raise UserError(otherwise, **facts)

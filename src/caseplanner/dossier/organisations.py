"""Addresses: the organisations and professionals around all plans of this laptop.

For domain.md 2f and 3c. They belong to the laptop and to no dossier. There is no place for a client
or a victim.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from caseplanner.dossier import list_file, passages, plain
from caseplanner.dossier.folding import fold
from caseplanner.dossier.list_file import Fault, Form, Row
from caseplanner.dossier.model import PartnerKind, new_id
from caseplanner.errors import UserError
from caseplanner.words import mark

MOST = 2_000
MOST_BYTES = 5 * 1024 * 1024  # as a file
MOST_LINE, MOST_NOTE = 200, 2_000  # letters
LINES = ("name", "contact", "reach")
FULL = mark("The list of addresses holds at most {most}. This would be more: nothing was changed.")


@dataclass(frozen=True, slots=True)
class Organisation:
    """`contact` is the person there, `reach` how to reach that person for work."""

    kind: PartnerKind
    name: str
    contact: str = ""
    reach: str = ""
    note: str = ""
    id: str = field(default_factory=new_id)


Organisations = tuple[Organisation, ...]


def wrong(one: Organisation) -> str:
    """The name of the first field that is not as it should be; "" when all are."""
    fits = {
        "id": plain.ID.fullmatch(one.id),
        "name": one.name.strip() and plain.is_line(one.name, MOST_LINE),
        "contact": plain.is_line(one.contact, MOST_LINE),
        "reach": plain.is_line(one.reach, MOST_LINE),
        "note": plain.is_text(one.note, MOST_NOTE),
    }
    return next((name for name, fit in fits.items() if not fit), "")


def check(all: Sequence[Organisation]) -> None:
    """UserError when these are more than the list holds."""
    if len(all) > MOST:
        raise UserError(FULL, most=MOST)


def in_order(all: Iterable[Organisation]) -> Organisations:
    """By name."""
    return tuple(sorted(all, key=lambda one: (fold(one.name), one.id)))


def find(all: Organisations, query: str = "", kind: PartnerKind | None = None) -> Organisations:
    """Those of this kind with every word of the query in name, contact, reach or note, in order."""
    asked = passages.words(query)
    return tuple(
        one
        for one in all
        if (kind is None or one.kind is kind) and not any(w not in _folded(one) for w in asked)
    )


def read(file: str, data: bytes) -> Organisations:
    """Those in a file (docs/addresses.md). UserError for the first thing that is wrong."""
    return FORM.read(file, data)


def write(all: Organisations) -> bytes:
    return FORM.write(
        [
            {
                "id": one.id,
                "kind": one.kind.value,
                "name": one.name,
                "contact": one.contact,
                "reach": one.reach,
                "note": one.note.split("\n") if one.note else [],
            }
            for one in all
        ]
    )


def _make(row: Row, fault: Fault) -> Organisation:
    said = list_file.lines(row, ("id", "kind", *LINES), fault)
    note = row.get("note", [])
    if not isinstance(note, list) or not all(isinstance(p, str) and "\n" not in p for p in note):
        raise fault("note")
    if said["kind"] not in set(PartnerKind):
        raise fault("kind")
    made = Organisation(
        kind=PartnerKind(said["kind"]),
        name=said["name"],
        contact=said["contact"],
        reach=said["reach"],
        note="\n".join(note),
        id=said["id"],
    )
    if slip := wrong(made):
        raise fault(slip)
    return made


FORM = Form(
    format="caseplanner-addresses",
    rows="organisations",
    must=("id", "kind", "name"),
    may=("contact", "reach", "note"),
    most=MOST,
    most_bytes=MOST_BYTES,
    make=_make,
)


@lru_cache(MOST)
def _folded(one: Organisation) -> str:
    return fold("\n".join((one.name, one.contact, one.reach, one.note)))

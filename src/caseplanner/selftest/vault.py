"""That the vault keeps what it is given, opens for who knows how, and tells others nothing."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from caseplanner import desk as desks
from caseplanner import passphrases, practice
from caseplanner.desk import Desk
from caseplanner.errors import UserError, WrongSecret
from caseplanner.selftest.work import Part, Work, must, needed
from caseplanner.words import _, mark

WORKER = "self-test"
LONG = 12  # letters; chance alone does not make so long a text in a file

OPENS = mark("The vault opened with a wrong passphrase. Do not use the program; tell its makers.")
OTHER = mark("The dossier that was read is not the one that was kept. Do not use the program.")
READABLE = mark("Words of a dossier can be read on the disk. Do not use the program.")


def parts(work: Work) -> tuple[Part, ...]:
    return (
        (_("a vault is made, and only its passphrase opens it"), lambda: made(work)),
        (_("a recovery sheet opens it, with a new passphrase"), lambda: recovered(work)),
        (_("a dossier is kept and read back"), lambda: kept(work)),
        (_("its words are unreadable on disk"), lambda: unreadable(work)),
    )


def made(work: Work) -> None:
    passphrase = passphrases.generate()
    desks.create(work.folder, passphrase, WORKER)
    _refuses(work, passphrases.generate())
    work.keys = desks.unlock(work.folder, passphrase)
    with work.desk() as desk:
        must(desk.worker == WORKER, OTHER)


def recovered(work: Work) -> None:
    sheet, new = " ".join(passphrases.new_recovery()), passphrases.generate()
    with work.desk() as desk:
        desk.custody.make_recovery(sheet)
    keys = desks.recover(work.folder, sheet, new)
    with closing(Desk(work.folder, keys)) as desk:
        must(desk.worker == WORKER, OTHER)
    work.keys = desks.unlock(work.folder, new)


def kept(work: Work) -> None:
    dossier = practice.dossier()
    with work.desk() as desk:
        desk.add(dossier)
    with work.desk() as desk:
        must(desk.open(dossier.id).dossier == dossier, OTHER)
    work.dossier = dossier


def unreadable(work: Work) -> None:
    said = {text.encode() for text in _texts(needed(work.dossier)) if len(text) >= LONG}
    for file in work.folder.rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        must(not any(text in data for text in said), READABLE)


def _refuses(work: Work, passphrase: str) -> None:
    with suppress(WrongSecret):
        desks.unlock(work.folder, passphrase)
        raise UserError(OPENS)


def _texts(value: Any) -> Iterator[str]:
    """What people typed in the dossier."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))

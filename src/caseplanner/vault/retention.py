"""How long each dossier is kept, and its destruction, of which a mark stays that leads to nobody.

The mark of a destroyed dossier is an HMAC over its id, under a key inside the vault. It stands in
the database and, a line each, in the file `tombstones` beside it. So a dossier that comes back
(an older case.db put in its place, a restored backup, an import) is known again, and nobody without
the keys can tell from the file which dossiers there were (domain.md R18).
"""

import contextlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from caseplanner.dossier.log import Deed
from caseplanner.dossier.retention import Ground, Retention, State, check_destroy, is_near, state
from caseplanner.dossier.retention import due as due_on
from caseplanner.errors import UserError
from caseplanner.vault import header
from caseplanner.vault.engine import Database
from caseplanner.vault.places import TOMBSTONES, VAULT
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

_KEY = "tombstone key"
_TO_SWEEP = "destroyed, and not yet swept"
DESTROYED = mark(
    "This dossier was destroyed here, at the end of its term or because somebody asked for it. It "
    "does not come back. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class Term:
    """A dossier that asks for a look. `due` is None where it is held."""

    id: str
    called: str
    practice: bool
    kept: Retention
    state: State
    due: date | None


def of(vault: "Vault", dossier_id: str) -> Retention:
    """How this dossier is kept; as every new one where nobody said otherwise."""
    with vault.in_words():
        rows = list(vault.db.table("retention").rows_where("dossier_id = ?", [dossier_id]))
    return _value(rows[0]) if rows else Retention()


def put(vault: "Vault", dossier_id: str, kept: Retention, deed: Deed, **detail: str) -> None:
    """Keep a dossier like this from now on; the log says which deed that was."""
    with vault.writing(deed, dossier_id, detail) as (db, _):
        row = {"dossier_id": dossier_id, **msgspec.to_builtins(asdict(kept))}
        db.table("retention").insert(row, replace=True)


def terms(vault: "Vault", today: date) -> tuple[Term, ...]:
    """The dossiers at term, those that are within a month, and those held: first due first."""
    with vault.in_words():
        rows = vault.db.execute_returning_dicts(
            "SELECT retention.*, called, practice FROM retention JOIN register "
            "ON id = dossier_id WHERE closed_on IS NOT NULL OR held_since IS NOT NULL"
        )
    found = []
    for row in rows:
        kept = _value(row)
        if is_near(kept, today):
            told = (row["dossier_id"], row["called"], bool(row["practice"]))
            found.append(Term(*told, kept, state(kept, today), due_on(kept)))
    return tuple(sorted(found, key=lambda term: (term.due or date.max, term.called, term.id)))


def check(vault: "Vault", dossier_id: str, ground: Ground, today: date) -> Retention:
    """How this dossier is kept; UserError when it may not be destroyed on this ground."""
    with vault.in_words():
        register = list(vault.db.table("register").rows_where("id = ?", [dossier_id]))
    if not register:
        raise UserError(mark("This dossier is not in the vault."))
    kept = of(vault, dossier_id)
    check_destroy(kept, ground, today, practice=bool(register[0]["practice"]))
    return kept


def destroy(vault: "Vault", dossier_id: str, ground: Ground, today: date) -> None:
    """Destroy every row of a dossier but its lines in the audit log, which name nobody.

    Then `sweep`, once for all that were destroyed.

    UserError when it may not be destroyed on this ground, and when the disk will not do; then all
    of it is still there. There is no way back.
    """
    now, basis = datetime.now(UTC), check(vault, dossier_id, ground, today).basis.value
    told = {"ground": ground.value, "basis": basis}
    with vault.writing(Deed.DESTROYED, dossier_id, told, now) as (db, _):
        _wipe(db, dossier_id)
        row = {"at": now.isoformat(), "basis": basis, "worker": vault.staff.id}
        db.table("tombstone").insert({"mark": _mark(make_key(db), dossier_id), **row}, replace=True)
    with contextlib.suppress(UserError), vault.in_words():  # it is gone; at worst the next opening
        _write(vault.folder, _marks(vault.db))  # writes the file


def sweep(vault: "Vault") -> None:
    """Leave nothing of what was destroyed on any page of the database, nor in its log.

    `secure_delete` overwrites the rows themselves; where rows moved from page to page before, their
    old places still held them. So the whole file is written anew, which takes seconds where it is
    large. A disk that will not have that now is asked again at the next opening.
    """
    with contextlib.suppress(UserError), vault.in_words():
        if vault.db.table("note").count_where("name = ?", [_TO_SWEEP]):
            vault.db.execute("VACUUM")
            with vault.db.atomic() as db:
                db.execute("DELETE FROM note WHERE name = ?", [_TO_SWEEP])
            vault.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def refuse(vault: "Vault", dossier_id: str) -> None:
    """UserError where this dossier was destroyed in this vault."""
    with vault.in_words():
        key = _key(vault.db)
        if key and _mark(key, dossier_id) in _marks(vault.db):
            raise UserError(DESTROYED)


def make_key(db: Database) -> bytes:
    """The key of the marks, made when there is none. It stays the same when the keys change."""
    if found := _key(db):
        return found
    made = secrets.token_bytes(32)
    db.table("secret").insert({"name": _KEY, "data": made})
    return made


def apply_tombstones(db: Database, marks: Iterable[str]) -> tuple[str, ...]:
    """Destroy what came back, inside the transaction of its caller; the ids of those dossiers.

    `marks` are remembered as well, so that the file can be made from the table again.
    """
    key, wanted = make_key(db), set(marks)
    ids = [row[0] for row in db.execute("SELECT id FROM register")]
    back = tuple(id for id in ids if _mark(key, id) in wanted)
    for id in back:
        _wipe(db, id)
    for gone in sorted(wanted - _marks(db)):
        db.table("tombstone").insert({"mark": gone, "at": "", "basis": "", "worker": ""})
    return back


def settle(vault: "Vault") -> None:
    """Let file and table hold the same marks; what was destroyed before is destroyed again.

    At each opening: a power cut between the two is healed, and a case.db of before a destruction,
    put back by whatever means, holds no more than today's. Where the disk will not do that waits.
    """
    if vault.is_read_only:
        return
    filed = read(vault.folder)
    with contextlib.suppress(UserError), vault.in_words():
        had_key, held = _key(vault.db) is not None, _marks(vault.db)
        if not had_key or filed - held:
            with vault.db.atomic() as db:
                back = apply_tombstones(db, filed)
        else:
            back = ()
        for id in back:
            vault.note(Deed.DESTROYED, id, ground="again")
        if held - filed:
            _write(vault.folder, held | filed)
    sweep(vault)


def read(folder: Path) -> set[str]:
    """The marks in the file beside the database of this data folder; what is none is left out."""
    with contextlib.suppress(OSError):
        lines = (folder / VAULT / TOMBSTONES).read_bytes().split()
        return {line.decode("ascii") for line in lines if _is_mark(line)}
    return set()


def tables(db: Database) -> list[str]:
    """The tables with rows of single dossiers, found in the schema, so that none is forgotten."""
    rows = db.execute(
        "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c "
        "WHERE t.type = 'table' AND c.name = 'dossier_id' ORDER BY t.name"
    )
    return [row[0] for row in rows]


def _wipe(db: Database, dossier_id: str) -> None:
    """Every row of this dossier. While it stands in `destroying` its change log may go as well."""
    db.table("destroying").insert({"dossier_id": dossier_id})
    for table in sorted(tables(db), key="destroying".__eq__):  # that one last
        db.execute(f'DELETE FROM "{table}" WHERE dossier_id = ?', [dossier_id])
    db.execute("DELETE FROM register WHERE id = ?", [dossier_id])
    db.table("note").insert({"name": _TO_SWEEP, "value": ""}, replace=True)


def _value(row: Mapping[str, Any]) -> Retention:
    return msgspec.convert({**row, "held_why": row["held_why"] or ""}, Retention)


def _marks(db: Database) -> set[str]:
    return {row[0] for row in db.execute("SELECT mark FROM tombstone")}


def _key(db: Database) -> bytes | None:
    row = db.execute("SELECT data FROM secret WHERE name = ?", [_KEY]).fetchone()
    return bytes(row[0]) if row else None


def _mark(key: bytes, dossier_id: str) -> str:
    return hmac.digest(key, dossier_id.encode(), "sha256").hex()


def _is_mark(line: bytes) -> bool:
    return len(line) == 64 and all(sign in b"0123456789abcdef" for sign in line)


def _write(folder: Path, marks: set[str]) -> None:
    """All marks in the file, sorted, so that their order tells nothing."""
    text = "".join(f"{gone}\n" for gone in sorted(marks))
    header.replace_file(folder / VAULT / TOMBSTONES, text.encode("ascii"))

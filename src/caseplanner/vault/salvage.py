"""Saving what can be read of a damaged vault to a new one, under the same keys and passphrases.

What a lost page held of a dossier comes back from the change log, which has every row once more;
so most dossiers are whole again. The damaged vault is kept as a backup, as it is.
"""

import contextlib
import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import sqlcipher3.dbapi2 as driver

from caseplanner.dossier import diff
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.diff import Key, Row, owned, table_name
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, Person
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import (
    audit,
    backups,
    copying,
    dossiers,
    engine,
    header,
    people,
    places,
    register,
    restore,
    seals,
    search,
    swap,
    upgrade,
)
from caseplanner.vault.engine import Database, in_words
from caseplanner.vault.header import Header
from caseplanner.vault.keys import Keys
from caseplanner.vault.migrations import SCHEMA, migrations
from caseplanner.vault.old_header import OldHeader
from caseplanner.vault.places import DATABASE, TOMBSTONES, VAULT
from caseplanner.vault.progress import Tell, silent
from caseplanner.vault.wreck import Wreck
from caseplanner.words import mark

MADE_ANEW = {"_sqlite_migrations", "register", "passage", "name"}  # from what is in the others
NOTHING = mark(
    "Nothing of the vault can be read any more: the page that says where everything is, is "
    "damaged. Nothing was changed. Put back a backup."
)


@dataclass(frozen=True, slots=True)
class Report:
    """What came along. `partial` and `lost` are ids of dossiers; of a lost one no word is left.

    `rows_lost`: how many rows at most could not be read, most of which came back from the change
    log. `log_broken`: lines of the audit log are missing, and the log says so. `seal_lost`: plans
    are sealed with a new key from now on, and partners need its certificate.
    """

    whole: int
    partial: tuple[str, ...]
    lost: tuple[str, ...]
    rows_lost: int
    log_broken: bool
    seal_lost: bool


def salvage(folder: Path, keys: Keys, now: datetime, tell: Tell = silent) -> Report:
    """Let a new vault with all that can be read take the place of the damaged one, kept as backup.

    No program may have the vault open. Killed at any moment, the old or the new one is there.
    UserError when nothing can be read, the disk will not do, or this person does not manage it.
    """
    path = folder / VAULT / DATABASE
    with in_words(folder):
        places.check_whole(folder)
        places.check_drive(folder)
        held = places.lock(folder)
        try:
            swap.finish(folder)
            engine.check(path)
            places.check_room(folder, 2 * path.stat().st_size)
            new = swap.begin(folder)
            try:
                report = _build(new, folder, keys, now, tell)
                kept = restore.replaced(folder, keys, now)
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise
            swap.put_in_place(folder, kept)
        finally:
            held.release()
    return report


def _build(new: Path, folder: Path, keys: Keys, now: datetime, tell: Tell) -> Report:
    """A whole vault in the folder `new`, closed and on the disk."""
    head = _key_file(new, folder, keys)
    if (folder / VAULT / TOMBSTONES).exists():
        copying.copy(str(folder / VAULT / TOMBSTONES), str(new / TOMBSTONES))
    try:
        wreck = Wreck(folder / VAULT / DATABASE, keys)
    except driver.DatabaseError as error:
        if engine.sentence(error) != engine.DAMAGED:
            raise
        raise UserError(NOTHING) from None
    engine.create(new / DATABASE)
    db = engine.connect(new / DATABASE, keys.database(), keys.salt)
    try:
        engine.prepare(db)
        report, newest = _fill(db, wreck, folder, keys, head, now, tell)
    finally:
        wreck.close()
        engine.close(db)
    backups.put_anchor(new, keys, newest, head.generation, engine.digest(new / DATABASE))
    header.sync_folder(new)
    return report


def _key_file(new: Path, folder: Path, keys: Keys) -> Header:
    head = header.read(folder / VAULT)
    if isinstance(head, OldHeader):
        header.write(new, keys.renewed)
        head = header.read(new)
    else:
        header.check(head, keys.of("header"))
        header.write(new, header.encode(head))
    if isinstance(head, OldHeader):
        raise TypeError("a renewed key file is of today")
    return head


def _fill(
    db: Database,
    wreck: Wreck,
    folder: Path,
    keys: Keys,
    head: Header,
    now: datetime,
    tell: Tell,
) -> tuple[Report, audit.Head]:
    """Everything that can be read, in the tables of a new vault; mended, and brought up to date."""
    version = wreck.version()
    if version > SCHEMA:
        raise UserError(header.newer_words())
    pending = migrations.pending(db)
    migrations.apply(db, stop_before=pending[version].name if version < len(pending) else None)
    tables = _tables(db)
    known: dict[str, set[Key]] = defaultdict(set)
    lost = 0
    lines, missed = wreck.rows("register")
    with db.atomic():
        for done, table in enumerate(tables):
            tell(done, len(tables) + 1)
            rows, gone = wreck.rows(table)
            if table == "blob":
                whole = [row for row in rows if _hash(row["data"]) == row["hash"]]
                gone, rows = gone + len(rows) - len(whole), whole
            lost += gone
            _insert(db, table, rows)
            if gone and table in _kinds():
                for dossier, id in wreck.keys(table):
                    known[dossier].add((table, id))
        _from_the_log(db, known)
        for line in lines:
            known[line["id"]].add((table_name(Dossier), line["id"]))
    tell(len(tables), len(tables) + 1)
    upgrade.apply(db)
    if keys.name:
        upgrade.first_member(db, keys)
    with db.atomic():
        seal_lost = not seals.holds(db)
        if seal_lost:
            seals.make(db, keys.vault_id)
        me = _staff(db, head, keys, now)
        complete, partial, gone_ids = _dossiers(db, known, lines, now)
        search.rebuild(db)
        seen = restore.mark_of(folder, keys)
        last = audit.head(db)
        broken = bool(audit.broken_at(db) or (seen and seen.seq > last.seq))
        told = {"rows_lost": str(lost + missed), "partial": str(len(partial))}
        told |= {"lost": str(len(gone_ids)), "log": "broken" if broken else "whole"}
        if seen:
            told |= {"old_seq": str(seen.seq), "old_head": seen.head}
        after = audit.Head(max(last.seq, seen.seq if seen else 0), last.hash)
        newest = audit.add(db, me, Deed.SALVAGED, now, "", told, after)
    tell(len(tables) + 1, len(tables) + 1)
    return Report(complete, partial, gone_ids, lost + missed, broken, seal_lost), newest


def _tables(db: Database) -> list[str]:
    """The tables to fill: not the parts of a search index, nor what is made anew."""
    rows = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
    )
    return [row[0] for row in rows if row[0] not in MADE_ANEW]


def _insert(db: Database, table: str, rows: list[Row]) -> None:
    here = {column.name for column in db.table(table).columns}
    for row in rows:
        known = {name: value for name, value in row.items() if name in here}
        names = ", ".join(f'"{name}"' for name in known)
        marks = ", ".join("?" * len(known))
        db.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})', [*known.values()])


def _from_the_log(db: Database, known: dict[str, set[Key]]) -> None:
    """Put back each row that the change log says was there and that is not; note it as known."""
    there = {
        (row[0], table, row[1])
        for table in _kinds()
        for row in db.execute(f'SELECT dossier_id, id FROM "{table}"')
    }
    last: dict[tuple[str, str, str], int] = {}
    query = 'SELECT seq, dossier_id, "table", row_id FROM change_log ORDER BY seq'
    for seq, *key in db.execute(query):
        dossier, table, id = key
        last[dossier, table, id] = seq
    for (dossier, table, id), seq in last.items():
        if (dossier, table, id) in there or table not in _kinds():
            continue
        after = db.execute("SELECT after FROM change_log WHERE seq = ?", [seq]).fetchone()[0]
        if after is None:
            known[dossier].discard((table, id))  # it was removed before
            continue
        known[dossier].add((table, id))
        _insert(db, table, [{"dossier_id": dossier, "id": id, **json.loads(after)}])


def _dossiers(
    db: Database, known: dict[str, set[Key]], lines: list[Row], now: datetime
) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Write the list of dossiers anew: how many are whole, which only in part, and which are lost.

    One whose first rows are gone gets empty ones, so that what is left of it can be opened.
    """
    before = {line["id"]: line for line in lines}
    blobs = {(row[0], row[1]) for row in db.execute("SELECT dossier_id, hash FROM blob")}
    whole, partial, lost = 0, [], []
    for id in sorted({*_ids(db), *known}):
        rows = _rows(db, id)
        if not rows:
            lost.append(id)
            continue
        value = _value(rows, id)
        is_whole = value is not None and set(rows) >= known[id]
        if value is None:
            called = str(before.get(id, {}).get("called", ""))
            bare = dossiers.plain(Dossier(person=Person(called=called), id=id))
            have = {table for table, _ in rows}
            for (table, row_id), row in bare.items():
                if table not in have:
                    _insert(db, table, [{"dossier_id": id, **row, "id": row_id}])
            value = _value(_rows(db, id), id)
        if value is None:
            lost.append(id)
            continue
        is_whole = (
            is_whole
            and set(diff.rows(value)) >= set(rows)
            and _blobs(value) <= {hash for dossier, hash in blobs if dossier == id}
        )
        whole += is_whole
        if not is_whole:
            partial.append(id)
        _list(db, value, _edited(db, before.get(id), id, now))
    return whole, tuple(partial), tuple(lost)


def _list(db: Database, value: Dossier, edited_at: str) -> None:
    _insert(db, "register", [register.row(value, edited_at)])


def _edited(db: Database, line: Row | None, id: str, now: datetime) -> str:
    if line:
        return str(line["edited_at"])
    query = "SELECT at FROM change_log WHERE dossier_id = ? ORDER BY seq DESC LIMIT 1"
    row = db.execute(query, [id]).fetchone()
    return str(row[0]) if row else now.isoformat()


def _value(rows: dict[Key, Row], id: str) -> Dossier | None:
    with contextlib.suppress(KeyError, IndexError, msgspec.ValidationError):
        return dossiers.value(rows, id)
    return None


def _rows(db: Database, id: str) -> dict[Key, Row]:
    return {
        (table, row["id"]): row
        for table in _kinds()
        for row in db.table(table).rows_where("dossier_id = ?", [id])
    }


def _ids(db: Database) -> Iterator[str]:
    for table in _kinds():
        for row in db.execute(f'SELECT DISTINCT dossier_id FROM "{table}"'):
            yield row[0]


def _blobs(value: Dossier) -> set[str]:
    """The frozen plans, drawn signatures and scanned papers that this dossier points at."""
    frozen = (version.content for version in value.versions)
    drawn = (signature.ink for version in value.versions for signature in version.signatures)
    scanned = (scan.content for version in value.versions for scan in version.scans)
    return {hash for hash in (*frozen, *drawn, *scanned) if hash}


def _kinds() -> list[str]:
    def below(kind: type) -> list[str]:
        return [table_name(kind), *(t for inner, _ in owned(kind).values() for t in below(inner))]

    return below(Dossier)


def _staff(db: Database, head: Header, keys: Keys, now: datetime) -> Staff:
    """A row for everybody with a passphrase; names that were lost come from the log. Who is here.

    UserError when this person does not manage the vault.
    """
    there = {row[0] for row in db.execute("SELECT id FROM staff")}
    for owner in dict.fromkeys(slot.owner for slot in head.slots if slot.owner not in there):
        query = "SELECT name, role FROM audit WHERE worker = ? ORDER BY seq DESC LIMIT 1"
        name, role = db.execute(query, [owner]).fetchone() or ("", StaffRole.WORKER.value)
        manages = owner == keys.owner and role in (StaffRole.WORKER, StaffRole.MANAGER)
        people.put(db, Staff(name, StaffRole(role), manages, id=owner), now)
    me = people.staff(db, keys.owner)
    if not staff_.manages(me):
        raise UserError(
            mark("Only a colleague who manages the vault can do this. Nothing was changed.")
        )
    return me


def _hash(data: Any) -> str:
    return hashlib.sha256(data).hexdigest()

"""What it costs to keep dossiers encrypted and safe: saving, opening, finding, backing up.

The small part saves edits in one dossier beside a bare commit of one row, in turns on the same
disk. The large part works on 10,000 dossiers of thirty rows (300,000 rows, with as many lines of
history), unlocked with the real Argon2id, beside the same tables and the same queries in SQLite
without encryption.
"""

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

import sqlcipher3.dbapi2 as driver

from benchmarks import _many
from benchmarks.figures import failed, figure
from caseplanner import desk as desks
from caseplanner import practice
from caseplanner.dossier import diff, goals
from caseplanner.dossier.model import ClientAnswer, Dossier, VersionReason
from caseplanner.dossier.staff import Staff
from caseplanner.vault import anchor, dossiers, engine, keys, register, search, vault
from caseplanner.vault.engine import Database
from caseplanner.vault.keys import KEY, SALT, Cost

EDITS = 500
WARM_UP = 20
TIMES = 5
BULK = 100_000  # rows
PASSPHRASE = "for measuring"
QUERIES = (
    "zeldzaam4711", "moeder", "moe", "ik", "bel moeder", "rust werk", "mijn moeder bel", "caglar",
    "luk", "b12", "kameel", "zeldzaam", "week samen huis", "denn", "moeder zeldzaam3",
    "caglar kameel", "zeldzaam3 moeder", "samen kameel",
)  # fmt: skip


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        saving(Path(place))
    with tempfile.TemporaryDirectory() as place:
        many(Path(place))


def saving(place: Path) -> None:
    """One edit, beside one row committed and one record in place: the least that is safe."""
    desk = desks.Desk(place, vault.create(place, PASSPHRASE, "Joke", Cost(64, 1, 1)))
    typed = desk.add(replace(practice.dossier(), practice=False))
    for goal in goals.current(typed.dossier):
        typed.change("Answer", partial(goals.answer, goal=goal.id, said=ClientAnswer.YES))
    typed.freeze(VersionReason.FIRST)
    engine.create(place / "bare.db")
    bare = engine.connect(place / "bare.db", bytes(KEY), bytes(SALT))
    engine.prepare(bare)
    bare.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    record = anchor.Anchor(place, bytes(KEY), 0)

    def one_row() -> None:
        with bare.atomic():
            bare.execute("INSERT INTO note (text) VALUES (?)", ["x" * 100])
        record.put(1, "", 1)

    def one_letter() -> None:
        typed.change("Goal", letter, merge="goal")

    edits, rows = [], []
    for _ in range(EDITS + WARM_UP):
        rows.append(milliseconds(one_row))
        edits.append(milliseconds(one_letter))
    edits, rows = sorted(edits[WARM_UP:]), sorted(rows[WARM_UP:])
    middle, late = EDITS // 2, EDITS * 95 // 100
    figure("one edit saved, p95", edits[late], rows[late], 10, "ms")
    figure("one edit saved, p50", edits[middle], rows[middle], 3 * rows[middle], "ms")
    record.close()
    engine.close(bare)
    desk.close()


def letter(dossier: Dossier) -> Dossier:
    first, *others = dossier.goals
    return replace(dossier, goals=(replace(first, text=first.text[1:] + first.text[0]), *others))


def many(place: Path) -> None:
    folder = place / "data"
    made = _many.make(folder, keys.calibrate())
    made.close()
    plain = in_the_clear(folder, place / "plain.db", made.keys)

    def to_the_list() -> None:
        opened = vault.open_vault(folder, vault.unlock(folder, _many.PASSPHRASE))
        register.lines(opened)
        opened.close()

    def list_in_the_clear() -> None:
        register.entries(plain)

    opening = min(milliseconds(to_the_list) for _ in range(TIMES))
    opened = vault.open_vault(folder, vault.unlock(folder, _many.PASSPHRASE))
    closing = milliseconds(lambda: engine.digest(folder / "vault" / "case.db"))
    stretch = min(
        milliseconds(lambda: vault.unlock(folder, _many.PASSPHRASE)) for _ in range(TIMES)
    )
    listed = min(milliseconds(list_in_the_clear) for _ in range(TIMES))
    figure("passphrase to list and closed again", opening - closing, listed + stretch, 1000, "ms")

    found = late([partial(search.find, opened, q, desks.MOST_FOUND) for q in QUERIES])
    clear = Plain(plain, opened.staff)
    beside = late([partial(search.find, clear, q, desks.MOST_FOUND) for q in QUERIES])
    figure("search, p95", found, beside, 20, "ms")

    chance = random.Random(2)
    ids = [f"{chance.randrange(_many.MANY):032x}" for _ in range(100)]
    read = late([partial(dossiers.load, opened, id) for id in ids], times=1)
    figure(
        "a dossier opened, p95",
        read,
        late([partial(dossiers.load, clear, id) for id in ids], 1),
        30,
        "ms",
    )
    opened.close()

    desk = desks.Desk(folder, made.keys)
    sessions = [desk.open(id) for id in ids]
    saved = late([partial(s.change, "Goal", letter) for s in sessions], times=1)
    beside = late([edit(clear, id) for id in ids], times=1)
    figure("one edit saved among 10,000, p95", saved, beside, 10, "ms")
    custody = desk.custody
    backed_up = min(milliseconds(lambda: custody.backed_up(custody.back_up()())) for _ in range(2))
    desk.close()
    copied = milliseconds(lambda: copied_and_read(folder / "vault" / "case.db", place / "copy.db"))
    figure("a backup, read again whole", backed_up, copied, 5000, "ms")
    opened = vault.open_vault(folder, made.keys)
    anew = milliseconds(lambda: search.rebuild(opened.db))
    beside = milliseconds(lambda: search.rebuild(plain))
    figure("the search index made anew", anew, beside, 30_000, "ms")
    opened.close()
    plain.close()
    bulk(place)


class Plain(vault.Vault):
    """The same database without encryption and anchor, as far as it is asked for a vault."""

    def __init__(self, db: Database, staff: Staff) -> None:
        self.db, self.staff = db, staff
        self._anchor = None

    @contextmanager
    def in_words(self) -> Iterator[None]:
        yield


def edit(opened: vault.Vault, id: str) -> Callable[[], None]:
    """One letter of a goal moved, ready to be saved."""
    before = dossiers.load(opened, id)
    after = letter(before)
    changes = diff.changes(before, after)
    return partial(dossiers.save, opened, after, changes, "Goal", datetime.now(UTC))


def copied_and_read(source: Path, target: Path) -> None:
    """The file copied to the disk and its digest taken: the least that tells that it is there."""
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())
    engine.digest(target)


def in_the_clear(folder: Path, path: Path, opened: keys.Keys) -> Database:
    """The same tables, in SQLite without encryption."""
    case = folder / "vault" / "case.db"
    db = engine.connect(case, opened.database(), opened.salt)
    db.execute("ATTACH ? AS plain KEY ''", [str(path)])
    db.execute("SELECT sqlcipher_export('plain')").fetchone()
    db.close()
    plain = Database(driver.connect(str(path)))
    for setting in engine.SETTINGS:
        if not setting.startswith("cipher"):
            plain.execute(f"PRAGMA {setting}").fetchone()
    return plain


def bulk(place: Path) -> None:
    """Many rows in one transaction, encrypted and not."""

    def insert(name: str, key: str) -> None:
        db = Database(driver.connect(str(place / name)))
        if key:
            db.execute(f"PRAGMA key = \"x'{key}'\"")
        db.execute("PRAGMA journal_mode = WAL").fetchone()
        db.table("note").create({"id": int, "of": str, "text": str}, pk="id")
        with db.atomic():
            db.conn.executemany(
                "INSERT INTO note VALUES (?, ?, ?)",
                ((n, f"{n % 997:032x}", f"{n} " * 20) for n in range(BULK)),
            )
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()

    def fresh(name: str, key: str) -> float:
        for file in place.glob(f"{name}*"):
            file.unlink()
        return milliseconds(partial(insert, name, key))

    encrypted, clear = [], []
    for _ in range(TIMES):
        clear.append(fresh("clear.db", ""))
        encrypted.append(fresh("secret.db", bytes(KEY + SALT).hex()))
    figure("100,000 rows in one go", min(encrypted), min(clear), 1.5 * min(clear), "ms")


def late(deeds: list[Callable[[], object]], times: int = TIMES) -> float:
    """The 95th percentile of the milliseconds these take; the quickest of so many times each."""
    took = sorted(min(milliseconds(deed) for _ in range(times)) for deed in deeds)
    return took[len(took) * 95 // 100]


def milliseconds(deed: Callable[[], object]) -> float:
    start = perf_counter()
    deed()
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
    sys.exit(bool(failed))

"""Finding dossiers by any of their words (FTS5), with the places where they stand.

Two phases: the newest hits of each word, by number; then the dossiers in which all words are,
with the passages to show. Ranking every hit of a common word takes a hundred times as long. The
words of a name are found in their midst as well (trigrams).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseplanner.dossier import passages
from caseplanner.dossier.diff import Change
from caseplanner.dossier.folding import fold
from caseplanner.dossier.passages import NAME, Passage
from caseplanner.vault.engine import Database

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

NEWEST = 500  # hits of a word that are looked at
AMONG = 1000  # and of each of several words, which must meet in a dossier
DEEP = 30_000  # where that finds none though each word stands somewhere
CHECKED = 100  # dossiers with one word in which a more common one is looked for
SHOWN = 3  # passages of a dossier
TRIGRAM = 3  # letters; shorter parts of a name are found at its beginning
Rows = dict[str, list[int]]  # the numbers of passages, by dossier


@dataclass(frozen=True, slots=True)
class Hit:
    """A dossier in which all words are, and the passages that hold them; none for a name."""

    dossier_id: str
    passages: tuple[Passage, ...]


def index(db: Database, dossier_id: str, changes: Iterable[Change]) -> None:
    """Keep what can be found up to date, inside the transaction that changes it."""
    for change in changes:
        text = passages.of_row(change.table, change.after)
        key = [dossier_id, change.table, change.id]
        if not text:
            db.execute(
                'DELETE FROM passage WHERE dossier_id = ? AND "table" = ? AND row_id = ?', key
            )
        elif text != passages.of_row(change.table, change.before):
            db.execute(_PUT, [*key, text, fold(text)])
        if change.table == NAME:
            db.execute("DELETE FROM name WHERE dossier_id = ?", [dossier_id])
            if change.after:
                db.execute(
                    "INSERT INTO name (dossier_id, folded) VALUES (?, ?)",
                    [dossier_id, fold(passages.of_name(change.after))],
                )


def find(vault: "Vault", query: str, limit: int) -> tuple[Hit, ...]:
    """The dossiers that hold every word of the query, the last as far as it is typed.

    Those with a name that fits come first, then by what was written last. Any query is fine.
    """
    asked = passages.words(query)
    if not asked:
        return ()
    with vault.in_words():
        found, named = _look(vault.db, asked, NEWEST if len(asked) == 1 else AMONG, limit)
        if not _in_all(found, named) and all(
            rows or names for rows, names in zip(found, named, strict=True)
        ):
            found, named = _look(vault.db, asked, DEEP, limit)
        there = _in_all(found, named)
        by_name = set.intersection(*named)
        newest = {d: max((max(rows[d]) for rows in found if d in rows), default=0) for d in there}
        order = sorted(there, key=lambda d: (d not in by_name, -newest[d], d))[:limit]
        return tuple(_hits(vault.db, found, order, asked))


def rebuild(db: Database) -> None:
    """Make the index anew from the tables, in one transaction; what was edited last comes last.

    Without the triggers, which would keep up with each row: ten times as fast.
    """
    order = "SELECT id FROM dossier LEFT JOIN register USING (id) ORDER BY edited_at, id"
    triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (?, ?)"
    with db.atomic():
        kept = db.execute(triggers, ["passage", "name"]).fetchall()
        for name, _sql in kept:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("DELETE FROM passage")
        db.execute("DELETE FROM name")
        for (dossier_id,) in db.execute(order).fetchall():
            for table in passages.tables():
                index(db, dossier_id, _as_new(db, table, dossier_id))
        for words in ("passage_words", "name_parts"):
            db.execute(f"INSERT INTO {words} ({words}) VALUES ('rebuild')")
        for _name, sql in kept:
            db.execute(sql)


def _as_new(db: Database, table: str, dossier_id: str) -> Iterator[Change]:
    rows = db.execute(f'SELECT * FROM "{table}" WHERE dossier_id = ?', [dossier_id])
    columns = [column[0] for column in rows.description]
    for values in rows.fetchall():
        row = dict(zip(columns, values, strict=True))
        yield Change(table, row["id"], None, row)


def _of_word(db: Database, word: str, begun: bool, most: int) -> Rows:
    """The newest passages with this word: their numbers, by dossier."""
    rows = db.execute(
        "SELECT dossier_id, rid FROM passage INDEXED BY passage_dossier WHERE rid IN "
        "(SELECT rowid FROM passage_words WHERE passage_words MATCH ? "
        "ORDER BY rowid DESC LIMIT ?)",
        [f'"{word}"{"*" if begun else ""}', most],
    )
    found: Rows = defaultdict(list)
    for dossier_id, rid in rows:
        found[dossier_id].append(rid)
    return found


def _look(
    db: Database, asked: tuple[str, ...], most: int, limit: int
) -> tuple[list[Rows], list[set[str]]]:
    """For each word its newest passages, by dossier, and the dossiers with it in a name.

    A name and a word that stands everywhere must find the dossier of years ago as well: where few
    are found, the common words are looked for in the dossiers with the rare ones.
    """
    begun = [False] * (len(asked) - 1) + [True]
    found = [_of_word(db, *word, most) for word in zip(asked, begun, strict=True)]
    named = [_named(db, word) for word in asked]
    if len(asked) == 1 or len(_in_all(found, named)) >= limit:
        return found, named
    all_ = [set(rows) | names for rows, names in zip(found, named, strict=True)]
    is_cut = [sum(map(len, rows.values())) == most for rows in found]
    rare = [dossiers for dossiers, cut in zip(all_, is_cut, strict=True) if not cut]
    base = set.intersection(*rare) if rare else max(all_, key=len)
    for place, word in enumerate(zip(asked, begun, strict=True)):
        if is_cut[place]:
            left = sorted(base - all_[place], reverse=True)[:CHECKED]
            found[place] |= _within(db, *word, left)
    return found, named


def _in_all(found: list[Rows], named: list[set[str]]) -> set[str]:
    """The dossiers that hold every word."""
    return set.intersection(*(set(r) | names for r, names in zip(found, named, strict=True)))


def _within(db: Database, word: str, begun: bool, dossiers: list[str]) -> Rows:
    """The passages of these dossiers with this word: their numbers, by dossier."""
    marks = ", ".join("?" * len(dossiers))
    rows = db.execute(
        f"SELECT dossier_id, rid, folded FROM passage WHERE dossier_id IN ({marks}) "
        "AND instr(folded, ?)",
        [*dossiers, word],
    )
    found: Rows = defaultdict(list)
    for dossier_id, rid, folded in rows:
        if passages.has(folded, word, begun=begun):
            found[dossier_id].append(rid)
    return found


def _named(db: Database, part: str) -> set[str]:
    """The dossiers with a name, initials or cell that holds this."""
    if len(part) < TRIGRAM:
        rows = db.execute(
            "SELECT dossier_id FROM name WHERE folded LIKE ? OR folded LIKE ?",
            [f"{part}%", f"% {part}%"],
        )
    else:
        rows = db.execute(
            "SELECT dossier_id FROM name WHERE rid IN "
            "(SELECT rowid FROM name_parts WHERE name_parts MATCH ?)",
            [f'"{part}"'],
        )
    return {row[0] for row in rows}


def _hits(
    db: Database, found: list[Rows], order: list[str], asked: tuple[str, ...]
) -> Iterator[Hit]:
    """Each dossier with its newest passages; first those that hold more of the words."""
    chosen = {dossier: _best(found, dossier) for dossier in order}
    rids = [rid for best in chosen.values() for rid in best]
    marks = ", ".join("?" * len(rids))
    query = f'SELECT rid, text FROM passage WHERE rid IN ({marks}) AND "table" <> ?'
    texts = dict(db.execute(query, [*rids, NAME]))
    for dossier, best in chosen.items():
        shown = [texts[rid] for rid in best if rid in texts][:SHOWN]
        yield Hit(dossier, tuple(passages.marked(text, asked) for text in shown))


def _best(found: list[Rows], dossier: str) -> list[int]:
    """The numbers of a few passages of this dossier; one more than is shown, for its name."""
    times = Counter(rid for rows in found for rid in rows.get(dossier, ()))
    return sorted(times, key=lambda rid: (-times[rid], -rid))[: SHOWN + 1]


_PUT = (
    'INSERT INTO passage (dossier_id, "table", row_id, text, folded) VALUES (?, ?, ?, ?, ?) '
    'ON CONFLICT (dossier_id, "table", row_id) DO UPDATE SET '
    "text = excluded.text, folded = excluded.folded"
)

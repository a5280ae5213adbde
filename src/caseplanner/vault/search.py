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
from caseplanner.dossier.passages import NAME, Passage
from caseplanner.dossier.summary import fold
from caseplanner.vault.engine import Database

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

NEWEST = 500  # hits of a word that are looked at
AMONG = 2000  # and of each of several words, which must meet in a dossier
SHOWN = 3  # passages of a dossier
TRIGRAM = 3  # letters; shorter parts of a name are found at its beginning


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
        most = NEWEST if len(asked) == 1 else AMONG
        found = [
            _of_word(vault.db, word, most, begun=place == len(asked))
            for place, word in enumerate(asked, 1)
        ]
        named = [_named(vault.db, word) for word in asked]
        all_ = [set(rows) | names for rows, names in zip(found, named, strict=True)]
        there = set.intersection(*all_)
        by_name = set.intersection(*named)
        newest = {d: max((max(rows[d]) for rows in found if d in rows), default=0) for d in there}
        order = sorted(there, key=lambda d: (d not in by_name, -newest[d], d))[:limit]
        return tuple(_hits(vault.db, found, order, asked))


def rebuild(db: Database) -> None:
    """Make the index anew from the tables, in one transaction."""
    with db.atomic():
        db.execute("DELETE FROM passage")
        db.execute("DELETE FROM name")
        for table in passages.tables():
            for row in list(db.table(table).rows):
                change = Change(table, row["id"], None, row)
                index(db, row["dossier_id"], (change,))


def _of_word(db: Database, word: str, most: int, *, begun: bool) -> dict[str, list[int]]:
    """The newest passages with this word: their numbers, by dossier."""
    rows = db.execute(
        "SELECT dossier_id, rid FROM passage INDEXED BY passage_dossier WHERE rid IN "
        "(SELECT rowid FROM passage_words WHERE passage_words MATCH ? "
        "ORDER BY rowid DESC LIMIT ?)",
        [f'"{word}"{"*" if begun else ""}', most],
    )
    found: dict[str, list[int]] = defaultdict(list)
    for dossier_id, rid in rows:
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
    db: Database, found: list[dict[str, list[int]]], order: list[str], asked: tuple[str, ...]
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


def _best(found: list[dict[str, list[int]]], dossier: str) -> list[int]:
    """The numbers of a few passages of this dossier; one more than is shown, for its name."""
    times = Counter(rid for rows in found for rid in rows.get(dossier, ()))
    return sorted(times, key=lambda rid: (-times[rid], -rid))[: SHOWN + 1]


_PUT = (
    'INSERT INTO passage (dossier_id, "table", row_id, text, folded) VALUES (?, ?, ?, ?, ?) '
    'ON CONFLICT (dossier_id, "table", row_id) DO UPDATE SET '
    "text = excluded.text, folded = excluded.folded"
)

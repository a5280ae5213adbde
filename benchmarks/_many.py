"""A vault as a busy team has it after years: many dossiers, typed through the real road.

The words are fictional and always the same: a benchmark is only worth something when it can be
run again.
"""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from caseplanner import passphrases
from caseplanner.dossier import diff
from caseplanner.dossier.model import (
    Answer,
    Colleague,
    Dimension,
    Dossier,
    Goal,
    Moment,
    Person,
    Role,
    Score,
    ScoredBy,
    Step,
)
from caseplanner.vault import dossiers, engine, vault
from caseplanner.vault.keys import Cost

PASSPHRASE = "fiets kameel tafel zomer brood"
MANY = 10_000  # dossiers
BEGUN = datetime(2020, 1, 6, 9, tzinfo=UTC)
NAMES = (
    "Dennis",
    "Mehmet",
    "Sam",
    "Łukasz",
    "Çağlar",
    "Youssef",
    "Ronny",
    "Bram",
    "Ferhat",
    "Joey",
)
COMMON = ("ik", "bel", "mijn", "moeder", "werk", "huis", "rust", "week", "samen", "school")


def make(folder: Path, cost: Cost, many: int = MANY) -> vault.Vault:
    """The vault, open: `many` dossiers of thirty rows each, with their logs and search index."""
    opened = vault.open_vault(folder, vault.create(folder, PASSPHRASE, "Joke", cost))
    opened.db.execute("PRAGMA synchronous = OFF")  # while it is made, not while it is measured
    with opened.db.atomic():
        for number, dossier in enumerate(invented(many)):
            at = BEGUN + timedelta(minutes=10 * number)
            dossiers.save(opened, dossier, diff.changes(None, dossier), "New dossier", at)
    for setting in engine.SETTINGS:
        if setting.startswith("synchronous"):
            opened.db.execute(f"PRAGMA {setting}")
    opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return opened


def invented(many: int) -> Iterator[Dossier]:
    chance = random.Random(1)
    words = (*COMMON, *passphrases.listed())
    often = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))  # as words are (Zipf)

    def say(count: int) -> str:
        return " ".join(chance.choices(words, cum_weights=often, k=count)).capitalize() + "."

    for number in range(many):
        rare = f"zeldzaam{number}"
        yield Dossier(
            id=f"{number:032x}",
            person=Person(
                called=chance.choice(NAMES), initials="A.B.", cell=f"B{number % 90}-{number % 7}"
            ),
            team=(
                Colleague("Fatma Bouzidi", Role.MENTOR, "mentor", f"m{number}"),
                Colleague("Joost Prins", Role.SUPERVISOR, "toezicht", f"t{number}"),
            ),
            answers=tuple(Answer(f"self.{q}", say(14)) for q in range(6)),
            scores=tuple(
                Score(d, ScoredBy.CLIENT, Moment.START, chance.randrange(6), f"{d}-{number}")
                for d in Dimension
            ),
            goals=tuple(
                Goal(
                    d,
                    say(8) + (f" {rare}" if d is Dimension.SELF else ""),
                    id=f"g{place}-{number}",
                    steps=tuple(
                        Step(say(5), "Dennis", date(2026, 3, 14), id=f"s{place}{s}-{number}")
                        for s in range(3)
                    ),
                )
                for place, d in enumerate(Dimension)
            ),
        )

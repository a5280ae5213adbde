"""A dossier is found by any word a worker remembers of it, and the words are shown."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import given, settings
from hypothesis import strategies as st

from caseplanner.dossier import diff, passages
from caseplanner.dossier.model import Dimension, Dossier, Goal, Person, Step
from caseplanner.vault import dossiers, search
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from caseplanner.vault.vault import Vault
from tests.vault.pages import deciphered
from tests.vault.when import AT

MANY = 100


@pytest.fixture
def three(vault: Vault) -> Vault:
    for minutes, (name, goal) in enumerate(
        [("Çağlayan", "100% rust"), ("Łukasz", "mijn_moeder bellen"), ("Bob", "Rust in huis")]
    ):
        step = Step("Naar het wijkteam", "Straße 7")
        dossier = Dossier(
            person=Person(called=name, cell=f"B2-{minutes}"),
            goals=(Goal(Dimension.SELF, goal, steps=(step,) if minutes == 1 else ()),),
        )
        at = AT + timedelta(minutes=minutes)
        dossiers.save(vault, dossier, diff.changes(None, dossier), "New", at)
    return vault


def found(vault: Vault, query: str) -> list[str]:
    hits = search.find(vault, query, MANY)
    return [dossiers.load(vault, hit.dossier_id).person.called for hit in hits]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("RUST", ["Bob", "Çağlayan"]),
        ("rus", ["Bob", "Çağlayan"]),
        ("caglayan", ["Çağlayan"]),
        ("layan", ["Çağlayan"]),
        ("lukasz", ["Łukasz"]),
        ("rust huis", ["Bob"]),
        ("huis rust", ["Bob"]),
        ("bob rust", ["Bob"]),
        ("rust lukasz", []),
        ("moeder", ["Łukasz"]),
        ("wijkteam bellen", ["Łukasz"]),
        ("strasse", ["Łukasz"]),
        ("b2", ["Bob", "Łukasz", "Çağlayan"]),
        ("b2-1", ["Łukasz", "Çağlayan"]),
        ("100%", ["Çağlayan"]),
        ("%", []),
        ("nobody", []),
        ("  ", []),
        ("'; drop table passage", []),
        ('"rust" OR NEAR(* huis', []),
    ],
)
def test_a_dossier_is_found_by_its_words(three: Vault, query: str, names: list[str]) -> None:
    assert found(three, query) == names


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet='"*()^-: ANDORNEAR', max_size=40))
def test_any_query_is_fine(query: str) -> None:
    assert isinstance(passages.words(query), tuple)
    memory = driver.connect(":memory:")
    memory.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
    for word in passages.words(query):
        memory.execute("SELECT * FROM t WHERE t MATCH ?", [f'"{word}"*']).fetchall()
    memory.close()


def test_the_words_that_were_found_are_pointed_at_in_the_text_as_it_was_typed(
    three: Vault,
) -> None:
    (hit,) = search.find(three, "moeder strasse", MANY)
    shown = {p.text[a:b] for p in hit.passages for a, b in p.spans}
    assert shown == {"moeder", "Straße"}


def test_a_long_text_is_cut_around_the_word() -> None:
    text = "Ik wil graag. " * 30 + "Dan bel ik Mireille elke week. " + "En verder. " * 30
    told = passages.marked(text, ("mireil",))
    ((start, end),) = told.spans
    assert told.text[start:end] == "Mireille"
    assert len(told.text) < passages.LENGTH + 6
    assert told.text.startswith("… ")
    assert told.text.endswith(" …")


def test_what_was_reworded_or_removed_is_no_longer_found(vault: Vault) -> None:
    before = Dossier(goals=(Goal(Dimension.SELF, "Zwemmen leren", id="g"),))
    after = Dossier(id=before.id, goals=(Goal(Dimension.SELF, "Fietsen leren", id="g"),))
    dossiers.save(vault, before, diff.changes(None, before), "New", AT)
    assert len(search.find(vault, "zwemmen", MANY)) == 1
    dossiers.save(vault, after, diff.changes(before, after), "Edit", AT)
    assert search.find(vault, "zwemmen", MANY) == ()
    assert len(search.find(vault, "fietsen", MANY)) == 1
    dossiers.save(vault, Dossier(id=before.id), diff.changes(after, Dossier(id=before.id)), "", AT)
    assert search.find(vault, "fietsen", MANY) == ()


@pytest.mark.parametrize("query", ["mireille rust", "rust mireille", "rust mir", "samira rust"])
def test_a_word_that_stands_everywhere_hides_no_dossier_of_years_ago(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr(search, "AMONG", 10)
    for number in range(20):
        rare = Person(called="Samira", cell="Mireille") if number == 0 else Person()
        dossier = Dossier(rare, goals=(Goal(Dimension.SELF, "Ik wil rust", id=f"g{number}"),))
        at = AT + timedelta(minutes=number)
        dossiers.save(vault, dossier, diff.changes(None, dossier), "New", at)
    assert found(vault, query) == ["Samira"]
    assert found(vault, query.replace("rust", "rusten")) == []


def test_two_words_that_stand_everywhere_find_where_they_meet(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest hits of the one are in other dossiers than those of the other."""
    monkeypatch.setattr(search, "AMONG", 10)
    for number in range(40):
        text = "Ik wil rust in huis" if number == 0 else "Rust" if number % 2 else "Huis"
        dossier = Dossier(
            Person(called=str(number)), goals=(Goal(Dimension.SELF, text, id=f"g{number}"),)
        )
        at = AT + timedelta(minutes=number)
        dossiers.save(vault, dossier, diff.changes(None, dossier), "New", at)
    assert found(vault, "rust huis") == ["0"]


def test_the_index_can_be_made_anew(three: Vault) -> None:
    before = list(three.db.execute("SELECT dossier_id, text FROM passage ORDER BY text"))
    search.rebuild(three.db)
    assert list(three.db.execute("SELECT dossier_id, text FROM passage ORDER BY text")) == before
    assert found(three, "layan") == ["Çağlayan"]
    (bob,) = search.find(three, "bob", MANY)
    was = dossiers.load(three, bob.dossier_id)
    now = replace(was, person=replace(was.person, called="Robert"))
    dossiers.save(three, now, diff.changes(was, now), "Edit", AT)
    assert found(three, "bob") == []
    assert found(three, "obert") == ["Robert"], "the index is kept up to date again"


def test_an_index_that_was_made_anew_finds_what_was_edited_last_first(
    three: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = dossiers.load(three, search.find(three, "lukasz", MANY)[0].dossier_id)
    after = replace(dossier, practice=True)
    at = AT + timedelta(days=1)
    dossiers.save(three, after, diff.changes(dossier, after), "Edit", at)
    search.rebuild(three.db)
    assert found(three, "b2") == ["Łukasz", "Bob", "Çağlayan"]


@pytest.mark.parametrize("anew", [False, True], ids=["kept up", "made anew"])
def test_a_removed_word_is_on_no_page_of_the_database(
    folder: Path, keys: Keys, *, anew: bool
) -> None:
    """Deciphered page by page: SQLite leaves what was deleted, and FTS its words, unless told.

    Neither a word of a goal that was removed, nor the client's former name or a part of it.
    """
    vault = vaults.open_vault(folder, keys)
    word, name = "quetzalcoatl", "Qzxwv"
    others = [Goal(Dimension.SELF, f"Doel nummer {n} met veel woorden") for n in range(200)]
    before = Dossier(
        Person(called=name), goals=(*others, Goal(Dimension.SELF, f"Ik lees {word} uit"))
    )
    dossiers.save(vault, before, diff.changes(None, before), "New", AT)
    assert found(vault, "quetz") == found(vault, "zxw") == [name]
    after = Dossier(Person(called="Samira"), id=before.id, goals=tuple(others))
    dossiers.save(vault, after, diff.changes(before, after), "Edit", AT)
    with vault.db.atomic():  # the history still tells it; that goes with the dossier
        vault.db.execute("INSERT INTO destroying VALUES (?)", [before.id])
        vault.db.execute("DELETE FROM change_log")
    if anew:
        search.rebuild(vault.db)
    parts = b"".join(row[0] for row in vault.db.execute("SELECT block FROM name_parts_data"))
    assert b"sam" in parts
    assert not [part for part in (b"qzx", b"zxw", b"xwv") if part in parts]
    vault.close()
    clear = deciphered(folder / "vault" / "case.db", keys).lower()
    assert b"veel woorden" in clear, "the search itself must work"
    assert b"samira" in clear
    for gone in (word, name.lower()):
        assert gone.encode() not in clear

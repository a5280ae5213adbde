"""What was saved comes back the same, and the disk never disagrees with the screen."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from caseplanner import desk as desks
from caseplanner.dossier import diff, document
from caseplanner.dossier.model import Dossier, Person, new_id
from caseplanner.dossier.summary import Line, line
from caseplanner.errors import UserError
from caseplanner.vault import dossiers, register
from caseplanner.vault import vault as vaults
from caseplanner.vault.vault import Vault
from tests.dossier import anything
from tests.vault.typist import CHEAP, PASSPHRASE
from tests.vault.when import AT


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    folder = tmp_path_factory.mktemp("dossiers")
    opened = vaults.open_vault(folder, vaults.create(folder, PASSPHRASE, "Joke", CHEAP))
    yield opened
    opened.close()


def put(vault: Vault, before: Dossier | None, after: Dossier, *blobs: bytes) -> None:
    dossiers.save(vault, after, diff.changes(before, after), "Edit", AT, blobs)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_dossier_comes_back_as_it_was_saved(vault: Vault, data: st.DataObject) -> None:
    first = replace(data.draw(anything.dossiers), id=new_id())
    put(vault, None, first)
    assert dossiers.load(vault, first.id) == first
    second = replace(data.draw(anything.dossiers), id=first.id)
    put(vault, first, second)
    assert dossiers.load(vault, first.id) == second


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything.dossiers)
def test_any_frozen_dossier_can_be_read_again(dossier: Dossier) -> None:
    frozen = replace(document.for_others(dossier), versions=())
    assert dossiers.read(document.content(dossier)) == frozen


def test_text_with_a_nul_or_an_emoji_survives(vault: Vault) -> None:
    odd = Dossier(person=Person(called="a\0b \U0001f600 \u202e İ", cell="null"))
    put(vault, None, odd)
    assert dossiers.load(vault, odd.id) == odd


def test_half_a_character_is_refused_and_nothing_is_saved(vault: Vault) -> None:
    good = Dossier(person=Person(called="Sam"))
    put(vault, None, good)
    with pytest.raises(UserError, match="cannot be kept"):
        put(vault, good, replace(good, practice=True, person=Person(called="Sam\ud83d")))
    assert dossiers.load(vault, good.id) == good


def test_two_dossiers_do_not_touch_each_other(vault: Vault) -> None:
    one, other = Dossier(person=Person("Ans")), Dossier(person=Person("Bo"))
    put(vault, None, one)
    put(vault, None, other)
    put(vault, one, replace(one, person=Person("Anna")))
    assert dossiers.load(vault, other.id) == other


def test_a_dossier_that_is_not_there_is_said_in_words(vault: Vault) -> None:
    with pytest.raises(UserError, match="not in the vault"):
        dossiers.load(vault, "nowhere")
    assert not register.holds(vault, "nowhere")


def test_the_tables_hold_exactly_the_fields_of_the_model(vault: Vault) -> None:
    """Fails when the model grew and the migration was forgotten."""

    def expect(kind: type) -> None:
        below = diff.owned(kind)
        own = {f.name for f in fields(kind)} - set(below)
        columns = set(vault.db.table(diff.table_name(kind)).columns_dict)
        assert columns == own | {"dossier_id", "owner", "position"}
        kinds = [inner for inner, _ in below.values()]
        assert len(kinds) == len(set(kinds)), "two fields of one kind would mix their rows"
        for inner in kinds:
            expect(inner)

    expect(Dossier)
    columns = set(vault.db.table("register").columns_dict)
    assert columns == {f.name for f in fields(Line)} | {"edited_at"}


def test_the_change_log_tells_who_did_what_and_is_only_added_to(vault: Vault) -> None:
    before = Dossier(person=Person(called="Sam"))
    put(vault, None, before)
    put(vault, before, replace(before, person=Person(called="Samira")))
    row = list(vault.db.table("change_log").rows_where("dossier_id = ?", [before.id]))[-1]
    assert (row["worker"], row["label"], row["table"]) == ("Joke", "Edit", "person")
    assert '"Sam"' in row["before"]
    assert '"Samira"' in row["after"]
    for deed in ("UPDATE change_log SET label = ''", "DELETE FROM change_log"):
        with pytest.raises(driver.IntegrityError, match="only added to"), vault.db.atomic():
            vault.db.execute(deed)


def test_blobs_come_back_by_their_hash_and_a_damaged_one_is_noticed(vault: Vault) -> None:
    dossier = Dossier()
    put(vault, None, dossier, b"ink", b"ink", b"")
    for data in (b"ink", b""):
        assert dossiers.blob(vault, document.digest(data)) == data
    with vault.db.atomic():
        vault.db.execute("UPDATE blob SET data = x'00' WHERE data = ?", [b"ink"])
    for gone in (document.digest(b"ink"), document.digest(b"never")):
        with pytest.raises(UserError, match="missing or damaged"):
            dossiers.blob(vault, gone)


class DiskIsMemory(RuleBasedStateMachine):
    """Whatever a person does, in any order: what is on the disk is what is on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.keys = vaults.create(self.folder, PASSPHRASE, "Joke", CHEAP)
        self.desk = desks.Desk(self.folder, self.keys)
        self.session = self.desk.add(Dossier())

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder)

    @rule(other=anything.dossiers, merge=st.sampled_from(["", "name"]))
    def edit(self, other: Dossier, merge: str) -> None:
        self.session.change("Edit", lambda d: replace(other, id=d.id), merge)

    @rule(called=anything.words)
    def type_a_name(self, called: str) -> None:
        self.session.change("Name", lambda d: replace(d, person=replace(d.person, called=called)))

    @rule()
    def pause(self) -> None:
        self.session.pause()

    @precondition(lambda self: self.session.history.past)
    @rule()
    def undo(self) -> None:
        expected = self.session.history.past[-1].dossier
        self.session.undo()
        assert self.session.dossier == expected

    @precondition(lambda self: self.session.history.future)
    @rule()
    def redo(self) -> None:
        expected = self.session.history.future[0].dossier
        self.session.redo()
        assert self.session.dossier == expected

    @rule()
    def come_back_tomorrow(self) -> None:
        self.desk.close()
        self.desk = desks.Desk(self.folder, self.keys)
        self.session = self.desk.open(self.session.dossier.id)

    @invariant()
    def the_disk_holds_what_the_screen_shows(self) -> None:
        dossier = self.session.dossier
        assert self.desk.open(dossier.id).dossier == dossier
        (entry,) = self.desk.lines()
        assert entry.line == line(dossier)


DiskIsMemory.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestDiskIsMemory = DiskIsMemory.TestCase

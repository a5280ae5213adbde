"""Destroyed is gone: from every table, every page of the file, the draft, and what comes back."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier import goals, people
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import (
    Attempt,
    Dimension,
    Dossier,
    HowSigned,
    Person,
    Role,
    VersionReason,
)
from caseplanner.dossier.retention import Basis, Ground, Reopening, State
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.vault import audit, engine, retention
from caseplanner.vault import vault as vaults
from caseplanner.vault.vault import Vault
from tests.dossier import anything
from tests.vault.typist import PASSPHRASE

NAME, WORD, FRIEND = "Xanthippe", "kruisbessenjam", "Wolfgang"
TODAY, LATER = date(2026, 3, 11), date(2026, 9, 11)
NOT_OF_DOSSIERS = {
    "audit", "note", "secret", "staff", "tombstone", "register", "factsheet",
    "organisation", "text_template",
    "_sqlite_migrations", "sqlite_sequence",
}  # fmt: skip


def grow(desk: Desk, name: str = NAME, word: str = WORD) -> Session:
    """A dossier with a row in every table: goals, a set and signed plan, a history, a link."""
    session = desk.add(Dossier(person=Person(called=name, initials="X.")))
    friend = FRIEND if name == NAME else "Bo"
    session.change("team", lambda d: people.name_colleague(d, Role.MENTOR, friend))
    for dimension in Dimension:
        for number in range(12):
            text = f"Ik wil {word} maken, {dimension} {number}"
            session.change(f"Doel van {name}", partial(add_goal, dimension, text))
    session.change("around", lambda d: replace(d, **anything.around(word)))
    session.change("attempt", lambda d: goal_asked(d, word))
    desk.custody.link("someone", session.dossier.id)
    return session


def goal_asked(dossier: Dossier, word: str) -> Dossier:
    first, *others = dossier.goals
    asked = replace(first, attempts=(anything.filled(Attempt, word),))
    return replace(dossier, goals=(asked, *others))


def add_goal(dimension: Dimension, text: str, dossier: Dossier) -> Dossier:
    return goals.add(dossier, dimension, text)


@pytest.fixture
def gone(desk: Desk) -> str:
    """The id of a rich dossier that was destroyed among others that stay."""
    for number in range(5):
        grow(desk, f"Ander{number}", f"soep{number}")
    session = grow(desk)
    desk.keep_draft(WORD.encode(), session.dossier.id)
    desk.custody.destroy([session.dossier.id], Ground.CLIENT, TODAY)
    return session.dossier.id


def plain(vault: Vault, where: Path) -> bytes:
    """Every page of the database as it is on the disk, decrypted one by one, free ones too."""
    vault.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    folder = vault.folder / "vault"
    assert not (folder / "case.db-wal").exists() or not (folder / "case.db-wal").stat().st_size
    shutil.copy(folder / "case.db", where)
    db = engine.connect(where, vault.keys.database(), vault.keys.salt)
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.close()
    return b"".join(decrypted(where, vault, number) for number in range(1, pages + 1))


def decrypted(path: Path, vault: Vault, number: int) -> bytes:
    """One page as SQLCipher 4 lays it out: AES-256-CBC, then 16 bytes of IV and 64 of HMAC."""
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    with path.open("rb") as file:
        file.seek((number - 1) * engine.PAGE)
        page = file.read(engine.PAGE)
    start = engine.SALT if number == 1 else 0
    body, iv = page[start : engine.PAGE - 80], page[engine.PAGE - 80 : engine.PAGE - 64]
    cipher = Cipher(AES(vault.keys.database()), CBC(iv)).decryptor()
    return cipher.update(body) + cipher.finalize()


def ways(text: str) -> Iterator[bytes]:
    yield from (text.encode(), text.lower().encode(), text.lower()[:7].encode())


def test_a_destroyed_name_is_on_no_page_of_the_database(
    desk: Desk, gone: str, tmp_path: Path
) -> None:
    held = plain(desk._vault, tmp_path / "copy")
    assert b"Ander3" in held and b"soep3" in held, "the search itself must work"
    for text in (NAME, WORD, FRIEND):
        assert [way for way in ways(text) if way in held] == []


def test_a_destroyed_dossier_has_no_row_in_any_table(desk: Desk, gone: str) -> None:
    db = desk._vault.db
    for table in retention.tables(db):
        assert db.table(table).count_where("dossier_id = ?", [gone]) == 0, table
        if table not in ("destroying", "retention", "blob", "answer", "score", "no_goal",
                         "step", "plan_version", "signature", "party_answer", "scan"):  # fmt: skip
            assert db.table(table).count > 0, table
    assert db.table("destroying").count == db.table("note").count == 0
    assert db.table("register").count_where("id = ?", [gone]) == 0
    assert desk.take_draft() == b""
    with pytest.raises(UserError):
        desk.open(gone)


def test_every_table_is_known_to_be_of_dossiers_or_not(vault: Vault) -> None:
    """Who adds a table says here whether it holds anything of a client."""
    db = vault.db
    every = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    indexes = {n for n in every if n.startswith(("passage_words", "name_parts"))}
    assert every - indexes - set(retention.tables(db)) == NOT_OF_DOSSIERS & every


def test_the_other_dossiers_stay_whole_and_can_be_found(desk: Desk, gone: str) -> None:
    assert len(desk.lines()) == 5
    assert [found.entry.line.called for found in desk.search("soep3")] == ["Ander3"]
    assert desk.search(WORD) == ()
    assert desk.open(desk.lines()[0].line.id).dossier.goals
    assert desk._vault.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    for index in ("passage_words", "name_parts"):
        desk._vault.db.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")


def test_what_was_set_and_signed_goes_as_well(desk: Desk) -> None:
    from caseplanner import practice

    session = desk.add(practice.dossier())
    session.freeze(VersionReason.FIRST)
    session.sign(Role.CLIENT, "Sam", HowSigned.INK, ink=b"strokes of a pen")
    assert desk._vault.db.table("blob").count == 2
    desk.custody.destroy([session.dossier.id], Ground.PRACTICE, TODAY)
    for table in retention.tables(desk._vault.db):
        assert desk._vault.db.table(table).count == 0, table


def test_the_change_log_of_a_dossier_that_stays_cannot_be_cut(desk: Desk, gone: str) -> None:
    with pytest.raises(driver.IntegrityError, match="only added to"):
        desk._vault.db.execute("DELETE FROM change_log")
    desk._vault.db.rollback()


def test_the_audit_log_keeps_who_destroyed_and_names_nobody(desk: Desk, gone: str) -> None:
    last = audit.entries(desk._vault, gone)[-1]
    assert last.deed is Deed.DESTROYED
    assert last.name == "Fatma"
    assert last.detail == {"ground": "client", "basis": "inrichting"}
    assert desk.custody.broken_log() == 0
    rows = str(list(desk._vault.db.table("audit").rows))
    assert NAME not in rows and WORD not in rows and FRIEND not in rows


def test_a_tombstone_leads_to_nobody(desk: Desk, gone: str) -> None:
    text = (desk.folder / "vault" / "tombstones").read_text()
    [mark] = text.splitlines()
    assert len(mark) == 64
    assert gone not in text
    assert mark != hashlib.sha256(gone.encode()).hexdigest()
    assert {row["mark"] for row in desk._vault.db.table("tombstone").rows} == {mark}


def test_a_destroyed_dossier_cannot_be_imported_again(desk: Desk, gone: str) -> None:
    with pytest.raises(UserError, match="was destroyed here"):
        desk.add(Dossier(person=Person(called=NAME), id=gone))
    assert len(desk.lines()) == 5


def opened(folder: Path, *, accept: bool = False) -> Desk:
    return Desk(folder, desks.unlock(folder, PASSPHRASE), accept)


def test_a_lost_file_of_tombstones_is_made_from_the_table(desk: Desk, gone: str) -> None:
    path = desk.folder / "vault" / "tombstones"
    before = path.read_bytes()
    desk.close()
    for damage in (path.unlink, lambda: path.write_bytes(b"\0 nonsense\n" + before[:30])):
        damage()
        again = opened(desk.folder)
        again.close()
        assert path.read_bytes() == before


def test_an_older_database_put_back_loses_the_destroyed_dossier_again(
    desk: Desk, tmp_path: Path
) -> None:
    folder, old = desk.folder, tmp_path / "old.db"
    stays, goes = grow(desk, "Ander", "soep").dossier.id, grow(desk).dossier.id
    desk.close()
    shutil.copy(folder / "vault" / "case.db", old)
    again = opened(folder)
    again.custody.destroy([goes], Ground.OFFICER, TODAY)
    again.close()
    shutil.copy(old, folder / "vault" / "case.db")
    back = opened(folder, accept=True)
    assert [entry.line.id for entry in back.lines()] == [stays]
    assert audit.entries(back._vault, goes)[-1].detail == {"ground": "again"}
    held = plain(back._vault, tmp_path / "copy")
    assert WORD.encode() not in held and NAME.encode() not in held
    back.close()
    assert back.folder.joinpath("vault", "tombstones").read_bytes()


def test_marks_are_applied_to_a_database_inside_the_transaction_of_a_restore(desk: Desk) -> None:
    goes = grow(desk).dossier.id
    db = desk._vault.db
    mark = retention._mark(retention.make_key(db), goes)
    with db.atomic():
        assert retention.apply_tombstones(db, {mark, "0" * 64}) == (goes,)
    assert db.table("register").count == 0
    assert {row["mark"] for row in db.table("tombstone").rows} == {mark, "0" * 64}
    with db.atomic():
        assert retention.apply_tombstones(db, {mark}) == ()


def test_a_destruction_that_fails_leaves_everything(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = grow(desk)
    before = desk.open(session.dossier.id).dossier

    def fail(*_facts: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(retention, "_mark", fail)
    with pytest.raises(UserError, match="disk is full"):
        desk.custody.destroy([session.dossier.id], Ground.CLIENT, TODAY)
    monkeypatch.undo()
    assert desk.open(session.dossier.id).dossier == before
    assert desk._vault.db.table("destroying").count == 0


def test_a_file_that_cannot_be_written_does_not_bring_the_dossier_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = grow(desk)

    def fail(*_facts: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(retention, "_write", fail)
    desk.custody.destroy([session.dossier.id], Ground.CLIENT, TODAY)
    monkeypatch.undo()
    desk.close()
    assert not (desk.folder / "vault" / "tombstones").exists()
    opened(desk.folder).close()
    assert len((desk.folder / "vault" / "tombstones").read_text().splitlines()) == 1


# How long it is kept.


def test_a_dossier_is_destroyed_at_term_and_not_before(desk: Desk, session: Session) -> None:
    id, custody = session.dossier.id, desk.custody
    assert custody.due(TODAY) == ()
    custody.close(id, TODAY, TODAY)
    assert custody.due(TODAY) == ()
    with pytest.raises(UserError, match="not over"):
        custody.destroy([id], Ground.TERM, date(2026, 9, 10))
    [term] = custody.due(date(2026, 9, 1))
    assert (term.called, term.due, term.state) == ("Samira", LATER, State.CLOCK)
    assert custody.due(LATER)[0].state is State.DUE
    custody.destroy([id], Ground.TERM, LATER)
    assert custody.due(LATER) == () and desk.lines() == ()


def test_a_hold_keeps_a_dossier_through_its_term(desk: Desk, session: Session) -> None:
    id, custody = session.dossier.id, desk.custody
    custody.close(id, TODAY, TODAY)
    custody.hold(id, "klacht bij de commissie", TODAY)
    for ground in (Ground.TERM, Ground.CLIENT):
        with pytest.raises(UserError, match="must be kept"):
            custody.destroy([id], ground, LATER)
    assert custody.due(TODAY)[0].state is State.HELD
    custody.release(id)
    custody.destroy([id], Ground.TERM, LATER)
    told = [(entry.deed, dict(entry.detail)) for entry in audit.entries(desk._vault, id)][-4:]
    assert told == [
        (Deed.CLOSED, {}),
        (Deed.HELD, {}),
        (Deed.RELEASED, {}),
        (Deed.DESTROYED, {"ground": "term", "basis": "inrichting"}),
    ]


def test_a_closed_dossier_is_read_and_not_changed_until_it_is_opened_again(
    desk: Desk, session: Session
) -> None:
    id, custody = session.dossier.id, desk.custody
    session.change("doel", lambda d: goals.add(d, Dimension.SELF, "Ik wil rust"))
    custody.close(id, TODAY, TODAY)
    assert session.is_closed and not session.may_edit and not session.may_sign
    edits: tuple[Callable[[], None], ...] = (
        lambda: session.change("doel", lambda d: goals.add(d, Dimension.SELF, "Meer")),
        session.undo,
        lambda: session.restore(session.moments()[-1].last),
    )
    for edit in edits:
        with pytest.raises(UserError, match="Reopen it first"):
            edit()
    assert desk.open(id).dossier == session.dossier
    custody.reopen(id, Reopening.BACK)
    assert session.may_edit and session.may_sign
    session.undo()
    assert session.dossier.goals == ()


def test_the_basis_survives_closing_the_program(desk: Desk, session: Session) -> None:
    id = session.dossier.id
    desk.custody.change_basis(id, Basis.OTHER, 9)
    desk.custody.close(id, TODAY, TODAY)
    before = desk.custody.retention(id)
    desk.close()
    again = opened(desk.folder)
    assert again.custody.retention(id) == before
    assert (before.basis, before.months, before.closed_on) == (Basis.OTHER, 9, TODAY)
    again.close()


def test_a_manager_sees_ids_and_days_and_destroys_nothing(desk: Desk, session: Session) -> None:
    id = session.dossier.id
    desk.custody.close(id, TODAY, TODAY)
    desk.custody.hold(id, "klacht van Samira", TODAY)
    manager = Staff("Anil", StaffRole.MANAGER, manages=True)
    desk.custody.add(manager, desk.custody.slot_for(manager.id, "zee berg trein lamp")())
    desk.close()
    managed = Desk(desk.folder, desks.unlock(desk.folder, "zee berg trein lamp"))
    [term] = managed.custody.due(LATER)
    assert term.called == id[:8]
    assert "Samira" not in repr(term)
    assert managed.custody.may_see_terms and not managed.custody.may_destroy
    deeds: tuple[Callable[[], None], ...] = (
        lambda: managed.custody.destroy([id], Ground.CLIENT, TODAY),
        lambda: managed.custody.release(id),
        lambda: managed.custody.reopen(id, Reopening.MISTAKE),
    )
    for deed in deeds:
        with pytest.raises(UserError, match="Only a worker"):
            deed()
    managed.close()


def test_a_volunteer_sees_no_terms(desk: Desk, session: Session) -> None:
    helper = Staff("Riet", StaffRole.VOLUNTEER)
    desk.custody.add(helper, desk.custody.slot_for(helper.id, "zee berg trein lamp")())
    desk.close()
    helped = Desk(desk.folder, desks.unlock(desk.folder, "zee berg trein lamp"))
    with pytest.raises(UserError):
        helped.custody.due(TODAY)
    helped.close()


def test_a_vault_of_before_gets_a_key_for_its_marks(folder: Path, vault: Vault) -> None:
    """A vault of 0.1 had none; from its first opening on every backup has it."""
    vault.db.execute("DELETE FROM secret WHERE name = 'tombstone key'")
    retention.settle(vault)
    key = retention.make_key(vault.db)
    vault.close()
    again = vaults.open_vault(folder, vaults.unlock(folder, PASSPHRASE))
    assert retention.make_key(again.db) == key
    again.close()
    assert not (folder / "vault" / "tombstones").exists()

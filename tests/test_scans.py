"""Signed paper with a version: kept in the vault and nowhere else, taken away, destroyed."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pypdfium2
import pytest

from caseplanner import desk as desks
from caseplanner import printing, words
from caseplanner.desk import Desk
from caseplanner.dossier import document, log_words
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import HowSigned, PlanVersion, Role, VersionReason
from caseplanner.dossier.retention import Ground
from caseplanner.dossier.staff import StaffRole
from caseplanner.errors import UserError
from caseplanner.export import scan
from caseplanner.session import Session
from caseplanner.vault import backups, check, restore
from caseplanner.vault.manifest import Kind
from tests import whole
from tests.export import papers
from tests.ui.pages import agreeing
from tests.vault.test_secrecy import holding
from tests.vault.typist import PASSPHRASE

TODAY = date(2026, 3, 11)


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    words.use("nl")
    yield
    words.use("en")


@pytest.fixture
def session(desk: Desk) -> Session:
    """Dennis, with a plan that is set and that Joost signed on paper."""
    opened = desk.add(whole.case("dennis"))
    opened.change("", agreeing.answered)
    opened.freeze(VersionReason.REVIEW)
    opened.sign(Role.SUPERVISOR, "Joost Kamphuis", HowSigned.PAPER)
    return opened


@pytest.fixture(scope="module")
def paper() -> bytes:
    return scan.pdf(scan.read(papers.jpeg(papers.skewed(2), exif=papers.told())))


def newest(session: Session) -> PlanVersion:
    return session.dossier.versions[-1]


def attach(session: Session, paper: bytes, role: Role | None = Role.SUPERVISOR) -> None:
    session.attach(newest(session).id, paper, "IMG_2041.jpg", 1, role)


def test_what_is_attached_can_be_read_after_the_vault_was_opened_again(
    desk: Desk, session: Session, paper: bytes
) -> None:
    attach(session, paper)
    desk.close()
    again = Desk(desk.folder, desks.unlock(desk.folder, PASSPHRASE))
    back = again.open(session.dossier.id)
    (kept,) = newest(back).scans
    assert (kept.name, kept.pages, kept.role) == ("IMG_2041.jpg", 1, Role.SUPERVISOR)
    assert back.scan(kept) == paper
    assert check.check(again._vault).is_whole
    again.close()


def test_nothing_of_the_paper_can_be_read_on_the_disk(
    desk: Desk, session: Session, paper: bytes
) -> None:
    attach(session, paper)
    inside = paper[paper.index(b"\xff\xda") :][100:140].hex()  # of the picture itself
    held = bytes.fromhex(inside)
    assert held in paper
    files = [path for path in desk.folder.rglob("*") if path.is_file()]
    assert files and not [path for path in files if held in path.read_bytes()]
    assert not [path for path in files if b"%PDF" in path.read_bytes()]
    assert holding(desk.folder, "IMG_2041") == []


def test_paper_that_came_wrongly_goes_with_undo_and_comes_back_with_redo(
    session: Session, paper: bytes
) -> None:
    attach(session, paper)
    assert session.history.past[-1].label == "Getekend papier toegevoegd"
    session.undo()
    assert newest(session).scans == ()
    assert newest(session).signatures, "what was signed stays signed"
    session.redo()
    assert session.scan(newest(session).scans[0]) == paper


def test_paper_can_be_taken_away_and_the_log_tells_both(session: Session, paper: bytes) -> None:
    attach(session, paper)
    session.detach(newest(session).id, newest(session).scans[0])
    assert newest(session).scans == ()
    last = session.log()[-2:]
    assert [entry.deed for entry in last] == [Deed.SCAN_ATTACHED, Deed.SCAN_REMOVED]
    assert [log_words.in_words(entry) for entry in last] == [
        "Fatma deed papier met een handtekening bij versie 1 van je plan.",
        "Fatma haalde papier met een handtekening weg bij versie 1 van je plan.",
    ]
    assert "IMG" not in str([dict(entry.detail) for entry in session.log()])
    (gone,) = (removed for removed in session.bin() if removed.table == "scan")
    session.put_back(gone)
    assert session.scan(newest(session).scans[0]) == paper


def test_paper_comes_to_an_older_version_after_the_next_was_set(
    session: Session, paper: bytes
) -> None:
    older = newest(session).id
    agreeing.freeze(session)
    session.attach(older, paper, "later.pdf", 1, None)
    first, second = session.dossier.versions
    assert (len(first.scans), len(second.scans)) == (1, 0)


def test_the_same_paper_is_not_kept_twice(session: Session, paper: bytes) -> None:
    attach(session, paper)
    with pytest.raises(UserError, match="al bij deze versie"):
        attach(session, paper, None)
    assert len(newest(session).scans) == 1


def test_paper_does_not_change_what_was_signed(session: Session, paper: bytes) -> None:
    before = newest(session)
    attach(session, paper)
    after = newest(session)
    assert replace(after, scans=()) == before
    frozen = session.frozen(after.id)
    assert document.digest(document.content(frozen)) == before.content
    assert b"IMG_2041" not in document.dump(frozen), "no file of the exchange format has it"


def test_a_mentor_may_attach_paper_and_a_volunteer_may_not(
    desk: Desk, session: Session, paper: bytes
) -> None:
    desk._vault.staff = replace(desk.staff, role=StaffRole.MENTOR)
    attach(session, paper)
    session.detach(newest(session).id, newest(session).scans[0])
    desk._vault.staff = replace(desk.staff, role=StaffRole.VOLUNTEER)
    with pytest.raises(UserError, match="Er is niets veranderd"):
        attach(session, paper)
    assert newest(session).scans == ()


def test_the_paper_goes_when_the_dossier_is_destroyed(
    desk: Desk, session: Session, paper: bytes
) -> None:
    attach(session, paper)
    db, of = desk._vault.db, [document.digest(paper)]
    query = "SELECT count(*) FROM blob WHERE hash = ?"
    assert db.execute(query, of).fetchone()[0] == 1
    desk.custody.destroy([session.dossier.id], Ground.CLIENT, TODAY)
    assert db.execute(query, of).fetchone()[0] == 0
    assert db.table("scan").count == 0


def test_a_backup_keeps_the_paper(desk: Desk, session: Session, paper: bytes) -> None:
    attach(session, paper)
    now = datetime.now(UTC)
    backup = backups.back_up(desk._vault, Kind.ASKED, now).path
    session.detach(newest(session).id, newest(session).scans[0])
    desk.close()
    restore.restore(desk.folder, backup, PASSPHRASE, now + timedelta(days=1))
    again = Desk(desk.folder, desks.unlock(desk.folder, PASSPHRASE))
    back = again.open(session.dossier.id)
    assert back.scan(newest(back).scans[0]) == paper
    again.close()


def test_paper_that_is_missing_in_the_vault_is_noticed(
    desk: Desk, session: Session, paper: bytes
) -> None:
    attach(session, paper)
    with desk._vault.db.atomic() as db:
        db.execute("DELETE FROM blob WHERE hash = ?", [document.digest(paper)])
    assert check.check(desk._vault).unreadable == (session.dossier.id,)
    with pytest.raises(UserError, match="ontbreekt"):
        session.scan(newest(session).scans[0])


def test_the_plan_as_pdf_says_that_there_is_a_scan_and_does_not_hold_it(
    desk: Desk, session: Session, paper: bytes
) -> None:
    def printed() -> str:
        edition = printing.edition(session, desk.seal(), newest(session).id, datetime.now(UTC))
        made = printing.build(edition)
        assert b"IMG_2041" not in made
        pages = pypdfium2.PdfDocument(io.BytesIO(made))
        return " ".join(pages[len(pages) - 1].get_textpage().get_text_range().split())

    assert "Gescand op" not in printed()
    attach(session, paper)
    assert printed().count("Gescand op") == 1

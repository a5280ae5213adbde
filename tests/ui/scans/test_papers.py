"""Signed paper in the window: chosen, looked at, turned, attached, saved, taken away."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import log_words
from caseplanner.dossier.model import Dossier, Role, Scan
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.pages.sign import SignPage
from caseplanner.ui.scans.papers import Papers
from caseplanner.ui.window import Window
from tests.export import papers
from tests.ui.pages import agreeing

Open = Callable[[], Papers]


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    return agreeing.discussed(dossier)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "stick" / "IMG_2041.jpg"
    file.parent.mkdir()
    file.write_bytes(papers.jpeg(papers.skewed(3), exif=papers.told()))
    return file


@pytest.fixture
def opened(window: Window, session: Session) -> Session:
    """A plan that is set, open in the window."""
    agreeing.freeze(session)
    window.open(session.dossier.id)
    assert window.session
    return window.session


@pytest.fixture
def open_(window: Window, opened: Session) -> Open:
    """Joost signs on paper; then the way to the paper is taken."""

    def go() -> Papers:
        window.go("sign")
        page = window.page
        assert isinstance(page, SignPage)
        signing = page.signing
        signing.choose(Role.SUPERVISOR)
        if not signing.signed.isVisible():
            assert not page.papers.isVisible()
            signing.paper.click()
            signing.on_paper.signed.click()
        QTest.mouseClick(page.papers, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        (made,) = (one for one in page.findChildren(Papers) if one.isVisible())
        return made

    return go


def read(qtbot: QtBot, shown: Papers, file: Path) -> None:
    """Choose this file, and wait until its pages are there or it was refused."""
    shown.read(file)
    done = shown.bring.attach
    qtbot.waitUntil(lambda: done.isVisible() or bool(shown.problem.text()), timeout=30_000)


def scans(session: Session) -> tuple[Scan, ...]:
    return session.dossier.versions[-1].scans


def words_on(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_photo_of_the_paper_comes_from_the_sign_page_to_the_version(
    qtbot: QtBot, window: Window, opened: Session, open_: Open, photo: Path
) -> None:
    shown = open_()
    assert "nog geen papier" in words_on(shown)
    read(qtbot, shown, photo)
    assert scans(opened) == (), "nothing is kept before the person says so"
    assert shown.bring.role is Role.SUPERVISOR
    assert shown.focusWidget() is shown.bring.attach
    QTest.keyClick(shown.bring.attach, Qt.Key.Key_Return)
    (kept,) = scans(opened)
    assert (kept.name, kept.pages, kept.role) == ("IMG_2041.jpg", 1, Role.SUPERVISOR)
    (row,) = shown.list.sentences()
    assert row.startswith("Handtekening van de toezichthouder, Gescand op ")
    assert row.endswith("1 bladzijde")
    assert shown.shown.paper.document and shown.shown.paper.document.count == 1
    told = words_on(shown)
    assert "IMG_2041.jpg staat nog in" in told and "Vernietig het daar" in told
    assert photo.is_file()
    shown.close()
    page = window.page
    assert isinstance(page, SignPage)
    assert page.papers.text() == "1 scan van het papier"


def test_a_page_is_turned_and_the_person_says_whose_signature_it_is(
    qtbot: QtBot, opened: Session, open_: Open, photo: Path
) -> None:
    shown = open_()
    read(qtbot, shown, photo)
    before = shown.bring.shown.paper.document
    assert before and before.size(0)[0] > before.size(0)[1]
    shown.bring.turn_right.click()
    after = shown.bring.shown.paper.document
    assert after and after.size(0)[0] < after.size(0)[1]
    shown.bring.whose.set_value(None)
    shown.bring.attach.click()
    (kept,) = scans(opened)
    assert kept.role is None
    width, height = pypdfium2.PdfDocument(opened.scan(kept))[0].get_size()
    assert width < height


def test_a_large_photo_is_stopped_half_way_and_leaves_nothing(
    qtbot: QtBot, desk: Desk, opened: Session, open_: Open, tmp_path: Path
) -> None:
    shown = open_()
    large = tmp_path / "groot.jpg"
    large.write_bytes(papers.jpeg(papers.page((9_000, 12_000))))
    before, size = opened.log(), len(opened.dossier.versions[-1].scans)
    heard: list[int] = []
    shown.bring.wait.valueChanged.connect(heard.append)
    shown.read(large)
    qtbot.waitUntil(lambda: shown.bring.wait.value() > 300, timeout=30_000)
    assert shown.bring.stop.isVisible() and shown.bring.stop.hasFocus()
    shown.bring.stop.click()
    qtbot.waitUntil(lambda: bool(shown.problem.text()), timeout=30_000)
    assert shown.problem.text() == "Gestopt. Er is niets toegevoegd."
    assert max(heard) < 1000
    assert shown.bring.scanned is None and not shown.bring.isVisible()
    assert (opened.log(), len(scans(opened))) == (before, size)
    assert desk._vault.db.execute("SELECT max(length(data)) FROM blob").fetchone()[0] < 50_000


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("foto.jpg", b"dit is tekst " * 50, "geen foto"),
        ("plan.pdf", papers.pdf(300), "300 bladzijden"),
        ("halve.jpg", papers.jpeg(papers.page())[:20_000], "beschadigd"),
        ("dicht.pdf", papers.pdf(password="x"), "wachtwoord"),
    ],
)
def test_a_file_that_will_not_do_is_refused_in_words_and_another_can_be_chosen(
    qtbot: QtBot, opened: Session, open_: Open, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    shown = open_()
    file = tmp_path / name
    file.write_bytes(data)
    read(qtbot, shown, file)
    assert why in shown.problem.text()
    assert "Er is niets toegevoegd." in shown.problem.text()
    assert shown.attach.isVisible() and shown.attach.hasFocus()
    assert scans(opened) == ()


def test_a_stick_that_was_taken_out_is_told(qtbot: QtBot, open_: Open, tmp_path: Path) -> None:
    shown = open_()
    read(qtbot, shown, tmp_path / "weg" / "foto.jpg")
    assert "niet te lezen" in shown.problem.text()


def test_escape_goes_back_and_then_away(
    qtbot: QtBot, opened: Session, open_: Open, photo: Path
) -> None:
    shown = open_()
    read(qtbot, shown, photo)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isVisible() and shown.attach.isVisible()
    with qtbot.waitSignal(shown.finished):
        QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert scans(opened) == ()


def test_the_dialog_may_go_while_the_file_is_read(
    qtbot: QtBot, opened: Session, open_: Open, photo: Path, window: Window
) -> None:
    shown = open_()
    shown.read(photo)
    shown.close()
    again = open_()
    read(qtbot, again, photo)
    assert scans(opened) == ()


def test_the_paper_is_made_larger_and_smaller_by_key(
    qtbot: QtBot, open_: Open, photo: Path
) -> None:
    shown = open_()
    read(qtbot, shown, photo)
    shown.bring.attach.click()
    view = shown.shown.paper
    first = view.scale()
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale() > first
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.scale() == pytest.approx(first, rel=0.05)


def test_the_paper_is_saved_as_a_pdf_and_the_log_knows(
    qtbot: QtBot, opened: Session, open_: Open, photo: Path, tmp_path: Path
) -> None:
    shown = open_()
    read(qtbot, shown, photo)
    shown.bring.attach.click()
    target = tmp_path / "getekend.pdf"
    shown.save_to(target)
    assert target.read_bytes() == opened.scan(scans(opened)[0])
    assert "getekend.pdf" in shown.told.text()
    last = opened.log()[-1]
    assert log_words.in_words(last) == "Fatma heeft papier met een handtekening als PDF bewaard."
    shown.save_to(tmp_path / "er-niet" / "a.pdf")
    assert "map" in shown.problem.text()


def test_wrong_paper_is_removed_here_or_undone_in_the_window(
    qtbot: QtBot, window: Window, opened: Session, open_: Open, photo: Path
) -> None:
    shown = open_()
    read(qtbot, shown, photo)
    shown.bring.attach.click()
    shown.remove.click()
    assert scans(opened) == () and "prullenbak" in shown.told.text()
    assert not shown.list.isVisible() and shown.attach.isVisible()
    read(qtbot, shown, photo)
    shown.bring.attach.click()
    assert len(scans(opened)) == 1
    shown.close()
    window.undo()
    assert scans(opened) == ()


def test_the_paper_of_an_older_version_is_found_at_the_preview(
    qtbot: QtBot, window: Window, opened: Session, open_: Open, photo: Path
) -> None:
    shown = open_()
    read(qtbot, shown, photo)
    shown.bring.attach.click()
    shown.close()
    older = opened.dossier.versions[0].id
    agreeing.freeze(opened)
    window.go("preview", older)
    page = window.page
    assert isinstance(page, PreviewPage)
    assert page.papers.text() == "1 scan"
    page.papers.click()
    (dialog,) = page.findChildren(Papers)
    assert dialog.windowTitle() == "Getekend papier van versie 1"
    dialog.close()
    page.open(opened.dossier.versions[1].id)
    page.show_dossier(opened.dossier)
    assert page.papers.text() == "Scan toevoegen"
    page.open(None)
    page.show_dossier(opened.dossier)
    assert not page.papers.isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_fits_at_every_text_size(
    qtbot: QtBot,
    qapp: QApplication,
    opened: Session,
    window: Window,
    open_: Open,
    photo: Path,
    percent: int,
) -> None:
    theme.use(qapp, "light", percent)
    shown = open_()
    assert window.geometry().contains(shown.geometry())

    def all_fit(*parts: QWidget) -> None:
        QTest.qWait(50)
        for part in parts:
            assert part.isVisible()
            placed = part.rect().translated(part.mapTo(shown, part.rect().topLeft()))
            assert shown.rect().contains(placed), part
            assert part.width() >= part.minimumSizeHint().width()

    all_fit(shown.attach, shown.close_)
    read(qtbot, shown, photo)
    all_fit(shown.bring.turn_left, shown.bring.turn_right, shown.bring.shown.paper)
    shown.bring.attach.click()
    all_fit(shown.attach, shown.close_, shown.save, shown.remove, shown.shown.paper, shown.told)
    assert shown.shown.paper.height() > 100

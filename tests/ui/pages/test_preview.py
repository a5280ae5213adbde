"""The preview shows the very bytes that leave the program, and leaving goes whole or not at all."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import goals, people
from caseplanner.dossier.model import Dossier, HowSigned, Role
from caseplanner.export import verify
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.tasks import Tasks
from tests.ui.pages import agreeing

SLOW = 30_000  # milliseconds; the first PDF imports much


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    return agreeing.discussed(dossier)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, desk: Desk, tasks: Tasks) -> PreviewPage:
    made = agreeing.show(qtbot, PreviewPage(session, desk.seal, tasks), session)
    wait_built(qtbot, made)
    return made


def wait_built(qtbot: QtBot, page: PreviewPage, before: bytes = b"") -> None:
    qtbot.waitUntil(lambda: page.pdf not in (b"", before), timeout=SLOW)


def choose(monkeypatch: pytest.MonkeyPatch, target: Path) -> list[str]:
    """Answer the save dialog with this file; returns the names it proposed."""
    offered: list[str] = []

    def answer(dialog: QFileDialog) -> int:
        offered.extend(dialog.selectedFiles())
        dialog.setDirectory(str(target.parent))
        dialog.selectFile(target.name)
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    return offered


def text_of(pdf: bytes) -> str:
    if not pdf:  # still being built
        return ""
    document = pypdfium2.PdfDocument(pdf)
    words = []
    for number in range(len(document)):
        page = document[number]
        lines = page.get_textpage()
        words.append(lines.get_text_range())
        lines.close()
        page.close()
    document.close()
    return "\n".join(words)


def test_the_plan_is_shown_as_it_will_be_on_paper(page: PreviewPage) -> None:
    assert page.pdf.startswith(b"%PDF-1.7")
    assert page.paper.document is not None
    assert page.paper.document.count >= 3
    assert "Dennis" in page.paper.document.text(0)
    assert page.where.text() == f"Bladzijde 1 van {page.paper.document.count}"


def test_an_edit_is_in_the_preview_once_it_is_looked_at(
    page: PreviewPage, session: Session, qtbot: QtBot
) -> None:
    before = page.pdf
    goal = session.dossier.goals[0]
    session.change("reword", lambda d: goals.reword(d, goal.id, "Ik wil minder blowen."))
    wait_built(qtbot, page, before)
    assert "minder blowen" in text_of(page.pdf)


def test_an_edit_leaves_the_page_that_is_read_in_view(
    page: PreviewPage, session: Session, qtbot: QtBot
) -> None:
    before = page.pdf
    page.paper.go_to(2)
    goal = session.dossier.goals[0]
    session.change("reword", lambda d: goals.reword(d, goal.id, "Ik wil minder blowen."))
    wait_built(qtbot, page, before)
    assert page.paper.page == 2


def test_nothing_is_built_while_the_page_is_not_in_view(
    qtbot: QtBot, session: Session, desk: Desk, tasks: Tasks
) -> None:
    hidden = PreviewPage(session, desk.seal, tasks)
    qtbot.addWidget(hidden)
    hidden.show_dossier(session.dossier)
    qtbot.wait(50)
    assert hidden.pdf == b""
    assert hidden._wanted is None


def test_each_frozen_version_can_be_seen_beside_the_concept(
    page: PreviewPage, session: Session, qtbot: QtBot
) -> None:
    assert [page.version.itemText(n) for n in range(page.version.count())] == ["Concept"]
    before = page.pdf
    version = agreeing.freeze(session)
    goal = session.dossier.goals[0]
    session.change("reword", lambda d: goals.reword(d, goal.id, "Ik wil minder blowen."))
    wait_built(qtbot, page, before)
    page.open(version)
    # the concept is not shown as the version
    qtbot.waitUntil(lambda: page.edition is None or page.edition.version is not None)
    assert page.version.currentText().startswith("Versie 1")
    qtbot.waitUntil(lambda: "stoppen met blowen" in text_of(page.pdf), timeout=SLOW)
    assert "minder blowen" not in text_of(page.pdf)
    page.open(None)
    qtbot.waitUntil(lambda: "minder blowen" in text_of(page.pdf), timeout=SLOW)


def test_what_is_exported_is_what_was_shown_sealed_and_intact(
    page: PreviewPage,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "uit.pdf"
    offered = choose(monkeypatch, tmp_path / "uit")  # the ending comes by itself
    shown = page.pdf
    page.export.click()
    qtbot.waitUntil(lambda: page.show_folder.isVisible(), timeout=SLOW)
    exported = target.read_bytes()
    assert exported.startswith(shown)
    assert verify.verify(exported, desk.seal().certificate_pem).intact
    assert str(tmp_path) in page.notice.text()
    assert "Dennis" not in offered[0]
    assert Path(offered[0]).name.startswith("herstelplan-")
    assert Path(offered[0]).name.endswith("-concept.pdf")


def test_closing_the_dialog_exports_nothing(
    page: PreviewPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 0)
    before = set(tmp_path.rglob("*"))
    page.export.click()
    qtbot.wait(50)
    assert page.export.isEnabled()
    assert set(tmp_path.rglob("*")) == before


def test_a_full_disk_is_said_in_words_and_the_next_try_succeeds(
    page: PreviewPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "uit.pdf"
    choose(monkeypatch, target)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        page.export.click()
        qtbot.waitUntil(lambda: "schijf is vol" in page.notice.text(), timeout=SLOW)
    assert not target.exists()
    assert page.pdf
    page.export.click()
    qtbot.waitUntil(target.exists, timeout=SLOW)


def test_a_word_that_cannot_be_printed_is_named_before_anything_leaves(
    qtbot: QtBot, desk: Desk, dossier: Dossier, tasks: Tasks
) -> None:
    unwritable = people.describe(replace(dossier, id="other"), called="Dennis 龍")
    session = desk.add(unwritable)
    page = agreeing.show(qtbot, PreviewPage(session, desk.seal, tasks), session)
    qtbot.waitUntil(lambda: "龍" in page.notice.text(), timeout=SLOW)
    assert page.pdf == b""
    assert not page.export.isEnabled()
    session.change("mended", lambda d: people.describe(d, called="Dennis"))
    wait_built(qtbot, page)
    assert page.export.isEnabled()
    assert not page.notice.isVisible()


def test_a_failure_leaves_no_older_plan_in_view(
    page: PreviewPage, session: Session, qtbot: QtBot
) -> None:
    session.change("unwritable", lambda d: people.describe(d, called="龍"))
    qtbot.waitUntil(lambda: "龍" in page.notice.text(), timeout=SLOW)
    assert page.paper.document is None
    assert page.pdf == b""


def test_cancel_stops_an_export_before_anything_is_there(
    page: PreviewPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tasks: Tasks,
) -> None:
    import threading

    target, go_on = tmp_path / "uit.pdf", threading.Event()
    choose(monkeypatch, target)
    page._slow.setInterval(0)
    tasks.run(go_on.wait, lambda _done: None)  # keeps the worker busy, as a slow disk would
    page.export.click()
    qtbot.waitUntil(page.cancel.isVisible)
    page.cancel.click()
    go_on.set()
    qtbot.waitUntil(lambda: "Geannuleerd" in page.notice.text(), timeout=SLOW)
    assert not target.exists()
    assert not page.wait.isVisible()
    assert page.export.isEnabled()


def test_quick_work_shows_no_progress(page: PreviewPage) -> None:
    assert not page.wait.isVisible()
    assert page._slow.interval() == 1000


def test_a_page_that_is_gone_is_not_told_any_more(
    qtbot: QtBot, session: Session, desk: Desk, tasks: Tasks
) -> None:
    page = PreviewPage(session, desk.seal, tasks)
    page.show_dossier(session.dossier)
    page.show()
    page.deleteLater()
    done: list[bool] = []
    tasks.run(lambda: True, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=SLOW)


def test_print_puts_the_same_pages_on_paper(
    page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = tmp_path / "paper.pdf"

    def accept(dialog: QPrintDialog) -> int:
        machine = dialog.printer()
        machine.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        machine.setOutputFileName(str(printed))
        machine.setResolution(72)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    paper = pypdfium2.PdfDocument(printed.read_bytes())
    assert page.paper.document is not None
    assert len(paper) == page.paper.document.count
    width, height = paper.get_page_size(0)
    assert (width, height) == pytest.approx((595, 842), abs=2)
    paper.close()


def test_a_version_that_waits_for_signatures_leads_back_to_signing(
    page: PreviewPage, session: Session, qtbot: QtBot
) -> None:
    assert not page.sign.isVisible()
    page.open(agreeing.freeze(session))
    assert page.sign.isVisible()
    with qtbot.waitSignal(page.go, check_params_cb=lambda name, _a: name == "sign"):
        page.sign.click()
    for role in Role:
        session.sign(role, "Iemand", HowSigned.PAPER)
    assert not page.sign.isVisible()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_every_button_is_whole_at_every_text_size(
    qtbot: QtBot, qapp: QApplication, session: Session, desk: Desk, tasks: Tasks, size: int
) -> None:
    theme.use(qapp, "light", size)
    version = agreeing.freeze(session)
    room = QWidget()
    room.resize(1366 - (214 if size == 100 else theme.px(72)), 768)  # what the rail leaves
    page = PreviewPage(session, desk.seal, tasks, room)
    page.setGeometry(room.rect())
    qtbot.addWidget(room)
    page.show_dossier(session.dossier)
    page.open(version)
    with qtbot.waitActive(room):
        room.show()
    wait_built(qtbot, page)
    buttons = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    assert len(buttons) >= 9
    for button in buttons:
        assert button.width() >= button.minimumSizeHint().width(), button.accessibleName()
        assert room.rect().contains(QRect(button.mapTo(room, QPoint(0, 0)), button.size()))


def test_the_practice_plan_says_so_on_every_page(
    qtbot: QtBot, desk: Desk, dossier: Dossier, tasks: Tasks
) -> None:
    session = desk.add(replace(dossier, id="practice", practice=True))
    page = agreeing.show(qtbot, PreviewPage(session, desk.seal, tasks), session)
    wait_built(qtbot, page)
    assert page.paper.document is not None
    for number in range(page.paper.document.count):
        assert "OEFENING" in page.paper.document.text(number)

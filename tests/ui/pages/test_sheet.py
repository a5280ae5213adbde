"""Only the signaleringsplan on one A4 to hang up: it leaves as the whole plan does."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import guards, log_words, signals
from caseplanner.dossier.model import Dossier, Light, Seen
from caseplanner.session import Session
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.pages.signals import SignalsPage
from caseplanner.ui.window import Window
from tests import whole
from tests.ui.pages import agreeing

SLOW = 30_000  # milliseconds; the first PDF imports much
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(desk: Desk, dossier: Dossier) -> Session:
    return desk.add(whole.taken("dennis", "signals", "signal_plan")(agreeing.discussed(dossier)))


@pytest.fixture
def page(window: Window, session: Session) -> SignalsPage:
    window.show_session(session)
    window.go("signals")
    page = window.page
    assert isinstance(page, SignalsPage)
    QApplication.processEvents()
    return page


def to_paper(qtbot: QtBot, window: Window, page: SignalsPage) -> PreviewPage:
    page.print.click()
    preview = window.page
    assert isinstance(preview, PreviewPage)
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=SLOW)
    return preview


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def deeds(session: Session) -> list[str]:
    return [log_words.in_words(entry) for entry in session.log(None, None)]


def test_the_page_leads_to_one_a4_with_every_line_and_nothing_else(
    qtbot: QtBot, window: Window, page: SignalsPage, session: Session
) -> None:
    preview = to_paper(qtbot, window, page)
    assert preview.version.currentText() == "Alleen het signaleringsplan, om op te hangen"
    [paper] = text_of(preview.pdf)
    said = " ".join(paper.split())
    assert "Signaleringsplan van Dennis" in said
    for signal in session.dossier.signals:
        assert signal.text in said
    assert "blowen." not in said.replace("Ik wil blowen of vechten.", "")  # a goal
    assert "Fatma" not in said and "Concept" not in said
    with pikepdf.open(io.BytesIO(preview.pdf)) as inside:
        assert "/AF" not in inside.Root  # the plan as data stays here
    QTest.mouseClick(preview.leave, Qt.MouseButton.LeftButton)
    assert window.page is page


def test_it_is_printed_as_it_is_shown_and_the_log_tells_so(
    qtbot: QtBot,
    window: Window,
    page: SignalsPage,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed = tmp_path / "paper.pdf"

    def accept(dialog: QPrintDialog) -> int:
        machine = dialog.printer()
        machine.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        machine.setOutputFileName(str(printed))
        machine.setResolution(72)
        assert "Dennis" not in machine.docName()
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    QTest.keyClick(page, Qt.Key.Key_P, CTRL)
    preview = window.page
    assert isinstance(preview, PreviewPage)
    qtbot.waitUntil(preview.print.isEnabled, timeout=SLOW)
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=SLOW)
    QTest.keyClick(preview, Qt.Key.Key_P, CTRL)
    paper = pypdfium2.PdfDocument(printed.read_bytes())
    assert len(paper) == 1
    paper.close()
    assert deeds(session)[-1] == "Fatma heeft je signaleringsplan geprint."


def test_it_is_saved_byte_for_byte_under_a_name_that_tells_of_nobody(
    qtbot: QtBot,
    window: Window,
    page: SignalsPage,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "ophangen.pdf"
    offered: list[str] = []

    def answer(dialog: QFileDialog) -> int:
        offered.extend(Path(name).name for name in dialog.selectedFiles())
        dialog.setDirectory(str(target.parent))
        dialog.selectFile(target.name)
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)
    preview = to_paper(qtbot, window, page)
    qtbot.waitUntil(preview.export.isEnabled, timeout=SLOW)
    preview.export.click()
    qtbot.waitUntil(lambda: "Opgeslagen" in preview.notice.text(), timeout=SLOW)
    assert target.read_bytes() == preview.pdf
    assert offered[0].startswith("signaleringsplan-") and "Dennis" not in offered[0]
    assert deeds(session)[-1] == "Fatma heeft je signaleringsplan als PDF bewaard."


def test_it_does_not_leave_while_something_about_the_victim_may_stand_in_it(
    qtbot: QtBot,
    window: Window,
    page: SignalsPage,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session.change("", lambda d: guards.protect(d, "Anna"))
    session.change("", lambda d: signals.add(d, Light.RED, Seen.I_DO, "Ik bel Anna."))
    opened: list[str] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: opened.append("print"))
    preview = to_paper(qtbot, window, page)
    assert preview.held_back.isVisible()
    assert not preview.print.isEnabled() and not preview.export.isEnabled()
    QTest.keyClick(preview, Qt.Key.Key_P, CTRL)
    assert opened == []


def test_an_edit_is_on_the_sheet_when_it_is_looked_at_again(
    qtbot: QtBot, window: Window, page: SignalsPage, session: Session
) -> None:
    preview = to_paper(qtbot, window, page)
    before = preview.pdf
    window.go("signals")
    session.change("", lambda d: signals.add(d, Light.GREEN, Seen.I_DO, "Ik lees een boek."))
    page.print.click()
    qtbot.waitUntil(lambda: preview.pdf not in (b"", before), timeout=SLOW)
    assert "Ik lees een boek." in text_of(preview.pdf)[0]


def test_there_is_no_sheet_while_no_line_was_written(window: Window, desk: Desk) -> None:
    window.show_session(desk.add(Dossier()))
    window.go("signals")
    page = window.page
    assert isinstance(page, SignalsPage)
    assert not page.print.isVisible()
    QTest.keyClick(page, Qt.Key.Key_P, CTRL)
    assert window.page is page
    window.go("preview")
    preview = window.page
    assert isinstance(preview, PreviewPage)
    assert preview.version.findText("Alleen het signaleringsplan, om op te hangen") == -1

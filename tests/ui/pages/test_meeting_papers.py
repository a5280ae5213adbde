"""The papers of the driegesprek leave as the plan does: shown, printed or saved, and logged."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import guards, log_words, meetings
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.papers import Paper
from caseplanner.session import Session
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.pages.what_leaves import of_meeting
from caseplanner.ui.window import Window
from tests import whole
from tests.ui.pages import agreeing

SLOW = 30_000  # milliseconds; the first PDF imports much
SAID = {
    Paper.TAKE_HOME: ("meeting-1", "Dit heb ik gezegd"),
    Paper.REPORT: ("meeting-1", "Gehouden"),
    Paper.INVITATION: ("meeting-2", "Nee zeggen mag."),
}
LOGGED = {
    Paper.TAKE_HOME: "je plan in makkelijke taal",
    Paper.REPORT: "het verslag van je driegesprek",
    Paper.INVITATION: "je uitnodiging",
}


@pytest.fixture
def session(desk: Desk, dossier: Dossier) -> Session:
    parts = ("meetings", "agreements", "tellings")
    return desk.add(whole.taken("dennis", *parts)(agreeing.discussed(dossier)))


def shown(qtbot: QtBot, window: Window, session: Session, paper: Paper) -> PreviewPage:
    window.show_session(session)
    window.go("preview", of_meeting(paper, SAID[paper][0]))
    page = window.page
    assert isinstance(page, PreviewPage)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: page.edition is not None and bool(page.pdf), timeout=SLOW)
    return page


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def log(session: Session) -> list[str]:
    return [log_words.in_words(entry) for entry in session.log(None, None)]


@pytest.mark.parametrize("paper", SAID)
def test_each_paper_is_shown_and_saved_without_a_plan_inside(
    paper: Paper,
    qtbot: QtBot,
    window: Window,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = shown(qtbot, window, session, paper)
    assert SAID[paper][1] in text_of(page.pdf)
    with pikepdf.open(io.BytesIO(page.pdf)) as inside:
        assert "/AF" not in inside.Root
    target = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "exec", lambda _self: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _self: [str(target)])
    page.export.click()
    qtbot.waitUntil(lambda: target.exists() and page.export.isEnabled(), timeout=SLOW)
    assert target.read_bytes() == page.pdf
    assert LOGGED[paper] in log(session)[-1]


def test_what_the_client_takes_home_is_printed_and_the_log_tells_so(
    qtbot: QtBot,
    window: Window,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = shown(qtbot, window, session, Paper.TAKE_HOME)
    printed = tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(printed))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    page.print.click()
    with pypdfium2.PdfDocument(printed) as document:
        assert len(document) == 2
    assert "je plan in makkelijke taal" in log(session)[-1]


def test_a_paper_goes_along_with_what_changes(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    page = shown(qtbot, window, session, Paper.TAKE_HOME)
    session.change("words", lambda d: meetings.tell(d, "meeting-1", summary="Ik bel mama."))
    qtbot.waitUntil(lambda: bool(page.pdf) and "Ik bel mama." in text_of(page.pdf), timeout=SLOW)


def test_it_does_not_leave_while_something_may_not_stand_in_the_plan(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    session.change("name", lambda d: guards.protect(d, "Mirjam Bos"))
    session.change(
        "words", lambda d: meetings.tell(d, "meeting-1", summary="Ik bel Mirjam Bos elke dag.")
    )
    page = shown(qtbot, window, session, Paper.TAKE_HOME)
    assert page.held_back.holds
    assert not page.export.isEnabled()

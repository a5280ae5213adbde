"""The real PDF on the screen, and from there to a file or to paper."""

import importlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from caseplanner.desk import Seal
from caseplanner.dossier import agreements, lists, log_words
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.papers import Paper
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.ui import printer, theme
from caseplanner.ui.page import Page
from caseplanner.ui.pages import what_leaves
from caseplanner.ui.pages.held_back import HeldBack
from caseplanner.ui.pages.what_leaves import WhatLeaves
from caseplanner.ui.scans.button import PapersButton
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, text
from caseplanner.ui.widgets.message import announce
from caseplanner.ui.widgets.paper import PaperView
from caseplanner.words import _

if TYPE_CHECKING:  # a second to import, and not needed to see a list or a hub
    from caseplanner.export.pdf import Edition

Made = TypeVar("Made")
WIDE = 980  # in pixels of 100 % text: below it some buttons are icons only
SLOW = 1000  # milliseconds after which waiting is shown (ux.md section 4, Export)


class PreviewPage(Page):
    """Shows exactly what will leave the program: the bytes seen are the bytes saved.

    The PDF is built when the page is in view and something changed; it stays in memory.
    """

    def __init__(
        self,
        session: Session,
        seal: Callable[[], Seal],
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._seal = seal
        self._tasks = tasks
        self.edition: Edition | None = None
        self.pdf = b""
        self._wanted: tuple[Dossier, str] | None = None  # what is shown or being built
        self._saved = Path()
        self._stop = Event()
        self.paper = PaperView()
        self.paper.moved.connect(self._tell_page)
        self.paper.zoomed.connect(self._tell_zoom)
        self.version = WhatLeaves()
        self.version.currentIndexChanged.connect(self._refresh)
        self.export = buttons.primary(_("Export"), "file-down")
        self.export.clicked.connect(self._export)
        self.print = buttons.secondary(_("Print"), "printer")
        self.print.clicked.connect(self._print)
        if not session.may_export:
            self.export.hide()
            self.print.hide()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self, self._print)
        self.held_back = HeldBack(session)
        self.held_back.go.connect(self.go)
        self.sign = buttons.secondary(_("To signing"), "signature")
        self.sign.clicked.connect(lambda: self.go.emit("sign", None))
        self.papers = PapersButton(session, tasks)
        self.leave = buttons.quiet(self._back()[1], "arrow-left")
        self.leave.clicked.connect(lambda: self.go.emit(self._back()[0], None))
        for button in (self.leave, self.sign, self.print):
            button.setAccessibleName(button.text())  # also where there is only room for its icon
            button.setToolTip(button.text())
        self._build()

    def open(self, version: str | None) -> None:
        """Show this version, or only the signaleringsplan; None is the concept."""
        place = self.version.findData(version or "")
        self.version.setCurrentIndex(max(place, 0))

    def show_dossier(self, dossier: Dossier) -> None:
        self.version.show_dossier(dossier)
        self._refresh()

    def spot(self) -> str:
        """What is shown."""
        return str(self.version.currentData() or "concept")

    def go_to_spot(self, spot: str) -> None:
        self.open(spot)

    def focus_first(self) -> None:
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_buttons()

    def _back(self) -> tuple[str, str]:
        """Where one comes from, and what that is called."""
        if not self._session.may_export:
            return "list", _("Dossiers")
        return what_leaves.back(self.version.currentData() or "")

    def _name_buttons(self) -> None:
        self.leave.setAccessibleName(self._back()[1])
        self.leave.setToolTip(self._back()[1])
        wide = self.width() >= theme.px(WIDE)
        for button in (self.leave, self.papers, self.sign, self.print):
            button.setText(button.accessibleName() if wide else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.leave)
        head.addWidget(self.version)
        head.addStretch(1)
        head.addWidget(self.papers)
        head.addWidget(self.sign)
        head.addWidget(self.print)
        head.addWidget(self.export)
        self.notice = text.Body("", size=17)
        self.show_folder = buttons.link(_("Show folder"))
        self.show_folder.clicked.connect(self._show_folder)
        self.wait = QProgressBar()
        self.wait.setRange(0, 0)
        self.wait.setTextVisible(False)
        self.wait.setAccessibleName(_("Working on it"))
        self.cancel = buttons.secondary(_("Cancel"), "x")
        self.cancel.clicked.connect(self._cancel)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._start)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(lambda: self._show_waiting(True))
        told = QHBoxLayout()
        told.setSpacing(theme.px(12))
        told.addWidget(self.notice, 1)
        told.addWidget(self.wait, 1)
        told.addWidget(self.show_folder)
        told.addWidget(self.cancel)
        self.where = text.Small("")
        self.percent = text.Small("")
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        for icon, name, act in (
            ("chevron-up", _("Page back"), lambda: self.paper.go_to(self.paper.page - 1)),
            ("chevron-down", _("Page on"), lambda: self.paper.go_to(self.paper.page + 1)),
        ):
            foot.addWidget(_tool(icon, name, act))
        foot.addWidget(self.where)
        foot.addStretch(1)
        foot.addWidget(self.percent)
        for icon, name, act in (
            ("minus", _("Smaller"), self.paper.zoom_out),
            ("plus", _("Larger"), self.paper.zoom_in),
        ):
            foot.addWidget(_tool(icon, name, act))
        self.fit = buttons.secondary(_("Fit the width"))
        self.fit.clicked.connect(lambda: self.paper.set_zoom(0))
        foot.addWidget(self.fit)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*(theme.px(28), theme.px(16)) * 2)
        whole.setSpacing(theme.px(10))
        whole.addLayout(head)
        whole.addLayout(told)
        whole.addWidget(self.held_back)
        whole.addWidget(self.paper, 1)
        whole.addLayout(foot)
        self._show_waiting(False)
        self._tell("")

    # Building.

    def _refresh(self) -> None:
        """Build what is asked for, unless that is what is shown."""
        wanted = (self._session.dossier, self.version.currentData() or "")
        self.papers.show_version(lists.find(wanted[0].versions, wanted[1]))
        self._name_buttons()
        latest = agreements.latest(wanted[0])
        to_sign = latest is not None and not agreements.is_complete(latest)
        self.sign.setVisible(to_sign and latest is not None and latest.id == wanted[1])
        if self.isVisible() and wanted != self._wanted:
            self._soon.start()

    def _start(self) -> None:
        """Once for all that changed in this turn of the event loop."""
        wanted = (self._session.dossier, self.version.currentData() or "")
        if not self.isVisible() or wanted == self._wanted:
            return
        if self._wanted and self._wanted[1] != wanted[1]:
            self._put_away()  # another version: what is in view is not what was asked for
        self._wanted = wanted
        self._begin()
        self._run(_warm, lambda _none: self._make(wanted), self._not_built)

    def _make(self, wanted: tuple[Dossier, str]) -> None:
        """Read from the vault here, build elsewhere."""
        if wanted != self._wanted:
            return
        from caseplanner import printing

        at = datetime.now(UTC)
        edition = what_leaves.edition(self._session, self._seal, wanted[1], at)
        self._run(
            lambda: printing.build(edition),
            lambda pdf: self._show(wanted, edition, pdf),
            self._not_built,
        )

    def _show(self, wanted: tuple[Dossier, str], edition: "Edition", pdf: bytes) -> None:
        if wanted == self._wanted:
            here = self.paper.page
            self.edition, self.pdf = edition, pdf
            self.held_back.show_edition(edition)
            self.paper.show_pdf(pdf)
            self.paper.go_to(here)
            self._end()

    # Leaving.

    def _export(self) -> None:
        if self.edition is None or not self._session.may_export or self.held_back.holds:
            return
        from caseplanner import printing

        folder = (
            self._saved.parent
            if self._saved.name
            else Path(
                QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            )
        )
        dialog = QFileDialog(self, _("Export the plan"), str(folder), _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(printing.file_name(self.edition))
        if dialog.exec():
            self._save(Path(dialog.selectedFiles()[0]))

    def _save(self, target: Path) -> None:
        """Seal the bytes that are shown, put them there, and check what is there."""
        from caseplanner import printing

        shown, edition, stop, at = self.pdf, self.edition, self._stop, datetime.now(UTC)
        seal = self._seal() if edition is None or edition.paper is Paper.PLAN else None

        def put(sealed: bytes) -> None:
            if stop.is_set():
                self._end()
                self._tell(_("Cancelled. Nothing was saved."))
            else:
                # First the log: a line too many is better than a plan that left without one.
                self._note(Deed.EXPORTED, edition)
                self._run(
                    lambda: printing.save(sealed, seal, target),
                    lambda _none: self._exported(target),
                    self._failed,
                )

        self._begin()
        self._run(lambda: printing.put_seal(shown, seal, at), put, self._failed)

    def _exported(self, target: Path) -> None:
        self._end()
        self._saved = target
        said = _("Saved in {folder} as {name}.", folder=target.parent, name=target.name)
        self._tell(said, folder=True)
        announce(self, said)

    def _print(self) -> None:
        if self.edition and self._session.may_export and not self.held_back.holds:
            from caseplanner import printing

            machine = QPrinter(QPrinter.PrinterMode.HighResolution)
            machine.setDocName(printing.file_name(self.edition))  # print queues show it to all
            dialog = QPrintDialog(machine, self)
            dialog.setWindowTitle(_("Print the plan"))
            if dialog.exec():
                self._note(Deed.PRINTED, self.edition)
                printer.print_pdf(self.pdf, machine)

    def _note(self, deed: Deed, edition: "Edition | None") -> None:
        """In the log: that it leaves the program, and what of the plan it is."""
        version = edition.version if edition else None
        what = str(version.number) if version else log_words.CONCEPT
        if edition and edition.paper is not Paper.PLAN:
            what = str(edition.paper)
        self._session.note(deed, version=what)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    # Telling.

    def _begin(self) -> None:
        self._stop.clear()
        self._tell("")
        self.export.setEnabled(False)
        self._slow.start()

    def _end(self) -> None:
        self._slow.stop()
        self._show_waiting(False)
        for button in (self.export, self.print):
            button.setEnabled(bool(self.pdf) and not self.held_back.holds)

    def _not_built(self, error: Exception) -> None:
        self._put_away()
        self._wanted = None
        self._failed(error)

    def _put_away(self) -> None:
        self.edition, self.pdf = None, b""
        self.held_back.show_edition(None)
        self.paper.clear()
        self.where.setText("")

    def _failed(self, error: Exception) -> None:
        """Nothing was lost: say here what the person can do. A fault of ours goes on."""
        self._end()
        if not isinstance(error, UserError):
            raise error
        self._tell(str(error))
        announce(self, str(error))

    def _run(
        self,
        work: Callable[[], Made],
        done: Callable[[Made], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Work elsewhere, and hear of it only while this page is still there."""
        self._tasks.run(
            work,
            lambda made: done(made) if isValid(self) else None,
            lambda error: failed(error) if isValid(self) else None,
        )

    def _cancel(self) -> None:
        self._stop.set()

    def _show_waiting(self, on: bool) -> None:
        self.wait.setVisible(on)
        self.cancel.setVisible(on)

    def _tell(self, said: str, *, folder: bool = False) -> None:
        self.notice.setText(said)
        self.notice.setVisible(bool(said))
        self.show_folder.setVisible(folder)

    def _tell_page(self, page: int) -> None:
        total = self.paper.document.count if self.paper.document else 0
        self.where.setText(_("Page {number} of {total}", number=page + 1, total=total))

    def _tell_zoom(self, zoom: float) -> None:
        self.percent.setText(f"{zoom * 100:.0f} %")


def _tool(icon: str, name: str, act: Callable[[], None]) -> QWidget:
    button = buttons.secondary("", icon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.clicked.connect(lambda: act())
    return button


def _warm() -> None:
    """Import what is slow to import away from the screen."""
    importlib.import_module("caseplanner.printing")

"""The signed paper of one version: what there is, a look at each, and one more."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseplanner.dossier import lists, log_words
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import PlanVersion, Role, Scan
from caseplanner.errors import problem
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.scans import said
from caseplanner.ui.scans.bring import SIDE, Bring
from caseplanner.ui.scans.shown import Shown
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.message import InlineError, announce
from caseplanner.ui.widgets.rows import RowList, text_height, write
from caseplanner.ui.widgets.text import Body, Title
from caseplanner.words import _

ALONE = 520  # pixels at 100 % text of what is said where there is no paper yet
WIDTH, HEIGHT = 1180, 720  # pixels at 100 % text, where the window has so much room
KINDS = "*.jpg *.jpeg *.png *.tif *.tiff *.webp *.pdf *.heic"


class Papers(QDialog):
    """For a version, also an older one; `role` is who is asked for first when one is attached."""

    def __init__(
        self, session: Session, tasks: Tasks, version: str, role: Role | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._session, self._version, self._role = session, version, role
        self._scan: Scan | None = None
        self._title = Title(
            _("Signed paper of version {number}", number=self._of().number), size=23
        )
        self.setWindowTitle(self._title.text())
        self.list = RowList(_("Scans of this version"))
        self.list.chosen.connect(lambda place: self._show(self._of().scans[place]))
        self.told = Body("")
        self.problem = InlineError()
        self.attach = buttons.primary(_("Choose a scan or photo"), "plus")
        self.attach.clicked.connect(self.ask)
        self.close_ = buttons.secondary(_("Close"), "x")
        self.close_.clicked.connect(self.reject)
        self.save = buttons.secondary(_("Save as PDF"), "file-down")
        self.save.clicked.connect(self._ask_where)
        self.remove = buttons.secondary(_("Remove"), "trash-2")
        self.remove.clicked.connect(self._remove)
        self.shown = Shown(self.save, self.remove)
        self.bring = Bring(tasks)
        self.bring.ready.connect(self._attach)
        self.bring.left.connect(self._back)
        self.attach.setVisible(session.may_sign)
        self.remove.setVisible(session.may_sign)
        self.save.setVisible(session.may_export)
        self._build()
        self._refresh()
        (self.list if self._of().scans else self.attach).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Which file it is."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = _("Photos and scans ({kinds})", kinds=KINDS)
        name, _kind = QFileDialog.getOpenFileName(self, self.attach.text(), folder, kinds)
        if name:
            self.read(Path(name))

    def read(self, file: Path) -> None:
        """Make pages of this file and show them; nothing is kept before the person says so."""
        self.problem.show_error("")
        self._stack.setCurrentWidget(self.bring)
        self.bring.begin(file, self._role)

    def save_to(self, target: Path) -> None:
        """Put the paper that is shown in this file, as a PDF."""
        from caseplanner import printing

        scan = self._scan
        assert scan
        # First the log: a line too many is better than a paper that left without one.
        self._session.note(Deed.EXPORTED, version=log_words.PAPER)
        if self._did(lambda: printing.save(self._session.scan(scan), None, target)):
            self._tell(_("Saved in {folder} as {name}.", folder=target.parent, name=target.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back a step first."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self.bring:
            self.bring.give_up()
            self._back("")
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self.bring.give_up()
        super().done(result)

    def _of(self) -> PlanVersion:
        version = lists.find(self._session.dossier.versions, self._version)
        assert version is not None
        return version

    def _attach(self) -> None:
        from caseplanner.export import scan

        made, file, role = self.bring.scanned, self.bring.file, self.bring.role
        assert made
        paper, pages = scan.pdf(made), len(made.sheets)
        self._back("")
        if self._did(lambda: self._session.attach(self._version, paper, file.name, pages, role)):
            self._scan = self._of().scans[-1]
            self._refresh()
            self._tell(said.still_there(file))
            self.close_.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        scan = self._scan
        assert scan
        if self._did(lambda: self._session.detach(self._version, scan)):
            self._refresh()
            self._tell(_("Removed. You can put it back from the bin."))
            self.attach.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self, problem: str) -> None:
        self._stack.setCurrentWidget(self._seen)
        self._refresh()
        self.problem.show_error(problem)
        self.attach.setFocus(Qt.FocusReason.OtherFocusReason)

    def _did(self, deed: Callable[[], object]) -> bool:
        """Do it; where it is refused, say why here: the bar of the window is behind this."""
        why = problem(deed)
        self.problem.show_error(why)
        return not why

    def _tell(self, words: str) -> None:
        self.problem.show_error("")
        self.told.setText(words)
        announce(self, words)

    def _show(self, scan: Scan) -> None:
        self._scan = scan
        self.shown.paper.clear()
        self._did(lambda: self.shown.paper.show_pdf(self._session.scan(scan)))

    def _refresh(self) -> None:
        scans = self._of().scans
        self.shown.setVisible(bool(scans))
        self._empty.setVisible(not scans)
        self._held.setVisible(bool(scans))
        self._beside.setFixedWidth(theme.px(SIDE if scans else ALONE))
        for place in (0, self._both.count() - 1):  # in the middle where it stands alone
            self._both.setStretch(place, 0 if scans else 1)
        self._left.setStretch(0, 0 if scans else 2)
        self._left.setStretch(self._left.count() - 1, 0 if scans else 3)
        self.told.setText("")
        if not scans:
            self._scan = None
            self.shown.paper.clear()
        ids = [scan.id for scan in scans]
        known = self._scan is not None and self._scan.id in ids
        at = ids.index(self._scan.id) if self._scan and known else len(ids) - 1
        self.list.show_rows([_Row(scan) for scan in scans], at)

    def _ask_where(self) -> None:
        assert self._scan
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.save.text(), folder, _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        day = self._scan.at.astimezone().date().isoformat()
        dialog.selectFile(_("signed-paper-v{number}-{day}", number=self._of().number, day=day))
        if dialog.exec():
            self.save_to(Path(dialog.selectedFiles()[0]))

    def _build(self) -> None:
        self._beside = QWidget()
        self._held = Card()
        inside = QVBoxLayout(self._held)
        pad(inside, theme.px(6), theme.px(6))
        inside.addWidget(self.list)
        left = self._left = QVBoxLayout(self._beside)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(12))
        left.addStretch(0)
        left.addWidget(self._held, 1)
        self._empty = Body(
            _(
                "There is no paper with this version yet. Scan the signed paper, or take a photo, "
                "and choose the file here. It is set straight, made small and kept with the "
                "version, as safe as the plan itself."
            )
        )
        left.addWidget(self._empty)
        left.addWidget(self.told)
        left.addWidget(self.problem)
        left.addWidget(self.attach)
        left.addWidget(self.close_)
        left.addStretch(0)
        self._seen = QWidget()
        both = self._both = QHBoxLayout(self._seen)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(18))
        both.addStretch(0)
        both.addWidget(self._beside)
        both.addWidget(self.shown, 1)
        both.addStretch(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._seen)
        self._stack.addWidget(self.bring)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(theme.px(14))
        layout.addWidget(self._title)
        layout.addWidget(self._stack, 1)
        parent = self.parentWidget()
        assert parent
        room = parent.window().geometry()
        width = min(theme.px(WIDTH), room.width() - 40)
        height = min(theme.px(HEIGHT), room.height() - 40)
        left_, top = (room.width() - width) // 2, (room.height() - height) // 2
        self.setGeometry(room.x() + left_, room.y() + top, width, height)


class _Row:
    """Whose signature, and under it when it came."""

    is_heading = False

    def __init__(self, scan: Scan) -> None:
        self._whose, self._when = said.whose(scan), said.when(scan)

    def sentence(self) -> str:
        return f"{self._whose}, {self._when}"

    def height(self, width: int) -> int:
        upper = text_height(self._whose, theme.font(17, 600), width)
        return upper + text_height(self._when, theme.font(15, 400), width) + theme.px(16)

    def paint(self, painter: QPainter, box: QRect) -> None:
        upper = QRect(box.x(), box.y() + theme.px(8), box.width(), box.height())
        font = theme.font(17, 600)
        write(painter, upper, self._whose, font, "ink")
        lower = upper.adjusted(0, text_height(self._whose, font, box.width()), 0, 0)
        write(painter, lower, self._when, theme.font(15, 400), "ink2")

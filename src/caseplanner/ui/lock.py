"""The screen of a locked vault. No names on it."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from caseplanner import paths
from caseplanner.errors import Broken, Doubt, UserError, WrongSecret
from caseplanner.ui import icons, theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.message import MessageBar, announce
from caseplanner.ui.widgets.password import PasswordField
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Small, Title
from caseplanner.words import _, clock

if TYPE_CHECKING:  # only for who forgot the passphrase
    from caseplanner.ui.recover import RecoverForm

FORM = 640  # pixels of the recovery sheet's form at 100 % text
Unlock = Callable[[str, bool, Callable[[int, int], None]], object]
PATIENCE = (0, 0, 1, 2, 5, 10, 30)  # seconds to wait after so many wrong passphrases in a row


class LockScreen(QWidget):
    """Asks for the passphrase. `unlocked` sends what `unlock` gave; `closed` when it is closed.

    `unlock` (passphrase, whether to go on in spite of a doubt, whom to tell how far it is) is slow
    and runs off this thread. It raises UserError: WrongSecret, Broken when a backup has to take the
    place of the vault, and Doubt when the vault is not what it was; then the person chooses.
    `rescue` asks for the backups. `recover` takes the words of a recovery sheet and a new
    passphrase, and is slow as well. `news` is what was done before it locked.
    """

    unlocked = Signal(object)
    rescue = Signal()
    closed = Signal()
    _progress = Signal(int, int)

    def __init__(
        self,
        unlock: Unlock,
        tasks: Tasks,
        saved_at: datetime | None,
        recover: Callable[[str, str], object] | None = None,
        news: str = "",
    ) -> None:
        super().__init__()
        self._unlock, self._tasks, self._recover = unlock, tasks, recover
        self.news = Body(news, weight=600)
        self.form: RecoverForm | None = None
        self._wrong = self._wait = 0
        self._opened = False
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("caseplanner")
        self.setWindowIcon(QIcon(str(paths.resource("icons/app.svg"))))
        self.setMinimumSize(480, 400)
        self.bar = MessageBar()
        self.password = PasswordField()
        self.password.setPlaceholderText(_("Passphrase"))
        self.password.returnPressed.connect(self._try)
        self.password.setAccessibleDescription(news)
        self.field = Field(_("Passphrase"), self.password)
        self.open = buttons.primary(_("Unlock"), "lock-open")
        self.open.clicked.connect(self._try)
        self.forgotten = buttons.link(_("I do not know my passphrase"))
        self.forgotten.clicked.connect(self._explain)
        self.explained = Body(
            _(
                "Nobody can open your work without the passphrase or the recovery sheet; that is "
                "what keeps it safe. We cannot either. Look where you keep them in a safe place. "
                "Check Caps Lock and the keyboard. Nothing is deleted after a wrong try."
            )
        )
        self.by_sheet = buttons.secondary(_("I have a recovery sheet"), "file-text")
        self.by_sheet.clicked.connect(self._show_form)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName(_("Unlocking"))
        self.trouble = TroubleCard()
        self.trouble.go_on.clicked.connect(lambda: self._run(accept=True))
        self.trouble.rescue.clicked.connect(self._ask_for_backups)
        self.backups = buttons.link(_("Put a backup back"))
        self.backups.clicked.connect(self._ask_for_backups)
        self._progress.connect(self._show_progress)
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        self._build(saved_at)
        self.password.setFocus()

    def tell(self, problem: str) -> None:
        """A problem the person can act on."""
        self.bar.tell(problem)

    def refuse(self, why: str) -> None:
        """Say beside the field why it did not open, and let the person try again."""
        self._put_form_away()
        self._show_busy(False)
        self.field.show_error(why)
        self.password.selectAll()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _try(self) -> None:
        passphrase = self.password.text()
        if not passphrase:
            self.refuse(_("Type your passphrase first."))
        elif not self._wait and self.password.isEnabled():
            self.field.show_error("")
            self.password.hide_text()
            self._run(accept=False)

    def _run(self, *, accept: bool) -> None:
        passphrase = self.password.text()
        self.trouble.hide()
        self.backups.show()
        self._show_busy(True)
        self._tasks.run(
            lambda: self._unlock(passphrase, accept, self._progress.emit), self._done, self._failed
        )

    def _done(self, opened: object) -> None:
        self.password.clear()
        self.unlocked.emit(opened)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._show_busy(False)
            raise error
        if isinstance(error, Doubt | Broken):
            self._show_busy(False)
            self._show_trouble(error)
            return
        self.refuse(str(error))
        if isinstance(error, WrongSecret):
            self._slow_down()

    def _show_trouble(self, trouble: Doubt | Broken) -> None:
        """Nobody can promise now that nothing is lost."""
        self.saved.hide()
        self.backups.hide()
        self.trouble.show_trouble(trouble)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.trouble))

    def _slow_down(self) -> None:
        self._wrong += 1
        self._wait = PATIENCE[min(self._wrong, len(PATIENCE) - 1)]
        if self._wait:
            self._second.start()
            self._show_wait()

    def _ask_for_backups(self) -> None:
        self.password.clear()
        self.rescue.emit()

    def _count_down(self) -> None:
        self._wait -= 1
        self._show_wait()
        if not self._wait:
            self._second.stop()

    def _show_wait(self) -> None:
        self.open.setEnabled(not self._wait)
        told = _("Wait {n} s", n=self._wait) if self._wait else _("Unlock")
        self.open.setText(told)

    def _show_busy(self, busy: bool) -> None:
        for part in (self.password, self.backups):
            part.setEnabled(not busy)
        self.open.setEnabled(not busy and not self._wait)
        self.open.setText(_("Unlocking…") if busy else _("Unlock"))
        keep = self.busy.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(keep)
        self.busy.setRange(0, 0)
        self.busy.setVisible(busy)

    def _show_progress(self, done: int, of: int) -> None:
        """An older vault is being brought up to date."""
        self.busy.setRange(0, of)
        self.busy.setValue(done)
        self.open.setText(_("Bringing up to date…"))

    def _explain(self) -> None:
        told = not self.explained.isVisible()
        self.explained.setVisible(told)
        self.by_sheet.setVisible(told and self._recover is not None)

    def _show_form(self) -> None:
        from caseplanner.ui.recover import RecoverForm

        assert self._recover is not None
        self.form = RecoverForm(self._recover, self._tasks)
        self.form.setMaximumWidth(theme.px(FORM))
        self.form.recovered.connect(self.unlocked)
        self.form.left.connect(self._leave_form)
        self.card.hide()
        self.backups.hide()
        self._row.insertWidget(1, self.form, 100)
        self.form.focus_first()

    def _leave_form(self) -> None:
        self._put_form_away()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_form_away(self) -> None:
        if self.form:
            self._row.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.card.show()
        self.backups.show()

    def _build(self, saved_at: datetime | None) -> None:
        sign = QLabel()
        sign.setPixmap(icons.pixmap("app", "ink", theme.px(34)))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(sign)
        head.addWidget(Title(_("caseplanner is locked"), size=23), 1)
        told = _("Nothing is lost.")
        if saved_at:
            told = _("Your work was saved at {time}. Nothing is lost.", time=clock(saved_at))
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(16))
        acts.addWidget(self.open)
        acts.addStretch(1)
        acts.addWidget(self.forgotten)
        card = self.card = Card()
        card.setMaximumWidth(theme.px(480))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(theme.px(36), theme.px(32)) * 2)
        inside.setSpacing(theme.px(8))
        inside.addLayout(head)
        self.saved = Body(told, tone="ink2")
        inside.addWidget(self.saved)
        if self.news.text():
            inside.addSpacing(theme.px(6))
            inside.addWidget(column.line("info", self.news))
        inside.addSpacing(theme.px(10))
        inside.addWidget(self.field)
        inside.addWidget(self.busy)
        inside.addLayout(acts)
        inside.addWidget(self.trouble)
        inside.addWidget(self.explained)
        inside.addSpacing(theme.px(4))
        inside.addWidget(self.by_sheet, 0, Qt.AlignmentFlag.AlignLeft)
        self.explained.hide()
        self.by_sheet.hide()
        self._show_busy(False)
        inner = QWidget()
        middle = QVBoxLayout(inner)
        middle.addStretch(1)
        row = self._row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(1)
        foot = Small(_("No names on this screen. Only on this laptop, encrypted."))
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(foot)
        middle.addWidget(self.backups, 0, Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.px(16))
        whole.addWidget(self.bar)
        self._scroll = Scroll(inner)
        whole.addWidget(self._scroll, 1)


class TroubleCard(QWidget):
    """What is wrong with the vault, and the ways on: of equal weight, none chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Body("", weight=600)
        self.rescue = buttons.secondary(_("Look at the backups"), "archive")
        self.go_on = buttons.secondary(_("Go on with what is here"), "arrow-right")
        picture = QLabel()
        picture.setPixmap(icons.pixmap("triangle-alert", "warn", theme.px(22)))
        told = QHBoxLayout()
        told.setSpacing(theme.px(10))
        told.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(12), 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addLayout(told)
        layout.addWidget(self.rescue)
        layout.addWidget(self.go_on)
        self.hide()

    def show_trouble(self, trouble: Doubt | Broken) -> None:
        """Show this and have it said. With a doubt the person may go on all the same."""
        self.words.setText(str(trouble))
        self.go_on.setVisible(isinstance(trouble, Doubt))
        self.show()
        announce(self, str(trouble))
        self.rescue.setFocus(Qt.FocusReason.OtherFocusReason)

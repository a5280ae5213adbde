"""The first start: five pages with one thing to do on each, and a way back until the vault is
made."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseplanner import paths
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.recovery_sheet import RecoverySheet
from caseplanner.ui.secret_page import SecretPage
from caseplanner.ui.settings.look import LanguageCard, TextSizeCard
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.brand import Brand
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.message import MessageBar
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _

PAGES = 5
SECRET, SHEET = 2, 3


class FirstRun(QWidget):
    """Makes a vault with `create` (worker, passphrase), which is slow and runs off this thread.

    `make_recovery` and `vault_id` then serve the recovery sheet: see ui/recovery_sheet.py.
    `settings_chosen` sends new settings; who keeps them then calls `use`. `made` sends what
    `create` gave; `begun` then sends "practice" or "new". `rescue` asks for the backups instead.
    `closed` when the window is closed.
    """

    settings_chosen = Signal(object)
    made = Signal(object)
    begun = Signal(str)
    rescue = Signal()
    closed = Signal()

    def __init__(
        self,
        folder: Path,
        create: Callable[[str, str], object],
        settings: Settings,
        tasks: Tasks,
        make_recovery: Callable[[], tuple[str, ...]],
        vault_id: Callable[[], str],
    ) -> None:
        super().__init__()
        self._folder, self._create, self._tasks = folder, create, tasks
        self._make_recovery, self._vault_id = make_recovery, vault_id
        self._words: tuple[str, ...] = ()
        self.settings = settings
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("caseplanner")
        self.setWindowIcon(QIcon(str(paths.resource("icons/app.svg"))))
        self.setMinimumSize(640, 480)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._body = QWidget()
        self._build(0)

    def use(self, settings: Settings) -> None:
        """Build the pages anew, in another look or language, on the same page."""
        self.settings = settings
        self._build(self.at)

    @property
    def at(self) -> int:
        """Which page is shown, from 0."""
        return self._stack.currentIndex()

    def tell(self, problem: str) -> None:
        """A problem the person can act on."""
        self.secret.wait(False)
        self._check()
        self.bar.tell(problem)

    def show_page(self, number: int) -> None:
        """Go to a page. A vault, once made, is not made again."""
        self._stack.setCurrentIndex(number)
        self._progress.setText(_("Page {number} of {total}", number=number + 1, total=PAGES))
        self._foot.setVisible(number <= SECRET)
        self.back.setVisible(number > 0)
        self.backup.setVisible(number == 0)
        self.on.setText(_("Make my vault") if number == SECRET else _("Next"))
        self.on.set_icon("lock" if number == SECRET else "arrow-right")
        self._check()
        first = (self.language.focus_chosen, self.on.setFocus, self.secret.name.setFocus)
        (*first, self.sheet.focus_first, self.practice.setFocus)[number]()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _next(self) -> None:
        if self.at < SECRET:
            self.show_page(self.at + 1)
        elif self.secret.is_ready():
            worker, passphrase = self.secret.name.text().strip(), self.secret.first.text()
            self.secret.wait(True)
            self.on.setEnabled(False)
            self.bar.put_away()
            self._tasks.run(lambda: self._create(worker, passphrase), self._made, self._failed)

    def _made(self, keys: object) -> None:
        self.secret.forget()
        self.secret.wait(False)
        self.made.emit(keys)
        self.show_page(SECRET + 1)
        self.sheet.focus_first()

    def _make_sheet(self) -> tuple[str, ...]:
        """Make it, and keep the words for when the page is built anew in another look."""
        self._words = self._make_recovery()
        return self._words

    def _sheet_done(self) -> None:
        self._words = ()
        self.show_page(PAGES - 1)

    def _failed(self, error: Exception) -> None:
        self.secret.wait(False)
        self._check()
        raise error

    def _check(self) -> None:
        self.on.setEnabled(self.at != SECRET or self.secret.is_ready())

    def _build(self, at: int) -> None:
        before, self._body = self._body, QWidget()
        self._whole.removeWidget(before)
        before.setEnabled(False)  # an arrow key that chose a language there gives it no focus
        before.hide()
        before.deleteLater()
        self.bar = MessageBar()
        self._stack = QStackedWidget()
        self.language = LanguageCard(self.settings, self.settings_chosen.emit)
        self.secret = SecretPage()
        self.secret.changed.connect(self._check)
        self.sheet = RecoverySheet(self._make_sheet, self._vault_id, self._tasks, self._words)
        self.sheet.done.connect(self._sheet_done)
        self.practice = buttons.primary(_("Begin with practice dossier Sam"), "sprout")
        self.new = buttons.secondary(_("New dossier"), "plus")
        self.practice.clicked.connect(lambda: self.begun.emit("practice"))
        self.new.clicked.connect(lambda: self.begun.emit("new"))
        for page in (self._welcome(), self._where(), self.secret, self.sheet, self._ready()):
            self._stack.addWidget(page)
        self._progress = Small("")
        self.back = buttons.secondary(_("Back"), "arrow-left")
        self.back.clicked.connect(lambda: self.show_page(self.at - 1))
        self.on = buttons.primary("", "arrow-right")
        self.on.clicked.connect(self._next)
        self.backup = buttons.secondary(_("I have a backup"), "archive")
        self.backup.clicked.connect(self.rescue)
        self._foot = _foot(self.back, self.backup, self.on)
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(_middle(Brand(self._progress), self._stack, self._foot), 1)
        self._whole.addWidget(self._body)
        self.show_page(at)

    def _welcome(self) -> QWidget:
        return column.page(
            _("Welcome"),
            Body(_("First choose what reads well for you. It changes at once.")),
            self.language,
            TextSizeCard(self.settings, self.settings_chosen.emit),
        )

    def _where(self) -> QWidget:
        path = Body(weight=600)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        path.setText(str(self._folder))
        path.setAccessibleName(_("The folder of your work: {folder}", folder=self._folder))
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(theme.px(18),) * 4)
        inside.setSpacing(theme.px(14))
        for icon, words in (
            ("monitor", _("Only on this laptop. Nothing goes over the internet.")),
            ("lock", _("Encrypted. Who finds or steals the laptop reads nothing.")),
            (
                "key-round",
                _("It opens with your passphrase or your recovery sheet, and with nothing else."),
            ),
        ):
            inside.addWidget(column.line(icon, Body(words)))
        inside.addWidget(column.line("folder", path))
        return column.page(
            _("Where is my work?"),
            card,
            Small(
                _(
                    "Your ICT department can choose another folder, with --data-dir, before you "
                    "begin."
                )
            ),
        )

    def _ready(self) -> QWidget:
        return column.page(
            _("Your vault is ready"),
            Body(
                _(
                    "Look around with Sam, an invented client. You can try everything; nothing can "
                    "go wrong. Or start with your own dossier."
                )
            ),
            self.practice,
            self.new,
        )


def _foot(back: QWidget, backup: QWidget, on: QWidget) -> QWidget:
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(back)
    row.addWidget(backup)
    row.addStretch(1)
    row.addWidget(on)
    return foot


def _middle(*parts: QWidget) -> QWidget:
    """One column in the middle of the window."""
    column = QWidget()
    column.setMaximumWidth(theme.px(640))
    layout = QVBoxLayout(column)
    layout.setContentsMargins(theme.px(20), theme.px(22), theme.px(20), theme.px(22))
    layout.setSpacing(theme.px(18))
    for part in parts:
        layout.addWidget(part, 1 if isinstance(part, QStackedWidget) else 0)
    column.setMaximumHeight(theme.px(760))
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(column, 100)
    row.addStretch(1)
    return whole

"""Making a recovery sheet: print it, save it or copy it out, and type two words back from it."""

import importlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QStandardPaths, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from caseplanner import files, passphrases, words
from caseplanner.errors import UserError
from caseplanner.ui import theme
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.message import announce
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, mark

ACROSS = 3  # words beside each other, as on the paper
NOT_SAVED = mark(
    "The sheet could not be saved there. The disk may be full, or you may not save in that folder. "
    "Choose another place."
)


class RecoverySheet(QWidget):
    """A page that makes a sheet and sends `done` when two of its words were typed back.

    `make` lets new words open the vault, and gives them. It is called once, when the person first
    asks for the sheet, on this thread: that of the vault. `vault_id` is called after it and gives
    the eight letters that stand on the sheet. `made` are words that `make` gave to an earlier page.

    With `first` the person may also go on without a sheet, and reads what that means. Without, a
    sheet may have been made before; `done` is then when it stops working. The words live in memory
    only.
    """

    done = Signal()

    def __init__(
        self,
        make: Callable[[], tuple[str, ...]],
        vault_id: Callable[[], str],
        tasks: Tasks,
        made: tuple[str, ...] = (),
        *,
        first: bool = True,
    ) -> None:
        super().__init__()
        self._make, self._vault_id, self._tasks, self._first = make, vault_id, tasks, first
        self._words = made
        self._asked = passphrases.asked_back()
        self._pdf = b""
        self.print = buttons.secondary(_("Print"), "printer")
        self.save = buttons.secondary(_("Save as PDF"), "file-down")
        self.copy = buttons.secondary(_("Copy them by hand"), "pencil")
        self.print.clicked.connect(lambda: self._with_pdf(self._print))
        self.save.clicked.connect(lambda: self._with_pdf(self._save))
        self.copy.clicked.connect(self._turn)
        self.told = Small("")
        self.shown = QWidget()
        self.fields = [Field("", QLineEdit()), Field("", QLineEdit())]
        self.right = Body(_("That is right. Now put the sheet in its place."), tone="ok")
        self.later = buttons.link(_("I do this later"))
        self.later.clicked.connect(lambda: self.risk.setVisible(not self.risk.isVisible()))
        self.sure = QCheckBox(_("I know this, and go on without a sheet"))
        self.on = buttons.primary(_("Next") if first else _("Done"), "arrow-right")
        self.on.clicked.connect(self._finish)
        self._build()
        self._show()

    def focus_first(self) -> None:
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who types a word back takes it from the paper, so the screen shows none."""
        if event.type() is QEvent.Type.FocusIn and self.shown.isVisible():
            self._turn()
        return super().eventFilter(watched, event)

    # From words to paper.

    def _ensure(self) -> tuple[str, ...]:
        if not self._words:
            self._words = self._make()
            self._show()
        return self._words

    def _with_pdf(self, act: Callable[[], None]) -> None:
        secret = self._ensure()
        if self._pdf:
            act()
            return
        vault, language, today = (
            self._vault_id(),
            words.language(),
            datetime.now().astimezone().date(),
        )

        def work() -> bytes:
            # Slow to import, and not needed to see this page.
            recovery = importlib.import_module("caseplanner.export.pdf.recovery")
            made: bytes = recovery.sheet(secret, vault, today, language)
            return made

        def built(pdf: bytes) -> None:
            if isValid(self):
                self._wait(False)
                self._pdf = pdf
                act()

        def failed(error: Exception) -> None:
            if isValid(self):
                self._wait(False)
            raise error

        self._wait(True)
        self._tasks.run(work, built, failed)

    def _print(self) -> None:
        machine = QPrinter(QPrinter.PrinterMode.HighResolution)
        machine.setDocName("caseplanner")  # print queues show it to all
        dialog = QPrintDialog(machine, self)
        dialog.setWindowTitle(_("Print the recovery sheet"))
        if dialog.exec():
            from caseplanner.ui import printer  # reads PDF; not needed to see this page

            printer.print_pdf(self._pdf, machine)
            self._tell(_("The sheet is on its way to the printer. Take it from there at once."))

    def _save(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        folder = QStandardPaths.writableLocation(place)
        dialog = QFileDialog(self, _("Save the recovery sheet"), folder, _("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(_("recovery-sheet") + ".pdf")
        if dialog.exec():
            target = Path(dialog.selectedFiles()[0])
            try:
                files.write_secret(target, self._pdf)
            except OSError as error:
                raise UserError(NOT_SAVED) from error
            self._tell(
                _(
                    "Saved in {folder} as {name}. Keep it on a stick or on paper: on this laptop "
                    "it helps a thief, and is gone when the laptop is.",
                    folder=target.parent,
                    name=target.name,
                )
            )

    def _turn(self) -> None:
        """Show the words to be copied, or hide them."""
        self._ensure()
        visible = not self.shown.isVisible()
        self.shown.setVisible(visible)
        self.copy.setText(_("Hide the words") if visible else _("Copy them by hand"))
        self.copy.set_icon("eye-off" if visible else "pencil")

    # From paper back to words.

    def _check(self) -> None:
        right = self._is_right()
        self.right_line.setVisible(right)
        if right:
            for field in self.fields:
                field.show_error("")
            announce(self, self.right.text())
        self.on.setEnabled(right or (self._first and self.sure.isChecked()))

    def _is_right(self) -> bool:
        return bool(self._words) and all(
            _typed(field) == self._words[number - 1]
            for field, number in zip(self.fields, self._asked, strict=True)
        )

    def _compare(self, place: int) -> None:
        field, number = self.fields[place], self._asked[place]
        wrong = bool(_typed(field)) and _typed(field) != self._words[number - 1]
        told = _("This is not word {n}. Look at the sheet again.", n=number) if wrong else ""
        field.show_error(told)

    def _finish(self) -> None:
        self._words, self._pdf = (), b""
        for field in self.fields:
            _line(field).clear()
        self.done.emit()

    # What is in view.

    def _show(self) -> None:
        """The words in their places, and what is asked of them; nothing before there are any."""
        grid = self.shown.layout()
        assert isinstance(grid, QGridLayout)
        for place, word in enumerate(self._words):
            told = Heading(f"{place + 1}. {word}", size=19)
            grid.addWidget(told, place // ACROSS, place % ACROSS)
        for field, number in zip(self.fields, self._asked, strict=True):
            field.label.setText(_("Word {n}", n=number))
            field.widget.setAccessibleName(_("Word {n}", n=number))
        self.back.setEnabled(bool(self._words))
        self._check()

    def _wait(self, busy: bool) -> None:
        for button in (self.print, self.save):
            button.setEnabled(not busy)
        if busy:
            self._tell(_("Making the sheet…"))
        else:
            self.told.hide()

    def _tell(self, said: str) -> None:
        self.told.setText(said)
        self.told.show()
        announce(self, said)

    def _build(self) -> None:
        QGridLayout(self.shown).setContentsMargins(0, theme.px(6), 0, theme.px(2))
        self.shown.hide()
        self.told.hide()
        why: list[QWidget] = [
            Body(
                _(
                    "If you forget your passphrase, the words on this sheet open your work. They "
                    "also open it for whoever finds them. So keep the sheet in a safe or a locked "
                    "cupboard, not with the laptop."
                )
            )
        ]
        if not self._first:
            told = _(
                "A sheet from before goes on working until you have typed two words of the new one "
                "back. Then it opens nothing any more."
            )
            why.append(column.line("info", Body(told, weight=600)))
        self.back = self._back()
        self.right_line = column.line("circle-check", self.right, "ok")
        self.right_line.hide()
        page = column.page(
            _("Your recovery sheet"), *why, self._paper(), self.back, self.right_line, self._risk()
        )
        foot = QHBoxLayout()
        foot.addWidget(self.later)
        foot.addStretch(1)
        foot.addWidget(self.on)
        self.later.setVisible(self._first)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(page, 1)
        layout.addLayout(foot)

    def _paper(self) -> Card:
        acts = Flow(spacing=theme.px(10))
        for button in (self.print, self.save, self.copy):
            acts.addWidget(button)
        title = _("Put the {n} words on paper", n=passphrases.RECOVERY)
        card, inside = _card(title)
        inside.addLayout(acts)
        inside.addWidget(self.told)
        inside.addWidget(self.shown)
        return card

    def _back(self) -> Card:
        card, inside = _card(_("Type two words from the paper"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        for place, field in enumerate(self.fields):
            line = _line(field)
            line.textChanged.connect(self._check)
            line.editingFinished.connect(lambda place=place: self._compare(place))
            line.installEventFilter(self)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(Small(_("So you know that the sheet is there and can be read.")))
        inside.addLayout(row)
        return card

    def _risk(self) -> Card:
        self.risk, inside = _card(_("Without a sheet"))
        self.sure.toggled.connect(self._check)
        inside.addWidget(
            Body(
                _(
                    "If you then forget your passphrase, all your work is gone. Nobody can get it "
                    "back: not ICT, not the makers. You can make a sheet later as well."
                )
            )
        )
        inside.addWidget(self.sure)
        self.risk.hide()
        return self.risk


def _card(title: str) -> tuple[Card, QVBoxLayout]:
    card = Card()
    layout = QVBoxLayout(card)
    pad(layout, theme.px(18), theme.px(14))
    layout.setSpacing(theme.px(8))
    layout.addWidget(Heading(title))
    return card, layout


def _line(field: Field) -> QLineEdit:
    assert isinstance(field.widget, QLineEdit)
    return field.widget


def _typed(field: Field) -> str:
    return " ".join(passphrases.spelled(_line(field).text()))

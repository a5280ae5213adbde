"""A sheet to read: its title, what is known of it, and its text as it was written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from caseplanner.dossier import sheets
from caseplanner.dossier.sheets import Factsheet
from caseplanner.ui import dates, theme
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import in_digits
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.read_only import READ
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _

LEAST = 180  # pixels at 100 % text of the words, which scroll by themselves


class Reader(Card):
    """Plain text, whatever stands in it. `acts` are shown below the words."""

    def __init__(self, *acts: QWidget) -> None:
        super().__init__()
        self.title = Heading("", size=22)
        self.about = Small("")
        self.source = Small("")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTextInteractionFlags(READ)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(_("Text of the sheet"))
        self.text.setProperty("bare", True)
        self.text.setMinimumHeight(theme.px(LEAST))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        lines = QVBoxLayout(inner)
        pad(lines, theme.px(18), theme.px(14))
        lines.setSpacing(theme.px(4))
        for part in (self.title, self.about, self.source):
            lines.addWidget(part)
        lines.addSpacing(theme.px(6))
        lines.addWidget(self.text, 1)
        if acts:
            below = Flow(spacing=theme.px(10))
            for act in acts:
                below.addWidget(act)
            lines.addSpacing(theme.px(6))
            lines.addLayout(below)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2),) * 4)
        layout.addWidget(Scroll(inner, on_card=True))

    def show_sheet(self, sheet: Factsheet) -> None:
        self.title.setText(sheet.title)
        kind = _(sheets.NAMES[sheet.kind])
        self.about.setText(" · ".join(part for part in (kind, ", ".join(sheet.tags)) if part))
        told = [
            _("Source: {source}", source=sheet.source) if sheet.source else "",
            _("Permission: {licence}", licence=sheet.licence) if sheet.licence else "",
            _valid(sheet),
        ]
        self.source.setText("\n".join(line for line in told if line))
        self.source.setVisible(any(told))
        if self.text.toPlainText() != sheet.text:
            self.text.setPlainText(sheet.text)


def _valid(sheet: Factsheet) -> str:
    if sheet.valid_until is None:
        return ""
    when = in_digits(sheet.valid_until)
    if sheets.is_past(sheet, dates.today()):
        return _("No longer valid: the last day was {day}.", day=when)
    return _("Valid until {day}.", day=when)

"""What stands in the place of the pad: not now, on paper, and signed already."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from caseplanner.dossier import ink
from caseplanner.dossier.ink import Ink
from caseplanner.dossier.model import HowSigned, Signature
from caseplanner.ui import theme
from caseplanner.ui.widgets import strokes, text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import MOST
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.words import _, clock, day


class NotNow(Card):
    """Asks why; a choice or own words, and it cannot be skipped (ux.md section 4)."""

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = text.Heading("", size=23)
        self.choices = [
            BigButton(words, height=48)
            for words in (
                _("I want to think first"),
                _("I want to talk to someone first"),
                _("I do not agree with the plan"),
                _("I do not want to say why"),
            )
        ]
        line = QWidget()
        flow = Flow(line, spacing=8)
        for choice in self.choices:
            flow.addWidget(choice)
            choice.clicked.connect(lambda _on, choice=choice: self._take(choice.text()))
        self.field = QLineEdit(placeholderText=_("Or in your own words"))
        self.field.setMaxLength(MOST)
        self.field.setMinimumHeight(theme.px(48))
        self.field.setAccessibleName(_("Why not now?"))
        self.field.returnPressed.connect(self._choose)
        self.keep = BigButton(_("Keep this"), "check", primary=True, height=56)
        self.keep.clicked.connect(self._choose)
        self.back = BigButton(_("Back"), "arrow-left", height=56)
        self.back.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.keep)
        _lay_out(self, (self._title, line, self.field), buttons)

    def ask(self, name: str) -> None:
        self._title.setText(_("That is fine, {name}. Why not now?", name=name))
        self.field.clear()
        self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, words: str) -> None:
        self.field.setText(words)

    def _choose(self) -> None:
        self.chosen.emit(self.field.text())


class OnPaper(Card):
    """The steps: print, sign the paper, say that it is done, and later keep a scan of it."""

    done = Signal()
    look = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = text.Heading(_("Sign on paper"), size=23)
        steps = (
            _("1. Print the plan."),
            _("2. Put your signature on the paper."),
            _("3. Then choose: signed on paper."),
            _("4. Later we keep a scan of the paper here."),
        )
        self.print = BigButton(_("See and print"), "printer", height=56)
        self.print.clicked.connect(self.look)
        self.signed = BigButton(_("Signed on paper"), "check", primary=True, height=56)
        self.signed.clicked.connect(self.done)
        self.back = BigButton(_("Back"), "arrow-left", height=56)
        self.back.clicked.connect(self.cancelled)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        buttons.addWidget(self.signed)
        lines = [text.Heading(step, size=19, weight=400) for step in steps]
        _lay_out(self, (title, *lines), buttons)


def _lay_out(card: Card, parts: Sequence[QWidget], buttons: QHBoxLayout) -> None:
    """The parts below each other, scrolling where the window is low; the buttons stay."""
    content = QWidget()
    inside = QVBoxLayout(content)
    inside.setContentsMargins(0, 0, theme.px(4), 0)
    inside.setSpacing(theme.px(12))
    for part in parts:
        inside.addWidget(part)
    inside.addStretch(1)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(*(theme.px(24), theme.px(16)) * 2)
    layout.setSpacing(theme.px(10))
    layout.addWidget(Scroll(content, on_card=True), 1)
    layout.addLayout(buttons)


class Signed(Card):
    """Thanks, shows what was drawn, and names who is next."""

    on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = text.Heading("", size=23)
        self._told = text.Body("", size=19)
        self.drawing = Drawing()
        self.next = BigButton("", "arrow-right", primary=True, trailing=True, height=56)
        self.next.clicked.connect(self.on)
        below = self._below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self._title)
        layout.addWidget(self._told)
        layout.addWidget(self.drawing, 1)
        layout.addLayout(below)

    def offer(self, button: QWidget) -> None:
        """One more thing to do, where there is more than signing."""
        self._below.insertWidget(0, button)

    def show_signature(self, signature: Signature, drawn: bytes, then: str) -> None:
        """`drawn` is the ink, empty for paper; `then` is what the button says."""
        self._title.setText(_("Thank you, {name}.", name=signature.name))
        when = signature.at.astimezone()
        facts = {"day": day(when.date()), "time": clock(when)}
        if signature.how is HowSigned.PAPER:
            self._told.setText(_("Signed on paper on {day}, {time}. Keep the paper.", **facts))
        else:
            self._told.setText(_("Signed on {day}, {time}. This cannot be changed now.", **facts))
        self.drawing.show_ink(ink.load(drawn) if drawn else None)
        self.next.set_face(then, "arrow-right")


class Drawing(QWidget):
    """Ink to look at, in its own shape."""

    def __init__(self) -> None:
        super().__init__()
        self._ink: Ink | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("The signature"))

    def show_ink(self, drawn: Ink | None) -> None:
        self._ink = drawn
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ink:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            strokes.draw(painter, self._ink, QRectF(self.rect()), theme.colour("ink"))
            painter.end()

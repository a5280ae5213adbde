"""A break: the screen is empty but for the sign of the wheel; and talking apart for a moment."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from caseplanner.dossier.model import Meeting, SeatRole
from caseplanner.ui import icons, theme
from caseplanner.ui.meeting import sentences
from caseplanner.ui.widgets import text
from caseplanner.ui.widgets.big import BigButton
from caseplanner.words import _


class Pause(QWidget):
    """`over` is sent when they go on; `apart` sends the names of who talks alone meanwhile."""

    over = Signal()
    apart = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()
        self._title = text.Heading("", size=36)
        self._told = text.Body("", size=23, tone="ink2")
        for words in (self._title, self._told):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.on = BigButton(_("Go on talking"), "arrow-right", primary=True, trailing=True)
        self.on.clicked.connect(self.over)
        self._with = QVBoxLayout()
        self._with.setSpacing(theme.px(10))
        self.pairs: list[BigButton] = []
        sign = QLabel()
        sign.setPixmap(icons.pixmap("app", "ink", theme.px(160)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(30),) * 4)
        layout.setSpacing(theme.px(14))
        layout.addStretch(2)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title)
        layout.addWidget(self._told)
        layout.addStretch(1)
        layout.addWidget(self.on, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._with)
        layout.addStretch(1)

    def begin(self, meeting: Meeting) -> None:
        """Empty the screen; offer who may talk apart: the client alone with one of the others."""
        self._title.setText(sentences.PAUSE.say())
        self._told.setText(sentences.PAUSE_HELP.say())
        for button in self.pairs:
            button.hide()
            button.deleteLater()
        self.pairs = []
        named = [seat for seat in meeting.seats if seat.name and seat.there is not False]
        client = next((seat.name for seat in named if seat.role is SeatRole.CLIENT), "")
        for seat in named:
            if seat.role is not SeatRole.CLIENT:
                pair = _("{one} and {other}", one=client, other=seat.name)
                button = BigButton(_("Talk alone: {names}", names=pair), "users", height=48)
                button.clicked.connect(lambda _on=False, pair=pair: self._begin_apart(pair))
                self.pairs.append(button)
                self._with.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_apart(self, names: str) -> None:
        self._title.setText(sentences.APART.say(names=names))
        self._told.setText(sentences.PAUSE_HELP.say())
        for button in self.pairs:
            button.hide()
        self.apart.emit(names)
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

"""A choice of long texts, such as goals: as wide as there is room, and no letter is cut."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from caseplanner.dossier import partners
from caseplanner.dossier.model import Dossier
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.text import tip
from caseplanner.words import _

WIDE, LEAST = 245, 120  # pixels at 100 % text: as wide as it likes to be, as narrow as it can be
SHOWN = 80  # letters of a long text in the list


class LongChoice(Choice):
    """`offer` says what there is to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[tuple[str, str]] = []
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumWidth(theme.px(LEAST))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))

    def offer(self, choices: Sequence[tuple[str, str, str]]) -> None:
        """Each a text, a value and an icon. What is chosen now is told again by `set_value`."""
        offered = [(" ".join(text.split())[:SHOWN], value) for text, value, _icon in choices]
        if offered == self._offered:
            return
        self._offered = offered
        self.clear()
        for (text, value), (_text, _value, icon) in zip(offered, choices, strict=True):
            self.addItem(icons.icon(icon, "ink2", 16), text, value)

    def set_value(self, value: object) -> None:
        """Choose it; the first, which is nothing, where it is not there any more."""
        super().set_value(value)
        if self.currentIndex() < 0:
            super().set_value("")
        tip(self, self.currentText())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, with three dots where a long text has no room; Qt would cut a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        width = room.width() - self.iconSize().width() - theme.px(10)
        text = self.currentText()
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class GoalChoice(LongChoice):
    """The goal something belongs to, by its id; "" for none."""

    def show_goals(self, dossier: Dossier, linked: str) -> None:
        """Offer the goals of now, and the one that is chosen already."""
        found = [(goal.text, goal.id, "flag") for goal in partners.goals_for(dossier, linked)]
        self.offer([(_("No goal"), "", "minus"), *found])

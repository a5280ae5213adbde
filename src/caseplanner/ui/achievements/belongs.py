"""What an achievement belongs to: a goal, a special condition, or nothing in particular."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from caseplanner.dossier.model import Achievement, Dossier
from caseplanner.ui import icons, theme
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.text import tip
from caseplanner.words import _

WIDE, LEAST = 290, 120  # pixels at 100 % text: as wide as it likes to be, as narrow as it can be
SHOWN = 80  # letters of a long goal in the list
GOAL, CONDITION = "goal ", "condition "
Tie = tuple[str, str]  # the id of a goal, of a condition


class Belongs(Choice):
    """`tie` is what is chosen now. Nothing is chosen beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self._offered: list[tuple[str, str]] = []
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumWidth(theme.px(LEAST))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))

    def tie(self) -> Tie:
        value = str(self.value() or "")
        if value.startswith(GOAL):
            return value.removeprefix(GOAL), ""
        return "", value.removeprefix(CONDITION)

    def show_tie(self, dossier: Dossier, tie: Tie) -> None:
        """Offer what there is now; what was taken away is nothing in particular."""
        goal, condition = tie
        self._offer(dossier)
        value = GOAL + goal if goal else CONDITION + condition if condition else ""
        self.set_value(value)
        if self.currentIndex() < 0:
            self.set_value("")
        tip(self, self.currentText())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDE), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt does, with three dots where a long goal has no room; Qt would cut a letter."""
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

    def _offer(self, dossier: Dossier) -> None:
        goals = [(_("Goal: {goal}", goal=g.text), GOAL + g.id, "flag") for g in dossier.goals]
        imposed = [
            (_("Condition: {condition}", condition=c.text), CONDITION + c.id, "shield-check")
            for c in dossier.conditions
        ]
        found = [(_("Belongs to nothing in particular"), "", "star"), *goals, *imposed]
        offered = [(" ".join(text.split())[:SHOWN], value) for text, value, _icon in found]
        if offered == self._offered:
            return
        self._offered = offered
        self.clear()
        for (text, value), (_text, _value, icon) in zip(offered, found, strict=True):
            self.addItem(icons.icon(icon, "ink2", 16), text, value)


def tie_of(achievement: Achievement) -> Tie:
    return achievement.goal, achievement.condition

"""The worker's own reasoning beside what departs from the usual in a goal (domain.md 1b)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import deviations, goals
from caseplanner.dossier.model import Dossier, Goal
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import easy_hint
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.text import Body, Small
from caseplanner.words import _


class Reasoning(QWidget):
    """Shown where something departs from the usual, or was reasoned about; it may stay empty."""

    def __init__(self, editing: Editing, goal: Goal) -> None:
        super().__init__()
        self._editing = editing
        self._id = goal.id
        self.why = Small("")
        self.field = GrowLine()
        self.field.setAccessibleName(_("Reasoning of the worker"))
        self.field.setPlaceholderText(_("Why you do it this way"))
        self.field.edited.connect(self._write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(4), 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(Body(_("Reasoning of the worker"), size=15, weight=600))
        layout.addWidget(self.why)
        layout.addWidget(easy_hint.under(self.field))

    def show_goal(self, dossier: Dossier, goal: Goal) -> None:
        found = deviations.of(dossier, goal)
        told = ", ".join(_(deviations.WORDS[each]) for each in found)
        self.why.setText(_("Other than usual: {what}. You may say why.", what=told) if told else "")
        self.why.setVisible(bool(told))
        self.field.set_text(goal.reasoning)
        self.field.setAccessibleDescription(self.why.text())
        self.setVisible(bool(found or goal.reasoning or self.field.text()))

    def _write(self, said: str) -> None:
        self._editing.change(
            _("Reasoning of the worker"),
            lambda d: goals.reason_out(d, self._id, said),
            merge=f"goal.{self._id}.reasoning",
        )

"""What a volunteer does with the client: things that make something possible, never a check."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.dossier import lists, volunteers
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Activity, Dossier, VolunteerTask
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card_list import ItemCard
from caseplanner.ui.widgets.fields import Choice, Field
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.long_choice import GoalChoice
from caseplanner.ui.widgets.record import Record
from caseplanner.words import _


class TaskCard(ItemCard):
    """What kind of thing, what, and which goal it serves."""

    def __init__(self, editing: Editing, volunteer: str, id: str) -> None:
        super().__init__()
        self.setProperty("card", False)
        self._editing, self._volunteer, self._id = editing, volunteer, id
        self.first = self.text = GrowLine()
        self.text.setAccessibleName(_("What the volunteer does"))
        self.text.setPlaceholderText(_("For example: going along to the municipality"))
        self.activity = Choice([(_(words), one) for one, words in VALUES[Activity].items()])
        self.goal = GoalChoice()
        self.remove = buttons.quiet(_("Remove"), "trash-2")
        self.remove.setAccessibleName(_("Remove this task"))
        self.remove.clicked.connect(self._remove)
        self.record = Record(self._write, text=self.text, activity=self.activity, goal=self.goal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addWidget(easy_hint.under(self.text))
        line = Flow(spacing=theme.px(12))
        for part in (Field(_("Kind"), self.activity), Field(_("For the goal"), self.goal)):
            line.addWidget(part)
        line.addWidget(self.remove)
        layout.addLayout(line)

    def show_in(self, dossier: Dossier) -> None:
        owner = lists.find(dossier.volunteers, self._volunteer)
        task = lists.find(owner.tasks, self._id) if owner else None
        self.goal.show_goals(dossier, task.goal if task else "")
        self.record.show(task or VolunteerTask(Activity.COMPANY, id=self._id))
        self.remove.setVisible(task is not None)

    def _write(self, merge: str, **details: Any) -> None:
        self._editing.change(
            _("Task of a volunteer"),
            lambda d: volunteers.write_task(d, self._volunteer, self._id, **details),
            merge=f"volunteer_task.{self._id}.{merge}" if merge else "",
        )

    def _remove(self) -> None:
        self._editing.change(
            _("Task of a volunteer"),
            lambda d: volunteers.remove_task(d, self._volunteer, self._id),
            told=_("The task is removed."),
        )

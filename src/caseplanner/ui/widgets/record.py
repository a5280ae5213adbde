"""The fields of one row of a dossier on a card: each shows what it holds, and saves by itself."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox

from caseplanner.ui.widgets.answer_trio import AnswerTrio
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, LineField, TextField
from caseplanner.ui.widgets.scale import Scale

Input = TextField | LineField | Choice | DayField | QCheckBox | AnswerTrio | Scale
Write = Callable[..., None]  # (merge, **details)


class Record:
    """Binds fields of a row to what they are typed or chosen in.

    `write(merge, field=value)` saves one field; `merge` is the field while words are typed, so
    that a burst is one step of undo, and "" for what is chosen.
    """

    def __init__(self, write: Write, **inputs: Input) -> None:
        self._write, self.inputs = write, inputs
        for name, field in inputs.items():
            self._listen(name, field)

    def show(self, row: Any) -> None:
        """Show the fields of this row; what is being typed stays."""
        for name, field in self.inputs.items():
            held = getattr(row, name)
            match field:
                case TextField() | LineField():
                    field.set_text(held)
                case Choice() | Scale():
                    field.set_value(held)
                case DayField():
                    field.show_day(held)
                case AnswerTrio():
                    field.show_answer(held)
                case QCheckBox():
                    field.setChecked(held)

    def _listen(self, name: str, field: Input) -> None:
        match field:
            case TextField() | LineField():
                field.edited.connect(lambda said: self._write(name, **{name: said}))
            case Choice() | Scale():
                field.chosen.connect(lambda value: self._write("", **{name: value}))
            case DayField():
                field.changed.connect(lambda on: self._keep_day(name, on))
            case AnswerTrio():
                field.answered.connect(lambda said: self._write("", **{name: said}))
            case QCheckBox():
                field.clicked.connect(lambda on: self._write("", **{name: on}))

    def _keep_day(self, name: str, on: date | None) -> None:
        self._write("", **{name: on})

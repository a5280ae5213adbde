"""One special condition: what was imposed beside what it means, and what belongs to it."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from caseplanner.dossier import conditions, lists
from caseplanner.dossier.conditions import BACKWARDS
from caseplanner.dossier.model import Dossier, SpecialCondition
from caseplanner.ui import theme
from caseplanner.ui.conditions.parts import Beside, Days, Labelled
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons, easy_hint
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Heading
from caseplanner.words import _

PRINTED = ("plain", "breach", "note")  # ours, for the client to read; "text" is of the court
BAR = 6  # pixels of the dark side: a condition never looks like a goal


class ConditionCard(Card):
    """All of it can be changed in place, and is saved while it is typed. It asks for no answer."""

    removed = Signal()

    def __init__(self, editing: Editing, condition: SpecialCondition) -> None:
        super().__init__()
        self._editing = editing
        self._id = condition.id
        self.setObjectName(condition.id)
        self.title = Heading("")
        self.bin = buttons.quiet("", "trash-2")
        self.text, self.plain = TextField(), TextField()
        self.imposed_by, self.checked_by = GrowLine(), GrowLine()
        self.breach, self.note = GrowLine(), GrowLine()
        self.since, self.until, self.explained = DateField(), DateField(), DateField()
        self.parts = (
            *(self.text, self.plain, self.imposed_by, self.checked_by, self.since, self.until),
            *(self.breach, self.explained, self.note, self.bin),
        )
        self._number = 0
        self._texts = {
            "text": self.text,
            "plain": self.plain,
            "imposed_by": self.imposed_by,
            "checked_by": self.checked_by,
            "breach": self.breach,
            "note": self.note,
        }
        self._labels = {
            "text": _("What the decision says"),
            "plain": _("In plain words"),
            "imposed_by": _("Imposed by"),
            "checked_by": _("Who checks"),
            "since": _("From"),
            "until": _("Until and with"),
            "breach": _("What happens on a breach"),
            "explained_on": _("Explained on"),
            "note": _("Note"),
        }
        self._build()
        self._connect()

    def show_condition(self, number: int, condition: SpecialCondition, may_edit: bool) -> None:
        self.title.setText(_("Condition {number}", number=number))
        self.bin.setVisible(may_edit)
        for name, field in self._texts.items():
            field.set_text(getattr(condition, name))
        self.days.show(condition.since, condition.until)
        self.explained.set_date(condition.explained_on)
        if number != self._number:
            self._number = number
            for name, widget in (*self._texts.items(), *self._dates()):
                told = {"number": number, "field": self._labels[name]}
                widget.setAccessibleName(_("Condition {number}: {field}", **told))
            self.bin.setAccessibleName(_("Remove condition {number}", number=number))

    def arrange(self, wide: bool, middle: bool) -> None:
        for line in self._lines:
            line.arrange(wide)
        for pair in self._pairs:
            pair.arrange(middle)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), theme.px(12), theme.px(12))
        painter.setClipPath(outline)
        painter.fillRect(QRectF(0, 0, theme.px(BAR), self.height()), theme.colour("ink2"))
        painter.end()

    def _dates(self) -> tuple[tuple[str, DateField], ...]:
        days = (self.since, self.until, self.explained)
        return tuple(zip(("since", "until", "explained_on"), days, strict=True))

    def _build(self) -> None:
        fields = {
            name: Labelled(self._labels[name], widget, self._labels[name])
            for name, widget in (*self._texts.items(), *self._dates())
        }
        for name in PRINTED:
            easy_hint.watch(self._texts[name], fields[name].column)
        self.plain.setPlaceholderText(_("Short sentences, in the words of every day."))
        self.imposed_by.setPlaceholderText(_("For example: the court"))
        self.checked_by.setPlaceholderText(_("For example: the probation service"))
        self.breach.setPlaceholderText(_("For example: first a talk, then a warning"))
        for field in (self.text, self.plain):
            field.setAccessibleDescription(no_names())
        self.days = Days(fields["since"], fields["until"], BACKWARDS, self._keep_days)
        both = Beside((fields["text"], 1), (fields["plain"], 1))
        who = Beside((fields["imposed_by"], 1), (fields["checked_by"], 1))
        days = Beside((fields["since"], 1), (fields["until"], 1))
        rest = Beside((fields["explained_on"], 2), (fields["note"], 3))
        self._pairs = (both, who, days, rest)
        self._lines = (Beside((who, 6), (days, 4)), Beside((fields["breach"], 1), (rest, 1)))
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.title)
        head.addWidget(Tag(_("This is a must"), "neutral", "scale"))
        head.addStretch(1)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(22), theme.px(12))
        layout.setSpacing(theme.px(8))
        layout.addLayout(head)
        layout.addWidget(both)
        layout.addWidget(self._lines[0])
        last = QHBoxLayout()
        last.setSpacing(theme.px(8))
        last.addWidget(self._lines[1], 1)
        last.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(last)

    def _connect(self) -> None:
        for name, field in self._texts.items():
            field.edited.connect(lambda said, name=name: self._write(name, said))
        self.text.edited.connect(self._restore)
        self.explained.changed.connect(lambda on: self._change("explained_on", on))
        self.bin.setToolTip(_("Remove this condition"))
        self.bin.clicked.connect(self.removed)

    def _write(self, name: str, said: str) -> None:
        if name != "text" or said.strip():
            self._change(name, said, f"condition.{self._id}.{name}")

    def _restore(self) -> None:
        """A condition has words: left empty, it shows again what is saved."""
        known = lists.find(self._editing.dossier.conditions, self._id)
        if known and not self.text.text().strip() and not self.text.hasFocus():
            self.text.put(known.text)

    def _keep_days(self, first: date | None, last: date | None) -> None:
        self._editing.change(
            _("How long the condition holds"),
            lambda d: conditions.change(d, self._id, since=first, until=last),
        )

    def _change(self, name: str, value: object, merge: str = "") -> None:
        label = _("Condition {number}: {field}", number=self._number, field=self._labels[name])

        def edit(dossier: Dossier) -> Dossier:
            return conditions.change(dossier, self._id, **{name: value})

        self._editing.change(label, edit, merge)


def no_names() -> str:
    """What holds for a ban on contact or on a place (domain.md R10)."""
    return _("A ban on contact or a place: never the name or the address of a victim.")

"""What a driegesprek is about, and what of the plan stays out of sight there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from caseplanner.dossier import meetings, preparing
from caseplanner.dossier.model import Dossier, Meeting, Sensitive, Topic
from caseplanner.ui import theme
from caseplanner.ui.editing import Editing
from caseplanner.ui.talk import said
from caseplanner.ui.who.thing import Thing
from caseplanner.ui.widgets import column, layouts
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, count

NAMES = {
    Sensitive.GOAL: lambda: _("Goals"),
    Sensitive.CONDITION: lambda: _("Conditions"),
    Sensitive.ACHIEVEMENT: lambda: _("What was achieved"),
}


class TopicsCard(Card):
    """Ticked is what we talk about; three topics belong to every meeting."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing, self._meeting = editing, ""
        self.ticks = {topic: QCheckBox(said.topic(topic)) for topic in Topic}
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("What we talk about"), size=18))
        layout.addWidget(Small(_("Take the tick away to leave a topic out.")))
        for topic, tick in self.ticks.items():
            tick.clicked.connect(lambda on, topic=topic: self._choose(topic, on))
            layout.addWidget(tick)

    def show_meeting(self, dossier: Dossier, meeting: Meeting, *, may_edit: bool) -> None:
        self._meeting = meeting.id
        for topic, tick in self.ticks.items():
            tick.setText(_topic(dossier, topic))
            tick.setChecked(not meetings.is_left_out(meeting, topic))
            tick.setEnabled(may_edit and topic not in meetings.ALWAYS)

    def _choose(self, topic: Topic, on: bool) -> None:
        meeting = self._meeting
        self._editing.change(
            _("Topics of the meeting"), lambda d: meetings.leave_out(d, meeting, topic, not on)
        )


class HiddenCard(Card):
    """Each line is pressed to keep it out of sight, and again to show it."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing, self._meeting, self._may = editing, "", True
        self.lines: dict[tuple[Sensitive, str], Thing] = {}
        self._shown: tuple[preparing.Thing, ...] | None = None
        self.held_up = Body("")
        self._warning = column.line("info", self.held_up, "warn")
        self.none = Small(_("There is nothing in the plan yet."))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addWidget(Heading(_("What stays out of sight"), size=18))
        layout.addWidget(Small(_("Press what we do not show. It stays in the plan.")))
        layout.addWidget(self._warning)
        layout.addWidget(self.none)
        layout.addLayout(self._list)

    def show_meeting(self, dossier: Dossier, meeting: Meeting, *, may_edit: bool) -> None:
        self._meeting, self._may = meeting.id, may_edit
        found = tuple(preparing.can_hide(dossier))
        if found != self._shown:
            self._shown = found
            self._make()
        self.none.setVisible(not found)
        for thing in found:
            hidden = meetings.is_hidden(meeting, thing.kind, thing.item)
            told = _("Not shown") if hidden else ""
            spoken = _("{what}: not shown. Press to show it", what=thing.text.rstrip("."))
            if not hidden:
                name = thing.text.rstrip(".")
                spoken = _("{what}: is shown. Press to keep it out of sight", what=name)
            line = self.lines[thing.kind, thing.item]
            line.say("eye-off" if hidden else "eye", thing.text, told, spoken)
            line.setEnabled(may_edit)
        many = len(preparing.holds_up(dossier, meeting))
        self._warning.setVisible(bool(many))
        if many:
            self.held_up.setText(
                count(
                    "{n} goal without an answer is not shown. So the plan cannot be set in this "
                    "meeting.",
                    "{n} goals without an answer are not shown. So the plan cannot be set in this "
                    "meeting.",
                    many,
                )
            )

    def _make(self) -> None:
        """The lines anew; the one with the focus keeps it."""
        before = next((key for key, line in self.lines.items() if line.hasFocus()), None)
        layouts.empty(self._list)
        self.lines = {}
        kind: Sensitive | None = None
        for thing in self._shown or ():
            if thing.kind is not kind:
                kind = thing.kind
                self._list.addWidget(Small(NAMES[kind](), weight=600))
            line = Thing()
            key = thing.kind, thing.item
            line.clicked.connect(lambda _on=False, key=key: self._press(*key))
            line.stepped.connect(lambda by, key=key: self._step(key, by))
            self.lines[key] = line
            self._list.addWidget(line)
        if before in self.lines:
            self.lines[before].setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, kind: Sensitive, item: str) -> None:
        meeting = self._meeting
        known = meetings.find(self._editing.dossier, meeting)
        hide = not meetings.is_hidden(known, kind, item)
        self._editing.change(
            _("What stays out of sight"), lambda d: meetings.hide(d, meeting, kind, item, hide)
        )

    def _step(self, key: tuple[Sensitive, str], by: int) -> None:
        keys = list(self.lines)
        place = keys.index(key) + by
        if 0 <= place < len(keys):
            self.lines[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)


def _topic(dossier: Dossier, topic: Topic) -> str:
    name = said.topic(topic)
    if topic in meetings.ALWAYS:
        return _("{topic} (in every meeting)", topic=name)
    if preparing.is_empty(dossier, topic):
        return _("{topic} (nothing there yet)", topic=name)
    return name

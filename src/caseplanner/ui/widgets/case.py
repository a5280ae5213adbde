"""A line of the list in words: what its row shows, and what a screen reader says of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from caseplanner.dossier.passages import Passage
from caseplanner.dossier.summary import Line, PlanState
from caseplanner.ui import dates
from caseplanner.words import _, clock, mark

STATES = {
    PlanState.CONCEPT: ("info", "pencil", mark("Concept")),
    PlanState.TO_SIGN: ("warn", "clock", mark("Waits for signatures")),
    PlanState.SIGNED: ("ok", "circle-check", mark("Signed")),
    PlanState.PRACTICE: ("neutral", "sprout", mark("Practice")),
}
CLOSED = ("neutral", "archive", mark("Closed"))


@dataclass(frozen=True, slots=True)
class Case:
    """A line of the list, when it was edited, whether its names are hidden, and what was found.

    With names hidden the words that were found are not shown: they may be names.
    """

    line: Line
    edited_at: datetime
    hidden: bool = False
    found: tuple[Passage, ...] = ()
    closed: bool = False

    @property
    def name(self) -> str:
        if self.hidden:
            return "••••••"
        name = self.line.called
        return _("Practice dossier: {name}", name=name) if self.line.practice else name

    @property
    def about(self) -> str:
        """The second line: initials and cell."""
        line = self.line
        if self.hidden:
            return line.initials[:1] and line.initials[:1] + "."
        cell = _("cell {cell}", cell=line.cell) if line.cell else ""
        return " · ".join(part for part in (line.initials, cell) if part)

    @property
    def next_step(self) -> str:
        line = self.line
        if not line.next_step:
            return _("No open step")
        return _("A step is planned") if self.hidden else line.next_step

    @property
    def next_when(self) -> str:
        line = self.line
        when = dates.short(line.next_on) if line.next_on else ""
        who = "" if self.hidden else line.next_actor
        return " · ".join(part for part in (who, when) if part)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What to show in the place of the next step."""
        if self.hidden and self.found:
            return (Passage(_("Found in the plan"), ()),)
        return self.found[:2]

    @property
    def wheel(self) -> str:
        """The small wheel for who does not see it, in the order of Dimension."""
        values = (_("empty") if now is None else str(now) for now in self.line.wheel)
        return _("Wheel: {values}", values=", ".join(values))

    @property
    def state(self) -> str:
        return _(self.look[2])

    @property
    def look(self) -> tuple[str, str, str]:
        """The kind, the icon and the words of the state."""
        return CLOSED if self.closed else STATES[self.line.state]

    @property
    def edited(self) -> str:
        return ago(self.edited_at)

    def sentence(self) -> str:
        """The whole row, for who does not see it."""
        parts = (
            self.name,
            self.about,
            self.state,
            *(_("found: {text}", text=passage.text) for passage in self.passages),
            _("next: {step}", step=self.next_step),
            self.next_when,
            _("edited {when}", when=self.edited),
        )
        return ", ".join(part for part in parts if part) + "."


def ago(when: datetime) -> str:
    """ "today 09:12", "yesterday", or the day."""
    day = when.astimezone().date()
    if day == dates.today():
        return _("today {time}", time=clock(when))
    if day == dates.today() - timedelta(days=1):
        return _("yesterday")
    return dates.short(day)

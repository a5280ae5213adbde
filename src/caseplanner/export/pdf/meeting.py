"""The driegesprek on paper: who was there, what was agreed and told, and the client's own words."""

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from caseplanner.dossier import agreed, lists, meetings
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import (
    Agreement,
    Dossier,
    Meeting,
    MeetingState,
    PlanSaid,
    Seat,
    SeatRole,
    Telling,
    Topic,
)
from caseplanner.export.pdf import facts, flow, fonts, look, said
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Strip, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

AGREED = (0.33, 0.15, 0.2, 0.17, 0.15)  # of the width
TOLD = (0.2, 0.27, 0.2, 0.33)


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The newest meeting that began in full, the others in a line each, and what is agreed."""
    dossier = edition.dossier
    if not (dossier.meetings or dossier.agreements or dossier.tellings):
        return []
    element, name = Element("Sect"), _("Three-way meeting")
    title = words(element.add("H2", title=name), dress.style("h2"), name, level=2)
    part = Part(dossier, dress, element)
    newest = meetings.going(dossier) or meetings.last_held(dossier)
    others = [one for one in (*meetings.over(dossier), *meetings.to_come(dossier)) if one != newest]
    story = part.facts(newest) if newest else []
    story += part.quote(_(VALUES[Topic][Topic.HOW]), newest.how) if newest else []
    story += part.agreements(agreements(dossier, newest), newest)
    story += part.tellings(dossier.tellings)
    story += part.close(newest) if newest else []
    story += part.others(others)
    if not story:
        return []
    root.parts.append(element)
    story = [*flow.together(title, story[0]), *story[1:]]
    return [CondPageBreak(min(flow.height(story), look.ROOM)), *story, flow.Gap(1, dress.size(20))]


def agreements(dossier: Dossier, newest: Meeting | None) -> tuple[Agreement, ...]:
    """Those of the newest meeting, and after them what else is open, by day."""
    here = agreed.of(dossier, newest) if newest else ()
    return (*here, *(one for one in agreed.open_(dossier) if one not in here))


def when_where(meeting: Meeting) -> str:
    """The day, the times and the place, as far as they are known."""
    times = meeting.begin or meeting.end
    if meeting.begin and meeting.end:
        times = _("{begin} to {end}", begin=meeting.begin, end=meeting.end)
    return ", ".join(filter(None, (said.day(meeting.on), times, meeting.place)))


def next_time(meeting: Meeting) -> str:
    """The day, the time and the place that were agreed for the next one."""
    known = (said.day(meeting.next_on), meeting.next_begin, meeting.next_place)
    return ", ".join(filter(None, known))


def state(meeting: Meeting) -> str:
    """How it stands, as the begin of a line; on paper a meeting that goes on has begun."""
    if meeting.state is MeetingState.GOING:
        return _("Begun")
    told = _(VALUES[MeetingState][meeting.state])
    return told[:1].upper() + told[1:]


def seat(one: Seat) -> str:
    """Who sits there in which role, and why he or she is not there."""
    role = _(VALUES[SeatRole][one.role])
    known = f"{one.name} ({role})" if one.name.strip() else role[:1].upper() + role[1:]
    return f"{known}: {one.why_absent}" if one.why_absent.strip() else known


class Part:
    """Writes the pieces of a meeting for the plan and for the report; each may be empty."""

    def __init__(self, dossier: Dossier, dress: Look, element: Element, level: int = 3) -> None:
        self._dossier, self._dress, self._element, self._level = dossier, dress, element, level

    def facts(self, meeting: Meeting) -> list[Flowable]:
        """When and where, who was there and who was not, and what was talked about."""
        there = [one for one in meeting.seats if one.there is not False]
        told = [mark.topic for mark in meeting.topics if mark.talked]
        left_out = [mark.topic for mark in meeting.topics if mark.left_out]
        version = lists.find(self._dossier.versions, meeting.version)
        grid = facts.table(
            self._dress,
            self._element,
            (
                (state(meeting), when_where(meeting)),
                (_("At the table"), said.lines(*map(seat, there))),
                (_("Was not there"), said.lines(*map(seat, meetings.absent(meeting)))),
                (_("Talked about"), _topics(told)),
                (_("Left out this time"), _topics(left_out)),
                (_("Set here"), _("Version {number}", number=version.number) if version else ""),
            ),
        )
        return [grid, self._air()] if grid else []

    def quote(self, label: str, told: str) -> list[Flowable]:
        """Somebody's own words, under what they are about."""
        if not told.strip():
            return []
        quote, line = self._element.add("BlockQuote"), look.colour("primary")
        style = self._dress.style
        head = words(quote.add("P"), style("label"), label)
        body = words(quote.add("P"), style("quote"), said.quoted(told))
        return [*flow.together(Strip(head, line, below=3), Strip(body, line)), self._air()]

    def line(self, label: str, told: str, icon: str = "", ink: str = "ink2") -> list[Flowable]:
        """What is asked, in bold, and what was said."""
        if not told.strip():
            return []
        name = (f"{label}: ", fonts.STRONG, look.colour("ink2"))
        paragraph = words(self._element.add("P"), self._dress.style("body"), name, told)
        if icon:
            with_icon(paragraph, icon, look.colour(ink))
        return [paragraph, self._air()]

    def agreements(
        self, found: tuple[Agreement, ...], here: Meeting | None, *, going: bool = True
    ) -> list[Flowable]:
        """Who does what, by when, who is told, and how that is going."""
        names = (_("What"), _("Who"), _("By when"), _("Who is told"), _("How it goes"))
        told = [
            (
                self._what(one, here),
                one.who,
                said.lines(said.day(one.by), one.when),
                one.told,
                _(said.STEP[agreed.state(self._dossier, one)][0]) if going else "",
            )
            for one in found
        ]
        if not told:
            return []
        heading = self._heading(_("Agreements"))
        grid = facts.columns(self._dress, self._element, names, told, AGREED)
        return [*flow.together(heading, grid), self._air()]

    def tellings(self, found: tuple[Telling, ...]) -> list[Flowable]:
        """Who tells what to whom, and how the client hears of it (domain.md C2)."""
        if not found:
            return []
        heading = self._heading(_("Who tells what"))
        hears = _("How {name} hears it", name=self._dossier.person.called)
        names = (_("Who"), _("Tells what"), _("To whom"), hears)
        told = [(one.who, one.what, one.to, one.hears) for one in found]
        grid = facts.columns(self._dress, self._element, names, told, TOLD)
        return [*flow.together(heading, grid), self._air()]

    def close(self, meeting: Meeting) -> list[Flowable]:
        """How we work together, the client's own words last, and the next time."""
        called = self._dossier.person.called
        return [
            *self.line(_("How we work together"), meeting.together, "handshake"),
            *self.quote(_("Told in own words by {name}", name=called), meeting.summary),
            *self._answer(meeting),
            *self.line(_("The next time"), next_time(meeting), "calendar"),
        ]

    def others(self, found: list[Meeting]) -> list[Flowable]:
        """A line for each meeting that is not told in full."""
        if not found:
            return []
        heading = self._heading(_("Other meetings"))
        rows = [(state(one), _line(one)) for one in found]
        grid = facts.table(self._dress, self._element, rows)
        return [*flow.together(heading, *filter(None, [grid])), self._air()]

    def _answer(self, meeting: Meeting) -> list[Flowable]:
        if meeting.said is None:
            return []
        icon, ink = said.PLAN[meeting.said]
        told = _(VALUES[PlanSaid][meeting.said]) + "." + said.why(meeting.said, meeting.said_why)
        called = self._dossier.person.called
        return self.line(_("{name} on the whole plan", name=called), told, icon, ink)

    def _what(self, one: Agreement, here: Meeting | None) -> str:
        """The words, the goal of which it became a step, and where it was made if not here."""
        step = agreed.step_of(self._dossier, one)
        goal = step[0] if step else lists.find(self._dossier.goals, one.goal)
        named = f"“{goal.text}”" if goal else ""
        made = lists.find(self._dossier.meetings, one.meeting)
        elsewhere = made is not None and made != here and made.on
        return said.lines(
            one.text,
            _("Step of the goal: {goal}", goal=named) if step else "",
            _("Belongs to the goal: {goal}", goal=named) if named and not step else "",
            _("Agreed on {day}", day=said.day(made.on)) if made and elsewhere else "",
        )

    def _heading(self, title: str) -> flow.Words:
        element = self._element.add(f"H{self._level}", title=title)
        return words(element, self._dress.style("h3"), title, level=self._level)

    def _air(self) -> Spacer:
        return Spacer(1, self._dress.size(9))


def _line(one: Meeting) -> str:
    """When and where, why it did not take place, and in own words what it was about."""
    return " · ".join(filter(None, (when_where(one), one.why, said.quoted(one.summary))))


def _topics(topics: list[Topic]) -> str:
    known = (topic for topic in Topic if topic in topics)
    return "\u00a0· ".join(_(VALUES[Topic][topic]) for topic in known)

"""The invitation to a driegesprek: one page in easy language, which says what is allowed as well.

It says nothing as "you", so that it is as polite to who is called "u" as to who is called "je".
"""

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable

from caseplanner import words as program_words
from caseplanner.dossier import meetings
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import Meeting, Seat, SeatRole, Topic
from caseplanner.export import glyphs
from caseplanner.export.pdf import look, paper, said
from caseplanner.export.pdf.easy import SMALLEST, Easy, asks, day_time, short, sizes
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Strip, words
from caseplanner.export.pdf.furniture import Foot
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _, mark

MANY = 10_000
FEWER = ((MANY, MANY), (12, 120), (8, 80), (6, 60), (4, 40))  # people, and letters of a text
COMES = {
    SeatRole.CLIENT: mark("tells first"),
    SeatRole.MENTOR: mark("leads the meeting and writes"),
    SeatRole.SUPERVISOR: mark("explains the conditions"),
    SeatRole.INTERPRETER: mark("translates"),
    SeatRole.VOLUNTEER: mark("is there to support"),
    SeatRole.RELATIVE: mark("is there to support"),
}
# Called as in the room, with the same pictogram, so that the client knows them again.
TOPICS = {
    Topic.HOW: ("star", mark("How is it going?")),
    Topic.WHEEL: ("circle-dot", mark("My wheel")),
    Topic.GOALS: ("flag", mark("My plan")),
    Topic.CONDITIONS: ("scale", mark("The rules")),
    Topic.SIGNALS: ("bell", mark("My signals")),
    Topic.WHO: ("list-checks", mark("Who does what?")),
    Topic.TELLS: ("messages-square", mark("Who tells what?")),
    Topic.TOGETHER: ("handshake", mark("How do we work together?")),
    Topic.SUMMARY: ("quote", mark("In my own words")),
    Topic.NEXT: ("calendar", mark("The next time")),
    Topic.SIGN: ("signature", mark("Signing")),
}
ALLOWED = (
    ("users-round", mark("Bringing somebody along is fine.")),
    ("hand", mark("Saying no is fine.")),
    ("pause", mark("Asking for a break is always fine.")),
)


def build(edition: Edition) -> bytes:
    """The paper of an edition made by `printing.invitation`; UserError as for the whole plan."""
    glyphs.check(edition.dossier)
    foot = Foot(edition, _("Printed on {day}", day=said.moment(edition.made_at)), SMALLEST)
    tries = (_Page(edition, *fit).story for fit in _fits(edition))
    return paper.finished(paper.fitting(tries, foot, 1), edition, title(edition))


def title(edition: Edition) -> str:
    return _("Invitation for {name}", name=edition.dossier.person.called)


def _fits(edition: Edition) -> Iterator[tuple[float, int, int]]:
    letters = sizes(edition.dossier)
    yield from ((size, *FEWER[0]) for size in (letters[0] * 1.15, *letters))
    if letters[-1] > SMALLEST:
        yield (SMALLEST + 1, *FEWER[0])
    yield from ((SMALLEST, *few) for few in FEWER)


class _Page:
    def __init__(self, edition: Edition, size: float, people: int, letters: int) -> None:
        self._dossier, self._people, self._letters = edition.dossier, people, letters
        self._easy = Easy(edition.dossier, size)
        self._title = short(title(edition), min(letters, 200))

    def story(self, root: Element) -> list[Flowable]:
        [meeting] = self._dossier.meetings
        return [
            *self._easy.title(root, self._title, _("We would like to talk about the plan.")),
            *self._when(root, meeting),
            *self._who(root, meeting),
            *self._topics(root, meeting),
            *self._allowed(root),
        ]

    def _when(self, root: Element, meeting: Meeting) -> list[Flowable]:
        """The day, the time and the place, in a box of their own; what is not known yet is said."""
        easy, ink = self._easy, look.colour("primary")
        when = day_time(meeting.on, meeting.begin) or _("The day is not known yet.")
        where = short(meeting.place, self._letters) or _("The place is not known yet.")
        lines = [
            easy.pictured(words(root.add("P"), easy.style("head", 1.15), text), icon, ink)
            for icon, text in (("calendar", when), ("house", where))
        ]
        soft, pad = look.colour("primarySoft"), easy.size * 0.6
        first, last = lines
        return [
            Strip(first, ink, soft, above=pad, below=pad * 0.4),
            Strip(last, ink, soft, below=pad),
        ]

    def _who(self, root: Element, meeting: Meeting) -> list[Flowable]:
        easy = self._easy
        found = list(easy.part(root, "users-round", _("Who comes?")))
        items = root.add("L")
        seats = [one for one in meeting.seats if one.name.strip() or one.role in meetings.SIGNS]
        for one in seats[: self._people]:
            item = items.add("LI").add("LBody")
            found.append(easy.line(item, "user-round", *self._comes(one)))
        if more := len(seats[self._people :]):
            told = program_words.count("And {n} more person.", "And {n} more people.", more)
            found.append(easy.line(root.add("P"), "users-round", told))
        return found

    def _comes(self, one: Seat) -> tuple[Any, ...]:
        role = _(VALUES[SeatRole][one.role])
        name = short(one.name, min(self._letters, 80))
        if one.role is SeatRole.CLIENT:
            return (self._easy.strong(name or role), f": {_(COMES[one.role])}")
        known = f"{name} ({role})" if name else role[:1].upper() + role[1:]
        return (self._easy.strong(known), f": {_(COMES[one.role])}")

    def _topics(self, root: Element, meeting: Meeting) -> list[Flowable]:
        """What is talked about, in two columns that are read one after the other."""
        easy = self._easy
        asked = [topic for topic in Topic if not meetings.is_left_out(meeting, topic)]
        head = easy.part(root, "messages-square", _("What do we talk about?"))
        items = root.add("L")
        lines = [
            easy.line(items.add("LI").add("LBody"), icon, _(name))
            for icon, name in (TOPICS[topic] for topic in asked)
        ]
        half = (len(lines) + 1) // 2
        grid = easy.beside([lines[:half], lines[half:] or ""], (0.5, 0.5), look.WIDTH)
        return [*head, grid]

    def _allowed(self, root: Element) -> list[Flowable]:
        easy = self._easy
        found = list(easy.part(root, "thumbs-up", _("This is allowed")))
        items = root.add("L")
        for icon, text in ALLOWED:
            found.append(easy.line(items.add("LI").add("LBody"), icon, _(text)))
        if name := asks(self._dossier):
            told = _("Questions? Ask {name}.", name=short(name, min(self._letters, 80)))
            found += [easy.air(0.5), easy.line(root.add("P"), "circle-help", easy.strong(told))]
        return found

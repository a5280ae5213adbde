"""What was said at the intake: what goes well first, and worries of client and worker apart.

In it stands no number, no day of birth, nothing of the offence, no note and nothing of health
(domain.md R9, R14, R23).
"""

from datetime import date

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import course, intake, stays
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.guide import Question
from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import Answer, CaseState, Dossier, Person, Stay, Verdict
from caseplanner.export.pdf import flow, fonts, look
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Strip, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

ROOM = 160.0  # points: the heading and the first words stay together
BREATH = 10.0


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The whole intake; nothing when nothing was said."""
    dossier = edition.dossier
    told = _facts(dossier)
    if not (told or _agreed(dossier.person) or any(_given(dossier, part) for part in Part)):
        return []
    page = _Intake(edition, dress, root.add("Sect"))
    found = [*page.title(), *page.facts(told)]
    for part in Part:
        found += page.part(part)
    return [*found, flow.Gap(1, dress.size(26))]


def release(dossier: Dossier) -> str:
    """The day the client is expected to get out, of the stay of now; "" when it is not known."""
    stay = stays.now(dossier)
    return program_words.day(stay.release) if stay and stay.release else ""


class _Intake:
    """Writes the parts of the intake; each is a list that may be empty."""

    def __init__(self, edition: Edition, dress: Look, root: Element) -> None:
        self._edition, self._dossier = edition, edition.dossier
        self._dress, self._root = dress, root

    def title(self) -> list[Flowable]:
        title = _("Intake")
        heading = words(self._root.add("H2", title=title), self._dress.style("h2"), title, level=2)
        return [CondPageBreak(ROOM), heading]

    def facts(self, told: list[tuple[str, str]]) -> list[Flowable]:
        return [self._fact(self._root, *each) for each in told]

    def part(self, part: Part) -> list[Flowable]:
        """Its title, then what the client said, then what the worker sees, as such."""
        guide = self._edition.guide.intake_of(part)
        asked = {question.id: question for question in guide.questions}
        given = _given(self._dossier, part)
        order = list(asked)
        given.sort(key=lambda a: order.index(a.id) if a.id in asked else len(order))
        agreed = _agreed(self._dossier.person) if part is Part.READING else []
        if not given and not agreed:
            return []
        element = self._root.add("Sect")
        heading = words(
            element.add("H3", title=guide.title), self._dress.style("h3"), guide.title, level=3
        )
        found: list[Flowable] = []
        for place, answer in enumerate(given):
            pair = self._answer(element, asked.get(answer.id), answer)
            found += flow.together(*pair) if place else pair
        if given and agreed:
            found.append(Spacer(1, self._dress.size(BREATH)))
        found += [self._fact(element, name, fact) for name, fact in agreed]
        begin = [heading, *found[:2]]
        above = float(heading.getSpaceBefore())
        room = min(above + flow.height(begin) + self._dress.size(BREATH), ROOM)
        return [CondPageBreak(room), *begin, *found[2:]]

    def _answer(
        self, element: Element, question: Question | None, answer: Answer
    ) -> list[Flowable]:
        style, by_worker = self._dress.style, question is not None and question.by_worker
        line = look.colour("lineStrong" if by_worker else "primary")
        asks = question.text if question else answer.id
        if by_worker:
            asks = _("View of the worker: {question}", question=asks)
        said = question.say(answer.text) if question else answer.text
        quote = element.add("Sect" if by_worker else "BlockQuote")
        told = said if by_worker else f"“{said}”"
        return [
            Strip(words(quote.add("P"), style("label"), asks), line, above=5, below=1),
            Strip(words(quote.add("P"), style("body"), told), line, below=5),
        ]

    def _fact(self, element: Element, name: str, fact: str) -> Flowable:
        ink = look.colour("ink2")
        return words(
            element.add("P"), self._dress.style("body"), (f"{name}: ", fonts.STRONG, ink), fact
        )


def _facts(dossier: Dossier) -> list[tuple[str, str]]:
    """How the case stands, when there was talked, the stay of now, and who works along."""
    stay = stays.now(dossier) or Stay()
    known = stay.verdict is not Verdict.UNKNOWN
    told = (
        (_("State of the case"), case(dossier)),
        (_("Before that"), _before(dossier)),
        (_("We talked on"), _sittings(dossier)),
        (_("In prison since"), program_words.day(stay.since) if stay.since else ""),
        (_("Place"), stay.place),
        (_("Verdict"), _(VALUES[Verdict][stay.verdict]) if known else ""),
        (_("Expected release"), release(dossier)),
        (_("Who works with the client?"), _team(dossier)),
    )
    return [(name.removesuffix("?"), fact) for name, fact in told if fact]


def _team(dossier: Dossier) -> str:
    """Everybody, also who does not sign, with what he or she does."""
    return "; ".join(f"{one.name}, {one.work}" if one.work else one.name for one in dossier.team)


def _given(dossier: Dossier, part: Part) -> list[Answer]:
    """What was answered; that a part was talked about is no answer."""
    said = (a for a in dossier.answers if intake.part_of(a.id) is part)
    return [answer for answer in said if not intake.is_tick(answer.id)]


def case(dossier: Dossier) -> str:
    """How the case stands, since when, and why where that was said; "" when nothing was."""
    known = course.now(dossier)
    if known is None:
        return ""
    state = _(VALUES[CaseState][known.state])
    if known.on:
        state = _("{state}, since {day}", state=state, day=program_words.day(known.on))
    return f"{state}. {known.reason}" if known.reason else f"{state}."


def _before(dossier: Dossier) -> str:
    """The states the case was in before, the first one first."""
    told = []
    for mark in dossier.course[:-1]:
        on = program_words.day(mark.on) if mark.on else ""
        facts = (_(VALUES[CaseState][mark.state]), on, mark.reason)
        told.append(", ".join(fact for fact in facts if fact))
    return "; ".join(told)


def _sittings(dossier: Dossier) -> str:
    """The days of the sittings with their times, in their order."""
    told = []
    for talk in sorted(dossier.talks, key=lambda t: (t.on or date.max, t.begin)):
        times = talk.begin or talk.end
        if talk.begin and talk.end:
            times = _("{begin} to {end}", begin=talk.begin, end=talk.end)
        when = (program_words.day(talk.on) if talk.on else "", times)
        told.append(", ".join(fact for fact in when if fact))
    return "; ".join(dict.fromkeys(filter(None, told)))


def _agreed(person: Person) -> list[tuple[str, str]]:
    """How we read and talk together, as far as it was said."""
    ways = [
        told
        for holds, told in (
            (person.large_print, _("large print")),
            (person.read_aloud, _("reading aloud")),
            (not person.pictograms, _("no pictograms")),
        )
        if holds
    ]
    if ways and person.pictograms:
        ways.append(_("pictograms"))
    longest = person.longest_talk
    facts = (
        (_("Language"), person.language),
        (_("Reading"), person.reading),
        (_("What helps"), ", ".join(ways)),
        (_("Hearing"), person.hearing),
        (_("Sight"), person.sight),
        (_("Culture and belief"), person.culture),
        (_("What helps in a talk"), person.support),
        (
            _("Longest talk"),
            program_words.count("{n} minute", "{n} minutes", longest) if longest else "",
        ),
    )
    told = [(name, fact) for name, fact in facts if fact]
    if person.formal or told:
        told.insert(0, (_("We say"), _("u") if person.formal else _("je")))
    return told

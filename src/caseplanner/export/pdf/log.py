"""The log on paper, for the client: who looked at the plan, and what was done with it (R4)."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier.log_words import Kind, Line, who
from caseplanner.errors import UserError
from caseplanner.export import glyphs
from caseplanner.export.pdf import finish, fonts, look, said
from caseplanner.export.pdf.document import Pages
from caseplanner.export.pdf.flow import PLAIN, Grid, Strip, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _, count, mark

ICONS = {
    Kind.SEEN: ("eye", "ink2"),
    Kind.CHANGED: ("pencil", "primary"),
    Kind.SHARED: ("file-down", "warn"),
    Kind.KEPT: ("shield", "ink2"),
}
TIME = 92.0  # points for the time of a line
HEAD, FOOT, SIZE = look.PAGE_HEIGHT - 40, 32.0, 9.0
ROOM = 90.0  # points a day begins with, or it begins on the next page


@dataclass(frozen=True)
class LogEdition:
    """What is printed: the lines of a period, oldest first, for the person called `name`.

    `since` and `until` are the first and the last day, None where there is no bound. `seq` and
    `hash` are the head of the log, with which the paper can be checked.
    """

    name: str
    lines: tuple[Line, ...]
    since: date | None
    until: date | None
    seq: int
    hash: str
    made_at: datetime
    language: str
    large_print: bool = False
    practice: bool = False


def build(edition: LogEdition) -> bytes:
    """The PDF (PDF/A-3a, PDF/UA-1). The same edition gives the same bytes.

    UserError when a name has a letter that no font has.
    """
    missing = glyphs.unprintable_in((edition.name, *(line.in_words() for line in edition.lines)))
    if missing:
        raise UserError(
            mark("This cannot be printed: {words}. Write it with other letters."),
            words=", ".join(missing[:5]),
        )
    fonts.load()
    title = _("Who looked at your plan?")
    root = Element("Document")
    out = io.BytesIO()
    pages = Pages(out, _Furniture(edition, title))
    pages.build(_story(edition, root, title), canvasmaker=pages.make_canvas)
    return finish.plain(out.getvalue(), pages.made, root, title, edition.language, edition.made_at)


def period(edition: LogEdition) -> str:
    """From when till when, as people say it."""
    first, last = edition.since, edition.until
    today = edition.made_at.astimezone().date()
    if first is None:
        return _("Everything until {day}.", day=program_words.day(last or today))
    return _(
        "From {first} to {last}.",
        first=program_words.day(first),
        last=program_words.day(last or today),
    )


def _story(edition: LogEdition, root: Element, title: str) -> list[Flowable]:
    dress = Look(edition.large_print)
    whose = _("The list of {name}", name=edition.name)
    return [
        words(root.add("H1", title=title), dress.style("title"), title, level=1),
        Spacer(1, dress.size(4)),
        words(root.add("P"), dress.style("subtitle"), f"{whose}\n{period(edition)}"),
        Spacer(1, dress.size(12)),
        *_intro(edition, dress, root),
        Spacer(1, dress.size(6)),
        *_days(edition, dress, root),
        Spacer(1, dress.size(20)),
        *_check(edition, dress, root),
    ]


def _intro(edition: LogEdition, dress: Look, root: Element) -> list[Flowable]:
    """What the list is, who is on it, and what to do when something is not right."""
    told = [_("You see here who did something with your plan.")]
    if edition.lines:
        people = tuple(dict.fromkeys(who(line.first) for line in edition.lines))
        told.append(_("Who did something? {names}.", names=_listed(people)))
    told.append(_("Is something wrong? Do you have a question? Ask your mentor."))
    line, fill = look.colour("primary"), look.colour("primarySoft")
    box = [words(root.add("P"), dress.style("body"), sentence) for sentence in told]
    last = len(box) - 1
    return [
        Strip(part, line, fill, 9 if not n else 0, 10 if n == last else 3)
        for n, part in enumerate(box)
    ]


def _listed(names: Sequence[str]) -> str:
    *most, last = names
    return _("{names} and {last}", names=", ".join(most), last=last) if most else last


def _days(edition: LogEdition, dress: Look, root: Element) -> list[Flowable]:
    if not edition.lines:
        nothing = _("Nobody did anything with your plan in this time.")
        return [Spacer(1, dress.size(12)), words(root.add("P"), dress.style("goal"), nothing)]
    found: list[Flowable] = []
    for day, lines in groupby(edition.lines, key=lambda line: line.day):
        title = program_words.day(day)
        section = root.add("Sect")
        heading = words(section.add("H2", title=title), dress.style("h2"), title, level=2)
        found += [CondPageBreak(ROOM), heading, _table(tuple(lines), dress, section)]
    return found


def _table(lines: tuple[Line, ...], dress: Look, section: Element) -> Flowable:
    listing = section.add("L")
    rows = []
    for line in lines:
        item = listing.add("LI")
        icon, ink = ICONS[line.kind]
        at = words(item.add("Lbl"), dress.style("small"), line.time)
        told = words(item.add("LBody"), dress.style("body"), line.in_words())
        rows.append([at, with_icon(told, icon, look.colour(ink))])
    made = Grid(rows, colWidths=[dress.size(TIME), look.WIDTH - dress.size(TIME)])
    made.setStyle(
        [
            *PLAIN,
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (0, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ("LINEBELOW", (0, 0), (-1, -2), 0.5, look.colour("line")),
        ]
    )
    return made


def _check(edition: LogEdition, dress: Look, root: Element) -> list[Flowable]:
    """How many lines there are, and the number with which they can be checked."""
    entries = sum(line.count for line in edition.lines)
    told = (
        count("This list tells of {n} moment.", "This list tells of {n} moments.", entries),
        _("Nobody can change the log without us seeing it."),
        _(
            "To check: line {number}, check number {digits}.",
            number=edition.seq,
            digits=said.grouped(edition.hash[:32]),
        ),
    )
    lines: list[Flowable] = [CondPageBreak(ROOM)]
    listing = root.add("L")
    for line in told:
        item = words(listing.add("LI").add("LBody"), dress.style("small"), line)
        lines += [with_icon(item, "check", look.colour("primary")), Spacer(1, 4)]
    return lines


class _Furniture:
    """What stands around each page; not read aloud, the list says the same once."""

    def __init__(self, edition: LogEdition, title: str) -> None:
        practice = _("PRACTICE") + " · " if edition.practice else ""
        self._title = fonts.clean(practice + title)
        self._made = _("Made on {day}", day=said.moment(edition.made_at))
        self._check = _("Line {number}, {digits}", number=edition.seq, digits=edition.hash[:16])

    def __call__(self, canvas: Any, page: int, pages: int) -> None:
        left, right = look.MARGIN, look.PAGE_WIDTH - look.MARGIN
        number = _("Page {number} of {total}", number=page + 1, total=pages)
        for kind, y, rule, words_left, words_right in (
            ("Header", HEAD, HEAD - 9, self._title, self._made),
            ("Footer", FOOT, FOOT + 14, self._check, number),
        ):
            with canvas.artifact(kind):
                canvas.setStrokeColor(look.colour("line"))
                canvas.setLineWidth(0.7)
                canvas.line(left, rule, right, rule)
                canvas.setFillColor(look.colour("ink2"))
                canvas.setFont(fonts.STRONG if kind == "Header" else fonts.BODY, SIZE)
                canvas.drawString(left, y, words_left)
                canvas.setFont(fonts.BODY, SIZE)
                wide = stringWidth(words_right, fonts.BODY, SIZE)
                canvas.drawString(right - wide, y, words_right)

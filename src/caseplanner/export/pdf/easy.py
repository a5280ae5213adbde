"""Papers in easy language: large letters, one thing on a line, a pictogram with the words.

The pictogram says the same as the words beside it, and is left out where the client wants none.
"""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import people
from caseplanner.dossier.model import Dossier, Role
from caseplanner.export.pdf import flow, fonts, icons, look
from caseplanner.export.pdf.flow import PLAIN, Grid, Piece, Strip, Words, with_icon, words
from caseplanner.export.pdf.tagging import Element

SMALLEST = 12.0  # points: of any letter on these papers
LARGE = (20.0, 19.0, 18.0, 17.0, 16.0, 15.0)
ORDINARY = (16.5, 15.5, 15.0, 14.0, 13.0, SMALLEST)


def sizes(dossier: Dossier) -> tuple[float, ...]:
    """The letters to try, the largest first: as large as the paper allows."""
    return LARGE if dossier.person.large_print else ORDINARY


def asks(dossier: Dossier) -> str:
    """Whom the client asks; "" when nobody is named."""
    return people.name_of(dossier, Role.MENTOR)


def day_time(on: Any, at: str) -> str:
    """A day and a time in digits: "wo 11 maart, 10:30", never "half elf"."""
    day = program_words.day(on, year=False) if on else ""
    return ", ".join(filter(None, (day, at)))


class Pictogram(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An icon on a soft square; it is not read aloud, for the words beside it say the same."""

    def __init__(self, icon: str, side: float, ink: Any, soft: Any) -> None:
        super().__init__()
        self._icon, self._ink, self._soft = icon, ink, soft
        self.width = self.height = side

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        side, pad = self.width, self.width * 0.2
        with self.canv.artifact():
            self.canv.saveState()
            self.canv.setFillColor(self._soft)
            self.canv.roundRect(0, 0, side, side, side * 0.22, stroke=0, fill=1)
            icons.draw(self.canv, self._icon, pad, pad, side - 2 * pad, self._ink)
            self.canv.restoreState()


class Easy:
    """Writes the pieces of an easy paper, with letters of one size."""

    def __init__(self, dossier: Dossier, size: float) -> None:
        self.size = size
        self._pictures = dossier.person.pictograms

    def style(self, name: str = "line", grow: float = 1.0, ink: str = "ink") -> ParagraphStyle:
        font = {"line": fonts.BODY, "strong": fonts.STRONG, "said": fonts.SPOKEN}.get(
            name, fonts.HEAD
        )
        size = self.size * grow
        return ParagraphStyle(
            f"{name}-{ink}",
            fontName=font,
            fontSize=size,
            leading=size * 1.34,
            textColor=look.colour(ink),
        )

    def title(self, root: Element, title: str, below: str = "") -> list[Flowable]:
        heading = words(root.add("H1", title=title), self.style("head", 1.75), title, level=1)
        found: list[Flowable] = [heading]
        if below:
            found.append(words(root.add("P"), self.style(ink="ink2"), below))
        return [*found, self.air(0.5)]

    def part(self, root: Element, icon: str, title: str) -> list[Flowable]:
        """The heading of a part, with its pictogram."""
        heading = words(root.add("H2", title=title), self.style("head", 1.2), title, level=2)
        if not self._pictures:
            return [self.air(0.7), heading, self.air(0.25)]
        side = self.size * 2.1
        drawn = Pictogram(icon, side, look.colour("primary"), look.colour("primarySoft"))
        grid = Grid([[drawn, heading]], colWidths=[side + 10, look.WIDTH - side - 10])
        grid.setStyle([*PLAIN, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
        return [self.air(0.7), grid, self.air(0.3)]

    def quote(self, root: Element, told: str) -> list[Flowable]:
        """What the client said, large and first."""
        body = words(root.add("BlockQuote").add("P"), self.style("said", 1.12), f"“{told}”")
        strip = Strip(
            body,
            look.colour("primary"),
            look.colour("primarySoft"),
            self.size * 0.7,
            self.size * 0.8,
        )
        return [strip]

    def line(self, element: Element, icon: str, *pieces: Piece, ink: str = "primary") -> Words:
        """One thing, with its pictogram before it."""
        paragraph = words(element, self.style(), *pieces)
        return self.pictured(paragraph, icon, look.colour(ink))

    def pictured(self, paragraph: Words, icon: str, ink: Any) -> Words:
        return with_icon(paragraph, icon, ink) if self._pictures and icon else paragraph

    def strong(self, text: str) -> Piece:
        return (text, fonts.STRONG, None)

    def beside(self, cells: list[Any], shares: tuple[float, ...], room: float) -> Grid:
        """Things beside each other, each in its share of the room."""
        grid = Grid([cells], colWidths=[room * share for share in shares])
        grid.setStyle([*PLAIN, ("RIGHTPADDING", (0, 0), (-1, -1), self.size * 0.5)])
        return grid

    def shares(self, who: list[str], when: list[str], room: float) -> tuple[float, ...]:
        """How the room is shared by what, who and when: no word of a name is broken, and a day
        stays on one line where it can."""
        style, sign = self.style(), self.size * (1.65 if self._pictures else 0.5) + 6
        names = [words(None, style, name) for name in who]
        days = [words(None, style, day) for day in when]
        name = max(0.2 * room, min(0.4 * room, sign + max(map(flow.widest_word, names), default=0)))
        day = min(0.3 * room, sign + max(map(flow.natural, days), default=0))
        return 1 - (name + day) / room, name / room, day / room

    def air(self, lines: float) -> Spacer:
        return Spacer(1, self.size * lines)


def short(text: str, limit: int) -> str:
    return flow.short(" ".join(text.split()), limit)

"""The signaleringsplan on a page of its own, large enough to hang up and read (domain.md C2)."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import signals
from caseplanner.dossier.model import Dossier, Light, Seen
from caseplanner.export.pdf import flow, fonts, icons, look
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import PLAIN, Grid, Strip, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

# On paper as on the screen: the colour of the lamp, the sign in it, the tint behind it.
LAMPS = {
    Light.GREEN: ("lampGreen", "check", "okSoft"),
    Light.ORANGE: ("lampOrange", "triangle-alert", "warnSoft"),
    Light.RED: ("lampRed", "octagon-alert", "badSoft"),
}
SIZES = (17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.5)  # of the letters: as large as one page allows
SMALLER = (10.5, 10.0, 9.5)  # before a full plan in large print goes over the edge of its sheet
GUTTER = 9.0
MOST_AIR = 40.0  # points added to a row of a short plan
HIGH = look.PAGE_HEIGHT - look.TOP - look.BOTTOM
ROWS = ((Seen.I_NOTICE, Seen.OTHERS_NOTICE), (Seen.I_DO, Seen.OTHERS_DO))


def page(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """A page of its own, before what begins another.

    Only the answer where there is no line, and nothing at all when it was never spoken of.
    """
    dossier = edition.dossier
    if not signals.is_begun(dossier):
        return []
    if not dossier.signals:
        section = Element("Sect")
        root.parts.append(section)
        return [*_head(dossier, dress, section), flow.Gap(1, dress.size(20))]
    section, story = _largest(dossier, dress)
    root.parts.append(section)
    return [PageBreak(), *story]


def sheet(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The same page as a paper of its own."""
    section, story = _largest(edition.dossier, dress, 1, SIZES + SMALLER)
    root.parts.append(section)
    return story


def title(dossier: Dossier) -> str:
    return _("Signal plan of {name}", name=dossier.person.called)


def _largest(
    dossier: Dossier, dress: Look, level: int = 2, sizes: tuple[float, ...] = SIZES
) -> tuple[Element, list[Flowable]]:
    """With the largest letters that fit on a page, and what is left of it shared out."""

    def written(section: Element, size: float, air: float = 0) -> list[Flowable]:
        return _Page(dossier, dress, section, level, dress.size(size), air).story()

    for size in sizes:
        left = HIGH - flow.height(written(Element("Sect"), size))
        if left >= 0:
            break
    section = Element("Sect")
    air = min(max(0.0, left - 1) / (len(Light) * len(ROWS)), MOST_AIR)
    return section, written(section, size, air)


def _head(dossier: Dossier, dress: Look, root: Element, level: int = 2) -> list[Flowable]:
    """Whose it is, when and with whom it was made, where it hangs, or that none is wanted."""
    told = title(dossier)
    heading = words(root.add(f"H{level}", title=told), dress.style("title"), told, level=level)
    found: list[Flowable] = [heading, Spacer(1, dress.size(6))]
    about = dossier.signal_plan
    facts = (
        (_("Made on"), program_words.day(about.made_on) if about.made_on else ""),
        (_("Made with"), about.made_with),
        (_("Where it hangs"), about.kept_at),
    )
    known = [(name, fact) for name, fact in facts if fact]
    if known:
        ink = look.colour("ink2")
        pieces: list[flow.Piece] = []
        for number, (name, fact) in enumerate(known):
            pieces += [" · " if number else "", (f"{name}: ", fonts.STRONG, ink), fact]
        found.append(words(root.add("P"), dress.style("body"), *pieces))
    if about.declined:
        day = f" ({program_words.day(about.declined_on)})" if about.declined_on else ""
        said = _("Discussed. {name} wants no signal plan:", name=dossier.person.called)
        line = words(root.add("P"), dress.style("body"), f"{said} “{about.declined}”{day}")
        found += [Spacer(1, 4), Strip(line, look.colour("lineStrong"), above=2, below=2)]
    return found


class _Page:
    """Writes the page with letters of one size, and this much more air in each row; its title is
    a heading of this level.
    """

    def __init__(
        self, dossier: Dossier, dress: Look, root: Element, level: int, size: float, air: float
    ) -> None:
        self._dossier, self._dress, self._root, self._level = dossier, dress, root, level
        self._size, self._air = size, air

    def story(self) -> list[Flowable]:
        """The head and the three phases."""
        found = _head(self._dossier, self._dress, self._root, self._level)
        for light in Light:
            found += [Spacer(1, GUTTER), self._phase(light)]
        return found

    def _phase(self, light: Light) -> Grid:
        """Its lamp and its name; the client's own lines left, those of others right."""
        section = self._root.add("Sect")
        name = f"{_(signals.NAMES[light])}: {_(signals.MEANS[light])}"
        style = self._style("phase", fonts.HEAD, self._size * 1.1)
        style = style.clone("phase", leftIndent=self._size * 2.3)
        level = self._level + 1
        heading = words(section.add(f"H{level}", title=name), style, name, level=level)
        rows: list[list[Any]] = [[heading, ""]]
        rows += [[self._kind(section, light, seen) for seen in pair] for pair in ROWS]
        grid = Grid(rows, colWidths=[look.WIDTH / 2] * 2)
        pad, others = self._size * 0.5, look.Panel("bg", "line")
        grid.setStyle(
            [
                *PLAIN,
                ("SPAN", (0, 0), (1, 0)),
                ("BACKGROUND", (0, 0), (1, 0), Band(light, self._size)),
                *(("BACKGROUND", (1, row), (1, row), others) for row in (1, 2)),
                ("LEFTPADDING", (0, 0), (-1, -1), pad * 1.2),
                ("RIGHTPADDING", (0, 0), (-1, -1), pad),
                ("TOPPADDING", (0, 0), (-1, -1), pad),
                ("BOTTOMPADDING", (0, 0), (-1, 0), pad),
                ("BOTTOMPADDING", (0, 1), (-1, -1), pad + self._air),
            ]
        )
        return grid

    def _kind(self, section: Element, light: Light, seen: Seen) -> list[Flowable]:
        """A question and its lines; the client's own are set as what somebody says."""
        own = seen in signals.OWN
        ink = look.colour("ink2")
        ask = self._style("ask", fonts.STRONG, max(self._size * 0.72, self._dress.size(10)), "ink2")
        question = words(section.add(f"H{self._level + 2}"), ask, _(signals.ASKS[seen]))
        with_icon(question, "user-round" if own else "users-round", ink)
        found: list[Flowable] = [question, Spacer(1, self._size * 0.15)]
        lines = signals.of(self._dossier, light, seen)
        if not lines:
            return [*found, words(section.add("P"), ask, _("Nothing filled in."))]
        items = section.add("L")
        font, share = (fonts.SPOKEN, 0.94) if own else (fonts.BODY, 1.0)
        style = self._style("line", font, self._size * share)
        for line in lines:
            body = words(items.add("LI").add("LBody"), style, line.text)
            found.append(flow.with_point(body, ink))
        return found

    def _style(self, name: str, font: str, size: float, ink: str = "ink") -> ParagraphStyle:
        return ParagraphStyle(
            name, fontName=font, fontSize=size, leading=size * 1.3, textColor=look.colour(ink)
        )


class Band:
    """The background of the name of a phase: its tint, and its lamp with the sign in it."""

    def __init__(self, light: Light, size: float) -> None:
        self._lamp, self._sign, self._soft = LAMPS[light]
        self._size = size

    def __call__(
        self, table: Any, canvas: Any, x: float, y: float, width: float, height: float
    ) -> None:
        y, height = (y + height, -height) if height < 0 else (y, height)
        radius = self._size * 0.85
        middle_x, middle_y = x + self._size * 0.5 + radius, y + height / 2
        canvas.saveState()
        canvas.setFillColor(look.colour(self._soft))
        canvas.roundRect(x, y, width, height, 8, stroke=0, fill=1)
        canvas.setFillColor(look.colour(self._lamp))
        canvas.circle(middle_x, middle_y, radius, stroke=0, fill=1)
        side = radius * 1.15
        corner = (middle_x - side / 2, middle_y - side / 2)
        icons.draw(canvas, self._sign, *corner, side, look.colour("onLamp"))
        canvas.restoreState()

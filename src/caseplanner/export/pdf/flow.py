"""The pieces a page is made of, each of which knows its place in the structure tree.

Text of a person is never markup here: a paragraph is made of fragments, not parsed.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer, Table

from caseplanner.export.pdf import fonts, icons, look
from caseplanner.export.pdf.tagging import Element, Place

MOST_TOGETHER = 500.0  # points that may stay empty to keep things together
TALL = 200.0  # a row of a table that is higher than this may be split over two pages


class Words(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph of an element. Made with `words`."""

    element: Element | None = None
    level = 0  # of a heading
    icon = ""
    icon_ink: Any = None
    dots: tuple[int, Any, Any] | None = None  # how many of five, filled and empty colour
    point: Any = None  # the colour of the dot a line of a list begins with
    first = True  # not the rest of a paragraph that was split
    more = False  # goes on on the next page
    _drawn = False
    _wrapped = 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        # A table wraps each cell three times; breaking lines is the dear part of a document.
        if self._wrapped == availWidth and hasattr(self, "blPara"):
            return self.width, self.height
        self._wrapped = availWidth
        size: tuple[float, float] = super().wrap(availWidth, availHeight)
        return size

    def split(self, availWidth: float, availHeight: float) -> list["Words"]:
        parts: list[Words] = super().split(availWidth, availHeight)
        for part in parts:
            if part is not self:
                part.element = self.element
                part.first = part is parts[0] and self.first
                part.more = part is not parts[-1] or self.more
                if part.first:
                    part.icon, part.icon_ink, part.level = self.icon, self.icon_ink, self.level
                    part.point = self.point
        return parts

    def draw(self) -> None:
        canvas = self.canv
        self._ornament()
        if self.element is None or self._drawn:
            with canvas.artifact():
                super().draw()
            return
        if self.level and self.first:
            _x, top = canvas.absolutePosition(0, self.height)
            canvas.headings.append((self.level, self.element.title, canvas.page, top))
        self._end_lines()
        with canvas.tagged(self.element):
            super().draw()
        self._drawn = True

    def _ornament(self) -> None:
        """What is drawn before the words and says the same as they do."""
        if not self.icon and not self.dots and not self.point:
            return
        style, canvas = self.style, self.canv
        middle = self.height - style.leading * 0.53
        with canvas.artifact():
            if self.icon:
                size = style.fontSize * 1.15
                icons.draw(canvas, self.icon, 0, middle - size / 2, size, self.icon_ink)
            if self.dots:
                _dots(canvas, middle, style.fontSize * 0.3, *self.dots)
            if self.point:
                canvas.setFillColor(self.point)
                radius = style.fontSize * 0.15
                canvas.circle(radius, middle, radius, stroke=0, fill=1)

    def _end_lines(self) -> None:
        """A space after each line but the last: without it two words read as one."""
        lines = self.blPara.lines
        for line in lines if self.more else lines[:-1]:
            found = line.words if self.blPara.kind else line[1]
            if not found:
                continue
            if self.blPara.kind:
                found[-1].text += " "
            else:
                found[-1] += " "


def _dots(canvas: Any, middle: float, radius: float, value: int, ink: Any, empty: Any) -> None:
    canvas.saveState()
    for n in range(5):
        canvas.setFillColor(ink if n < value else empty)
        canvas.circle(radius + n * radius * 2.7, middle, radius, stroke=0, fill=1)
    canvas.restoreState()


Piece = str | tuple[str, str, Any]  # a text; or a text, its font and its colour


def words(element: Element | None, style: ParagraphStyle, *pieces: Piece, level: int = 0) -> Words:
    """A paragraph. With a level it is a heading, in the outline under its element's title."""
    made = Words(None, style, frags=_frags(style, pieces))
    made.element, made.level = element, level
    return made


def with_icon(paragraph: Words, icon: str, ink: Any) -> Words:
    """The paragraph with an icon before it, for which its style leaves room."""
    indent = paragraph.style.fontSize * 1.15 + 5
    paragraph.style = _indented(paragraph.style, indent)
    paragraph.icon, paragraph.icon_ink = icon, ink
    return paragraph


def with_dots(paragraph: Words, value: int, ink: Any, empty: Any) -> Words:
    """The paragraph with five countable dots before it."""
    paragraph.style = _indented(paragraph.style, paragraph.style.fontSize * 4.6)
    paragraph.dots = (value, ink, empty)
    return paragraph


def with_point(paragraph: Words, ink: Any) -> Words:
    """The paragraph as a line of a list, with a dot before it."""
    paragraph.style = _indented(paragraph.style, paragraph.style.fontSize * 0.8)
    paragraph.point = ink
    return paragraph


def indented(paragraph: Words, by: float) -> Words:
    """The paragraph further to the right, under the words of one with an icon."""
    paragraph.style = _indented(paragraph.style, by)
    return paragraph


_INDENTED: dict[tuple[str, float, float], ParagraphStyle] = {}


def _indented(style: ParagraphStyle, by: float) -> ParagraphStyle:
    key = (style.name, style.fontSize, by)
    if key not in _INDENTED:
        _INDENTED[key] = style.clone(style.name, leftIndent=style.leftIndent + by)
    return _INDENTED[key]


_FRAGMENT: dict[str, Any] = {}


def _frags(style: ParagraphStyle, pieces: Sequence[Piece]) -> list[Any]:
    if not _FRAGMENT:
        _FRAGMENT["plain"] = Paragraph("x").frags[0]
    made = []
    for piece in pieces:
        text, font, ink = piece if isinstance(piece, tuple) else (piece, "", None)
        look = {
            "fontName": font or style.fontName,
            "fontSize": style.fontSize,
            "textColor": ink or style.textColor,
        }
        for number, line in enumerate(fonts.clean(text).split("\n")):
            if number:
                made.append(_FRAGMENT["plain"].clone(**look, text="", lineBreak=True))
            for run_font, run in fonts.runs(line, look["fontName"]):
                made.append(_FRAGMENT["plain"].clone(**{**look, "fontName": run_font}, text=run))
    return made


# A grid that is only there to put things beside each other.
PLAIN = [
    ("FONT", (0, 0), (-1, -1), fonts.BODY, 1, 1),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]


class Grid(Table):  # type: ignore[misc]  # reportlab has no types
    """A table on the page; what its cells mean is said by their own elements."""

    def _drawBkgrnd(self) -> None:
        if self._bkgrndcmds:
            with self.canv.artifact():
                super()._drawBkgrnd()

    def _drawLines(self) -> None:
        if self._linecmds:
            with self.canv.artifact():
                super()._drawLines()

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        self._calc(availWidth, availHeight)
        head = self.repeatRows
        rows = self._rowHeights
        # A row goes to the next page whole, unless it would leave a hole or not fit there either.
        self.splitInRow = int(len(rows) > head and rows[head] > TALL)
        parts: list[Flowable] = super().split(availWidth, availHeight)
        if len(parts) == 2 and not self.splitInRow:
            stays, goes = (part._nrows - head for part in parts)
            if goes == 1 and stays > 2:  # one row alone on the next page: give it company
                return list(super().split(availWidth, sum(rows[: head + stays - 1]) + 0.1))
        return parts


class Strip(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A flowable with a coloured line on its left; strips after each other are one line."""

    def __init__(
        self,
        content: Flowable,
        line: Any,
        fill: Any = None,
        above: float = 0,
        below: float = 0,
        indent: float = 14,
    ) -> None:
        super().__init__()
        self.content, self._line, self._fill = content, line, fill
        self._above, self._below, self._indent = above, below, indent

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        right = self._indent if self._fill else 0
        _w, height = self.content.wrapOn(
            self.canv if hasattr(self, "canv") else None,
            availWidth - self._indent - right,
            availHeight,
        )
        self.width, self.height = availWidth, height + self._above + self._below
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:
        right = self._indent if self._fill else 0
        parts = self.content.splitOn(
            self.canv if hasattr(self, "canv") else None,
            availWidth - self._indent - right,
            availHeight - self._above - self._below,  # else what fits but for its air never does
        )
        if len(parts) < 2:
            return []
        last = len(parts) - 1
        return [
            Strip(
                part,
                self._line,
                self._fill,
                0 if n else self._above,
                self._below if n == last else 0,
                self._indent,
            )
            for n, part in enumerate(parts)
        ]

    def draw(self) -> None:
        canvas = self.canv
        with canvas.artifact():
            canvas.saveState()
            if self._fill:
                canvas.setFillColor(self._fill)
                canvas.rect(0, 0, self.width, self.height, stroke=0, fill=1)
            canvas.setFillColor(self._line)
            canvas.rect(0, 0, 3, self.height, stroke=0, fill=1)
            canvas.restoreState()
        self.content.drawOn(canvas, self._indent, self._below)


class Gap(Spacer):  # type: ignore[misc]  # reportlab has no types
    """Air after a part; at the foot of a page it takes what is left, never a page of its own."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        return self.width, max(0.0, min(self.height, availHeight))


class SealPlace(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Room for the seal: the place of the signature field is kept for when the file is finished."""

    def __init__(self, element: Element, width: float, height: float) -> None:
        super().__init__()
        self._element = element
        self.width, self.height = width, height

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        x, y = self.canv.absolutePosition(0, 0)
        self.canv.seal = Place(self.canv.page, x, y, self.width, self.height)
        self._element.widget = True


def together(*pieces: Flowable) -> list[Flowable]:
    """The pieces, the last of which may be split, begun on a page that has room for the start.

    reportlab's own keepWithNext would move a whole table to the next page for its heading.
    """
    room = sum(_start(piece) for piece in pieces)
    return [CondPageBreak(min(room, MOST_TOGETHER)), *pieces]


def _start(piece: Flowable) -> float:
    """How much of a piece must stand with what is above it: of a table its head and two rows, of
    a text four lines."""
    inside = piece.content if isinstance(piece, Strip) else piece
    whole = height([piece]) + float(piece.getSpaceBefore())
    match inside:
        case Grid():
            return min(whole, float(sum(inside._rowHeights[:3])))
        case Words():
            return min(whole, 4 * float(inside.style.leading))
        case _:
            return whole


def height(story: Sequence[Flowable], width: float = look.WIDTH) -> float:
    """How high the pieces are under each other, with the space between them."""
    total = after = 0.0
    for n, piece in enumerate(story):
        before = piece.getSpaceBefore() if n else 0.0
        total += piece.wrap(width, look.PAGE_HEIGHT)[1] + max(before, after)
        after = piece.getSpaceAfter()
    return total


def text_of(paragraph: Words) -> str:
    """The words of a paragraph that was not laid out yet."""
    return "".join(fragment.text for fragment in paragraph.frags)


def short(text: str, limit: int) -> str:
    """The text, or its first words and three dots."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(None, 1)[0].rstrip(" .,;:") + " …"


def widest_word(paragraph: Words) -> float:
    """How wide the longest word of a paragraph is."""
    return max(
        (
            float(stringWidth(word, part.fontName, part.fontSize))
            for part in paragraph.frags
            for word in part.text.split()
        ),
        default=0.0,
    )


def natural(paragraph: Words) -> float:
    """How wide a paragraph is on one line."""
    style = paragraph.style
    text = sum(stringWidth(f.text, f.fontName, f.fontSize) for f in paragraph.frags)
    return float(text) + float(style.leftIndent)

"""What stands on every page around the plan: name, version, marks, page number, hash."""

from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from caseplanner import words as program_words
from caseplanner.export.pdf import fonts, look, said
from caseplanner.export.pdf.edition import Edition
from caseplanner.words import _

HEAD = look.PAGE_HEIGHT - 40
FOOT = 32.0
SIZE = 9.0


class Furniture:
    """Draws header and footer of a page. They are not read aloud: the plan says the same once."""

    def __init__(self, edition: Edition) -> None:
        version = edition.version
        self._name = _("Restorative plan of {name}", name=edition.dossier.person.called)
        self._version = (
            _(
                "Version {number}, {day}",
                number=version.number,
                day=program_words.day(version.frozen_at.astimezone().date()),
            )
            if version
            else _("Made on {day}", day=said.moment(edition.made_at))
        )
        self._marks = [
            (_("PRACTICE"), "primary", "onPrimary") if edition.dossier.practice else None,
            None if version else (_("CONCEPT"), "warn", "surface"),
        ]
        self._hash = _("Mark {hash}", hash=said.grouped(edition.content_hash[:16]))

    def __call__(self, canvas: Any, page: int, pages: int) -> None:
        left, right = look.MARGIN, look.PAGE_WIDTH - look.MARGIN
        with canvas.artifact("Header"):
            end = _right(canvas, self._version, right, HEAD)
            for mark in filter(None, reversed(self._marks)):
                end = _chip(canvas, *mark, end - 9)
            _left(canvas, self._name, left, HEAD, fonts.STRONG, end - left - 14)
            _rule(canvas, HEAD - 9)
        with canvas.artifact("Footer"):
            _rule(canvas, FOOT + 14)
            _left(canvas, self._hash, left, FOOT, fonts.BODY, right - left)
            number = _("Page {number} of {total}", number=page + 1, total=pages)
            _right(canvas, number, right, FOOT)


class Foot:
    """Below a paper that is no plan: what it is of, so that an old one is known; and which page,
    where there are more.
    """

    def __init__(self, edition: Edition, told: str, size: float = SIZE) -> None:
        self._words = _("PRACTICE") + " · " + told if edition.dossier.practice else told
        self._size = size

    def __call__(self, canvas: Any, page: int, pages: int) -> None:
        left, right = look.MARGIN, look.PAGE_WIDTH - look.MARGIN
        with canvas.artifact("Footer"):
            if pages > 1:
                number = _("Page {number} of {total}", number=page + 1, total=pages)
                right = _right(canvas, number, right, FOOT, self._size) - 14
            _left(canvas, self._words, left, FOOT, fonts.BODY, right - left, self._size)


def _rule(canvas: Any, y: float) -> None:
    canvas.setStrokeColor(look.colour("line"))
    canvas.setLineWidth(0.7)
    canvas.line(look.MARGIN, y, look.PAGE_WIDTH - look.MARGIN, y)


def _left(
    canvas: Any, text: str, x: float, y: float, font: str, room: float, size: float = SIZE
) -> None:
    """The text on one line, cut to the room with three dots."""
    text = " ".join(fonts.clean(text).split())
    if _wide(text, font, size) > room:
        while text and _wide(text + "…", font, size) > room:
            text = text[:-1]
        text = text.rstrip() + "…"
    canvas.setFillColor(look.colour("ink2"))
    line = canvas.beginText(x, y)
    for run_font, run in fonts.runs(text, font):
        line.setFont(run_font, size)
        line.textOut(run)
    canvas.drawText(line)


def _wide(text: str, font: str, size: float = SIZE) -> float:
    return sum(float(stringWidth(run, of, size)) for of, run in fonts.runs(text, font))


def _right(canvas: Any, text: str, x: float, y: float, size: float = SIZE) -> float:
    canvas.setFillColor(look.colour("ink2"))
    canvas.setFont(fonts.BODY, size)
    canvas.drawRightString(x, y, text)
    return x - _wide(text, fonts.BODY, size)


def _chip(canvas: Any, text: str, fill: str, ink: str, right: float) -> float:
    wide = _wide(text, fonts.STRONG) + 16
    canvas.setFillColor(look.colour(fill))
    canvas.roundRect(right - wide, HEAD - 4.5, wide, 16, 8, stroke=0, fill=1)
    canvas.setFillColor(look.colour(ink))
    canvas.setFont(fonts.STRONG, SIZE)
    canvas.drawString(right - wide + 8, HEAD, text)
    return right - wide

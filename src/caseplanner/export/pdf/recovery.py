"""The recovery sheet: one page with the words that open the vault, to print and to lock away.

No name stands on it: who finds it learns nothing of whose it is. It is made in memory only.
"""

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.export.pdf import finish, fonts, look, said
from caseplanner.export.pdf.document import Pages
from caseplanner.export.pdf.flow import PLAIN, Grid, Strip, with_icon, words
from caseplanner.export.pdf.look import Look, Panel
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

ACROSS = 3  # words beside each other
GUTTER, NUMBER = 12.0, 34.0  # points between two words, and for the number before one
TALL, AIR = 50.0, 11.0  # points of a row of words, and between two
WIDE = (look.WIDTH - GUTTER * (ACROSS - 1)) / ACROSS
STEP = 24.0  # points for the number of a step
FOOT = 32.0


def sheet(secret: Sequence[str], vault: str, made_on: date, language: str) -> bytes:
    """The sheet as a PDF (PDF/A-3a, PDF/UA-1). `vault` is the short id: eight hex digits.

    The same input gives the same bytes. The language is that of `words`; `language` names it.
    """
    fonts.load()
    title = _("Recovery sheet")
    root = Element("Document")
    out = io.BytesIO()
    pages = Pages(out, _furnish)
    pages.build(_story(secret, vault, made_on, root, title), canvasmaker=pages.make_canvas)
    at = datetime.combine(made_on, time(), UTC)
    return finish.plain(out.getvalue(), pages.made, root, title, language, at)


def _story(
    secret: Sequence[str], vault: str, made_on: date, root: Element, title: str
) -> list[Flowable]:
    dress = Look(False)
    facts = _("Vault {id}, made on {day}", id=said.grouped(vault), day=program_words.day(made_on))
    heading = words(root.add("H1", title=title), dress.style("title"), title, level=1)
    warning = words(
        root.add("P"),
        dress.style("strong"),
        (_("Whoever holds this sheet can open everything. Show it to nobody."), "", _ink("bad")),
    )
    return [
        with_icon(heading, "shield-check", _ink("primary")),
        Spacer(1, 3),
        words(root.add("P"), dress.style("subtitle"), facts),
        Spacer(1, 13),
        words(
            root.add("P"),
            dress.style("goal"),
            _("Forgot your passphrase? With these {n} words you open your work.", n=len(secret)),
        ),
        Spacer(1, 11),
        Strip(
            with_icon(warning, "triangle-alert", _ink("bad")), _ink("bad"), _ink("badSoft"), 7, 8
        ),
        Spacer(1, 17),
        _secret(secret, root, dress),
        Spacer(1, 4),
        *_keeping(root, dress),
        *_using(len(secret), root, dress),
        Spacer(1, 15),
        *_later(root, dress),
    ]


def _secret(secret: Sequence[str], root: Element, dress: Look) -> Flowable:
    """The words, numbered, in boxes that are read from left to right."""
    listing = root.add("L")
    number = _style(dress, "label", "recovery_number", alignment=TA_RIGHT)
    word = _style(dress, "title", "recovery_word", fontSize=19, leading=24)
    rows: list[list[Any]] = []
    heights: list[float] = []
    style: list[Any] = [
        *PLAIN,
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 10),
    ]
    for start in range(0, len(secret), ACROSS):
        if rows:
            rows.append([""] * (3 * ACROSS - 1))
            heights.append(AIR)
        cells: list[Any] = []
        for place in range(start, start + ACROSS):
            item = listing.add("LI")
            left = len(cells) + bool(cells)
            told = [
                words(item.add("Lbl"), number, str(place + 1)),
                words(item.add("LBody"), word, secret[place]),
            ]
            cells += ["", *told] if cells else told
            box = ((left, len(rows)), (left + 1, len(rows)))
            style.append(("BACKGROUND", *box, Panel("surface", "lineStrong")))
        rows.append(cells)
        heights.append(TALL)
    widths = [NUMBER, WIDE - NUMBER, GUTTER] * ACROSS
    made = Grid(rows, colWidths=widths[:-1], rowHeights=heights)
    made.setStyle(style)
    return made


def _keeping(root: Element, dress: Look) -> list[Flowable]:
    title = _("Where to keep it")
    told = (
        _("In a safe, or in a cupboard with a lock."),
        _("Never with the laptop. Then a thief has both."),
        _("Take no picture of it. Send it to nobody."),
    )
    listing = Element("L")
    lines: list[Flowable] = []
    for line in told:
        item = words(listing.add("LI").add("LBody"), dress.style("body"), line)
        lines += [with_icon(item, "check", _ink("primary")), Spacer(1, 3)]
    heading = words(root.add("H2", title=title), dress.style("h2"), title, level=2)
    root.parts.append(listing)
    return [heading, *lines]


def _using(count: int, root: Element, dress: Look) -> list[Flowable]:
    """What to do, with the names of the buttons as they are on the screen."""
    title = _("When you forgot your passphrase")
    told = (
        _("Start caseplanner. Choose “{choice}”.", choice=_("I do not know my passphrase")),
        _("Then choose “{choice}”.", choice=_("I have a recovery sheet")),
        _("Type the {n} words, in this order.", n=count),
        _("Think of a new passphrase. Type it twice."),
        _("Put this sheet back in its place. It still works."),
    )
    heading = words(root.add("H2", title=title), dress.style("h2"), title, level=2)
    listing = root.add("L")
    rows = []
    for number, line in enumerate(told, 1):
        item = listing.add("LI")
        sign = (f"{number}.", "", _ink("primary"))
        rows.append(
            [
                words(item.add("Lbl"), dress.style("strong"), sign),
                words(item.add("LBody"), dress.style("body"), line),
            ]
        )
    made = Grid(rows, colWidths=[STEP, look.WIDTH - STEP])
    made.setStyle([*PLAIN, ("BOTTOMPADDING", (0, 0), (-1, -1), 3)])
    return [heading, made]


def _later(root: Element, dress: Look) -> list[Flowable]:
    told = _("Did you make a new sheet? Then this one opens nothing any more. Tear it up.")
    line = words(root.add("P"), dress.style("body"), told)
    return [Strip(with_icon(line, "info", _ink("ink2")), _ink("lineStrong"), None, 2, 3)]


def _furnish(canvas: Any, page: int, pages: int) -> None:
    with canvas.artifact("Footer"):
        canvas.setStrokeColor(_ink("line"))
        canvas.setLineWidth(0.7)
        canvas.line(look.MARGIN, FOOT + 14, look.PAGE_WIDTH - look.MARGIN, FOOT + 14)
        canvas.setFillColor(_ink("ink2"))
        canvas.setFont(fonts.BODY, 9)
        canvas.drawString(look.MARGIN, FOOT, "caseplanner")


def _style(dress: Look, of: str, name: str, **more: float) -> ParagraphStyle:
    return dress.style(of).clone(name, **more)


def _ink(name: str) -> Any:
    return look.colour(name)

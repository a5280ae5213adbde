"""Only the signaleringsplan, on one A4 to hang up: no plan inside, and no seal."""

import io
from typing import Any

from caseplanner.errors import UserError
from caseplanner.export import glyphs
from caseplanner.export.pdf import finish, fonts, look, said, signals
from caseplanner.export.pdf.document import Pages
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _, mark

FOOT = 32.0
SIZE = 9.0


def build(edition: Edition) -> bytes:
    """The sheet of an edition made by `printing.sheet`; UserError as for the whole plan."""
    if missing := glyphs.unprintable(edition.dossier):
        raise UserError(
            mark("This cannot be printed: {words}. Write it with other letters."),
            words=", ".join(missing[:5]),
        )
    fonts.load()
    root = Element("Document")
    story = signals.sheet(edition, Look(edition.dossier.person.large_print), root)
    out = io.BytesIO()
    pages = Pages(out, _Foot(edition))
    pages.build(story, canvasmaker=pages.make_canvas)
    title = fonts.clean(signals.title(edition.dossier))
    return finish.plain(out.getvalue(), pages.made, root, title, edition.language, edition.made_at)


class _Foot:
    """Below the sheet, small: from when it is, so that an old one is known on the wall."""

    def __init__(self, edition: Edition) -> None:
        practice = _("PRACTICE") + " · " if edition.dossier.practice else ""
        self._words = practice + _(
            "Printed from the plan of {day}", day=said.moment(edition.made_at)
        )

    def __call__(self, canvas: Any, page: int, pages: int) -> None:
        with canvas.artifact("Footer"):
            canvas.setFillColor(look.colour("ink2"))
            canvas.setFont(fonts.BODY, SIZE)
            canvas.drawString(look.MARGIN, FOOT, self._words)

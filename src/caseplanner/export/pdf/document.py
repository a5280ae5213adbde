"""The whole document, from summary to signatures; drawn, tagged, and finished."""

import io
from collections.abc import Callable
from typing import Any

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
)

from caseplanner.dossier.document import for_others
from caseplanner.dossier.model import Dimension
from caseplanner.export import glyphs
from caseplanner.export.pdf import (
    achievements,
    basics,
    conditions,
    dimension,
    finish,
    fonts,
    intake,
    look,
    meeting,
    network,
    signals,
    signing,
    summary,
    volunteers,
    way,
    who,
)
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.furniture import Furniture
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element, TaggedCanvas
from caseplanner.words import _

Furnish = Callable[[Any, int, int], None]  # draws what stands around a page: canvas, page, pages


def build(edition: Edition) -> bytes:
    """The PDF of this edition, unsigned: PDF/A-3a and PDF/UA-1, with the plan inside as data.

    UserError when a word has a letter that no font has: never a blank box.
    """
    glyphs.check(for_others(edition.dossier))
    fonts.load()
    title = _("Restorative plan of {name}", name=fonts.clean(edition.dossier.person.called))
    root = Element("Document")
    story = _story(edition, Look(edition.dossier.person.large_print), root)
    out = io.BytesIO()
    pages = Pages(out, Furniture(edition))
    pages.build(story, canvasmaker=pages.make_canvas)
    return finish.finish(out.getvalue(), pages.made, root, edition, title)


def _story(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    story = summary.page(edition, dress, root)
    story.append(PageBreak())
    story += achievements.section(edition, dress, root)
    story += intake.section(edition, dress, root)
    for part in edition.guide.dimensions:
        story += dimension.section(edition, dress, root, part)
        if part.dimension is Dimension.NETWORK:
            story += network.section(edition, dress, root)
            story += volunteers.section(edition, dress, root)
    story += who.section(edition, dress, root)
    story += basics.section(edition, dress, root)
    story += conditions.section(edition, dress, root)
    story += way.section(edition, dress, root)
    story += meeting.section(edition, dress, root)
    story += signals.page(edition, dress, root)
    return story + signing.page(edition, dress, root)


class Pages(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """Pages of one frame, on a canvas that is kept for its marks."""

    def __init__(self, out: io.BytesIO, furnish: Furnish) -> None:
        super().__init__(out, pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT), invariant=1)
        frame = Frame(
            look.MARGIN,
            look.BOTTOM,
            look.WIDTH,
            look.PAGE_HEIGHT - look.TOP - look.BOTTOM,
            *(0, 0, 0, 0),
        )
        self.addPageTemplates(PageTemplate("page", [frame]))
        self._furnish = furnish
        self.made: Any = None

    def make_canvas(self, *args: Any, **kwargs: Any) -> TaggedCanvas:
        canvas = TaggedCanvas(*args, **kwargs)
        canvas.furnish = self._furnish
        self.made = canvas
        return canvas

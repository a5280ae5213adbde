"""A paper that is no plan: laid out, and finished without a plan inside and without a seal."""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reportlab.platypus import Flowable

from caseplanner.export.pdf import finish, fonts
from caseplanner.export.pdf.document import Furnish, Pages
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.tagging import Element, TaggedCanvas

Write = Callable[[Element], list[Flowable]]  # writes the story, and its elements under this root


@dataclass(frozen=True)
class Laid:
    """Drawn pages, with what they say to someone who hears them."""

    drawn: bytes
    canvas: TaggedCanvas
    root: Element

    @property
    def pages(self) -> int:
        return self.canvas.page


def lay(write: Write, furnish: Furnish) -> Laid:
    fonts.load()
    root, out = Element("Document"), io.BytesIO()
    pages = Pages(out, furnish)
    pages.build(write(root), canvasmaker=pages.make_canvas)
    return Laid(out.getvalue(), pages.made, root)


def fitting(tries: Iterable[Write], furnish: Furnish, most: int) -> Laid:
    """The first of these that is on at most so many pages; else the last."""
    for write in tries:
        laid = lay(write, furnish)
        if laid.pages <= most:
            break
    return laid


def finished(laid: Laid, edition: Edition, title: str) -> bytes:
    """The file: PDF/A-3a and PDF/UA-1 as the plan is."""
    clean = fonts.clean(title)
    return finish.plain(
        laid.drawn, laid.canvas, laid.root, clean, edition.language, edition.made_at
    )

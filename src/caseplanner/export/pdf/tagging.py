"""What a page says to someone who hears it: the structure tree and the marks in the page.

The tree is made first, in reading order, from the plan; the page then refers to it. A flowable
that draws words of an element wraps them in `TaggedCanvas.tagged`; everything else on a page
(bands, lines, the header) is wrapped in `artifact` and so is not read aloud.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from caseplanner.export.pdf import fonts


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content number `mcid` of page `page` (from 0)."""

    page: int
    mcid: int


@dataclass(slots=True, eq=False)
class Element:
    """One element of the structure tree, with its parts in reading order."""

    tag: str
    parts: "list[Element | Mark]" = field(default_factory=list)
    alt: str = ""
    title: str = ""
    scope: str = ""
    box: tuple[float, float, float, float] | None = None
    widget: bool = False  # holds the field of the seal

    def add(self, tag: str, **details: Any) -> "Element":
        """A new last part."""
        part = Element(tag, **details)
        self.parts.append(part)
        return part


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page, in points from its lower left corner."""

    page: int
    x: float
    y: float
    width: float
    height: float


class TaggedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that numbers what it marks, and draws the furniture when the pages are counted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initialFontName": fonts.BODY, "pageCompression": 0})
        self.marks: list[int] = [0]  # how much of each page is marked
        self.seal: Place | None = None
        self.headings: list[tuple[int, str, int, float]] = []
        self.furnish: Any = lambda canvas, page, pages: None
        self._finished: list[dict[str, Any]] = []

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return len(self._finished)

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """What is drawn inside is read aloud as (the next) part of the element."""
        mcid = self.marks[self.page]
        self.marks[self.page] += 1
        element.parts.append(Mark(self.page, mcid))
        self._code.append(f"/{element.tag} <</MCID {mcid}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is not read aloud. `kind` is Header or Footer for page furniture."""
        self._code.append(
            f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact BMC"
        )
        yield
        self._code.append("EMC")

    def showPage(self) -> None:
        self._finished.append(dict(self.__dict__))
        self._startPage()
        self.marks.append(0)

    def save(self) -> None:
        finished = self._finished
        for page, state in enumerate(finished):
            self.__dict__.update(state)
            self.furnish(self, page, len(finished))
            super().showPage()
        super().save()

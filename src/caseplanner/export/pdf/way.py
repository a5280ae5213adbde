"""On the way, on paper: the reviews with what came of them, and what the client chose (3f)."""

from collections.abc import Iterable

from reportlab.platypus import Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import reviews
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import (
    Dossier,
    Placement,
    PlacementKind,
    ReleaseChoice,
    Review,
    ReviewKind,
)
from caseplanner.export.pdf import flow, fonts, look, said
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Strip, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

Fact = tuple[str, str]  # what it is, and what was said


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The reviews, then what comes after release; nothing where nothing is written."""
    dossier = edition.dossier
    found: list[Flowable] = []
    for title, parts in (
        (_("Reviews"), _reviews(dossier)),
        (_("After release"), _after_release(dossier)),
    ):
        if parts:
            found += _part(dress, root.add("Sect"), title, parts)
    return found


def next_review(dossier: Dossier) -> str:
    """The day of the next review; "" where none is planned."""
    following = reviews.next_one(dossier)
    return program_words.day(following.due) if following and following.due else ""


def _part(
    dress: Look, element: Element, title: str, parts: list[tuple[str, list[Fact]]]
) -> list[Flowable]:
    heading = words(element.add("H2", title=title), dress.style("h2"), title, level=2)
    story: list[Flowable] = []
    for number, (name, facts) in enumerate(parts):
        one = _one(dress, element.add("Sect"), name, facts)
        if number:
            story.append(Spacer(1, dress.size(9)))
        story += flow.together(*([] if number else [heading]), *one)
    return [*story, flow.Gap(1, dress.size(20))]


def _one(dress: Look, element: Element, name: str, facts: Iterable[Fact]) -> list[Flowable]:
    """What it is as a small heading, and a line for each thing that was said."""
    line, ink = look.colour("primary"), look.colour("ink2")
    title = words(element.add("H3", title=name), dress.style("strong"), name, level=3)
    told = [
        words(element.add("P"), dress.style("body"), (f"{what}: ", fonts.STRONG, ink), fact)
        for what, fact in facts
        if fact.strip()
    ]
    return [Strip(title, line), *(Strip(each, line, above=3) for each in told)]


def _reviews(dossier: Dossier) -> list[tuple[str, list[Fact]]]:
    following = reviews.next_one(dossier)
    told = []
    for review in (*reviews.to_come(dossier), *reviews.held(dossier)):
        name = _(VALUES[ReviewKind][review.kind])
        name = name[:1].upper() + name[1:]
        told.append((name, _of_review(review, _("Next review") if review == following else "")))
    return told


def _of_review(review: Review, planned: str) -> list[Fact]:
    return [
        (planned or _("Planned for"), program_words.day(review.due) if review.due else ""),
        (_("Held on"), program_words.day(review.held_on) if review.held_on else ""),
        (_("Why later"), review.late_reason),
        (_("What helped"), review.helped),
        (_("What got in the way"), review.hindered),
        (_("Proud of"), said.quoted(review.proud)),
    ]


def _after_release(dossier: Dossier) -> list[tuple[str, list[Fact]]]:
    told = []
    if dossier.placement != Placement():
        name = _("How {name} will live", name=dossier.person.called)
        told.append((name, _of_placement(dossier.placement)))
    for choice in dossier.release_choices:
        name = _("Own choice: {about}", about=choice.about) if choice.about else _("Own choice")
        told.append((name, _of_choice(choice)))
    return told


def _of_placement(placement: Placement) -> list[Fact]:
    kind = _(VALUES[PlacementKind][placement.kind]) if placement.kind else ""
    return [
        (_("Kind of living"), kind),
        (_("Where"), placement.place),
        (_("Why there"), placement.reasons),
        (_("In own words"), said.quoted(placement.client_view)),
        (_("Talked about on"), program_words.day(placement.on) if placement.on else ""),
    ]


def _of_choice(choice: ReleaseChoice) -> list[Fact]:
    return [
        (_("Chosen"), choice.choice),
        (_("Instead of"), choice.instead_of),
        (_("Why, in own words"), said.quoted(choice.words)),
        (_("Chosen on"), program_words.day(choice.on) if choice.on else ""),
    ]

"""On the way: the reviews of the plan, and what the client chooses for after release."""

from collections.abc import Callable
from functools import partial

from caseplanner.dossier import reviews
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.reviews import Terms
from caseplanner.session import Session
from caseplanner.ui import dates
from caseplanner.ui.parted_page import PartedPage
from caseplanner.ui.way.release import ReleasePart
from caseplanner.ui.way.reviews import ReviewsPart
from caseplanner.words import _, count


class WayPage(PartedPage):
    """`terms` tells by which terms a plan is reviewed now."""

    def __init__(self, session: Session, terms: Callable[[], Terms]) -> None:
        super().__init__(
            session,
            "way",
            _("On the way"),
            _("We look at the plan together, and at what comes after release."),
            {
                "reviews": (_("Reviews"), partial(ReviewsPart, terms=terms)),
                "release": (_("After release"), ReleasePart),
            },
        )

    def tell(self, dossier: Dossier) -> None:
        following = reviews.next_one(dossier)
        if following and following.due:
            told = _("next: {day}", day=dates.short(following.due))
        else:
            many = len(reviews.held(dossier))
            told = count("{n} held", "{n} held", many) if many else _("none planned")
        self.parts.list["reviews"].tell(told, ("calendar-clock", "primary"))
        many = len(dossier.release_choices) + (dossier.placement.kind is not None)
        told = count("{n} choice", "{n} choices", many) if many else _("empty")
        self.parts.list["release"].tell(told, ("house", "primary"))

"""What is around the plan: the pages of a dossier beside its four dimensions, and how each stands.

Whoever makes such a page adds its line here, and where it is made to `places.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from caseplanner.dossier import basics, conditions, intake, network, partners, reviews, signals
from caseplanner.dossier.intake import Standing
from caseplanner.dossier.model import Dossier
from caseplanner.words import _, mark, short_day


@dataclass(frozen=True, slots=True)
class Around:
    """One page: `name` is an entry of the word catalogue, `told` how it stands, in few words.

    `short` is its name where there is little room; the name itself where that is "".
    """

    page: str
    name: str
    icon: str
    told: Callable[[Dossier], str]
    short: str = ""


def _intake(dossier: Dossier) -> str:
    match intake.as_a_whole(dossier):
        case Standing.TALKED:
            return _("talked about")
        case Standing.BEGUN:
            return _("begun")
        case Standing.EMPTY:
            return ""


def _notes(dossier: Dossier) -> str:
    kept = len(dossier.notes) + len(dossier.care) + len(dossier.contact_notes)
    return str(kept) if kept else ""


def _achieved(dossier: Dossier) -> str:
    return str(len(dossier.achievements) or "")


def _way(dossier: Dossier) -> str:
    """The day of the next review."""
    following = reviews.next_one(dossier)
    return short_day(following.due) if following and following.due else ""


PAGES: tuple[Around, ...] = (
    Around("intake", mark("Intake"), "list-checks", _intake),
    Around("network", mark("People around"), "users-round", network.in_few_words),
    Around("basics", mark("Basic conditions"), "house", basics.in_few_words, mark("Basics")),
    Around(
        "conditions",
        mark("Special conditions"),
        "scale",
        conditions.at_a_glance,
        mark("Conditions"),
    ),
    Around("who", mark("Who does what"), "handshake", partners.in_few_words),
    Around("signals", mark("Signal plan"), "bell", signals.stands, mark("Signals")),
    Around("achievements", mark("What was achieved"), "star", _achieved, mark("Achieved")),
    Around("way", mark("On the way"), "calendar-clock", _way),
    Around("notes", mark("Notes"), "eye-off", _notes),
)

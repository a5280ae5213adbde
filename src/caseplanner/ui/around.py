"""What is around the plan: the pages of a dossier beside its four dimensions, and how each stands.

Whoever makes such a page adds its line here, its name to `roles.OF_DOSSIER`, and where it is made
to `places.py`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from caseplanner.dossier import network
from caseplanner.dossier.model import Dossier
from caseplanner.words import mark


@dataclass(frozen=True, slots=True)
class Around:
    """One page: `name` is an entry of the word catalogue, `told` how it stands, in few words."""

    page: str
    name: str
    icon: str
    told: Callable[[Dossier], str]


PAGES: tuple[Around, ...] = (
    Around("network", mark("People around"), "users-round", network.in_few_words),
)

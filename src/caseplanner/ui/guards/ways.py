"""Where a finding of the guards is put right: the page with the field, and its argument."""

from caseplanner.dossier.guards import Place

PAGES = {"contact": "network", "person": "person", "colleague": "person"}


def to(place: Place) -> tuple[str, object]:
    """The page and its argument; the plan at a glance where a field has no page of its own."""
    if place.dimension:
        return "dimension", place.dimension
    return PAGES.get(place.table, "hub"), None

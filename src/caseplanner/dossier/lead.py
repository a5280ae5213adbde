"""Who has the lead (regie): DJI in detention, afterwards whoever took it (domain.md C2, V 45).

Nobody has to be named: that somebody is missing is said, and stops nothing.
"""

from collections.abc import Callable
from datetime import date

from caseplanner.dossier import stays
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.folding import fold
from caseplanner.dossier.model import Dossier, Lead, LeadBy
from caseplanner.words import _


def blank(dossier: Dossier, id: str) -> Lead:
    """A new one; offered is the day of release, when the lead of DJI ends."""
    stay = stays.now(dossier)
    return Lead(LeadBy.OTHER, since=stay.release if stay else None, id=id)


def in_order(dossier: Dossier) -> tuple[Lead, ...]:
    """By the day it begins; whose day is not known comes last."""
    return tuple(sorted(dossier.leads, key=lambda one: one.since or date.max))


def now(dossier: Dossier, today: date) -> Lead | None:
    """Who has it: the newest that began. DJI while nobody did and the client is inside."""
    begun = [one for one in in_order(dossier) if one.since and one.since <= today]
    if begun:
        return begun[-1]
    stay = stays.now(dossier)
    return Lead(LeadBy.DJI, since=stay.since, id="") if stay and stay.ended is None else None


def next_(dossier: Dossier, today: date) -> Lead | None:
    """Who has it after that: the first that did not begin yet."""
    return next((one for one in in_order(dossier) if not one.since or one.since > today), None)


def leaves_on(dossier: Dossier) -> date | None:
    """The day of release, when nobody is named who has the lead from then."""
    stay = stays.now(dossier)
    if stay is None or stay.ended or any(one.by is not LeadBy.DJI for one in dossier.leads):
        return None
    return stay.release


def who(lead: Lead) -> str:
    """ "the municipality, Anneke", or only the name where it says what it is."""
    by, name = _(VALUES[LeadBy][lead.by]), lead.name.strip()
    if not name:
        return by
    core = fold(by).split()[-1]
    return name if lead.by is LeadBy.OTHER or core in fold(name) else f"{by}, {name}"


def told(dossier: Dossier, today: date, say: Callable[[date], str]) -> tuple[str, str]:
    """Who has it now, and who after that, as sentences; "" where there is nothing to say."""
    held, after = now(dossier, today), next_(dossier, today)
    if held is None:
        first = _("Nobody has the lead now.")
    elif held.by is LeadBy.DJI and after is None:
        first = _("Now: {who}, until the day of release", who=who(held))
    else:
        first = _("Now: {who}", who=who(held))
    if after is None:
        return first, ""
    if after.since is None:
        return first, _("After that: {who}. The day is not known yet.", who=who(after))
    return first, _("From {day}: {who}", day=say(after.since), who=who(after))

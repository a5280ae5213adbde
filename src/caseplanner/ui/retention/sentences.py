"""How long a dossier is kept, in words for the worker."""

from datetime import date

from caseplanner.dossier import retention
from caseplanner.dossier.retention import Basis, Ground, Reopening, Retention, State
from caseplanner.words import _, count, day, mark

BASES = {
    Basis.INSTITUTION: mark("File of the institution"),
    Basis.PRISON: mark("Penitentiary file"),
    Basis.CARE: mark("Care file"),
    Basis.SUPPORT: mark("File under the Wmo"),
    Basis.OTHER: mark("Another term"),
}
ABOUT = {
    Basis.INSTITUTION: mark("6 months after the stay. The shortest term: this holds by itself."),
    Basis.PRISON: mark("10 years. Where this plan is part of the national prison file."),
    Basis.CARE: mark("20 years. Where this plan is part of a medical file."),
    Basis.SUPPORT: mark("15 years. Where the municipality gives support under the Wmo."),
    Basis.OTHER: mark("Where your institution decided otherwise."),
}
REOPENINGS = {
    Reopening.BACK: mark("The client is back"),
    Reopening.UNFINISHED: mark("There is still something to do"),
    Reopening.MISTAKE: mark("It was closed by mistake"),
}
GROUNDS = {
    Ground.CLIENT: mark("The client asks for it"),
    Ground.OFFICER: mark("The privacy officer asks for it"),
}
BACKUPS = mark(
    "Backups on this laptop still hold it. They go by themselves, at the latest after 35 days of "
    "use. A copy on a stick or on paper stays until somebody destroys that."
)


def of_state(kept: Retention, today: date) -> str:
    """What holds now, in one or two sentences."""
    match retention.state(kept, today):
        case State.HELD:
            since = kept.held_since or today
            return _("This dossier is kept for now, since {day}.", day=day(since))
        case State.RUNNING:
            return _("This dossier is open. No term runs.")
        case State.DUE:
            return _("The term is over. This dossier can be destroyed now.")
        case State.CLOCK:
            closed, when = kept.closed_on or today, retention.due(kept) or today
            left = count(
                "It can be destroyed in {n} day, on {due}.",
                "It can be destroyed in {n} days, on {due}.",
                retention.days_left(kept, today) or 0,
                due=day(when),
            )
            return " ".join((_("Closed on {day}.", day=day(closed)), left))


def tag(kept: Retention, today: date) -> tuple[str, str, str]:
    """(words, kind, icon) of the state."""
    return {
        State.HELD: (_("Kept for now"), "info", "shield"),
        State.RUNNING: (_("Open"), "ok", "folder-open"),
        State.CLOCK: (_("Closed"), "neutral", "archive"),
        State.DUE: (_("At term"), "warn", "calendar-clock"),
    }[retention.state(kept, today)]


def term(kept: Retention) -> str:
    """ "6 months", "10 years"."""
    years, months = divmod(kept.months, 12)
    if years and not months:
        return count("{n} year", "{n} years", years)
    return count("{n} month", "{n} months", kept.months)

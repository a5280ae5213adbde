"""What of the window each role can reach: its pages, where it begins, and what the rail offers."""

from dataclasses import dataclass

from caseplanner.dossier import staff as staff_
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.ui.around import PAGES
from caseplanner.words import _, mark

OF_DOSSIER = frozenset(
    {"hub", "person", "dimension", "talk", "answers", "sign", "preview", "history", "retention"}
    | {"beside", "meeting"}
    | {around.page for around in PAGES}
)
READ_AND_SIGN = frozenset({"sign", "preview", "history"})
TERMS = frozenset({"destruction"})
OF_LAPTOP = frozenset({"backups"})
OF_ALL = frozenset({"settings", "people"})  # on "people" everybody finds his own passphrase
NAMES = {
    StaffRole.WORKER: mark("Worker"),
    StaffRole.MENTOR: mark("Mentor"),
    StaffRole.VOLUNTEER: mark("Volunteer"),
    StaffRole.MANAGER: mark("Manager of the laptop"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the rail; `page` is where it leads."""

    page: str
    name: str
    icon: str


def pages(who: Staff) -> frozenset[str]:
    """The pages this person can reach."""
    everybody = OF_ALL | TERMS if staff_.edits(who) or staff_.manages(who) else OF_ALL
    if staff_.manages(who):
        everybody |= OF_LAPTOP
    if staff_.reads_library(who):
        everybody |= {"library", "addresses"}
    if staff_.edits(who):
        return everybody | OF_DOSSIER | {"list", "new", "templates"}
    if staff_.signs(who):
        return everybody | READ_AND_SIGN | {"list"}
    if staff_.sees_only_goals(who):
        return everybody | {"my_goals"}
    return everybody


def home(who: Staff) -> str:
    """The first page after unlocking."""
    reached = pages(who)
    return next(page for page in ("list", "my_goals", "people") if page in reached)


def of_open_dossier(who: Staff) -> str:
    """The first page of a dossier; who sees no whole one stays at home."""
    reached = pages(who)
    return next((page for page in ("hub", "preview") if page in reached), home(who))


def top(who: Staff) -> tuple[Entry, ...]:
    """The entries of the rail for the work."""
    work = {
        "list": Entry("list", _("Dossiers"), "folder"),
        "my_goals": Entry("my_goals", _("Goals"), "flag"),
        "library": Entry("library", _("Library"), "book-open"),
        "destruction": Entry("destruction", _("Terms"), "calendar-clock"),
    }
    entries = [entry for page, entry in work.items() if page in pages(who)]
    if staff_.manages(who):
        entries.append(Entry("people", _("Colleagues"), "users"))
        entries.append(Entry("backups", _("Backups"), "archive"))
    return tuple(entries)


def in_words(who: Staff) -> str:
    """The role, and for whom somebody acts where that is another."""
    role = _(NAMES[who.role])
    if who.on_behalf:
        return _("{role}, on behalf of {name}", role=role, name=who.on_behalf)
    return role

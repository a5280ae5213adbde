"""What is said of a backup, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from caseplanner.custody import Backup, Kind, Preview, State
from caseplanner.dossier.staff import Staff
from caseplanner.words import _, clock, count, day, mark

NAMED = 30  # dossiers; of more only their number is said
DOTS = "••••••"
KINDS = {
    Kind.AUTOMATIC: mark("made by itself"),
    Kind.ASKED: mark("made by hand"),
    Kind.PINNED: mark("from before the program was renewed"),
    Kind.REPLACED: mark("what was here before a backup was put back"),
}
# state: (words, kind of tag, icon)
STATES = {
    State.WHOLE: (mark("Read again, right"), "ok", "circle-check"),
    State.UNVERIFIED: (mark("Not read again yet"), "neutral", "clock"),
    State.DAMAGED: (mark("Damaged"), "bad", "triangle-alert"),
    State.ALTERED: (mark("Changed by another program"), "bad", "triangle-alert"),
    State.OTHER_KEYS: (mark("Of other keys"), "neutral", "key-round"),
}


def when(backup: Backup) -> str:
    """The day and the time at which it was made, as the clock of then told it."""
    made_at = backup.made_at.astimezone()
    return _("{day} at {time}", day=day(made_at.date()), time=clock(made_at))


def named(backup: Backup) -> str:
    return _("The backup of {when}", when=when(backup))


def facts(backup: Backup) -> str:
    """Why it was made, how many dossiers are in it, and how large it is."""
    told = [_(KINDS[backup.kind])] if backup.kind else []
    if backup.dossiers is not None:
        told.append(count("{n} dossier", "{n} dossiers", backup.dossiers))
    told.append(size(backup.size))
    return " · ".join(told)


def size(number: int) -> str:
    """So many bytes as people say it: "1,2 MB"."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(number, 1, form)


def inside(preview: Preview, *, hidden: bool) -> str:
    """The dossiers in it by name, where the names may be seen."""
    number = len(preview.lines) or preview.backup.dossiers or 0
    told = count("{n} dossier is in it", "{n} dossiers are in it", number)
    if not preview.lines or hidden:
        return f"{told}."
    names = [entry.line.called or DOTS for entry in preview.lines[:NAMED]]
    if number > NAMED:
        names.append(count("and {n} more", "and {n} more", number - NAMED))
    return f"{told}: {', '.join(names)}."


def people(who: Sequence[Staff]) -> str:
    names = ", ".join(one.name for one in who if one.name)
    return _("It opens with the passphrase of that time of: {names}.", names=names)


def lost(preview: Preview) -> str:
    """What putting it back would undo."""
    if preview.lost is None:
        return _("The vault of now cannot be read, so nobody can tell what is newer than this.")
    if not preview.lost:
        return _("Nothing was done in the vault since.")
    return count(
        "The log has {n} newer line. What was done then is not in this backup.",
        "The log has {n} newer lines. What was done then is not in this backup.",
        preview.lost,
    )

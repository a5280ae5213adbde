"""What is said of signed paper: whose signature is on it, when it came, how much there is."""

from pathlib import Path

from caseplanner.dossier import agreements
from caseplanner.dossier.model import PlanVersion, Role, Scan
from caseplanner.words import _, clock, count, day, mark

WHOSE = {
    None: mark("More than one signature"),
    Role.CLIENT: mark("Signature of the client"),
    Role.MENTOR: mark("Signature of the mentor or worker"),
    Role.SUPERVISOR: mark("Signature of the supervisor"),
}


def whose(scan: Scan) -> str:
    return _(WHOSE[scan.role])


def when(scan: Scan) -> str:
    """ "Scanned on 11 March 2026, 10:12 · 2 pages"."""
    at = scan.at.astimezone()
    told = _("Scanned on {day}, {time}", day=day(at.date()), time=clock(at))
    pages = count("{n} page", "{n} pages", scan.pages)
    return f"{told} · {pages}"


def to_papers(version: PlanVersion, role: Role | None = None) -> str:
    """On the button that leads to the paper of a version, or of one who signed it."""
    found = agreements.scans_of(version, role) if role else version.scans
    if not found:
        return _("Attach the scan")
    if role is None:
        return count("{n} scan", "{n} scans", len(found))
    return count("{n} scan of the paper", "{n} scans of the paper", len(found))


def still_there(file: Path) -> str:
    """After attaching: the file itself is not gone."""
    return _(
        "Attached. The file {name} is still in {folder}, where anyone can open it. Destroy it "
        "there, and file the paper.",
        name=file.name,
        folder=file.parent,
    )

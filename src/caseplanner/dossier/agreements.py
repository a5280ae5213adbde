"""Freezing a plan and signing it. A version never changes; an edit afterwards is the next one."""

from dataclasses import replace
from datetime import datetime

from caseplanner.dossier import checks, document, lists
from caseplanner.dossier.model import (
    Dossier,
    HowSigned,
    PlanVersion,
    Role,
    Scan,
    Signature,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.words import mark


def freeze(dossier: Dossier, reason: VersionReason, at: datetime) -> Dossier:
    """Set the plan as it is now as the next version, under its own id and hash."""
    if any(lack.blocks for lack in checks.before_agreeing(dossier)):
        raise UserError(
            mark("The plan cannot be set yet: see what is still needed on the plan's first page.")
        )
    number = dossier.versions[-1].number + 1 if dossier.versions else 1
    version = PlanVersion(
        number,
        reason,
        at,
        content=document.digest(document.content(dossier)),
        terms=document.digest(document.terms(dossier)),
    )
    return replace(dossier, versions=(*dossier.versions, version))


def sign(dossier: Dossier, version: str, signature: Signature) -> Dossier:
    """Add what one person did with the pen; ink and paper stand, "not now" may be followed up."""
    if signature.how is HowSigned.NOT_NOW and not signature.reason.strip():
        raise UserError(mark("Write down why there is no signature now."))
    if signature.how is HowSigned.INK and not signature.ink:
        raise UserError(mark("Nothing was drawn yet."))
    if not signature.name.strip():
        raise UserError(mark("Write down who signs."))

    def add(before: PlanVersion) -> PlanVersion:
        known = signed(before, signature.role)
        if known and known.how is not HowSigned.NOT_NOW:
            raise UserError(mark("{name} has signed this version already."), name=known.name)
        kept = tuple(s for s in before.signatures if s.role is not signature.role)
        return replace(before, signatures=(*kept, signature))

    if version != dossier.versions[-1].id:
        raise UserError(mark("Only the newest version can be signed."))
    return replace(dossier, versions=lists.change(dossier.versions, version, add))


def attach(dossier: Dossier, version: str, scan: Scan) -> Dossier:
    """Put a scan of signed paper with a version, also with an older one."""

    def add(before: PlanVersion) -> PlanVersion:
        if any(known.content == scan.content for known in before.scans):
            raise UserError(mark("This paper is with this version already. Nothing was attached."))
        return replace(before, scans=(*before.scans, scan))

    return replace(dossier, versions=lists.change(dossier.versions, version, add))


def detach(dossier: Dossier, version: str, scan: str) -> Dossier:
    """Take the scan with this id away from the version it is with."""

    def take(before: PlanVersion) -> PlanVersion:
        return replace(before, scans=lists.without(before.scans, scan))

    return replace(dossier, versions=lists.change(dossier.versions, version, take))


def scans_of(version: PlanVersion, role: Role) -> tuple[Scan, ...]:
    """The paper on which this person's signature is, oldest first."""
    return tuple(one for one in version.scans if one.role in (role, None))


def signed(version: PlanVersion, role: Role) -> Signature | None:
    return next((s for s in version.signatures if s.role is role), None)


def is_complete(version: PlanVersion) -> bool:
    """All three have signed, on the screen or on paper."""
    done = {s.role for s in version.signatures if s.how is not HowSigned.NOT_NOW}
    return done == set(Role)


def latest(dossier: Dossier) -> PlanVersion | None:
    return dossier.versions[-1] if dossier.versions else None


def is_changed(dossier: Dossier) -> bool:
    """What was agreed has changed since the last version: a concept of the next one."""
    last = latest(dossier)
    return last is None or last.terms != document.digest(document.terms(dossier))

"""The last page: who signed, what exactly, and what the signatures and the seal mean."""

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from caseplanner.dossier import agreements, ink
from caseplanner.dossier.model import HowSigned, Role, Signature
from caseplanner.export.pdf import figures, fonts, look, said
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import PLAIN, Grid, SealPlace, with_icon, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _, day

BOX = 84.0  # points: the height of one signature
INK = 214.0  # points: the width of the room for it
SEAL = (226.0, 64.0)


def page(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    section = root.add("Sect")
    title = _("Signatures")
    heading = words(section.add("H2", title=title), dress.style("h2"), title, level=2)
    intro = words(section.add("P"), dress.style("body"), _intro(edition))
    return [
        PageBreak(),
        heading,
        intro,
        Spacer(1, dress.size(10)),
        *_boxes(edition, dress, section),
        *_seal(edition, dress, section),
    ]


def _intro(edition: Edition) -> str:
    """How far the plan is, and why it was set."""
    version = edition.version
    if version is None:
        return said.state(None)
    why = _("Why it was set: {reason}.", reason=_(said.REASON[version.reason]))
    return f"{said.state(version)}\n{why}"


def _boxes(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    signatures = {s.role: s for s in edition.version.signatures} if edition.version else {}
    found: list[Flowable] = []
    for role in Role:
        found += [_box(edition, dress, root, role, signatures.get(role)), Spacer(1, dress.size(9))]
    return found


def _box(
    edition: Edition, dress: Look, root: Element, role: Role, signature: Signature | None
) -> Flowable:
    style, element = dress.style, root.add("Sect")
    name = said.signer(edition.dossier, role, signature) or _("not named yet")
    told: list[Flowable] = [
        words(element.add("P"), style("label"), _(said.ROLE[role])),
        words(element.add("P"), style("goal"), name),
        Spacer(1, 3),
        words(element.add("P"), style("body"), _how(edition, signature)),
    ]
    room: list[Any] = []
    if signature and signature.how is HowSigned.INK:
        drawn = ink.load(edition.inks[signature.ink])
        alt = _("Drawn signature of {name}", name=fonts.clean(signature.name))
        room = [figures.Drawn(element.add("Figure"), alt, drawn, INK - 24, BOX - 24)]
    not_now = signature is not None and signature.how is HowSigned.NOT_NOW
    by_hand = edition.version is not None and not not_now
    lines = [("BACKGROUND", (1, 0), (1, 0), look.Baseline("lineStrong"))] if by_hand else []
    grid = Grid([[told, room]], colWidths=[look.WIDTH - INK, INK], rowHeights=None)
    grid._minRowHeights = [BOX]
    grid.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), fonts.BODY, 1, 1),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 12),
            ("RIGHTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 0), (-1, -1), 11),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 12),
            ("BACKGROUND", (0, 0), (-1, -1), look.Panel("surface", "lineStrong")),
            *lines,
        ]
    )
    return grid


def _how(edition: Edition, signature: Signature | None) -> str:
    """The method and the time; for "not now" the reason, in words."""
    if signature is None:
        return said.signed(None) + "." if edition.version else _("Signs when the plan is set.")
    when = said.moment(signature.at)
    match signature.how:
        case HowSigned.INK:
            return "\n".join((_("Ordinary signature, on the screen"), when))
        case HowSigned.PAPER:
            return "\n".join(
                (_("Ordinary signature, on paper"), when, *_scanned(edition, signature))
            )
        case HowSigned.NOT_NOW:
            reason = _("Reason: {reason}", reason=signature.reason)
            return "\n".join((_("Does not sign now"), when, reason))


def _scanned(edition: Edition, signature: Signature) -> Iterator[str]:
    """That there is a scan of the paper, which itself stays in the vault."""
    assert edition.version
    for scan in agreements.scans_of(edition.version, signature.role)[-1:]:
        on = day(scan.at.astimezone().date())
        yield _("Scanned on {day}; the scan is in the dossier.", day=on)


def _seal(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """What the seal is of and whose it is, for people to compare; and the field it is put in."""
    style, title = dress.style, _("Seal and mark")
    heading = words(root.add("H3", title=title), style("h3"), title, level=3)
    label = _("Mark of this version") if edition.version else _("Mark of this concept")
    fingerprint = edition.seal_fingerprint.replace(" ", "")
    half = look.WIDTH / 2
    codes = [
        [
            words(root.add("P"), style("label"), name),
            words(root.add("P"), style("code"), said.grouped(digits, 8)),
        ]
        for name, digits in (
            (label, edition.content_hash),
            (_("Fingerprint of the seal"), fingerprint),
        )
    ]
    field = SealPlace(root.add("Form"), *SEAL)
    marks = Grid([codes], colWidths=[half, half])
    seal = Grid(
        [[field, _meaning(edition, dress, root)]],
        colWidths=[SEAL[0] + 18, look.WIDTH - SEAL[0] - 18],
    )
    for grid in (marks, seal):
        grid.setStyle(PLAIN)
    return [KeepTogether([heading, marks, Spacer(1, dress.size(12)), seal])]


def _meaning(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """What signatures and seal say and do not say, for who has never seen one (domain.md R20)."""
    told = [
        _("The seal shows whether somebody changes this file later."),
        _("The mark belongs to this plan only. One other letter gives another mark."),
        _("Check the seal with caseplanner. Compare the fingerprint with the worker."),
    ]
    if edition.version:
        told.insert(0, _("These are ordinary signatures. They show: I know this plan."))
    listing = root.add("L")
    lines: list[Flowable] = []
    for line in told:
        item = words(listing.add("LI").add("LBody"), dress.style("small"), line)
        lines += [with_icon(item, "check", look.colour("primary")), Spacer(1, 4)]
    return lines

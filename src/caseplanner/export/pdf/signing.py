"""The last page: who signed, what exactly, and what the signatures and the seal mean."""

from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from caseplanner.dossier import ink
from caseplanner.dossier.model import HowSigned, Role, Signature
from caseplanner.export.pdf import figures, fonts, look, said
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Grid, SealPlace, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

BOX = 92.0  # points: the height of one signature
INK = 220.0  # points: the width of the room for it
SEAL = (250.0, 62.0)


def page(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    section = root.add("Sect")
    title = _("Signatures")
    heading = words(section.add("H2", title=title), dress.style("h2"), title, level=2)
    intro = words(section.add("P"), dress.style("body"), said.state(edition.version))
    return [
        PageBreak(),
        heading,
        intro,
        Spacer(1, dress.size(10)),
        *_boxes(edition, dress, section),
        *_what(edition, dress, section),
        *_seal(edition, dress, section),
        *_meaning(edition, dress, section),
    ]


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
            ("BACKGROUND", (1, 0), (1, 0), look.Baseline("line")),
        ]
    )
    return grid


def _how(edition: Edition, signature: Signature | None) -> str:
    """The method and the time; for "not now" the reason, in words."""
    if signature is None:
        return said.signed(None) + "." if edition.version else _("Signs when the plan is set.")
    told = f"{said.signed(signature)}, {said.moment(signature.at)}."
    if signature.how is HowSigned.NOT_NOW:
        return told + "\n" + _("Reason: {reason}", reason=signature.reason)
    return told


def _what(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    title = _("What was signed") if edition.version else _("What this is")
    style = dress.style
    mark = said.grouped(edition.content_hash, 8)
    label = _("Mark of this version") if edition.version else _("Mark of this concept")
    return [
        words(root.add("H3", title=title), style("h3"), title, level=3),
        words(root.add("P"), style("label"), label),
        words(root.add("P"), style("code"), mark),
    ]


def _seal(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    style, title = dress.style, _("Seal")
    heading = words(root.add("H3", title=title), style("h3"), title, level=3)
    label = words(root.add("P"), style("label"), _("Fingerprint of the seal"))
    groups = edition.seal_fingerprint.replace(" ", "")
    code = words(root.add("P"), style("code"), said.grouped(groups, 4))
    field = SealPlace(root.add("Form"), *SEAL)
    grid = Grid([[[label, code], field]], colWidths=[look.WIDTH - SEAL[0], SEAL[0]])
    grid.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), fonts.BODY, 1, 1),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return [CondPageBreak(dress.size(130)), heading, grid]


def _meaning(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """What a signature and the seal say and do not say, for who has never seen one (R20)."""
    title, style = _("What does this mean?"), dress.style
    heading = words(root.add("H3", title=title), style("h3"), title, level=3)
    told = [
        _("Each signature is an ordinary signature. It shows: I was there and I know this plan."),
        _("The seal shows whether this file was changed later. It does not say who is right."),
        _("The mark belongs to this plan only. One other letter gives another mark."),
        _("Check the seal with caseplanner, and compare the fingerprint with the worker."),
    ]
    listing = root.add("L")
    lines: list[Flowable] = []
    for line in told:
        body = listing.add("LI").add("LBody")
        lines += [words(body, style("small"), line), Spacer(1, 3)]
    return [KeepTogether([heading, *lines])]

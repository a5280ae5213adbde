"""How far mediation is, in one line: a state and a day, never what was said (domain.md R12)."""

from reportlab.platypus import Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import mediation
from caseplanner.dossier.model import Dossier, MediationMark, MediationState
from caseplanner.export.pdf import flow, fonts, look
from caseplanner.export.pdf.flow import Strip, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _


def line(dossier: Dossier, dress: Look, root: Element) -> list[Flowable]:
    """The state of now, when we look again, and the states before with their days."""
    element = root.add("P")
    name = (_("Mediation") + ": ", fonts.STRONG, look.colour("ink"))
    told = words(element, dress.style("body"), name, in_words(dossier))
    strip = Strip(told, look.colour("lineStrong"), look.colour("bg"), above=9, below=10)
    return [Spacer(1, dress.size(14)), *flow.together(strip)]


def in_words(dossier: Dossier) -> str:
    now, yes = mediation.now(dossier), mediation.consent(dossier)
    told = _mark(now) + "."
    if now.remind_on:
        told += " " + _("Look again on {day}.", day=program_words.day(now.remind_on))
    if yes and yes.on and now.state is not MediationState.CONSENT:
        told += " " + _("I said yes on {day}.", day=program_words.day(yes.on))
    before = [_mark(mark) for mark in mediation.marks(dossier)[:-1] if mark is not yes]
    if before:
        told += " " + _("Before: {facts}", facts="; ".join(before)) + "."
    return told


def _mark(mark: MediationMark) -> str:
    told = _(mediation.SAID[mark.state])
    return f"{told}, {program_words.day(mark.on)}" if mark.on else told

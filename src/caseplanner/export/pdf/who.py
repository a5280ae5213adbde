"""Who does what, on paper: partners with their task, who has the lead, referrals, probation."""

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from caseplanner.dossier import lead, lists, partners
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import (
    Allocation,
    Dossier,
    LeadBy,
    Partner,
    PartnerKind,
    ProbationOrg,
    Referral,
    ReferralState,
)
from caseplanner.export.pdf import facts, flow, look, said
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Grid, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

PARTNERS = (0.31, 0.27, 0.25, 0.17)  # of the width
REFERRALS = (0.31, 0.24, 0.2, 0.25)


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """Only what was written down; nothing where nothing was."""
    dossier = edition.dossier
    if not (dossier.partners or dossier.leads or dossier.referrals or _decided(dossier)):
        return []
    element = root.add("Sect")
    title = _("Who does what")
    story: list[Flowable] = [
        words(element.add("H2", title=title), dress.style("h2"), title, level=2)
    ]
    told = [*_lead(dossier, edition.made_at.date()), *_allocation(dossier.allocation)]
    tables = (
        _partners(dossier, dress, element) if dossier.partners else None,
        facts.table(dress, element, told),
        _referrals(dossier, dress, element) if dossier.referrals else None,
    )
    for grid in filter(None, tables):
        story += [grid, Spacer(1, dress.size(8))]
    story = [*flow.together(*story[:2]), *story[2:]]
    return [CondPageBreak(min(flow.height(story), look.ROOM)), *story, flow.Gap(1, dress.size(20))]


def _decided(dossier: Dossier) -> bool:
    return dossier.allocation != Allocation()


def _partners(dossier: Dossier, dress: Look, element: Element) -> Grid:
    names = (_("Who"), _("What does this partner do?"), _("Answers for"), _("Until"))
    told = [_partner(one) for one in partners.in_order(dossier)]
    return facts.columns(dress, element, names, told, PARTNERS)


def _partner(one: Partner) -> Sequence[str]:
    who = (one.name, _(VALUES[PartnerKind][one.kind]), one.contact, one.reach)
    return said.lines(*who), one.task, one.answers_for, said.day(one.until)


def _lead(dossier: Dossier, today: date) -> Iterator[tuple[str, str]]:
    """Who has the lead, one after the other; DJI first while the client is inside."""
    if dossier.leads:
        held = lead.now(dossier, today)
        told = [lead.who(held)] if held and held.by is LeadBy.DJI and not held.id else []
        for one in lead.in_order(dossier):
            who, day = lead.who(one), said.day(one.since)
            told.append(_("{who}, from {day}", who=who, day=day) if day else who)
        yield _("Who has the lead"), "\n".join(told)


def _allocation(one: Allocation) -> Iterator[tuple[str, str]]:
    org = _(VALUES[ProbationOrg][one.org]) if one.org else ""
    yield _("Which probation organisation"), said.lines(org, one.reason)
    yield _("Who decided it"), ", ".join(filter(None, (one.by.strip(), said.day(one.on))))


def _referrals(dossier: Dossier, dress: Look, element: Element) -> Grid:
    names = (
        _("Led to help"),
        _("How it stands"),
        _("Who refers and follows"),
        _("What came of it"),
    )
    told = [_referral(dossier, one) for one in dossier.referrals]
    return facts.columns(dress, element, names, told, REFERRALS)


def _referral(dossier: Dossier, one: Referral) -> Sequence[str]:
    goal = lists.find(dossier.goals, one.goal)
    about = _("Belongs to the goal: {goal}", goal=f"“{goal.text}”") if goal else ""
    looks = _("looks again on {day}", day=said.day(one.look_on)) if one.look_on else ""
    return (
        said.lines(one.to, one.help, about),
        said.lines(_(VALUES[ReferralState][one.state]), said.day(one.on)),
        said.lines(one.who, looks),
        one.result,
    )

"""The report of one driegesprek for the three: what each of them said, and what is agreed."""

from reportlab.platypus import Flowable, Spacer

from caseplanner.dossier import people
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import ClientAnswer, Goal, Meeting, PartyAnswer, Role, Topic
from caseplanner.export import glyphs
from caseplanner.export.pdf import facts, flow, paper, said
from caseplanner.export.pdf import meeting as meetings
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import words
from caseplanner.export.pdf.furniture import Foot
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

GOALS = (0.31, 0.23, 0.23, 0.23)  # of the width
SIGNED = (0.24, 0.22, 0.54)
OTHERS = (Role.MENTOR, Role.SUPERVISOR)


def build(edition: Edition) -> bytes:
    """The paper of an edition made by `printing.report`; UserError as for the whole plan."""
    glyphs.check(edition.dossier)
    dress = Look(edition.dossier.person.large_print)
    foot = Foot(edition, _("Printed on {day}", day=said.moment(edition.made_at)))
    laid = paper.lay(lambda root: _story(edition, dress, root), foot)
    return paper.finished(laid, edition, title(edition))


def title(edition: Edition) -> str:
    return _("Report of the three-way meeting of {name}", name=edition.dossier.person.called)


def _story(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    dossier, name = edition.dossier, _("Report of the three-way meeting")
    [meeting] = dossier.meetings
    part = meetings.Part(dossier, dress, root, level=2)
    heading = words(root.add("H1", title=name), dress.style("title"), name, level=1)
    return [
        heading,
        words(root.add("P"), dress.style("subtitle"), dossier.person.called),
        Spacer(1, dress.size(6)),
        *part.facts(meeting),
        *part.quote(_(VALUES[Topic][Topic.HOW]), meeting.how),
        *_goals(edition, dress, root),
        *part.agreements(dossier.agreements, meeting, going=False),
        *part.tellings(dossier.tellings),
        *part.close(meeting),
        *_signed(edition, dress, root, meeting),
    ]


def _goals(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """Each goal with what the three say to it; that they differ stands there in words."""
    dossier = edition.dossier
    names = (_("Goal"), dossier.person.called, *(_called(edition, role) for role in OTHERS))
    told = [_goal(goal) for goal in dossier.goals]
    for one in dossier.no_goals:
        name = edition.guide.of(one.dimension).title
        told.append((said.lines(name, _("no goal now")), said.quoted(one.reason), "", ""))
    if not told:
        return []
    heading = words(root.add("H2", title=_("Goals")), dress.style("h3"), _("Goals"), level=2)
    grid = facts.columns(dress, root, names, told, GOALS)
    return [*flow.together(heading, grid), Spacer(1, dress.size(9))]


def _called(edition: Edition, role: Role) -> str:
    return people.name_of(edition.dossier, role) or _(said.ROLE[role])


def _goal(goal: Goal) -> tuple[str, ...]:
    others = {one.role: one for one in goal.others}
    differ = _("We do not think the same about this.") if said.disagree(goal) else ""
    own = _says(goal.answer, goal.answer_reason) if goal.answer else _("Not asked yet.")
    return (said.lines(f"“{goal.text}”", differ), own, *(_other(others.get(r)) for r in OTHERS))


def _other(one: PartyAnswer | None) -> str:
    return _says(one.said, one.reason) if one else ""


def _says(answer: ClientAnswer, reason: str) -> str:
    told = _(VALUES[ClientAnswer][answer])
    return told[:1].upper() + told[1:] + "." + said.why(answer, reason)


def _signed(edition: Edition, dress: Look, root: Element, meeting: Meeting) -> list[Flowable]:
    """How each of the three signed the version that was set here."""
    version = edition.version
    if version is None:
        return []
    name = _("Signatures")
    heading = words(root.add("H2", title=name), dress.style("h3"), name, level=2)
    signatures = {one.role: one for one in version.signatures}
    told = []
    for role in Role:
        one = signatures.get(role)
        who = said.signer(edition.dossier, role, one) or _("not named yet")
        reason = _("Reason: {reason}", reason=one.reason) if one and one.reason.strip() else ""
        how = ", ".join(filter(None, (said.signed(one), said.moment(one.at) if one else "")))
        how = said.lines(how, reason)
        told.append((who, _(said.ROLE[role]), how))
    names = (_("Who"), _("Role"), _("How"))
    grid = facts.columns(dress, root, names, told, SIGNED)
    return [*flow.together(heading, grid), Spacer(1, dress.size(9))]

"""What stands in the dossier, as the sentences the document says it with."""

from datetime import date, datetime

from caseplanner import words
from caseplanner.dossier import parties, people
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import (
    ClientAnswer,
    Decides,
    Dossier,
    Goal,
    GoalState,
    HowSigned,
    PartyAnswer,
    PlanSaid,
    PlanVersion,
    Role,
    SeatRole,
    Signature,
    StepState,
    VersionReason,
)
from caseplanner.words import _, mark

STEP = {
    StepState.TO_DO: (mark("Not begun"), "circle", "ink2"),
    StepState.BUSY: (mark("Busy"), "circle-dot", "primary"),
    StepState.DONE: (mark("Done"), "circle-check", "ok"),
    StepState.STUCK: (mark("Does not work now"), "circle-pause", "warn"),
    StepState.NOT_NEEDED: (mark("No longer needed"), "minus", "ink2"),
}
ANSWER = {
    ClientAnswer.YES: (mark("{name} says yes"), "circle-check", "ok"),
    ClientAnswer.NO: (mark("{name} says no"), "circle-x", "bad"),
    ClientAnswer.UNSURE: (mark("{name} does not know yet"), "circle-help", "warn"),
    ClientAnswer.COULD_NOT: (mark("{name} could not answer"), "circle-pause", "warn"),
    None: (mark("{name} was not asked yet"), "circle", "ink2"),
}
PLAN = {
    PlanSaid.AGREES: ("circle-check", "ok"),
    PlanSaid.PARTLY: ("circle-help", "warn"),
    PlanSaid.DISAGREES: ("circle-x", "bad"),
    PlanSaid.COULD_NOT: ("circle-pause", "warn"),
}
DECIDES = {
    Decides.CLIENT: mark("{name} decides"),
    Decides.TOGETHER: mark("We decide together"),
    Decides.IMPOSED: mark("This is imposed"),
}
ROLE = {
    Role.CLIENT: mark("Client"),
    Role.MENTOR: mark("Mentor or worker"),
    Role.SUPERVISOR: mark("Supervisor"),
}
REASON = {
    VersionReason.FIRST: mark("the first plan"),
    VersionReason.REVIEW: mark("after a review"),
    VersionReason.CONDITIONS: mark("the conditions changed"),
    VersionReason.TRANSFER: mark("a transfer"),
    VersionReason.HANDOVER: mark("a handover"),
    VersionReason.END: mark("the end of the plan"),
}


SEAT = {
    Role.CLIENT: SeatRole.CLIENT,
    Role.MENTOR: SeatRole.MENTOR,
    Role.SUPERVISOR: SeatRole.SUPERVISOR,
}


def party(answer: PartyAnswer) -> str:
    """Who gave an answer beside the client: the name with the role, or the role alone."""
    role = _(VALUES[SeatRole][SEAT[answer.role]])
    return f"{answer.name} ({role})" if answer.name.strip() else _(ROLE[answer.role])


def why(said: ClientAnswer | PlanSaid | None, reason: str) -> str:
    """The reason of an answer as own words; why somebody could not answer is told by others."""
    if not reason.strip():
        return ""
    if said in (ClientAnswer.COULD_NOT, PlanSaid.COULD_NOT):
        return " " + _("Reason: {reason}", reason=reason)
    return f" “{reason}”"


def disagree(goal: Goal) -> bool:
    """Somebody who could answer says something else than the client, who could as well."""
    if goal.answer in (None, ClientAnswer.COULD_NOT):
        return False
    return any(one.said is not ClientAnswer.COULD_NOT for one in parties.differ(goal))


def quoted(words: str) -> str:
    """Own words between quotes; "" where nothing was said."""
    return f"“{words}”" if words.strip() else ""


def lines(*told: str) -> str:
    """What was said, each on a line of its own."""
    return "\n".join(text for text in told if text.strip())


def goal_state(goal: Goal) -> str:
    """Where a goal stands: now, later (with the day to look again), reached, stopped (why)."""
    match goal.state:
        case GoalState.NOW:
            return _("now")
        case GoalState.LATER if goal.remind_on:
            return _("for later; we look again on {day}", day=words.day(goal.remind_on))
        case GoalState.LATER:
            return _("for later")
        case GoalState.REACHED:
            return _("reached")
        case GoalState.STOPPED:
            return _("stopped")


def after_release(goal: Goal) -> str:
    """Who goes on with it after release and from when; "" when neither was said."""
    if goal.after_who and goal.after_from:
        return _("{who}, from {day}", who=goal.after_who, day=words.day(goal.after_from))
    if goal.after_from:
        return _("from {day}", day=words.day(goal.after_from))
    return goal.after_who


def day(when: date | None) -> str:
    """A day; "" where there is none."""
    return words.day(when) if when else ""


def moment(at: datetime) -> str:
    """A day and a time: "wo 11 maart 2026, 11:06"."""
    return f"{words.day(at.astimezone().date())}, {words.clock(at)}"


def signed(signature: Signature | None) -> str:
    """What one person did with the pen, in one sentence."""
    if signature is None:
        return _("Has not signed yet")
    match signature.how:
        case HowSigned.INK:
            return _("Signed on the screen")
        case HowSigned.PAPER:
            return _("Signed on paper")
        case HowSigned.NOT_NOW:
            return _("Does not sign now")


def state(version: PlanVersion | None) -> str:
    """How far the plan is: a concept, or which version, since when, and how many signed."""
    if version is None:
        return _("This is a concept. Nothing was agreed yet.")
    done = sum(s.how is not HowSigned.NOT_NOW for s in version.signatures)
    return " ".join(
        (
            _(
                "Version {number}, set on {day}.",
                number=version.number,
                day=words.day(version.frozen_at.astimezone().date()),
            ),
            _("{done} of {total} have signed.", done=done, total=len(Role)),
        )
    )


def signer(dossier: Dossier, role: Role, signature: Signature | None) -> str:
    """The name in a role: of who signed, else of who sits there; "" when nobody is named."""
    return signature.name if signature else people.name_of(dossier, role)


def grouped(digits: str, per_line: int = 0) -> str:
    """Hexadecimal digits in groups of four, so that people can compare them."""
    groups = [digits[i : i + 4] for i in range(0, len(digits), 4)]
    if not per_line:
        return " ".join(groups)
    lines = [groups[i : i + per_line] for i in range(0, len(groups), per_line)]
    return "\n".join(" ".join(line) for line in lines)

"""How far the talk about mediation is: states with a day, and never what was said (domain.md C1).

No contents, no answer of the other, no reason (R12). That is also why a referral can only go on or
be closed: were there another word for a client who stops, then every other end would tell that the
victim said no.
"""

from dataclasses import replace
from datetime import date

from caseplanner.dossier import answers, lists
from caseplanner.dossier.model import Dossier, MediationMark, MediationState
from caseplanner.errors import UserError
from caseplanner.words import mark

State = MediationState
# What may follow what. Only a yes of the client comes before a referral (R13).
NEXT: dict[State, tuple[State, ...]] = {
    State.NOT_DISCUSSED: (State.DISCUSSED,),
    State.DISCUSSED: (State.CONSENT, State.LATER, State.NOT_WANTED),
    State.NOT_WANTED: (State.DISCUSSED, State.CONSENT, State.LATER),
    State.LATER: (State.DISCUSSED, State.CONSENT, State.NOT_WANTED),
    State.CONSENT: (State.REFERRED, State.LATER, State.NOT_WANTED),
    State.REFERRED: (State.WITH_MEDIATOR, State.CLOSED),
    State.WITH_MEDIATOR: (State.CLOSED,),
    State.CLOSED: (State.DISCUSSED,),
}
# In the client's words, on the screen and on paper.
SAID = {
    State.NOT_DISCUSSED: mark("Not discussed"),
    State.DISCUSSED: mark("Discussed"),
    State.NOT_WANTED: mark("I do not want this"),
    State.LATER: mark("I want this later"),
    State.CONSENT: mark("I say yes"),
    State.REFERRED: mark("I am referred"),
    State.WITH_MEDIATOR: mark("It is with the mediator"),
    State.CLOSED: mark("It is closed"),
}
# Until schema 2 the state was the answer to a question of the guide, which is no longer asked.
QUESTION = "victim.mediation"
ANSWERED = {
    "not_discussed": State.NOT_DISCUSSED,
    "discussed": State.DISCUSSED,
    "does_not_want": State.NOT_WANTED,
    "wants_later": State.LATER,
    "consent": State.CONSENT,
    "registered": State.REFERRED,
    "with_mediator": State.WITH_MEDIATOR,
    "closed": State.CLOSED,
}


def marks(dossier: Dossier) -> tuple[MediationMark, ...]:
    """Every state in the order in which it came; before the first that of an earlier release."""
    said = lists.find(dossier.answers, QUESTION)
    if said is None or said.text not in ANSWERED:
        return dossier.mediation
    return (MediationMark(ANSWERED[said.text], said.on, id=QUESTION), *dossier.mediation)


def now(dossier: Dossier) -> MediationMark:
    """How it stands now; without a day where it was never talked about."""
    every = marks(dossier)
    return every[-1] if every else MediationMark(State.NOT_DISCUSSED, id=QUESTION)


def consent(dossier: Dossier) -> MediationMark | None:
    """The yes of the client that still holds: no later no, and nothing closed after it."""
    for each in reversed(marks(dossier)):
        if each.state in (State.NOT_WANTED, State.LATER, State.DISCUSSED, State.CLOSED):
            return None
        if each.state is State.CONSENT:
            return each
    return None


def following(dossier: Dossier) -> tuple[State, ...]:
    """What may come next. A referral needs a yes with a day (R13)."""
    yes = consent(dossier)
    return tuple(
        state
        for state in NEXT[now(dossier).state]
        if state is not State.REFERRED or (yes is not None and yes.on is not None)
    )


def wrong(
    dossier: Dossier, state: State, on: date | None, remind_on: date | None, today: date
) -> str:
    """What is wrong with this as the next state; "" when nothing is."""
    if state not in following(dossier):
        return mark("This cannot follow what is there now.")
    before = now(dossier).on
    if on is None and state is State.CONSENT:
        return mark("Fill in on which day the client said yes.")
    if on is None:
        return mark("Fill in the day.")
    if on > today:
        return mark("This day is still to come.")
    if before and on < before:
        return mark("This day is before that of the state before.")
    if remind_on and remind_on <= on:
        return mark("The day to look again must be later.")
    return ""


def record(
    dossier: Dossier, state: State, on: date | None, today: date, remind_on: date | None = None
) -> Dossier:
    """Put the next state with its day; a day to look again only with "later"."""
    again = remind_on if state is State.LATER else None
    if why := wrong(dossier, state, on, again, today):
        raise UserError(why)
    return replace(dossier, mediation=(*dossier.mediation, MediationMark(state, on, again)))


def take_back(dossier: Dossier) -> Dossier:
    """Take the newest state away: it was put there by mistake."""
    if dossier.mediation:
        return replace(dossier, mediation=dossier.mediation[:-1])
    return answers.give(dossier, QUESTION, "")

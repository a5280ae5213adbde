"""Edits to the signaleringsplan: what is noticed and what is done when it is green, orange, red.

The client's own words and those of others are four kinds that are never mixed (domain.md C2). It
is made together and has no fixed lines; how many there are is never refused.
"""

from dataclasses import replace
from datetime import date

from caseplanner.dossier import lists, texts
from caseplanner.dossier.model import Dossier, Light, Seen, Signal, SignalPlan
from caseplanner.errors import UserError
from caseplanner.words import _, count, mark, short_day

NAMES = {Light.GREEN: mark("Green"), Light.ORANGE: mark("Orange"), Light.RED: mark("Red")}
MEANS = {
    Light.GREEN: mark("It goes well"),
    Light.ORANGE: mark("It gets harder"),
    Light.RED: mark("It goes wrong"),
}
ASKS = {
    Seen.I_NOTICE: mark("What do I notice?"),
    Seen.OTHERS_NOTICE: mark("What do others notice?"),
    Seen.I_DO: mark("What do I do?"),
    Seen.OTHERS_DO: mark("What do others do?"),
}
NOTICED = (Seen.I_NOTICE, Seen.OTHERS_NOTICE)
OWN = (Seen.I_NOTICE, Seen.I_DO)
MOST_SIGNALS = 5  # that are easy to remember, of all phases together (domain.md C2, V 31b)
MOST_ACTIONS = 3  # in one phase (domain.md C2, V 31b)
WARNING = (Light.ORANGE, Light.RED)  # green tells how it is when all is well: no signal to watch


def add(dossier: Dossier, light: Light, seen: Seen, text: str) -> Dossier:
    """Put a line at the end of its own list."""
    return replace(dossier, signals=(*dossier.signals, Signal(light, seen, texts.said(text))))


def reword(dossier: Dossier, signal: str, text: str) -> Dossier:
    said = texts.said(text)
    reworded = lists.change(dossier.signals, signal, lambda s: replace(s, text=said))
    return replace(dossier, signals=reworded)


def move(dossier: Dossier, signal: str, by: int) -> Dossier:
    """Shift a line among those of the same phase and the same kind."""
    mine = lists.find(dossier.signals, signal)
    if mine is None:
        return dossier
    shifted = iter(lists.shift(of(dossier, mine.light, mine.seen), signal, by))
    return replace(
        dossier,
        signals=tuple(
            next(shifted) if (s.light, s.seen) == (mine.light, mine.seen) else s
            for s in dossier.signals
        ),
    )


def remove(dossier: Dossier, signal: str) -> Dossier:
    return replace(dossier, signals=lists.without(dossier.signals, signal))


def made(dossier: Dossier, on: date | None) -> Dossier:
    return _about(dossier, replace(dossier.signal_plan, made_on=on))


def made_with(dossier: Dossier, who: str) -> Dossier:
    return _about(dossier, replace(dossier.signal_plan, made_with=who))


def kept_at(dossier: Dossier, where: str) -> Dossier:
    """Where the page hangs, or who has it."""
    return _about(dossier, replace(dossier.signal_plan, kept_at=where))


def decline(dossier: Dossier, reason: str, on: date | None = None) -> Dossier:
    """Discussed, and the client wants none: a full answer. Lines that are there stay."""
    reason = reason.strip()
    if not reason:
        raise UserError(mark("Write down the reason, in the client's own words."))
    return _about(dossier, replace(dossier.signal_plan, declined=reason, declined_on=on))


def want_after_all(dossier: Dossier) -> Dossier:
    return _about(dossier, replace(dossier.signal_plan, declined="", declined_on=None))


def of(dossier: Dossier, light: Light, seen: Seen) -> tuple[Signal, ...]:
    """The lines of one kind in one phase, in their order."""
    return tuple(s for s in dossier.signals if (s.light, s.seen) == (light, seen))


def stands(dossier: Dossier) -> str:
    """How it stands, in a few words: when it was made, that none is wanted, how far it is."""
    about = dossier.signal_plan
    if about.declined:
        return _("wants none")
    if about.made_on:
        return short_day(about.made_on)
    return count("{n} line", "{n} lines", len(dossier.signals)) if dossier.signals else ""


def is_begun(dossier: Dossier) -> bool:
    """Something of it was said: a line, when or with whom it was made, or that none is wanted."""
    return bool(dossier.signals) or dossier.signal_plan != SignalPlan()


def crowded(dossier: Dossier) -> frozenset[tuple[Light, Seen]]:
    """The lists that hold more than people easily remember; of signals, the last that is filled."""
    found = {
        (light, seen)
        for seen in Seen
        if seen not in NOTICED
        for light in Light
        if len(of(dossier, light, seen)) > MOST_ACTIONS
    }
    for seen in NOTICED:
        filled = [(light, len(of(dossier, light, seen))) for light in WARNING]
        if sum(many for _light, many in filled) > MOST_SIGNALS:
            last = [light for light, many in filled if many][-1]
            found.add((last, seen))
    return frozenset(found)


def _about(dossier: Dossier, about: SignalPlan) -> Dossier:
    return replace(dossier, signal_plan=about)

"""What became of the times the client was asked, as sentences: on screens and on paper."""

from caseplanner import words
from caseplanner.dossier.model import Attempt, ClientAnswer
from caseplanner.words import _, mark

SAID = {
    ClientAnswer.YES: mark("{name} said yes"),
    ClientAnswer.NO: mark("{name} said no"),
    ClientAnswer.UNSURE: mark("{name} did not know yet"),
    ClientAnswer.COULD_NOT: mark("{name} could not answer"),
}


def in_words(attempt: Attempt, called: str) -> str:
    """One attempt: when, what was said, why, and when to ask once more."""
    told = _(SAID[attempt.said], name=called)
    if attempt.on:
        told = f"{words.day(attempt.on)}: {told}"
    parts = [f"{told}."]
    if attempt.reason:
        parts.append(f"“{attempt.reason}”")
    if attempt.again_on:
        parts.append(again(attempt))
    return " ".join(parts)


def again(attempt: Attempt) -> str:
    """When to ask once more; "" where that was not said."""
    on = attempt.again_on
    return _("Ask again on {day}.", day=words.day(on)) if on else ""

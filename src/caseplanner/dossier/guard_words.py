"""What is said of a finding of the guards: the same on the screen, and where nothing may leave."""

from caseplanner.dossier.guards import Finding
from caseplanner.dossier.patterns import Kind
from caseplanner.words import _, mark

FOUND = {
    Kind.PHONE: mark("“{piece}” looks like a phone number. Leave it out."),
    Kind.EMAIL: mark("“{piece}” looks like an e-mail address. Leave it out."),
    Kind.POSTCODE: mark("“{piece}” looks like a postcode. Leave it out."),
    Kind.BSN: mark("“{piece}” looks like a BSN. Leave it out."),
    Kind.NAME: mark("“{piece}” is a protected name. Write “the other” instead."),
}
HELD_BACK = mark(
    "This plan cannot leave yet. Something stands in it that may not: a protected name, a number "
    "or an address."
)
HELD_BACK_SINCE = mark(
    "This version cannot leave any more. A name stands in it that was protected since. Set a new "
    "version."
)


def sentence(finding: Finding) -> str:
    """What was found, and what to do."""
    return _(FOUND[finding.kind], piece=finding.piece)

"""Only the signaleringsplan, on one A4 to hang up: no plan inside, and no seal."""

from caseplanner.export import glyphs
from caseplanner.export.pdf import paper, said, signals
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.furniture import Foot
from caseplanner.export.pdf.look import Look
from caseplanner.words import _


def build(edition: Edition) -> bytes:
    """The sheet of an edition made by `printing.sheet`; UserError as for the whole plan."""
    glyphs.check(edition.dossier)
    dress = Look(edition.dossier.person.large_print)
    told = _("Printed from the plan of {day}", day=said.moment(edition.made_at))
    laid = paper.lay(lambda root: signals.sheet(edition, dress, root), Foot(edition, told))
    return paper.finished(laid, edition, signals.title(edition.dossier))

"""How it was together, as the client sees it: private, and free to skip."""

from functools import partial

from caseplanner.dossier import alliance, lists, rows
from caseplanner.dossier.alliance import HIGHEST, LOWEST, STATEMENTS
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Dossier, Meeting, ScoredBy
from caseplanner.ui import dates
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sheet import Asked, Table, card
from caseplanner.ui.widgets.scale import Scale
from caseplanner.words import _

PART = "alliance"


class AfterSheet(Asked):
    """Four statements, each with the same keys, none pressed beforehand."""

    def __init__(self, table: Table) -> None:
        super().__init__(table, sentences.AFTER, sentences.AFTER_MEANS, sentences.AFTER_FREE)
        self._id = f"{table.id}.{ScoredBy.CLIENT}"
        values = range(LOWEST, HIGHEST + 1)
        self.scales = {name: Scale(_(words), values) for name, words in STATEMENTS.items()}
        for name, scale in self.scales.items():
            scale.chosen.connect(partial(self._choose, name))
        self.column.addWidget(card(*self.scales.values()))
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        self.ask(dossier.person.called)
        known = lists.find(dossier.alliance, self._id)
        for name, scale in self.scales.items():
            scale.set_value(getattr(known, name) if known else None)

    def said(self) -> list[str]:
        return [*super().said(), *(_(words) for words in STATEMENTS.values())]

    def _choose(self, statement: str, value: int | None) -> None:
        blank = partial(alliance.blank_check, ScoredBy.CLIENT, dates.today())
        self.table.editing.change(
            _("How we work together"),
            lambda d: rows.write(d, PART, self._id, blank, **{statement: value}),
        )

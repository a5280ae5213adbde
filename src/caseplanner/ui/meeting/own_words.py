"""A page with one field: the client tells it back, or we say how we work together."""

from caseplanner.dossier import meetings
from caseplanner.dossier.meeting_course import Page
from caseplanner.dossier.model import Dossier, Meeting
from caseplanner.ui import theme
from caseplanner.ui.meeting.sentences import Sentence
from caseplanner.ui.meeting.sheet import Asked, Table, card
from caseplanner.ui.widgets.easy_hint import labelled
from caseplanner.ui.widgets.fields import TextField
from caseplanner.words import _


class OwnWordsSheet(Asked):
    """`field` is the field of the meeting that is written; `name` what Undo calls it. `label` may
    name the client."""

    def __init__(
        self, table: Table, asked: Sentence, field: str, name: str, label: str, *helps: Sentence
    ) -> None:
        super().__init__(table, asked, *helps)
        self._field, self._name, self._label = field, name, label
        self.words = TextField(rows=6)
        self.words.setFont(theme.font(23))
        self.words.edited.connect(self._write)
        self._labelled = labelled("", self.words)
        self.column.addWidget(card(self._labelled))
        self.column.addStretch(1)

    def show_page(self, dossier: Dossier, meeting: Meeting, page: Page) -> None:
        name = dossier.person.called
        self.ask(name)
        self._labelled.label.setText(_(self._label, name=name))
        self.words.setAccessibleName(self._labelled.label.text())
        self.words.set_text(str(getattr(meeting, self._field)))

    def said(self) -> list[str]:
        return [*super().said(), self.words.text()]

    def _write(self, words: str) -> None:
        self.table.editing.change(
            _(self._name),
            lambda d: meetings.tell(d, self.table.id, **{self._field: words}),
            merge=f"meeting.{self._field}",
        )

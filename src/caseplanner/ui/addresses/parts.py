"""An address to read, and one to change."""

from PySide6.QtWidgets import QWidget

from caseplanner.dossier import organisations, plain
from caseplanner.dossier.model import PartnerKind
from caseplanner.dossier.organisations import Organisation
from caseplanner.ui.addresses import said
from caseplanner.ui.shelves.editor import Edit, Editor
from caseplanner.ui.shelves.reader import Reader
from caseplanner.ui.widgets.fields import Choice, Field, LineField, TextField
from caseplanner.words import _, mark

WRONG = {
    "name": mark("Give the organisation a name."),
    "note": mark("A note has at most 2,000 letters. This is not saved yet."),
}


class AddressReader(Reader):
    def __init__(self, *acts: QWidget) -> None:
        super().__init__(_("Note"), *acts)

    def show_item(self, item: Organisation) -> None:
        told = [
            _("Contact: {name}", name=item.contact) if item.contact else "",
            _("To reach: {how}", how=item.reach) if item.reach else "",
        ]
        if not any((*told, item.note)):
            told = [_("It is not written down yet who works there and how to reach them.")]
        self.show_words(item.name, said.kinds()[item.kind], told, item.note)


class AddressEditor(Editor):
    """`acts` stand below."""

    def __init__(self, edit: Edit, *acts: QWidget) -> None:
        super().__init__(edit, organisations.wrong, WRONG)
        self.name, self.contact, self.reach = LineField(), LineField(), LineField()
        self.first = self.name
        self.note = TextField(rows=3)
        self.kind = Choice([(name, kind.value) for kind, name in said.kinds().items()])
        self.fields = {
            "name": Field(_("Name of the organisation"), self.name),
            "note": Field(_("Note"), self.note, _("Nothing about a client or a victim.")),
        }
        for line in (self.name, self.contact, self.reach):
            line.setMaxLength(organisations.MOST_LINE)
        self._connect()
        parts = (
            self.fields["name"],
            Field(_("Kind"), self.kind),
            Field(_("Contact"), self.contact, _("Who works there, and as what.")),
            Field(_("To reach for work"), self.reach, _("For example a telephone number.")),
            self.fields["note"],
        )
        self._build(parts, acts)

    def _show(self, item: Organisation, *, fresh: bool) -> None:
        self.name.set_text(item.name)
        self.contact.set_text(item.contact)
        self.reach.set_text(item.reach)
        self.note.put(item.note) if fresh else self.note.set_text(item.note)
        self.kind.set_value(item.kind.value)

    def _connect(self) -> None:
        line = plain.line
        self.name.edited.connect(lambda said: self._change("name", line(said).strip()))
        self.contact.edited.connect(lambda said: self._change("contact", line(said)))
        self.reach.edited.connect(lambda said: self._change("reach", line(said)))
        self.note.edited.connect(lambda said: self._change("note", plain.text(said)))
        self.kind.chosen.connect(lambda kind: self._change("kind", PartnerKind(str(kind))))

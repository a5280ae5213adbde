"""A template to read, and one to change."""

from PySide6.QtWidgets import QWidget

from caseplanner.dossier import plain, templates
from caseplanner.dossier.templates import Template
from caseplanner.ui.shelves.editor import Edit, Editor
from caseplanner.ui.shelves.reader import Reader
from caseplanner.ui.widgets.fields import Field, LineField, TextField
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _, mark

WRONG = {
    "name": mark("Give the template a name."),
    "text": mark("A template has at most 10,000 letters. This is not saved yet."),
}


class TemplateReader(Reader):
    def __init__(self, *acts: QWidget) -> None:
        super().__init__(_("Text of the template"), *acts)

    def show_item(self, item: Template) -> None:
        self.show_words(item.name, "", [], item.text)


class TemplateEditor(Editor):
    """`acts` stand below."""

    def __init__(self, edit: Edit, *acts: QWidget) -> None:
        super().__init__(edit, templates.wrong, WRONG)
        self.name = self.first = LineField()
        self.text = TextField(rows=6)
        self.fields = {
            "name": Field(_("Name of the template"), self.name),
            "text": Field(_("Text"), self.text),
        }
        self.name.setMaxLength(templates.MOST_NAME)
        self.name.edited.connect(lambda said: self._change("name", plain.line(said).strip()))
        self.text.edited.connect(lambda said: self._change("text", plain.text(said)))
        told = Small(_("A template is for every dossier: write no name of a person in it."))
        self._build((told, self.fields["name"], self.fields["text"]), acts)

    def _show(self, item: Template, *, fresh: bool) -> None:
        self.name.set_text(item.name)
        self.text.put(item.text) if fresh else self.text.set_text(item.text)

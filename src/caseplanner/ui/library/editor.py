"""A sheet to change. Each field saves as it is typed."""

from PySide6.QtWidgets import QWidget

from caseplanner.dossier import plain, sheets
from caseplanner.dossier.sheets import Factsheet, SheetKind
from caseplanner.ui import theme
from caseplanner.ui.shelves.editor import Edit, Editor
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, LineField, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _, mark

WRONG = {
    "title": mark("Give the sheet a title."),
    "text": mark("A text has at most 100,000 letters. This is not saved yet."),
    "tags": mark("At most 20 tags, each of at most 60 letters. This is not saved yet."),
}


class SheetEditor(Editor):
    """`acts` stand below."""

    def __init__(self, edit: Edit, *acts: QWidget) -> None:
        super().__init__(edit, sheets.wrong, WRONG)
        self.title, self.tags = LineField(), LineField()
        self.source, self.licence = LineField(), LineField()
        self.first = self.title
        self.text = TextField(rows=6)
        self.kind = Choice([(_(name), kind.value) for kind, name in sheets.NAMES.items()])
        self.valid_until = DayField(_("Valid until"))
        self.fields = {
            "title": Field(_("Title"), self.title),
            "text": Field(_("Text"), self.text),
            "tags": Field(_("Tags"), self.tags, _("With a comma between them.")),
        }
        self.title.setMaxLength(sheets.MOST_TITLE)
        for line in (self.source, self.licence):
            line.setMaxLength(sheets.MOST_LINE)
        self._connect()
        short = QWidget()
        row = Flow(short, spacing=theme.px(14))
        row.addWidget(Field(_("Kind"), self.kind))
        row.addWidget(self.valid_until)
        parts = (
            Small(_("A sheet is about no person: write no name in it.")),
            self.fields["title"],
            short,
            self.fields["text"],
            self.fields["tags"],
            Field(_("Source"), self.source),
            Field(_("Permission"), self.licence, _("Why this text may be kept and used here.")),
        )
        self._build(parts, acts)

    def _show(self, item: Factsheet, *, fresh: bool) -> None:
        lines = (self.title, self.tags, self.source, self.licence)
        texts = (item.title, ", ".join(item.tags), item.source, item.licence)
        for line, text in zip(lines, texts, strict=True):
            line.set_text(text)
        self.text.put(item.text) if fresh else self.text.set_text(item.text)
        self.kind.set_value(item.kind.value)
        self.valid_until.show_day(item.valid_until)

    def _connect(self) -> None:
        line = plain.line
        self.title.edited.connect(lambda said: self._change("title", line(said).strip()))
        self.tags.edited.connect(lambda said: self._change("tags", sheets.tags_of(line(said))))
        self.source.edited.connect(lambda said: self._change("source", line(said)))
        self.licence.edited.connect(lambda said: self._change("licence", line(said)))
        self.text.edited.connect(lambda said: self._change("text", plain.text(said)))
        self.kind.chosen.connect(lambda kind: self._change("kind", SheetKind(str(kind))))
        self.valid_until.changed.connect(lambda when: self._change("valid_until", when))

"""A sheet to change. Each field saves as it is typed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import plain, sheets
from caseplanner.dossier.sheets import Factsheet, SheetKind
from caseplanner.ui import theme
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, LineField, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _, mark

Edit = Callable[[Factsheet, str], None]
WRONG = {
    "title": mark("Give the sheet a title."),
    "text": mark("A text has at most 100,000 letters. This is not saved yet."),
    "tags": mark("At most 20 tags, each of at most 60 letters. This is not saved yet."),
}


class Editor(Card):
    """`edit` gets the sheet as it is to be, and the name of the field. `acts` stand below."""

    def __init__(self, edit: Edit, *acts: QWidget) -> None:
        super().__init__()
        self._edit = edit
        self.sheet: Factsheet | None = None
        self.title, self.tags = LineField(), LineField()
        self.source, self.licence = LineField(), LineField()
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
        self._build(acts)

    def show_sheet(self, sheet: Factsheet) -> None:
        """Show this one; of the same sheet, what is being typed stays."""
        fresh = self.sheet is None or self.sheet.id != sheet.id
        if fresh:
            for field in self.fields.values():
                field.show_error("")
        self.sheet = sheet
        self.setObjectName(sheet.id)
        lines = (self.title, self.tags, self.source, self.licence)
        texts = (sheet.title, ", ".join(sheet.tags), sheet.source, sheet.licence)
        for line, text in zip(lines, texts, strict=True):
            line.set_text(text)
        self.text.put(sheet.text) if fresh else self.text.set_text(sheet.text)
        self.kind.set_value(sheet.kind.value)
        self.valid_until.show_day(sheet.valid_until)

    def _change(self, field: str, value: Any) -> None:
        """Report it when it fits; else say beside the field why not, and let it stand there."""
        if self.sheet is None:
            return
        after = replace(self.sheet, **{field: value})
        fits = sheets.wrong(after) != field
        if field in self.fields:
            self.fields[field].show_error("" if fits else _(WRONG[field]))
        if fits:
            self._edit(after, field)

    def _connect(self) -> None:
        line = plain.line
        self.title.edited.connect(lambda said: self._change("title", line(said).strip()))
        self.tags.edited.connect(lambda said: self._change("tags", sheets.tags_of(line(said))))
        self.source.edited.connect(lambda said: self._change("source", line(said)))
        self.licence.edited.connect(lambda said: self._change("licence", line(said)))
        self.text.edited.connect(lambda said: self._change("text", plain.text(said)))
        self.kind.chosen.connect(lambda kind: self._change("kind", SheetKind(str(kind))))
        self.valid_until.changed.connect(lambda when: self._change("valid_until", when))

    def _build(self, acts: tuple[QWidget, ...]) -> None:
        inner = QWidget()
        lines = QVBoxLayout(inner)
        pad(lines, theme.px(18), theme.px(14))
        lines.setSpacing(theme.px(10))
        lines.addWidget(Small(_("A sheet is about no person: write no name in it.")))
        lines.addWidget(self.fields["title"])
        short = Flow(spacing=theme.px(14))
        short.addWidget(Field(_("Kind"), self.kind))
        short.addWidget(self.valid_until)
        lines.addLayout(short)
        lines.addWidget(self.fields["text"])
        lines.addWidget(self.fields["tags"])
        lines.addWidget(Field(_("Source"), self.source))
        lines.addWidget(
            Field(_("Permission"), self.licence, _("Why this text may be kept and used here."))
        )
        below = Flow(spacing=theme.px(10))
        for act in acts:
            below.addWidget(act)
        pad(below, theme.px(18), theme.px(10))
        lines.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2),) * 4)
        layout.setSpacing(0)
        layout.addWidget(Scroll(inner, on_card=True))
        layout.addLayout(below)

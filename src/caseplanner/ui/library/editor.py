"""A sheet to change. Each field saves as it is typed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import sheets
from caseplanner.dossier.sheets import Factsheet, SheetKind
from caseplanner.ui import theme
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, Field, LineField, TextField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _

Edit = Callable[[Factsheet, str], None]


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
        self.title_field = Field(_("Title"), self.title)
        self.title.setMaxLength(sheets.MOST_TITLE)
        for line in (self.source, self.licence):
            line.setMaxLength(sheets.MOST_LINE)
        self._connect()
        self._build(acts)

    def show_sheet(self, sheet: Factsheet) -> None:
        """Show this one; of the same sheet, what is being typed stays."""
        fresh = self.sheet is None or self.sheet.id != sheet.id
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
        if self.sheet is not None:
            self._edit(replace(self.sheet, **{field: value}), field)

    def _change_title(self, said: str) -> None:
        title = sheets.plain_line(said).strip()
        self.title_field.show_error("" if title else _("Give the sheet a title."))
        if title:
            self._change("title", title)

    def _connect(self) -> None:
        line = sheets.plain_line
        self.title.edited.connect(self._change_title)
        self.tags.edited.connect(lambda said: self._change("tags", sheets.tags_of(line(said))))
        self.source.edited.connect(lambda said: self._change("source", line(said)))
        self.licence.edited.connect(lambda said: self._change("licence", line(said)))
        self.text.edited.connect(lambda said: self._change("text", sheets.plain(said)))
        self.kind.chosen.connect(lambda kind: self._change("kind", SheetKind(str(kind))))
        self.valid_until.changed.connect(lambda when: self._change("valid_until", when))

    def _build(self, acts: tuple[QWidget, ...]) -> None:
        inner = QWidget()
        lines = QVBoxLayout(inner)
        pad(lines, theme.px(18), theme.px(14))
        lines.setSpacing(theme.px(10))
        lines.addWidget(Small(_("A sheet is about no person: write no name in it.")))
        lines.addWidget(self.title_field)
        short = Flow(spacing=theme.px(14))
        short.addWidget(Field(_("Kind"), self.kind))
        short.addWidget(self.valid_until)
        lines.addLayout(short)
        lines.addWidget(Field(_("Text"), self.text))
        lines.addWidget(Field(_("Tags"), self.tags, _("With a comma between them.")))
        lines.addWidget(Field(_("Source"), self.source))
        lines.addWidget(
            Field(_("Permission"), self.licence, _("Why this text may be kept and used here."))
        )
        below = Flow(spacing=theme.px(10))
        for act in acts:
            below.addWidget(act)
        lines.addLayout(below)
        lines.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2),) * 4)
        layout.addWidget(Scroll(inner, on_card=True))

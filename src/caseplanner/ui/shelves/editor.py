"""One of a list to change. Each field saves as it is typed."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.ui import theme
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field, LineField
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.words import _

Edit = Callable[[Any, str], None]


class Editor(Card):
    """`edit` gets the value as it is to be, and the name of the field. `wrong` names the first
    field that is not as it should be, `told` says of those in `fields` why not.
    """

    first: LineField
    fields: Mapping[str, Field]

    def __init__(self, edit: Edit, wrong: Callable[[Any], str], told: Mapping[str, str]) -> None:
        super().__init__()
        self._edit, self._wrong, self._told = edit, wrong, told
        self.item: Any = None

    def show_item(self, item: Any) -> None:
        """Show this one; of the same, what is being typed stays."""
        fresh = self.item is None or self.item.id != item.id
        if fresh:
            for field in self.fields.values():
                field.show_error("")
        self.item = item
        self.setObjectName(item.id)
        self._show(item, fresh=fresh)

    @abstractmethod
    def _show(self, item: Any, *, fresh: bool) -> None: ...

    def _change(self, field: str, value: Any) -> None:
        """Report it when it fits; else say beside the field why not, and let it stand there."""
        if self.item is None:
            return
        after = replace(self.item, **{field: value})
        fits = self._wrong(after) != field
        if field in self.fields:
            self.fields[field].show_error("" if fits else _(self._told[field]))
        if fits:
            self._edit(after, field)

    def _build(self, parts: tuple[QWidget, ...], acts: tuple[QWidget, ...]) -> None:
        """The parts under each other, and what can be done with the whole below them."""
        inner = QWidget()
        lines = QVBoxLayout(inner)
        pad(lines, theme.px(18), theme.px(14))
        lines.setSpacing(theme.px(10))
        for part in parts:
            lines.addWidget(part)
        lines.addStretch(1)
        below = Flow(spacing=theme.px(10))
        for act in acts:
            below.addWidget(act)
        pad(below, theme.px(18), theme.px(10))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(2),) * 4)
        layout.setSpacing(0)
        layout.addWidget(Scroll(inner, on_card=True))
        layout.addLayout(below)

"""A page of a list of the laptop: find, read, and for who keeps it write."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from caseplanner.collection import Collection
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.shelves.editor import Editor
from caseplanner.ui.shelves.reader import Reader
from caseplanner.ui.shelves.said import Said
from caseplanner.ui.shelves.shelf import Shelf
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Small, Title, tip
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

WIDE = 820  # pixels at 100 % text from which one stands beside the list
NONE, READING, EDITING = range(3)


class ShelfPage(Page):
    """The list with one of it beside it; where there is little room one of the two.

    `also` is what else can be done with the list, `begins` what an empty one can begin with; both
    for who may change it.
    """

    reader: Reader
    editor: Editor

    def __init__(
        self, collection: Collection[Any], window: "Window", said: Said, shelf: Shelf
    ) -> None:
        super().__init__()
        self._list, self._window, self._said, self.shelf = collection, window, said, shelf
        self._at, self._opened = "", False
        self.new = buttons.primary(said.new, "plus")
        self.undo = buttons.quiet(_("Undo"), "undo-2")
        self.told = Small("")
        self.back = buttons.link(said.all)
        self.edit = buttons.secondary(said.change, "pencil")
        self.remove = buttons.quiet(said.remove, "trash-2")
        self.done = buttons.secondary(_("Done"), "check")
        self.begin_new = buttons.secondary(said.new, "plus")
        self.also: list[QPushButton] = []
        self.begins: list[QPushButton] = [self.begin_new]
        self._side, self._stack = QStackedWidget(), QStackedWidget()

    # What each list does in its own way.

    @abstractmethod
    def _fresh(self) -> Any:
        """A new one, of the kind that is shown."""

    @abstractmethod
    def _put(self, label: str, item: Any, merge: str = "") -> None:
        """Keep it in the list."""

    def refresh(self) -> None:
        """Show what there is now."""
        there, may = self._list.items, self._list.may_edit
        if not self._is_aside():
            self._stack.setCurrentWidget(self._two if there else self._empty)
        self.shelf.show_items(there)
        item = self._list.find(self._at)
        if item is None:
            self._at, self._opened = "", False
            self._side.setCurrentIndex(NONE)
        else:
            self._show(item)
        for act in (self.edit, self.remove, *self.begins):
            act.setVisible(may)
        self.undo.setAccessibleDescription(self._list.last)
        tip(self.undo, self._list.last)
        self._arrange()

    def focus_first(self) -> None:
        if self._list.items:
            self.shelf.focus_first()
        else:
            self.begins[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def spot(self) -> str:
        """Which one is shown, and whether it is being changed."""
        editing = self._side.currentIndex() == EDITING
        return f"{self._at} edit" if editing else self._at

    def go_to_spot(self, spot: str) -> None:
        id, _space, editing = spot.partition(" ")
        if self._list.find(id):
            self.open(id)
            if editing and self._list.may_edit:
                self._begin_edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Reading and writing one.

    def open(self, id: str) -> None:
        """Show this one, and the list only where there is room beside it."""
        self._choose(id)
        self._opened = True
        self.shelf.show_items(self._list.items, id)
        self._arrange()

    def _choose(self, id: str) -> None:
        if id == self._at:
            return
        self.flush()
        self._at = id
        self._side.setCurrentIndex(READING)
        if item := self._list.find(id):
            self._show(item)

    def _show(self, item: Any) -> None:
        self.reader.show_item(item)
        if self._side.currentIndex() == EDITING:
            self.editor.show_item(item)

    def _open_and_read(self, id: str) -> None:
        self.open(id)
        if self._side.currentIndex() == READING:
            self.reader.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.flush()
        self._opened = False
        self._side.setCurrentIndex(READING if self._at else NONE)
        self._arrange()
        self.shelf.focus_first()

    def _begin_edit(self) -> None:
        if item := self._list.find(self._at):
            self._side.setCurrentIndex(EDITING)
            self.editor.show_item(item)
            self.editor.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_edit(self) -> None:
        self.flush()
        self._list.pause()
        self._side.setCurrentIndex(READING)
        self.reader.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edited(self, item: Any, field: str) -> None:
        self._put(self._said.changed, item, f"{item.id}.{field}")
        self.refresh()

    def _new(self) -> None:
        made = self._fresh()
        self.flush()
        self._put(self._said.new, made)
        self.shelf.search.clear()
        self.refresh()
        self.open(made.id)
        self._begin_edit()
        self.editor.first.selectAll()

    def _remove(self) -> None:
        item = self._list.find(self._at)
        if item:
            name = self.reader.title.text()
            self._list.remove(self._said.removed, item.id)
            self.refresh()
            self._tell(self._said.removed_told(name))
            self.focus_first()

    def _undo(self) -> None:
        self.flush()
        label = self._list.undo()
        self.editor.item = None  # what stands in its fields is of a moment that is undone
        self.refresh()
        if label:
            self._window.toast.tell(_("Undone: {label}", label=label))

    def _tell(self, said: str) -> None:
        self._window.toast.tell(said, _("Undo"), self._undo)

    # Building.

    def _is_aside(self) -> bool:
        """Something else than the list is shown, which stays until the person leaves it."""
        return False

    def _arrange(self) -> None:
        wide = self.width() >= theme.px(WIDE)
        shown, may = self._stack.currentWidget(), self._list.may_edit
        alone = self._opened and not wide  # with one to read and no room for more
        for act in (self.new, *self.also):
            act.setVisible(may and shown is self._two and not alone)
        self.undo.setVisible(may and bool(self._list.last) and not self._is_aside())
        self.shelf.setVisible(wide or not self._opened)
        self._right.setVisible(wide or self._opened)
        self.back.setVisible(not wide)
        self.shelf.setMaximumWidth(theme.px(400) if wide else 16777215)

    def _connect(self) -> None:
        for button in (self.new, self.begin_new):
            button.clicked.connect(self._new)
        self.undo.clicked.connect(self._undo)
        self.back.clicked.connect(self._close)
        self.edit.clicked.connect(self._begin_edit)
        self.done.clicked.connect(self._end_edit)
        self.remove.clicked.connect(self._remove)
        self.shelf.chosen.connect(self._choose)
        self.shelf.opened.connect(self._open_and_read)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self, reader: Reader, editor: Editor) -> None:
        """Once its own parts are there."""
        self.reader, self.editor = reader, editor
        self._connect()
        head = Flow(spacing=theme.px(14))
        head.addWidget(Title(self._said.title))
        for part in (self.new, *self.also, self.undo, self.told):
            head.addWidget(part)
        self.told.hide()
        self._side.addWidget(_said(Body(self._said.choose, tone="ink2")))
        self._side.addWidget(reader)
        self._side.addWidget(editor)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self._side, 1)
        self._two = QWidget()
        row = QHBoxLayout(self._two)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        row.addWidget(self.shelf, 2)
        row.addWidget(self._right, 3)
        heading = Heading(self._said.empty, size=23)
        self._empty = Scroll(_said(heading, Body(self._said.empty_told), *self.begins))
        for whole in (self._two, self._empty):
            self._stack.addWidget(whole)
        layout = QVBoxLayout(self)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(20))
        layout.setSpacing(theme.px(10))
        layout.addLayout(head)
        if self._said.note:
            layout.addWidget(Small(self._said.note))
        layout.addWidget(self._stack, 1)


def _said(*parts: QWidget) -> Card:
    card = Card()
    lines = QVBoxLayout(card)
    lines.setSpacing(theme.px(14))
    lines.addStretch(1)
    for part in parts:
        if isinstance(part, QLabel):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(part)  # as wide as the card, so that it wraps where it must
        else:
            lines.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
    lines.addStretch(2)
    return card

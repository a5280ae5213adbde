"""The library: find a sheet, read it, and for who keeps it write, import and export them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseplanner import files
from caseplanner.dossier import sheet_file, sheets
from caseplanner.dossier.sheets import Factsheet, SheetKind, Sheets
from caseplanner.dossier.takeover import Difference
from caseplanner.errors import UserError
from caseplanner.library import Library
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.library.editor import Editor
from caseplanner.ui.library.incoming import Incoming
from caseplanner.ui.library.reader import Reader
from caseplanner.ui.library.shelf import Shelf
from caseplanner.ui.page import Page
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.message import announce
from caseplanner.ui.widgets.text import Body, Heading, Small, Title, tip
from caseplanner.words import _, count, mark

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

WIDE = 820  # pixels at 100 % text from which a sheet stands beside the list
FILE_NAME = "bibliotheek.json"
NONE, READING, EDITING = range(3)


class LibraryPage(Page):
    """The list with a sheet beside it; where there is little room one of the two."""

    def __init__(self, library: Library, window: "Window", tasks: Tasks) -> None:
        super().__init__()
        self._library, self._window, self._tasks = library, window, tasks
        self._at, self._opened = "", False
        self.new = buttons.primary(_("New sheet"), "plus")
        self.import_ = buttons.quiet(_("Import sheets"), "import")
        self.export = buttons.quiet(_("Export the library"), "file-down")
        self.undo = buttons.quiet(_("Undo"), "undo-2")
        self.told = Small("")
        self.shelf = Shelf()
        self.back = buttons.link(_("All sheets"))
        self.edit = buttons.secondary(_("Change this sheet"), "pencil")
        self.remove = buttons.quiet(_("Remove this sheet"), "trash-2")
        self.done = buttons.secondary(_("Done"), "check")
        self.reader = Reader(self.edit, self.remove)
        self.editor = Editor(self._edited, self.done)
        self.incoming = Incoming()
        self.begin_import = buttons.primary(_("Import sheets"), "import")
        self.begin_new = buttons.secondary(_("New sheet"), "plus")
        self._side, self._stack = QStackedWidget(), QStackedWidget()
        self._connect()
        self._build()

    def refresh(self) -> None:
        """Show what there is now."""
        there, may = self._library.sheets, self._library.may_edit
        if self._stack.currentWidget() is not self.incoming:
            self._stack.setCurrentWidget(self._two if there else self._empty)
        self.shelf.show_sheets(there)
        sheet = self._library.find(self._at)
        if sheet is None:
            self._at, self._opened = "", False
            self._side.setCurrentIndex(NONE)
        else:
            self._show(sheet)
        for act in (self.edit, self.remove, self.begin_import, self.begin_new):
            act.setVisible(may)
        self.undo.setAccessibleDescription(self._library.last)
        tip(self.undo, self._library.last)
        self._arrange()

    def focus_first(self) -> None:
        if self._stack.currentWidget() is self.incoming:
            self.incoming.focus_first()
        elif self._library.sheets:
            self.shelf.focus_first()
        else:
            self.begin_import.setFocus(Qt.FocusReason.OtherFocusReason)

    def spot(self) -> str:
        """The sheet that is shown, and whether it is being changed."""
        editing = self._side.currentIndex() == EDITING
        return f"{self._at} edit" if editing else self._at

    def go_to_spot(self, spot: str) -> None:
        id, _space, editing = spot.partition(" ")
        if self._library.find(id):
            self.open(id)
            if editing and self._library.may_edit:
                self._begin_edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # Reading and writing one.

    def open(self, id: str) -> None:
        """Show this sheet, and the list only where there is room beside it."""
        self._choose(id)
        self._opened = True
        self.shelf.show_sheets(self._library.sheets, id)
        self._arrange()

    def _choose(self, id: str) -> None:
        if id == self._at:
            return
        self.flush()
        self._at = id
        self._side.setCurrentIndex(READING)
        if sheet := self._library.find(id):
            self._show(sheet)

    def _show(self, sheet: Factsheet) -> None:
        self.reader.show_sheet(sheet)
        if self._side.currentIndex() == EDITING:
            self.editor.show_sheet(sheet)

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
        if sheet := self._library.find(self._at):
            self._side.setCurrentIndex(EDITING)
            self.editor.show_sheet(sheet)
            self.editor.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_edit(self) -> None:
        self.flush()
        self._library.pause()
        self._side.setCurrentIndex(READING)
        self.reader.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edited(self, sheet: Factsheet, field: str) -> None:
        self._library.put(_("Sheet changed"), sheet, today(), merge=f"{sheet.id}.{field}")
        self.refresh()

    def _new(self) -> None:
        kind = self.shelf.kind.value()
        made = Factsheet(SheetKind(str(kind)) if kind else SheetKind.PROFILE, _("New sheet"))
        self.flush()
        self._library.put(_("New sheet"), made, today())
        self.shelf.search.clear()
        self.refresh()
        self.open(made.id)
        self._begin_edit()
        self.editor.title.selectAll()

    def _remove(self) -> None:
        sheet = self._library.find(self._at)
        if sheet:
            self._library.remove(_("Sheet removed"), sheet.id)
            self.refresh()
            self._tell(_("“{title}” is removed from the library.", title=sheet.title))
            self.focus_first()

    def _undo(self) -> None:
        self.flush()
        label = self._library.undo()
        self.editor.sheet = None  # what stands in its fields is of a moment that is undone
        self.refresh()
        if label:
            self._window.toast.tell(_("Undone: {label}", label=label))

    def _tell(self, said: str) -> None:
        self._window.toast.tell(said, _("Undo"), self._undo)

    # Files.

    def ask_import(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _kind = QFileDialog.getOpenFileName(
            self, _("Import sheets"), folder, _("Library (*.json)")
        )
        if name:
            self.import_from(Path(name))

    def import_from(self, path: Path) -> None:
        """Show what this file brings; nothing is taken over before the person says so."""
        self.flush()
        self._busy(True)
        here = self._library.sheets
        self._tasks.run(
            lambda: sheets.compare(here, _read(path)),
            lambda found: self._came(path.name, found) if isValid(self) else None,
            self._refused,
        )

    def ask_export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, _("Export the library"), folder, _("Library (*.json)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(FILE_NAME)
        if dialog.exec():
            self.export_to(Path(dialog.selectedFiles()[0]))

    def export_to(self, target: Path) -> None:
        """Put the whole library in this file."""
        self.flush()
        try:
            files.write(target, sheet_file.write(self._library.sheets))
        except OSError as error:
            raise UserError(
                mark("The library could not be saved there: {reason}. Choose another folder."),
                reason=error.strerror or "",
            ) from error
        self._library.exported()
        said = _("Saved in {folder} as {name}.", folder=target.parent, name=target.name)
        self._window.toast.tell(said)

    def _busy(self, busy: bool) -> None:
        for act in (self.import_, self.begin_import):
            act.setEnabled(not busy)
        self.told.setText(_("The file is being read…") if busy else "")
        self.told.setVisible(busy)
        if busy:
            announce(self, self.told.text())

    def _came(self, file: str, found: Difference[Factsheet]) -> None:
        self._busy(False)
        self.incoming.show_difference(file, found)
        self._stack.setCurrentWidget(self.incoming)
        self.refresh()
        self.incoming.focus_first()

    def _refused(self, error: Exception) -> None:
        if isValid(self):
            self._busy(False)
        raise error

    def _take(self, found: Difference[Factsheet]) -> None:
        self._library.take(_("Sheets imported"), found, today())
        self._leave()
        taken = len(found.new) + len(found.changed)
        self._tell(count("{n} sheet was taken over.", "{n} sheets were taken over.", taken))

    def _leave(self) -> None:
        self._stack.setCurrentWidget(self._two)
        self.refresh()
        self.focus_first()

    # Building.

    def _arrange(self) -> None:
        wide = self.width() >= theme.px(WIDE)
        shown, may = self._stack.currentWidget(), self._library.may_edit
        alone = self._opened and not wide  # with a sheet to read and no room for more
        for act in (self.new, self.import_, self.export):
            act.setVisible(may and shown is self._two and not alone)
        self.undo.setVisible(may and bool(self._library.last) and shown is not self.incoming)
        self.shelf.setVisible(wide or not self._opened)
        self._right.setVisible(wide or self._opened)
        self.back.setVisible(not wide)
        self.shelf.setMaximumWidth(theme.px(400) if wide else 16777215)

    def _connect(self) -> None:
        for button in (self.new, self.begin_new):
            button.clicked.connect(self._new)
        for button in (self.import_, self.begin_import):
            button.clicked.connect(self.ask_import)
        self.export.clicked.connect(self.ask_export)
        self.undo.clicked.connect(self._undo)
        self.back.clicked.connect(self._close)
        self.edit.clicked.connect(self._begin_edit)
        self.done.clicked.connect(self._end_edit)
        self.remove.clicked.connect(self._remove)
        self.shelf.chosen.connect(self._choose)
        self.shelf.opened.connect(self._open_and_read)
        self.incoming.taken.connect(self._take)
        self.incoming.left.connect(self._leave)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _build(self) -> None:
        head = Flow(spacing=theme.px(14))
        head.addWidget(Title(_("Library")))
        for part in (self.new, self.import_, self.export, self.undo, self.told):
            head.addWidget(part)
        self.told.hide()
        self._side.addWidget(_said(Body(_("Choose a sheet to read it."), tone="ink2")))
        self._side.addWidget(self.reader)
        self._side.addWidget(self.editor)
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
        self._empty = _said(
            Heading(_("There are no sheets yet"), size=23),
            Body(
                _(
                    "A sheet tells of a profile, an intervention or a form of care; you read it "
                    "together and talk about it."
                )
            ),
            self.begin_import,
            self.begin_new,
        )
        for whole in (self._two, self._empty, self.incoming):
            self._stack.addWidget(whole)
        layout = QVBoxLayout(self)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(20), side, theme.px(20))
        layout.setSpacing(theme.px(10))
        layout.addLayout(head)
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


def _read(path: Path) -> Sheets:
    """No more of it than a library may have; a file that goes on for ever is not read on."""
    try:
        with path.open("rb") as file:
            data = file.read(sheets.MOST_BYTES + 1)
    except OSError as error:
        raise UserError(
            mark("This file cannot be read: {reason}. Nothing was imported."),
            reason=error.strerror or "",
        ) from error
    return sheet_file.read(path.name, data)

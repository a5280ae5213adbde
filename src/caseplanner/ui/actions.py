"""What the menus and Ctrl+K offer, and which of it can be done now."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from caseplanner.dossier.model import Dimension
from caseplanner.ui.finder import Find
from caseplanner.ui.menu import Menu
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

Standard = QKeySequence.StandardKey


class Actions:
    """The actions of a window. `show` brings their words up to date after each edit."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._menu = Menu(window)
        self.undo = self.redo = self._look_back = self._terms = QAction()
        self._of_dossier: list[QAction] = []
        self.build()

    def build(self) -> None:
        """Make all actions, in the language of now."""
        menu, window = self._menu, self._window
        menu.clear()
        work = menu.menu(_("&Dossier"))
        menu.add(work, _("New dossier"), partial(window.go, "new"), "plus", Standard.New)
        menu.add(work, _("Find a dossier"), window.search, "search", Standard.Find)
        menu.add(work, _("Back"), window.back, "arrow-left", "Alt+Left")
        menu.add(work, _("Go to…"), window.find_anything, "arrow-right", "Ctrl+K")
        work.addSeparator()
        menu.add(work, _("Import a dossier"), window.list.import_file, "import", Standard.Open)
        menu.add(work, _("Practice dossier Sam"), window.list.practise, "sprout")
        self._terms = menu.add(
            work, _("Terms of dossiers"), partial(window.go, "destruction"), "calendar-clock"
        )
        work.addSeparator()
        menu.add(work, _("Lock"), window.lock, "lock", "Ctrl+L")
        menu.add(work, _("Save and close"), window.close_, "log-out", "Ctrl+Q")

        edit = menu.menu(_("&Edit"))
        self.undo = menu.add(edit, _("Undo"), window.undo, "undo-2", Standard.Undo)
        self.redo = menu.add(edit, _("Redo"), window.redo, "redo-2", "Ctrl+Shift+Z", "Ctrl+Y")

        plan = menu.menu(_("&Plan"))
        go = partial(menu.add, plan)
        self._of_dossier = [
            go(_("The plan at a glance"), partial(window.go, "hub"), "list-checks"),
            *(
                go(
                    window.guide.of(dimension).title,
                    partial(window.go, "dimension", dimension),
                    "pencil",
                    f"Ctrl+{number}",
                )
                for number, dimension in enumerate(Dimension, 1)
            ),
            go(_("Ask for answers"), partial(window.go, "answers"), "messages-square"),
            go(_("Sign"), partial(window.go, "sign"), "signature"),
            go(_("View PDF"), partial(window.go, "preview"), "file-text", "Ctrl+E"),
            go(_("Person and team"), partial(window.go, "person"), "user"),
            go(_("Close or keep this dossier"), partial(window.go, "retention"), "archive"),
        ]
        self._look_back = go(
            _("History and log"), partial(window.go, "history"), "history", "Ctrl+H"
        )

        view = menu.menu(_("&View"))
        menu.add(view, _("Larger text"), partial(window.zoom, 10), "plus", "Ctrl++", "Ctrl+=")
        menu.add(view, _("Smaller text"), partial(window.zoom, -10), "minus", "Ctrl+-")
        menu.add(view, _("Text at 100 %"), partial(window.zoom, 0), "type", "Ctrl+0")
        menu.add(view, _("Settings"), partial(window.go, "settings"), "settings", "Ctrl+,")
        self.show()

    def show(self) -> None:
        """Say what Undo and Redo would do; grey out what needs an open dossier."""
        session = self._window.open_session
        past = session.history.past if session else ()
        future = session.history.future if session else ()
        self.undo.setEnabled(bool(past))
        self.undo.setText(_("Undo: {what}", what=past[-1].label) if past else _("Undo"))
        self.redo.setEnabled(bool(future))
        self.redo.setText(_("Redo: {what}", what=future[0].label) if future else _("Redo"))
        for action in self._of_dossier:
            action.setEnabled(session is not None)
        self._terms.setEnabled(self._window.may_see_terms)
        self._look_back.setEnabled(session is not None and session.may_look_back)

    def finds(self) -> list[Find]:
        """Everything that can be done now, for Ctrl+K."""
        return [
            Find(
                action.text().replace("&", ""),
                action.icon(),
                action.trigger,
                action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            )
            for action in self._menu.actions
            if action.isEnabled()
        ]

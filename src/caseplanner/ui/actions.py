"""What the menus and Ctrl+K offer, and which of it can be done now."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from caseplanner.dossier.model import Dimension
from caseplanner.ui import finder, icons
from caseplanner.ui.around import PAGES
from caseplanner.ui.finder import Find, Finder
from caseplanner.ui.menu import Menu
from caseplanner.ui.roles import OF_DOSSIER
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

Standard = QKeySequence.StandardKey


class Actions:
    """The actions of a window. `show` brings their words up to date after each edit."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._menu = Menu(window)
        self.undo = self.redo = QAction()
        self._to_pages: list[tuple[QAction, str]] = []
        self.build()

    def build(self) -> None:
        """Make all actions, in the language of now."""
        menu, window = self._menu, self._window
        menu.clear()
        work = menu.menu(_("&Dossier"))
        self._to_pages = [
            (
                menu.add(work, _("New dossier"), partial(window.go, "new"), "plus", Standard.New),
                "new",
            ),
            (
                menu.add(work, _("Find a dossier"), window.search, "search", Standard.Find),
                "list",
            ),
        ]
        menu.add(work, _("Back"), window.back, "arrow-left", "Alt+Left")
        menu.add(work, _("Go to…"), window.find_anything, "arrow-right", "Ctrl+K")
        work.addSeparator()
        self._to_pages += [
            (
                menu.add(work, _("Import a dossier"), window.import_file, "import", Standard.Open),
                "new",
            ),
            (menu.add(work, _("Practice dossier Sam"), window.practise, "sprout"), "new"),
        ]
        self._lead(work, _("Terms of dossiers"), "destruction", "calendar-clock")
        work.addSeparator()
        menu.add(work, _("Lock"), window.lock, "lock", "Ctrl+L")
        menu.add(work, _("Save and close"), window.close_, "log-out", "Ctrl+Q")

        edit = menu.menu(_("&Edit"))
        self.undo = menu.add(edit, _("Undo"), window.undo, "undo-2", Standard.Undo)
        self.redo = menu.add(edit, _("Redo"), window.redo, "redo-2", "Ctrl+Shift+Z", "Ctrl+Y")
        self._to_pages.append(
            (
                menu.add(
                    edit, _("Insert a template"), window.inserter.offer, "file-text", "Ctrl+Shift+T"
                ),
                "hub",
            )
        )

        plan = menu.menu(_("&Plan"))
        self._lead(plan, _("The plan at a glance"), "hub", "list-checks")
        for number, dimension in enumerate(Dimension, 1):
            title = window.guide.of(dimension).title
            self._lead(plan, title, "dimension", "pencil", f"Ctrl+{number}", to=dimension)
        self._lead(plan, _("Three-way meeting"), "talk", "users")
        self._lead(plan, _("Ask for answers"), "answers", "messages-square")
        self._lead(plan, _("Sign"), "sign", "signature")
        self._lead(plan, _("View PDF"), "preview", "file-text", "Ctrl+E")
        self._lead(plan, _("Person and team"), "person", "user")
        for around in PAGES:
            self._lead(plan, _(around.name), around.page, around.icon)
        self._lead(plan, _("Library beside the dossier"), "beside", "book-open")
        self._lead(plan, _("History and log"), "history", "history", "Ctrl+H")
        self._lead(plan, _("Bin of this dossier"), "history", "trash-2", to="bin")
        self._lead(plan, _("Close or keep this dossier"), "retention", "archive")

        view = menu.menu(_("&View"))
        menu.add(view, _("Larger text"), partial(window.zoom, 10), "plus", "Ctrl++", "Ctrl+=")
        menu.add(view, _("Smaller text"), partial(window.zoom, -10), "minus", "Ctrl+-")
        menu.add(view, _("Text at 100 %"), partial(window.zoom, 0), "type", "Ctrl+0")
        menu.add(view, _("Settings"), partial(window.go, "settings"), "settings", "Ctrl+,")
        self._lead(view, _("Colleagues and my passphrase"), "people", "users")
        self._lead(view, _("Library"), "library", "book-open")
        self._lead(view, _("Addresses"), "addresses", "id-card")
        self._lead(view, _("Templates"), "templates", "file-text")
        self._lead(view, _("Backups"), "backups", "archive")
        self.show()

    def _lead(
        self, menu: QMenu, text: str, page: str, icon: str, *keys: str, to: object = None
    ) -> None:
        """An action that leads to a page, and is grey while that cannot be shown."""
        go = partial(self._window.go, page, to)
        self._to_pages.append((self._menu.add(menu, text, go, icon, *keys), page))

    def show(self) -> None:
        """Say what Undo and Redo would do; grey out what cannot be done here or by this role."""
        window = self._window
        session = window.open_session
        past = session.history.past if session else ()
        future = session.history.future if session else ()
        self.undo.setEnabled(bool(past))
        self.undo.setText(_("Undo: {what}", what=past[-1].label) if past else _("Undo"))
        self.redo.setEnabled(bool(future))
        self.redo.setText(_("Redo: {what}", what=future[0].label) if future else _("Redo"))
        for action, page in self._to_pages:
            here = page not in OF_DOSSIER or session is not None
            action.setEnabled(here and window.may_go(page))

    def find_anything(self, dossiers: Sequence[tuple[str, str]]) -> None:
        """Offer these dossiers (id and name), and everything that can be done now."""
        folder, window = icons.icon("folder"), self._window
        finds = [Find(name, folder, partial(window.open, id)) for id, name in dossiers]
        Finder([*finds, *self.finds()], window, finder.anything()).open()

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

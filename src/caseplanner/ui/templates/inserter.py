"""Puts a text template in the field of a dossier where the caret is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from caseplanner.desk import Desk
from caseplanner.dossier import templates
from caseplanner.dossier.templates import Template, Templates
from caseplanner.ui import dates, icons
from caseplanner.ui.finder import Asked, Find, Finder
from caseplanner.ui.widgets.date_field import in_digits
from caseplanner.ui.widgets.fields import TextField
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.ui.window import Window


class Inserter:
    """`given` are the templates of the institution, offered after those of the laptop."""

    def __init__(self, window: "Window", desk: Desk, given: Templates) -> None:
        self._window, self._desk, self.given = window, desk, given

    def offer(self) -> None:
        """A small list for the field with the caret, which narrows while one types."""
        field = QApplication.focusWidget()
        if isinstance(field, TextField) and self._may_insert(field):
            icon = icons.icon("file-text")
            finds = [Find(one.name, icon, partial(self._insert, field, one)) for one in self._all()]
            Finder(finds, self._window, asked()).open()

    def add_to(self, field: TextField, menu: QMenu) -> None:
        """Offer them in the menu of this field."""
        if not self._may_insert(field):
            return
        menu.addSeparator()
        inside = menu.addMenu(_("Insert a template"))
        for one in self._all():
            inside.addAction(one.name.replace("&", "&&"), partial(self._insert, field, one))
        if inside.isEmpty():
            inside.addAction(none_yet()).setEnabled(False)

    def _all(self) -> Templates:
        return (*self._desk.templates.items, *templates.in_order(self.given))

    def _may_insert(self, field: TextField) -> bool:
        session = self._window.open_session
        page = self._window.page
        here = session is not None and session.may_edit and page.isAncestorOf(field)
        return here and field.isEnabled() and not field.isReadOnly()

    def _insert(self, field: TextField, one: Template) -> None:
        session = self._window.open_session
        if session is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            called = session.dossier.person.called
            field.textCursor().insertText(templates.filled(one, called, in_digits(dates.today())))


def asked() -> Asked:
    return Asked(
        name="",  # what is typed to narrow a list is not kept over a lock
        title=_("Insert a template"),
        search=_("Type the name of a template"),
        list=_("Templates, by name"),
        nothing=none_yet(),
    )


def none_yet() -> str:
    return _("No template found. You make them under Settings, Templates.")

"""What every page of the window is to it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from caseplanner.dossier.model import Dossier


class Page(QWidget):
    """A page builds itself, shows a dossier, and reports edits to the session.

    A part of it that holds what was typed and not reported yet has a `flush` that reports it; one
    that saves by itself also has `unsaved`, whether what stands in it was not taken. They are
    asked by name: `isinstance` with a protocol takes ten times as long, for every part of a page.

    `go` asks for a page by name, with its argument: "list", "new", "person", "hub", "dimension"
    (a Dimension), "talk", "answers", "sign", "preview", "history", "retention", what is in
    `around.py`, "destruction", "backups", "people", "addresses", "templates", "settings". "lock"
    locks; so does "rescue", to put back the backup in the folder that is its argument. `toast`
    shows a passing message; it offers to undo the last edit. On a form nothing is in the vault
    before it is handed in.
    """

    is_form = False
    touched = False  # it was shown, or typed in: something may be half-typed on it

    go = Signal(str, object)
    toast = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.touched = True

    def show_dossier(self, dossier: Dossier) -> None:
        """Show this dossier. What is being typed, and the caret in it, stay."""

    def more(self) -> bool:
        """Make one thing of what the page makes after its first look; False when all is there."""
        return False

    def complete(self) -> None:
        """Make now all that the page would make a moment later."""
        while self.more():
            continue

    def refresh(self) -> None:
        """On a page of no single dossier: read anew what it shows."""

    def flush(self) -> None:
        """Report what is still being typed now: the person leaves, or the program locks."""
        for part in self.findChildren(QWidget):
            _flush(part)

    def keep(self) -> None:
        """The program closes: let nothing that was typed be lost."""
        self.flush()

    def report(self) -> None:
        """Let each field save what it saves by itself, and hand in nothing that was not."""
        fields: list[QWidget] = [*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit)]
        for field in [*fields, *self.findChildren(QComboBox)]:
            if hasattr(field, "unsaved"):
                _flush(field)

    def spot(self) -> str:
        """Where on this page the person is, as an id; "" when there is only one place."""
        return ""

    def go_to_spot(self, spot: str) -> None:
        """Show that place again, if it is still there."""

    def openers(self) -> Mapping[str, Callable[[], None]]:
        """What opens the dialogs of this page that survive a lock, by the dialog's objectName."""
        return {}

    def focus_first(self) -> None:
        """Put the focus where the person most likely starts."""
        self.focusNextChild()


def _flush(part: QWidget) -> None:
    if report := getattr(part, "flush", None):
        report()

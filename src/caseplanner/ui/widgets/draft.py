"""What is typed in a field and not yet in the dossier. It is never lost to a redraw."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

REST = 400  # milliseconds after the last key before what was typed is reported


class Draft(QObject):
    """Belongs to a text field; `report` sends what is in it to who keeps it.

    Who keeps it shows the field the new text when it was taken. While that does not happen (a
    full disk, say) the words stay in the field, and every `flush` reports them again.
    """

    def __init__(self, field: QObject, report: Callable[[], None]) -> None:
        super().__init__(field)
        self._report = report
        self._shown = ""  # what the field was last told to show
        self._typing = self._untaken = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.flush)

    def typed(self) -> None:
        """The person changed the text."""
        self._typing = True
        self._rest.start()

    def gives_way(self, to: str, now: str) -> bool:
        """Whether the field may show the text `to` in the place of what it holds now.

        Not while the person is typing, nor when only a space at an end differs: that may be the
        space between this word and the next.
        """
        changed, self._shown = to != self._shown, to
        if self._typing:
            return False
        if to.strip() == now.strip():
            self._untaken = False
            return False
        if self._untaken and not changed:
            return False
        self._untaken = False
        return True

    def unsaved(self, now: str) -> bool:
        """What the field holds now was not taken by who keeps it."""
        return (self._typing or self._untaken) and now.strip() != self._shown.strip()

    def forget(self, shown: str) -> None:
        """The field shows this now, whatever was typed."""
        self._rest.stop()
        self._typing = self._untaken = False
        self._shown = shown

    def flush(self) -> None:
        """Report what was typed now, without waiting for a rest."""
        self._rest.stop()
        if self._typing or self._untaken:
            self._typing, self._untaken = False, True
            self._report()

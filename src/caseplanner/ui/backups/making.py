"""Making backups: when a person asks for one, and by itself on each day something was done."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from caseplanner.custody import Custody, Made
from caseplanner.errors import UserError
from caseplanner.ui.tasks import Tasks

SOON, AGAIN = 3_000, 3_600_000  # milliseconds after unlocking, and between two looks


class Daily(QObject):
    """Looks each hour whether a backup is due, and whether the second place is there again.

    `place` gives the second place of that moment; `tell` hears once when the disk will not do.
    What keeps a copy from the second place is no news of the hour: the page of the backups and
    the reminder say it.
    """

    def __init__(
        self,
        custody: Custody,
        tasks: Tasks,
        place: Callable[[], Path | None],
        tell: Callable[[str], None],
        parent: QObject,
        soon: int = SOON,
    ) -> None:
        super().__init__(parent)
        self._custody, self._tasks, self._place, self._tell = custody, tasks, place, tell
        self._busy = self._told = False
        self._hour = QTimer(self, interval=AGAIN)
        self._hour.timeout.connect(self.look)
        self._hour.start()
        self._first = QTimer(self, singleShot=True, interval=soon)
        self._first.timeout.connect(self.look)
        self._first.start()

    def stop(self) -> None:
        """Look no more: the vault closes."""
        self._first.stop()
        self._hour.stop()

    def look(self) -> None:
        """Make what is due."""
        if not self._busy:
            try:
                self._begin()
            except UserError as error:
                self._refuse(error)

    def _begin(self) -> None:
        custody, place = self._custody, self._place()
        if custody.backup_is_due():
            self._run(custody.back_up(asked=False, place=place), custody.backed_up)
        elif place and (work := custody.bring(place)):
            self._run(work, custody.brought)

    def _run(self, work: Callable[[], Made], then: Callable[[Made], None]) -> None:
        def done(made: Made) -> None:
            self._busy = False
            then(made)

        self._busy = True
        self._tasks.run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, UserError):
            raise error
        self._refuse(error)

    def _refuse(self, error: UserError) -> None:
        if not self._told:
            self._told = True
            self._tell(str(error))

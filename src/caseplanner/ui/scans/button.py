"""The way from a version to its signed paper."""

from caseplanner.dossier.model import PlanVersion
from caseplanner.session import Session
from caseplanner.ui.scans import said
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets.buttons import Button


class PapersButton(Button):
    """Not there where no version is shown, nor where there is no paper and none may be attached."""

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__("", "file-check", "secondary")
        self._session, self._tasks = session, tasks
        self._version = ""
        self.clicked.connect(self._open)

    def show_version(self, version: PlanVersion | None) -> None:
        self._version = version.id if version else ""
        self.setVisible(version is not None and bool(version.scans or self._session.may_sign))
        if version:
            self.setAccessibleName(said.to_papers(version))
            self.setToolTip(self.accessibleName())

    def _open(self) -> None:
        from caseplanner.ui.scans.papers import Papers

        Papers(self._session, self._tasks, self._version, None, self).open()

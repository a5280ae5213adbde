"""How a page edits the open dossier: through the session, saying what the edit takes with it."""

from collections.abc import Callable

from caseplanner.dossier import lists
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.words import _


class Editing:
    """The session as the parts of a page see it.

    An edit that changes what the client answered to takes that answer away; that is said in a
    toast, once, so that it is never lost unseen.
    """

    def __init__(self, session: Session, toast: Callable[[str], None]) -> None:
        self._session = session
        self._toast = toast

    @property
    def dossier(self) -> Dossier:
        return self._session.dossier

    def change(
        self, label: str, edit: Callable[[Dossier], Dossier], merge: str = "", told: str = ""
    ) -> None:
        """Apply and save one edit; `label` is what Undo calls it, `told` what a toast says."""
        before = self._session.dossier
        self._session.change(label, edit, merge)
        if _lost_an_answer(before, self._session.dossier):
            name = before.person.called
            lost = _("The goal changed, so the answer of {name} is gone. Ask again.", name=name)
            told = f"{told} {lost}".lstrip()
        if told:
            self._toast(told)


def _lost_an_answer(before: Dossier, after: Dossier) -> bool:
    for goal in before.goals:
        now = lists.find(after.goals, goal.id)
        if goal.answer is not None and now is not None and now.answer is None:
            return True
    return False

"""A plan that was talked about, and its pages on a screen, for the tests of agreeing."""

from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner.dossier import answers, goals
from caseplanner.dossier.model import ClientAnswer, Dimension, Dossier, VersionReason
from caseplanner.session import Session
from caseplanner.ui.page import Page

APage = TypeVar("APage", bound=Page)


def discussed(dossier: Dossier) -> Dossier:
    """Two goals with steps; of the other two dimensions was said that there is no goal now."""
    for dimension, words, steps in (
        (Dimension.SELF, "Ik wil stoppen met blowen.", ("Ik praat met Tactus.", "Ik slaap.")),
        (Dimension.NETWORK, "Ik wil mijn dochter weer zien.", ("Ik bel mijn zus.",)),
    ):
        dossier = goals.add(dossier, dimension, words, steps)
        goal = dossier.goals[-1]
        for step in goal.steps:
            dossier = goals.change_step(
                dossier, goal.id, step.id, step.text, "Dennis", date(2026, 3, 13)
            )
    for dimension in (Dimension.VICTIM, Dimension.SOCIETY):
        dossier = answers.no_goal(dossier, dimension, "Dat komt later.")
    return dossier


def answered(dossier: Dossier) -> Dossier:
    for goal in goals.current(dossier):
        dossier = goals.answer(dossier, goal.id, ClientAnswer.YES)
    return dossier


def freeze(session: Session) -> str:
    """Answer what is open and set the plan; the id of the version."""
    session.change("answers", answered)
    first = not session.dossier.versions
    return session.freeze(VersionReason.FIRST if first else VersionReason.REVIEW).id


def show(
    qtbot: QtBot, page: APage, session: Session, width: int = 1366, height: int = 768
) -> APage:
    """The page on a screen, told of every edit as the window tells it."""
    qtbot.addWidget(page)
    session.on_change = page.show_dossier
    page.resize(width, height)
    page.show_dossier(session.dossier)
    with qtbot.waitActive(page):
        page.show()
    page.focus_first()
    QApplication.processEvents()
    return page

"""Dennis' plan, typed into the real window from an empty vault to a signed plan in PDF.

What is typed is read from the whole case (tests/whole), and the dossier that comes out of the
vault is held against it: nothing of it gets lost on the way through keys and mouse. What is around
the plan (intake, conditions, people, signals …) is typed in the tests of its own pages.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import guides, words
from caseplanner.desk import Desk
from caseplanner.dossier import agreements, answers, intake
from caseplanner.dossier.model import (
    ClientAnswer,
    Dimension,
    Dossier,
    Goal,
    GoalState,
    HowSigned,
    Role,
    Step,
)
from caseplanner.export import verify
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.dimension.goal_card import GoalCard
from caseplanner.ui.dimension.talk import ChoiceQuestion, TextQuestion
from caseplanner.ui.pages.answers import AnswersPage
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.pages.person import NewPage
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.pages.sign import SignPage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window
from tests import whole


@pytest.fixture(scope="module")
def case() -> Dossier:
    """As far as its plan: who it is, who sits at the table, the talks, the goals."""
    dossier = whole.case("dennis")
    person = replace(dossier.person, born=None, number="", support="")
    asked = tuple(a for a in dossier.answers if intake.part_of(a.id) is None)
    plan = Dossier(person, team=dossier.team, answers=asked, scores=dossier.scores)
    return replace(plan, no_goals=dossier.no_goals, goals=dossier.goals)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[Window]:
    words.use("nl")
    theme.use(qapp, "light", 100)
    tasks = Tasks()
    window = Window(desk, guides.load("nl"), Settings("nl"), tasks, lambda place: None)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    tasks.close()


def test_dennis_is_typed_agreed_signed_exported_and_verified(
    qtbot: QtBot,
    window: Window,
    desk: Desk,
    case: Dossier,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make(window, case)
    for dimension in Dimension:
        talk(window, case, dimension)
    assert window.session is not None
    typed = desk.open(window.session.dossier.id).dossier
    for now, meant in zip(told(typed).goals, told(case).goals, strict=True):
        assert now == meant
    assert told(typed) == told(case)

    agree(window, case)
    said = {goal.text: goal.answer for goal in window.session.dossier.goals}
    assert said == {goal.text: goal.answer for goal in case.goals}
    version = agreements.latest(window.session.dossier)
    assert version is not None

    sign(window)
    signed = agreements.latest(window.session.dossier)
    assert signed is not None
    assert {s.role: s.how for s in signed.signatures} == {
        Role.CLIENT: HowSigned.INK,
        Role.MENTOR: HowSigned.INK,
        Role.SUPERVISOR: HowSigned.PAPER,
    }

    target = tmp_path / "plan.pdf"
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: [str(target)])
    export(qtbot, window, target)
    report = verify.verify(target.read_bytes(), desk.seal().certificate_pem)
    assert report.intact
    assert report.pinned
    assert [s.name for s in report.signatures] == ["Dennis", "Fatma Bouzidi", "Joost Kamphuis"]


# What a person does, one page after the other.


def make(window: Window, case: Dossier) -> None:
    """A new dossier: who it is, how we talk, who works with him."""
    window.go("new")
    page = window.page
    assert isinstance(page, NewPage)
    for form in (page.who, page.how):
        for field in form.LINES:
            write(getattr(form, field), getattr(case.person, field))
    for tick in ("large_print", "pictograms", "read_aloud"):
        if getattr(page.how, tick).isChecked() != getattr(case.person, tick):
            click(getattr(page.how, tick))
    for role, (name, work) in page.team.seats.items():
        colleague = next(c for c in case.team if c.role is role)
        write(name, colleague.name)
        write(work, colleague.work)
    click(page.make)
    assert window.page_name == "hub"


def talk(window: Window, case: Dossier, dimension: Dimension) -> None:
    """One dimension: questions, places on the wheel, goals with their steps."""
    window.go("dimension", dimension)
    page = window.page
    assert isinstance(page, DimensionPage)
    write(page.words.field, answers.given(case, answers.words_of(dimension)))
    for id, question in page.questions.questions.items():
        said = answers.given(case, id)
        if isinstance(question, ChoiceQuestion):
            click(question.button(said)) if said else None
        elif isinstance(question, TextQuestion):
            write(question.field, said)
    click(page.scores.worker_too)
    for (by, moment), picker in page.scores.pickers.items():
        score = answers.scored(case, dimension, by, moment)
        if score:
            click(picker.chip(score.value))
    for goal in case.goals:
        if goal.dimension is dimension:
            add_goal(window, page, goal)


def add_goal(window: Window, page: DimensionPage, goal: Goal) -> None:
    assert window.session is not None
    write(page.goals.new.words, goal.text)
    QTest.keyClick(page.goals.new.words, Qt.Key.Key_Return)
    QApplication.processEvents()
    id = window.session.dossier.goals[-1].id
    card = page.goals.cards[id]
    click(card.decides.buttons[goal.decides])
    for step in goal.steps:
        add_step(window, card, id, step)
    write(card.helpers, goal.helpers)
    write(card.after_who, goal.after_who)
    write(card.after_from, digits(goal.after_from))
    if goal.state is GoalState.LATER:
        click(card.end.later)
        write(card.end.ask_later.day, digits(goal.remind_on))
        click(card.end.ask_later.sure)


def add_step(window: Window, card: GoalCard, id: str, step: Step) -> None:
    assert window.session is not None
    write(card.steps.new, step.text)
    QTest.keyClick(card.steps.new, Qt.Key.Key_Return)
    QApplication.processEvents()
    goal = next(g for g in window.session.dossier.goals if g.id == id)
    row = card.steps.rows[goal.steps[-1].id]
    row.actor.line.setFocus()
    row.actor.line.clear()
    keys(row.actor.line, step.actor)
    row.actor.flush()
    write(row.day, digits(step.on))
    menu = row.state.menu()
    list(menu.actions())[list(type(step.state)).index(step.state)].trigger()
    QApplication.processEvents()


def agree(window: Window, case: Dossier) -> None:
    """Each goal of now is asked; then the plan is set."""
    window.go("answers")
    page = window.page
    assert isinstance(page, AnswersPage)
    for goal in case.goals:
        if goal.state is not GoalState.NOW:
            continue
        trio = page.asking.trio.buttons
        assert not any(button.isChecked() or button.hasFocus() for button in trio.values())
        assert goal.answer in (ClientAnswer.YES, ClientAnswer.NO, ClientAnswer.UNSURE)
        click(trio[goal.answer])
        write(page.asking.reason.field, goal.answer_reason)
        click(page.on)
    click(page.end.setting.set_plan)
    QApplication.processEvents()


def sign(window: Window) -> None:
    """Dennis and Fatma draw, Joost signs on paper."""
    window.go("sign")
    page = window.page
    assert isinstance(page, SignPage)
    signing = page.signing
    for role in (Role.CLIENT, Role.MENTOR):
        click(signing.signers[role])
        QApplication.processEvents()
        draw(signing.pad)
        click(signing.ready)
    click(signing.signers[Role.SUPERVISOR])
    click(signing.paper)
    click(signing.on_paper.signed)


def export(qtbot: QtBot, window: Window, target: Path) -> None:
    window.go("preview")
    page = window.page
    assert isinstance(page, PreviewPage)
    qtbot.waitUntil(lambda: bool(page.pdf), timeout=20_000)
    click(page.export)
    qtbot.waitUntil(target.exists, timeout=20_000)


# How a person does it.


def write(field: QWidget, said: str) -> None:
    """Put the caret in the field and type."""
    if said:
        field.setFocus()
        keys(field, said)
        field.flush()  # type: ignore[attr-defined]


def keys(field: QWidget, said: str) -> None:
    """Every letter a key, also those QTest has no name for (é, “)."""
    for letter in said:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            press = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, press)


def click(widget: QWidget) -> None:
    assert widget.isVisibleTo(widget.window()), widget
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def draw(pad: QWidget) -> None:
    spots = [QPoint(pad.width() * x // 100, pad.height() * y // 100) for x, y in LOOPS]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=spots[0])
    for spot in spots[1:]:
        QTest.mouseMove(pad, spot)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=spots[-1])


LOOPS = [(20, 60), (30, 30), (38, 70), (46, 30), (54, 70), (62, 30), (70, 60), (80, 50)]


def digits(when: date | None) -> str:
    return when.strftime("%d-%m-%Y") if when else ""


def told(dossier: Dossier) -> Dossier:
    """The dossier as far as it was typed before anyone was asked: no ids, no days of writing."""
    team = [next(c for c in dossier.team if c.role is r) for r in (Role.MENTOR, Role.SUPERVISOR)]
    return replace(
        dossier,
        id="",
        versions=(),
        team=tuple(replace(c, id="") for c in team),
        answers=tuple(sorted((replace(a, on=None) for a in dossier.answers), key=by_id)),
        scores=tuple(sorted((replace(s, on=None) for s in dossier.scores), key=by_id)),
        no_goals=tuple(replace(n, on=None) for n in dossier.no_goals),
        goals=tuple(
            replace(
                goal,
                id="",
                answer=None,
                answer_reason="",
                answer_on=None,
                steps=tuple(replace(step, id="") for step in goal.steps),
            )
            for dimension in Dimension
            for goal in dossier.goals
            if goal.dimension is dimension
        ),
    )


def by_id(item: object) -> str:
    return str(getattr(item, "id", ""))

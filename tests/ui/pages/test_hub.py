"""The hub: where the client is, how far the plan is, and the one next thing to do."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import agreements, answers, course, goals, intake
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import (
    CaseState,
    ClientAnswer,
    Dimension,
    Dossier,
    HowSigned,
    Moment,
    Role,
    ScoredBy,
    Signature,
    VersionReason,
)
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.pages.hub import HubPage
from caseplanner.ui.widgets.phase_line import PhaseLine
from caseplanner.ui.window import Window
from tests import whole

CASES = Path(__file__).parents[2] / "cases"
AT = datetime(2026, 3, 11, 11, 6, tzinfo=UTC)


def shown(qtbot: QtBot, session: Session, guide: Guide, width: int = 1152) -> HubPage:
    page = HubPage(session, guide)
    qtbot.addWidget(page)
    session.on_change = page.show_dossier
    page.show_dossier(session.dossier)
    page.resize(width, 768)
    with qtbot.waitActive(page):
        page.show()
    return page


def discussed(dossier: Dossier) -> Dossier:
    dossier = goals.add(dossier, Dimension.SELF, "Ik wil leren lezen.", ("Ik vraag les aan.",))
    for dimension in (Dimension.NETWORK, Dimension.VICTIM, Dimension.SOCIETY):
        dossier = answers.no_goal(dossier, dimension, "Nu niet.")
    return dossier


def answered(dossier: Dossier) -> Dossier:
    dossier = discussed(dossier)
    return goals.answer(dossier, dossier.goals[0].id, ClientAnswer.YES)


def frozen(dossier: Dossier) -> Dossier:
    return agreements.freeze(answered(dossier), VersionReason.FIRST, AT)


def signed(dossier: Dossier) -> Dossier:
    dossier = frozen(dossier)
    for role in Role:
        signature = Signature(role, str(role), HowSigned.PAPER, AT)
        dossier = agreements.sign(dossier, dossier.versions[-1].id, signature)
    return dossier


@pytest.mark.parametrize(
    ("stage", "button", "page_name", "tag"),
    [
        (lambda d: d, "Verder: Ik zelf", "dimension", "Concept, versie 1"),
        (discussed, "Bereid driegesprek voor", "talk", "Concept, versie 1"),
        (answered, "Plan vaststellen", "answers", "Voorgelegd, versie 1"),
        (frozen, "Ondertekenen", "sign", "Vastgesteld, versie 1"),
        (signed, "Geef de PDF mee", "preview", "Ondertekend, versie 1"),
    ],
)
def test_the_main_button_is_the_next_thing_to_do(
    qtbot: QtBot,
    session: Session,
    guide: Guide,
    stage: object,
    button: str,
    page_name: str,
    tag: str,
) -> None:
    session.dossier = stage(session.dossier)  # type: ignore[operator]
    page = shown(qtbot, session, guide)
    assert page.head.main.text() == button
    assert page.head.tag.text() == tag
    with qtbot.waitSignal(page.go) as asked:
        page.head.main.click()
    assert asked.args[0] == page_name


def test_an_edit_after_signing_shows_a_concept_of_the_next_version(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    session.dossier = signed(session.dossier)
    page = shown(qtbot, session, guide)
    goal = session.dossier.goals[0].id
    session.change("step", lambda d: goals.add_step(d, goal, "Ik lees elke dag."))
    assert page.head.tag.text() == "Concept, versie 2"
    assert page.head.main.text() == "Bereid driegesprek voor"


def test_pointing_at_the_state_of_the_plan_tells_why_and_when_it_was_set(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    session.dossier = frozen(session.dossier)
    page = shown(qtbot, session, guide)
    told = "Versie 1: het eerste plan, vastgesteld op wo 11 maart."
    assert page.head.tag.accessibleDescription() == told
    assert told in page.head.tag.toolTip()


def test_the_line_begins_with_the_intake_which_holds_nothing_up(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    session.dossier = discussed(session.dossier)
    page = shown(qtbot, session, guide)
    line = page.findChild(PhaseLine)
    assert line is not None

    def told() -> str:
        return line.accessibleName().removeprefix("Hoe ver het plan is: ").split(";")[0]

    assert told() == "Intake: niet begonnen"
    assert page.head.main.text() == "Bereid driegesprek voor"
    session.change("x", lambda d: intake.talk_about(d, Part.WELL, True))
    assert told() == "Intake: 1 van 6 besproken"
    for part in Part:
        session.change("x", lambda d, p=part: intake.talk_about(d, p, True))  # type: ignore[misc]
    assert told() == "Intake: klaar"


def test_a_case_that_is_past_the_intake_says_so_on_the_line(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    session.change("x", lambda d: course.go_to(d, CaseState.RUNNING, AT.date()))
    session.change("x", lambda d: course.go_to(d, CaseState.PAUSED, AT.date(), "Ziek."))
    page = shown(qtbot, session, guide)
    line = page.findChild(PhaseLine)
    assert line is not None
    assert "Intake: klaar" in line.accessibleName()
    assert page.case.text() == "Zaak · gepauzeerd"
    assert "Ziek." in page.case.toolTip()


def test_the_plan_of_dennis_is_seen_whole_on_a_small_laptop(
    qapp: QApplication, window: Window, desk: Desk
) -> None:
    window.show_session(desk.add(whole.case("dennis")))
    window.go("hub")
    qapp.processEvents()
    page = window.page
    assert isinstance(page, HubPage)
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.verticalScrollBar().maximum() == 0
    assert len({way.y() for way in (page.case, *page.around.ways.values())}) <= 2  # one row


@pytest.mark.parametrize("size", [100, 150, 200])
def test_no_word_of_the_line_is_cut_off(
    qtbot: QtBot, qapp: QApplication, session: Session, guide: Guide, size: int
) -> None:
    theme.use(qapp, "light", size)
    page = shown(qtbot, session, guide)
    line = page.findChild(PhaseLine)
    assert line is not None
    assert line.is_across(line.width()) == (size < 200)
    assert line.height() >= line.heightForWidth(line.width())


def test_undo_stands_ready_with_the_name_of_what_was_done(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    page = shown(qtbot, session, guide)
    assert not page.head.saved.undo.isEnabled()
    session.change("Doel toegevoegd", discussed)
    assert page.head.saved.undo.accessibleName() == "Ongedaan maken: Doel toegevoegd"
    assert page.head.saved.words.text().startswith("Bewaard om ")
    page.head.saved.undo.click()
    assert session.dossier.goals == ()


def test_a_card_tells_everything_and_opens_its_dimension_by_keyboard(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    session.dossier = discussed(session.dossier)
    page = shown(qtbot, session, guide)
    card = page.cards[Dimension.SELF]
    known = QAccessible.queryAccessibleInterface(card)
    assert known.role() is QAccessible.Role.Button
    assert known.text(QAccessible.Text.Name) == (
        "Ik zelf. Bezig. “Ik wil leren lezen.”. 0 van 1 stappen klaar. Ik vraag les aan."
    )
    assert page.cards[Dimension.VICTIM].accessibleName().startswith("Het slachtoffer. Nu geen doel")
    card.setFocus()
    with qtbot.waitSignal(page.go) as asked:
        QTest.keyClick(card, Qt.Key.Key_Space)
    assert asked.args == ["dimension", Dimension.SELF]


def test_seen_but_without_a_goal_is_not_the_same_as_not_begun(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    page = shown(qtbot, session, guide)
    assert "Niet begonnen" in page.cards[Dimension.NETWORK].accessibleName()
    session.change("words", lambda d: answers.give(d, "network.important", "Mijn zus."))
    assert "Bespreken" in page.cards[Dimension.NETWORK].accessibleName()


def test_the_wheel_is_a_chart_that_tells_all_four_places(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    dossier = session.dossier
    for dimension, by, moment, value in (
        (Dimension.SELF, ScoredBy.CLIENT, Moment.START, 1),
        (Dimension.SELF, ScoredBy.CLIENT, Moment.NOW, 3),
        (Dimension.SELF, ScoredBy.WORKER, Moment.NOW, 2),
        (Dimension.NETWORK, ScoredBy.CLIENT, Moment.NOW, 0),
        (Dimension.VICTIM, ScoredBy.CLIENT, Moment.NOW, None),
    ):
        dossier = answers.score(dossier, dimension, by, moment, value)
    session.dossier = dossier
    page = shown(qtbot, session, guide)
    known = QAccessible.queryAccessibleInterface(page.wheel.wheel)
    assert known.role() is QAccessible.Role.Chart
    told = (
        "Herstelwiel van Dennis. Ik zelf: 3 van 5, aan het begin 1. Mijn mensen: 0 van 5. "
        "Het slachtoffer: wil dit niet invullen. De samenleving: nog niet gevraagd."
    )
    assert known.text(QAccessible.Text.Name) == told
    assert page.wheel.corners[Dimension.NETWORK].value.text() == "0 van 5"
    assert page.wheel.corners[Dimension.SOCIETY].value.text() == "nog niet gevraagd"
    page.wheel.with_worker.click()
    assert "de begeleider zegt 2" in page.wheel.wheel.accessibleName()


def test_what_is_needed_leads_to_the_page_where_it_is_done(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    session.dossier = replace(discussed(session.dossier), team=())
    page = shown(qtbot, session, guide)
    lines = {link.text(): link for link in page.todo.links}
    assert next(iter(lines)) == "Vragen wat Dennis vindt"  # what blocks comes first
    with qtbot.waitSignal(page.go) as asked:
        lines["Vragen wat Dennis vindt"].click()
    assert asked.args[0] == "answers"
    assert page.todo.count.text() == "4 van 7 klaar"


def test_when_the_plan_is_set_the_list_names_who_has_not_signed(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    session.dossier = frozen(session.dossier)
    page = shown(qtbot, session, guide)
    assert [link.text() for link in page.todo.links] == [
        "Handtekening van Dennis",
        "Handtekening van Fatma Bouzidi",
        "Handtekening van Joost Kamphuis",
    ]
    assert page.todo.count.text() == "0 van 3 getekend"


def test_what_does_not_fit_in_the_list_comes_when_asked_for(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    page = shown(qtbot, session, guide)
    assert [link.text() for link in page.todo.links][-1] == "en nog 2 dingen"
    page.todo.links[-1].click()
    assert [link.text() for link in page.todo.links] == [
        f"Bespreken: {title}"
        for title in ("Ik zelf", "Mijn mensen", "Het slachtoffer", "De samenleving")
    ]


@pytest.mark.parametrize(("size", "width"), [(100, 1152), (150, 1258), (200, 1258), (200, 1000)])
def test_nothing_is_wider_than_the_window_at_any_text_size(
    qtbot: QtBot,
    qapp: QApplication,
    session: Session,
    guide: Guide,
    size: int,
    width: int,
) -> None:
    theme.use(qapp, "light", size)
    session.dossier = discussed(session.dossier)
    page = shown(qtbot, session, guide, width)
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    inner = scroll.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= scroll.viewport().width()
    assert page.minimumSizeHint().width() <= width


def test_tab_goes_through_the_page_as_it_is_read(
    qtbot: QtBot, session: Session, guide: Guide
) -> None:
    session.dossier = discussed(session.dossier)
    page = shown(qtbot, session, guide)
    page.head.back.setFocus()
    seen = []
    for _step in range(40):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in seen:
            break
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    order = [
        page.head.back,
        page.head.team,
        page.head.pdf,
        page.head.main,
        page.wheel.wheel,
        page.wheel.with_worker,
        *page.cards.values(),
        *page.todo.links,
    ]
    assert [widget for widget in seen if widget in order] == order


def test_a_dossier_opened_again_shows_the_same(
    qtbot: QtBot, desk: Desk, session: Session, guide: Guide
) -> None:
    session.change("talk", discussed)
    page = shown(qtbot, desk.open(session.dossier.id), guide)
    assert page.head.main.text() == "Bereid driegesprek voor"

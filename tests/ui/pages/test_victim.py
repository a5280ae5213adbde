"""The dimension of the victim: information first, mediation step by step, and the guards."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import printing
from caseplanner.desk import Desk
from caseplanner.dossier import answers, goals, guards, mediation, network
from caseplanner.dossier.model import (
    Achievement,
    Area,
    Basic,
    BasicState,
    Dimension,
    Dossier,
    Light,
    MediationState,
    Seen,
    Signal,
    Stay,
    VersionReason,
    WorkerNote,
)
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.ui import dates
from caseplanner.ui.dimension.mediation import MediationCard
from caseplanner.ui.dimension.victim import ProtectedCard
from caseplanner.ui.guards.notices import Notice
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.window import Window
from tests.ui.pages import agreeing

State = MediationState


@pytest.fixture
def page(window: Window, session: Session) -> DimensionPage:
    window.show_session(session)
    window.go("dimension", Dimension.VICTIM)
    return shown(window)


@pytest.fixture
def card(page: DimensionPage) -> MediationCard:
    assert page.victim
    return page.victim.mediation


@pytest.fixture
def names(page: DimensionPage) -> ProtectedCard:
    assert page.victim
    return page.victim.names


def shown(window: Window) -> DimensionPage:
    page = window.page
    assert isinstance(page, DimensionPage)
    return page


def write(field: QWidget, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    field.flush()  # type: ignore[attr-defined]


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def offered(card: MediationCard) -> list[State]:
    return [state for state, button in card.next.items() if button.isVisible()]


def notices(page: QWidget) -> list[Notice]:
    return [n for n in page.findChildren(Notice) if n.isVisible() and not n.error.isHidden()]


def pick(card: MediationCard, state: State, on: date | None) -> None:
    card.next[state].click()
    card.ask.day.pick(on)
    card.ask.sure.click()


def test_the_information_card_stands_before_all_else(page: DimensionPage) -> None:
    assert page.information
    top = page.information.mapTo(page, page.information.rect().topLeft()).y()
    for below in (page.words, page.scores, page.questions, page.goals, page.victim):
        assert below
        assert below.mapTo(page, below.rect().topLeft()).y() > top


def test_mediation_goes_step_by_step_and_only_a_yes_leads_to_a_referral(
    card: MediationCard, session: Session
) -> None:
    today = dates.today()
    assert card.now.text() == "Niet besproken"
    assert offered(card) == [State.DISCUSSED]
    pick(card, State.DISCUSSED, today)
    assert set(offered(card)) == {State.NOT_WANTED, State.LATER, State.CONSENT}
    widths = {card.next[state].width() for state in offered(card)}
    assert len(widths) == 1  # none is the good one
    card.next[State.CONSENT].click()
    assert card.ask.day.text() == ""  # a yes has no day beforehand
    card.ask.sure.click()
    assert "op welke dag de cliënt ja zei" in card.ask.field.error.text()
    assert mediation.now(session.dossier).state is State.DISCUSSED
    card.ask.day.pick(today + timedelta(days=1))
    card.ask.sure.click()
    assert "moet nog komen" in card.ask.field.error.text()
    card.ask.day.pick(today)
    card.ask.sure.click()
    assert State.REFERRED in offered(card)
    pick(card, State.REFERRED, today)
    assert mediation.consent(session.dossier)
    assert set(offered(card)) == {State.WITH_MEDIATOR, State.CLOSED}
    session.undo()
    assert mediation.now(session.dossier).state is State.CONSENT


def test_later_has_a_day_to_look_again_and_can_be_taken_back(
    card: MediationCard, session: Session
) -> None:
    today = dates.today()
    pick(card, State.DISCUSSED, today)
    card.next[State.LATER].click()
    assert card.ask.reminder.isVisible()
    card.ask.again.pick(today + timedelta(days=60))
    card.ask.sure.click()
    assert mediation.now(session.dossier).remind_on == today + timedelta(days=60)
    assert "We kijken weer op" in card.now.text()
    card.back.click()
    assert card.now.text().startswith("Besproken")
    card.next[State.NOT_WANTED].click()
    assert not card.ask.reminder.isVisible()


def test_no_field_of_mediation_takes_words(card: MediationCard) -> None:
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

    from caseplanner.ui.widgets.date_field import DateField

    assert card.findChildren(QPlainTextEdit) == []
    assert {type(field) for field in card.findChildren(QLineEdit)} == {DateField}


def test_mediation_goes_by_keyboard_alone(card: MediationCard, session: Session) -> None:
    card.next[State.DISCUSSED].setFocus()
    QTest.keyClick(card.next[State.DISCUSSED], Qt.Key.Key_Return)
    assert card.ask.day.hasFocus()
    card.ask.sure.setFocus()
    QTest.keyClick(card.ask.sure, Qt.Key.Key_Space)
    assert mediation.now(session.dossier).state is State.DISCUSSED


def test_a_number_is_pointed_out_while_it_is_typed_and_said_once(
    page: DimensionPage, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if event.type() is QAccessible.Event.Announcement:
            heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    field = page.questions.questions["victim.impact"].field  # type: ignore[union-attr]
    write(field, "Zijn nummer is 06-12345678")
    [notice] = notices(page)
    assert notice.error.text() == "“06-12345678” lijkt een telefoonnummer. Laat het weg."
    write(field, ", dacht ik. Maar ik bel nooit.")
    QApplication.processEvents()
    assert [line for line in heard if "telefoonnummer" in line] == [notice.error.text()]
    # It stands below its field, and Tab reaches it after that.
    qtbot.waitUntil(
        lambda: (
            notice.mapTo(page, notice.rect().topLeft()).y()
            > field.mapTo(page, field.rect().bottomLeft()).y()
        )
    )
    field.setFocus()
    page.focusNextChild()
    assert notice.stand.hasFocus()
    session.change("", lambda d: answers.give(d, "victim.impact", "Hij schrok."))
    assert notices(page) == []


def test_a_finding_may_stand_because(page: DimensionPage, session: Session) -> None:
    write(page.words.field, "Bel 06-12345678")
    [notice] = notices(page)
    notice.stand.click()
    assert notice.reason.hasFocus()
    with pytest.raises(UserError, match="waarom"):
        session.change("", lambda d: guards.overrule(d, notice.objectName(), " "))
    QTest.keyClicks(notice.reason, "Nummer van het CJIB")
    QTest.keyClick(notice.reason, Qt.Key.Key_Return)
    assert session.dossier.overruled[0].reason == "Nummer van het CJIB"
    assert notices(page) == []
    assert "mag staan: Nummer van het CJIB" in said(notice)
    notice.not_any_more.click()
    assert len(notices(page)) == 1
    session.undo()
    assert notices(page) == []


def test_goals_and_steps_and_reasons_are_looked_at_too(
    page: DimensionPage, session: Session
) -> None:
    session.change(
        "", lambda d: goals.add(d, Dimension.VICTIM, "Naar 7551 AB", ("Bel 0612345678",))
    )
    QApplication.processEvents()
    assert len(notices(page.goals)) == 2
    goal = session.dossier.goals[0].id
    session.change("", lambda d: goals.later(d, goal, reason="Zie a@b.nl"))
    QApplication.processEvents()
    assert len(notices(page.goals)) == 3
    session.change("", lambda d: goals.remove(d, goal))
    session.change("", lambda d: answers.no_goal(d, Dimension.VICTIM, "Zie a@b.nl"))
    assert len(notices(page.goals)) == 1


def test_a_name_is_protected_without_being_seen_and_never_shown_again(
    names: ProtectedCard, page: DimensionPage, session: Session, window: Window
) -> None:
    QTest.keyClicks(names.name, "Annabella")
    assert "Annabella" not in names.name.displayText()
    QTest.keyClick(names.name, Qt.Key.Key_Return)
    assert names.how_many.text() == "1 naam is beschermd."
    assert names.name.text() == ""
    assert "annabella" not in repr(session.dossier).lower()
    write(page.words.field, "Ik denk aan annabella.")
    [notice] = notices(page)
    assert "beschermde naam" in notice.error.text()
    window.go("dimension", Dimension.SELF)
    write(shown(window).words.field, "Annabella weer.")  # in every text, not only with the victim
    assert len(notices(window.page)) == 1
    names.remove[session.dossier.protected[0].id].click()
    window.go("dimension", Dimension.VICTIM)
    assert names.how_many.text() == "Er is geen naam beschermd."
    assert guards.findings(session.dossier) == ()


def test_what_is_no_name_is_said_at_the_field(names: ProtectedCard, session: Session) -> None:
    names.protect.click()
    assert names.field.error.isVisible()
    QTest.keyClicks(names.name, "Dennis")
    names.protect.click()
    assert "Zo heet de cliënt zelf" in names.field.error.text()
    assert session.dossier.protected == ()


def test_no_protected_name_reaches_the_disk_or_the_draft_of_a_lock(
    names: ProtectedCard, session: Session, window: Window, desk: Desk, tmp_path: Path
) -> None:
    from caseplanner.ui import half

    QTest.keyClicks(names.name, "Annabella")
    assert b"Annabella" not in half.collect(window).dump(100_000)
    names.protect.click()
    labels = [moment.label for moment in session.moments()]
    assert not [label for label in labels if "annabella" in label.lower()]


def test_the_reason_being_typed_comes_back_to_its_notice(
    page: DimensionPage, window: Window
) -> None:
    from caseplanner.ui import half

    write(page.words.field, "Bel 06-12345678")
    [notice] = notices(page)
    notice.stand.click()
    QTest.keyClicks(notice.reason, "Omdat het")
    kept = half.collect(window)
    notice.reason.put("")
    notice.asking.hide()
    half.put_back(window, kept)
    assert notice.reason.text() == "Omdat het"
    assert notice.reason.isVisible()


@pytest.fixture
def held(session: Session) -> Dossier:
    """A plan that is ready to be set, but for a phone number in an answer about the victim."""
    session.change("", agreeing.discussed)
    session.change("", agreeing.answered)
    session.change("", lambda d: answers.give(d, "victim.impact", "Bel 06-12345678"))
    return session.dossier


def test_a_plan_with_a_finding_is_not_set_and_the_hub_leads_to_the_words(
    window: Window, session: Session, held: Dossier
) -> None:
    window.show_session(session)
    [first, *_rest] = window.page.todo.links  # type: ignore[attr-defined]
    assert first.text() == "Kijk naar deze woorden"
    with pytest.raises(UserError):
        session.freeze(VersionReason.FIRST)
    first.click()
    [notice] = notices(shown(window))
    assert notice.stand.hasFocus()  # the sentence leads to the field


def test_nothing_is_exported_or_printed_until_it_is_resolved(
    window: Window,
    session: Session,
    held: Dossier,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def asked(dialog: QFileDialog | QPrintDialog) -> int:
        opened.append(type(dialog).__name__)
        return 0

    monkeypatch.setattr(QFileDialog, "exec", asked)
    monkeypatch.setattr(QPrintDialog, "exec", asked)
    window.show_session(session)
    window.go("preview")
    preview = window.page
    assert isinstance(preview, PreviewPage)
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=30_000)
    assert preview.held_back.isVisible()
    assert "kan nog niet naar buiten" in preview.held_back.error.text()
    assert not preview.export.isEnabled()
    assert not preview.print.isEnabled()
    preview.export.click()
    preview.print.click()
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert opened == []
    preview.held_back.way.click()
    [notice] = notices(shown(window))
    mark = notice.objectName()
    session.change("", lambda d: guards.overrule(d, mark, "Nummer van het CJIB"))
    window.go("preview")
    qtbot.waitUntil(preview.held_back.isHidden, timeout=30_000)
    qtbot.waitUntil(preview.export.isEnabled, timeout=30_000)
    preview.export.click()
    assert opened == ["QFileDialog"]


def test_the_command_line_holds_the_same_plan_back(
    session: Session, held: Dossier, desk: Desk
) -> None:
    from datetime import UTC, datetime

    edition = printing.edition(session, desk.seal(), None, datetime.now(UTC))
    with pytest.raises(UserError, match="kan nog niet naar buiten"):
        printing.check_may_leave(session, edition)


def test_a_version_that_was_set_stays_inside_once_somebody_in_it_is_locked(
    session: Session, desk: Desk
) -> None:
    from datetime import UTC, datetime

    session.change("", agreeing.discussed)
    session.change("", agreeing.answered)
    session.change("", lambda d: network.add(d, "Karel"))
    version = session.freeze(VersionReason.FIRST)
    edition = printing.edition(session, desk.seal(), version.id, datetime.now(UTC))
    printing.check_may_leave(session, edition)
    session.change("", lambda d: network.lock_as_victim(d, d.contacts[0].id))
    with pytest.raises(UserError, match="kan niet meer naar buiten"):
        printing.check_may_leave(session, edition)


@pytest.mark.parametrize("name", ["intake", "basics", "signals", "achievements", "notes", "person"])
def test_a_protected_name_is_pointed_out_on_every_other_page_too(
    window: Window, session: Session, name: str
) -> None:
    def write(dossier: Dossier) -> Dossier:
        seen = "Anna zei dat"
        return replace(
            guards.protect(dossier, "Anna"),
            person=replace(dossier.person, cell=seen),
            stays=(Stay(about=seen),),
            basics=(Basic(Area.HOUSING, BasicState.BUSY, note=seen),),
            signals=(Signal(Light.RED, Seen.I_DO, seen),),
            achievements=(Achievement(seen),),
            notes=(WorkerNote(seen),),
        )

    window.show_session(session)
    session.change("", write)
    window.go(name)
    [notice] = notices(window.page)
    assert "beschermde naam" in notice.error.text()
    notice.stand.click()
    QTest.keyClicks(notice.reason, "Een andere Anna")
    notice.sure.click()
    assert notices(window.page) == []
    assert "mag staan" in said(notice)

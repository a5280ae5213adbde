"""A volunteer: asked for by the client, matched with two yeses, tuned with the client there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseplanner.desk import Desk
from caseplanner.dossier import goals
from caseplanner.dossier.model import (
    Activity,
    ClientAnswer,
    CoordinationKind,
    Dimension,
    Dossier,
    VolunteerKind,
)
from caseplanner.dossier.volunteers import Match, match
from caseplanner.export import pdf
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.volunteers.card import VolunteerCard
from caseplanner.ui.volunteers.moments import MomentCard
from caseplanner.ui.volunteers.part import VolunteersPart
from caseplanner.ui.volunteers.tasks import TaskCard
from caseplanner.ui.widgets.fields import Choice, TextField
from caseplanner.ui.window import Window
from tests.export import editions, reading

Again = Callable[[], Window]


@pytest.fixture
def part(window: Window, session: Session) -> VolunteersPart:
    window.show_session(session)
    return shown(window)


def shown(window: Window) -> VolunteersPart:
    window.go("who", "volunteers")
    part = window.page.parts.part("volunteers")  # type: ignore[attr-defined]
    assert isinstance(part, VolunteersPart)
    return part


def now(window: Window) -> Dossier:
    assert window.session
    return window.session.dossier


def write(field: TextField, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    field.flush()


def choose(field: Choice, value: object) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def asked(part: VolunteersPart) -> VolunteerCard:
    """The client said yes, and somebody was found."""
    part.wish.trio.buttons[ClientAnswer.YES].click()
    part.list.new.click()
    card = part.list.fresh
    assert isinstance(card, VolunteerCard)
    write(card.name, "Ab")
    return card


def test_nobody_is_looked_for_until_the_client_asks(window: Window, part: VolunteersPart) -> None:
    assert not any(button.isChecked() for button in part.wish.trio.buttons.values())
    widths = [button.width() for button in part.wish.trio.buttons.values()]
    assert max(widths) - min(widths) <= 1  # of what is left over when it is divided by three
    assert not part.list.isVisible()
    part.wish.trio.buttons[ClientAnswer.YES].click()
    write(part.wish.words, "Iemand van buiten, geen hulpverlener.")
    wish = now(window).volunteer_wish
    assert (wish.says, wish.offered_on) == (ClientAnswer.YES, today())
    assert wish.words == "Iemand van buiten, geen hulpverlener."
    assert part.list.new.isVisible()


def test_no_is_a_full_answer_and_nothing_else_is_asked(
    window: Window, part: VolunteersPart
) -> None:
    part.wish.trio.buttons[ClientAnswer.NO].click()
    assert "Dat is een goed antwoord" in part.wish.told.text()
    assert not part.list.isVisible()
    window.undo()
    assert now(window).volunteer_wish.says is None
    assert not any(button.isChecked() for button in part.wish.trio.buttons.values())


def test_a_match_needs_the_yes_of_both_and_its_reasons_are_kept(
    window: Window, part: VolunteersPart
) -> None:
    card = asked(part)
    write(card.reasons, "Bouw en humor.")
    write(card.vog_by, "Fatma")
    assert card.told.text() == "Er is nog niemand gevraagd."
    card.client_says.buttons[ClientAnswer.YES].click()
    assert card.told.text() == "We wachten op het antwoord van Ab."
    card.own_says.buttons[ClientAnswer.YES].click()
    assert card.told.text() == "Dennis en Ab zeiden allebei ja."
    [kept] = now(window).volunteers
    assert match(kept) is Match.BOTH
    assert (kept.reasons, kept.vog_by) == ("Bouw en humor.", "Fatma")
    assert (kept.client_on, kept.own_on) == (today(), today())
    assert "Evalueer het contact voor" in card.next.text()  # three months from now
    card.own_says.buttons[ClientAnswer.NO].click()
    assert card.told.text() == "Deze match gaat niet door."


def test_an_expert_by_experience_is_another_role_than_a_volunteer(
    window: Window, part: VolunteersPart
) -> None:
    card = asked(part)
    choose(card.kind, VolunteerKind.EXPERT)
    assert now(window).volunteers[0].kind is VolunteerKind.EXPERT
    assert card.kind.currentText() == "ervaringsdeskundige"


def test_checking_or_enforcing_cannot_be_chosen_as_a_task(
    window: Window, part: VolunteersPart
) -> None:
    session = window.session
    assert session
    session.change("", lambda d: goals.add(d, Dimension.SOCIETY, "Ik wil werk in de bouw."))
    card = asked(part)
    card.tasks.new.click()
    task = card.tasks.fresh
    assert isinstance(task, TaskCard)
    offered = [task.activity.itemText(place).casefold() for place in range(task.activity.count())]
    assert len(offered) == len(Activity)
    assert not [text for text in offered if "contro" in text or "toezicht" in text]
    write(task.text, "Samen naar het uitzendbureau.")
    choose(task.activity, Activity.GO_ALONG)
    choose(task.goal, session.dossier.goals[0].id)
    write(card.passes_on, "Ab zegt het tegen Fatma als hij zich zorgen maakt.")
    [kept] = now(window).volunteers[0].tasks
    assert (kept.activity, kept.text) == (Activity.GO_ALONG, "Samen naar het uitzendbureau.")
    assert kept.goal == session.dossier.goals[0].id
    assert (
        now(window).volunteers[0].passes_on == "Ab zegt het tegen Fatma als hij zich zorgen maakt."
    )


def test_worker_and_volunteer_tune_tasks_and_goals_and_ask_whether_it_feels_equal(
    window: Window, part: VolunteersPart
) -> None:
    moment = planned(part)
    assert not moment.equal.isVisible()  # it is asked after the moment, not before
    moment.held.click()
    write(moment.equal, "Ja, Ab belt zelf ook.")
    [kept] = now(window).volunteers[0].coordination
    assert (kept.text, kept.held) == ("Elke drie weken praten.", True)
    assert kept.equal == "Ja, Ab belt zelf ook."
    choose(moment.kind, CoordinationKind.EVALUATION)
    assert now(window).volunteers[0].coordination[0].kind is CoordinationKind.EVALUATION


def test_the_client_is_there_or_it_is_written_down_why_not(
    window: Window, part: VolunteersPart
) -> None:
    moment = planned(part)
    assert moment.there.isChecked()
    assert moment.there.text() == "Dennis is erbij"
    assert not moment.why_absent.isVisible()
    moment.there.click()
    write(moment.why_absent, "Dennis was ziek.")
    [kept] = now(window).volunteers[0].coordination
    assert (kept.client_there, kept.why_absent) == (False, "Dennis was ziek.")


def planned(part: VolunteersPart) -> MomentCard:
    card = asked(part)
    card.moments.new.click()
    moment = card.moments.fresh
    assert isinstance(moment, MomentCard)
    write(moment.text, "Elke drie weken praten.")
    return moment


def test_it_stands_in_the_plan_but_for_who_the_volunteer_is(
    window: Window, part: VolunteersPart, tmp_path: Path
) -> None:
    card = asked(part)
    write(card.about, "55, oud-metselaar")
    write(card.reasons, "Bouw en humor.")
    (path := tmp_path / "plan.pdf").write_bytes(pdf.build(editions.concept(now(window))))
    heard = reading.spoken(path)
    assert "Ab, vrijwilliger" in heard
    assert "Bouw en humor." in heard
    assert "oud-metselaar" not in heard


def test_a_removed_volunteer_comes_back_with_everything(
    window: Window, part: VolunteersPart
) -> None:
    planned(part)
    before = now(window).volunteers
    card = next(card for card in part.list.cards.values() if card.objectName() == before[0].id)
    card.remove.click()
    assert now(window).volunteers == ()
    window.undo()
    assert now(window).volunteers == before


def test_words_on_their_way_come_back_after_a_lock(
    window: Window, part: VolunteersPart, again: Again
) -> None:
    part.wish.trio.buttons[ClientAnswer.YES].click()
    part.list.new.click()
    QTest.keyClicks(part.list.fresh.first, "Ab")
    locked = again()
    assert [one.name for one in now(locked).volunteers] == ["Ab"]
    assert locked.page.spot() == "volunteers"
    field = QApplication.focusWidget()
    assert isinstance(field, TextField)
    assert field.text() == "Ab"


def test_a_closed_dossier_is_only_read(window: Window, part: VolunteersPart, desk: Desk) -> None:
    planned(part)
    before = now(window)
    desk.custody.close(before.id, today(), today())
    window.show_again()
    [card] = [c for c in part.list.cards.values() if c.isVisible()]
    assert isinstance(card, VolunteerCard)
    card.client_says.buttons[ClientAnswer.NO].click()
    part.wish.trio.buttons[ClientAnswer.NO].click()
    QTest.keyClicks(card.reasons, "anders")
    window.page.flush()
    assert now(window) == before
    assert not part.list.new.isVisible()
    assert not card.remove.isVisible()
    assert not card.tasks.new.isVisible()


def test_home_tells_whose_answer_is_expected_and_leads_there(
    window: Window, part: VolunteersPart
) -> None:
    card = asked(part)
    card.client_says.buttons[ClientAnswer.YES].click()
    session = window.session
    assert session

    def expect(dossier: Dossier) -> Dossier:
        [one] = dossier.volunteers
        return replace(dossier, volunteers=(replace(one, answer_by=date(2026, 1, 5)),))

    session.change("", expect)
    window.go("list")
    [link] = window.list.home.links.values()
    assert "het antwoord van de vrijwilliger" in link.text()
    link.click()
    assert (window.page_name, window.page.spot()) == ("who", "volunteers")


@pytest.mark.parametrize("size", [100, 150])
def test_the_three_answers_are_reached_by_keyboard_and_none_by_accident(
    qapp: QApplication, window: Window, session: Session, size: int
) -> None:
    theme.use(qapp, "light", size)
    window.use(replace(window.settings, text_size=size), window.guide)
    window.show_session(session)
    part = shown(window)
    yes, no, _unsure = part.wish.trio.buttons.values()
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Right)
    assert no.hasFocus()
    assert now(window).volunteer_wish.says is None
    QTest.keyClick(no, Qt.Key.Key_Space)
    assert now(window).volunteer_wish.says is ClientAnswer.NO

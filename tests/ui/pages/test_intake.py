"""The intake in the real window: any order, nothing lost, no field for what may not be asked."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import answers, course, intake, stays
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.intake import Part, Standing
from caseplanner.dossier.model import CaseState, Dossier, Verdict
from caseplanner.session import Session
from caseplanner.settings import Place, Settings
from caseplanner.ui import theme
from caseplanner.ui.dates import today
from caseplanner.ui.intake.facts import ReadingFacts, WhoFacts
from caseplanner.ui.intake.sittings import Sittings
from caseplanner.ui.intake.stay_card import StayFacts
from caseplanner.ui.pages.hub import HubPage
from caseplanner.ui.pages.intake import IntakePage, IntakePart
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window
from tests import whole

STATEMENT = "Ik heb de fietsen meegenomen."


@pytest.fixture
def page(window: Window, desk: Desk, dossier: Dossier) -> IntakePage:
    window.show_session(desk.add(dossier))
    window.go("intake")
    return at(window)


def card(page: IntakePage, part: Part) -> IntakePart:
    made = page.parts.part(part)
    assert isinstance(made, IntakePart)
    return made


def stay_of(page: IntakePage) -> StayFacts:
    facts = card(page, Part.SITUATION).facts
    assert isinstance(facts, StayFacts)
    return facts


def who_of(page: IntakePage) -> WhoFacts:
    facts = card(page, Part.WHO).facts
    assert isinstance(facts, WhoFacts)
    return facts


def reading_of(page: IntakePage) -> ReadingFacts:
    facts = card(page, Part.READING).facts
    assert isinstance(facts, ReadingFacts)
    return facts


def talks_of(page: IntakePage) -> Sittings:
    talks = page.parts.part("talks")
    assert isinstance(talks, Sittings)
    return talks


def at(window: Window) -> IntakePage:
    assert isinstance(window.page, IntakePage)
    return window.page


def now(window: Window) -> Dossier:
    assert window.session
    return window.session.dossier


def write(field: QWidget, words: str) -> None:
    """Type as a person does, and rest."""
    field.setFocus()
    QTest.keyClicks(field, words)
    field.flush()  # type: ignore[attr-defined]


def day(field: QWidget, words: str) -> None:
    field.setText("")  # type: ignore[attr-defined]
    write(field, words)


def test_what_goes_well_comes_first_and_is_open(page: IntakePage) -> None:
    assert next(iter(page.list)) == Part.WELL
    assert card(page, Part.WELL).isVisible()
    assert not card(page, Part.WORRIES).isVisible()
    assert page.list[Part.WELL].hasFocus()


def test_parts_are_opened_in_any_order_by_keyboard(page: IntakePage) -> None:
    button = page.list[Part.PEOPLE]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert card(page, Part.PEOPLE).isVisible()
    assert not card(page, Part.WELL).isVisible()
    assert button.isChecked()
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert page.list[Part.READING].hasFocus()
    assert reading_of(page).isVisible()
    QTest.keyClick(page.list[Part.READING], Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused and reading_of(page).isAncestorOf(focused)


def test_an_answer_is_saved_and_the_part_says_it_was_begun(
    window: Window, page: IntakePage
) -> None:
    well = card(page, Part.WELL)
    write(well.questions.questions["intake.well.good"].field, "Ik sta op tijd op.")  # type: ignore[union-attr]
    assert answers.given(now(window), "intake.well.good") == "Ik sta op tijd op."
    assert page.list[Part.WELL].accessibleName() == "Wat gaat goed, begonnen"
    well.talked.click()
    assert page.list[Part.WELL].accessibleName() == "Wat gaat goed, besproken"
    window.undo()
    window.undo()
    assert intake.standing(now(window), Part.WELL) is Standing.EMPTY


def test_the_workers_own_view_says_that_it_is(page: IntakePage) -> None:
    worker = card(page, Part.WORRIES).questions.questions["intake.worries.worker"]
    client = card(page, Part.WORRIES).questions.questions["intake.worries.own"]
    assert "Wat de begeleider ziet" in texts(worker)
    assert "Wat de begeleider ziet" not in texts(client)


def texts(part: QWidget) -> list[str]:
    return [child.text() for child in part.findChildren(QWidget) if hasattr(child, "text")]


def test_a_day_that_cannot_be_is_said_at_its_field(window: Window, page: IntakePage) -> None:
    page.parts.open(Part.SITUATION)
    stay = stay_of(page)
    day(stay.since.day, "13-01-2026")
    day(stay.release.day, "12-01-2026")
    assert "vóór de eerste dag" in stay.release.error._words.text()
    assert stay.release.error.isVisible()
    assert stay.release.day.text() == "12-01-2026"  # what was typed stays
    assert stays.now(now(window)).release is None  # type: ignore[union-attr]
    day(stay.since.day, "01-01-2026")
    assert stays.now(now(window)).release == date(2026, 1, 12)  # type: ignore[union-attr]
    assert not stay.release.error.isVisible()
    day(stay.release.day, "29-02-2027")
    assert "Deze dag bestaat niet" in stay.release.error._words.text()
    assert stays.now(now(window)).release == date(2026, 1, 12)  # type: ignore[union-attr]


def test_a_transfer_has_a_day_which_is_not_before_the_stay(
    window: Window, page: IntakePage
) -> None:
    page.parts.open(Part.SITUATION)
    stay = stay_of(page)
    assert stay.moved_on.label.text() == "Overgeplaatst op"
    day(stay.since.day, "13-01-2026")
    day(stay.moved_on.day, "12-01-2026")
    assert "vóór de eerste dag" in stay.moved_on.error._words.text()
    assert stays.now(now(window)).moved_on is None  # type: ignore[union-attr]
    day(stay.since.day, "01-01-2026")
    assert stays.now(now(window)).moved_on == date(2026, 1, 12)  # type: ignore[union-attr]
    assert not stay.moved_on.error.isVisible()


def test_a_day_of_birth_wants_its_whole_year(window: Window, page: IntakePage) -> None:
    page.parts.open(Part.WHO)
    day(who_of(page).born.day, "14-07-93")
    assert "hele jaar" in who_of(page).born.error._words.text()
    day(who_of(page).born.day, "14-07-1993")
    assert now(window).person.born == date(1993, 7, 14)
    assert not who_of(page).born.error.isVisible()


def test_the_offence_has_a_field_only_while_the_verdict_is_final(
    window: Window, page: IntakePage
) -> None:
    page.parts.open(Part.SITUATION)
    stay = stay_of(page)
    assert not stay.offence.field.isVisible()
    assert "onherroepelijk" in stay.offence.why_not.text()
    choose(stay.verdict, Verdict.FINAL)
    assert stay.offence.field.isVisible()
    write(stay.offence.words, STATEMENT)
    choose(stay.verdict, Verdict.NOT_FINAL)
    assert not stay.offence.field.isVisible()
    assert stay.offence.words.text() == ""
    assert "blijft bewaard" in stay.offence.why_not.text()
    assert stays.now(now(window)).statement == STATEMENT  # type: ignore[union-attr]
    choose(stay.verdict, Verdict.FINAL)
    assert stay.offence.words.text() == STATEMENT


def choose(choice: QWidget, value: object) -> None:
    choice.set_value(value)  # type: ignore[attr-defined]
    choice.activated.emit(choice.currentIndex())  # type: ignore[attr-defined]


def test_words_of_the_offence_still_being_typed_are_taken_before_the_verdict_goes(
    window: Window, page: IntakePage
) -> None:
    page.parts.open(Part.SITUATION)
    stay = stay_of(page)
    choose(stay.verdict, Verdict.FINAL)
    stay.offence.words.setFocus()
    QTest.keyClicks(stay.offence.words, "Half")
    stay.verdict.setFocus()
    choose(stay.verdict, Verdict.UNKNOWN)
    assert stays.now(now(window)).statement == "Half"  # type: ignore[union-attr]


def test_a_new_case_begins_empty_and_the_old_one_is_read_below(
    window: Window, page: IntakePage
) -> None:
    assert window.session
    window.session.change("", whole.taken("sam"))
    window.session.change("", lambda d: stays.state_offence(d, STATEMENT))
    page.parts.open(Part.SITUATION)
    stay = stay_of(page)
    stay.again.open.click()
    day(stay.again.ended.day, "26-06-2026")
    stay.again.sure.click()
    assert (stay.since.day.text(), stay.about.text()) == ("", "")
    assert not stay.offence.field.isVisible()
    told = " ".join(text for text in texts(stay) if isinstance(text, str))
    assert "Eerdere detentie" in told
    assert f"“{STATEMENT}”" in told
    window.undo()
    assert len(now(window).stays) == 1


def test_how_we_read_and_talk_is_kept(window: Window, page: IntakePage) -> None:
    window.go("intake", Part.READING)
    reading = reading_of(page)
    assert reading.isVisible()
    reading.how.large_print.click()
    write(reading.needs.culture, "Geen gesprek op vrijdagmiddag.")
    choose(reading.needs.longest, 30)
    person = now(window).person
    assert (person.large_print, person.culture) == (True, "Geen gesprek op vrijdagmiddag.")
    assert person.longest_talk == 30
    window.undo()
    assert reading.needs.longest.value() == 0


def test_a_talk_is_written_down_and_its_times_are_checked(window: Window, page: IntakePage) -> None:
    page.list["talks"].click()
    talks = talks_of(page)
    assert talks.none.isVisible()
    talks.new.click()
    [row] = talks.rows.values()
    assert row.day.day.hasFocus()
    assert now(window).talks[0].on == today()
    write(row.begin, "10.00")
    write(row.end, "9:30")
    assert "stopt voordat" in row.times["end"].error._words.text()
    row.end.clear()
    write(row.end, "1030")
    assert (row.begin.text(), row.end.text()) == ("10:00", "10:30")
    assert not row.times["end"].error.isVisible()
    write(row.told, "Rustig gesprek.")
    assert now(window).talks[0].told == "Rustig gesprek."
    assert page.list["talks"].accessibleName() == "De gesprekken, 1 gesprek"
    row.remove.click()
    assert now(window).talks == ()


def test_a_lock_comes_back_to_the_open_part_with_the_words(
    qtbot: QtBot,
    window: Window,
    page: IntakePage,
    locked: list[Place],
    desk: Desk,
    guide: Guide,
    tasks: Tasks,
) -> None:
    page.parts.open(Part.SITUATION)
    field = stay_of(page).since.day
    field.setFocus()
    QTest.keyClicks(field, "30-02")
    page.parts.open(Part.PEOPLE)
    people = card(page, Part.PEOPLE).questions.questions["intake.people.around"]
    people.field.setFocus()  # type: ignore[union-attr]
    QTest.keyClicks(people.field, "Gerda, mijn moe")  # type: ignore[union-attr]
    window.lock()
    window.hide()
    again = Window(desk, guide, Settings(theme="light"), tasks, lambda place: None)
    qtbot.addWidget(again)
    again.resize(1366, 768)
    with qtbot.waitActive(again):
        again.show()
    again.resume(locked[-1])
    back = at(again)
    assert back.parts.open_ == Part.PEOPLE
    found = card(back, Part.PEOPLE).questions.questions["intake.people.around"].field  # type: ignore[union-attr]
    assert (found.text(), found.hasFocus()) == ("Gerda, mijn moe", True)
    assert stay_of(back).since.day.text() == "30-02"


def test_a_closed_dossier_shows_everything_and_changes_nothing(
    window: Window, desk: Desk, page: IntakePage
) -> None:
    assert window.session
    window.session.change("", whole.taken("sam"))
    before = now(window)
    desk.custody.close(before.id, today(), today())
    window.show_again()
    for part in Part:
        page.parts.open(part)
        for question in card(page, part).questions.questions.values():
            QTest.keyClicks(question.field, "anders")  # type: ignore[union-attr]
        card(page, part).talked.click()
    stay_of(page).verdict.setFocus()
    QTest.keyClick(stay_of(page).verdict, Qt.Key.Key_Up)
    page.flush()
    assert now(window) == before
    assert stay_of(page).about.text() == "inbraak in een schuur"
    assert not talks_of(page).new.isVisibleTo(page.parts)
    assert not stay_of(page).again.isVisibleTo(page.parts)


@pytest.mark.parametrize(
    "said",
    [
        "<b>Łuczak</b> & co",
        "مرحبا بك",
        "🙂" * 50,
        "x" * 5000,
        "tab\tnul\x00bel\x07",
        "woord " * 9000,
    ],
)
def test_anything_people_write_is_kept_and_never_markup(
    window: Window, page: IntakePage, said: str
) -> None:
    field = card(page, Part.WELL).questions.questions["intake.well.good"].field  # type: ignore[union-attr]
    field.setFocus()
    QApplication.clipboard().setText(said)
    field.paste()
    field.flush()
    assert answers.given(now(window), "intake.well.good") == field.text()
    assert field.text().replace("\ufffd", "").strip()
    page.grab()


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("width", [700, 1152])
def test_nothing_is_cut_off_at_any_text_size(
    qtbot: QtBot, qapp: QApplication, session: Session, guide: Guide, size: int, width: int
) -> None:
    theme.use(qapp, "light", size)
    session.change("", whole.taken("sam"))
    page = IntakePage(session, guide)
    qtbot.addWidget(page)
    page.show_dossier(session.dossier)
    page.resize(width, 700)
    with qtbot.waitActive(page):
        page.show()
    for part in page.list:
        page.parts.open(part)
        QApplication.processEvents()
        scroll = page.findChild(QScrollArea)
        assert scroll and (inner := scroll.widget())
        assert inner.minimumSizeHint().width() <= scroll.viewport().width()


# The course of the case, on the hub.


@pytest.fixture
def hub(window: Window, page: IntakePage) -> HubPage:
    window.go("hub")
    assert isinstance(window.page, HubPage)
    return window.page


def test_the_hub_leads_to_the_intake_and_says_how_it_stands(window: Window, hub: HubPage) -> None:
    way = hub.around.ways["intake"]
    assert way.text() == "Intake"
    assert window.session
    window.session.change("", lambda d: intake.talk_about(d, Part.WELL, True, today()))
    assert way.text() == "Intake · begonnen"
    way.click()
    assert window.page_name == "intake"


def test_the_case_comes_in_a_state_and_the_hub_says_so(window: Window, hub: HubPage) -> None:
    assert hub.case.text() == "Zaak"
    hub.case.click()
    assert hub.course.isVisible()
    assert hub.course.state.hasFocus()
    hub.course.sure.click()
    assert "Kies eerst een stand" in hub.course.which.error._words.text()
    hub.course.state.set_value(CaseState.INTAKE)
    hub.course.sure.click()
    assert hub.case.text() == "Zaak · intake"
    assert not hub.course.isVisible()
    mark = course.now(now(window))
    assert mark and mark.on == today()
    window.undo()
    assert hub.case.text() == "Zaak"


def test_a_pause_asks_why_and_the_case_goes_on_where_it_was(window: Window, hub: HubPage) -> None:
    assert window.session
    window.session.change("", lambda d: course.go_to(d, CaseState.RUNNING, date(2026, 2, 17)))
    hub.case.click()
    hub.course.state.set_value(CaseState.PAUSED)
    hub.course.sure.click()
    assert "reden" in hub.course.why.error._words.text().lower()
    write(hub.course.reason, "Sam ligt in het ziekenhuis.")
    hub.course.sure.click()
    assert hub.case.text() == "Zaak · gepauzeerd"
    hub.case.click()
    assert hub.course.go_on.text() == "Ga verder: in uitvoering"
    assert hub.course.go_on.hasFocus()
    hub.course.go_on.click()
    assert hub.case.text() == "Zaak · in uitvoering"
    assert [m.state for m in now(window).course] == [
        CaseState.RUNNING,
        CaseState.PAUSED,
        CaseState.RUNNING,
    ]


def test_escape_leaves_the_case_as_it_is(window: Window, hub: HubPage) -> None:
    hub.case.click()
    QTest.keyClick(hub.course.reason, Qt.Key.Key_Escape)
    assert not hub.course.isVisible()
    assert hub.case.hasFocus()
    assert now(window).course == ()


def test_of_a_closed_dossier_the_course_is_only_read(
    window: Window, desk: Desk, hub: HubPage
) -> None:
    desk.custody.close(now(window).id, today(), today())
    window.show_again()
    hub.case.click()
    assert hub.course.isVisible()
    assert not hub.course.form.isVisible()

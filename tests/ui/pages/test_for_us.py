"""What is for us only: contacts without a goal, how the work together goes, what others say."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from caseplanner.dossier import document
from caseplanner.dossier.model import Dossier, FeedbackBy, ScoredBy
from caseplanner.export import pdf
from caseplanner.session import Session
from caseplanner.ui.dates import today
from caseplanner.ui.notes.contact import ContactPart
from caseplanner.ui.notes.feedback import FeedbackCard, FeedbackPart
from caseplanner.ui.pages.notes import NotesPage
from caseplanner.ui.together.cards import ChangeCard, CheckCard
from caseplanner.ui.together.part import TogetherPart
from caseplanner.ui.widgets.fields import Choice, TextField
from caseplanner.ui.window import Window
from tests.export import editions, reading

Again = Callable[[], Window]


@pytest.fixture
def page(window: Window, session: Session) -> NotesPage:
    window.show_session(session)
    window.go("notes")
    assert isinstance(window.page, NotesPage)
    return window.page


def now(window: Window) -> Dossier:
    assert window.session
    return window.session.dossier


def part(page: NotesPage, name: str) -> QWidget:
    page.parts.list[name].click()
    return page.parts.part(name)


def write(field: TextField, words: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    field.flush()


def choose(field: Choice, value: object) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_a_contact_needs_no_goal_and_no_topic(window: Window, page: NotesPage) -> None:
    contact = part(page, "contact")
    assert isinstance(contact, ContactPart)
    contact.list.new.click()
    write(contact.list.fresh.first, "Rondje luchtplaats.")
    [kept] = now(window).contact_notes
    assert (kept.text, kept.on) == ("Rondje luchtplaats.", today())
    assert now(window).goals == ()
    assert page.parts.list["contact"].accessibleName() == "Contact, 1 opgeschreven"
    contact.list.cards[kept.id].remove.click()
    assert now(window).contact_notes == ()
    window.undo()
    assert now(window).contact_notes == (kept,)


def check(page: NotesPage, by: ScoredBy, trust: int) -> CheckCard:
    together = part(page, "together")
    assert isinstance(together, TogetherPart)
    together.checks.new.click()
    card = together.checks.fresh
    assert isinstance(card, CheckCard)
    choose(card.by, by)
    card.scales["trust"].chip(trust).click()
    return card


def test_both_sides_say_how_the_work_together_goes_and_only_the_trend_shows(
    window: Window, page: NotesPage
) -> None:
    assert "stays on this laptop" not in told(page)
    check(page, ScoredBy.WORKER, 4)
    together = page.parts.part("together")
    assert isinstance(together, TogetherPart)
    words = together.trend.words
    assert words["trust", ScoredBy.WORKER].text() == "één keer gezegd"
    assert words["trust", ScoredBy.CLIENT].text() == "nog niet gezegd"
    check(page, ScoredBy.WORKER, 2)
    assert words["trust", ScoredBy.WORKER].text() == "gaat omlaag"
    assert [c.trust for c in now(window).alliance] == [4, 2]
    assert all(c.by is ScoredBy.WORKER and c.bond is None for c in now(window).alliance)
    assert "6" not in told(together.trend)  # there is no total


def test_no_number_is_pressed_before_and_one_is_taken_back_by_pressing_it_again(
    window: Window, page: NotesPage
) -> None:
    together = part(page, "together")
    assert isinstance(together, TogetherPart)
    together.checks.new.click()
    card = together.checks.fresh
    assert isinstance(card, CheckCard)
    chips = [scale.chip(n) for scale in card.scales.values() for n in range(1, 6)]
    assert not any(chip.isChecked() for chip in chips)
    assert len({chip.width() for chip in chips}) == 1
    card.scales["bond"].chip(5).click()
    assert now(window).alliance[0].bond == 5
    card.scales["bond"].chip(5).click()
    assert now(window).alliance[0].bond is None
    assert not any(chip.isChecked() for chip in chips)


def test_another_worker_is_written_down_with_how_the_client_heard_it(
    window: Window, page: NotesPage
) -> None:
    together = part(page, "together")
    assert isinstance(together, TogetherPart)
    together.changes.new.click()
    card = together.changes.fresh
    assert isinstance(card, ChangeCard)
    write(card.left, "Fatma")
    write(card.came, "Anneke")
    write(card.told, "Fatma zei het zelf, twee weken van tevoren.")
    [kept] = now(window).worker_changes
    assert (kept.left, kept.came, kept.on) == ("Fatma", "Anneke", today())
    assert kept.told == "Fatma zei het zelf, twee weken van tevoren."


def test_a_reader_of_the_plan_gives_the_mark_and_the_program_counts_nothing(
    window: Window, page: NotesPage
) -> None:
    others = part(page, "feedback")
    assert isinstance(others, FeedbackPart)
    others.list.new.click()
    card = others.list.fresh
    assert isinstance(card, FeedbackCard)
    assert card.mark.value() is None
    write(card.words, "De eerste bladzijde is genoeg.")
    choose(card.by, FeedbackBy.OM)
    choose(card.mark, 8)
    [kept] = now(window).feedback
    assert (kept.by, kept.score, kept.text) == (FeedbackBy.OM, 8, "De eerste bladzijde is genoeg.")
    choose(card.mark, None)
    assert now(window).feedback[0].score is None


def test_nothing_of_it_leaves_the_laptop(window: Window, page: NotesPage, tmp_path: Path) -> None:
    write_everything(page)
    (path := tmp_path / "plan.pdf").write_bytes(pdf.build(editions.concept(now(window))))
    for text in (reading.spoken(path), document.dump(now(window)).decode()):
        assert "geheimpje" not in text
    assert now(window).alliance


def write_everything(page: NotesPage) -> None:
    contact = part(page, "contact")
    assert isinstance(contact, ContactPart)
    contact.list.new.click()
    write(contact.list.fresh.first, "geheimpje een")
    write(check(page, ScoredBy.CLIENT, 3).note, "geheimpje twee")
    others = part(page, "feedback")
    assert isinstance(others, FeedbackPart)
    others.list.new.click()
    write(others.list.fresh.first, "geheimpje drie")


def test_words_on_their_way_come_back_in_their_part_after_a_lock(
    window: Window, page: NotesPage, again: Again
) -> None:
    contact = part(page, "contact")
    assert isinstance(contact, ContactPart)
    contact.list.new.click()
    QTest.keyClicks(contact.list.fresh.first, "Koffie gedron")
    locked = again()
    assert locked.page.spot() == "contact"
    assert [one.text for one in now(locked).contact_notes] == ["Koffie gedron"]
    field = QApplication.focusWidget()
    assert isinstance(field, TextField)
    assert field.text() == "Koffie gedron"


def told(part: QWidget) -> str:
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())

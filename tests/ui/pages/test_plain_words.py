"""Plain words in every field that the client reads, on screen or on paper; none where he does not.

The worker's own notes and the words of a court are let be.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner.dossier import agreed, basics, conditions, goals, network, risks, signals
from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import (
    Area,
    BasicState,
    Decides,
    Dimension,
    Dossier,
    Light,
    ReleaseChoice,
    Review,
    Seen,
)
from caseplanner.session import Session
from caseplanner.ui.dates import today
from caseplanner.ui.widgets.easy_hint import REST, EasyHint
from caseplanner.ui.widgets.fields import TextField
from caseplanner.ui.window import Window

HARD, EASY = "geen recidive", "opnieuw de fout in gaan"
Find = Callable[[Any], TextField]  # a field on a page


def only(parts: dict[str, Any]) -> Any:
    [part] = parts.values()
    return part


def cell(page: Any) -> Any:
    return page.cards[Light.RED].cells[Seen.I_DO]


def first(questions: Any) -> TextField:
    found: TextField = next(iter(questions.values())).field
    return found


def part(page: Any, which: Part) -> Any:
    return page.parts.part(which).questions.questions


def opened(page: Any) -> Any:
    card = only(page.people.cards)
    card.open()
    return card


def begun(notes: Any) -> TextField:
    notes.new.click()
    field = QApplication.focusWidget()
    assert isinstance(field, TextField)
    return field


def review(page: Any) -> Any:
    return page.parts.part("reviews").list.cards["review"]


def living(page: Any) -> Any:
    return page.parts.part("release").living


def chosen(page: Any) -> Any:
    return page.parts.part("release").choices.cards["choice"]


def agreement(page: Any) -> Any:
    return page.parts.part("agreements").list.cards["agreement"]


def telling(page: Any) -> Any:
    return page.parts.part("agreements").tellings.cards["telling"]


def ended(page: Any) -> Any:
    return only(page.goals.lines)


def calling_off(page: Any) -> TextField:
    prepare = page.parts.part("prepare")
    prepare.none.plan.click()
    prepare.when.not_held.click()
    field: TextField = prepare.when.why
    return field


def new_in(page: Any, name: str) -> Any:
    """The new card of a part with a list."""
    page.parts.list[name].click()
    page.parts.part(name).list.new.click()
    return page.parts.part(name).list.fresh


# The name of a page, what is asked for on it, and the field.
READ: dict[str, tuple[str, object, Find]] = {
    "own words": ("dimension", Dimension.SELF, lambda p: p.words.field),
    "an answer": ("dimension", Dimension.SELF, lambda p: first(p.questions.questions)),
    "a goal": ("dimension", Dimension.SELF, lambda p: only(p.goals.cards).words),
    "a new goal": ("dimension", Dimension.SELF, lambda p: p.goals.new.words),
    "a step": ("dimension", Dimension.SELF, lambda p: only(p.goals.cards).steps.new),
    "reasoning": ("dimension", Dimension.SELF, lambda p: only(p.goals.cards).reasoning.field),
    "no goal now": ("dimension", Dimension.NETWORK, lambda p: p.goals.no_goal.reason),
    "the intake": ("intake", "worries", lambda p: first(part(p, Part.WORRIES))),
    "how we talk": ("intake", "reading", lambda p: p.parts.part("reading").facts.needs.support),
    "a wish for a volunteer": (
        "who",
        "volunteers",
        lambda p: p.parts.part("volunteers").wish.words,
    ),
    "somebody around": ("network", None, lambda p: opened(p).note),
    "a basic condition": ("basics", None, lambda p: p.rows[Area.HOUSING].note),
    "plain words of a condition": ("conditions", None, lambda p: only(p.cards).plain),
    "what a breach means": ("conditions", None, lambda p: only(p.cards).breach),
    "a signal": ("signals", None, lambda p: only(cell(p).rows).words),
    "a new signal": ("signals", None, lambda p: cell(p).new),
    "the task of a partner": ("who", "partners", lambda p: new_in(p, "partners").task),
    "what a partner answers for": (
        *("who", "partners", lambda p: new_in(p, "partners").answers_for),
    ),
    "which help": ("who", "referrals", lambda p: new_in(p, "referrals").help),
    "what came of a referral": ("who", "referrals", lambda p: new_in(p, "referrals").result),
    "why this probation organisation": (
        *("who", "lead", lambda p: p.parts.part("lead").allocation.reason),
    ),
    "an achievement": ("achievements", None, lambda p: p.new.words),
    "what helped": ("way", "reviews", lambda p: review(p).helped),
    "what got in the way": ("way", "reviews", lambda p: review(p).hindered),
    "what was agreed": ("talk", "agreements", lambda p: agreement(p).words),
    "when, in words": ("talk", "agreements", lambda p: agreement(p).when),
    "who is told": ("talk", "agreements", lambda p: agreement(p).told),
    "what is told": ("talk", "agreements", lambda p: telling(p).what),
    "who tells it": ("talk", "agreements", lambda p: telling(p).who),
    "to whom": ("talk", "agreements", lambda p: telling(p).to),
    "how the client hears of it": ("talk", "agreements", lambda p: telling(p).hears),
    "proud of": ("way", "reviews", lambda p: review(p).proud),
    "why a review was late": ("way", "reviews", lambda p: review(p).late_reason),
    "where the client will live": ("way", "release", lambda p: living(p).place),
    "why there": ("way", "release", lambda p: living(p).reasons),
    "what the client says of it": ("way", "release", lambda p: living(p).view),
    "a choice": ("way", "release", lambda p: chosen(p).choice),
    "what was not chosen": ("way", "release", lambda p: chosen(p).instead_of),
    "why it was chosen": ("way", "release", lambda p: chosen(p).words),
    "what a choice is about": ("way", "release", lambda p: chosen(p).about),
    "what helped with a goal": ("dimension", Dimension.SOCIETY, lambda p: ended(p).worked),
    "what got in the way of it": ("dimension", Dimension.SOCIETY, lambda p: ended(p).hindered),
}
NOT_READ: dict[str, tuple[str, object, Find]] = {
    "how to reach a partner": ("who", "partners", lambda p: new_in(p, "partners").reach),
    "words of the court": ("conditions", None, lambda p: only(p.cards).text),
    "why no meeting took place": ("talk", "prepare", lambda p: calling_off(p)),
    "a risk assessment": ("conditions", None, lambda p: only(p.risks.rows).kept_at),
    "a note of the worker": ("notes", None, lambda p: begun(p.written.notes)),
    "care": ("notes", None, lambda p: begun(p.written.care)),
}


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    made = goals.add(dossier, Dimension.SELF, "Ik sport.")
    made = goals.decide(made, made.goals[0].id, Decides.IMPOSED)
    made = goals.add(made, Dimension.SOCIETY, "Ik werk.")
    made = goals.reached(made, made.goals[1].id)
    late = Review(due=date(2026, 3, 2), held_on=date(2026, 3, 11), id="review")
    choice = ReleaseChoice("Wonen", id="choice")
    made = replace(made, reviews=(late,), release_choices=(choice,))
    made = agreed.write(made, "agreement", text="Bellen.")
    made = agreed.write_telling(made, "telling", what="Alles.")
    made = network.add(made, "Lisa")
    made = basics.say(made, Area.HOUSING, BasicState.BUSY, today())
    made = risks.add(conditions.add(made, "Meldplicht."), "RISC")
    return signals.add(made, Light.RED, Seen.I_DO, "Ik bel.")


@pytest.fixture
def go(window: Window, session: Session) -> Callable[[str, object, Find], TextField]:
    window.show_session(session)

    def to(page: str, asked: object, find: Find) -> TextField:
        window.go(page, asked)
        field = find(window.page)
        QApplication.processEvents()
        assert field.isVisible()
        return field

    return to


def hints(field: TextField) -> list[EasyHint]:
    return [hint for hint in field.window().findChildren(EasyHint) if hint._field is field]


def type_in(field: TextField, words: str = HARD) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)


def shown(window: Window) -> list[EasyHint]:
    return [hint for hint in window.findChildren(EasyHint) if hint.isVisible()]


@pytest.mark.parametrize("name", READ)
def test_a_hard_word_is_marked_in_every_field_the_client_reads(
    qtbot: QtBot, window: Window, go: Callable[..., TextField], name: str
) -> None:
    field = go(*READ[name])
    type_in(field)
    [hint] = hints(field)
    qtbot.waitUntil(hint.isVisible, timeout=REST * 8)
    [mark] = field.extraSelections()
    assert mark.cursor.selectedText() == "recidive"
    assert hint.chips[0].text() == EASY
    QTest.keyClick(hint.chips[0], Qt.Key.Key_Space)
    assert field.text() == f"geen {EASY}"
    assert shown(window) == []


@pytest.mark.parametrize("name", NOT_READ)
def test_what_the_client_does_not_read_is_let_be(go: Callable[..., TextField], name: str) -> None:
    field = go(*NOT_READ[name])
    assert hints(field) == []


def test_a_page_with_many_hard_words_opens_without_a_word_about_them(
    qtbot: QtBot, window: Window, session: Session, go: Callable[..., TextField]
) -> None:
    for _n in range(4):
        session.change("", lambda d: signals.add(d, Light.RED, Seen.I_DO, HARD))
    go("signals", None, lambda p: cell(p).new)
    rows = list(cell(window.page).rows.values())[1:]
    qtbot.waitUntil(lambda: all(row.words.extraSelections() for row in rows), timeout=REST * 8)
    assert shown(window) == []


def test_there_is_one_line_at_a_time_and_it_goes_along_with_the_caret(
    qtbot: QtBot, window: Window, go: Callable[..., TextField]
) -> None:
    one = go(*READ["plain words of a condition"])
    type_in(one)
    qtbot.waitUntil(lambda: shown(window) == hints(one), timeout=REST * 8)
    other = READ["what a breach means"][2](window.page)
    type_in(other)
    qtbot.waitUntil(lambda: shown(window) == hints(other), timeout=REST * 8)
    assert one.extraSelections()  # its mark stays
    one.setFocus()
    qtbot.waitUntil(lambda: shown(window) == hints(one), timeout=REST * 8)


def test_tab_goes_from_the_field_to_what_is_offered_and_on(
    qtbot: QtBot, window: Window, go: Callable[..., TextField]
) -> None:
    field = go(*READ["plain words of a condition"])
    type_in(field)
    [hint] = hints(field)
    qtbot.waitUntil(hint.isVisible, timeout=REST * 8)
    for stop in (hint.chips[0], hint.leave):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert stop.hasFocus()

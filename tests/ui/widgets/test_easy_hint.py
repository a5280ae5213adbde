"""The quiet line under a field that the client reads."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caseplanner import guides
from caseplanner.dossier import easy
from caseplanner.dossier.written import Written
from caseplanner.ui.widgets.easy_hint import REST, EasyHint
from caseplanner.ui.widgets.grow import GrowLine


@pytest.fixture
def field(qtbot: QtBot) -> GrowLine:
    return GrowLine()


@pytest.fixture
def hint(qtbot: QtBot, field: GrowLine) -> Iterator[EasyHint]:
    around = QWidget()
    layout = QVBoxLayout(around)
    made = EasyHint(field)
    layout.addWidget(field)
    layout.addWidget(made)
    qtbot.addWidget(around)
    around.resize(900, 300)
    with qtbot.waitActive(around):
        around.show()
    field.setFocus()
    yield made
    around.close()


def typed(hint: EasyHint, field: GrowLine, words: str) -> None:
    QTest.keyClicks(field, words)
    hint.look()


def offered(hint: EasyHint) -> list[str]:
    return [chip.text() for chip in hint.chips if not chip.isHidden()]


def test_it_says_nothing_while_the_text_is_plain(hint: EasyHint, field: GrowLine) -> None:
    typed(hint, field, "Ik wil werk.")
    assert not hint.isVisible()
    assert field.extraSelections() == []


def test_it_speaks_after_a_rest_and_not_while_typing(
    hint: EasyHint, field: GrowLine, qtbot: QtBot
) -> None:
    QTest.keyClicks(field, "geen recidive")
    assert not hint.isVisible()
    qtbot.waitUntil(hint.isVisible, timeout=REST * 8)


def test_a_click_puts_the_easier_word_in_and_undo_takes_it_out(
    hint: EasyHint, field: GrowLine, qtbot: QtBot
) -> None:
    typed(hint, field, "Ik wil recidive.")
    assert "recidive" in hint.told.text()
    assert offered(hint) == ["opnieuw de fout in gaan"]
    with qtbot.waitSignal(field.edited) as told:
        hint.chips[0].click()
    assert told.args == ["Ik wil opnieuw de fout in gaan."]
    assert field.hasFocus() and not hint.isVisible()
    field.undo()
    assert field.text() == "Ik wil recidive."


def test_one_key_takes_the_first_easier_word(hint: EasyHint, field: GrowLine) -> None:
    QTest.keyClicks(field, "Recidive.")
    QTest.keyClick(field, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Opnieuw de fout in gaan."


def test_it_finds_the_right_place_after_an_emoji(hint: EasyHint, field: GrowLine) -> None:
    field.put("\U0001f642\U0001f642 geen recidive \U0001f642")
    hint.look()
    hint.chips[0].click()
    assert field.text() == "\U0001f642\U0001f642 geen opnieuw de fout in gaan \U0001f642"


def test_a_long_sentence_is_counted_and_nothing_is_forced(hint: EasyHint, field: GrowLine) -> None:
    typed(hint, field, "ik " * 13)
    assert "13" in hint.told.text() and offered(hint) == []
    QTest.keyClicks(field, "ga door")
    assert field.text().endswith("ga door")


def test_a_word_can_be_let_be(hint: EasyHint, field: GrowLine) -> None:
    typed(hint, field, "geen recidive")
    hint.leave.click()
    assert not hint.isVisible() and field.hasFocus()
    typed(hint, field, " en echter")
    assert "echter" in hint.told.text()


def test_a_slip_of_spelling_is_told_with_what_was_meant(hint: EasyHint, field: GrowLine) -> None:
    typed(hint, field, "een afspaak")
    assert "afspaak" in hint.told.text()
    assert "afspraak" in hint.offers()
    hint.chips[0].click()
    [menu] = hint.findChildren(QMenu)
    next(a for a in menu.actions() if a.text() == "afspraak").trigger()
    menu.close()
    assert field.text() == "een afspraak"


def test_a_text_that_changed_meanwhile_is_not_spoiled(hint: EasyHint, field: GrowLine) -> None:
    typed(hint, field, "geen recidive")
    field.put("iets heel anders")
    hint.take("opnieuw")
    assert field.text() == "iets heel anders"


@pytest.mark.parametrize(
    "text", ["a" * 5000, "recidive " * 11000, "<b>recidive</b>", "\u202erecidive\x07", "ا" * 300]
)
def test_a_strange_text_stays_as_it_is(hint: EasyHint, field: GrowLine, text: str) -> None:
    field.put(text)
    shown = field.text()
    hint.look()
    assert field.text() == shown
    if hint.isVisible():
        assert hint.told.textFormat() is Qt.TextFormat.PlainText
    assert len(field.extraSelections()) <= 100


def test_a_word_added_to_the_list_is_marked(
    hint: EasyHint, field: GrowLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = easy.load(Written("nl", '[words]\n"obstructie" = ["tegenwerken"]\n'))
    monkeypatch.setattr(guides, "easy_words", lambda language: added)
    typed(hint, field, "geen obstructie")
    assert offered(hint) == ["tegenwerken"]


def test_every_button_says_what_it_does(hint: EasyHint, field: GrowLine) -> None:
    typed(hint, field, "geen recidive")
    assert hint.chips[0].accessibleName() == "opnieuw de fout in gaan, in plaats van recidive"
    assert hint.leave.accessibleName() == "Laat zo: recidive"


def test_a_label_for_a_person_is_marked_and_other_words_are_offered(
    hint: EasyHint, field: GrowLine
) -> None:
    typed(hint, field, "Ik ben geen junk.")
    assert "junk" in hint.told.text()
    hint.chips[0].click()
    assert field.text() == "Ik ben geen persoon met een verslaving."


def test_a_slip_at_the_beginning_of_a_sentence_is_told(hint: EasyHint, field: GrowLine) -> None:
    typed(hint, field, "Afspaak met Joost.")
    assert "Afspaak" in hint.told.text()
    assert "Afspraak" in hint.offers()


def test_who_may_only_read_is_offered_nothing(hint: EasyHint, field: GrowLine) -> None:
    field.put("geen recidive")
    field.setReadOnly(True)
    hint.look()
    assert not hint.isVisible()

"""A question, an idea and an easy word are files; who adds one needs no Python."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import guides, paths, words
from caseplanner.app import Program
from caseplanner.desk import Desk
from caseplanner.dossier import answers, goals, people
from caseplanner.dossier.model import Dimension
from caseplanner.ui import theme
from caseplanner.ui.dimension.talk import TextQuestion
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.pages.dimension import DimensionPage
from caseplanner.ui.pages.preview import PreviewPage
from caseplanner.ui.window import Window
from tests.vault.typist import PASSPHRASE

SLOW = 30_000  # milliseconds; the first PDF imports much
QUESTION = "Welk dier had je graag als huisgenoot?"
IDEA = "Ik wil een keer per week koken voor de groep."
STEPS = ("Ik kies een recept.", "Ik vraag wie er mee-eet.")

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The files of the program as they lie beside it, to write in; the Dutch ones."""
    shutil.copytree(paths.resource(""), tmp_path / "resources")
    monkeypatch.setattr(paths, "_HERE", tmp_path / "src" / "caseplanner")
    guides.easy_words.cache_clear()
    yield tmp_path / "resources" / "nl"
    guides.easy_words.cache_clear()


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """The program, started on a vault with a dossier in which nothing was said yet."""
    words.use("nl")
    folder = tmp_path / "data"
    desk = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    desk.add(people.start("Dennis"))
    desk.close()
    made: list[Program] = []

    def begin() -> Program:
        made.append(Program(qapp, folder, lambda: None))
        made[-1].start()
        return made[-1]

    yield begin
    for program in made:
        program.stop()
        if program.screen:
            program.screen.blockSignals(True)
            program.screen.hide()
            program.screen.deleteLater()
        program.setParent(None)
    theme.use(qapp, "light", 100)


def add(file: Path, more: str) -> None:
    file.write_text(file.read_text("utf-8") + more, "utf-8")


def unlock(program: Program) -> LockScreen:
    screen = program.screen
    assert isinstance(screen, LockScreen)
    QTest.keyClicks(screen.password, PASSPHRASE)
    QTest.keyClick(screen.password, Qt.Key.Key_Return)
    return screen


def opened(qtbot: QtBot, program: Program) -> Window:
    unlock(program)
    qtbot.waitUntil(lambda: isinstance(program.screen, Window), timeout=SLOW)
    window = program.screen
    assert isinstance(window, Window)
    qtbot.waitUntil(window.isActiveWindow)
    window.open(window.list.names()[0][0])
    return window


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(said.split())


def test_a_question_an_idea_and_an_easy_word_are_added_by_writing_them_down(
    qtbot: QtBot, files: Path, start: Callable[[], Program]
) -> None:
    add(
        files / "guide.toml",
        f'\n[[dimension.self.questions]]\nid = "self.animal"\ntext = "{QUESTION}"\n',
    )
    add(
        files / "suggestions.toml",
        f'\n[[self]]\ntext = "{IDEA}"\nsteps = ["{STEPS[0]}", "{STEPS[1]}"]\n',
    )
    add(files / "easy-words.toml", '\n"huisdier|huisdieren" = ["dier in huis"]\n')

    program = start()
    window = opened(qtbot, program)
    window.go("dimension", Dimension.SELF)
    page = window.page
    assert isinstance(page, DimensionPage)

    # The question is asked last, as it was written last, and its answer is kept.
    asked = list(page.questions.questions.values())[-1]
    assert isinstance(asked, TextQuestion)
    assert asked.field.accessibleName() == QUESTION
    asked.field.setFocus()
    QTest.keyClicks(asked.field, "Een hond.")
    asked.field.flush()

    # The idea is among the others; it brings its steps, and its words are free to change.
    new = page.goals.new
    QTest.mouseClick(new.show_ideas, LEFT)
    [idea] = [button for button in new.buttons if button.text() == IDEA]
    QTest.mouseClick(idea, LEFT)
    assert window.session is not None
    [goal] = goals.current(window.session.dossier)
    assert (goal.text, tuple(step.text for step in goal.steps)) == (IDEA, STEPS)

    # The hard word is marked while it is typed, with the easier one to take.
    card = page.goals.cards[goal.id]
    card.words.setFocus()
    card.words.selectAll()
    QTest.keyClicks(card.words, "Ik wil een huisdier.")
    qtbot.waitUntil(card.easy.isVisible)
    [mark] = card.words.extraSelections()
    assert mark.cursor.selectedText() == "huisdier"
    [offered] = [chip for chip in card.easy.chips if chip.isVisible()]
    assert offered.text() == "dier in huis"
    QTest.mouseClick(offered, LEFT)
    assert card.words.text() == "Ik wil een dier in huis."

    # All of it is in the vault, and in the plan on paper.
    assert program.desk is not None
    kept = program.desk.open(window.session.dossier.id).dossier
    assert answers.given(kept, "self.animal") == "Een hond."
    assert [g.text for g in kept.goals] == ["Ik wil een dier in huis."]
    window.go("preview")
    preview = window.page
    assert isinstance(preview, PreviewPage)
    qtbot.waitUntil(lambda: bool(preview.pdf), timeout=SLOW)
    said = text_of(preview.pdf)
    for line in (QUESTION, "Een hond.", "Ik wil een dier in huis.", *STEPS):
        assert line in said


@pytest.mark.parametrize(
    ("name", "slip", "line"),
    [
        ("guide.toml", '[[dimension.self.questions]]\nid = "self.x"\ntext = "Wat?\n', 2),
        ("guide.toml", '[[dimension.self.questions]]\nid = "self.x"\ntekst = "Wat?"\n', 2),
        ("suggestions.toml", '[[self]]\nsteps = ["Ik loop."]\n', 0),
        ("easy-words.toml", '"huisdier" = "dier in huis"\n', 0),
    ],
)
def test_a_slip_is_told_at_the_lock_with_its_file_and_line_and_nothing_is_opened(
    qtbot: QtBot, files: Path, start: Callable[[], Program], name: str, slip: str, line: int
) -> None:
    before = len((files / name).read_text("utf-8").splitlines())
    add(files / name, slip)
    program = start()
    screen = unlock(program)
    qtbot.waitUntil(lambda: screen.field.error.text() != "", timeout=SLOW)
    told = screen.field.error.text()
    assert f"nl/{name}" in told
    assert f"regel {before + 1 + line} " in told
    assert program.desk is None


def test_a_file_that_is_not_utf8_is_refused_with_its_line(
    qtbot: QtBot, files: Path, start: Callable[[], Program]
) -> None:
    file = files / "guide.toml"
    at = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([*at, "# één".encode("cp1252"), b""]))
    screen = unlock(start())
    qtbot.waitUntil(lambda: screen.field.error.text() != "", timeout=SLOW)
    assert f"regel {len(at) + 1} " in screen.field.error.text()

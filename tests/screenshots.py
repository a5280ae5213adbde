"""The pictures of README and docs, taken of the real window over a real vault: no mock-ups.

    python3 run.py screenshots [NAME...]

Every screen at 1366x768, the README's pictures in `docs/screens/`; each also in dark, in high
contrast and at 150 % text. Dennis' dossier (tests/cases) is fictional.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from caseplanner import desk as desks
from caseplanner import guides, printing, words
from caseplanner.demo import scribble
from caseplanner.dossier import (
    ink,
    sheet_talks,
)
from caseplanner.dossier.model import (
    Dimension,
    HowSigned,
    Role,
    VersionReason,
)
from caseplanner.errors import Doubt
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.backups.choose import ChooseStep
from caseplanner.ui.backups.putting import PassphraseStep
from caseplanner.ui.first_run import FirstRun
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.pages.addresses import AddressesPage
from caseplanner.ui.pages.beside import BesidePage
from caseplanner.ui.pages.library import LibraryPage
from caseplanner.ui.pages.sign import SignPage
from caseplanner.ui.pages.templates import TemplatesPage
from caseplanner.ui.recovery_sheet import RecoverySheet
from caseplanner.ui.rescue import RescueScreen
from caseplanner.ui.scans.papers import Papers
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.window import Window
from caseplanner.vault import doubts
from tests import library, pictured, room_pictures
from tests.export import papers

OUT = Path(__file__).parent.parent / "docs" / "screens"
SIZE = (1366, 768)
PAGES = (
    "person",
    "intake",
    "basics",
    "conditions",
    "network",
    "who",
    "signals",
    "achievements",
    "way",
    "notes",
    "beside",
    "talk",
    "answers",
    "history",
    "retention",
    "destruction",
    "library",
    "addresses",
    "templates",
    "people",
    "backups",
    "settings",
)
PARTS = (
    ("notes", "contact"),
    ("notes", "together"),
    ("notes", "feedback"),
    ("who", "partners"),
    ("who", "lead"),
    ("who", "referrals"),
    ("who", "volunteers"),
    ("way", "release"),
    ("talk", "agreements"),
    ("talk", "after"),
)
LOOKS = {
    "": ("light", 100),
    "-dark": ("dark", 100),
    "-contrast": ("contrast", 100),
    "-150": ("light", 150),
}


def main(wanted: list[str]) -> int:
    app = QApplication.instance() or QApplication(["caseplanner"])
    assert isinstance(app, QApplication)
    words.use("nl")
    QLocale.setDefault(QLocale("nl_NL"))
    OUT.mkdir(parents=True, exist_ok=True)
    for suffix, (mode, text_size) in LOOKS.items():
        theme.use(app, mode, text_size)
        with tempfile.TemporaryDirectory() as folder:
            for name, widget in _screens(Path(folder), Settings("nl", mode, text_size)):
                if not wanted or name in wanted:
                    take = _over if isinstance(widget, QDialog) else _picture
                    take(name, widget).save(str(OUT / f"{name}{suffix}.png"))
                    print(f"docs/screens/{name}{suffix}.png")
    if not wanted or "plan" in wanted:
        with tempfile.TemporaryDirectory() as folder:
            _plan(Path(folder)).save(str(OUT / "plan.png"))
            print("docs/screens/plan.png")
    return 0


def _screens(folder: Path, settings: Settings) -> Iterator[tuple[str, QWidget]]:
    tasks = Tasks()
    lock = LockScreen(_never, tasks, datetime(2026, 3, 11, 9, 42, tzinfo=UTC))
    yield "lock", lock
    broken = LockScreen(_damaged, tasks, datetime(2026, 3, 11, 9, 42, tzinfo=UTC))
    broken.password.setText(pictured.PASSPHRASE)
    broken.open.click()
    yield "lock-damaged", broken
    first = FirstRun(folder, _never, settings, tasks, _no_words, lambda: "")
    yield "first-run", first
    first.show_page(2)
    first.secret.chosen.offer.words.setText("tafel zomer fluit kameel brood")
    yield "first-run-passphrase", first
    sheet = RecoverySheet(lambda: SHEET, lambda: "7f3a91c2", tasks)
    sheet.copy.click()
    yield "recovery-sheet", sheet
    desk = pictured.desk_of(folder)
    window = Window(desk, guides.load("nl"), settings, tasks, lambda place: None)
    window.resize(*SIZE)
    yield "list", window
    window.list.search.setText("moeder")
    window.list.refresh()
    yield "search", window
    window.list.search.clear()
    window.list.refresh()
    dennis = next(e.line.id for e in desk.lines() if e.line.called == "Dennis")
    window.open(dennis)
    yield "hub", window
    for dimension in Dimension:
        window.go("dimension", dimension)
        name = "dimension" if dimension is Dimension.SELF else f"dimension-{dimension}"
        yield name, window
    desk.custody.backed_up(desk.custody.back_up()())
    session = window.session
    assert session is not None
    told, day = "Dennis herkent het. Bellen lukt hem beter dan schrijven.", date(2026, 3, 4)
    about = library.sheets(3)[-1]
    session.change("", pictured.together)
    session.change("", lambda d: sheet_talks.begin(d, "talk-1", about, told, day))
    for name in PAGES:
        if name == "way":
            session.change("", pictured.reviewed)
        window.go(name)
        if isinstance(window.page, LibraryPage | BesidePage):
            window.page.open("voorbeeld-3")
        if isinstance(window.page, AddressesPage):
            window.page.open("brug")
        if isinstance(window.page, TemplatesPage):
            window.page.open("gesprek")
        QTest.qWait(50)  # what is laid out after the first paint
        yield name, window
    for page, part in PARTS:
        window.go(page, part)
        QTest.qWait(50)
        yield f"{page}-{part}", window
    session.change("", pictured.answered)
    window.go("answers")
    session.freeze(VersionReason.REVIEW)
    session.sign(Role.MENTOR, "Fatma Bouzidi", HowSigned.INK, ink=ink.dump(scribble(1)))
    window.go("sign")
    _draw(window)
    yield "sign", window
    yield from _papers(folder, window, tasks)
    window.go("preview")
    QTest.qWait(4000)
    yield "preview", window
    window.go("new")
    yield "new", window
    window.open(dennis)
    yield from room_pictures.pictures(window)
    yield from room_pictures.large(window)
    window.close()
    desk.custody.backed_up(desk.custody.back_up(asked=False)())
    desk.close()
    yield from _rescue(folder, tasks)
    tasks.close()


def _papers(folder: Path, window: Window, tasks: Tasks) -> Iterator[tuple[str, QWidget]]:
    """Joost signs on paper, of which there is a photo; it is attached to the version."""
    session = window.session
    assert session is not None
    version = session.dossier.versions[-1]
    session.sign(Role.SUPERVISOR, "Joost", HowSigned.PAPER)
    page = window.page
    assert isinstance(page, SignPage)
    page.signing.choose(Role.SUPERVISOR)
    yield "sign-paper", window
    photo = folder / "IMG_2041.jpg"
    photo.write_bytes(papers.jpeg(papers.photographed()))
    shown = Papers(session, tasks, version.id, Role.SUPERVISOR, window)
    shown.open()
    yield "paper-none", shown
    shown.read(photo)
    while shown.bring.scanned is None:
        QTest.qWait(50)
    yield "paper-look", shown
    shown.bring.attach.click()
    shown.close()
    shown = Papers(session, tasks, version.id, Role.SUPERVISOR, window)  # without where it was
    shown.open()
    yield "paper", shown
    shown.close()


def _rescue(folder: Path, tasks: Tasks) -> Iterator[tuple[str, QWidget]]:
    """The steps to a backup that is put back, from the list on."""
    screen = RescueScreen(folder, tasks)
    yield "rescue", screen
    assert isinstance(screen.step, ChooseStep)
    next(iter(screen.step.list.rows.values())).look.click()
    assert isinstance(screen.step, PassphraseStep)
    screen.step.password.setText(pictured.PASSPHRASE)
    screen.step.look.click()
    while isinstance(screen.step, PassphraseStep):
        QTest.qWait(100)
    yield "rescue-contents", screen


def _draw(window: Window) -> None:
    """Dennis' signature, with the mouse."""
    from caseplanner.ui.widgets.pad import SignaturePad

    QTest.qWait(50)
    pads = [pad for pad in window.findChildren(SignaturePad) if pad.isVisible()]
    for pad in pads:
        points = scribble(0).strokes[0]
        spots = [QPoint(int(p.x * pad.width()), int(p.y * pad.height())) for p in points]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=spots[0])
        for spot in spots[1:]:
            QTest.mouseMove(pad, spot)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=spots[-1])


def _picture(name: str, widget: QWidget) -> QImage:
    widget.resize(*room_pictures.size_of(name, SIZE))
    widget.show()
    QTest.qWait(250)
    for _turn in range(5):  # on a slow machine the wait is over before all has its place
        QApplication.processEvents()
    return widget.grab().toImage()


def _over(name: str, dialog: QWidget) -> QImage:
    """A dialog where it stands in its window."""
    around = dialog.parentWidget()
    assert around is not None
    picture = _picture(name, around.window())
    at = dialog.pos() - around.window().pos()
    painter = QPainter(picture)
    dialog.render(painter, at)
    painter.setPen(theme.colour("lineStrong"))  # the frame is the desktop's
    painter.drawRect(QRect(at, dialog.size()))
    painter.end()
    return picture


def _plan(folder: Path) -> QImage:
    """The first and second page of the signed practice plan, side by side."""
    desk = pictured.desk_of(folder)
    dennis = next(e.line.id for e in desk.lines() if e.line.called == "Dennis")
    session = desk.open(dennis)
    session.change("", pictured.answered)
    version = session.freeze(VersionReason.REVIEW)
    for turn, (role, name) in enumerate(zip(Role, ("Dennis", "Fatma", "Joost"), strict=True)):
        session.sign(role, name, HowSigned.INK, ink=ink.dump(scribble(turn)))
    seal = desk.seal()
    edition = printing.edition(session, seal, version.id, datetime.now(UTC))
    pdf = pypdfium2.PdfDocument(printing.sealed(edition, seal))
    desk.close()
    pdf.init_forms()  # else the seal's field is not drawn
    pages = [_image(pdf[place]) for place in (0, 1, len(pdf) - 1)]
    gap = 24
    width = sum(p.width() for p in pages) + gap * (len(pages) + 1)
    whole = QImage(width, pages[0].height() + 2 * gap, QImage.Format.Format_RGB32)
    whole.fill(theme.colour("sunken"))
    painter = QPainter(whole)
    x = gap
    for page in pages:
        painter.drawImage(x, gap, page)
        x += page.width() + gap
    painter.end()
    return whole


def _image(page: "pypdfium2.PdfPage") -> QImage:
    picture = page.render(scale=0.85, may_draw_forms=True).to_pil().convert("RGB")
    held = picture.tobytes()
    return QImage(
        held, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888
    ).copy()


SHEET = ("tafel", "zomer", "fluit", "kameel", "brood", "lamp", "appel", "raam", "boom", "stoel",
         "kaas", "water")  # fmt: skip


def _no_words() -> tuple[str, ...]:
    return SHEET


def _damaged(*_facts: object) -> object:
    raise Doubt("damaged", doubts.DAMAGED)


def _never(*_facts: object) -> desks.Keys:
    raise AssertionError("nobody unlocks a picture")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

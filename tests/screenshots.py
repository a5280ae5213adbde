"""The pictures of README and docs, taken of the real window over a real vault: no mock-ups.

    python3 run.py screenshots [NAME...]

Every screen at 1366x768, the README's pictures in `docs/screens/`; each also in dark, in high
contrast and at 150 % text. Dennis' dossier (tests/cases) is fictional.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from caseplanner import desk as desks
from caseplanner import guides, paths, practice, printing, words
from caseplanner.demo import scribble
from caseplanner.desk import Desk
from caseplanner.dossier import (
    alliance,
    goals,
    ink,
    organisations,
    rows,
    sheet_talks,
    sheets,
    takeover,
)
from caseplanner.dossier.alliance import STATEMENTS
from caseplanner.dossier.model import (
    ClientAnswer,
    ContactNote,
    Dimension,
    Dossier,
    Feedback,
    FeedbackBy,
    HowSigned,
    PartnerKind,
    Review,
    Role,
    ScoredBy,
    VersionReason,
)
from caseplanner.dossier.organisations import Organisation
from caseplanner.dossier.templates import Template
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
from tests import library, whole
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
TEMPLATES = (
    Template("Gesprek gevoerd", "Op {vandaag} sprak ik met {naam}.\n\nWe spraken af:", "gesprek"),
    Template("Overdracht naar de wijk", "{naam} gaat naar huis. Het wijkteam weet ervan.", "wijk"),
    Template("Bezoek gehad", "{naam} had vandaag bezoek. Hoe het was:", "bezoek"),
)
TEAM = Organisation(
    PartnerKind.NEIGHBOURHOOD,
    "Wijkteam De Brug",
    "Sanne, wijkcoach",
    "Van maandag tot en met donderdag, via de balie",
    "Komt op verzoek naar de PI. Belt dezelfde dag terug.",
    "brug",
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
)
PASSPHRASE = "alleen voor plaatjes"
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
                    taken = _over(widget) if isinstance(widget, QDialog) else _picture(widget)
                    taken.save(str(OUT / f"{name}{suffix}.png"))
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
    broken.password.setText(PASSPHRASE)
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
    desk = _desk(folder)
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
    session.change("", _together)
    session.change("", lambda d: sheet_talks.begin(d, "talk-1", about, told, day))
    for name in PAGES:
        if name == "way":
            session.change("", _reviewed)
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
    session.change("", _answered)
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
    screen.step.password.setText(PASSPHRASE)
    screen.step.look.click()
    while isinstance(screen.step, PassphraseStep):
        QTest.qWait(100)
    yield "rescue-contents", screen


def _desk(folder: Path) -> Desk:
    """A vault with the three cases and the practice dossier."""
    desk = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    for case in ("mehmet", "dennis"):
        desk.add(whole.case(case))
    desk.add(practice.dossier())
    for one in TEMPLATES:
        desk.templates.put("", one)
    twente = organisations.read("", paths.resource("addresses/twente.json").read_bytes())
    desk.addresses.put("", TEAM)
    desk.addresses.take("", takeover.compare((), twente))
    desk.library.take("", sheets.compare((), library.sheets(24)), date(2026, 3, 2))
    return desk


def _together(dossier: Dossier) -> Dossier:
    """Three moments of how the work together went, contacts, and what others said."""
    for month, (client, worker) in enumerate(((2, 4), (3, 4), (4, 3)), 1):
        for by, value in ((ScoredBy.CLIENT, client), (ScoredBy.WORKER, worker)):
            said = dict.fromkeys(STATEMENTS, value) | {"trust": 3}
            blank = partial(alliance.blank_check, by, date(2026, month, 4))
            dossier = rows.write(dossier, "alliance", f"a-{month}-{by}", blank, **said)
    told = (
        ("Samen koffie gedronken na het sporten. Dennis liet foto’s van Lisa zien.", 3),
        ("Rondje luchtplaats. Hij wilde niets bespreken, alleen lopen.", 5),
    )
    notes_ = tuple(ContactNote(text, date(2026, 3, day), f"c-{day}") for text, day in told)
    heard = "Duidelijk plan. De eerste bladzijde is genoeg voor ons."
    feedback = Feedback(FeedbackBy.MUNICIPALITY, "Hengelo, nazorg", heard, 8, date(2026, 3, 10))
    return replace(dossier, contact_notes=notes_, feedback=(feedback,))


def _reviewed(dossier: Dossier) -> Dossier:
    """As it is under way today: one review held late, one held in time, and one to come."""
    today = datetime.now().astimezone().date()
    week = timedelta(weeks=1)
    told = ("Kort en rustig. Bellen gaat beter dan schrijven.", "Mijn zus gebeld.")
    late = Review(
        due=today - 11 * week, held_on=today - 10 * week, late_reason="Fatma was ziek.", id="a"
    )
    good = Review(
        due=today - 4 * week, held_on=today - 4 * week, helped=told[0], proud=told[1], id="b"
    )
    return replace(dossier, reviews=(late, good, Review(due=today + 2 * week, id="c")))


def _answered(dossier: Dossier) -> Dossier:
    """Every goal of now answered, as at the end of the talk."""
    for goal in goals.current(dossier):
        if goal.answer is None:
            dossier = goals.answer(dossier, goal.id, ClientAnswer.YES)
    return dossier


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


def _picture(widget: QWidget) -> QImage:
    widget.resize(*SIZE)
    widget.show()
    QTest.qWait(250)
    for _turn in range(5):  # on a slow machine the wait is over before all has its place
        QApplication.processEvents()
    return widget.grab().toImage()


def _over(dialog: QDialog) -> QImage:
    """A dialog where it stands in its window."""
    around = dialog.parentWidget()
    assert around
    picture = _picture(around.window())
    at = dialog.pos() - around.window().pos()
    painter = QPainter(picture)
    dialog.render(painter, at)
    painter.setPen(theme.colour("lineStrong"))  # the frame is the desktop's
    painter.drawRect(QRect(at, dialog.size()))
    painter.end()
    return picture


def _plan(folder: Path) -> QImage:
    """The first and second page of the signed practice plan, side by side."""
    desk = _desk(folder)
    dennis = next(e.line.id for e in desk.lines() if e.line.called == "Dennis")
    session = desk.open(dennis)
    session.change("", _answered)
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

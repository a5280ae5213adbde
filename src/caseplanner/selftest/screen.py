"""That the program shows itself: a real window, in our fonts, with our icons and in our languages.

Without a screen the window is painted in memory.
"""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QMessageLogContext,
    QObject,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QWidget

from caseplanner import app as programs
from caseplanner import paths, settings, words
from caseplanner.selftest.work import Part, Work, must
from caseplanner.ui import icons, theme
from caseplanner.ui.dress import Dress
from caseplanner.words import _, mark

PATIENCE = 10_000  # milliseconds until a window is painted
SIDE = 24  # pixels of an icon

NO_WINDOW = mark("Qt cannot show a window here ({reason}). Your dossiers are safe; ask IT.")
UNPAINTED = mark("The window stayed empty. Your dossiers are safe; ask IT.")
NO_FONT = mark("The font {font} is not used on the screen. Install the program anew.")
NO_ICON = mark("The icon {icon} cannot be drawn. Install the program anew.")
NO_QT_WORDS = mark("Qt has no words in this language: {language}. Install the program anew.")


def parts(work: Work) -> tuple[Part, ...]:
    return (
        (_("Qt in each language"), lambda: translated(work)),
        (_("a window is painted"), lambda: window(work)),
        (_("our fonts on the screen"), lambda: fonts(work)),
        (_("every icon"), lambda: drawn(work)),
    )


def translated(work: Work) -> None:
    """Dutch is a file of Qt; English is what Qt speaks of itself."""
    before = words.language()
    dress = Dress(_application(work))
    try:
        said = {}
        for language in words.LANGUAGES:
            dress.wear(settings.Settings(language=language))
            said[language] = QApplication.translate("QPlatformTheme", "Cancel")
        must(said["en"] == "Cancel", NO_QT_WORDS, language="en")
        must(said["nl"] == "Annuleren", NO_QT_WORDS, language="nl")
    finally:
        words.use(before)


def window(work: Work) -> None:
    """The first screen of the program, on an empty folder."""
    app = _application(work)
    program = programs.Program(app, work.folder / "first", restart=lambda: None)
    try:
        program.start()
        shown = program.screen
        assert shown
        painted = _Painted(shown)
        deadline = QDeadlineTimer(PATIENCE)
        while not (painted.is_so or deadline.hasExpired()):
            app.processEvents()
        must(painted.is_so and len(_colours(shown.grab().toImage())) > 2, UNPAINTED)
    finally:
        program.stop()
        if program.screen:
            program.screen.hide()


def fonts(work: Work) -> None:
    theme.use(_application(work))
    for family, heading in ((theme.BODY, False), (theme.HEADING, True)):
        found = QFontInfo(theme.font(17, heading=heading)).family()
        must(found == family, NO_FONT, font=family)


def drawn(work: Work) -> None:
    _application(work)
    for file in sorted(paths.resource("icons").glob("*.svg")):
        image = icons.pixmap(file.stem, "ink", SIDE).toImage()
        must(len(_colours(image)) > 1, NO_ICON, icon=file.name)


class _Painted(QObject):
    """Notices that a widget was asked to paint itself."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_so = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.is_so = self.is_so or event.type() == QEvent.Type.Paint
        return False


def _application(work: Work) -> QApplication:
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    qInstallMessageHandler(_telling(work.stopped))
    screen = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))
    in_memory = sys.platform.startswith("linux") and not screen
    return QApplication(["caseplanner", *(["-platform", "offscreen"] if in_memory else [])])


def _telling(
    stopped: Callable[[str, str], None],
) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    """What Qt says, kept until it says that it ends the process: that is why."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            reason = " ".join(" ".join(said or [message]).split())
            stopped(_("the screen"), _(NO_WINDOW, reason=reason.rstrip(".")))
            sys.stdout.flush()
            os._exit(1)  # else Qt aborts, with a core
        said.append(message)

    return hear


def _colours(image: QImage) -> set[int]:
    """A few of them; one is a blank image."""
    across, down = range(0, image.width(), 3), range(0, image.height(), 3)
    return {image.pixel(x, y) for x in across for y in down}

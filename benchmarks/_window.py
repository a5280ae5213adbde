"""What the benchmarks run in a process of its own: a window, told on stdout when it is there.

`bare FILE` is the least PySide6 can show in the same style: Fusion, our fonts, the style sheet in
FILE. `lock DIR` is the program on the vault in
DIR, up to the lock screen. Both tell the moment of the first paint. `open DIR` unlocks with
PASSPHRASE as a person would, opens the practice dossier and tells the memory in use, in MiB.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

FONTS = Path(__file__).parent.parent / "resources" / "fonts"
PASSPHRASE = "for measuring only"


class FirstPaint(QObject):
    """Tells the moment of the first paint and ends the process."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, lambda: tell(time.monotonic()))  # when all of it was painted
        return False


def bare(style_sheet: str) -> None:
    app = watched_application([])
    for file in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    app.setStyle("Fusion")
    app.setFont(QFont("Source Sans 3"))
    palette = QPalette(QColor("white"))
    palette.setColor(QPalette.ColorRole.WindowText, Qt.GlobalColor.black)
    app.setPalette(palette)
    app.setStyleSheet(Path(style_sheet).read_text("utf-8"))
    window = QWidget()
    layout = QVBoxLayout(window)
    for part in (QLabel("caseplanner"), QLineEdit(), QPushButton("Open")):
        layout.addWidget(part)
    window.resize(1366, 768)
    window.show()
    app.exec()


def lock(folder: str) -> None:
    from caseplanner import __main__, app

    setattr(app, "QApplication", watched_application)  # noqa: B010
    __main__.main(["--data-dir", folder])


def watched_application(arguments: list[str]) -> QApplication:
    app = QApplication(arguments)
    app.installEventFilter(FirstPaint(app))
    return app


def open_dossier(folder: str) -> None:
    import psutil

    from caseplanner.app import Program
    from caseplanner.ui.lock import LockScreen
    from caseplanner.ui.window import Window

    app = QApplication([])
    program = Program(app, Path(folder))
    program.start()
    screen: Any = program.screen
    assert isinstance(screen, LockScreen)
    screen.password.setText(PASSPHRASE)
    screen.open.click()
    wait_until(app, lambda: isinstance(program.screen, Window))
    window: Any = program.screen
    window.list.practise()
    wait_until(app, lambda: window.session is not None)
    for _ in range(50):  # let it paint
        app.processEvents()
        time.sleep(0.01)
    tell(psutil.Process().memory_info().rss / 2**20)


def wait_until(app: QApplication, true: Callable[[], bool]) -> None:
    while not true():
        app.processEvents()
        time.sleep(0.01)


def tell(value: float) -> None:
    print(value, flush=True)
    os._exit(0)


if __name__ == "__main__":
    show: dict[str, Callable[[str], None]] = {"bare": bare, "lock": lock, "open": open_dossier}
    show[sys.argv[1]](sys.argv[2])

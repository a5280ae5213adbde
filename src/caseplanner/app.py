"""The program with its window: first start, lock, work, and what to do when something goes wrong.

Locking ends the process that held the keys and starts a new one at the lock screen: no part of
a key or a dossier then lies in memory (architecture.md, Lock).
"""

import contextlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from caseplanner import institution, paths, settings, words
from caseplanner.anew import restart
from caseplanner.settings import Place, Settings
from caseplanner.ui.dress import Dress
from caseplanner.ui.idle import Idle
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.tasks import Tasks
from caseplanner.words import _

if TYPE_CHECKING:  # a third of a second to import, and not needed to paint the lock screen
    from caseplanner.desk import Desk, Keys
    from caseplanner.dossier.guide import Guide
    from caseplanner.ui.backups.making import Daily
    from caseplanner.ui.lock_triggers import LockTriggers
    from caseplanner.ui.rescue import RescueScreen
    from caseplanner.ui.window import Window

WARM = 200  # milliseconds after the lock screen; sooner would hold up its first paint
BASE = (1366, 768)  # pixels, ux.md section 5
RESCUE = "rescue"  # a place to come back to that is no page: a backup is to be put back


@runtime_checkable
class Screen(Protocol):
    """What the first run, the lock screen and the window have in common."""

    def tell(self, problem: str) -> None: ...


def run(folder: Path) -> int:
    """Start the program on the vault in this folder, in the language of `words`."""
    app = QApplication(sys.argv[:1])
    program = Program(app, folder)
    sys.excepthook = program.problem
    program.start()
    code = app.exec()
    program.stop()
    return code


class Program(QObject):
    """Holds the screen that is shown, the open vault and the settings."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        restart: Callable[[], None] = restart,
        idle: float = 0,
    ) -> None:
        """`idle` is after how many seconds it locks; 0 is what the settings say."""
        super().__init__(app)
        self._app, self._folder, self._restart, self._idle_after = app, folder, restart, idle
        self._institution = institution.load()
        kept = settings.load(folder, self._institution.values)
        self.settings = replace(kept, language=words.language())
        self.tasks = Tasks(self)
        self.screen: QWidget | None = None
        self.desk: Desk | None = None
        self._dress = Dress(app)
        self._idle: Idle | None = None
        self._triggers: LockTriggers | None = None
        self._daily: Daily | None = None
        self._warming = QTimer(self, singleShot=True, interval=WARM)
        self._warming.timeout.connect(lambda: self.tasks.run(_warm, lambda _none: None))

    def start(self) -> None:
        """Show the lock screen, or the first run where there is no vault yet; where the window
        asked to put a backup back: that, with the path of the backup.
        """
        self._app.setApplicationName("caseplanner")
        self._app.setDesktopFileName("caseplanner")
        self._app.setQuitOnLastWindowClosed(False)
        self._dress.wear(self.settings)
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        kept = settings.place(self._folder)
        if kept.page == RESCUE:
            with contextlib.suppress(OSError):
                settings.take_place(self._folder)
            self._show_rescue(Path(kept.argument) if kept.argument else None)
        else:
            self._show_first()

    def stop(self) -> None:
        """Close the vault and wait for what still runs."""
        self._warming.stop()
        self._unwatch()
        self.tasks.close()
        if self.desk:
            self.desk.close()
            self.desk = None

    def problem(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Say in the window what went wrong; what is no UserError also becomes a report."""
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        from caseplanner import reports

        told = reports.in_words(self._folder, error)
        if isinstance(self.screen, Screen):
            self.screen.tell(told)

    # The screens.

    def _show_first(self) -> None:
        if paths.has_vault(self._folder):
            self._show_lock()
        else:
            self._show_first_run()

    def _show_lock(self) -> None:
        news = settings.place(self._folder).news
        screen = LockScreen(self._unlock, self.tasks, self.settings.saved_at, self._recover, news)
        screen.unlocked.connect(self._unlocked)
        screen.rescue.connect(self._show_rescue)
        screen.closed.connect(self._app.quit)
        self._show(screen)
        self._warming.start()

    def _show_first_run(self) -> None:
        from caseplanner.ui.first_run import FirstRun

        screen = FirstRun(
            self._folder,
            self._create,
            self.settings,
            self.tasks,
            self._make_recovery,
            lambda: self.desk.vault_id if self.desk else "",
        )
        screen.settings_chosen.connect(self._choose)
        screen.made.connect(self._open)
        screen.begun.connect(self._begin)
        screen.rescue.connect(self._show_rescue)
        screen.closed.connect(self._app.quit)
        self._show(screen)

    def _show_rescue(self, backup: Path | None = None) -> None:
        from caseplanner.ui.rescue import RescueScreen

        hidden = self.settings.hide_names
        screen = RescueScreen(self._folder, self.tasks, hidden=hidden, backup=backup)
        screen.left.connect(self._leave_rescue)
        screen.done.connect(self._restart)
        screen.closed.connect(self._app.quit)
        self._show(screen)
        self._watch(screen)

    def _leave_rescue(self) -> None:
        """To the first screen; in a new process where this one may hold keys or names."""
        from caseplanner.ui.rescue import RescueScreen

        self._unwatch()
        if isinstance(self.screen, RescueScreen) and self.screen.held_secrets:
            self._restart()
        else:
            self._show_first()

    def _show_window(self) -> "Window":
        from caseplanner.ui.backups.making import Daily
        from caseplanner.ui.window import Window

        assert self.desk is not None
        given = self._institution.templates
        window = Window(self.desk, _guide(), self.settings, self.tasks, self._lock, given)
        window.settings_chosen.connect(self._choose)
        window.settings_kept.connect(self._keep)
        window.closed.connect(self._close)
        window.renewing.connect(self._renew)
        self._show(window)
        self._daily = Daily(self.desk.custody, self.tasks, self._second_place, window.tell, window)
        self._watch(window).near.connect(window.seal.ask)
        return window

    def _second_place(self) -> Path | None:
        return Path(self.settings.backup_place) if self.settings.backup_place else None

    def _watch(self, screen: "Window | RescueScreen") -> Idle:
        """Listen for what locks."""
        idle = self._idle = Idle(self._idle_after or 60 * self.settings.idle, self)
        idle.idle.connect(screen.lock)
        QTimer.singleShot(0, screen, lambda: self._watch_system(screen))
        return idle

    def _watch_system(self, screen: "Window | RescueScreen") -> None:
        """Once the screen is there: it may take a moment."""
        from caseplanner.ui.lock_triggers import LockTriggers

        if self.screen is screen:
            self._triggers = LockTriggers(screen)
            self._triggers.minimised = self.settings.lock_minimised
            self._triggers.locked.connect(screen.lock)

    def _unwatch(self) -> None:
        if self._idle:
            self._idle.stop()
        if self._triggers:
            self._triggers.stop()
        if self._daily:
            self._daily.stop()
        self._idle = self._triggers = self._daily = None

    def _show(self, screen: QWidget) -> None:
        """Show this screen; the one before it goes."""
        before, self.screen = self.screen, screen
        if before is None:
            room = screen.screen().availableGeometry()
            screen.resize(min(BASE[0], room.width()), min(BASE[1], room.height()))
            if settings.place(self._folder).minimised:  # out of sight when it locked
                screen.showMinimized()
            elif room.width() <= BASE[0] or room.height() <= BASE[1]:
                screen.setGeometry(room)
                screen.showMaximized()
            else:
                screen.show()
        else:
            screen.setGeometry(before.geometry())
            screen.setWindowState(before.windowState())
            screen.show()
            before.hide()
            before.deleteLater()

    # From locked to open and back.

    def _unlock(self, passphrase: str, accept: bool, tell: Callable[[int, int], None]) -> "Desk":
        """Off the thread of the screens: keys, then the vault; `tell` hears of an upgrade."""
        from caseplanner import desk as desks

        _guide()  # a slip in its files is told before anything is open
        return desks.Desk(self._folder, desks.unlock(self._folder, passphrase), accept, tell)

    def _recover(self, sheet: str, passphrase: str) -> "Desk":
        from caseplanner import desk as desks

        _guide()
        return desks.Desk(self._folder, desks.recover(self._folder, sheet, passphrase))

    def _make_recovery(self) -> tuple[str, ...]:
        """A new recovery sheet for the open vault; quick, so on its own thread."""
        from caseplanner import passphrases

        assert self.desk is not None
        sheet = passphrases.new_recovery()
        self.desk.custody.make_recovery(" ".join(sheet))
        return sheet

    def _create(self, worker: str, passphrase: str) -> "Keys":
        from caseplanner import desk as desks

        _guide()
        return desks.create(self._folder, passphrase, worker)

    def _open(self, keys: "Keys") -> None:
        from caseplanner import desk as desks

        self.desk = desks.Desk(self._folder, keys)

    def _unlocked(self, desk: "Desk") -> None:
        self.desk = desk
        place, window = settings.take_place(self._folder), self._show_window()
        if not place.full and place.window[2] and self._is_visible(place.window):
            window.setGeometry(*place.window)
        window.resume(place)
        self._tell_at_start(window, desk.notes)

    def _tell_at_start(self, window: "Window", notes: Sequence[str] = ()) -> None:
        said = [*(_(note) for note in notes), *map(str, self._institution.slips)]
        if said:
            window.tell(" ".join(said))

    def _begin(self, with_what: str) -> None:
        window = self._show_window()
        self._tell_at_start(window)
        if with_what == "practice":
            window.list.practise()
        else:
            window.go("new")

    def _lock(self, place: Place) -> None:
        """Whatever fails on the way, the process that holds the keys ends."""
        try:
            with contextlib.suppress(OSError):
                settings.keep_place(self._folder, place)
            self._close_vault()
        finally:
            self._restart()

    def _renew(self, place: Place) -> None:
        """New keys for all who stay, on a screen that cannot be left. Then it locks.

        The lock screen tells how it went: that it was cut off, until it is known not to be.
        """
        from caseplanner import reports
        from caseplanner.ui.renewal import CUT_OFF, RENEWED, Renewal

        def over(error: Exception | None) -> None:
            news = reports.in_words(self._folder, error) if error else _(RENEWED)
            self._lock(replace(place, news=news))

        assert self.desk is not None
        self._unwatch()
        self._keep_saved_at()
        self.tasks.close()  # what else ran would find the vault closed
        self.tasks = Tasks(self)
        with contextlib.suppress(OSError):
            settings.keep_place(self._folder, replace(place, news=_(CUT_OFF)))
        screen = Renewal(self.desk.rekey, self.tasks)
        screen.over.connect(over)
        self._show(screen)
        screen.begin()

    def _close(self) -> None:
        self._close_vault()
        self._app.quit()

    def _keep_saved_at(self) -> None:
        from caseplanner.ui.window import Window

        if isinstance(self.screen, Window):
            with contextlib.suppress(OSError):
                self._keep(replace(self.settings, saved_at=self.screen.saved_at))

    def _close_vault(self) -> None:
        self._keep_saved_at()
        if self._daily:  # only this: what holds up sleep does so until the process ends
            self._daily.stop()
        if self.desk:
            desk, self.desk = self.desk, None
            desk.close()

    # Settings.

    def _choose(self, chosen: Settings) -> None:
        from caseplanner.ui.first_run import FirstRun
        from caseplanner.ui.window import Window

        chosen = settings.choose(self.settings, chosen)
        guide = _guide(chosen.language)
        window = self.screen if isinstance(self.screen, Window) else None
        self._dress.wear(chosen, window.seal.scale if window else 1.0)
        if window:
            window.use(chosen, guide)
            if self._idle:
                self._idle.least = 60 * window.seal.least_idle
        elif isinstance(self.screen, FirstRun):
            self.screen.use(chosen)
        self._keep(chosen)

    def _keep(self, kept: Settings) -> None:
        kept = self.settings = settings.choose(self.settings, kept)
        if self._idle and not self._idle_after:
            self._idle.seconds = 60 * kept.idle
        if self._triggers:
            self._triggers.minimised = kept.lock_minimised
        settings.save(self._folder, kept)

    def _follow_system(self) -> None:
        """The system went dark or light; Qt tells so too when we ask it for a scheme ourselves."""
        if self.settings.theme == "system":
            QTimer.singleShot(0, lambda: self._choose(self.settings))

    def _is_visible(self, frame: tuple[int, int, int, int]) -> bool:
        """The screen the window was on is still there."""
        return any(s.availableGeometry().intersects(QRect(*frame)) for s in self._app.screens())


def _guide(language: str = "") -> "Guide":
    from caseplanner import guides

    return guides.load(language or words.language())


def _warm() -> None:
    """Import, while the person types, what unlocking needs."""
    import caseplanner.ui.window  # noqa: F401

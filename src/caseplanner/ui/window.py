"""The window of an unlocked vault: the rail, the pages, and the way from one to another."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caseplanner import paths
from caseplanner.desk import Desk
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier
from caseplanner.dossier.templates import Templates
from caseplanner.session import Session
from caseplanner.settings import LEAST_TEXT, MOST_TEXT, Place, Settings
from caseplanner.ui import aloud, coming_back, half, places, roles
from caseplanner.ui.actions import Actions
from caseplanner.ui.ahead import Ahead
from caseplanner.ui.finder import NAME as FINDER
from caseplanner.ui.half import MEETING
from caseplanner.ui.keeper import Keeper
from caseplanner.ui.meeting.seal import Seal
from caseplanner.ui.nav import NavRail
from caseplanner.ui.page import Page
from caseplanner.ui.pages.list import ListPage
from caseplanner.ui.roles import OF_DOSSIER
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.templates.inserter import Inserter
from caseplanner.ui.widgets import banner
from caseplanner.ui.widgets.message import MessageBar
from caseplanner.ui.widgets.toast import Toast
from caseplanner.words import _

KEYED = frozenset({"dimension", MEETING})  # pages of which there is one for each argument
NO_EDITS = frozenset({"preview", "retention"})  # there what was done is not undone by Undo
FOR_CLIENT = frozenset({"answers", "sign", MEETING})  # a client looks at these: calm, no rail


class Window(QMainWindow):
    """Shows one page at a time. `on_lock` gets the place to come back to. `templates` are those
    of the institution.

    `settings_chosen` sends new settings; who keeps them then calls `use`.
    `settings_kept` sends settings only to keep. `closed` is sent when the person closed the
    window and everything typed was reported; `renewing` when it was, the keys are to be renewed,
    and the window is over: it sends the place to come back to. `pages` are those made so far.
    """

    settings_chosen = Signal(object)
    settings_kept = Signal(object)
    closed = Signal()
    renewing = Signal(object)

    def __init__(
        self,
        desk: Desk,
        guide: Guide,
        settings: Settings,
        tasks: Tasks,
        on_lock: Callable[[Place], None],
        templates: Templates = (),
    ) -> None:
        super().__init__()
        self._desk, self._tasks, self._on_lock = desk, tasks, on_lock
        self.guide, self.settings = guide, settings
        self.session: Session | None = None
        self.saved_at: datetime | None = settings.saved_at
        self.page_name, self.argument = self.home, ""
        self.pages: dict[tuple[str, str], Page] = {}
        self._problems, self._warned = 0, False
        self.seal = Seal(self)
        self.seal.changed.connect(lambda: self.settings_chosen.emit(self.settings))
        self.setWindowTitle("caseplanner")
        self.setWindowIcon(QIcon(str(paths.resource("icons/app.svg"))))
        self.setMinimumSize(640, 480)
        self._build()
        self.inserter = Inserter(self, desk, templates)
        self.actions_ = Actions(self)
        self.go(self.home)
        self.keeper = Keeper(self, desk)
        Ahead(self)
        QApplication.instance().focusChanged.connect(self._left)  # type: ignore[union-attr]

    # Going somewhere.

    @property
    def list(self) -> ListPage:
        page = self._page("list", "")
        assert isinstance(page, ListPage)
        return page

    @property
    def home(self) -> str:
        """The first page for who is working."""
        return roles.home(self._desk.staff)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.pages[self.page_name, self.argument]

    @property
    def open_session(self) -> Session | None:
        """The session of the dossier whose page is shown."""
        return self.session if self.page_name in OF_DOSSIER else None

    def go(self, name: str, argument: object = None) -> None:
        """Show a page; see Page.go for the names."""
        if name in ("lock", "rescue"):
            self.lock(str(argument) if name == "rescue" else "")
            return
        if self.seal.refuses(name, argument):
            return
        if not self.may_go(name):
            first = roles.of_open_dossier(self._desk.staff)
            known = name in OF_DOSSIER and self.session is not None
            name, argument = (first if known else self.home), None
        self.flush()
        key = str(argument) if name in KEYED and argument else ""
        page = self._page(name, key)
        if name == MEETING:
            self.seal.close()
        self.page_name, self.argument = name, key
        self._stack.setCurrentWidget(page)
        self.rail.show_page(name)
        self.rail.setVisible(name not in FOR_CLIENT)
        self.show_again()
        places.show_part(name, page, argument)
        page.focus_first()

    def may_go(self, name: str) -> bool:
        """This page can be shown now, to who is working."""
        can = (name not in OF_DOSSIER or self.session is not None) and not self.seal.holds(name)
        return can and name in roles.pages(self._desk.staff)

    def open(self, dossier_id: str) -> None:
        """Open a dossier and show its plan at a glance."""
        if self.home == "my_goals":
            self.go(self.home)
            self.page.go_to_spot(dossier_id)
        elif self.session is None or self.session.dossier.id != dossier_id:
            self.show_session(self._desk.open(dossier_id))
        else:
            self.go("hub")

    def show_session(self, session: Session) -> None:
        """Show the plan of a dossier that is open already."""
        self.forget(lambda name: name in OF_DOSSIER or name == "new")
        self.session = session
        session.on_change = self._changed
        self.go("hub")

    def open_at(self, dossier_id: str, name: str, argument: object = None) -> None:
        """Open a dossier and show this page of it."""
        self.open(dossier_id)
        self.go(name, argument)

    def open_again(self, dossier_id: str) -> None:
        """Open a dossier that was open before, if it is still there for who is working."""
        ids = {entry.line.id for entry in self._desk.lines()} if self.home == "list" else ()
        if dossier_id in ids:
            self.show_session(self._desk.open(dossier_id))

    def let_go(self, dossiers: Sequence[str], told: str) -> None:
        """These were destroyed: show nothing of them any more, and say that it was done."""
        if self.session and self.session.dossier.id in dossiers:
            self.forget(lambda name: name in OF_DOSSIER)
            self.session = None
        self.go("list" if self.page_name in OF_DOSSIER else self.page_name)
        self.toast.tell(told)

    def back(self) -> None:
        """One level up: to the plan, and from there to the list."""
        first = roles.of_open_dossier(self._desk.staff)
        deep = self.page_name in OF_DOSSIER and self.page_name != first
        self.go(first if deep else self.home)

    def search(self) -> None:
        self.go("list")
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def import_file(self) -> None:
        self.list.import_file()

    def practise(self) -> None:
        self.list.practise()

    def find_anything(self) -> None:
        """Ctrl+K."""
        by_name = self.home == "list" and self.page_name not in FOR_CLIENT
        self.actions_.find_anything(self.list.names() if by_name else ())

    def openers(self) -> dict[str, Callable[[], None]]:
        """What opens again the dialogs that survive a lock, by their objectName."""
        return {FINDER: self.find_anything, **self.page.openers()}

    # Edits.

    def undo(self) -> None:
        self._step_back(_("Undone: {label}"), forward=False)

    def redo(self) -> None:
        self._step_back(_("Done again: {label}"), forward=True)

    def flush(self) -> None:
        """Report what is still being typed on the page that is shown."""
        page = self.pages.get((self.page_name, self.argument))
        if page:
            page.flush()

    def tell(self, problem: str) -> None:
        """A problem the person can act on, in the bar on top."""
        self._problems += 1
        self.bar.tell(problem)

    def _step_back(self, told: str, *, forward: bool) -> None:
        self.flush()
        session = self.open_session
        if session is None:
            return
        moments = session.history.future[:1] if forward else session.history.past[-1:]
        for moment in moments:
            (session.redo if forward else session.undo)()
            self.toast.tell(told.format(label=moment.label))

    def _changed(self, dossier: Dossier) -> None:
        if self.session:
            self.saved_at = self.session.saved_at
        self.show_again()
        QTimer.singleShot(0, self.keeper, self.keeper.look)  # once the page let go of the words

    def show_again(self) -> None:
        """Show on page, banners and actions what holds now."""
        session = self.open_session
        self.banner.setVisible(session is not None and session.dossier.practice)
        self.closed_banner.setVisible(session is not None and session.is_closed)
        if session:
            self.page.show_dossier(session.dossier)
        else:
            self.page.refresh()
        self.actions_.show()

    def _left(self, old: QWidget | None, now: QWidget | None) -> None:
        """Leaving a field ends a burst of typing."""
        if self.session and old is not None and now is not None:
            self.session.pause()

    # Settings.

    def zoom(self, by: int) -> None:
        """Larger or smaller text, in percent; 0 is back to 100."""
        size = self.settings.text_size + by if by else 100
        size = max(LEAST_TEXT, min(size, MOST_TEXT))
        self.settings_chosen.emit(replace(self.settings, text_size=size))

    def keep(self, settings: Settings) -> None:
        """Keep settings that change nothing on the other pages but the one of the settings."""
        self.settings = settings
        if self.page_name != "settings":
            self.forget(lambda name: name == "settings")
        self.settings_kept.emit(settings)

    def use(self, settings: Settings, guide: Guide) -> None:
        """Build all pages anew, in another look or language, and stay where we are."""
        self.page.report()
        typed = replace(half.collect(self), dialog="")  # a dialog stays as it is
        self.forget(lambda name: True)
        self.settings, self.guide = settings, guide
        self._build()
        self.actions_.build()
        coming_back.come_back(self, typed.place)
        half.put_back(self, typed)

    # Leaving.

    def lock(self, rescue: str = "") -> None:
        """Keep what is typed and lock, asking nothing. `rescue`: this backup is put back next."""
        place = Place()
        try:
            place = self.place()
            self.page.report()
            place = self.place()  # what was new has a name of its own since it was saved
            if not self.keeper.keep():  # then let it become part of a dossier, where it can
                self.page.keep()
                place = self.place()
        finally:
            aloud.hush()  # the service of the system would read on
            self._on_lock(replace(place, page="rescue", argument=rescue) if rescue else place)

    def place(self, parts: dict[str, QWidget] | None = None) -> Place:
        """Where we are, to come back to after a lock: ids and numbers, no names."""
        return coming_back.place(self, parts)

    def resume(self, place: Place) -> None:
        """After a lock or a crash: show the place, and type back what was half-typed there."""
        typed = self.keeper.take()
        coming_back.come_back(self, typed.place if typed else place)
        if typed:
            half.put_back(self, typed)

    def renew_keys(self) -> None:
        """Keep what is typed, and have the keys of the vault renewed."""
        self.page.report()
        if not self.keeper.keep():
            self.page.keep()
        self.renewing.emit(self.place())

    def close_(self) -> None:
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save and leave. A problem while saving is said first; closing again then leaves."""
        before = self._problems
        self.page.keep()
        if self._problems > before and not self._warned:
            self._warned = True
            event.ignore()
            return
        self.keeper.close()
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fit(self.width())
        self.seal.resized()

    # Building.

    def _build(self) -> None:
        self.rail = NavRail(self._desk.staff)
        self.rail.chosen.connect(self.go)
        self.rail.fit(self.width())
        self.bar = MessageBar()
        self.banner, self.closed_banner = banner.of_practice(), banner.of_closed()
        self.closed_banner.action.setVisible("retention" in roles.pages(self._desk.staff))
        self.closed_banner.action.clicked.connect(lambda: self.go("retention"))
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # pages scroll; none may push the window off the screen
        right = QWidget()
        right.setProperty("page", True)
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.banner)
        column.addWidget(self.closed_banner)
        column.addWidget(self._stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)
        self.setCentralWidget(whole)
        self.toast = Toast(right)

    def page_at(self, name: str, key: str) -> Page | None:
        """A page that shows what the vault holds now, made if need be; None where it cannot be."""
        if not self.may_go(name):
            return None
        page = self._page(name, key)
        if self.session and page is not self.page and name in OF_DOSSIER:
            page.show_dossier(self.session.dossier)
        return page

    def _page(self, name: str, key: str) -> Page:
        page = self.pages.get((name, key))
        if page is None:
            page = places.make(name, key, self, self._desk, self._tasks)
            page.go.connect(self.go)
            page.toast.connect(self._toast)
            self.pages[name, key] = page
            self._stack.addWidget(page)
        return page

    def forget(self, which: Callable[[str], bool]) -> None:
        """Let go of the pages of these names."""
        for (name, key), page in list(self.pages.items()):
            if which(name):
                del self.pages[name, key]
                self._stack.removeWidget(page)
                page.deleteLater()

    def _toast(self, text: str) -> None:
        session = self.open_session if self.page_name not in NO_EDITS else None
        can_undo = session is not None and bool(session.history.past)
        self.toast.tell(text, _("Undo") if can_undo else "", self.undo)

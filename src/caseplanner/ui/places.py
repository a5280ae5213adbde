"""Pages by their name."""

from typing import TYPE_CHECKING

from caseplanner.desk import Desk
from caseplanner.dossier.model import Dimension
from caseplanner.dossier.reviews import Terms
from caseplanner.ui.page import Page
from caseplanner.ui.tasks import Tasks

if TYPE_CHECKING:
    from caseplanner.ui.window import Window


def make(name: str, key: str, window: "Window", desk: Desk, tasks: Tasks) -> Page:
    """A new page. The modules of pages are imported when first gone to: the start stays quick."""
    if name == "list":
        from caseplanner.ui.pages.list import ListPage

        return ListPage(desk, window, tasks)
    if name == "settings":
        from caseplanner.ui.pages.settings import SettingsPage

        return SettingsPage(window.settings, window.settings_chosen.emit, window.may_go)
    if name == "destruction":
        from caseplanner.ui.pages.destruction import DestructionPage

        return DestructionPage(desk.custody, window)
    if name == "backups":
        from caseplanner.ui.pages.backups import BackupsPage

        return BackupsPage(desk, window, tasks)
    if name == "new":
        from caseplanner.ui.pages.person import NewPage

        return NewPage(lambda dossier: window.show_session(desk.add(dossier)))
    if name == "people":
        from caseplanner.ui.pages.people import PeoplePage

        hidden = window.settings.hide_names
        return PeoplePage(
            desk,
            tasks,
            lambda: window.rail.who.tell(desk.staff),
            window.renew_keys,
            hidden=hidden,
        )
    if name == "library":
        from caseplanner.ui.pages.library import LibraryPage

        return LibraryPage(desk.library, window, tasks)
    if name == "addresses":
        from caseplanner.ui.pages.addresses import AddressesPage

        return AddressesPage(desk.addresses, window, tasks)
    if name == "templates":
        from caseplanner.ui.pages.templates import TemplatesPage

        return TemplatesPage(desk.templates, window, len(window.inserter.given))
    if name == "my_goals":
        from caseplanner.ui.pages.my_goals import MyGoalsPage

        return MyGoalsPage(desk)
    return _of_dossier(name, key, window, desk, tasks)


def _of_dossier(name: str, key: str, window: "Window", desk: Desk, tasks: Tasks) -> Page:
    session = window.session
    assert session is not None
    match name:
        case "hub":
            from caseplanner.ui.pages.hub import HubPage

            return HubPage(session, window.guide)
        case "person":
            from caseplanner.ui.pages.person import PersonPage

            return PersonPage(session)
        case "dimension":
            from caseplanner.ui.pages.dimension import DimensionPage

            return DimensionPage(session, window.guide, Dimension(key))
        case "basics":
            from caseplanner.ui.pages.basics import BasicsPage

            return BasicsPage(session)
        case "conditions":
            from caseplanner.ui.pages.conditions import ConditionsPage

            return ConditionsPage(session)
        case "network":
            from caseplanner.ui.pages.network import NetworkPage

            return NetworkPage(session)
        case "answers":
            from caseplanner.ui.pages.answers import AnswersPage

            return AnswersPage(session, window.guide, lambda: _terms(window))
        case "meeting":
            from caseplanner.ui.meeting.room import MeetingPage

            room = MeetingPage(session, window.guide, key, lambda: _terms(window), desk.seal, tasks)
            room.turned.connect(window.keeper.look)
            room.stopped.connect(window.seal.leave)
            return room
        case "sign":
            from caseplanner.ui.pages.sign import SignPage

            return SignPage(session, tasks)
        case "preview":
            from caseplanner.ui.pages.preview import PreviewPage

            return PreviewPage(session, desk.seal, tasks)
        case "history":
            from caseplanner.ui.pages.history import HistoryPage

            hidden = window.settings.hide_names
            return HistoryPage(session, window.guide, tasks, hide_names=hidden)
        case "intake":
            from caseplanner.ui.pages.intake import IntakePage

            return IntakePage(session, window.guide)
        case "notes":
            from caseplanner.ui.pages.notes import NotesPage

            return NotesPage(session, window.guide)
        case "beside":
            from caseplanner.ui.pages.beside import BesidePage

            return BesidePage(session, desk.library)
        case "retention":
            from caseplanner.ui.pages.retention import RetentionPage

            return RetentionPage(session, desk.custody, window)
        case "who":
            from caseplanner.ui.pages.who import WhoPage

            return WhoPage(session, desk.addresses)
        case "signals":
            from caseplanner.ui.pages.signals import SignalsPage

            return SignalsPage(session)
        case "achievements":
            from caseplanner.ui.pages.achievements import AchievementsPage

            return AchievementsPage(session)
        case "way":
            from caseplanner.ui.pages.way import WayPage

            return WayPage(session, lambda: _terms(window))
        case "talk":
            from caseplanner.ui.pages.talk import TalkPage

            return TalkPage(session)
        case _:
            raise KeyError(name)


def _terms(window: "Window") -> Terms:
    """The terms of reviews that are set on this laptop now."""
    set_ = window.settings
    return Terms(set_.review_weeks, set_.final_days, set_.transfer_days)


def show_part(name: str, page: Page, asked: object) -> None:
    """On the preview a version, on a page with parts one of them, where one is asked."""
    if name == "preview" and isinstance(asked, str):
        from caseplanner.ui.pages.preview import PreviewPage

        assert isinstance(page, PreviewPage)
        page.open(asked)
    if name == "meeting":
        from caseplanner.ui.meeting.room import MeetingPage

        assert isinstance(page, MeetingPage)
        page.begin()
    if name in ("intake", "history", "who", "way", "notes", "talk") and asked:
        page.go_to_spot(str(asked))

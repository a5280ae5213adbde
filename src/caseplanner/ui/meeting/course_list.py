"""What we talk about today: four parts, and of the part we are in its pages, ticked when done.

No bar, no percentage, no clock: those press on who reads slowly (ux.md section 1).
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.dossier import goals, meeting_course, meetings
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.meeting_course import TOPICS, Chapter, Page, Stop
from caseplanner.dossier.model import Dimension, Dossier, Meeting
from caseplanner.ui import theme
from caseplanner.ui.meeting import sentences
from caseplanner.ui.widgets import text
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.topics import Topic, Topics
from caseplanner.words import _

WIDTH, NARROW = 240, 74  # pixels at 100 % text
IN_THE_PLAN = (Stop.GOAL, Stop.OTHERS, Stop.NO_GOAL)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: how it looks, and the page it leads to."""

    topic: Topic
    page: Page


class CourseList(QWidget):
    """`chosen` sends the page that was tapped."""

    chosen = Signal(object)

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._entries: list[Entry] = []
        self._talk = text.Body(_("Today we talk about"), size=17)
        self.topics = Topics()
        self.topics.chosen.connect(lambda place: self.chosen.emit(self._entries[place].page))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.topics)
        column.addStretch(1)
        self._scroll = Scroll(inner)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._talk)
        whole.addWidget(self._scroll, 1)

    def show_course(
        self, dossier: Dossier, meeting: Meeting, now: Page, *, only_icons: bool
    ) -> None:
        self._entries = entries(dossier, meeting, now, self._guide)
        at = next(n for n, entry in enumerate(self._entries) if _is_at(dossier, entry.page, now))
        self._talk.setVisible(not only_icons)
        self.topics.show_topics([entry.topic for entry in self._entries], at, only_icons=only_icons)
        self.setFixedWidth(theme.px(NARROW if only_icons else WIDTH))
        self._scroll.ensureWidgetVisible(self.topics.lines[at])


def entries(dossier: Dossier, meeting: Meeting, now: Page, guide: Guide) -> list[Entry]:
    """The four parts in order; of the part we are in, its pages instead."""
    every = meeting_course.pages(dossier, meeting)
    here = meeting_course.chapter(now)
    found: list[Entry] = []
    for chapter in Chapter:
        mine = [page for page in every if meeting_course.chapter(page) is chapter]
        if not mine:
            continue
        if chapter is not here:
            sentence = sentences.CHAPTERS[chapter]
            done = all(_is_done(dossier, meeting, page) for page in mine)
            topic = Topic(sentence.say(), "", ticked=done, icon=sentence.icon, small=True)
            found.append(Entry(topic, mine[0]))
        elif chapter is Chapter.PLAN:
            found += _dimensions(dossier, meeting, mine, guide)
        else:
            for page in mine:
                sentence = sentences.STOPS[page.stop]
                done = _is_done(dossier, meeting, page)
                topic = Topic(sentence.say(), "", ticked=done, icon=sentence.icon, tight=True)
                found.append(Entry(topic, page))
    return found


def _dimensions(dossier: Dossier, meeting: Meeting, pages: list[Page], guide: Guide) -> list[Entry]:
    """One line a dimension, as the wheel has them."""
    found = []
    for dimension in Dimension:
        mine = [p for p in pages if meeting_course.dimension(dossier, p) is dimension]
        if mine:
            done = all(_is_done(dossier, meeting, page) for page in mine)
            waiting = [page for page in mine if not _is_done(dossier, meeting, page)]
            topic = Topic(guide.of(dimension).title, "", dimension, ticked=done)
            found.append(Entry(topic, (waiting or mine)[0]))
    return found


def _is_done(dossier: Dossier, meeting: Meeting, page: Page) -> bool:
    match page.stop:
        case Stop.GOAL:
            return meeting_course.is_answered(goals.find(dossier, page.item))
        case Stop.OTHERS:
            return True
        case Stop.PRIVACY | Stop.SEATS:
            return all(seat.there is not None for seat in meeting.seats if seat.name.strip())
        case Stop.HOME | Stop.AFTER | Stop.NO_GOAL:
            return False
        case stop:
            return meetings.was_talked_about(meeting, TOPICS[stop])


def _is_at(dossier: Dossier, shown: Page, now: Page) -> bool:
    if now.stop not in IN_THE_PLAN:
        return shown == now
    of = meeting_course.dimension
    return shown.stop in IN_THE_PLAN and of(dossier, shown) is of(dossier, now)

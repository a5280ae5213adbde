"""How the screens look and speak, and when they lock. Everything changes at once."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.settings.client_word import ClientWordCard
from caseplanner.ui.settings.lists import ListsCard
from caseplanner.ui.settings.locking import LockCard
from caseplanner.ui.settings.look import LanguageCard, TextSizeCard, ThemeCard
from caseplanner.ui.settings.reviews import ReviewCard
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Title
from caseplanner.words import _

WIDE = 1000  # pixels at 100 % text from which there are two columns


class SettingsPage(Page):
    """A card for each thing that can be set."""

    def __init__(
        self,
        settings: Settings,
        choose: Callable[[Settings], None],
        may_go: Callable[[str], bool],
    ) -> None:
        super().__init__()
        self.language = LanguageCard(settings, choose)
        self.client_word = ClientWordCard(settings, choose)
        self.lists = ListsCard(may_go, lambda page: self.go.emit(page, None))
        self.reviews = ReviewCard(settings, choose)
        self.text_size = TextSizeCard(settings, choose)
        self.theme = ThemeCard(settings, choose)
        self.lock = LockCard(settings, choose)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(theme.px(14))
        lists = (self.lists,) if self.lists.links else ()
        for cards in (
            (self.language, self.client_word, self.reviews),
            (self.text_size, self.theme, self.lock, *lists),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.px(14))
            for card in cards:
                card.setMaximumWidth(theme.px(720))
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(24), side, side)
        layout.setSpacing(theme.px(14))
        layout.addWidget(Title(_("Settings")))
        layout.addLayout(self._columns)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, way = self.width() >= theme.px(WIDE), QBoxLayout.Direction
        self._columns.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def focus_first(self) -> None:
        self.language.focus_chosen()

"""How the screens look and speak, and when they lock. Everything changes at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.settings.client_word import ClientWordCard
from caseplanner.ui.settings.locking import LockCard
from caseplanner.ui.settings.look import LanguageCard, TextSizeCard, ThemeCard
from caseplanner.ui.settings.reviews import ReviewCard
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Title
from caseplanner.words import _


class SettingsPage(Page):
    """A card for each thing that can be set."""

    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__()
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(24), side, side)
        layout.setSpacing(theme.px(14))
        layout.addWidget(Title(_("Settings")))
        self.language = LanguageCard(settings, choose)
        self.client_word = ClientWordCard(settings, choose)
        self.text_size = TextSizeCard(settings, choose)
        self.theme = ThemeCard(settings, choose)
        self.lock = LockCard(settings, choose)
        self.reviews = ReviewCard(settings, choose)
        for card in (
            self.language,
            self.client_word,
            self.text_size,
            self.theme,
            self.lock,
            self.reviews,
        ):
            card.setMaximumWidth(theme.px(720))
            layout.addWidget(card)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))

    def focus_first(self) -> None:
        self.language.focus_chosen()

"""How the screens look and speak, and when they lock. Everything changes at once."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from caseplanner import words
from caseplanner.settings import LEAST_TEXT, MOST_TEXT, Settings
from caseplanner.ui import theme
from caseplanner.ui.page import Page
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Small, Title
from caseplanner.words import _, mark

STEP = 10  # percent
MINUTES = (1, 2, 3, 5, 10, 15, 20, 30)  # offered; settings.py has the limits
THEMES = {
    "system": mark("As this computer"),
    "light": mark("Light"),
    "dark": mark("Dark"),
    "contrast": mark("High contrast"),
}


class SettingsPage(Page):
    """Four cards: language, text size, colours, locking."""

    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__()
        inner = QWidget()
        layout = QVBoxLayout(inner)
        side = theme.px(30)
        layout.setContentsMargins(side, theme.px(24), side, side)
        layout.setSpacing(theme.px(14))
        layout.addWidget(Title(_("Settings")))
        self.language = LanguageCard(settings, choose)
        self.text_size = TextSizeCard(settings, choose)
        self.theme = ThemeCard(settings, choose)
        self.lock = LockCard(settings, choose)
        for card in (self.language, self.text_size, self.theme, self.lock):
            card.setMaximumWidth(theme.px(720))
            layout.addWidget(card)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))

    def focus_first(self) -> None:
        self.language.focus_chosen()


class ChoiceCard(Card):
    """A few things of which one holds."""

    def __init__(
        self, title: str, choices: dict[str, str], chosen: str, choose: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(18), theme.px(14)) * 2)
        layout.setSpacing(theme.px(2))
        layout.addWidget(Heading(title))
        for value, name in choices.items():
            button = QRadioButton(name)
            button.setAccessibleDescription(title)
            button.setChecked(value == chosen)
            button.clicked.connect(lambda _on=False, v=value: choose(v))
            self._group.addButton(button)
            self.buttons[value] = button
            layout.addWidget(button)

    def focus_chosen(self) -> None:
        for button in self.buttons.values():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)


class LanguageCard(ChoiceCard):
    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__(
            _("Language"),
            words.LANGUAGES,
            settings.language,
            lambda language: choose(replace(settings, language=language)),
        )


class ThemeCard(ChoiceCard):
    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__(
            _("Colours"),
            {value: _(name) for value, name in THEMES.items()},
            settings.theme,
            lambda mode: choose(replace(settings, theme=mode)),
        )


class LockCard(Card):
    """After how long untouched, and whether out of sight, the program locks by itself."""

    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__()
        self.minutes = Choice(
            [(words.count("{n} minute", "{n} minutes", n), n) for n in _minutes(settings.idle)]
        )
        self.minutes.set_value(settings.idle)
        self.minutes.setAccessibleName(_("Minutes until it locks by itself"))
        self.minutes.chosen.connect(lambda n: choose(replace(settings, idle=n)))
        self.minimised = QCheckBox(_("Also lock when the window is minimised"))
        self.minimised.setChecked(settings.lock_minimised)
        self.minimised.clicked.connect(lambda on: choose(replace(settings, lock_minimised=on)))
        row = Flow(spacing=theme.px(10))
        row.addWidget(Body(_("Lock when nobody touches the program for")))
        row.addWidget(self.minutes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(18), theme.px(14)) * 2)
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("Locking")))
        layout.addLayout(row)
        layout.addWidget(self.minimised)
        layout.addWidget(
            Small(
                _(
                    "It also locks when the laptop goes to sleep or the screen is locked. "
                    "Ctrl+L locks at once. What you typed stays."
                )
            )
        )


def _minutes(now: int) -> list[int]:
    return sorted({*MINUTES, now})


class TextSizeCard(Card):
    """Smaller and larger, with a sentence that shows it."""

    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__()
        size = settings.text_size
        self.smaller = buttons.secondary(_("Smaller"), "minus")
        self.larger = buttons.secondary(_("Larger"), "plus")
        self.smaller.setEnabled(size > LEAST_TEXT)
        self.larger.setEnabled(size < MOST_TEXT)
        for button, by in ((self.smaller, -STEP), (self.larger, STEP)):
            wanted = max(LEAST_TEXT, min(size + by, MOST_TEXT))
            button.clicked.connect(
                lambda _on=False, to=wanted: choose(replace(settings, text_size=to))
            )
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.smaller)
        row.addWidget(self.larger)
        row.addWidget(Body(_("{size} %", size=size), weight=600))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(18), theme.px(14)) * 2)
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("Text size")))
        layout.addWidget(Body(_("This is how large the words are on every page.")))
        layout.addLayout(row)
        layout.addWidget(Small(_("Also with Ctrl and + or -.")))

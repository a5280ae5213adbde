"""Cards for how the screens look and speak."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout

from caseplanner import words
from caseplanner.settings import LEAST_TEXT, MOST_TEXT, Settings
from caseplanner.ui import theme
from caseplanner.ui.settings import origin
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, mark

STEP = 10  # percent
THEMES = {
    "system": mark("As this computer"),
    "light": mark("Light"),
    "dark": mark("Dark"),
    "contrast": mark("High contrast"),
}


class ChoiceCard(Card):
    """A few things of which one holds: the setting called `name`."""

    def __init__(
        self,
        title: str,
        choices: dict[str, str],
        name: str,
        settings: Settings,
        choose: Callable[[Settings], None],
    ) -> None:
        super().__init__()
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        layout = self.layout_ = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(18), theme.px(14)) * 2)
        layout.setSpacing(theme.px(2))
        layout.addWidget(Heading(title))
        for value, said in choices.items():
            button = QRadioButton(said)
            button.setAccessibleDescription(title)
            button.setChecked(value == getattr(settings, name))
            button.clicked.connect(
                lambda _on=False, v=value: choose(replace(settings, **{name: v}))
            )
            self._group.addButton(button)
            self.buttons[value] = button
            layout.addWidget(button)
        origin.add_to(layout, settings, name)

    def focus_chosen(self) -> None:
        for button in self.buttons.values():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)


class LanguageCard(ChoiceCard):
    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__(
            _("Language"),
            words.LANGUAGES,
            "language",
            settings,
            choose,
        )


class ThemeCard(ChoiceCard):
    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__(
            _("Colours"),
            {value: _(name) for value, name in THEMES.items()},
            "theme",
            settings,
            choose,
        )


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
        origin.add_to(layout, settings, "text_size")

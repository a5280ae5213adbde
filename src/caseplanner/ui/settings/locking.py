"""The card for when the program locks by itself."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from caseplanner import words
from caseplanner.settings import Settings
from caseplanner.ui import theme
from caseplanner.ui.settings import origin
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _

MINUTES = (1, 2, 3, 5, 10, 15, 20, 30)  # offered; settings.py has the limits


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
        origin.add_to(layout, settings, "idle", "lock_minimised")


def _minutes(now: int) -> list[int]:
    return sorted({*MINUTES, now})

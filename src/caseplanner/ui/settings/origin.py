"""Where a value on the settings page comes from, when the person did not choose it."""

from PySide6.QtWidgets import QBoxLayout

from caseplanner.settings import Settings
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _


def add_to(layout: QBoxLayout, settings: Settings, *names: str) -> None:
    """A line below, when one of these settings holds what the institution gave."""
    if any(settings.is_given(name) for name in names):
        layout.addWidget(Small(_("Set by your institution. What you choose here holds for you.")))

"""The card with the lists of the laptop that can be kept from the settings."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _


class ListsCard(Card):
    """`go` leads to the page of a list; only those that `may_go` tells of are shown."""

    def __init__(self, may_go: Callable[[str], bool], go: Callable[[str], None]) -> None:
        super().__init__()
        self.links: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(18), theme.px(14)) * 2)
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("Lists for every dossier")))
        for page, name, icon, told in (
            ("addresses", _("Addresses"), "id-card", _("The organisations you work with.")),
            ("templates", _("Templates"), "file-text", _("Texts that you type often.")),
        ):
            if may_go(page):
                link = self.links[page] = buttons.secondary(name, icon)
                link.setAccessibleDescription(told)
                link.clicked.connect(lambda _on=False, to=page: go(to))
                layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
                layout.addWidget(Small(told))

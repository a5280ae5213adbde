"""The card for how the program calls the client."""

from collections.abc import Callable

from caseplanner import words
from caseplanner.settings import Settings
from caseplanner.ui.settings.look import ChoiceCard
from caseplanner.ui.widgets.text import Small
from caseplanner.words import _


class ClientWordCard(ChoiceCard):
    """The words as they can be chosen, with a sentence that shows the one of now."""

    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__(
            _("Word for the client"),
            words.client_words(),
            "client_word",
            settings,
            choose,
        )
        self.sample = Small(
            _(
                "For example: “{sentence}”",
                sentence=_("They sign the plan together with the client."),
            )
        )
        for line in (
            self.sample,
            Small(_("On every page and in the PDF. What you typed yourself stays as it is.")),
        ):
            self.layout_.addWidget(line)

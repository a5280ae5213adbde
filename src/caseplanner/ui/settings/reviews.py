"""The card for when a plan is looked at together again."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.settings import LIMITS, Settings
from caseplanner.ui import theme
from caseplanner.ui.settings import origin
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Choice
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, count

OFFERED = {  # settings.py has the limits
    "review_weeks": (2, 3, 4, 6, 8, 10, 12, 16, 26),
    "final_days": (7, 10, 14, 21, 28, 42),
    "transfer_days": (3, 5, 7, 10),
}


class ReviewCard(Card):
    """Three terms, each with what it means. `terms` are where they are chosen."""

    def __init__(self, settings: Settings, choose: Callable[[Settings], None]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(18), theme.px(14)) * 2)
        layout.setSpacing(theme.px(8))
        layout.addWidget(Heading(_("Looking at the plan again")))
        self.terms: dict[str, Choice] = {}
        for name, before in (
            ("review_weeks", _("Look at a plan together again every")),
            ("final_days", _("The last time before release, at least this long before:")),
            ("transfer_days", _("After a transfer to another place, at most this long after:")),
        ):
            self.terms[name] = term = _term(name, settings, choose)
            term.setAccessibleName(before.rstrip(":"))
            row = Flow(spacing=theme.px(10))
            row.addWidget(Body(before))
            row.addWidget(term)
            layout.addLayout(row)
        layout.addWidget(
            Small(
                _(
                    "Your reminders follow these terms. A review that is later than this needs a "
                    "reason."
                )
            )
        )
        origin.add_to(layout, settings, *self.terms)


def _term(name: str, settings: Settings, choose: Callable[[Settings], None]) -> Choice:
    now = getattr(settings, name)
    least, most = LIMITS[name]
    assert all(least <= n <= most for n in OFFERED[name])
    say = _weeks if name == "review_weeks" else _days
    term = Choice([(say(n), n) for n in sorted({*OFFERED[name], now})])
    term.set_value(now)
    term.chosen.connect(lambda n: choose(replace(settings, **{name: n})))
    return term


def _weeks(number: int) -> str:
    return count("{n} week", "{n} weeks", number)


def _days(number: int) -> str:
    return count("{n} day", "{n} days", number)

"""The second place of the backups, so that they are not lost together with the laptop."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from caseplanner.custody import Left
from caseplanner.ui import theme
from caseplanner.ui.widgets import buttons, layouts
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, clock, day


class OutsideCard(Card):
    """Where it is, whether it is there now, and when a copy last went out of the laptop."""

    def __init__(self) -> None:
        super().__init__()
        self.tag = Tag()
        self.told, self.last = Body(""), Small("")
        self.choose = buttons.secondary("", "folder")
        self.forget = buttons.quiet(_("Use no second place"), "x")
        head = Flow(spacing=theme.px(10))
        head.addWidget(Heading(_("Outside this laptop")))
        head.addWidget(self.tag)
        acts = Flow(spacing=theme.px(10))
        acts.addWidget(self.choose)
        acts.addWidget(self.forget)
        layout = QVBoxLayout(self)
        layouts.pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(theme.px(6))
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addWidget(self.last)
        layout.addSpacing(theme.px(4))
        layout.addLayout(acts)

    def show_place(self, place: Path | None, last: Left | None, *, same_disk: bool) -> None:
        """Tell what holds of this place now."""
        there = place is not None and place.is_dir()
        if place is None:
            self.tag.say(_("No place chosen"), "warn", "triangle-alert")
        elif not there:
            self.tag.say(_("Not here now"), "warn", "triangle-alert")
        elif same_disk:
            self.tag.say(_("On the same disk"), "warn", "triangle-alert")
        else:
            self.tag.say(_("Here"), "ok", "circle-check")
        self.told.setText(_sentence(place, there=there, same_disk=same_disk))
        self.last.setText(_last(last))
        self.choose.setText(_("Choose another place") if place else _("Choose a place"))
        self.forget.setVisible(place is not None)


def _sentence(place: Path | None, *, there: bool, same_disk: bool) -> str:
    if place is None:
        return _(
            "When this laptop breaks or is lost, the backups on it are too. Choose a folder on a "
            "stick or on another disk. Without a passphrase nobody can read them there."
        )
    if not there:
        return _("{place}. Put the stick in; the newest backup is then copied.", place=place)
    if same_disk:
        return _(
            "{place}. This folder goes together with the laptop when it breaks or is lost. Choose "
            "one on a stick or on another disk.",
            place=place,
        )
    return _("{place}. Each backup is copied to it, and read again there.", place=place)


def _last(last: Left | None) -> str:
    if last is None:
        return _("No backup has left this laptop yet.")
    at = last.at.astimezone()
    when = _("{day} at {time}", day=day(at.date()), time=clock(at))
    return _("A backup last left this laptop on {when}.", when=when)

"""What is in a backup, and what putting it back would give and take."""

from PySide6.QtWidgets import QWidget

from caseplanner.custody import Preview
from caseplanner.ui.backups import sentences
from caseplanner.ui.widgets import column
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


def parts(preview: Preview, *, hidden: bool = False, replaces: bool = True) -> tuple[QWidget, ...]:
    """Lines under each other; `hidden` keeps the names of clients off the screen.

    Where there is no vault yet that it `replaces`, it takes nothing.
    """
    gives = (
        column.line("folder", Body(sentences.inside(preview, hidden=hidden))),
        column.line("users", Body(sentences.people(preview.people))),
    )
    if not replaces:
        told = _("There is no vault on this laptop yet. This backup becomes it.")
        return (*gives, column.line("circle-check", Body(told), "ok"))
    newer = preview.lost != 0
    return (
        *gives,
        column.line(
            "triangle-alert" if newer else "circle-check",
            Body(sentences.lost(preview), weight=600 if newer else 400),
            "warn" if newer else "ok",
        ),
        column.line(
            "save",
            Body(
                _(
                    "When you put it back, the vault as it is now is kept as a backup. So you can "
                    "turn it back."
                )
            ),
        ),
        column.line(
            "lock",
            Body(
                _(
                    "Who was removed since stays removed, and a dossier that was destroyed stays "
                    "destroyed."
                )
            ),
        ),
    )

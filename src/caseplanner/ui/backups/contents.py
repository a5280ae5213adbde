"""What is in a backup, and what putting it back would give and take."""

from PySide6.QtWidgets import QWidget

from caseplanner.custody import Preview
from caseplanner.ui.backups import sentences
from caseplanner.ui.widgets import column
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


def parts(preview: Preview, *, hidden: bool = False) -> tuple[QWidget, ...]:
    """Lines under each other; `hidden` keeps the names of clients off the screen."""
    newer = preview.lost != 0
    return (
        column.line("folder", Body(sentences.inside(preview, hidden=hidden))),
        column.line("users", Body(sentences.people(preview.people))),
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

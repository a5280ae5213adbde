"""The question before dossiers are destroyed: what goes, what stays, and that nothing returns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from caseplanner.ui import theme
from caseplanner.ui.retention.sentences import BACKUPS
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.flow import Flow
from caseplanner.ui.widgets.scroll import Scroll
from caseplanner.ui.widgets.text import Body, Heading, Title
from caseplanner.words import _, count

NAMED = 5  # dossiers; of more only their number is said


class Confirm(QDialog):
    """`accepted` is sent when the person chose to destroy. Escape keeps them."""

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number = len(names)
        title = count("Destroy {n} dossier?", "Destroy {n} dossiers?", number)
        self.setWindowTitle(title)
        self.setModal(True)
        self.destroy_ = buttons.secondary(
            count("Destroy {n} dossier", "Destroy {n} dossiers", number), "trash-2"
        )
        self.keep = buttons.primary(count("Keep it for now", "Keep them for now", number))
        self.destroy_.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        named = ", ".join(names[:NAMED])
        if number > NAMED:
            more = count("and {n} more", "and {n} more", number - NAMED)
            named = f"{named} {more}"
        inner = QWidget()
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, theme.px(12), 0)
        lines.setSpacing(theme.px(8))
        lines.addWidget(Title(title, size=23))
        lines.addWidget(Body(named, weight=600))
        lines.addWidget(
            column.line(
                "triangle-alert",
                Body(_("There is no way back. You cannot undo this."), weight=600, tone="bad"),
                "bad",
            )
        )
        for heading, icon, tone, told in (
            (
                _("This goes"),
                "trash-2",
                "bad",
                _(
                    "The plan with all goals and answers, every version and signature, the "
                    "history, and what was half-typed."
                ),
            ),
            (
                _("This stays"),
                "history",
                "ink2",
                _(
                    "The log still tells who did what and when, and that you destroyed it. It "
                    "holds no name of the client. The same dossier cannot be imported here again."
                ),
            ),
            (_("Backups"), "save", "ink2", _(BACKUPS)),
        ):
            lines.addWidget(Heading(heading))
            lines.addWidget(column.line(icon, Body(told), tone))
        lines.addStretch(1)
        row = Flow(spacing=theme.px(10))
        row.addWidget(self.keep)
        row.addWidget(self.destroy_)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(theme.px(16))
        self._scroll = Scroll(inner)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(row)
        room = parent.window().geometry()
        width = min(theme.px(640), room.width() - 40)
        inside = width - 2 * theme.px(24) - theme.px(12)
        wanted = lines.heightForWidth(inside) + row.heightForWidth(inside) + theme.px(80)
        height = min(wanted, room.height() - 40)
        left = room.x() + (room.width() - width) // 2
        self.setGeometry(left, room.y() + (room.height() - height) // 2, width, height)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down show the rest where the text is taller than the dialog."""
        way = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if way:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + way * bar.pageStep())
        else:
            super().keyPressEvent(event)

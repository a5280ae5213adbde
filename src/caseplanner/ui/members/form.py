"""Who somebody is in this vault: the name, the role, and what else he or she may do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from caseplanner.dossier import staff as staff_
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.ui import roles, theme
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _, mark

TOLD = {
    StaffRole.WORKER: mark("Makes plans, and sees every dossier."),
    StaffRole.MENTOR: mark("Reads the plans you choose and lets people sign. Changes nothing."),
    StaffRole.VOLUNTEER: mark("Sees only the goals you choose, with their steps."),
    StaffRole.MANAGER: mark("Looks after people and backups. Sees no dossier."),
}
ALSO_MANAGES = (StaffRole.WORKER, StaffRole.MENTOR)  # a manager does so anyway


class MemberForm(QWidget):
    """Filled with `staff`. Nobody can change what he or she may do, so `own` asks the name only."""

    def __init__(self, staff: Staff, *, own: bool = False) -> None:
        super().__init__()
        self._staff, self._own = staff, own
        self.name = QLineEdit(staff.name)
        self.name_field = Field(_("Name"), self.name)
        self.role = RoleCard(staff.role)
        self.manages = QCheckBox(_("Also manages this laptop: people and backups"))
        self.manages.setChecked(staff.manages)
        self.on_behalf = QLineEdit(staff.on_behalf)
        self.behalf_field = Field(
            _("On whose behalf"), self.on_behalf, _("The log says so beside each thing done.")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        for part in (self.name_field, self.role, self.manages, self.behalf_field):
            layout.addWidget(part)
        self.role.group.buttonClicked.connect(self._show)
        self.name.textChanged.connect(lambda: self.name_field.show_error(""))
        self._show()

    def staff(self) -> Staff:
        """What is filled in now, under the id it began with."""
        if self._own:
            was = self._staff
            return Staff(self.name.text().strip(), was.role, was.manages, was.on_behalf, was.id)
        role = self.role.chosen()
        also = role in ALSO_MANAGES and self.manages.isChecked()
        made = Staff(self.name.text().strip(), role, also, id=self._staff.id)
        if not staff_.is_linked(made):
            return made
        return Staff(made.name, role, also, self.on_behalf.text().strip(), made.id)

    def is_complete(self) -> bool:
        """There is a name; if not, it is asked for."""
        named = bool(self.name.text().strip())
        self.name_field.show_error("" if named else _("Type a name first."))
        if not named:
            self.focus_first()
        return named

    def focus_first(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        role = self.role.chosen()
        self.role.setVisible(not self._own)
        self.manages.setVisible(not self._own and role in ALSO_MANAGES)
        linked = staff_.is_linked(Staff("", role))
        self.behalf_field.setVisible(not self._own and linked)


class RoleCard(Card):
    """The four roles, each with what it means in one sentence."""

    def __init__(self, role: StaffRole) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.buttons = {each: QRadioButton(_(roles.NAMES[each])) for each in StaffRole}
        layout = QVBoxLayout(self)
        pad(layout, theme.px(18), theme.px(14))
        layout.setSpacing(0)
        layout.addWidget(Heading(_("Role")))
        for each, button in self.buttons.items():
            button.setChecked(each is role)
            button.setFont(theme.font(17, 600))
            button.setAccessibleDescription(_(TOLD[each]))
            self.group.addButton(button)
            told = Small(_(TOLD[each]))
            told.setContentsMargins(theme.px(36), 0, 0, theme.px(4))
            layout.addWidget(button)
            layout.addWidget(told)

    def chosen(self) -> StaffRole:
        return next(role for role, button in self.buttons.items() if button.isChecked())

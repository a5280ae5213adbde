"""Adding somebody, changing who somebody is, and another passphrase."""

from PySide6.QtCore import Qt

from caseplanner import passphrases
from caseplanner.custody import Custody, Slot
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.passphrases import Strength
from caseplanner.ui.members.form import MemberForm
from caseplanner.ui.new_passphrase import NewPassphrase
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.fields import Field
from caseplanner.ui.widgets.password import PasswordField
from caseplanner.ui.widgets.screen import Screen
from caseplanner.ui.widgets.text import Body
from caseplanner.words import _


class AddScreen(Screen):
    """Somebody new, with a passphrase that only he or she knows."""

    def __init__(self, custody: Custody, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._custody = custody
        self.form = MemberForm(Staff("", StaffRole.WORKER))
        self.new = NewPassphrase(_("A passphrase for the new colleague"))
        self.add = buttons.primary(_("Add colleague"), "plus")
        self.add.clicked.connect(self._add)
        told = Body(_("Let your colleague sit here and choose it. Nobody else may know it."))
        self.lay(
            _("Add a colleague"),
            self.form,
            column.line("key-round", told),
            self.new,
            acts=(self.add,),
        )

    def focus_first(self) -> None:
        self.form.focus_first()

    def _add(self) -> None:
        if not self.form.is_complete() or not is_ready(self.new):
            return
        staff = self.form.staff()

        def then(slot: Slot) -> None:
            self._custody.add(staff, slot)
            self.new.forget()
            self.left.emit(_("{name} can unlock this vault now.", name=staff.name))

        make = self._custody.slot_for(staff.id, self.new.passphrase())
        self.slowly(make, then, self.new.field)


class ChangeScreen(Screen):
    """Another name, role or right."""

    def __init__(self, custody: Custody, tasks: Tasks, staff: Staff, *, own: bool) -> None:
        super().__init__(tasks)
        self._custody = custody
        self.form = MemberForm(staff, own=own)
        self.done = buttons.primary(_("Change"), "check")
        self.done.clicked.connect(self._change)
        parts = [self.form]
        told = Body(_("What you may do yourself can only be changed by another who manages."))
        notes = (column.line("info", told),) if own else ()
        self.lay(_("Change {name}", name=staff.name), *parts, *notes, acts=(self.done,))

    def focus_first(self) -> None:
        self.form.focus_first()

    def _change(self) -> None:
        if self.form.is_complete():
            staff = self.form.staff()
            if self.attempt(lambda: self._custody.change(staff), self.problem):
                self.left.emit(_("{name} was changed.", name=staff.name))


class PassphraseScreen(Screen):
    """Another passphrase: one's own, for which the old one is asked, or a forgotten one."""

    def __init__(self, custody: Custody, tasks: Tasks, staff: Staff, *, own: bool) -> None:
        super().__init__(tasks)
        self._custody, self._staff, self._own = custody, staff, own
        self.old = PasswordField()
        self.old_field = Field(_("The passphrase you have now"), self.old)
        self.old.textChanged.connect(lambda: self.old_field.show_error(""))
        self.new = NewPassphrase(_("The new passphrase"))
        self.change = buttons.primary(_("Change passphrase"), "key-round")
        self.change.clicked.connect(self._begin)
        if own:
            told = Body(_("From now on only the new passphrase opens this vault for you."))
            title, first = _("Change my passphrase"), self.old_field
            self.lay(title, column.line("info", told), first, self.new, acts=(self.change,))
        else:
            told = Body(
                _(
                    "Let {name} sit here and choose it. The old passphrase then opens nothing "
                    "here. Copies made before still open with it.",
                    name=staff.name,
                )
            )
            title = _("A new passphrase for {name}", name=staff.name)
            self.lay(title, column.line("info", told), self.new, acts=(self.change,))

    def focus_first(self) -> None:
        first = self.old if self._own else self.new.first
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        if not is_ready(self.new):
            return
        if self._own:
            self.slowly(self._custody.fits_me(self.old.text()), self._make, self.old_field)
        else:
            self._make(True)

    def _make(self, fits: bool) -> None:
        if not fits:
            self.old_field.show_error(_("This is not your passphrase. Nothing was changed."))
            return
        make = self._custody.slot_for(self._staff.id, self.new.passphrase())
        self.slowly(make, self._put, self.new.field)

    def _put(self, slot: Slot) -> None:
        self._custody.change_passphrase(slot)
        self.old.clear()
        self.new.forget()
        self.left.emit(_("The passphrase of {name} was changed.", name=self._staff.name))


def is_ready(new: NewPassphrase) -> bool:
    """Strong enough and twice the same; if not, that is said beside the field it is about."""
    strong = passphrases.strength(new.first.text()) in (Strength.GOOD, Strength.STRONG)
    same = new.first.text() == new.second.text()
    new.field.show_error("" if strong else _("Choose a stronger passphrase first."))
    again = _("The two are not the same. Type it once more.")
    new.again.show_error(again if strong and not same else "")
    if not strong or not same:
        first = new.second if strong else new.first
        first.setFocus(Qt.FocusReason.OtherFocusReason)
    return strong and same

"""Taking somebody away, and new keys for all who stay."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from caseplanner.custody import Custody, Member
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons, column
from caseplanner.ui.widgets.screen import Screen
from caseplanner.ui.widgets.text import Body, Heading
from caseplanner.words import _


class RemoveScreen(Screen):
    """Asks before somebody loses the way in, and says what that does not do.

    `renew` begins new keys for all who stay, where copies made before must open nothing new.
    """

    def __init__(
        self, custody: Custody, tasks: Tasks, member: Member, renew: Callable[[], None]
    ) -> None:
        super().__init__(tasks)
        self._custody, self._staff = custody, member.staff
        name = member.staff.name
        self.remove = buttons.primary(_("Remove {name}", name=name), "trash-2")
        self.remove.clicked.connect(lambda: self._remove())
        self.renew = buttons.secondary(_("Remove, and renew the keys"), "key-round")
        self.renew.clicked.connect(lambda: self._remove(renew))
        shut = _("The passphrase of {name} no longer opens this vault.", name=name)
        stays = _("What {name} wrote stays, and the log goes on saying who did it.", name=name)
        copies = _(
            "Copies made before, such as a backup on a stick, still open with that passphrase."
        )
        parts = [
            column.line("lock", Body(shut)),
            column.line("file-check", Body(stays)),
            column.line("triangle-alert", Body(copies, weight=600), "warn"),
        ]
        if member.has_sheet:
            sheet = _(
                "The recovery sheet is in this name, and opens nothing any more either. Make a new "
                "one afterwards."
            )
            parts.append(column.line("triangle-alert", Body(sheet, weight=600), "warn"))
        also = [Heading(_("If you renew the keys as well")), *_new_keys(custody, member)]
        title = _("Remove {name}?", name=name)
        self.lay(title, *parts, *also, acts=(self.renew, self.remove))

    def _remove(self, then: Callable[[], None] | None = None) -> None:
        if self.attempt(lambda: self._custody.remove(self._staff.id), self.problem):
            self.left.emit(_("{name} can no longer unlock this vault.", name=self._staff.name))
            if then:
                then()


class RenewScreen(Screen):
    """Asks before the keys are renewed, with nobody to take away; `renew` begins it."""

    def __init__(self, custody: Custody, tasks: Tasks, renew: Callable[[], None]) -> None:
        super().__init__(tasks)
        self.renew = buttons.primary(_("Renew the keys"), "key-round")
        self.renew.clicked.connect(lambda: renew())
        when = _("Do this when somebody who left may have a copy, or when a copy was lost.")
        parts = (Body(when), *_new_keys(custody))
        self.lay(_("Renew the keys?"), *parts, acts=(self.renew,))


def _new_keys(custody: Custody, leaver: Member | None = None) -> list[QWidget]:
    """What renewing the keys does and does not do, a line each."""
    new = _("Everything is written anew, under new keys. With an older copy nobody opens it.")
    stay = _("All who stay keep the passphrase they have.")
    if any(member.has_sheet for member in custody.members() if member != leaver):
        stay += " " + _("The recovery sheet goes on working.")
    goes = _("The backups on this laptop go, and a new one is made.")
    elsewhere = _(
        "Copies elsewhere, such as on a stick, still open with the passphrases of then. Destroy "
        "those."
    )
    long = _("It mostly takes less than a minute. Then the program locks.")
    return [
        column.line("key-round", Body(new)),
        column.line("users", Body(stay)),
        column.line("archive", Body(goes)),
        column.line("triangle-alert", Body(elsewhere), "warn"),
        column.line("clock", Body(long)),
    ]

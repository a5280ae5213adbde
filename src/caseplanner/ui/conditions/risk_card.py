"""The references to risk assessments: which instrument, when, by whom, and where it is kept."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseplanner.dossier import lists, risks
from caseplanner.dossier.model import Dossier, RiskReference
from caseplanner.dossier.risks import BACKWARDS
from caseplanner.ui import dates, theme
from caseplanner.ui.conditions.parts import Beside, Days, Labelled, order_tabs
from caseplanner.ui.editing import Editing
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.date_field import DateField
from caseplanner.ui.widgets.grow import GrowLine
from caseplanner.ui.widgets.layouts import pad
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Heading, Small
from caseplanner.words import _


class RisksCard(Card):
    """A row for each reference, and one to add. There is no field for what came out of it."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._room = (True, True)
        self.rows: dict[str, RiskRow] = {}
        self.none = Small(_("No risk assessment is written down."))
        self.new = GrowLine()
        self.add = buttons.secondary(_("Add a reference"), "plus")
        self._adding = Beside((self.new, 1), (self.add, 0))
        self._list = QVBoxLayout()
        self._build()

    def show_dossier(self, dossier: Dossier, may_edit: bool) -> None:
        for gone in self.rows.keys() - {risk.id for risk in dossier.risks}:
            row = self.rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, risk in enumerate(dossier.risks):
            if risk.id not in self.rows:
                self.rows[risk.id] = self._row(risk)
            row = self.rows[risk.id]
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
            row.show_risk(place + 1, risk, may_edit)
        order_tabs([part for risk in dossier.risks for part in self.rows[risk.id].parts], self.new)
        self.none.setVisible(not dossier.risks)
        self._adding.setVisible(may_edit)

    def arrange(self, wide: bool, middle: bool) -> None:
        self._room = (wide, middle)
        self._adding.arrange(middle)
        for row in self.rows.values():
            row.arrange(wide, middle)

    def flush(self) -> None:
        """Keep a reference that was typed but not added yet."""
        if self.new.text().strip():
            self._add()

    def _build(self) -> None:
        self.new.setPlaceholderText(_("Which instrument? For example: RISC"))
        self.new.setAccessibleName(_("New reference: which instrument. Enter adds it"))
        self.new.entered.connect(self._add_and_go_on)
        self.add.clicked.connect(self._add_and_go_on)
        self._list.setSpacing(theme.px(14))
        layout = QVBoxLayout(self)
        pad(layout, theme.px(22), theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(Heading(_("Risk assessments")))
        layout.addWidget(Small(_("Only where each is kept. No score and no outcome stand here.")))
        layout.addWidget(self.none)
        layout.addLayout(self._list)
        layout.addWidget(self._adding)

    def _row(self, risk: RiskReference) -> "RiskRow":
        row = RiskRow(self._editing, risk)
        row.removed.connect(lambda: self._remove(risk.id))
        row.arrange(*self._room)
        return row

    def _add_and_go_on(self) -> None:
        if not self.new.text().strip():
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._add()
        row = list(self.rows.values())[-1]
        row.by.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        said = self.new.text()
        self._editing.change(_("Risk assessment added"), lambda d: risks.add(d, said))
        self.new.empty()

    def _remove(self, id: str) -> None:
        self._editing.change(
            _("Risk assessment removed"),
            lambda d: risks.remove(d, id),
            told=_("The reference is removed."),
        )
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)


class RiskRow(QWidget):
    """One reference, all of it to be changed in place. One that ran out says so."""

    removed = Signal()

    def __init__(self, editing: Editing, risk: RiskReference) -> None:
        super().__init__()
        self._editing = editing
        self._id = risk.id
        self.setObjectName(risk.id)
        self.instrument, self.by, self.kept_at = GrowLine(), GrowLine(), GrowLine()
        self.on, self.valid_until = DateField(), DateField()
        self.expired = Tag()
        self.bin = buttons.quiet("", "trash-2")
        self.parts = (
            *(self.instrument, self.by, self.on, self.valid_until, self.kept_at),
            self.bin,
        )
        self._number = 0
        self._build()

    def show_risk(self, number: int, risk: RiskReference, may_edit: bool) -> None:
        for name, field in self._texts.items():
            field.set_text(getattr(risk, name))
        self.days.show(risk.on, risk.valid_until)
        is_expired = risks.is_expired(risk, dates.today())
        self.expired.setVisible(is_expired)
        if is_expired and risk.valid_until:
            day = dates.short(risk.valid_until)
            self.expired.say(_("Expired: valid until {day}", day=day), "warn", "triangle-alert")
        self.bin.setVisible(may_edit)
        if number != self._number:
            self._number = number
            for labelled in self._fields:
                told = {"number": number, "field": labelled.label.text()}
                labelled.widget.setAccessibleName(_("Reference {number}: {field}", **told))
            self.bin.setAccessibleName(_("Remove reference {number}", number=number))

    def arrange(self, wide: bool, middle: bool) -> None:
        self._line.arrange(wide)
        for pair in self._pairs:
            pair.arrange(middle)

    def _build(self) -> None:
        instrument, by = _labelled(_("Instrument"), self.instrument), _labelled(_("By"), self.by)
        on, valid = _labelled(_("On"), self.on), _labelled(_("Valid until"), self.valid_until)
        kept_at = _labelled(_("Kept at"), self.kept_at)
        self._fields = (instrument, by, on, valid, kept_at)
        self._texts = {"instrument": self.instrument, "by": self.by, "kept_at": self.kept_at}
        self.days = Days(on, valid, BACKWARDS, self._keep_days)
        for name, field in self._texts.items():
            field.edited.connect(lambda said, name=name: self._write(name, said))
        self.instrument.left.connect(self._restore)
        self.bin.setToolTip(_("Remove this reference"))
        self.bin.clicked.connect(self.removed)
        self._pairs = Beside((instrument, 1), (by, 1)), Beside((on, 1), (valid, 1))
        self._line = Beside((self._pairs[0], 6), (self._pairs[1], 4), (kept_at, 3))
        whole = QHBoxLayout()
        whole.setSpacing(theme.px(8))
        whole.addWidget(self._line, 1)
        whole.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        layout.addLayout(whole)
        layout.addWidget(self.expired, 0, Qt.AlignmentFlag.AlignLeft)

    def _write(self, name: str, said: str) -> None:
        if name == "instrument" and not said.strip():
            return
        self._editing.change(
            _("Risk assessment changed"),
            lambda d: risks.change(d, self._id, **{name: said}),
            merge=f"risk.{self._id}.{name}",
        )

    def _restore(self) -> None:
        """A reference has an instrument: left empty, it shows again what is saved."""
        known = lists.find(self._editing.dossier.risks, self._id)
        if known and not self.instrument.text().strip():
            self.instrument.put(known.instrument)

    def _keep_days(self, on: date | None, until: date | None) -> None:
        self._editing.change(
            _("Risk assessment changed"),
            lambda d: risks.change(d, self._id, on=on, valid_until=until),
        )


def _labelled(label: str, widget: QWidget) -> Labelled:
    return Labelled(label, widget, label)

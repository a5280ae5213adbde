"""The text templates of the laptop, and every change of them."""

from caseplanner.collection import Collection
from caseplanner.dossier import staff as staff_
from caseplanner.dossier import templates
from caseplanner.dossier.log import Deed
from caseplanner.dossier.templates import Template


class OwnTemplates(Collection[Template]):
    """By name, for who writes in dossiers."""

    table, changed, kind = "text_template", Deed.TEMPLATES_CHANGED, Template
    reads, keeps = staticmethod(staff_.edits), staticmethod(staff_.edits)
    in_order, wrong = staticmethod(templates.in_order), staticmethod(templates.wrong)
    check = staticmethod(templates.check)

    def put(self, label: str, one: Template, merge: str = "") -> None:
        """A new one, or other words for one. Edits in a row with one `merge` are one undo."""
        self._put(label, one, merge)

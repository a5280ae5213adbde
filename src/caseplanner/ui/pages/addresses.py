"""Addresses: find an organisation, and for who keeps the list write, import and export."""

from typing import TYPE_CHECKING, Any

from caseplanner import paths
from caseplanner.addresses import Addresses
from caseplanner.dossier import organisations, takeover
from caseplanner.dossier.model import PartnerKind
from caseplanner.dossier.organisations import Organisation, Organisations
from caseplanner.dossier.takeover import Difference
from caseplanner.ui.addresses import said
from caseplanner.ui.addresses.parts import AddressEditor, AddressReader
from caseplanner.ui.shelves.file_page import FilePage
from caseplanner.ui.tasks import Tasks
from caseplanner.ui.widgets import buttons
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

TWENTE = "addresses/twente.json"


class AddressesPage(FilePage):
    """`twente` and `begin_twente` bring the list that comes with the program."""

    editor: AddressEditor

    def __init__(self, addresses: Addresses, window: "Window", tasks: Tasks) -> None:
        super().__init__(addresses, window, tasks, said.of_page(), said.of_file(), said.shelf())
        self._addresses = addresses
        self.twente = buttons.quiet(_("List of Twente"), "download")
        self.begin_twente = buttons.primary(_("Take the list of Twente"), "download")
        self.also = [self.import_, self.export, self.twente]
        self.begin_import = buttons.secondary(said.of_file().import_, "import")
        self.begins = [self.begin_twente, self.begin_import, self.begin_new]
        for button in (self.twente, self.begin_twente):
            button.clicked.connect(lambda: self.import_from(paths.resource(TWENTE)))
        reader = AddressReader(self.edit, self.remove)
        self._build(reader, AddressEditor(self._edited, self.done))

    def _fresh(self) -> Organisation:
        return Organisation(self.shelf.chosen_kind() or PartnerKind.CARE, _("New address"))

    def _put(self, label: str, item: Any, merge: str = "") -> None:
        self._addresses.put(label, item, merge)

    def _compare(self, here: Organisations, file: str, data: bytes) -> Difference[Organisation]:
        return takeover.compare(here, organisations.read(file, data))

    def _most_bytes(self) -> int:
        return organisations.MOST_BYTES

    def _written(self) -> bytes:
        return organisations.write(self._addresses.items)

    def _take_over(self, label: str, found: Difference[Organisation]) -> None:
        self._addresses.take(label, found)

    def _exported(self) -> None:
        self._addresses.exported()

"""The addresses of the laptop: its organisations, and every change of them."""

from caseplanner.collection import Collection
from caseplanner.dossier import organisations
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.log import Deed
from caseplanner.dossier.organisations import Organisation
from caseplanner.dossier.takeover import Difference


class Addresses(Collection[Organisation]):
    """By name."""

    table, changed, kind = "organisation", Deed.ADDRESSES_CHANGED, Organisation
    reads, keeps = staticmethod(staff_.reads_library), staticmethod(staff_.keeps_library)
    in_order, wrong = staticmethod(organisations.in_order), staticmethod(organisations.wrong)
    check = staticmethod(organisations.check)

    def put(self, label: str, one: Organisation, merge: str = "") -> None:
        """A new one, or other words for one. Edits in a row with one `merge` are one undo."""
        self._put(label, one, merge)

    def take(self, label: str, difference: Difference[Organisation]) -> None:
        """Take over what is new and changed in a file. What is only here stays."""
        self._take(label, difference, Deed.ADDRESSES_IMPORTED)

    def exported(self) -> None:
        """Put in the log that the list left as a file."""
        self._left(Deed.ADDRESSES_EXPORTED, organisations=str(len(self.items)))

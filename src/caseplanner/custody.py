"""What the manager of the laptop does: people and passphrases, backups, retention, the whole log.

Each method works on the open vault; what is slow gives a function that may run in a thread.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from caseplanner.dossier.log import Deed, Entry
from caseplanner.dossier.staff import Staff
from caseplanner.vault import access, audit, check, people, vault
from caseplanner.vault.check import Health as Health
from caseplanner.vault.keys import Slot as Slot
from caseplanner.vault.people import Member as Member
from caseplanner.vault.vault import Vault


class Custody:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def must_manage(self) -> None:
        """UserError when who is here does not manage the vault: before anything slow is asked."""
        people.must_manage(self._vault)

    def check(self) -> Health:
        """Read the whole vault: some seconds for a large one; changes nothing."""
        return check.check(self._vault)

    # People.

    def members(self) -> tuple[Member, ...]:
        """All who have a passphrase, in the order in which they came."""
        return people.everyone(self._vault)

    def slot_for(self, owner: str, passphrase: str) -> Callable[[], Slot]:
        """What makes somebody's slot: slow on purpose (Argon2id), to be run in a thread."""
        folder, keys = self._vault.folder, self._vault.keys
        return partial(people.new_slot, folder, keys, owner, passphrase)

    def fits_me(self, passphrase: str) -> Callable[[], bool]:
        """What tells whether this is the passphrase of who is here; slow, for a thread."""
        folder, me = self._vault.folder, self._vault.staff.id
        return lambda: vault.unlock(folder, passphrase).owner == me

    def add(self, staff: Staff, slot: Slot) -> None:
        """Let somebody in, with the slot that was made for `staff.id`."""
        people.add(self._vault, staff, slot)

    def remove(self, owner: str) -> None:
        """Take away somebody's passphrase. Copies made before still open with it."""
        people.remove(self._vault, owner)

    def change(self, staff: Staff) -> None:
        """Another name, role or right for somebody who is there already."""
        people.change(self._vault, staff)

    def change_passphrase(self, slot: Slot) -> None:
        """The slot takes the place of its owner's: one's own, or another's by who manages."""
        people.change_passphrase(self._vault, slot)

    def make_recovery(self, words: str) -> None:
        """Let these words (one space between) open the vault; an earlier sheet opens nothing."""
        people.make_recovery(self._vault, words)

    def links(self, owner: str) -> Mapping[str, frozenset[str]]:
        """The dossiers somebody is linked to, each with the goals; none named: the whole of it."""
        return access.dossiers(self._vault, owner)

    def link(self, owner: str, dossier: str, goals: frozenset[str] = frozenset()) -> None:
        """Let a mentor see a dossier, or a volunteer these goals of it and no others."""
        access.link(self._vault, owner, dossier, goals)

    def unlink(self, owner: str, dossier: str) -> None:
        access.unlink(self._vault, owner, dossier)

    # The log.

    def broken_log(self) -> int:
        """The number of the first line of the log that does not follow; 0 when all is whole."""
        with self._vault.in_words():
            return audit.broken_at(self._vault.db)

    def log_head(self) -> audit.Head:
        """The newest line of the log: kept elsewhere, the log can be held against it."""
        with self._vault.in_words():
            return audit.head(self._vault.db)

    def log(
        self,
        dossier: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[Entry, ...]:
        """The lines of the log, oldest first; UserError for who does not manage the vault."""
        people.must_manage(self._vault)
        return audit.entries(self._vault, dossier, since, until)

    def note_export(self, lines: int, dossier: str = "") -> None:
        """Put in the log that so many lines of it left the vault."""
        self._vault.note(Deed.LOG_EXPORTED, dossier, lines=str(lines))

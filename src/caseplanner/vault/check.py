"""Reading the whole vault on purpose: every page, the tables, every dossier, the whole log."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from caseplanner.errors import UserError
from caseplanner.vault import audit, dossiers

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Health:
    """`pages`: so many are damaged. `structure`: the tables contradict each other. `log`: the
    number of the first line that does not follow, 0 when all do. `unreadable`: ids of dossiers
    that cannot be read whole, or whose set and signed versions cannot.
    """

    pages: int
    structure: bool
    log: int
    dossiers: int
    unreadable: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return not (self.pages or self.structure or self.log or self.unreadable)


def check(vault: "Vault") -> Health:
    """Reads all, changes nothing. Slow: some seconds for 240 MB.

    On the connection of the vault, which lets no other in; `in_words` renews it after a damaged
    page. UserError when the list of dossiers itself cannot be read.
    """
    with vault.in_words():
        if not vault.is_read_only:  # pages in the write-ahead log look wrong to this check
            vault.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        pages = len(vault.db.execute("PRAGMA cipher_integrity_check").fetchall())
        ids = [row[0] for row in vault.db.execute("SELECT id FROM register ORDER BY id")]
    unreadable = tuple(id_ for id_ in ids if not _reads(vault, id_))
    return Health(pages, not _fits(vault), _log(vault), len(ids) - len(unreadable), unreadable)


def _fits(vault: "Vault") -> bool:
    try:
        with vault.in_words():
            return bool(vault.db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except UserError:
        return False


def _log(vault: "Vault") -> int:
    """A log that cannot be read is broken from its first line on."""
    try:
        with vault.in_words():
            return audit.broken_at(vault.db)
    except UserError:
        return 1


def _reads(vault: "Vault", dossier_id: str) -> bool:
    try:
        dossier = dossiers.load(vault, dossier_id)
        for version in dossier.versions:
            inks = (signature.ink for signature in version.signatures if signature.ink)
            papers = (scan.content for scan in version.scans)
            for hash in (version.content, *inks, *papers):
                dossiers.blob(vault, hash)
    except (UserError, ValueError, LookupError):
        return False
    return True

"""Reading the whole vault on purpose, with damage in it and without."""

from datetime import UTC, datetime
from pathlib import Path

from caseplanner.dossier import diff
from caseplanner.dossier.model import Dossier
from caseplanner.vault import check, dossiers, engine
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys


def test_damaged_pages_are_counted_and_the_vault_stays_of_use(
    folder: Path, keys: Keys, dossier: Dossier
) -> None:
    vault = vaults.open_vault(folder, keys)
    dossiers.save(vault, dossier, diff.changes(None, dossier), "New", datetime.now(UTC))
    assert check.check(vault) == check.Health(0, False, 0, 1, ())
    root = vault.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'goal'").fetchone()[0]
    vault.close()
    path = folder / "vault" / "case.db"
    data = bytearray(path.read_bytes())
    data[engine.PAGE * (root - 1) + 50] ^= 1
    path.write_bytes(data)
    vault = vaults.open_vault(folder, keys, accept=True)
    health = check.check(vault)
    assert (health.pages, health.unreadable, health.is_whole) == (1, (dossier.id,), False)
    assert check.check(vault) == health
    vault.close()

"""Saving what can be read: page by page damaged, what comes along is right, the rest is told."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caseplanner.dossier import diff, document
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import (
    Dimension,
    Dossier,
    Goal,
    Person,
    PlanVersion,
    Step,
    VersionReason,
)
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import (
    audit,
    backups,
    dossiers,
    engine,
    manifest,
    people,
    register,
    salvage,
    search,
)
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from caseplanner.vault.manifest import Kind
from caseplanner.vault.vault import Vault
from tests.vault.typist import PASSPHRASE

NOW = datetime.now(UTC)


def filled(vault: Vault, count: int) -> dict[str, Dossier]:
    """Dossiers with goals, steps and a plan that is set."""
    found = {}
    for number in range(count):
        goals = tuple(
            Goal(Dimension.SELF, f"doel {number} {n} " + "x" * 200, steps=(Step("stap", "Samira"),))
            for n in range(4)
        )
        bare = Dossier(person=Person(called=f"Samira{number}"), goals=goals)
        content = document.content(bare)
        version = PlanVersion(1, VersionReason.FIRST, NOW, document.digest(content), "terms")
        whole = replace(bare, versions=(version,))
        dossiers.save(vault, whole, diff.changes(None, whole), "New", NOW, (content,), Deed.ADDED)
        found[whole.id] = whole
    return found


def damage(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * engine.PAGE + 777)
        byte = file.read(1)[0]
        file.seek(-1, 1)
        file.write(bytes([byte ^ 64]))


@pytest.fixture
def there(folder: Path, keys: Keys) -> dict[str, Dossier]:
    vault = vaults.open_vault(folder, keys)
    found = filled(vault, 12)
    vault.close()
    return found


def test_a_whole_vault_comes_along_whole(
    folder: Path, keys: Keys, there: dict[str, Dossier]
) -> None:
    report = salvage.salvage(folder, keys, NOW)
    assert report == salvage.Report(12, (), (), 0, False, False)
    vault = vaults.open_vault(folder, keys)
    assert {id: dossiers.load(vault, id) for id in there} == there
    assert vault.notes == ()
    assert audit.broken_at(vault.db) == 0
    assert [hit.dossier_id for hit in search.find(vault, "Samira7", 5)]
    told = [e for e in audit.entries(vault) if e.deed is Deed.SALVAGED]
    assert told[0].detail["lost"] == "0"
    for dossier in there.values():
        assert dossiers.blob(vault, dossier.versions[0].content)
    vault.close()
    (kept,) = manifest.listed(backups.place(folder), keys)
    assert kept.kind is Kind.REPLACED


def test_whichever_page_is_damaged_what_comes_along_is_right_and_the_rest_is_told(
    folder: Path, keys: Keys, there: dict[str, Dossier], tmp_path: Path
) -> None:
    pages = (folder / "vault" / "case.db").stat().st_size // engine.PAGE
    whole, in_part, refused = 0, 0, 0
    for page in range(1, pages):
        here = tmp_path / f"page {page}"
        shutil.copytree(folder, here)
        damage(here / "vault" / "case.db", page)
        before = (here / "vault" / "case.db").read_bytes()
        try:
            report = salvage.salvage(here, keys, NOW)
        except UserError as problem:
            assert problem.message == salvage.NOTHING
            assert (here / "vault" / "case.db").read_bytes() == before
            refused += 1
            continue
        vault = vaults.open_vault(here, keys)
        lines = {entry.line.id for entry in register.lines(vault)}
        assert lines == set(there) - set(report.lost), page
        assert report.whole + len(report.partial) + len(report.lost) == len(there), page
        for id in lines - set(report.partial):
            assert dossiers.load(vault, id) == there[id], page
            assert dossiers.blob(vault, there[id].versions[0].content), page
        for id in report.partial:
            dossiers.load(vault, id)
        assert audit.broken_at(vault.db) == 0, page
        assert vault.staff.manages
        made = backups.back_up(vault, Kind.ASKED, NOW)
        assert made.manifest
        assert made.manifest.broken == 0
        vault.close()
        kept = [b for b in manifest.listed(backups.place(here), keys) if b.kind is Kind.REPLACED]
        assert (kept[0].path / "case.db").read_bytes() == before
        whole += report.whole == len(there)
        in_part += report.whole < len(there)
        shutil.rmtree(here)
    assert refused <= 8, "the schema"
    assert whole > in_part


def test_lines_lost_from_the_log_are_told_in_it(
    folder: Path, keys: Keys, there: dict[str, Dossier]
) -> None:
    vault = vaults.open_vault(folder, keys)
    vault.db.execute("DROP TRIGGER audit_no_delete")
    vault.db.execute("DELETE FROM audit WHERE seq = 5")
    assert audit.broken_at(vault.db) == 5
    vault.close()
    report = salvage.salvage(folder, keys, NOW)
    assert report.log_broken
    vault = vaults.open_vault(folder, keys)
    assert audit.broken_at(vault.db) == 0
    told = next(e for e in audit.entries(vault) if e.deed is Deed.SALVAGED)
    assert told.detail["log"] == "broken"
    vault.db.execute("DROP TRIGGER audit_no_update")
    vault.db.execute("UPDATE audit SET name = 'Nobody' WHERE seq = ?", [told.seq + 1])
    assert audit.broken_at(vault.db) == told.seq + 1, "what is broken later is found"
    vault.close()


def test_who_lost_his_name_gets_it_back_from_the_log(folder: Path, keys: Keys) -> None:
    vault = vaults.open_vault(folder, keys)
    filled(vault, 1)
    vault.db.execute("DELETE FROM staff")
    vault.close()
    salvage.salvage(folder, keys, NOW)
    vault = vaults.open_vault(folder, keys)
    assert (vault.staff.name, vault.staff.manages) == ("Joke", True)
    vault.close()


def test_who_does_not_manage_the_vault_does_not_salvage(folder: Path, keys: Keys) -> None:
    vault = vaults.open_vault(folder, keys)
    worker = Staff("Piet", StaffRole.WORKER)
    people.add(vault, worker, people.new_slot(folder, keys, worker.id, "een ander woord"))
    vault.close()
    before = (folder / "vault" / "case.db").read_bytes()
    with pytest.raises(UserError, match="manages the vault"):
        salvage.salvage(folder, vaults.unlock(folder, "een ander woord"), NOW)
    assert (folder / "vault" / "case.db").read_bytes() == before
    assert not (folder / "vault.new").exists()
    vaults.open_vault(folder, vaults.unlock(folder, PASSPHRASE)).close()

"""Vaults of every release open, and hold what they held."""

import ast
import inspect
import shutil
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from caseplanner import desk as desks
from caseplanner.dossier import ink, summary
from caseplanner.dossier.model import Dossier
from caseplanner.vault import migrations
from caseplanner.vault.vault import Vault
from tests.vaults.make import PASSPHRASE, STROKE

RELEASES = sorted((Path(__file__).parents[1] / "vaults").glob("[0-9]*"))


def schema(vault: Vault) -> set[str]:
    rows = vault.db.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {" ".join(row[0].split()) for row in rows}


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_the_vault_of_an_earlier_release_opens_and_holds_the_same(
    release: Path, tmp_path: Path, vault: Vault
) -> None:
    shutil.copytree(release, tmp_path / "old" / "vault")
    expected = msgspec.json.decode((release / "dossier.expected").read_bytes(), type=Dossier)
    desk = desks.Desk(tmp_path / "old", desks.unlock(tmp_path / "old", PASSPHRASE))
    (found,) = desk.search("sam")
    entry = found.entry
    opened = desk.open(entry.line.id)
    assert opened.dossier == expected
    assert entry.line == summary.line(expected)
    (version,) = opened.dossier.versions
    assert opened.frozen(version.id).goals == expected.goals
    signature = version.signatures[0]
    assert ink.load(opened.ink(signature)) == ink.Ink(2.1, (STROKE,))
    assert desk.seal().certificate_pem.startswith(b"-----BEGIN CERTIFICATE")
    opened.change("Practice is over", lambda d: replace(d, practice=False))
    assert desk.open(expected.id).dossier == replace(expected, practice=False)
    assert schema(desk._vault) == schema(vault)
    desk.close()


def test_a_migration_imports_nothing_of_ours_and_counts_itself(vault: Vault) -> None:
    tree = ast.parse(inspect.getsource(migrations))
    imported = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert imported == ["sqlite_utils"]
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Import)]
    applied = migrations.migrations.applied(vault.db)
    assert [m.name[:5] for m in applied] == [f"m{n:04}" for n in range(1, migrations.SCHEMA + 1)]
    assert vault.db.execute("PRAGMA user_version").fetchone()[0] == migrations.SCHEMA

"""Destroyed stays destroyed: through backups, new keys, and what was saved of a damaged vault."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, Person
from caseplanner.dossier.retention import Ground
from caseplanner.errors import UserError
from caseplanner.vault import audit, backups, restore, retention, salvage
from caseplanner.vault.manifest import Kind
from tests.vault.typist import PASSPHRASE

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 26)


def add(desk: Desk, called: str) -> str:
    return desk.add(Dossier(person=Person(called=called))).dossier.id


def opened(folder: Path) -> Desk:
    return Desk(folder, desks.unlock(folder, PASSPHRASE))


def names(desk: Desk) -> list[str]:
    return sorted(entry.line.called for entry in desk.lines())


def test_a_backup_of_before_a_destruction_does_not_bring_the_dossier_back(desk: Desk) -> None:
    goes, _stays = add(desk, "Xanthippe"), add(desk, "Samira")
    backup = backups.back_up(desk._vault, Kind.ASKED, NOW).path
    desk.custody.destroy([goes], Ground.CLIENT, TODAY)
    desk.close()
    restore.restore(desk.folder, backup, PASSPHRASE, NOW + timedelta(days=1))
    again = opened(desk.folder)
    assert names(again) == ["Samira"]
    assert audit.entries(again._vault, goes)[-1].detail == {"ground": "again"}
    again.close()
    later = opened(desk.folder)
    assert names(later) == ["Samira"]
    later.close()


def test_new_keys_know_what_was_destroyed(desk: Desk) -> None:
    goes, _stays = add(desk, "Xanthippe"), add(desk, "Samira")
    desk.custody.destroy([goes], Ground.CLIENT, TODAY)
    marks = retention.read(desk.folder)
    again = Desk(desk.folder, desk.rekey())
    assert names(again) == ["Samira"]
    assert retention.read(desk.folder) == marks
    with pytest.raises(UserError, match="was destroyed here"):
        again.add(Dossier(person=Person(called="Xanthippe"), id=goes))
    again.close()


def test_what_is_saved_of_a_damaged_vault_knows_what_was_destroyed(desk: Desk) -> None:
    goes, _stays = add(desk, "Xanthippe"), add(desk, "Samira")
    desk.custody.destroy([goes], Ground.CLIENT, TODAY)
    key = retention.make_key(desk._vault.db)
    marks = retention.read(desk.folder)
    desk.close()
    report = salvage.salvage(desk.folder, desks.unlock(desk.folder, PASSPHRASE), NOW)
    assert report.whole == 1
    again = opened(desk.folder)
    assert names(again) == ["Samira"]
    assert retention.make_key(again._vault.db) == key
    assert {row["mark"] for row in again._vault.db.table("tombstone").rows} == marks
    assert audit.entries(again._vault, goes)[-1].deed is Deed.DESTROYED
    again.close()
    assert retention.read(desk.folder) == marks

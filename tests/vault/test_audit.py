"""The log tells who did what; a line that was changed, removed or put in between is noticed."""

from datetime import timedelta

import pytest
import sqlcipher3.dbapi2 as driver

from caseplanner.dossier import diff
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, Person
from caseplanner.vault import audit, dossiers
from caseplanner.vault.vault import Vault
from tests.vault.when import AT

DAY = timedelta(days=1)


@pytest.fixture
def busy(vault: Vault) -> Vault:
    for day in range(10):
        new = Dossier(id=f"d{day % 2}-{day}", person=Person(called="Samira"))
        dossiers.save(vault, new, diff.changes(None, new), "New", AT + day * DAY)
    return vault


def test_every_deed_stands_in_the_log_with_who_when_and_whose(busy: Vault) -> None:
    (entry,) = audit.entries(busy, dossier="d1-3")
    assert (entry.deed, entry.name, entry.role) == (Deed.CHANGED, "Joke", "worker")
    assert entry.at == AT + 3 * DAY
    assert entry.worker == busy.staff.id
    assert int(entry.detail["last"]) >= int(entry.detail["first"])
    assert "Samira" not in str(audit.entries(busy)), "no word of a dossier"


def test_the_log_can_be_asked_for_a_period(busy: Vault) -> None:
    found = audit.entries(busy, since=AT + DAY, until=AT + 4 * DAY)
    assert [entry.dossier for entry in found] == ["d1-1", "d0-2", "d1-3"]


def test_the_log_is_only_added_to(busy: Vault) -> None:
    for deed in ("UPDATE audit SET name = 'Piet'", "DELETE FROM audit"):
        with pytest.raises(driver.IntegrityError, match="only added to"), busy.db.atomic():
            busy.db.execute(deed)


@pytest.mark.parametrize("column", [*audit.COLUMNS, "hash"])
def test_a_line_that_was_changed_breaks_the_chain(busy: Vault, column: str) -> None:
    assert audit.broken_at(busy.db) == 0
    busy.db.execute("DROP TRIGGER audit_no_update")
    value = "99" if column == "seq" else "2026-03-14T10:30:00.5+00:00"
    busy.db.execute(f"UPDATE audit SET {column} = ? WHERE seq = 7", [value])
    assert audit.broken_at(busy.db) in (7, 8)


def test_a_line_that_is_gone_breaks_the_chain(busy: Vault) -> None:
    busy.db.execute("DROP TRIGGER audit_no_delete")
    busy.db.execute("DELETE FROM audit WHERE seq = 5")
    assert audit.broken_at(busy.db) == 5


def test_a_log_that_lost_its_end_no_longer_holds_the_head_that_was_seen(busy: Vault) -> None:
    seen = audit.head(busy.db)
    assert audit.holds(busy.db, seen)
    busy.db.execute("DROP TRIGGER audit_no_delete")
    busy.db.execute("DELETE FROM audit WHERE seq = ?", [seen.seq])
    assert audit.broken_at(busy.db) == 0, "the rest is a whole chain: only the anchor knows"
    assert not audit.holds(busy.db, seen)

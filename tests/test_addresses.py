"""Addresses and templates in a real vault: the same road as the library, and their own log."""

from dataclasses import replace

import pytest

from caseplanner import desk as desks
from caseplanner import paths
from caseplanner.desk import Desk
from caseplanner.dossier import organisations, takeover
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import PartnerKind
from caseplanner.dossier.organisations import Organisation
from caseplanner.dossier.templates import Template
from caseplanner.errors import UserError
from tests.vault.typist import PASSPHRASE

CARE = Organisation(PartnerKind.CARE, "Tactus", "Çağla", "tel. 0", "Eén\ntwee", id="t")


def twente() -> organisations.Organisations:
    data = paths.resource("addresses/twente.json").read_bytes()
    return organisations.read("twente.json", data)


def deeds(desk: Desk) -> list[tuple[Deed, dict[str, str]]]:
    told = [(e.deed, dict(e.detail)) for e in desk.custody.log()]
    return [each for each in told if each[0].value.startswith(("addresses", "templates"))]


def again(desk: Desk) -> Desk:
    desk.close()
    return Desk(desk.folder, desks.unlock(desk.folder, PASSPHRASE))


def test_addresses_are_there_the_next_day_and_each_change_can_be_undone(desk: Desk) -> None:
    desk.addresses.put("New", CARE)
    desk.addresses.take("Taken", takeover.compare(desk.addresses.items, twente()))
    assert len(desk.addresses.items) == 18
    assert desk.addresses.undo() == "Taken"
    desk.addresses.put("Changed", replace(CARE, name="Tactus Oost"), merge="t.name")
    desk.addresses.put("Changed", replace(CARE, name="Tactus Oost 2"), merge="t.name")
    assert desk.addresses.undo() == "Changed"
    opened = again(desk)
    assert opened.addresses.items == (CARE,)
    assert organisations.find(opened.addresses.items, "cagla") == (CARE,)
    assert deeds(opened)[:2] == [
        (Deed.ADDRESSES_CHANGED, {"new": "1"}),
        (Deed.ADDRESSES_IMPORTED, {"new": "17"}),
    ]
    opened.close()


def test_templates_are_there_the_next_day(desk: Desk) -> None:
    one = Template("Bezoek", "{naam}\nkwam", id="b")
    desk.templates.put("New", one)
    desk.templates.put("New", Template("Weg", id="w"))
    desk.templates.remove("Gone", "w")
    opened = again(desk)
    assert opened.templates.items == (one,)
    assert {deed for deed, _told in deeds(opened)} == {Deed.TEMPLATES_CHANGED}
    opened.close()


def test_what_no_file_could_hold_is_not_saved(desk: Desk) -> None:
    for wrong in (replace(CARE, name=""), replace(CARE, reach="a\nb"), replace(CARE, id="a/b")):
        with pytest.raises(UserError):
            desk.addresses.put("", wrong)
    with pytest.raises(UserError):
        desk.templates.put("", Template("x", "y" * 10_001))
    assert not desk.addresses.items
    assert not desk.templates.items


def test_a_backup_and_a_salvage_take_both_along(desk: Desk) -> None:
    desk.addresses.put("", CARE)
    desk.templates.put("", Template("Bezoek", id="b"))
    folder = desk.folder
    desk.custody.backed_up(desk.custody.back_up()())
    desk.addresses.remove("", CARE.id)
    desk.close()
    [backup] = desks.backups(folder)
    keys = desks.restore(folder, backup.path, PASSPHRASE)
    desks.salvage(folder, keys)
    saved = Desk(folder, desks.unlock(folder, PASSPHRASE))
    assert saved.addresses.items == (CARE,)
    assert [one.name for one in saved.templates.items] == ["Bezoek"]
    saved.close()

"""The library as a value in a real vault: one road for every change, and limits that hold."""

from dataclasses import replace
from datetime import date

import pytest

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier import sheets
from caseplanner.dossier.log import Deed
from caseplanner.dossier.model import Dossier, Person
from caseplanner.dossier.retention import Ground
from caseplanner.dossier.sheets import Factsheet, SheetKind
from caseplanner.errors import UserError
from tests import library
from tests.vault.typist import PASSPHRASE

TODAY = date(2026, 3, 2)


def deeds(desk: Desk) -> list[tuple[Deed, dict[str, str]]]:
    """What the log tells of the library."""
    told = [(e.deed, dict(e.detail)) for e in desk.custody.log()]
    return [each for each in told if each[0].value.startswith("library")]


def test_a_burst_of_typing_is_one_undo_and_the_log_holds_no_word_of_it(desk: Desk) -> None:
    sheet = library.sheets(1)[0]
    desk.library.put("New", sheet, TODAY)
    for end in ("a", "ab", "abc"):
        desk.library.put("Changed", replace(sheet, text=f"geheim {end}"), TODAY, merge="x")
    assert desk.library.undo() == "Changed"
    found = desk.library.find(sheet.id)
    assert found == replace(sheet, edited=TODAY)
    assert desk.library.undo() == "New"
    assert desk.library.sheets == ()
    assert desk.library.undo() == ""
    assert [told for _deed, told in deeds(desk)] == [
        {"new": "1"},
        *[{"changed": "1"}] * 4,
        {"removed": "1"},
    ]


def test_what_changes_nothing_is_no_change(desk: Desk) -> None:
    sheet = library.sheets(1)[0]
    desk.library.put("", sheet, TODAY)
    known = desk.library.find(sheet.id)
    assert known
    desk.library.put("", known, date(2026, 9, 9))
    assert desk.library.find(sheet.id) == known
    assert len(deeds(desk)) == 1


def test_more_than_a_library_holds_is_refused_whole(desk: Desk) -> None:
    full = sheets.compare((), library.sheets(sheets.MOST_SHEETS))
    desk.library.take("", full, TODAY)
    with pytest.raises(UserError):
        desk.library.put("", Factsheet(SheetKind.GUIDELINE, "Eén te veel"), TODAY)
    assert len(desk.library.sheets) == sheets.MOST_SHEETS
    assert len(deeds(desk)) == 1


def test_a_sheet_that_no_file_could_hold_is_not_saved(desk: Desk) -> None:
    for wrong in (
        Factsheet(SheetKind.GUIDELINE, " "),
        Factsheet(SheetKind.GUIDELINE, "Lang", "x" * (sheets.MOST_TEXT + 1)),
        Factsheet(SheetKind.GUIDELINE, "Bel\u0007"),
    ):
        with pytest.raises(UserError):
            desk.library.put("", wrong, TODAY)
    assert desk.library.sheets == ()


def test_destroying_a_dossier_leaves_the_library(desk: Desk) -> None:
    desk.library.put("", library.sheets(1)[0], TODAY)
    session = desk.add(Dossier(Person("Sam"), practice=True))
    desk.custody.destroy([session.dossier.id], Ground.PRACTICE, TODAY)
    assert len(desk.library.sheets) == 1


def test_a_backup_and_a_salvage_take_the_library_along(desk: Desk) -> None:
    desk.library.take("", sheets.compare((), library.sheets(40)), TODAY)
    here = desk.library.sheets
    desk.custody.backed_up(desk.custody.back_up()())
    desk.library.remove("", "voorbeeld-1")
    folder = desk.folder
    desk.close()
    [backup] = desks.backups(folder)
    keys = desks.restore(folder, backup.path, PASSPHRASE)
    opened = Desk(folder, keys)
    assert opened.library.sheets == here
    opened.close()
    desks.salvage(folder, keys)
    saved = Desk(folder, desks.unlock(folder, PASSPHRASE))
    assert saved.library.sheets == here
    saved.close()

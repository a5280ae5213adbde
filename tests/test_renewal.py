"""New keys through the program as a whole: what is seen meanwhile, and after it went wrong."""

import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caseplanner import desk as desks
from caseplanner import settings
from caseplanner.app import Program
from caseplanner.desk import Desk
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.ui.lock import LockScreen
from caseplanner.ui.members.leaving import RenewScreen
from caseplanner.ui.renewal import Renewal
from caseplanner.ui.window import Window
from tests import test_app
from tests.test_app import Started
from tests.test_two_workers import at_people, at_removing, unlock
from tests.vault.test_rekey import no_file_larger_than
from tests.vault.typist import PASSPHRASE

dutch, folder, start, vault = test_app.dutch, test_app.folder, test_app.start, test_app.vault
HIS = "grote groene fiets in de regen"


@pytest.fixture
def joris(vault: Path) -> None:
    """Joris has a passphrase as well, and a backup from before is there."""
    desk = Desk(vault, desks.unlock(vault, PASSPHRASE))
    desk.custody.add(
        Staff("Joris", StaffRole.WORKER, id="joris"), desk.custody.slot_for("joris", HIS)()
    )
    desk.custody.backed_up(desk.custody.back_up()())
    desk.close()


def renewed(window: Window) -> None:
    """Renew the keys with nobody to remove."""
    page = at_people(window)
    page.renew.click()
    screen = page.screen_
    assert isinstance(screen, RenewScreen)
    assert screen.cancel.hasFocus(), "not begun by one Enter too many"
    screen.renew.click()


def news(program: Program) -> str:
    screen = program.screen
    assert isinstance(screen, LockScreen)
    assert screen.news.isVisible()
    return screen.news.text()


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
def test_on_a_full_disk_the_leaver_is_out_the_vault_is_as_it_was_and_that_is_said(
    qtbot: QtBot, start: Started, vault: Path, joris: None
) -> None:
    window = unlock(qtbot, start(), PASSPHRASE)
    leaving = at_removing(window, "joris")
    window._desk._vault.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with no_file_larger_than((vault / "vault" / "case.db").stat().st_size):
        leaving.renew.click()
        qtbot.waitUntil(lambda: start.restarts == 1, timeout=20_000)

    program = start()
    assert news(program).startswith("De sleutels zijn niet vernieuwd; de kluis is zoals hij was.")
    with pytest.raises(UserError):
        desks.unlock(vault, HIS)
    window = unlock(qtbot, program, PASSPHRASE)
    assert [line.line.called for line in window._desk.lines()] == ["Sam"]
    [before] = window._desk.custody.backups()

    renewed(window)  # there is room again
    qtbot.waitUntil(lambda: start.restarts == 2, timeout=20_000)
    program = start()
    assert news(program).startswith("De sleutels zijn vernieuwd.")
    window = unlock(qtbot, program, PASSPHRASE)
    assert before.name not in [backup.name for backup in window._desk.custody.backups()]
    window.lock()
    screen = start().screen
    assert isinstance(screen, LockScreen)
    assert not screen.news.text(), "it is said once"


def test_cut_off_it_says_so_at_the_next_start(qtbot: QtBot, start: Started, vault: Path) -> None:
    program = start()
    renewed(unlock(qtbot, program, PASSPHRASE))
    assert isinstance(program.screen, Renewal)
    there_when_killed = settings.place(vault).news
    qtbot.waitUntil(lambda: start.restarts == 1, timeout=20_000)
    assert there_when_killed.startswith("Het vernieuwen van de sleutels is afgebroken.")
    assert "afgebroken" not in news(start())


def test_what_else_was_busy_finds_no_closed_vault(
    qtbot: QtBot, start: Started, vault: Path
) -> None:
    program = start()
    window = unlock(qtbot, program, PASSPHRASE)
    told: list[object] = []
    program.tasks.run(lambda: time.sleep(0.3), told.append)
    renewed(window)
    qtbot.waitUntil(lambda: start.restarts == 1, timeout=20_000)
    assert told == []


def test_a_fault_of_the_program_locks_all_the_same_and_leaves_a_report(
    qtbot: QtBot, start: Started, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_facts: object) -> None:
        raise ValueError("Sam")

    window = unlock(qtbot, start(), PASSPHRASE)
    with monkeypatch.context() as patch:
        patch.setattr("caseplanner.vault.rekey._build", broken)
        renewed(window)
        qtbot.waitUntil(lambda: start.restarts == 1, timeout=20_000)
    [report] = (vault / "reports").iterdir()
    program = start()
    assert str(report) in news(program)
    assert "Sam" not in news(program)
    unlock(qtbot, program, PASSPHRASE)

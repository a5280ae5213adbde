"""What is half-typed survives a full disk, a cut-off write, a colleague; nobody can read it."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from caseplanner import desk as desks
from caseplanner.vault import draft
from caseplanner.vault.draft import COPY, MOST, SIZE, Drafts
from caseplanner.vault.keys import Keys

WORDS = "Ik wil mijn dochter weer zíen".encode()
KEY = bytes(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "draft"


def test_what_is_kept_is_there_at_the_next_start(path: Path) -> None:
    assert Drafts(path, KEY).take("fatma") == b""
    assert Drafts(path, KEY).keep("fatma", WORDS)
    drafts = Drafts(path, KEY)
    assert drafts.take("fatma") == WORDS
    assert Drafts(path, KEY).take("fatma") == WORDS  # taking it does not destroy it
    assert drafts.keep("fatma", b"")
    assert Drafts(path, KEY).take("fatma") == b""


def test_a_colleague_neither_sees_nor_destroys_it(path: Path) -> None:
    Drafts(path, KEY).keep("fatma", WORDS)
    drafts = Drafts(path, KEY)
    assert drafts.take("joost") == b""
    for number in range(5):
        assert drafts.keep("joost", b"other words %d" % number)
    drafts.keep("joost", b"")
    assert Drafts(path, KEY).take("fatma") == WORDS


def test_the_file_tells_nothing(path: Path) -> None:
    drafts = Drafts(path, KEY)
    before = path.read_bytes()
    for number in range(3):
        drafts.keep("fatma", WORDS * number)
        held = path.read_bytes()
        assert len(held) == SIZE
        assert WORDS not in held
        assert b"fatma" not in held
    assert held[:COPY] != before[:COPY]
    assert held[COPY:] != before[COPY:]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_another_key_finds_no_draft_and_makes_the_file_its_own(path: Path) -> None:
    Drafts(path, KEY).keep("fatma", WORDS)
    other = bytes(31) + b"1"
    assert Drafts(path, other).take("fatma") == b""
    assert Drafts(path, other).keep("fatma", b"mine")
    assert Drafts(path, KEY).take("fatma") == b""


def test_cut_off_at_any_byte_the_draft_before_it_is_still_there(path: Path) -> None:
    drafts = Drafts(path, KEY)
    drafts.keep("fatma", b"first")
    before = path.read_bytes()
    drafts.keep("fatma", b"second")
    after = path.read_bytes()
    for cut in (*range(0, SIZE, 4099), COPY - 1, COPY, COPY + 1, SIZE - 1, SIZE):
        torn = path.with_name("torn")
        torn.write_bytes(after[:cut] + before[cut:])
        again = Drafts(torn, KEY)
        assert again.take("fatma") in (b"first", b"second")
        again.keep("fatma", b"third")
        assert Drafts(torn, KEY).take("fatma") == b"third"


@pytest.mark.parametrize("size", [0, 1, 27, COPY - 1, COPY, SIZE + 9])
def test_a_damaged_file_is_no_draft_and_works_again(path: Path, size: int) -> None:
    path.write_bytes(secrets.token_bytes(size))
    drafts = Drafts(path, KEY)
    assert drafts.take("fatma") == b""
    assert drafts.keep("fatma", WORDS)
    assert Drafts(path, KEY).take("fatma") == WORDS


def test_what_was_put_back_is_in_neither_copy(path: Path) -> None:
    drafts = Drafts(path, KEY)
    drafts.keep("fatma", WORDS)
    drafts.keep("fatma", b"")
    for copy in drafts._copies():
        assert copy
        assert not copy.records


def test_a_destroyed_dossier_takes_what_was_half_typed_in_it_along(path: Path) -> None:
    drafts = Drafts(path, KEY)
    drafts.keep("fatma", WORDS, "dennis")
    drafts.keep("joost", b"about Mehmet", "mehmet")
    assert drafts.forget_dossier("dennis")
    assert drafts.take("fatma") == b""
    assert drafts.take("joost") == b"about Mehmet"
    for copy in drafts._copies():
        assert copy
        assert list(copy.records) == ["joost"]


def test_when_all_drafts_do_not_fit_the_oldest_goes(path: Path) -> None:
    drafts = Drafts(path, KEY)
    long = secrets.token_bytes(MOST)  # no letter of it can be spared
    for owner in ("first", "second", "third"):
        assert drafts.keep(owner, long)
    drafts = Drafts(path, KEY)
    assert [bool(drafts.take(o)) for o in ("first", "second", "third")] == [False, True, True]
    assert path.stat().st_size == SIZE


@pytest.mark.skipif(sys.platform != "linux", reason="limits of POSIX, names of Linux")
def test_a_full_disk_refuses_no_draft_once_the_vault_is_open(folder: Path, keys: Keys) -> None:
    """Not one byte may be added to any file, as on a full disk, and yet the words are kept."""
    script = """
import resource, sys
from pathlib import Path
from caseplanner.vault.draft import Drafts, SIZE
path, key = Path(sys.argv[1]), bytes(32)
Drafts(path, key)
resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE, SIZE))
try:
    path.with_name("more").write_bytes(bytes(SIZE + 1))
except OSError:
    print(Drafts(path, key).keep("fatma", b"words"))
"""
    path = folder / "vault" / "draft"
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"
    assert Drafts(path, bytes(32)).take("fatma") == b"words"


@pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
def test_where_no_file_can_be_made_there_is_no_draft_and_no_error(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "nowhere" / "draft", KEY)
    assert not drafts.keep("fatma", WORDS)
    assert drafts.take("fatma") == b""


def test_the_vault_on_the_desk_keeps_it_for_its_worker(folder: Path, keys: Keys) -> None:
    desk = desks.Desk(folder, keys)
    assert (folder / "vault" / draft.NAME).stat().st_size == SIZE
    assert desk.keep_draft(WORDS)
    desk.close()
    assert not desk.keep_draft(b"too late")
    desk = desks.Desk(folder, keys)
    assert desk.take_draft() == WORDS
    desk.close()

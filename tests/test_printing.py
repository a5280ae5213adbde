"""The PDF leaves the program whole, sealed and under a name that tells nobody who it is about."""

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caseplanner import files, printing
from caseplanner.desk import Desk
from caseplanner.dossier import goals
from caseplanner.dossier.model import ClientAnswer, Dimension, Dossier, Person, VersionReason
from caseplanner.errors import UserError
from caseplanner.export import verify
from caseplanner.export.pdf import Edition
from caseplanner.session import Session

AT = datetime(2026, 3, 11, 10, 6, tzinfo=UTC)


@pytest.fixture
def edition(desk: Desk, session: Session) -> Edition:
    return printing.edition(session, desk.seal(), None, AT)


@pytest.fixture
def sealed(desk: Desk, edition: Edition) -> bytes:
    return printing.sealed(edition, desk.seal())


def test_what_is_sealed_begins_with_exactly_what_was_shown(desk: Desk, edition: Edition) -> None:
    shown = printing.build(edition)
    assert printing.put_seal(shown, desk.seal(), AT).startswith(shown)
    assert printing.sealed(edition, desk.seal()).startswith(shown)


def test_the_same_edition_is_always_the_same_pages(edition: Edition) -> None:
    assert printing.build(edition) == printing.build(edition)


def test_a_saved_file_is_whole_and_intact(desk: Desk, sealed: bytes, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    printing.save(sealed, desk.seal(), target)
    assert target.read_bytes() == sealed
    assert verify.verify(target.read_bytes(), desk.seal().certificate_pem).intact
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_only_the_owner_can_read_what_was_saved(desk: Desk, sealed: bytes, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    printing.save(sealed, desk.seal(), target)
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "may not save"),
        (errno.EACCES, "may not save"),
        (errno.EIO, "did not work"),
    ],
)
def test_a_disk_that_refuses_is_said_in_words_and_the_old_file_stays(
    desk: Desk,
    sealed: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    told: str,
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"what was there")

    def refuse(handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError, match=told) as refused:
        printing.save(sealed, desk.seal(), target)
    assert "safe" in str(refused.value)
    assert target.read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["plan.pdf"]


def test_a_folder_that_is_gone_is_said_in_words(desk: Desk, sealed: bytes, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not there any more"):
        printing.save(sealed, desk.seal(), tmp_path / "gone" / "plan.pdf")


def test_a_disk_that_garbles_is_noticed(
    desk: Desk, sealed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = files.write

    def garble(path: Path, data: bytes) -> None:
        write(path, data[:-9])

    monkeypatch.setattr(files, "write", garble)
    with pytest.raises(UserError, match="read back"):
        printing.save(sealed, desk.seal(), tmp_path / "plan.pdf")


def test_the_file_name_tells_the_version_and_never_the_person(desk: Desk, session: Session) -> None:
    seal = desk.seal()
    session.change("goal", lambda d: goals.add(d, Dimension.SELF, "Ik wil rust."))
    assert printing.file_name(printing.edition(session, seal, None, AT)) == (
        "restorative-plan-2026-03-11-concept.pdf"
    )
    for dimension in list(Dimension)[1:]:
        session.change("goal", lambda d, to=dimension: goals.add(d, to, "Ik wil iets."))  # type: ignore[misc]
    for goal in session.dossier.goals:
        session.change("yes", lambda d, id=goal.id: goals.answer(d, id, ClientAnswer.YES))  # type: ignore[misc]
    version = session.freeze(VersionReason.FIRST)
    name = printing.file_name(printing.edition(session, seal, version.id, AT))
    day = version.frozen_at.astimezone().date().isoformat()
    assert name == f"restorative-plan-{day}-v1.pdf"
    assert session.dossier.person.called not in name


def test_a_practice_file_says_so_in_its_name(desk: Desk) -> None:
    opened = desk.add(replace(Dossier(person=Person(called="Sam")), practice=True))
    name = printing.file_name(printing.edition(opened, desk.seal(), None, AT))
    assert name.startswith("PRACTICE-")


def test_a_concept_carries_no_version_and_no_signature(desk: Desk, edition: Edition) -> None:
    assert edition.dossier.versions == ()
    assert edition.inks == {}

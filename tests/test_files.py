"""A file with a secret in it lies where it was asked for, for its owner only, and nowhere else."""

import os
from pathlib import Path

import pytest

from caseplanner import files


@pytest.mark.skipif(os.name != "posix", reason="file modes are of POSIX")
def test_a_secret_is_for_its_owner_only_also_where_a_file_was_before(tmp_path: Path) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"an older and longer file")
    target.chmod(0o644)
    files.write_secret(target, b"secret")
    assert target.read_bytes() == b"secret"
    assert target.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_secret_that_does_not_fit_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        files.write_secret(tmp_path / "sheet.pdf", b"secret")
    assert list(tmp_path.iterdir()) == []

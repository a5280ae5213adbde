"""What the tests of what leaves the program share: Dutch, the validator, a sealed plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseplanner import words
from caseplanner.export import pdf
from tests.export import editions
from tests.export.verapdf import VeraPDF


@pytest.fixture(autouse=True)
def dutch_words(plain_words: None) -> None:
    """The document is read by people in Dutch."""
    words.use("nl")


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPDF]:
    with VeraPDF() as validator:
        yield validator


@pytest.fixture(scope="session")
def built() -> bytes:
    """The plan of Dennis, set and signed in three ways, not sealed yet."""
    words.use("nl")
    return pdf.build(editions.signed(editions.case("dennis")))


@pytest.fixture(scope="session")
def sealed(built: bytes) -> bytes:
    return editions.sealed(built)


@pytest.fixture
def sealed_file(sealed: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(sealed)
    return path

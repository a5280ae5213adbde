"""The recovery sheet: one page that a validator, a printer and a person can all read."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from caseplanner import passphrases, words
from caseplanner.export.pdf import recovery
from tests.export.reading import text
from tests.export.verapdf import VeraPDF

SECRET = tuple(sorted(passphrases.listed(), key=len)[-passphrases.RECOVERY :])  # the widest
DAY = date(2026, 11, 25)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_sheet_is_one_archival_page_with_all_words_in_order(
    language: str, verapdf: VeraPDF, tmp_path: Path
) -> None:
    words.use(language)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(recovery.sheet(SECRET, "1a2b3c4d", DAY, language))
    for flavour in ("3a", "ua1"):
        verdict = verapdf.check(path, flavour)
        assert (flavour, verdict.failures) == (flavour, {})
        assert verdict.checks > 200
    pdf = pypdfium2.PdfDocument(path)
    assert len(pdf) == 1
    pdf.close()
    found = text(path).split()
    assert [word for word in found if word in SECRET] == list(SECRET)
    assert "1a2b 3c4d" in text(path)


def test_the_same_words_on_the_same_day_are_the_same_file() -> None:
    sheets = {recovery.sheet(SECRET, "1a2b3c4d", DAY, "nl") for _turn in range(2)}
    assert len(sheets) == 1

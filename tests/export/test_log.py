"""The log on paper: archival and accessible, in plain Dutch, and to be checked."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from caseplanner import words
from caseplanner.dossier import log_words
from caseplanner.dossier.log import Deed, Entry
from caseplanner.errors import UserError
from caseplanner.export.pdf import log
from caseplanner.export.pdf.log import LogEdition
from tests.export.verapdf import VeraPDF

AT = datetime(2026, 3, 11, 10, 12, tzinfo=UTC)
HASH = "ab12" * 16


DEEDS = [Deed.OPENED, *[Deed.CHANGED] * 4, Deed.PRINTED, Deed.SIGNED]


def edition(days: int = 3, **more: object) -> LogEdition:
    entries = [
        Entry(n, AT + timedelta(hours=3 * n), "w", ("Fatma", "Joost")[n % 2], "worker",
              "Mirjam" if n % 5 == 0 else "", deed, "d", {"version": "2"})
        for n, deed in enumerate(DEEDS * days)
    ]  # fmt: skip
    made = LogEdition(
        "Dennis", log_words.grouped(entries), date(2026, 3, 1), date(2026, 3, 31), 312, HASH,
        AT, words.language(),
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


@pytest.mark.parametrize(
    "made",
    [
        lambda: edition(),
        lambda: edition(days=40, large_print=True, practice=True),
        lambda: edition(lines=(), since=None, until=None),
    ],
    ids=["some days", "many pages in large print", "nothing"],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_verapdf_finds_nothing(
    made: object, language: str, verapdf: VeraPDF, tmp_path: Path
) -> None:
    words.use(language)
    path = tmp_path / "log.pdf"
    path.write_bytes(log.build(made()))  # type: ignore[operator]
    for flavour in ("3a", "ua1"):
        verdict = verapdf.check(path, flavour)
        assert verdict.failures == {}
        assert verdict.checks > 100


def test_it_says_who_did_what_when_and_how_to_check_it() -> None:
    words.use("en")
    told = text(log.build(edition()))
    assert "The list of Dennis" in told
    assert "From Sun, 1 March 2026 to Tue, 31 March 2026" in told.replace(
        "Sun 1", "Sun, 1"
    ).replace("Tue 31", "Tue, 31")
    assert "Fatma (on behalf of Mirjam) opened your plan." in told
    assert "printed version 2 of your plan." in told
    assert "line 312, check number ab12 ab12" in told


def test_the_same_edition_is_the_same_file_in_its_own_language() -> None:
    words.use("nl")
    built = log.build(edition())
    assert built == log.build(edition())
    with pikepdf.open(io.BytesIO(built)) as pdf:
        assert str(pdf.Root.Lang) == "nl"
        assert "/AcroForm" not in pdf.Root
        assert "/AF" not in pdf.Root


def test_a_name_that_no_font_has_is_said_and_never_a_blank_box() -> None:
    words.use("en")
    with pytest.raises(UserError, match="cannot be printed"):
        log.build(edition(name="\u0915\u093f"))

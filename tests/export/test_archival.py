"""The file is PDF/A-3a and PDF/UA-1: veraPDF finds nothing, and would find it if there were."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, String

from caseplanner.dossier.model import HowSigned
from caseplanner.export import pdf
from caseplanner.export.pdf import Edition
from tests.export import editions
from tests.export.verapdf import VeraPDF

EDITIONS: dict[str, Callable[[], Edition]] = {
    "sam, concept of the practice dossier": lambda: editions.concept(editions.case("sam")),
    "dennis, signed in three ways": lambda: editions.signed(editions.case("dennis")),
    "mehmet, signed by hand": lambda: editions.signed(
        editions.case("mehmet"), (HowSigned.INK,) * 3
    ),
    "nothing filled in": lambda: editions.concept(editions.bare()),
    "fourteen goals": lambda: editions.concept(editions.crowded()),
    "long texts": lambda: editions.concept(editions.lengthy()),
}


@pytest.mark.parametrize("name", EDITIONS)
def test_verapdf_finds_nothing_before_and_after_sealing(
    name: str, verapdf: VeraPDF, tmp_path: Path
) -> None:
    unsigned = pdf.build(EDITIONS[name]())
    for state, data in (("unsigned", unsigned), ("sealed", editions.sealed(unsigned))):
        path = tmp_path / f"{state}.pdf"
        path.write_bytes(data)
        for flavour in ("3a", "ua1"):
            verdict = verapdf.check(path, flavour)
            assert (state, flavour, verdict.failures) == (state, flavour, {})
            assert verdict.checks > 1000


def no_language(file: Pdf) -> None:
    del file.Root.Lang


def not_marked(file: Pdf) -> None:
    del file.Root.MarkInfo


def no_colour_profile(file: Pdf) -> None:
    del file.Root.OutputIntents


def no_tree(file: Pdf) -> None:
    del file.Root.StructTreeRoot


def no_metadata(file: Pdf) -> None:
    del file.Root.Metadata


def font_not_embedded(file: Pdf) -> None:
    for font in file.pages[0].Resources.Font.values():
        del font.FontDescriptor.FontFile2


def letters_without_unicode(file: Pdf) -> None:
    for font in file.pages[0].Resources.Font.values():
        del font.ToUnicode


def plan_without_relation(file: Pdf) -> None:
    del file.Root.AF


def plan_without_kind(file: Pdf) -> None:
    del file.Root.AF[0].EF.F.Subtype


def field_without_name(file: Pdf) -> None:
    del file.Root.AcroForm.Fields[0].TU


def field_without_look(file: Pdf) -> None:
    del file.Root.AcroForm.Fields[0].AP


def field_outside_the_tree(file: Pdf) -> None:
    del file.Root.AcroForm.Fields[0].StructParent


def picture_without_words(file: Pdf) -> None:
    for element in file.objects:
        if isinstance(element, Dictionary) and element.get(Name.S) == Name.Figure:
            del element.Alt


def no_title(file: Pdf) -> None:
    metadata = file.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"dc:title>", b"dc:source>"))


def words_outside_the_tree(file: Pdf) -> None:
    page = file.pages[0]
    page.contents_coalesce()
    page.Contents.write(page.Contents.read_bytes().replace(b"/Artifact BMC", b"/Span BMC", 1))


def script(file: Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def script_on_closing(file: Pdf) -> None:
    file.Root.AA = Dictionary(WC=Dictionary(S=Name.JavaScript, JS=String("1")))


CONTROLS = (
    no_language,
    not_marked,
    no_colour_profile,
    no_tree,
    no_metadata,
    font_not_embedded,
    letters_without_unicode,
    plan_without_relation,
    plan_without_kind,
    field_without_name,
    field_without_look,
    field_outside_the_tree,
    picture_without_words,
    no_title,
    words_outside_the_tree,
    script,
    script_on_closing,
)


@pytest.mark.parametrize("damage", CONTROLS, ids=lambda damage: damage.__name__)
def test_the_validator_sees_what_is_wrong(
    damage: Callable[[Pdf], None], built: bytes, verapdf: VeraPDF, tmp_path: Path
) -> None:
    path = tmp_path / "damaged.pdf"
    with pikepdf.open(io.BytesIO(built)) as file:
        damage(file)
        file.save(path, force_version="1.7")
    failures = [verapdf.check(path, flavour).failures for flavour in ("3a", "ua1")]
    assert any(failures)

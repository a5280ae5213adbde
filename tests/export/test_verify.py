"""Whatever is done to a sealed file shows; whatever is fed to `verify`, it answers in words."""

import io
import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from pyhanko.pdf_utils import generic as pdf_objects
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from caseplanner import words
from caseplanner.dossier.model import HowSigned, Role
from caseplanner.errors import UserError
from caseplanner.export import pdf, signature, verify
from tests.export import editions


def test_an_untouched_file_is_intact_and_tells_who_and_when(sealed: bytes) -> None:
    report = verify.verify(sealed, editions.seal_of()[1])
    assert report.problems == ()
    assert (report.intact, report.pinned) == (True, True)
    assert report.sealed_by == editions.VAULT
    assert report.fingerprint == signature.fingerprint(editions.seal_of()[1])
    assert (report.sealed_at, report.version) == (editions.AT, 1)
    assert report.content == editions.signed(editions.case("dennis")).content_hash
    assert [(s.role, s.name, s.how) for s in report.signatures] == [
        (Role.CLIENT, "Dennis", HowSigned.INK),
        (Role.MENTOR, "Fatma Bouzidi", HowSigned.PAPER),
        (Role.SUPERVISOR, "Joost Kamphuis", HowSigned.NOT_NOW),
    ]


def test_it_is_told_in_lines_for_people(sealed: bytes) -> None:
    words.use("en")
    lines = verify.in_words(verify.verify(sealed, editions.seal_of()[1])).splitlines()
    assert lines[0] == "This file was not changed after it was sealed."
    assert any(line.startswith("Client: Dennis, signed on the screen, ") for line in lines)
    assert not any("valid" in line.lower() for line in lines)


def test_words_of_the_plan_cannot_be_taken_for_a_part_of_the_seal() -> None:
    name = "/ByteRange [0 1 2 3] %%EOF /Contents <00>"
    dossier = editions.case("mehmet")
    dossier = replace(dossier, person=replace(dossier.person, called=name))
    assert verify.verify(editions.sealed(pdf.build(editions.concept(dossier)))).intact


def test_a_file_sealed_by_another_is_intact_but_not_the_one_that_was_expected(
    built: bytes,
) -> None:
    other = editions.sealed(built, "caseplanner zegel ffffffff")
    report = verify.verify(other, editions.seal_of()[1])
    assert (report.intact, report.pinned) == (True, False)
    assert report.problems
    assert verify.verify(other).pinned is None


def test_a_forger_with_the_same_name_is_told_by_the_fingerprint(built: bytes) -> None:
    forger = editions.new_seal(editions.VAULT)
    forged = signature.seal(built, *forger, editions.AT, "Verzegeld")
    assert verify.verify(forged).sealed_by == editions.VAULT
    assert verify.verify(forged, editions.seal_of()[1]).pinned is False


generic: Any = pdf_objects  # without types

# Twenty things a person with bad intentions, or a bad disk, can do to a sealed file.


def _update(data: bytes, change: Callable[[Any], None]) -> bytes:
    """An appended update, as every PDF editor makes: the sealed bytes stay as they are."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _rewritten(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        out = io.BytesIO()
        file.save(out)
    return out.getvalue()


def first_byte(data: bytes) -> bytes:
    return b"&" + data[1:]


def one_bit_of_a_page(data: bytes) -> bytes:
    return _flip(data, len(data) // 3)


def one_bit_of_the_seal(data: bytes) -> bytes:
    return _flip(data, data.rindex(b"/Contents <") + 600)


def one_bit_of_the_padding(data: bytes) -> bytes:
    return _flip(data, data.rindex(b"/Contents <") + 8000)


def a_letter_in_the_other_case_in_the_seal(data: bytes) -> bytes:
    at = data.index(b"A", data.rindex(b"/Contents <") + 12)
    return data[:at] + b"a" + data[at + 1 :]


def a_version_in_the_seal_that_is_not_signed(data: bytes) -> bytes:
    at = data.index(b"02010131", data.rindex(b"/Contents <"))
    return data[:at] + b"02010331" + data[at + 8 :]


def last_byte(data: bytes) -> bytes:
    return data[:-1] + b" "


def cut_off(data: bytes) -> bytes:
    return data[:-2000]


def cut_off_to_before_the_seal(data: bytes) -> bytes:
    return data[: data.index(b"%%EOF") + 6]


def one_byte_less(data: bytes) -> bytes:
    return data[:-1]


def bytes_after_the_end(data: bytes) -> bytes:
    return data + b"hello"


def a_line_after_the_end(data: bytes) -> bytes:
    return data + b"\n"


def bytes_before_the_start(data: bytes) -> bytes:
    return b"\n" + data


def appended_turn_of_a_page(data: bytes) -> bytes:
    def change(writer: Any) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        page["/Rotate"] = generic.NumberObject(180)
        writer.update_container(page)

    return _update(data, change)


def appended_language(data: bytes) -> bytes:
    def change(writer: Any) -> None:
        writer.root["/Lang"] = generic.TextStringObject("en")
        writer.update_root()

    return _update(data, change)


def appended_annotation(data: bytes) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([9, 9, 99, 99]), Contents=String("x")
        )
        file.pages[0].obj.Annots = Array([file.make_indirect(note)])

    return _rewritten(data, change)


def written_again_whole(data: bytes) -> bytes:
    return _rewritten(data, lambda file: None)


def plan_swapped(data: bytes) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        stream = file.attachments["plan.json"].get_file().obj
        plan = json.loads(stream.read_bytes())
        plan["dossier"]["goals"][0]["text"] = "Ik wil iets anders."
        stream.write(json.dumps(plan).encode())

    return _rewritten(data, change)


def ink_swapped(data: bytes) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        field = file.Root.AcroForm.Fields[0]
        field.AP.N = file.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])

    return _rewritten(data, change)


def seal_cleared(data: bytes) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        del file.Root.AcroForm.Fields[0].V

    return _rewritten(data, change)


def second_signature(data: bytes) -> bytes:
    """By an ordinary signing program, with a field of its own, appended."""
    key, certificate = editions.seal_of("somebody else")
    signer = signature._key(key, certificate)
    out = io.BytesIO()
    signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name="Extra", md_algorithm="sha256"),
        signer,
        new_field_spec=fields.SigFieldSpec("Extra", box=(10, 10, 90, 40)),
    ).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), output=out)
    return out.getvalue()


def seal_moved_to_another_file(data: bytes) -> bytes:
    """The seal of one plan after the pages of another."""
    other = pdf.build(editions.concept(editions.case("mehmet")))
    unsigned = cut_off_to_before_the_seal(data)
    return other + data[len(unsigned) :]


def _flip(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


ATTACKS = (
    first_byte,
    one_bit_of_a_page,
    one_bit_of_the_seal,
    one_bit_of_the_padding,
    a_letter_in_the_other_case_in_the_seal,
    a_version_in_the_seal_that_is_not_signed,
    last_byte,
    cut_off,
    cut_off_to_before_the_seal,
    one_byte_less,
    bytes_after_the_end,
    a_line_after_the_end,
    bytes_before_the_start,
    appended_turn_of_a_page,
    appended_language,
    appended_annotation,
    written_again_whole,
    plan_swapped,
    ink_swapped,
    seal_cleared,
    second_signature,
    seal_moved_to_another_file,
)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_a_file_that_was_changed_is_not_intact(
    attack: Callable[[bytes], bytes], sealed: bytes
) -> None:
    changed = attack(sealed)
    assert changed != sealed
    report = verify.verify(changed, editions.seal_of()[1])
    assert not report.intact
    assert report.problems
    assert report.signatures == ()


def test_one_flipped_bit_anywhere_shows(sealed: bytes) -> None:
    """In the seal itself each byte in turn, elsewhere some hundred: everything there is hashed."""
    rng = random.Random(4)
    start = sealed.rindex(b"/Contents <")
    places = [*range(start, start + 1700, 3), *rng.sample(range(len(sealed)), 100)]
    accepted = [
        at for at in places if verify.verify(_bit(sealed, at, rng.choice((1, 2, 32)))).intact
    ]
    assert accepted == []


def _bit(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


@pytest.mark.parametrize("data", [b"", b"hello", b"\x00" * 5000, b"PK\x03\x04", b"{}"])
def test_what_is_no_pdf_is_said(data: bytes) -> None:
    words.use("en")
    assert verify.verify(data).problems == ("This is not a PDF.",)


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-" + b"[" * 100_000])
def test_a_broken_pdf_is_not_intact(data: bytes) -> None:
    assert not verify.verify(data).intact


def test_a_pdf_without_a_seal_is_said(built: bytes) -> None:
    words.use("en")
    assert verify.verify(built).problems == ("This PDF has no seal of caseplanner.",)


@given(st.binary(max_size=400))
def test_any_bytes_lead_to_an_answer(data: bytes) -> None:
    assert not verify.verify(b"%PDF-1.7\n" + data).intact


def test_a_certificate_that_is_none_is_said(sealed: bytes) -> None:
    with pytest.raises(UserError):
        verify.verify(sealed, b"not a certificate")


def test_nothing_of_the_file_reaches_the_log(
    sealed: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    for attack in (one_bit_of_the_seal, cut_off, written_again_whole):
        verify.verify(attack(sealed))
    verify.verify(sealed.replace(b"/SubFilter", b"/SubFiltre"))
    assert caplog.records == []

"""The seal: what other programs make of it, and what stands in it."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from caseplanner.export import pdf, signature, verify
from tests.export import editions


def test_the_sealed_file_begins_with_the_file_that_was_shown(built: bytes, sealed: bytes) -> None:
    assert sealed.startswith(built)


@pytest.mark.needs("pdfsig")
def test_pdfsig_finds_one_valid_signature_over_the_whole_file(sealed_file: Path) -> None:
    done = subprocess.run(["pdfsig", sealed_file], capture_output=True, check=True)
    told = done.stdout.decode()
    assert "Signature #1" in told
    assert "Signature #2" not in told
    assert "Signature Validation: Signature is Valid." in told
    assert "Signature Type: ETSI.CAdES.detached" in told
    assert "Total document signed" in told
    assert editions.VAULT in told


@pytest.mark.needs("openssl")
def test_openssl_agrees(sealed: bytes, tmp_path: Path) -> None:
    """An independent reading of the cryptography; trust is by fingerprint, so not asked for."""
    [found] = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    start, length, tail, rest = map(int, found.byte_range)
    (tmp_path / "signed").write_bytes(sealed[start:length] + sealed[tail : tail + rest])
    (tmp_path / "cms").write_bytes(found.pkcs7_content)
    command = "openssl cms -verify -binary -inform DER -in cms -content signed -noverify -out out"
    subprocess.run(command.split(), cwd=tmp_path, check=True, capture_output=True)


def test_the_file_stays_at_pdf_1_7_without_extensions(sealed: bytes) -> None:
    with pikepdf.open(io.BytesIO(sealed)) as file:
        assert file.pdf_version == "1.7"
        assert "/Extensions" not in file.Root
        assert "/Version" not in file.Root


def test_the_time_in_the_seal_is_the_time_that_was_given(sealed: bytes) -> None:
    assert verify.verify(sealed).sealed_at == editions.AT


def test_after_sealing_only_forms_may_be_filled_in(sealed: bytes) -> None:
    [found] = PdfFileReader(io.BytesIO(sealed)).embedded_signatures
    assert found.docmdp_level is not None
    assert found.docmdp_level.value == 2


@pytest.mark.needs("openssl")
def test_the_fingerprint_is_the_one_others_compute(tmp_path: Path) -> None:
    pem = tmp_path / "seal.pem"
    pem.write_bytes(editions.seal_of()[1])
    command = "openssl x509 -in seal.pem -noout -fingerprint -sha256"
    done = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=True)
    digits = done.stdout.decode().strip().partition("=")[2].replace(":", "").lower()
    printed = signature.fingerprint(editions.seal_of()[1])
    assert printed.replace(" ", "") == digits
    assert {len(group) for group in printed.split(" ")} == {4}


def test_a_long_name_fits_in_the_seal(built: bytes) -> None:
    name = "Stichting voor herstelgericht werken in Twente en de Achterhoek, e.o."[:64]
    report = verify.verify(editions.sealed(built, name))
    assert report.intact
    assert report.sealed_by == name


def test_a_concept_can_be_sealed_too() -> None:
    report = verify.verify(editions.sealed(pdf.build(editions.concept(editions.case("sam")))))
    assert (report.intact, report.version, report.practice) == (True, None, True)

"""Whether a PDF is still as it was sealed, by whom, and what it says about its signatures.

Strict on purpose: one seal, in our own field, over every byte of the file. Whatever cannot be
explained is "changed"; no input leads to a traceback.
"""

import io
import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms

from caseplanner import words
from caseplanner.dossier.model import HowSigned, Role
from caseplanner.errors import UserError
from caseplanner.export import package, signature
from caseplanner.export.pdf import finish, said
from caseplanner.words import _


@dataclass(frozen=True, slots=True)
class Signed:
    """What one person did with the pen, as the plan inside the file says."""

    role: Role
    name: str
    how: HowSigned
    at: datetime


@dataclass(frozen=True, slots=True)
class Report:
    """What was found. `pinned` says whether it was sealed with the certificate that was given;
    None when none was given. `content` is the hash of the plan, checked against the plan."""

    intact: bool
    sealed_by: str = ""
    fingerprint: str = ""
    sealed_at: datetime | None = None
    pinned: bool | None = None
    version: int | None = None
    content: str = ""
    practice: bool = False
    signatures: tuple[Signed, ...] = ()
    problems: tuple[str, ...] = ()


def verify(pdf: bytes, pinned: bytes | None = None) -> Report:
    """Check a file against its seal; `pinned` is the PEM certificate it should be sealed with.

    A UserError only when `pinned` is not a certificate. Without it `intact` means: unchanged since
    somebody sealed it; compare the fingerprint to know who.
    """
    expected = _pinned(pinned)
    if pdf.lstrip()[:5] != b"%PDF-":
        return Report(False, problems=(_("This is not a PDF."),))
    try:
        return _checked(pdf, expected)
    except _Changed as changed:
        return Report(False, problems=(str(changed),))
    except Exception:
        # Strangers make these bytes: a parser may fail on them in any way, and each of those ways
        # means the same. Nothing is hidden by it: the answer is "not intact".
        return Report(False, problems=(_("This file was changed or damaged after it was sealed."),))


class _Changed(Exception):
    """The file is not as it was sealed; the text is for people."""


def in_words(report: Report) -> str:
    """The report as lines for people."""
    lines = list(report.problems)
    if report.intact:
        lines.append(_("This file was not changed after it was sealed."))
    if report.sealed_by and report.sealed_at:
        lines.append(
            _(
                "Sealed by {name} on {day}.",
                name=report.sealed_by,
                day=said.moment(report.sealed_at),
            )
        )
        lines.append(_("Fingerprint of the seal: {digits}", digits=report.fingerprint))
    if report.pinned:
        lines.append(_("It is sealed with the certificate you gave."))
    if report.practice:
        lines.append(_("PRACTICE: the person in this plan was made up."))
    if report.intact and report.version:
        lines.append(_("Version {number} of the plan.", number=report.version))
    elif report.intact:
        lines.append(_("This is a concept: nothing was agreed yet."))
    for signed in report.signatures:
        how = words.text(SIGNED[signed.how])
        role = words.text(said.ROLE[signed.role])
        lines.append(f"{role}: {signed.name}, {how}, {said.moment(signed.at)}")
    return "\n".join(lines)


SIGNED = {
    HowSigned.INK: words.mark("signed on the screen"),
    HowSigned.PAPER: words.mark("signed on paper"),
    HowSigned.NOT_NOW: words.mark("does not sign now"),
}


def _pinned(pem: bytes | None) -> str:
    if pem is None:
        return ""
    try:
        return signature.fingerprint(pem)
    except ValueError as error:
        raise UserError(words.mark("The certificate you gave cannot be read.")) from error


def _checked(pdf: bytes, expected: str) -> Report:
    from pyhanko.pdf_utils.reader import PdfFileReader

    # It logs whatever strangers' bytes make it stumble on, with a traceback and words of the file.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL + 1)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL + 1)
    reader = PdfFileReader(io.BytesIO(pdf), strict=True)
    seals = reader.embedded_signatures
    if not seals:
        raise _Changed(_("This PDF has no seal of caseplanner."))
    if [seal.field_name for seal in seals] != [finish.FIELD]:
        raise _Changed(_("Somebody added a signature to this file after it was sealed."))
    [seal] = seals
    _check_bytes(pdf, seal)
    _check_signature(seal)
    certificate = _pem(seal.signer_cert)
    found = signature.fingerprint(certificate)
    plan = _plan(pdf)
    version = plan.dossier.versions[-1] if plan.dossier.versions else None
    problems = []
    if expected and found != expected:
        problems.append(_("It is not sealed with the certificate you gave, but with another."))
    return Report(
        intact=True,
        sealed_by=signature.sealed_by(certificate),
        fingerprint=found,
        sealed_at=seal.self_reported_timestamp,
        pinned=found == expected if expected else None,
        version=version.number if version else None,
        content=version.content if version else "",
        practice=plan.dossier.practice,
        signatures=tuple(
            Signed(s.role, s.name, s.how, s.at) for s in (version.signatures if version else ())
        ),
        problems=tuple(problems),
    )


def _check_bytes(pdf: bytes, seal: Any) -> None:
    """The seal covers the file from its first to its last byte, but for itself, and the room for
    itself holds the signature and zeros: nothing can hide anywhere."""
    start, before, after, rest = map(int, seal.byte_range)
    if start:
        raise _Changed(_("This file was changed or damaged after it was sealed."))
    if after + rest < len(pdf):
        raise _Changed(_("Something was added to this file after it was sealed."))
    if after + rest > len(pdf):
        raise _Changed(_("The end of this file is missing."))
    room = (after - before - 2) // 2
    container = _container(seal).ljust(room, b"\0")
    if pdf[before:after] != b"<" + container.hex().upper().encode() + b">":
        raise _Changed(_("This file was changed or damaged after it was sealed."))


def _container(seal: Any) -> bytes:
    """The signature as this program writes it, around the parts that are under the seal.

    The rest of a CMS message (versions, lists of algorithms, lengths) is not signed, and parsers
    forgive changes there; compared with this, one changed bit shows.
    """
    sha256 = {"algorithm": "sha256"}
    certificate, found = seal.signer_cert, seal.signer_info
    issuer = {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
    signer = {
        "version": "v1",
        "sid": cms.SignerIdentifier("issuer_and_serial_number", issuer),
        "digest_algorithm": sha256,
        "signed_attrs": found["signed_attrs"],
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": found["signature"].native,
    }
    message = {
        "version": "v1",
        "digest_algorithms": [sha256],
        "encap_content_info": {"content_type": "data"},
        "certificates": [certificate],
        "signer_infos": [signer],
    }
    whole = cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(message)})
    return bytes(whole.dump())


def _check_signature(seal: Any) -> None:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    # Who sealed it is known by the fingerprint, not by an authority: the certificate is its own
    # root, at the moment of sealing. There is no network (and no revocation) here.
    context = ValidationContext(
        trust_roots=[seal.signer_cert],
        moment=seal.self_reported_timestamp,
        allow_fetching=False,
    )
    status = validate_pdf_signature(seal, context, skip_diff=True)
    if not status.bottom_line or status.coverage != SignatureCoverageLevel.ENTIRE_FILE:
        raise _Changed(_("This file was changed or damaged after it was sealed."))


def _pem(certificate: Any) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    return x509.load_der_x509_certificate(certificate.dump()).public_bytes(Encoding.PEM)


def _plan(pdf: bytes) -> package.Package:
    """The plan inside, with the hash of its version checked."""
    import pikepdf

    try:
        with pikepdf.Pdf.open(io.BytesIO(pdf)) as opened:
            data = opened.attachments[finish.ATTACHMENT].get_file().read_bytes()
        return package.load(data)
    except (KeyError, UserError) as error:
        raise _Changed(_("The plan inside this file cannot be read.")) from error

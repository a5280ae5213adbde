"""What it costs to print and to seal a plan of six pages or more, beside the same without the care.

Baseline of printing: the same words in plain reportlab, parsed, without tags, attachment or
archive. Baseline of sealing: a bare CMS signature over the same bytes with the same key. In turns,
so that the ratio holds on a busy machine; the figure is the middle of all turns.
"""

import io
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from statistics import median
from time import perf_counter
from xml.sax.saxutils import escape

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs7,
)
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from benchmarks.figures import failed, figure
from caseplanner import guides, practice, words
from caseplanner.dossier import agreements, goals
from caseplanner.dossier.model import ClientAnswer, VersionReason
from caseplanner.export import pdf, signature, verify
from caseplanner.export.pdf import Edition, fonts

TURNS = 15
AT = datetime(2026, 3, 11, 10, 6, tzinfo=UTC)


def main() -> None:
    words.use("nl")
    fonts.load()
    key, certificate = new_seal()
    edition = plan(signature.fingerprint(certificate.public_bytes(Encoding.PEM)))
    built = pdf.build(edition)
    with pikepdf.open(io.BytesIO(built)) as file:
        assert len(file.pages) >= 6
        texts = spoken(file)

    ours, plain = in_turns(lambda: pdf.build(edition), lambda: untagged(texts))
    figure("six pages built and tagged", ours, plain, 100, "ms")

    pems = (
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        certificate.public_bytes(Encoding.PEM),
    )
    ours, plain = in_turns(
        lambda: signature.seal(built, *pems, AT, "Verzegeld"),
        lambda: bare_signature(built, key, certificate),
    )
    figure("six pages sealed", ours, plain, 150, "ms")

    sealed = signature.seal(built, *pems, AT, "Verzegeld")
    assert verify.verify(sealed).intact
    ours, plain = in_turns(
        lambda: verify.verify(sealed), lambda: pikepdf.open(io.BytesIO(sealed)).close()
    )
    figure("six pages verified", ours, plain, 500, "ms")
    figure("six pages on disk, sealed", len(sealed) / 1024, len(built) / 1024, 110, "KB")


def plan(fingerprint: str) -> Edition:
    """The practice dossier in ordinary print, agreed."""
    dossier = practice.dossier()
    dossier = replace(dossier, person=replace(dossier.person, large_print=False))
    for goal in goals.current(dossier):
        dossier = goals.answer(dossier, goal.id, ClientAnswer.YES)
    frozen = agreements.freeze(dossier, VersionReason.FIRST, AT)
    return Edition(frozen, {}, guides.load("nl"), AT, fingerprint, "nl")


def spoken(file: pikepdf.Pdf) -> list[str]:
    """The words of the plan, for the baseline: as many and as long as ours."""
    data = file.attachments["plan.json"].get_file().read_bytes().decode()
    return [text for text in data.split('"') if " " in text]


def untagged(texts: list[str]) -> bytes:
    out = io.BytesIO()
    style = ParagraphStyle("plain", fontName=fonts.BODY, fontSize=11.5, leading=16)
    story = [Paragraph(escape(text), style) for text in texts * 2]
    SimpleDocTemplate(out, invariant=1).build(story)
    return out.getvalue()


def bare_signature(
    data: bytes, key: ec.EllipticCurvePrivateKey, certificate: x509.Certificate
) -> bytes:
    return (
        pkcs7.PKCS7SignatureBuilder()
        .set_data(data)
        .add_signer(certificate, key, SHA256())
        .sign(Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary])
    )


def in_turns(ours: Callable[[], object], plain: Callable[[], object]) -> tuple[float, float]:
    """The middle of each in milliseconds, after one turn to warm up."""
    taken: tuple[list[float], list[float]] = ([], [])
    for turn in range(TURNS + 1):
        for deed, times in zip((ours, plain), taken, strict=True):
            start = perf_counter()
            deed()
            if turn:
                times.append((perf_counter() - start) * 1000)
    return median(taken[0]), median(taken[1])


def new_seal() -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "benchmark")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(AT - timedelta(days=1))
        .not_valid_after(AT + timedelta(days=1))
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False),
            critical=True,
        )
        .sign(key, SHA256())
    )
    return key, certificate


if __name__ == "__main__":
    main()
    sys.exit(bool(failed))

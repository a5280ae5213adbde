"""The seal: a PAdES signature over the whole file, by the key of the vault.

It tells whether the file was changed after it left the program, and by which vault it was made.
It is not a person's signature; those are in the plan.
"""

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256

from caseplanner.export.pdf import appearance, finish

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSigner

CONTAINER = 8192  # hex digits kept free for the signature; one with our certificate takes 3000


def seal(pdf: bytes, key_pem: bytes, certificate_pem: bytes, at: datetime, reason: str) -> bytes:
    """The file with its seal: it begins with the bytes of `pdf`, nothing in them is changed.

    `key_pem` is an unencrypted P-256 key, `at` the time that is shown and signed. After it only
    the filling of form fields would be allowed (certified, level 2), and there are none left.
    """
    # pyHanko takes 0.7 s to import, and only an export needs it.
    from pyhanko.sign import signers
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

    metadata = signers.PdfSignatureMetadata(
        field_name=finish.FIELD,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        name=sealed_by(certificate_pem),
        reason=reason,
    )
    stamp = appearance.page(sealed_by(certificate_pem), fingerprint(certificate_pem), at)
    signer = _signer_at(metadata, _key(key_pem, certificate_pem), _stamp(stamp), at)
    out = io.BytesIO()
    signer.sign_pdf(_writer(pdf), existing_fields_only=True, bytes_reserved=CONTAINER, output=out)
    return out.getvalue()


def fingerprint(certificate_pem: bytes) -> str:
    """The SHA-256 of the certificate in groups of four digits, as it stands in print."""
    digest = _certificate(certificate_pem).fingerprint(SHA256()).hex()
    return " ".join(digest[i : i + 4] for i in range(0, len(digest), 4))


def sealed_by(certificate_pem: bytes) -> str:
    """The name in the certificate."""
    names = _certificate(certificate_pem).subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(names[0].value) if names else ""


def _certificate(pem: bytes) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem)


def _key(key_pem: bytes, certificate_pem: bytes) -> Any:
    from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    [certificate] = load_certs_from_pemder_data(certificate_pem)
    key = load_private_key_from_pemder_data(key_pem, None)
    known: Any = SimpleCertificateStore
    return SimpleSigner(signing_cert=certificate, signing_key=key, cert_registry=known())


def _signer_at(metadata: Any, key: Any, stamp: Any, at: datetime) -> "PdfSigner":
    """A signer that takes the time from the caller: pyHanko 0.38 reads the clock itself."""
    from pyhanko.sign import signers

    class SignerAt(signers.PdfSigner):
        def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = at
            return session

    return SignerAt(metadata, key, stamp_style=stamp)


def _writer(pdf: bytes) -> Any:
    """A writer that appends, and keeps the file at PDF 1.7.

    For an elliptic key pyHanko 0.38 writes version 2.0 and an ISO extension in the catalogue; in a
    PDF/A-3 file (which is 1.7) neither may stand.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Writer17(IncrementalPdfFileWriter):
        def ensure_output_version(self, version: tuple[int, int]) -> None:
            """Stay at 1.7."""

        def register_extension(self, ext: object) -> None:
            """Write no extension."""

    return Writer17(io.BytesIO(pdf))


def _stamp(page: bytes) -> Any:
    """What is seen in the field: our own page, with embedded fonts (pyHanko's own stamp is not)."""
    from pyhanko.pdf_utils.content import PdfContent
    from pyhanko.pdf_utils.layout import (
        AxisAlignment,
        BoxConstraints,
        InnerScaling,
        Margins,
        SimpleBoxLayoutRule,
    )
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.stamp import StaticStampStyle

    class Page(PdfContent):
        def render(self) -> bytes:
            reader = PdfFileReader(io.BytesIO(page))
            form = self._ensure_writer.import_page_as_xobject(reader)
            self.resources.xobject["/Seal"] = form
            x1, y1, x2, y2 = form.get_object()["/BBox"]
            self.box = BoxConstraints(width=x2 - x1, height=y2 - y1)
            return b"/Seal Do"

    middle = SimpleBoxLayoutRule(
        x_align=AxisAlignment.ALIGN_MID,
        y_align=AxisAlignment.ALIGN_MID,
        margins=Margins(),
        inner_content_scaling=InnerScaling.NO_SCALING,
    )
    return StaticStampStyle(
        background=Page(), background_layout=middle, border_width=0, background_opacity=1.0
    )

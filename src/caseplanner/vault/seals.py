"""The vault's own seal: the key that closes exported plans, and the certificate partners pin."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from caseplanner.vault.engine import Database

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

VALID = timedelta(days=3652)  # ten years
_KEY, _CERTIFICATE = "seal key", "seal certificate"


@dataclass(frozen=True, slots=True)
class Seal:
    """A P-256 key and its self-signed certificate, both PEM. The key never shows in a repr."""

    key_pem: bytes = field(repr=False)
    certificate_pem: bytes


def make(db: Database, vault_id: str) -> None:
    """Give a new vault its seal. Its name says nothing about who or where."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"caseplanner zegel {vault_id[:8]}")])
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + VALID)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, SHA256())
    )
    key_pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    db.table("secret").upsert_all(
        [
            {"name": _KEY, "data": key_pem},
            {"name": _CERTIFICATE, "data": certificate.public_bytes(Encoding.PEM)},
        ],
        pk="name",
    )


def holds(db: Database) -> bool:
    """The vault has its seal; after damage it may not."""
    query = "SELECT count(*) FROM secret WHERE name IN (?, ?)"
    return bool(db.execute(query, [_KEY, _CERTIFICATE]).fetchone()[0] == 2)


def seal(vault: "Vault") -> Seal:
    """The seal of this vault."""
    with vault.in_words():
        found = {row["name"]: bytes(row["data"]) for row in vault.db.table("secret").rows}
    return Seal(found[_KEY], found[_CERTIFICATE])

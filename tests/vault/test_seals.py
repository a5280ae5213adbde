"""The seal of a vault: its own, always the same, and nothing more than a signature."""

from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from caseplanner.vault import seals
from caseplanner.vault import vault as vaults
from caseplanner.vault.keys import Keys
from caseplanner.vault.vault import Vault
from tests.vault.typist import CHEAP


def test_the_seal_can_sign_and_nothing_else(vault: Vault, keys: Keys) -> None:
    seal = seals.seal(vault)
    key = load_pem_private_key(seal.key_pem, None)
    certificate = x509.load_pem_x509_certificate(seal.certificate_pem)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    assert isinstance(key.curve, ec.SECP256R1)
    assert certificate.public_key() == key.public_key()
    certificate.verify_directly_issued_by(certificate)
    assert certificate.subject.rfc4514_string() == f"CN=caseplanner zegel {keys.vault_id[:8]}"
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert seal.key_pem.splitlines()[1].decode() not in repr(seal) + str(seal)
    assert usage.critical
    assert (usage.value.digital_signature, usage.value.content_commitment) == (True, True)
    assert not usage.value.key_cert_sign
    basic = certificate.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert not basic.ca
    years = (certificate.not_valid_after_utc - certificate.not_valid_before_utc).days / 365.25
    assert round(years) == 10


def test_each_vault_has_its_own_seal_for_as_long_as_it_lives(
    folder: Path, keys: Keys, tmp_path: Path
) -> None:
    def seal_of(place: Path, opened_by: Keys) -> seals.Seal:
        vault = vaults.open_vault(place, opened_by)
        try:
            return seals.seal(vault)
        finally:
            vault.close()

    other = vaults.create(tmp_path / "other", "x", "Piet", CHEAP)
    assert seal_of(folder, keys) == seal_of(folder, keys)
    assert seal_of(folder, keys) != seal_of(tmp_path / "other", other)

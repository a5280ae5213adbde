"""No file that any process of the rig wrote holds a word of a dossier, or a passphrase."""

from pathlib import Path

from tests.faults.driver import CANARY, ERASED, NEW_PASSPHRASE, OF_PIET
from tests.vault.test_secrecy import holding
from tests.vault.typist import PASSPHRASE


def found(folder: Path) -> list[str]:
    """The files below this folder that hold any of them, however written."""
    secrets = (CANARY, ERASED, ERASED, PASSPHRASE, NEW_PASSPHRASE, OF_PIET)
    return sorted({file for secret in secrets for file in holding(folder, secret)})

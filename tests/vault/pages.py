"""What a thief with the key could read in a database file: every page, used, free or half full."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from caseplanner.vault.engine import PAGE, SALT
from caseplanner.vault.keys import Keys

RESERVE = 80  # bytes at the end of a page of SQLCipher 4: IV 16, MAC 64


def deciphered(path: Path, keys: Keys) -> bytes:
    """The file in the clear, page by page; for a -wal its frames."""
    data = path.read_bytes()
    if path.name.endswith("-wal"):
        frames = range(32, len(data), PAGE + 24)
        return b"".join(_page(data[f + 24 : f + 24 + PAGE], keys) for f in frames)
    return b"".join(_page(data[place : place + PAGE], keys) for place in range(0, len(data), PAGE))


def _page(page: bytes, keys: Keys) -> bytes:
    start = SALT if page[:SALT] == keys.salt else 0  # of the first page
    cipher = Cipher(algorithms.AES(keys.database()), modes.CBC(page[-RESERVE:][:16]))
    opened = cipher.decryptor()
    return opened.update(page[start:-RESERVE]) + opened.finalize()

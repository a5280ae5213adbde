"""What lies beside the packages in dist/: their hashes."""

import hashlib
from pathlib import Path

SUMS = "SHA256SUMS"


def sums(dist: Path) -> None:
    """Write the SHA-256 of every file in the folder, for `sha256sum -c`."""
    files = sorted(file for file in dist.iterdir() if file.is_file() and file.name != SUMS)
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (dist / SUMS).write_text("".join(lines), "utf-8", newline="\n")

"""What other programs read in a PDF (poppler), as plain words."""

import re
import subprocess
from pathlib import Path


def text(pdf: Path) -> str:
    """The words as they stand on the pages."""
    return _run("pdftotext", "-raw", pdf, "-")


def spoken(pdf: Path) -> str:
    """The words in the order of the structure tree: what a screen reader says."""
    told = re.findall(
        r'^ *"(.*?)"$', _run("pdfinfo", "-struct-text", pdf), re.MULTILINE | re.DOTALL
    )
    return joined(" ".join(told))


def joined(words: str) -> str:
    """With one space between words, wherever the lines end."""
    return " ".join(words.split())


def _run(program: str, *arguments: str | Path) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, check=True)
    assert done.stderr == b"", done.stderr
    return done.stdout.decode()

"""What a text must be before it is kept."""

from caseplanner.errors import UserError
from caseplanner.words import mark


def said(text: str) -> str:
    """The text without the spaces around it; UserError when nothing is left."""
    text = text.strip()
    if not text:
        raise UserError(mark("Write down a few words first."))
    return text

"""Words as they are compared: without case and accents, as search does."""

import re
import unicodedata

WHOLE = str.maketrans("ıŁłØøĐđ", "iLlOoDd")  # letters that Unicode does not take apart
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """For searching: lower case, without accents (Çağlayan is found by caglayan)."""
    if text.isascii():
        return text.lower()
    return BEYOND_ASCII.sub(lambda found: _bare(found[0]), text.lower())


def _bare(letters: str) -> str:
    apart = unicodedata.normalize("NFKD", letters.translate(WHOLE))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()

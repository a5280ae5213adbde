"""Words as they are compared: without case and accents, as search does."""

import unicodedata

WHOLE = str.maketrans("ıŁłØøĐđ", "iLlOoDd")  # letters that Unicode does not take apart


def fold(text: str) -> str:
    """For searching: lower case, without accents (Çağlayan is found by caglayan)."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFKD", text.translate(WHOLE))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()

"""The guided questions, suggestions and hard words, from the files of a language."""

from functools import cache

from caseplanner import paths
from caseplanner.dossier import easy, guide
from caseplanner.dossier.easy import WordList
from caseplanner.dossier.guide import Guide


def load(language: str) -> Guide:
    """The guide in this language ("nl" or "en")."""
    folder = paths.resource(language)
    return guide.load(
        (folder / "guide.toml").read_text("utf-8"),
        (folder / "suggestions.toml").read_text("utf-8"),
    )


@cache
def easy_words(language: str) -> WordList:
    """The hard words of this language, with easier ones."""
    return easy.load((paths.resource(language) / "easy-words.toml").read_text("utf-8"))

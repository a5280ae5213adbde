"""The guided questions and suggestions, from the files of a language."""

from caseplanner import paths
from caseplanner.dossier import guide
from caseplanner.dossier.guide import Guide


def load(language: str) -> Guide:
    """The guide in this language ("nl" or "en")."""
    folder = paths.resource(language)
    return guide.load(
        (folder / "guide.toml").read_text("utf-8"),
        (folder / "suggestions.toml").read_text("utf-8"),
    )

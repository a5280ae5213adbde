"""Which picture belongs to a step: for who reads a picture sooner than a word (ux.md section 2).

The list is data (`pictograms.toml`) and comes in as text: no file is opened here.
"""

import re
from collections.abc import Mapping

from caseplanner.dossier.folding import fold
from caseplanner.dossier.written import Written

Pictograms = Mapping[str, str]  # the icon of each word, folded
_WORD = re.compile(r"[^\W_]+")


def load(list_: Written) -> Pictograms:
    """Read the list: `[pictograms]` with a word, or its forms with | between, and the name of an
    icon. UserError with the file and the line for what is not as it should be."""
    words = list_.read().only(("pictograms",)).table("pictograms")
    return {fold(form): words.text(forms) for forms in words.data for form in forms.split("|")}


def of(text: str, known: Pictograms) -> str:
    """The icon of the first word in the text that has one; "" where none has."""
    return next((known[word] for word in _WORD.findall(fold(text)) if word in known), "")

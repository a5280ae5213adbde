"""The word for the client: in every text of the program, and in none that a person typed."""

import re

import pytest

from caseplanner import words
from caseplanner.words import _
from tools import words as catalogues

NAMES = {"Cliëntprofiel", "Client profile"}  # of a factsheet: what the organisations call it
SOME = re.compile(r"cli[eë]nt", re.IGNORECASE)


@pytest.mark.parametrize("word", [word for word in words.CLIENTS["nl"] if word != words.CLIENT])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_text_of_the_program_takes_the_chosen_word(language: str, word: str) -> None:
    words.use(language, word)
    said = words.CLIENTS[language][word]
    changed = 0
    for message in catalogues.read(language):
        keys = (message.id,) if isinstance(message.id, str) else message.id
        for key in keys if message.id else ():
            shown = _(str(key))
            assert shown in NAMES or not SOME.search(shown), shown
            changed += any(part in shown for part in (*said, *(p.capitalize() for p in said)))
    assert changed >= 29


@pytest.mark.parametrize(
    ("language", "word", "key", "shown"),
    [
        ("nl", "participant", "Client", "Deelnemer"),
        ("nl", "detainee", "Goal added. Change it into the client's own words.",
         "Doel toegevoegd. Maak er de eigen woorden van de gedetineerde van."),
        ("nl", "citizen", "Who works with the client?", "Wie werkt met de burger?"),
        ("en", "detainee", "Who works with the client?", "Who works with the detained person?"),
        ("en", "participant", "New goal, in the client's words",
         "New goal, in the participant's words"),
        ("en", "citizen", "Two clients and {client}", "Two citizens and {client}"),
        ("en", "citizen", "Client profile", "Client profile"),
        ("nl", "citizen", "Twee cliënten; Cliënten komen", "Twee burgers; Burgers komen"),
    ],
)  # fmt: skip
def test_number_capitals_and_possessive_hold(
    language: str, word: str, key: str, shown: str
) -> None:
    words.use(language, word)
    assert _(key) == shown


def test_what_a_person_typed_keeps_his_own_word() -> None:
    words.use("en", "participant")
    assert _("They call the client {name}.", name="my client") == (
        "They call the participant my client."
    )
    assert words.count("{n} client of {who}", "{n} clients of {who}", 2, who="client Bob") == (
        "2 participants of client Bob"
    )


def test_without_a_choice_nothing_is_swapped() -> None:
    words.use("en")
    assert _("Who works with the client?") == "Who works with the client?"
    assert words._swapped.cache_info().currsize == 0

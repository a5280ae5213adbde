"""The Dutch of the program is plain, and plainest where the client reads along."""

import re
from collections.abc import Iterator

import pytest
from babel.messages import Message

from tools import words as catalogues

# Where the client reads: the answers, the signing, and the plan on paper.
CLIENT = re.compile(
    r"caseplanner/(dossier/log_words|export/pdf/|ui/pages/(answers|agreed|goal_screen|sign)"
    r"|ui/meeting/|dossier/signals|ui/signals/|ui/pages/(signals|achievements)"
    r"|ui/widgets/(answer_trio|pad|signer_card|step_row|topics))"
)
MOST_WORDS = 12  # in a sentence (ux.md section 7, item 8; domain.md R24 says 15)
PASSIVE = re.compile(r"\b(word|wordt|worden|werd|werden)\b", re.IGNORECASE)

# R20: a drawn signature is an ordinary one. 3k: no word that makes a person his offence.
NEVER = re.compile(r"\b(rechtsgeldig|gekwalificeerd|dader|delinquent|crimineel)", re.IGNORECASE)


def dutch() -> Iterator[tuple[str, Message]]:
    for message in catalogues.read("nl"):
        if message.id:
            for text in catalogues.strings(message):
                yield text, message


def for_clients() -> list[str]:
    return [text for text, m in dutch() if any(CLIENT.search(place) for place, _ in m.locations)]


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"[.?!:…]+(?:\s|$)", text) if part.strip()]


def test_the_client_reads_short_sentences() -> None:
    texts = for_clients()
    assert len(texts) > 100  # the places above still are where the client reads
    assert [s for t in texts for s in sentences(t) if len(s.split()) > MOST_WORDS] == []


def test_the_client_reads_who_does_what() -> None:
    assert [text for text in for_clients() if PASSIVE.search(text)] == []


def test_no_word_promises_too_much_or_labels_a_person() -> None:
    assert [text for text, _ in dutch() if NEVER.search(text)] == []


@pytest.mark.parametrize(
    ("not_this", "but_this"),
    [
        (r"\bpasswoord|wachtzin\b", "wachtwoord"),
        (r"\bbegeleidster|hulpverlener\b", "begeleider"),
        (r"\bpagina", "bladzijde"),
        (r"\binlezen|ingelezen\b", "importeren"),
        (r"\bvastgezet|vaststaat|zet het plan vast\b", "vaststellen"),
        (r"reservekopie", "back-up"),
        (r"\b(uw|cliente|client)\b", "je, cliënt"),
    ],
)
def test_one_thing_has_one_word(not_this: str, but_this: str) -> None:
    found = [text for text, _ in dutch() if re.search(not_this, text, re.IGNORECASE)]
    assert found == [], f"the word is: {but_this}"

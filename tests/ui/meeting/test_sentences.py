"""What the client reads in the room: short, one thing at a time, and with a picture."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from caseplanner import guides, paths, words
from caseplanner.dossier import easy
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.sentences import Sentence

PASSIVE = re.compile(r"\b(word|wordt|worden|werd|werden)\b", re.IGNORECASE)


def of(value: Any) -> Iterator[Sentence]:
    match value:
        case Sentence():
            yield value
        case dict():
            yield from (one for held in value.values() for one in of(held))
        case tuple():
            yield from (one for held in value for one in of(held))


EVERY = [one for name, held in vars(sentences).items() if name.isupper() for one in of(held)]


def test_there_are_sentences_to_look_at() -> None:
    assert len(EVERY) > 60


@pytest.mark.parametrize("sentence", EVERY, ids=lambda one: one.words)
def test_a_sentence_is_short_plain_and_has_a_pictogram(sentence: Sentence) -> None:
    assert paths.resource(f"icons/{sentence.icon}.svg").exists()
    said = sentence.say(name="Dennis", names="Dennis en Ab")
    assert said != sentence.words, "it is said in Dutch"
    for part in re.split(r"(?<=[.?!:])\s", said):
        assert len(part.split()) <= easy.MOST
    assert not PASSIVE.search(said)
    assert easy.find(said, guides.easy_words(words.language())) == ()

"""Passphrases that are kept and hard to guess, and the words of a recovery sheet."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseplanner import passphrases
from caseplanner.errors import UserError
from caseplanner.passphrases import Strength
from caseplanner.ui.widgets import password

WORDS = passphrases.listed()


@pytest.mark.parametrize(
    ("passphrase", "found"),
    [
        ("", Strength.SHORT),
        ("kort", Strength.SHORT),
        ("Wachtwoord2026!", Strength.WEAK),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefghijklmnop", Strength.WEAK),
        ("welkomwelkomwelkom", Strength.WEAK),
        ("123456789012345", Strength.WEAK),
        ("gele fiets 92", Strength.GOOD),
        ("gele fiets onder de brug", Strength.STRONG),
        ("mijn kat eet om half zes", Strength.STRONG),
    ],
)
def test_strength_in_words(passphrase: str, found: Strength) -> None:
    assert passphrases.strength(passphrase) is found
    assert password.in_words(found)[2]


def test_five_words_are_offered_and_they_are_strong() -> None:
    for _ in range(200):
        offered = passphrases.generate()
        assert len(offered.split()) == 5
        assert passphrases.strength(offered) is Strength.STRONG


def test_the_words_are_short_plain_and_not_alike() -> None:
    assert len(set(WORDS)) == len(WORDS) == 6**5
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in WORDS)
    gaps = Counter(word[:n] + "." + word[n + 1 :] for word in WORDS for n in range(len(word)))
    assert max(gaps.values()) == 1, "one wrong letter would make another word"


def test_a_sheet_has_twelve_words_and_reads_back() -> None:
    words = passphrases.new_recovery()
    assert len(words) == 12
    typed = ",\n".join(f"{n}. {word.upper()}" for n, word in enumerate(words, 1))
    assert passphrases.read_recovery(typed) == " ".join(words)


def test_a_mistyped_word_is_named_with_the_nearest_one() -> None:
    words = list(passphrases.new_recovery())
    words[4] = "fietz"
    with pytest.raises(UserError, match=r"Word 5, “fietz”, .*“fiets”"):
        passphrases.read_recovery(" ".join(words))


def test_a_word_too_few_or_too_many_is_said() -> None:
    words = list(passphrases.new_recovery())
    with pytest.raises(UserError, match="Look for one that is missing"):
        passphrases.read_recovery(" ".join(words[1:]))
    with pytest.raises(UserError, match="Type only those"):
        passphrases.read_recovery(" ".join([*words, words[0]]))


@given(st.text())
def test_whatever_is_typed_is_a_sheet_or_a_sentence(text: str) -> None:
    with pytest.raises(UserError):
        passphrases.read_recovery(text)


def test_two_words_are_asked_back_in_their_order() -> None:
    for _ in range(100):
        first, second = passphrases.asked_back()
        assert 1 <= first < second <= 12

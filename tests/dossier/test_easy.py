"""What could be plainer in a text that the client reads."""

import pytest

from caseplanner import guides, spelling
from caseplanner.dossier import easy
from caseplanner.dossier.easy import Kind, WordList
from caseplanner.dossier.written import Written
from caseplanner.errors import UserError

LIST = """
known = ["driegesprek"]
[words]
"recidive" = ["opnieuw de fout in gaan", "het weer doen"]
"aanvraag indienen|een aanvraag indienen" = ["vragen"]
"indienen" = ["geven"]
"gemiddeld" = []
"""


@pytest.fixture
def listed() -> WordList:
    return easy.load(Written("list", LIST))


@pytest.fixture
def dutch() -> WordList:
    return guides.easy_words("nl")


def test_a_hard_word_comes_with_what_is_easier(listed: WordList) -> None:
    text = "Ik wil geen recidive."
    [found] = easy.find(text, listed)
    assert (found.kind, found.text) == (Kind.HARD, "recidive")
    assert found.easier == ("opnieuw de fout in gaan", "het weer doen")
    assert easy.put(text, found, found.easier[1]) == "Ik wil geen het weer doen."


def test_a_capital_stays_a_capital(listed: WordList) -> None:
    text = "Recidive is niet goed."
    [found] = easy.find(text, listed)
    assert easy.put(text, found, found.easier[1]) == "Het weer doen is niet goed."


def test_the_longest_of_two_is_found_also_over_two_lines(listed: WordList) -> None:
    [found] = easy.find("Ik ga een aanvraag\n indienen.", listed)
    assert found.text == "een aanvraag\n indienen" and found.easier == ("vragen",)


def test_a_word_inside_another_is_let_be(listed: WordList) -> None:
    assert easy.find("Recidivecijfers en gemiddelden.", listed) == ()


def test_a_word_without_an_easier_one_is_told_all_the_same(listed: WordList) -> None:
    [found] = easy.find("Gemiddeld lukt het.", listed)
    assert found.easier == ()


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Ik wil werk. " * 9, []),
        ("een twee drie vier vijf zes zeven acht negen tien elf twaalf", []),
        ("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien.", [13]),
        ("Kort. Een twee drie vier vijf zes zeven acht negen tien elf twaalf 13! Ook kort.", [13]),
        ("een twee drie vier vijf zes zeven\nacht negen tien elf twaalf dertien", []),
        ("Om 10.30 uur bel ik www.voorbeeld.nl en dan ga ik met de bus naar huis.", [15]),
        ("", []),
        ("... !!! ???", []),
    ],
)
def test_a_sentence_of_more_than_twelve_words_is_long(
    text: str, lengths: list[int], listed: WordList
) -> None:
    assert [f.words for f in easy.find(text, listed) if f.kind is Kind.LONG] == lengths


def test_a_finding_is_where_it_says_also_after_an_emoji(listed: WordList) -> None:
    text = "\U0001f600 Ik wil geen recidive \U0001f600"
    [found] = easy.find(text, listed)
    assert text[found.start : found.end] == "recidive"


@pytest.mark.parametrize("text", ["a" * 5000, "\u202e" * 900, "<b>x</b>" * 900, "ا ل س" * 20000])
def test_a_strange_text_is_looked_at_and_never_stumbled_over(text: str, dutch: WordList) -> None:
    easy.find(text, dutch)
    spelling.find(text, "nl", dutch)


def test_the_dutch_list_has_the_words_of_the_field_and_labels_nobody(dutch: WordList) -> None:
    assert len(dutch.easier) >= 120
    assert dutch.of("recidive") == ("opnieuw de fout in gaan",)
    assert dutch.of("Aanvraag  indienen") == ("vragen",)
    assert dutch.of("dader") and dutch.of("delinquent")


def test_what_is_offered_is_itself_easy(dutch: WordList) -> None:
    offered = [word for easier in dutch.easier.values() for word in easier]
    assert [word for word in offered if easy.find(word, dutch)] == []
    assert [word for word in offered if spelling.find(word, "nl", dutch)] == []


def test_a_word_added_to_the_list_is_found_without_touching_the_program() -> None:
    words = easy.load(Written("list", LIST + '"obstructie" = ["tegenwerken"]\n'))
    [found] = easy.find("Geen obstructie.", words)
    assert found.easier == ("tegenwerken",)


def test_the_english_list_reads_too() -> None:
    words = guides.easy_words("en")
    [found] = easy.find("I utilise it.", words)
    assert found.easier == ("use",)


def test_a_slip_of_spelling_is_found_and_what_was_meant_is_offered(dutch: WordList) -> None:
    [found] = spelling.find("Ik maak een afspaak.", "nl", dutch)
    assert found.text == "afspaak"
    assert "afspraak" in spelling.better(found.text, "nl")


@pytest.mark.parametrize(
    "text",
    [
        "Fatma belt Şule en Łuczak om 10:30.",  # names
        "Ik bel Bouzidi van Tactoes. – Ook ’s avonds.",
        "Dennis, Emine en Soufiane. Tactus bellen.",
        "Ik wil stoppen met blowen na het driegesprek.",
        "Mail naar naam@voorbeeld.nl of kijk op voorbeeld.nl/xqzy.",
        "'s Avonds gaat mijn hoofd aan; zo'n avond.",
        "B2-14, SKN-NEP-0000-014, EHBO",
    ],
)
def test_names_numbers_and_words_of_the_field_are_let_be(text: str, dutch: WordList) -> None:
    assert spelling.find(text, "nl", dutch) == ()


def test_the_first_word_of_a_sentence_is_judged_like_the_others(dutch: WordList) -> None:
    text = "Afspaak met Joost. Morgn bel ik. Hij zegt: “Mischien niet.”\nGevangnis"
    found = [finding.text for finding in spelling.find(text, "nl", dutch)]
    assert found == ["Afspaak", "Morgn", "Mischien", "Gevangnis"]
    assert "Afspraak" in spelling.better("Afspaak", "nl")


def test_what_is_a_name_within_a_sentence_is_one_where_a_sentence_begins(dutch: WordList) -> None:
    assert spelling.find("Bouzidi belt. Dan vraag ik Bouzidi iets.", "nl", dutch) == ()
    [found] = spelling.find("Bouzidi belt.", "nl", dutch)  # nothing tells it from a slip
    assert found.text == "Bouzidi"


@pytest.mark.parametrize("label", ["dader", "junk", "Junkie", "veelpleger", "boef", "crimineel"])
def test_a_label_for_a_person_gets_other_words_offered(label: str, dutch: WordList) -> None:
    [found] = easy.find(f"Ik ben geen {label}.", dutch)
    assert found.easier[0].startswith("persoon ")


def test_a_language_without_a_dictionary_is_not_judged(listed: WordList) -> None:
    assert not spelling.knows("en")
    assert spelling.find("Ths is wrng.", "en", listed) == ()


@pytest.mark.parametrize(
    ("list_", "line"),
    [
        ('[words]\n"a" = ["b"]\n"c" = "d"\n', 3),
        ('known = "e"\n[words]\n', 1),
        ('[words]\n"a" = ["b"]\n"a" = ["c"]\n', 3),
        ('\n[woorden]\n"a" = ["b"]\n', 2),
    ],
)
def test_a_slip_in_the_word_list_is_told_with_its_file_and_line(list_: str, line: int) -> None:
    with pytest.raises(UserError, match=rf"nl/easy-words\.toml .*line {line} "):
        easy.load(Written("nl/easy-words.toml", list_))

"""The word catalogues hold every text of the program, whole, in each language."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog

from caseplanner import words
from tools import words as catalogues


def ids(catalogue: Catalog) -> set[object]:
    return {message.id for message in catalogue if message.id}


def braces(text: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_catalogue_has_the_texts_of_the_source_and_no_others(language: str) -> None:
    said, known = ids(catalogues.template()), ids(catalogues.read(language))
    again = "run: python3 run.py words, and write the Dutch"
    assert not said - known, again
    assert not known - said, again


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    assert not catalogues.untranslated(catalogues.read(language))


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_translation_tells_the_same_facts(language: str) -> None:
    """The same {braces}; in a plural, the text for one may leave the number out."""
    for message in catalogues.read(language):
        if not message.id:
            continue
        many = message.id if isinstance(message.id, str) else message.id[1]
        *one, last = catalogues.strings(message)
        assert braces(last) == braces(many), message.id
        assert all(braces(text) | {"n"} == braces(many) | {"n"} for text in one), message.id


def test_a_choice_between_two_texts_is_found(tmp_path: Path) -> None:
    source = (
        '_("on" if lit else "off", n=1)\nwords.count("{n} day", "{n} days", n)\nsaid.count("x")'
    )
    module = tmp_path / "module.py"
    module.write_text(source, "utf-8")
    assert sorted(map(str, catalogues.texts(module))) == ["('{n} day', '{n} days')", "off", "on"]


def test_compiled_words_tell_no_day_so_that_a_package_is_the_same_twice() -> None:
    catalogues.compile_all()
    for language in words.LANGUAGES:
        compiled = catalogues.po_file(language).with_suffix(".mo").read_bytes()
        (told,) = re.findall(rb"POT-Creation-Date: (\S+)", compiled)
        assert told == b"2000-01-01"
        assert re.findall(rb"PO-Revision-Date: (\S+)", compiled) == [told]

"""The log in plain words: a sentence for every deed, with what is known of it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from caseplanner.dossier import log_words
from caseplanner.dossier.log import Deed, Entry
from caseplanner.dossier.log_words import Kind

AT = datetime(2026, 3, 11, 10, 12, tzinfo=UTC)


def entry(
    deed: Deed, minutes: int = 0, name: str = "Fatma", behalf: str = "", **detail: str
) -> Entry:
    at = AT + timedelta(minutes=minutes)
    return Entry(minutes, at, name.lower(), name, "worker", behalf, deed, "dossier", detail)


@pytest.mark.parametrize("deed", Deed)
def test_every_deed_has_a_sentence_of_its_own_and_a_kind(deed: Deed) -> None:
    told = log_words.in_words(entry(deed))
    assert told.startswith("Fatma ")
    assert told.endswith(".")
    assert deed in log_words.KINDS
    assert len(set(log_words.SENTENCES.values())) == len(Deed) == len(log_words.SENTENCES)


def test_details_are_told_where_they_are_known() -> None:
    for made, told in (
        (entry(Deed.EXPORTED, version="2", to="Tactus"),
         "Fatma saved version 2 of your plan as a PDF for Tactus."),
        (entry(Deed.EXPORTED, version="0"), "Fatma saved the concept of your plan as a PDF."),
        (entry(Deed.PRINTED), "Fatma printed your plan."),
        (entry(Deed.SIGNED, version="1", role="client", how="ink"),
         "Fatma noted: you signed version 1 of your plan."),
        (entry(Deed.SIGNED, version="1", role="mentor", how="not_now"),
         "Fatma noted: your mentor does not sign version 1 of your plan now."),
        (entry(Deed.OPENED, behalf="Joost"), "Fatma (on behalf of Joost) opened your plan."),
    ):  # fmt: skip
        assert log_words.in_words(made) == told


def test_a_run_of_changes_is_one_line_until_somebody_else_or_something_else_comes() -> None:
    changes = [entry(Deed.CHANGED, n) for n in range(14)]
    lines = log_words.grouped(
        [entry(Deed.OPENED), *changes, entry(Deed.PRINTED, 20), entry(Deed.CHANGED, 21),
         entry(Deed.CHANGED, 22, name="Joost")]
    )  # fmt: skip
    assert [line.count for line in lines] == [1, 14, 1, 1, 1]
    assert lines[1].in_words() == "Fatma changed 14 things in your plan."
    assert lines[1].time.endswith(":25")
    assert "–" in lines[1].time
    assert [line.kind for line in lines[:3]] == [Kind.SEEN, Kind.CHANGED, Kind.SHARED]


def test_the_next_day_is_another_line() -> None:
    lines = log_words.grouped([entry(Deed.CHANGED), entry(Deed.CHANGED, 24 * 60)])
    assert len(lines) == 2
    assert lines[1].day - lines[0].day == timedelta(days=1)


def test_a_period_holds_its_last_day_whole() -> None:
    since, until = log_words.bounds(date(2026, 3, 9), date(2026, 3, 11))
    assert since
    assert until
    assert until - since == timedelta(days=3)
    assert log_words.bounds(None, None) == (None, None)

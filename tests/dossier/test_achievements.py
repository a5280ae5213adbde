"""What was achieved: the newest on top, an order of one's own, and what it belongs to."""

from dataclasses import replace
from datetime import date

import pytest

from caseplanner.dossier import achievements, diff, goals, passages
from caseplanner.dossier.model import Achievement, Dimension, Dossier, Person, SpecialCondition
from caseplanner.errors import UserError

BARE = Dossier(person=Person(called="Mo"))
EARLY, LATE = date(2026, 3, 1), date(2026, 4, 22)


def texts(dossier: Dossier) -> list[str]:
    return [each.text for each in dossier.achievements]


def test_a_new_one_comes_on_top() -> None:
    dossier = achievements.add(BARE, " Bankje gemaakt. ", EARLY)
    dossier = achievements.add(dossier, "Moeder op bezoek.")
    assert texts(dossier) == ["Moeder op bezoek.", "Bankje gemaakt."]
    assert dossier.achievements[1].on == EARLY


def test_one_without_words_is_refused() -> None:
    with pytest.raises(UserError):
        achievements.add(BARE, "   ")
    dossier = achievements.add(BARE, "Bankje gemaakt.")
    with pytest.raises(UserError):
        achievements.reword(dossier, dossier.achievements[0].id, "")


def test_own_order_holds_until_the_newest_are_put_first() -> None:
    dossier = BARE
    for text, on in (("later", LATE), ("zonder dag", None), ("eerder", EARLY)):
        dossier = achievements.add(dossier, text, on)
    dossier = achievements.move(dossier, dossier.achievements[1].id, -1)
    assert texts(dossier) == ["zonder dag", "eerder", "later"]
    assert texts(achievements.put_newest_first(dossier)) == ["later", "eerder", "zonder dag"]


def test_two_of_one_day_stay_in_their_own_order() -> None:
    dossier = achievements.add(achievements.add(BARE, "een", LATE), "twee", LATE)
    assert texts(achievements.put_newest_first(dossier)) == ["twee", "een"]


def test_it_belongs_to_a_goal_or_to_a_condition_or_to_nothing() -> None:
    dossier = goals.add(BARE, Dimension.SELF, "Ik drink niet.")
    ban = SpecialCondition("Alcoholverbod.", id="ban")
    dossier = replace(dossier, conditions=(ban,))
    dossier = achievements.add(dossier, "Tien weken.", goal=dossier.goals[0].id)
    mine = dossier.achievements[0]
    assert achievements.goal_of(dossier, mine) == dossier.goals[0]
    assert achievements.condition_of(dossier, mine) is None
    dossier = achievements.tie(dossier, mine.id, condition="ban")
    mine = dossier.achievements[0]
    assert achievements.goal_of(dossier, mine) is None
    assert achievements.condition_of(dossier, mine) == ban
    assert achievements.condition_of(replace(dossier, conditions=()), mine) is None
    assert achievements.tie(dossier, mine.id).achievements[0].condition == ""


def test_it_is_reworded_dated_and_removed() -> None:
    dossier = achievements.add(BARE, "Bankje.")
    id = dossier.achievements[0].id
    dossier = achievements.date_(achievements.reword(dossier, id, "Een bankje."), id, LATE)
    assert (dossier.achievements[0].text, dossier.achievements[0].on) == ("Een bankje.", LATE)
    assert achievements.remove(dossier, id) == BARE


def test_a_search_finds_its_words_and_not_the_mark_of_the_goal_it_belongs_to() -> None:
    dossier = goals.add(BARE, Dimension.SELF, "Ik bel elke week.")
    dossier = achievements.add(dossier, "Moeder op bezoek.", goal=dossier.goals[0].id)
    kept = diff.table_name(Achievement), dossier.achievements[0].id
    assert passages.of_dossier(dossier)[kept] == "Moeder op bezoek."

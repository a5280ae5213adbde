"""The people around the client: the least of each, contact looked up first, and who is locked."""

from datetime import date

import pytest

from caseplanner.dossier import differences, document, network, passages, people
from caseplanner.dossier.model import (
    Circle,
    Confirmed,
    Dossier,
    Knows,
    Meaning,
    NoContact,
)
from caseplanner.errors import UserError
from tests.export import editions


@pytest.fixture
def dennis() -> Dossier:
    made = people.start("Dennis")
    for name in ("Lisa", "Mirjam", "Karel"):
        made = network.add(made, name)
    return made


def names(dossier: Dossier) -> list[str]:
    return [one.name for one in network.shown(dossier)]


def test_somebody_new_has_a_name_and_contact_is_not_looked_up_yet(dennis: Dossier) -> None:
    with pytest.raises(UserError):
        network.add(dennis, "  ")
    new = network.add(dennis, " Ab ", Circle.FAR).contacts[-1]
    assert (new.name, new.circle, new.no_contact) == ("Ab", Circle.FAR, NoContact.NOT_CHECKED)


def test_a_name_stays_words(dennis: Dossier) -> None:
    id = dennis.contacts[0].id
    with pytest.raises(UserError):
        network.describe(dennis, id, name=" ")
    assert network.find(network.describe(dennis, id, name="Lisa B."), id).name == "Lisa B."


@pytest.mark.parametrize("order", [NoContact.NOT_CHECKED, NoContact.FORBIDDEN])
def test_nobody_is_asked_before_contact_is_known_to_be_allowed(
    dennis: Dossier, order: NoContact
) -> None:
    id = dennis.contacts[0].id
    dennis = network.describe(dennis, id, no_contact=order)
    for details in ({"knows": Knows.YES}, {"confirmed": Confirmed.YES}):
        with pytest.raises(UserError):
            network.describe(dennis, id, **details)
    # What the client says of somebody needs no contact.
    told = network.describe(dennis, id, meaning=Meaning.WORRY, circle=Circle.CLOSE, relation="zus")
    assert network.find(told, id).meaning is Meaning.WORRY
    free = network.describe(told, id, no_contact=NoContact.NONE)
    assert network.find(network.describe(free, id, knows=Knows.YES), id).knows is Knows.YES


def test_what_the_other_said_has_a_day_and_what_nobody_asked_has_none(dennis: Dossier) -> None:
    id, on = dennis.contacts[0].id, date(2026, 3, 9)
    dennis = network.describe(dennis, id, no_contact=NoContact.NONE)
    said = network.confirm(dennis, id, Confirmed.YES, on)
    assert network.find(said, id).confirmed_on == on
    again = network.confirm(said, id, Confirmed.NOT_APPLICABLE, on)
    assert network.find(again, id).confirmed_on is None


def test_who_is_also_victim_leaves_the_network_and_every_file(dennis: Dossier) -> None:
    karel = dennis.contacts[2].id
    locked = network.lock_as_victim(dennis, karel)
    assert names(locked) == ["Lisa", "Mirjam"]
    assert [one.name for one in network.victims(locked)] == ["Karel"]
    assert network.found(locked, "karel") == ()
    assert network.in_few_words(locked) == "2 people"
    assert b"Karel" not in document.content(locked)
    assert b"Karel" not in document.dump(locked)
    assert "Karel" not in str(passages.of_dossier(locked))
    assert names(network.unlock(locked, karel)) == ["Lisa", "Mirjam", "Karel"]


def test_the_history_tells_of_who_is_locked_without_a_name(dennis: Dossier) -> None:
    locked = network.lock_as_victim(dennis, dennis.contacts[2].id)
    [told] = differences.told(dennis, locked, editions.dutch())
    assert (told.was, told.now) == ("no", "yes")
    assert "Karel" not in str(told)
    gone = network.remove(locked, dennis.contacts[2].id)
    assert "Karel" not in str(differences.told(locked, gone, editions.dutch()))


def test_people_are_moved_past_each_other_and_never_past_who_is_locked(dennis: Dossier) -> None:
    locked = network.lock_as_victim(dennis, dennis.contacts[1].id)
    moved = network.move(locked, dennis.contacts[2].id, -1)
    assert names(moved) == ["Karel", "Lisa"]
    assert [one.name for one in moved.contacts] == ["Karel", "Mirjam", "Lisa"]


def test_somebody_is_found_by_name_or_by_who_it_is(dennis: Dossier) -> None:
    dennis = network.describe(dennis, dennis.contacts[1].id, relation="zus, Çeşme")
    assert [one.name for one in network.found(dennis, "cesme")] == ["Mirjam"]
    assert len(network.found(dennis, "")) == 3


def test_the_map_in_words_tells_the_shape_and_what_must_come_first(dennis: Dossier) -> None:
    one = dennis.contacts[0]
    assert network.in_words(one) == "Lisa. Close by. Support. Contact not looked up yet."

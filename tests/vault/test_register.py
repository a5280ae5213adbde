"""The line of a dossier in the list."""

from datetime import timedelta

import pytest

from caseplanner.dossier import diff, summary
from caseplanner.dossier.model import Dimension, Dossier, Goal, Person
from caseplanner.vault import dossiers, register
from caseplanner.vault.vault import Vault
from tests.vault.when import AT


@pytest.fixture
def three(vault: Vault) -> Vault:
    for minutes, (name, goal) in enumerate(
        [("Çağlayan", "100% rust"), ("Łukasz", "mijn_moeder bellen"), ("Bo\0b", "Rust in huis")]
    ):
        dossier = Dossier(person=Person(called=name), goals=(Goal(Dimension.SELF, goal),))
        at = AT + timedelta(minutes=minutes)
        dossiers.save(vault, dossier, diff.changes(None, dossier), "New", at)
    return vault


def test_the_line_is_that_of_the_dossier_and_the_last_edited_comes_first(three: Vault) -> None:
    entry = register.lines(three)[-1]
    dossier = dossiers.load(three, entry.line.id)
    assert entry == register.Entry(summary.line(dossier), AT)
    later = AT + timedelta(hours=1)
    dossiers.save(three, dossier, (), "Edit", later)
    assert register.lines(three)[0] == register.Entry(summary.line(dossier), later)
    assert register.holds(three, dossier.id)

"""What may not stand in a text: found, said where, allowed with a reason; names kept nowhere."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseplanner.dossier import (
    agreements,
    answers,
    checks,
    document,
    goals,
    guards,
    network,
    patterns,
    people,
)
from caseplanner.dossier.checks import Lack
from caseplanner.dossier.model import Contact, Dimension, Dossier, ProtectedName, VersionReason
from caseplanner.dossier.patterns import Kind
from caseplanner.errors import UserError
from tests.export import editions

IMPACT = "victim.impact"


@pytest.fixture
def dennis() -> Dossier:
    return people.start("Dennis")


def found(text: str) -> list[tuple[Kind, str]]:
    return [(piece.kind, text[piece.start : piece.end]) for piece in patterns.find(text)]


def kinds(dossier: Dossier) -> list[Kind]:
    return [finding.kind for finding in guards.findings(dossier)]


@pytest.mark.parametrize(
    "text",
    [
        "06-12345678",
        "06 12 34 56 78",
        "0612345678",
        "+31 6 1234 5678",
        "+31 (0)6 1234 5678",
        "0031612345678",
        "(074) 123 45 67",
        "06–1234–5678",
        "+49 151 12345678",
    ],
)
def test_a_phone_number_is_found_however_it_is_written(text: str) -> None:
    assert found(f"Bel haar op {text}.") == [(Kind.PHONE, text)]


@pytest.mark.parametrize("text", ["anna@voorbeeld.nl", "a.b+c@post.voorbeeld.co.uk", "é@café.fr"])
def test_an_e_mail_address_is_found(text: str) -> None:
    assert found(f"Schrijf {text}, zei hij.") == [(Kind.EMAIL, text)]


@pytest.mark.parametrize("text", ["7551 AB", "7551AB", "7551ab", "1234 xz"])
def test_a_postcode_is_found(text: str) -> None:
    assert found(f"In {text} woont zij.") == [(Kind.POSTCODE, text)]


@pytest.mark.parametrize("text", ["111222333", "1112.22.333", "123456782"])
def test_a_bsn_is_found_by_the_eleven_test(text: str) -> None:
    assert found(f"Nummer {text}.") == [(Kind.BSN, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Op 03-04-2026 10:00 uur.",
        "In 2026 ga ik weg, na 1000 km en 1500 en 3000 of meer.",
        "Bel 112, 113 of 0900-0101.",
        "Nummer 123456789 is geen BSN.",
        "5000 SA en 1940 SS bestaan niet.",
        "Ik betaal 15 euro per maand, 240 in totaal. @ is een teken.",
        "",
    ],
)
def test_days_amounts_and_help_lines_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_everything_is_looked_for_with_the_victim_and_little_elsewhere(dennis: Dossier) -> None:
    said = "06-12345678, a@b.nl, 7551 AB, 111222333"
    every = {Kind.PHONE, Kind.EMAIL, Kind.POSTCODE, Kind.BSN}
    assert set(kinds(answers.give(dennis, IMPACT, said))) == every
    assert set(kinds(answers.give(dennis, "victim.words", said))) == every
    assert set(kinds(goals.add(dennis, Dimension.VICTIM, "Een brief", (said,)))) == every
    assert set(kinds(answers.no_goal(dennis, Dimension.VICTIM, said))) == every
    assert set(kinds(replace(dennis, contacts=(Contact("Mirjam", note=said),)))) == every
    # A phone number of a landlord is of use in a step; a BSN never is.
    assert kinds(answers.give(dennis, "society.living", said)) == [Kind.BSN]
    assert kinds(goals.add(dennis, Dimension.SOCIETY, "Wonen", (said,))) == [Kind.BSN]


def test_a_protected_name_is_found_in_every_text(dennis: Dossier) -> None:
    dennis = guards.protect(dennis, "Anna")
    for told in (
        answers.give(dennis, "self.proud", "Ik ken anna nog."),
        goals.add(dennis, Dimension.SOCIETY, "Weg bij ANNA blijven"),
        goals.add(dennis, Dimension.SELF, "Rust", ("Praten over Annas brief",)),
        network.add(dennis, "Anna"),
        replace(dennis, person=replace(dennis.person, support="Niet over Anna beginnen")),
    ):
        assert kinds(told) == [Kind.NAME]
    assert kinds(answers.give(dennis, "self.proud", "Annabel, Hanna en annas-")) == [Kind.NAME]
    assert kinds(answers.give(dennis, "self.proud", "Hanna en Annabel")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jan Pietersen", "Toen kwam jan  pietersen binnen."),
        ("Jan-Willem", "Jan Willem zei niets"),
        ("Çağlayan", "CAGLAYAN was er"),
        ("José", "Jose\u0301 was er"),
        ("Peter", "Peters huis"),
        ("d'Arc", "het was d’Arc"),
        ("محمد", "كان محمد هناك"),
        ("İbrahim", "ibrahim hoca"),
        ("आनंद", "आनंद थे"),
        ("An\u00adna", "An\u200bna"),
    ],
)
def test_a_name_of_any_script_is_known_again(dennis: Dossier, name: str, text: str) -> None:
    told = answers.give(guards.protect(dennis, name), "self.proud", text)
    assert kinds(told) == [Kind.NAME]


def test_half_a_name_of_two_words_is_no_finding(dennis: Dossier) -> None:
    dennis = guards.protect(dennis, "Jan Pietersen")
    assert kinds(answers.give(dennis, IMPACT, "Jan zei iets. Daarna ging Pietersen.")) == []


def test_a_protected_name_is_kept_nowhere(dennis: Dossier) -> None:
    dennis = guards.protect(guards.protect(dennis, "Annabella"), "Jan Pietersen")
    assert {f.name for f in fields(ProtectedName)} == {"digest", "salt", "id"}
    kept = repr(dennis).lower()
    assert not [word for word in ("annabella", "pietersen") if word in kept]
    assert dennis.protected[0].digest != dennis.protected[1].digest
    other = guards.protect(people.start("Sam"), "Annabella")
    assert other.protected[0].digest != dennis.protected[0].digest  # another salt
    assert b"protected" not in document.content(dennis)
    assert dennis.protected[0].digest.encode() not in document.content(dennis)


def test_a_name_is_protected_once_and_can_be_let_go(dennis: Dossier) -> None:
    once = guards.protect(dennis, "Anna")
    assert guards.protect(once, "  ANNA ") is once
    assert guards.unprotect(once, once.protected[0].id).protected == ()


@pytest.mark.parametrize("name", ["", "  ", "12", "een twee drie vier vijf", "dennis"])
def test_what_is_no_name_or_the_clients_own_is_refused(dennis: Dossier, name: str) -> None:
    with pytest.raises(UserError):
        guards.protect(dennis, name)


def test_the_name_of_who_is_also_victim_may_stand_in_no_text(dennis: Dossier) -> None:
    dennis = network.add(goals.add(dennis, Dimension.NETWORK, "Ik bel Karel"), "Karel")
    assert kinds(dennis) == []
    dennis = network.lock_as_victim(dennis, dennis.contacts[0].id)
    [finding] = guards.findings(dennis)
    assert (finding.kind, finding.place.table, finding.piece) == (Kind.NAME, "goal", "Karel")


def test_a_finding_may_stand_with_a_reason_and_only_in_its_field(dennis: Dossier) -> None:
    said = answers.give(dennis, IMPACT, "Bel 06-12345678")
    [finding] = guards.unresolved(said)
    with pytest.raises(UserError):
        guards.overrule(said, finding.fingerprint, "  ")
    allowed = guards.overrule(said, finding.fingerprint, "Nummer van Fatma", date(2026, 3, 11))
    assert guards.unresolved(allowed) == ()
    assert guards.findings(allowed)[0].reason == "Nummer van Fatma"
    # The same words after it, and written another way, are the same finding.
    assert guards.unresolved(answers.give(allowed, IMPACT, "Straks: 06 1234 5678 bellen")) == ()
    assert guards.unresolved(answers.give(allowed, IMPACT, "Bel 06-87654321"))
    assert guards.unresolved(answers.give(allowed, "victim.rules", "Bel 06-12345678"))
    assert guards.unresolved(guards.no_longer(allowed, finding.fingerprint)) == (finding,)


def test_what_may_stand_is_not_kept_in_words(dennis: Dossier) -> None:
    said = answers.give(dennis, IMPACT, "Bel 06-12345678")
    [finding] = guards.findings(said)
    assert "12345678" not in finding.fingerprint
    assert len(finding.fingerprint) == 64


def test_a_finding_holds_the_plan_back_until_it_is_resolved(dennis: Dossier) -> None:
    for dimension in Dimension:
        dennis = answers.no_goal(dennis, dimension, "Nu niet")
    agreements.freeze(dennis, VersionReason.FIRST, editions.AT)
    said = answers.give(dennis, IMPACT, "Bel 06-12345678")
    [lack] = checks.before_agreeing(said)
    assert lack.lack is Lack.FOUND
    assert lack.blocks
    assert lack.finding
    assert lack.dimension is Dimension.VICTIM
    assert checks.looked_at(said) - len(checks.before_agreeing(said)) == len(Dimension)
    with pytest.raises(UserError):
        agreements.freeze(said, VersionReason.FIRST, editions.AT)
    allowed = guards.overrule(said, lack.finding.fingerprint, "Eigen nummer")
    assert agreements.freeze(allowed, VersionReason.FIRST, editions.AT).versions


def test_an_earlier_version_is_held_back_by_who_was_protected_since(dennis: Dossier) -> None:
    then = network.add(answers.give(dennis, IMPACT, "Anna schrok"), "Karel")
    assert guards.unresolved(then, then) == ()
    now = guards.protect(answers.give(then, IMPACT, "De ander schrok"), "Anna")
    assert [f.piece for f in guards.unresolved(then, now)] == ["Anna"]
    locked = network.lock_as_victim(then, then.contacts[0].id)
    assert [f.piece for f in guards.unresolved(then, locked)] == ["Karel"]


@pytest.mark.parametrize("name", ["sam", "dennis", "mehmet"])
def test_nothing_is_found_in_an_ordinary_plan(name: str) -> None:
    assert guards.findings(editions.case(name)) == ()


@given(st.text(max_size=300), st.text(min_size=1, max_size=20))
def test_any_text_and_any_name_can_be_looked_at(text: str, name: str) -> None:
    dossier = answers.give(people.start("Dennis"), IMPACT, text)
    if not guards.why_not(dossier, name):
        dossier = guards.protect(dossier, name)
        told = answers.give(dossier, IMPACT, f"Toen kwam {name} binnen.")
        assert Kind.NAME in kinds(told)
    for finding in guards.findings(dossier):
        assert finding.piece in text


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "1" * 100_000, "@" * 100_000, "a@" * 50_000, "06-" * 33_000]
)
def test_a_text_without_end_is_looked_at_at_once(dennis: Dossier, text: str) -> None:
    dennis = guards.protect(answers.give(dennis, IMPACT, text), "Anna")
    assert len(guards.findings(dennis)) <= 1

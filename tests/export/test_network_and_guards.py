"""What leaves the program: the people around, how far mediation is, and no name that may not."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from caseplanner.dossier import document, guards, mediation, network
from caseplanner.dossier.model import (
    Circle,
    Confirmed,
    Dossier,
    Knows,
    Meaning,
    MediationState,
    NoContact,
)
from caseplanner.export import pdf
from caseplanner.export.pdf import Edition
from tests.export import editions, reading
from tests.export.verapdf import VeraPDF

pytestmark = pytest.mark.needs("pdftotext", "pdfinfo")
TODAY = date(2026, 4, 1)


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Edition], Path]:
    def write(edition: Edition) -> Path:
        path = tmp_path / "plan.pdf"
        path.write_bytes(pdf.build(edition))
        return path

    return write


@pytest.fixture
def dennis() -> Dossier:
    """With Mirjam, who said so too, a friend with whom contact is forbidden, and two who are not
    to be seen: Karelina, who is also victim, and a protected name."""
    made = replace(editions.case("dennis"), contacts=())
    for name in ("Mirjam", "<b>Remco</b> & co", "Karelina"):
        made = network.add(made, name)
    mirjam, remco, karelina = (one.id for one in made.contacts)
    made = network.describe(
        made, mirjam, relation="zus", circle=Circle.CLOSE, no_contact=NoContact.NONE
    )
    made = network.confirm(made, mirjam, Confirmed.YES, date(2026, 3, 9))
    made = network.describe(made, mirjam, knows=Knows.YES, note="Houdt de deur open.")
    made = network.describe(made, remco, meaning=Meaning.WORRY, no_contact=NoContact.FORBIDDEN)
    made = network.describe(made, karelina, relation="nicht uit Goor", note="Woont dichtbij.")
    made = network.lock_as_victim(made, karelina)
    return guards.protect(guards.protect(made, "Annabella"), "Jan Pietersen")


def texts(path: Path) -> Iterator[str]:
    """Every text of the file: what is seen, what is heard, and what programs read."""
    yield reading.text(path)
    yield reading.spoken(path)
    with pikepdf.open(path) as opened:
        for name in opened.attachments:
            yield opened.attachments[name].get_file().read_bytes().decode()
        yield str(opened.docinfo)
        yield opened.Root.Metadata.read_bytes().decode()


def test_the_people_around_are_printed_with_who_they_are(
    dennis: Dossier, printed: Callable[[Edition], Path]
) -> None:
    heard = reading.spoken(printed(editions.concept(dennis)))
    assert "De mensen om Dennis heen" in heard
    assert "Mirjam , zus" in heard or "Mirjam, zus" in heard
    for told in ("Heel dichtbij", "Zegt dat ook, ma 9 maart 2026", "Houdt de deur open."):
        assert told in heard
    assert "<b>Remco</b> & co" in heard
    assert "Contact is verboden" in heard


def test_a_plan_without_people_has_no_empty_table(printed: Callable[[Edition], Path]) -> None:
    heard = reading.spoken(printed(editions.concept(editions.bare())))
    assert "De mensen om" not in heard


@pytest.mark.parametrize("made", [editions.concept, editions.signed])
def test_no_text_of_a_file_has_a_name_that_may_not_leave(
    dennis: Dossier, printed: Callable[[Edition], Path], made: Callable[[Dossier], Edition]
) -> None:
    edition = made(dennis if made is editions.signed else document.for_others(dennis))
    for text in texts(printed(edition)):
        for hidden in ("Karelina", "nicht uit Goor", "Woont dichtbij", "Annabella", "Pietersen"):
            assert hidden.lower() not in text.lower()
        for kept in dennis.protected:
            assert kept.digest not in text
            assert kept.salt not in text


def test_an_open_dossier_given_whole_still_hides_who_is_also_victim(
    dennis: Dossier, printed: Callable[[Edition], Path]
) -> None:
    for text in texts(printed(editions.concept(dennis))):
        assert "Karelina" not in text


def test_mediation_is_a_state_and_a_day_and_nothing_more(
    printed: Callable[[Edition], Path],
) -> None:
    told = editions.case("dennis")
    heard = reading.spoken(printed(editions.concept(told)))
    assert "Bemiddeling: Besproken, wo 11 maart 2026." in heard
    assert "victim.mediation" not in heard
    again = date(2026, 6, 10)
    later = mediation.record(told, MediationState.LATER, date(2026, 3, 20), TODAY, again)
    heard = reading.spoken(printed(editions.concept(later)))
    assert "Ik wil dit later, vr 20 maart 2026. We kijken weer op wo 10 juni 2026." in heard
    yes = mediation.record(later, MediationState.CONSENT, date(2026, 3, 25), TODAY)
    sent = mediation.record(yes, MediationState.REFERRED, date(2026, 3, 30), TODAY)
    heard = reading.spoken(printed(editions.concept(sent)))
    assert "Ik ben aangemeld, ma 30 maart 2026. Ik zei ja op wo 25 maart 2026." in heard


def test_a_long_list_of_long_names_is_whole(printed: Callable[[Edition], Path]) -> None:
    made = editions.bare()
    for number in range(40):
        made = network.add(made, f"Naam{number} {'x' * 60}")
        made = network.describe(made, made.contacts[-1].id, note=f"Noot{number} " * 12)
    heard = reading.spoken(printed(editions.concept(made)))
    assert all(f"Naam{number} " in heard and f"Noot{number} " in heard for number in range(40))


def test_a_plan_with_a_network_is_archival_and_accessible(
    dennis: Dossier, printed: Callable[[Edition], Path], verapdf: VeraPDF
) -> None:
    path = printed(editions.concept(dennis))
    assert [verapdf.check(path, flavour).failures for flavour in ("3a", "ua1")] == [{}, {}]

"""A picture beside a step: of its first word that has one, from a list people can add to."""

import pytest

from caseplanner import guides, paths
from caseplanner.dossier import pictograms
from caseplanner.dossier.written import Written
from caseplanner.errors import UserError


@pytest.mark.parametrize(
    ("step", "icon"),
    [
        ("Ik bel mijn zus.", "phone"),
        ("Fatma vraagt bezoek aan.", "circle-help"),
        ("Wij praten over het bezoek.", "messages-square"),
        ("IK BETAAL 15 euro per maand", "wallet"),
        ("Belofte", ""),
        ("", ""),
    ],
)
def test_the_first_word_that_is_known_says_which_picture(step: str, icon: str) -> None:
    assert pictograms.of(step, guides.step_pictograms("nl")) == icon


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_picture_of_the_list_is_there(language: str) -> None:
    icons = set(guides.step_pictograms(language).values())
    assert len(icons) > 10
    assert [icon for icon in icons if not paths.resource(f"icons/{icon}.svg").exists()] == []


def test_a_slip_in_the_list_is_told_with_file_and_line() -> None:
    wrong = Written("nl/pictograms.toml", '[pictograms]\n"bel" = "phone"\n"brief" = 3\n')
    with pytest.raises(UserError, match=r"nl/pictograms\.toml .*3 "):
        pictograms.load(wrong)

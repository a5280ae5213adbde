"""The signaleringsplan as a paper of its own: archival, accessible, and always one page."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from caseplanner import words
from caseplanner.desk import Desk
from caseplanner.dossier import signals
from caseplanner.dossier.model import Light, Seen
from caseplanner.export.pdf import sheet
from caseplanner.printing import sheet as edition
from tests import whole
from tests.export import editions
from tests.export.verapdf import VeraPDF


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["sam", "dennis", "mehmet"])
def test_verapdf_finds_nothing(
    name: str, language: str, desk: Desk, verapdf: VeraPDF, tmp_path: Path
) -> None:
    words.use(language)
    session = desk.add(whole.case(name))
    path = tmp_path / "sheet.pdf"
    path.write_bytes(sheet.build(edition(session, editions.AT)))
    for flavour in ("3a", "ua1"):
        verdict = verapdf.check(path, flavour)
        assert verdict.failures == {}
        assert verdict.checks > 100


@pytest.mark.parametrize("large", [False, True])
def test_a_full_plan_is_on_one_page(large: bool, desk: Desk) -> None:
    words.use("nl")
    dossier = editions.case("sam")
    dossier = replace(dossier, person=replace(dossier.person, large_print=large), signals=())
    for light in Light:
        for seen in Seen:
            for n in range(5 if seen in signals.NOTICED else 3):
                dossier = signals.add(dossier, light, seen, f"Dit is regel {n} van {light} {seen}.")
    made = sheet.build(edition(desk.add(dossier), editions.AT))
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 1
    said = document[0].get_textpage().get_text_range()
    assert said.count("Dit is regel") == 48

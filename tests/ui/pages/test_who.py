"""Who does what: partners, who has the lead, referrals, and all of it in one picture."""

from PySide6.QtTest import QTest

from caseplanner.dossier.model import PartnerKind
from caseplanner.session import Session
from caseplanner.ui.pages.who import WhoPage
from caseplanner.ui.who.partners import PartnersPart
from caseplanner.ui.window import Window


def shown(window: Window, session: Session) -> WhoPage:
    window.show_session(session)
    window.go("who")
    assert isinstance(window.page, WhoPage)
    return window.page


def partners_of(page: WhoPage) -> PartnersPart:
    page.parts.open("partners")
    part = page.parts.part("partners")
    assert isinstance(part, PartnersPart)
    return part


def test_a_partner_is_kept_with_its_task_while_it_is_typed(
    window: Window, session: Session
) -> None:
    part = partners_of(shown(window, session))
    part.list.new.click()
    card = part.list.fresh
    QTest.keyClicks(card.called, "Tactus")
    card.called.flush()
    card.kind.setCurrentIndex(card.kind.findData(PartnerKind.CARE))
    card.kind.activated.emit(card.kind.currentIndex())
    QTest.keyClicks(card.task, "Praten over slapen.")
    card.task.flush()
    [kept] = session.dossier.partners
    assert (kept.name, kept.kind, kept.task) == ("Tactus", PartnerKind.CARE, "Praten over slapen.")

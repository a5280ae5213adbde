"""Who does what: partners, who has the lead, referrals, and all of it in one picture."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caseplanner import paths, words
from caseplanner.desk import Desk
from caseplanner.dossier import goals, organisations, people
from caseplanner.dossier.model import (
    Dimension,
    Dossier,
    Lead,
    LeadBy,
    Partner,
    PartnerKind,
    ProbationOrg,
    Referral,
    ReferralState,
    SpecialCondition,
    Stay,
)
from caseplanner.dossier.named import Side
from caseplanner.dossier.organisations import Organisation
from caseplanner.export import pdf
from caseplanner.session import Session
from caseplanner.settings import Place
from caseplanner.ui import coming_back, theme
from caseplanner.ui.dates import today
from caseplanner.ui.pages.who import WhoPage
from caseplanner.ui.who.lead import LeadCard, LeadPart
from caseplanner.ui.who.overview import OverviewPart
from caseplanner.ui.who.partners import PartnerCard, PartnersPart
from caseplanner.ui.who.referrals import ReferralCard, ReferralsPart
from caseplanner.ui.widgets.day_field import DayField
from caseplanner.ui.widgets.fields import Choice, TextField
from caseplanner.ui.window import Window
from tests import whole
from tests.export import editions, reading
from tests.ui import test_fits

SOON = today() + timedelta(days=40)
SANNE = Organisation(PartnerKind.CARE, "Tactus", "Sanne", "074 123 45 67", id="tactus")


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    made = goals.add(dossier, Dimension.SELF, "Ik wil stoppen met blowen.")
    made = goals.add_step(made, made.goals[0].id, "Fatma vraagt bezoek aan.", "Fatma", SOON)
    made = goals.add_step(made, made.goals[0].id, "Ik praat met Tactus.", "Dennis", SOON)
    condition = SpecialCondition("Meldplicht.", "Je gaat naar Joost.", checked_by="Reclassering")
    return replace(made, conditions=(condition,), stays=(Stay(release=SOON),))


@pytest.fixture
def page(window: Window, session: Session) -> WhoPage:
    window.show_session(session)
    window.go("who")
    assert isinstance(window.page, WhoPage)
    return window.page


def overview(page: WhoPage) -> OverviewPart:
    part = open_(page, "overview")
    assert isinstance(part, OverviewPart)
    return part


def partners(page: WhoPage) -> PartnersPart:
    part = open_(page, "partners")
    assert isinstance(part, PartnersPart)
    return part


def lead(page: WhoPage) -> LeadPart:
    part = open_(page, "lead")
    assert isinstance(part, LeadPart)
    return part


def referrals(page: WhoPage) -> ReferralsPart:
    part = open_(page, "referrals")
    assert isinstance(part, ReferralsPart)
    return part


def open_(page: WhoPage, name: str) -> QWidget:
    page.parts.list[name].click()
    QApplication.processEvents()
    return page.parts.part(name)


def write(field: TextField, said: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, said)
    field.flush()


def choose(field: Choice, value: object) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def pick_day(field: DayField, day: date) -> None:
    field.day.setFocus()
    field.day.selectAll()
    QTest.keyClicks(field.day, day.strftime("%d-%m-%Y"))
    QTest.keyClick(field.day, Qt.Key.Key_Return)


def add_partner(page: WhoPage, name: str, kind: PartnerKind, task: str) -> PartnerCard:
    part = partners(page)
    part.list.new.click()
    card = part.list.fresh
    assert isinstance(card, PartnerCard)
    write(card.called, name)
    choose(card.kind, kind)
    write(card.task, task)
    return card


def test_the_work_of_the_pi_and_of_probation_is_seen_side_by_side(page: WhoPage) -> None:
    part = overview(page)
    pi, probation = part.boxes[Side.PI], part.boxes[Side.PROBATION]
    assert [thing.text() for thing in pi.things] == ["Fatma vraagt bezoek aan."]
    assert [thing.text() for thing in probation.things] == ["Je gaat naar Joost."]
    assert (pi.about.text(), probation.about.text()) == ("Fatma Bouzidi", "Joost Kamphuis")
    tops = {box.mapTo(page, box.rect().topLeft()).y() for box in (pi, probation)}
    assert len(tops) == 1
    [heard] = [thing.accessibleName() for thing in pi.things]
    assert heard == f"De PI: Fatma vraagt bezoek aan. Fatma · Stap, voor {words.day(SOON)}"


def test_each_line_leads_to_where_it_is_changed_by_keyboard(window: Window, page: WhoPage) -> None:
    part = overview(page)
    part.focus_first()
    QTest.keyClick(part.lead, Qt.Key.Key_Down)
    [first] = part.boxes[Side.PI].things
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    [condition] = part.boxes[Side.PROBATION].things
    assert condition.hasFocus()
    QTest.keyClick(condition, Qt.Key.Key_Up)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert (window.page_name, window.argument) == ("dimension", str(Dimension.SELF))


def test_from_the_lead_it_is_one_press_to_who_takes_it_over(page: WhoPage) -> None:
    part = overview(page)
    assert part.lead.text() == "Nu: DJI, tot de dag van vertrek"
    part.lead.click()
    assert page.spot() == "lead"


def test_a_partner_is_kept_with_its_task_while_it_is_typed(page: WhoPage, session: Session) -> None:
    card = add_partner(page, "Tactus", PartnerKind.CARE, "Praten over slapen.")
    write(card.answers_for, "Een gesprek per week.")
    write(card.contact, "Sanne")
    pick_day(card.until, SOON)
    [kept] = session.dossier.partners
    assert (kept.name, kept.kind, kept.task) == ("Tactus", PartnerKind.CARE, "Praten over slapen.")
    assert (kept.answers_for, kept.contact, kept.until) == ("Een gesprek per week.", "Sanne", SOON)
    assert page.parts.list["partners"].accessibleName() == "Partners, 1 partner"
    box = overview(page).boxes[kept.id]
    assert [thing.text() for thing in box.things] == [kept.task, kept.answers_for]


def test_nothing_is_kept_of_a_partner_that_was_only_opened(page: WhoPage, session: Session) -> None:
    part = partners(page)
    assert part.list.none.isVisible()
    part.list.new.click()
    page.flush()
    assert session.dossier.partners == ()


def test_partners_stand_by_kind_and_one_that_is_removed_comes_back(
    window: Window, page: WhoPage, session: Session
) -> None:
    add_partner(page, "Uitzendbureau", PartnerKind.WORK, "Werk.")
    add_partner(page, "gemeente Hengelo", PartnerKind.MUNICIPALITY, "Wonen.")
    window.go("hub")
    window.go("who")
    part = partners(page)
    shown = [card for card in part.list.cards.values() if card.isVisible()]
    tops = {_text(card.first): card.y() for card in shown}
    assert tops["gemeente Hengelo"] < tops["Uitzendbureau"]
    [one] = [card for card in shown if _text(card.first) == "Uitzendbureau"]
    one.remove.click()
    assert [kept.name for kept in session.dossier.partners] == ["gemeente Hengelo"]
    session.undo()
    assert len(session.dossier.partners) == 2


def test_a_partner_is_taken_from_the_addresses_as_a_copy(
    desk: Desk, page: WhoPage, session: Session
) -> None:
    desk.addresses.put("x", SANNE)
    desk.addresses.put("x", Organisation(PartnerKind.MUNICIPALITY, "Gemeente Almelo", id="almelo"))
    part = partners(page)
    part.pick.click()
    assert part.book.field.hasFocus()
    assert part.book.list.count() == 2
    QTest.keyClicks(part.book.field, "tac")
    assert part.book.field.accessibleDescription() == "Tactus · Zorg · Sanne"
    QTest.keyClick(part.book.field, Qt.Key.Key_Return)
    [kept] = session.dossier.partners
    assert (kept.kind, kept.name, kept.contact, kept.reach) == (
        *(PartnerKind.CARE, "Tactus", "Sanne", "074 123 45 67"),
    )
    card = part.list.cards[kept.id]
    assert isinstance(card, PartnerCard)
    assert card.task.hasFocus()
    assert part.book.isHidden()
    desk.addresses.put("x", replace(SANNE, name="Andere naam"))
    assert session.dossier.partners == (kept,)


def test_the_addresses_are_left_by_escape_and_say_when_there_are_none(
    window: Window, page: WhoPage
) -> None:
    part = partners(page)
    part.pick.click()
    assert part.book.nothing.text() == "Er staan nog geen adressen."
    QTest.keyClick(part.book.field, Qt.Key.Key_Escape)
    assert part.book.isHidden()
    assert part.pick.hasFocus()
    assert window.page_name == "who"
    QTest.keyClick(part.pick, Qt.Key.Key_Escape)
    assert window.page_name == "hub"


def test_all_of_twente_can_be_chosen_from(desk: Desk, page: WhoPage) -> None:
    data = paths.resource("addresses/twente.json").read_bytes()
    for one in organisations.read("twente.json", data):
        desk.addresses.put("x", one)
    part = partners(page)
    part.pick.click()
    assert part.book.list.count() == 17
    QTest.keyClicks(part.book.field, "gemeente al")
    QTest.keyClick(part.book.field, Qt.Key.Key_Down)
    QTest.keyClick(part.book.field, Qt.Key.Key_Up)
    assert part.book.list.currentItem().text() == "Gemeente Almelo · Gemeente"


def test_a_name_nobody_knows_becomes_a_partner_in_one_press(
    page: WhoPage, session: Session
) -> None:
    goal = session.dossier.goals[0].id
    session.change("", lambda d: goals.add_step(d, goal, "Werk zoeken.", "uitzendbureau", SOON))
    box = overview(page).boxes["?uitzendbureau"]
    box.add.click()
    [kept] = session.dossier.partners
    assert kept.name == "uitzendbureau"
    assert page.spot() == "partners"
    part = overview(page)
    assert "?uitzendbureau" not in part.boxes
    assert [thing.text() for thing in part.boxes[kept.id].things] == ["Werk zoeken."]


def test_who_takes_over_the_lead_is_kept_with_the_day_of_release_offered(
    page: WhoPage, session: Session
) -> None:
    part = lead(page)
    assert part.now.text() == "Nu: DJI, tot de dag van vertrek"
    assert part.hint.isVisible()
    part.list.new.click()
    card = part.list.fresh
    assert isinstance(card, LeadCard)
    assert card.since.day.text() == SOON.strftime("%d-%m-%Y")
    choose(card.by, LeadBy.MUNICIPALITY)
    write(card.called, "Anneke")
    [kept] = session.dossier.leads
    assert (kept.by, kept.name, kept.since) == (LeadBy.MUNICIPALITY, "Anneke", SOON)
    assert not part.hint.isVisible()
    assert part.next.text() == f"Vanaf {words.day(SOON)}: de gemeente, Anneke"


def test_the_hint_waits_until_release_is_near_and_is_no_wall(
    page: WhoPage, session: Session
) -> None:
    far = (Stay(release=today() + timedelta(days=61)),)
    session.change("", lambda d: replace(d, stays=far))
    part = lead(page)
    assert not part.hint.isVisible()
    session.change("", lambda d: replace(d, leads=(Lead(LeadBy.PROBATION, since=today()),)))
    assert page.parts.list["lead"].accessibleName() == "Wie heeft de regie, de reclassering"


def test_which_probation_organisation_is_written_down_and_never_advised(
    page: WhoPage, session: Session
) -> None:
    card = lead(page).allocation
    assert card.org.value() is None
    choose(card.org, ProbationOrg.SVG)
    write(card.reason, "Dennis kent Tactus al.")
    write(card.by, "de rechtbank")
    kept = session.dossier.allocation
    assert (kept.org, kept.reason, kept.by) == (
        *(ProbationOrg.SVG, "Dennis kent Tactus al.", "de rechtbank"),
    )


def test_a_referral_is_followed_from_the_goal_to_what_came_of_it(
    window: Window, page: WhoPage, session: Session
) -> None:
    part = referrals(page)
    part.list.new.click()
    card = part.list.fresh
    assert isinstance(card, ReferralCard)
    write(card.to, "wijkteam Zuid")
    write(card.who, "Fatma")
    write(card.help, "Iemand die meegaat naar de gemeente.")
    choose(card.state, ReferralState.REFERRED)
    pick_day(card.look_on, SOON)
    choose(card.goal, session.dossier.goals[0].id)
    [kept] = session.dossier.referrals
    assert (kept.to, kept.who, kept.state) == ("wijkteam Zuid", "Fatma", ReferralState.REFERRED)
    assert (kept.look_on, kept.goal) == (SOON, session.dossier.goals[0].id)
    told = [thing.text() for thing in overview(page).boxes[Side.PI].things]
    assert "wijkteam Zuid" in told
    referrals(page)
    choose(card.state, ReferralState.STARTED)
    write(card.result, "Ze gaan samen.")
    told = [thing.text() for thing in overview(page).boxes[Side.PI].things if thing.isVisible()]
    assert "wijkteam Zuid" not in told
    assert session.dossier.referrals[0].result == "Ze gaan samen."


def test_the_plan_on_paper_says_who_does_what_and_who_has_the_lead(
    page: WhoPage, session: Session, tmp_path: Path
) -> None:
    card = add_partner(page, "Tactus", PartnerKind.CARE, "Praten over slapen.")
    write(card.reach, "074 123 45 67")
    session.change("", lambda d: replace(d, leads=(Lead(LeadBy.PROBATION, "Joost", SOON),)))
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf.build(editions.concept(session.dossier)))
    heard = reading.spoken(path)
    at = heard.index("Wie doet wat")
    for told in ("Tactus", "Zorg", "074 123 45 67", "Praten over slapen.", "DJI", "Joost"):
        at = heard.index(told, at)


def test_nothing_of_it_is_printed_where_nothing_is_written(
    session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf.build(editions.concept(session.dossier)))
    assert "Wie doet wat" not in reading.spoken(path)


def test_half_typed_words_are_kept_over_a_lock(
    page: WhoPage, window: Window, locked: list[Place]
) -> None:
    add_partner(page, "Tactus", PartnerKind.CARE, "Praten.")
    card = next(iter(partners(page).list.cards.values()))
    assert isinstance(card, PartnerCard)
    card.task.setFocus()
    QTest.keyClicks(card.task, " Elke dinsdag")
    window.lock()
    assert locked[-1].page == "who"
    assert window.session
    assert "Elke dinsdag" in window.session.dossier.partners[0].task
    window.go("list")
    coming_back.come_back(window, locked[-1])
    assert window.page_name == "who"


def test_a_closed_dossier_shows_everything_and_changes_nothing(
    page: WhoPage, window: Window, desk: Desk, session: Session
) -> None:
    partner = Partner(PartnerKind.CARE, "Tactus", task="Praten.", id="p")
    session.change("", lambda d: replace(d, partners=(partner,)))
    goal = session.dossier.goals[0].id
    session.change("", lambda d: goals.add_step(d, goal, "Bellen.", "school", SOON))
    desk.custody.close(session.dossier.id, today() - timedelta(days=1), today())
    window.go("hub")
    window.go("who")
    before = session.dossier
    part = partners(page)
    card = part.list.cards["p"]
    assert isinstance(card, PartnerCard)
    assert not any(
        act.isVisible() for act in (part.list.new, part.pick, card.remove, part.list.fresh)
    )
    write(card.task, "x")
    assert not card.kind.isEnabled()
    assert not lead(page).list.new.isVisible()
    assert not lead(page).allocation.org.isEnabled()
    assert not overview(page).boxes["?school"].add.isVisible()
    page.flush()
    assert session.dossier == before


def test_forty_lines_fit_the_page_and_no_words_are_cut(page: WhoPage, session: Session) -> None:
    goal = session.dossier.goals[0].id

    def much(dossier: Dossier) -> Dossier:
        for n in range(40):
            who = ("Fatma", "Joost", "Dennis", f"meneer {n % 5}")[n % 4]
            dossier = goals.add_step(dossier, goal, f"Een lange stap {n} " * 6, who, SOON)
        return people.add_other(dossier, "Ineke", "mentor")

    session.change("", much)
    part = overview(page)
    for _n in range(4):
        QApplication.processEvents()
    things = part.things()
    assert len(things) > 40
    assert all(thing.height() >= thing.heightForWidth(thing.width()) for thing in things)


@pytest.mark.parametrize(("size", "width"), [(200, 1366), (150, 1024), (100, 700)])
def test_no_part_is_cut_off_or_scrolls_sideways(
    qapp: QApplication, window: Window, session: Session, size: int, width: int
) -> None:
    theme.use(qapp, "light", size)
    window.use(replace(window.settings, text_size=size), window.guide)
    window.resize(width, 768)
    referral = Referral("wijkteam Zuid", goal=session.dossier.goals[0].id)
    session.change("", whole.taken("dennis"))
    session.change("", lambda d: replace(d, referrals=(referral,)))
    window.show_session(session)
    window.go("who")
    page = window.page
    assert isinstance(page, WhoPage)
    for name in ("overview", "partners", "lead", "referrals"):
        open_(page, name)
        QTest.qWait(80)
        assert [*test_fits.sideways(page), *test_fits.cut(page)] == []
    partners(page).pick.click()
    QTest.qWait(80)
    assert [*test_fits.sideways(page), *test_fits.cut(page)] == []


def _text(field: QWidget) -> str:
    assert isinstance(field, TextField)
    return field.text()

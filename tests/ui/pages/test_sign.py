"""Signing: three people in any order, drawn, on paper or not now; only what was frozen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from caseplanner.desk import Desk
from caseplanner.dossier import agreements, goals, ink, people
from caseplanner.dossier.model import (
    ClientAnswer,
    Dossier,
    HowSigned,
    Role,
    Signature,
    VersionReason,
)
from caseplanner.errors import UserError
from caseplanner.session import Session
from caseplanner.ui import theme
from caseplanner.ui.pages.sign import SignPage
from caseplanner.ui.pages.signing import Signing
from caseplanner.ui.tasks import Tasks
from tests.ui.pages import agreeing

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dossier(dossier: Dossier) -> Dossier:
    return agreeing.discussed(dossier)


@pytest.fixture
def page(qtbot: QtBot, session: Session, tasks: Tasks) -> SignPage:
    agreeing.freeze(session)
    return agreeing.show(qtbot, SignPage(session, tasks), session)


@pytest.fixture
def signing(page: SignPage) -> Signing:
    return page.signing


def draw(signing: Signing) -> None:
    """A V over the pad."""
    paper = signing.pad.paper()
    places = [
        QPointF(paper.x() + x * paper.width(), paper.y() + y * paper.height()).toPoint()
        for x, y in ((0.2, 0.2), (0.5, 0.7), (0.8, 0.2))
    ]
    QTest.mousePress(signing.pad, LEFT, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(signing.pad, place)
    QTest.mouseRelease(signing.pad, LEFT, pos=places[-1])


def tap(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)
    QApplication.processEvents()


def of(session: Session, role: Role) -> Signature | None:
    version = agreements.latest(session.dossier)
    assert version is not None
    return agreements.signed(version, role)


def words_on(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_without_a_set_plan_the_page_leads_to_setting_one(
    qtbot: QtBot, session: Session, tasks: Tasks
) -> None:
    page = agreeing.show(qtbot, SignPage(session, tasks), session)
    assert not page.signing.isVisible()
    with qtbot.waitSignal(page.go, check_params_cb=lambda name, _a: name == "answers"):
        page.ask.click()


def test_what_is_drawn_is_kept_as_ink_in_its_own_shape(
    signing: Signing, session: Session, desk: Desk
) -> None:
    paper = signing.pad.paper()
    draw(signing)
    tap(signing.ready)
    signature = of(session, Role.CLIENT)
    assert signature is not None
    assert (signature.how, signature.name) == (HowSigned.INK, "Dennis")
    kept = desk.open(session.dossier.id)
    drawn = ink.load(kept.ink(kept.dossier.versions[-1].signatures[0]))
    assert drawn.aspect == pytest.approx(paper.width() / paper.height(), abs=1e-3)
    (stroke,) = drawn.strokes
    assert [stroke[1].x, stroke[1].y] == pytest.approx([0.5, 0.7], abs=0.01)


def test_after_signing_the_signature_is_shown_and_thanked_for(signing: Signing) -> None:
    draw(signing)
    tap(signing.ready)
    assert not signing.pad.isVisible()
    assert signing.signed.drawing.isVisible()
    assert "Dank je, Dennis" in words_on(signing.signed)
    assert "getekend" in signing.signers[Role.CLIENT].accessibleName()
    picture = signing.signed.drawing.grab().toImage()
    dark = [
        (x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
        if picture.pixelColor(x, y).lightness() < 90
    ]
    assert dark


def test_an_empty_pad_is_not_a_signature(signing: Signing, session: Session, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as told:
        tap(signing.ready)
    assert isinstance(told[0][1], UserError)
    assert str(told[0][1]) == "Er is nog niets getekend."
    assert of(session, Role.CLIENT) is None


def test_again_empties_the_pad(signing: Signing) -> None:
    draw(signing)
    tap(signing.again)
    assert signing.pad.ink() is None


def test_on_paper_is_kept_when_the_paper_is_signed_and_not_before(
    signing: Signing, session: Session, qtbot: QtBot
) -> None:
    tap(signing.paper)
    assert "Print het plan" in words_on(signing.on_paper)
    with qtbot.waitSignal(signing.look):
        tap(signing.on_paper.print)
    tap(signing.on_paper.back)
    assert of(session, Role.CLIENT) is None
    tap(signing.paper)
    tap(signing.on_paper.signed)
    signature = of(session, Role.CLIENT)
    assert signature is not None
    assert (signature.how, signature.ink) == (HowSigned.PAPER, "")


def test_not_now_wants_a_reason(signing: Signing, session: Session, qtbot: QtBot) -> None:
    tap(signing.later)
    with qtbot.captureExceptions() as told:
        tap(signing.not_now.keep)
    assert isinstance(told[0][1], UserError)
    assert of(session, Role.CLIENT) is None
    tap(signing.not_now.choices[1])
    tap(signing.not_now.keep)
    signature = of(session, Role.CLIENT)
    assert signature is not None
    assert signature.how is HowSigned.NOT_NOW
    assert signature.reason == "Ik wil eerst met iemand praten"


def test_who_did_not_sign_first_may_still_sign(signing: Signing, session: Session) -> None:
    tap(signing.later)
    QTest.keyClicks(signing.not_now.field, "Mijn hoofd zit vol.")
    tap(signing.not_now.keep)
    assert signing.pad.isVisible()
    assert "Mijn hoofd zit vol." in words_on(signing)
    draw(signing)
    tap(signing.ready)
    signature = of(session, Role.CLIENT)
    assert signature is not None
    assert signature.how is HowSigned.INK


def test_signing_twice_is_refused_in_words(signing: Signing, session: Session) -> None:
    draw(signing)
    tap(signing.ready)
    assert not signing.pad.isVisible()
    with pytest.raises(UserError, match="Dennis") as told:
        session.sign(Role.CLIENT, "Dennis", HowSigned.PAPER)
    assert "al" in str(told.value).split()
    signature = of(session, Role.CLIENT)
    assert signature is not None
    assert signature.how is HowSigned.INK


def test_the_three_sign_in_any_order_with_their_own_name(
    signing: Signing, session: Session
) -> None:
    tap(signing.signers[Role.SUPERVISOR])
    assert signing.name.text() == "Joost Kamphuis"
    signing.name.selectAll()
    QTest.keyClicks(signing.name, "Noor Prins")
    draw(signing)
    tap(signing.ready)
    assert "Noor Prins" in signing.signers[Role.SUPERVISOR].accessibleName()
    assert people.name_of(session.dossier, Role.SUPERVISOR) == "Joost Kamphuis"
    tap(signing.signed.next)
    assert signing.signers[Role.CLIENT].isChecked()
    assert not signing.name.isVisible()
    draw(signing)
    tap(signing.ready)
    tap(signing.signed.next)
    assert signing.signers[Role.MENTOR].isChecked()
    tap(signing.paper)
    tap(signing.on_paper.signed)
    version = agreements.latest(session.dossier)
    assert version is not None and agreements.is_complete(version)


def test_a_drawing_never_becomes_someone_elses(signing: Signing, session: Session) -> None:
    draw(signing)
    tap(signing.signers[Role.MENTOR])
    assert signing.pad.ink() is None


def test_a_drawing_that_is_not_ready_survives_an_edit_elsewhere(
    signing: Signing, session: Session
) -> None:
    draw(signing)
    goal = session.dossier.goals[0]
    session.change("reword", lambda d: goals.reword(d, goal.id, "Iets anders."))
    assert signing.pad.ink() is not None


def test_four_short_sentences_say_what_is_signed_to_each(page: SignPage) -> None:
    for role in Role:
        tap(page.signing.signers[role])
        sentences = [said for _icon, said in page.what.sentences]
        assert len(sentences) == 4
        assert all(len(said.split()) <= 12 for said in sentences)
        assert all(said in words_on(page.what) for said in sentences)
        assert ("mijn plan" in sentences[0]) == (role is Role.CLIENT)
    assert "rechtsgeldig" not in words_on(page).lower()
    assert "gewone handtekening" in words_on(page)


def test_a_client_who_said_no_reads_that_before_signing(
    qtbot: QtBot, session: Session, tasks: Tasks
) -> None:
    first, second = goals.current(session.dossier)
    session.change("no", lambda d: goals.answer(d, first.id, ClientAnswer.NO, "Nee."))
    session.change("yes", lambda d: goals.answer(d, second.id, ClientAnswer.YES))
    session.freeze(VersionReason.FIRST)
    page = agreeing.show(qtbot, SignPage(session, tasks), session)
    assert "1 keer nee" in words_on(page.what)


def test_the_signed_version_is_told_apart_from_a_later_concept(
    page: SignPage, session: Session, qtbot: QtBot
) -> None:
    version = session.dossier.versions[-1]
    assert not page.notice.isVisible()
    goal = session.dossier.goals[0]
    session.change("reword", lambda d: goals.reword(d, goal.id, "Ik wil minder blowen."))
    session.change("gone", lambda d: goals.later(d, d.goals[1].id))
    assert page.notice.isVisible()
    assert "versie 1" in page.notice.text()
    QApplication.processEvents()
    tap(page.signing.signers[Role.MENTOR])
    assert "Erin staan 2 doelen" in words_on(page.what)  # the concept has one
    tap(page.signing.signers[Role.CLIENT])
    draw(page.signing)
    tap(page.signing.ready)
    assert session.dossier.versions[-1].content == version.content
    with qtbot.waitSignal(page.go, check_params_cb=lambda *a: a == ("preview", version.id)):
        tap(page.what.look)


def test_a_next_version_is_signed_afresh(page: SignPage, session: Session) -> None:
    draw(page.signing)
    tap(page.signing.ready)
    goal = session.dossier.goals[0]
    session.change("reword", lambda d: goals.reword(d, goal.id, "Ik wil minder blowen."))
    agreeing.freeze(session)
    QApplication.processEvents()
    assert page.signing.pad.isVisible()
    assert page.signing.role is Role.CLIENT
    assert "versie 2" in words_on(page.what)


def test_the_pad_never_scrolls(page: SignPage) -> None:
    above = page.signing.pad.parentWidget()
    while above is not None:
        assert not isinstance(above, QScrollArea)
        above = above.parentWidget()


def test_the_focus_starts_on_who_signs_and_not_on_ready(page: SignPage) -> None:
    assert page.signing.signers[Role.CLIENT].hasFocus()


@pytest.fixture
def large_text(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[int]:
    theme.use(qapp, "light", request.param)
    yield request.param


@pytest.mark.parametrize("large_text", [100, 150, 200], indirect=True)
def test_everything_fits_at_every_text_size(
    qtbot: QtBot, session: Session, tasks: Tasks, large_text: int
) -> None:
    agreeing.freeze(session)
    room = QWidget()
    room.resize(1366, 768)
    page = SignPage(session, tasks, room)
    page.setGeometry(room.rect())
    qtbot.addWidget(room)
    page.show_dossier(session.dossier)
    with qtbot.waitActive(room):
        room.show()
    if not page.signing.isVisible():
        tap(page.what.on)
    signing = page.signing
    QTest.qWait(50)
    placed = [
        QRect(widget.mapTo(room, QPoint(0, 0)), widget.size())
        for widget in (
            *(signing.pad, signing.again, signing.paper, signing.later, signing.ready),
            *signing.signers.values(),
        )
    ]
    for number, place in enumerate(placed):
        assert room.rect().contains(place)
        assert not any(place.intersects(other) for other in placed[number + 1 :])
    assert signing.pad.height() >= 130
    assert signing.pad.paper().width() > 2 * theme.px(100)

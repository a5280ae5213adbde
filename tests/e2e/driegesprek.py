"""Dennis' driegesprek (shared case, parts 11 and 12), by what a screen reader hears and by keys.

The vault holds his plan as it was before the meeting, with a note that is the worker's alone, and
somebody else's dossier: neither may come into the room.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from caseplanner import desk as desks
from caseplanner.desk import Desk
from caseplanner.dossier import meeting_course, meetings, people
from caseplanner.dossier.meeting_course import Chapter
from caseplanner.dossier.model import Agreement, Dimension, Dossier, Goal, WorkerNote
from caseplanner.ui.dates import today
from caseplanner.words import day
from tests import whole
from tests.e2e.accessible import App, Node
from tests.vault.typist import PASSPHRASE

OTHER, CELL, SECRET = "Zwaantje", "C1-01", "Wantrouwt de rechter."
HIDDEN = (OTHER, CELL, SECRET)
CASE = whole.case("dennis")
HELD = CASE.meetings[0]
TOLD = CASE.tellings[0]
NEXT = today() + timedelta(days=42)
FATMA, JOOST = "Fatma Bouzidi", "Joost Kamphuis"
SIGNERS = ("Dennis", FATMA, JOOST)
MINE, REPORT = "Mijn plan, op twee bladzijden", "Het verslag voor ons allemaal"
SAVED = re.compile("^Opgeslagen in ")
FELT = "Ik vertrouw de ander. 4 van 5"
MEETING = "meeting-9"
DIFFERS = "Ik wil dat hij eerst de uitleg hoort."
WELL = "Vier dagen niet geblowd"
ANSWERS = {"yes": "Ja", "no": "Nee", "unsure": "Ik weet het nog niet"}
QUARTERS = ("Ik zelf", "Mijn mensen", "Het slachtoffer", "De samenleving")


def before() -> Dossier:
    """Dennis' plan as it was before the meeting."""
    return replace(
        CASE,
        meetings=(),
        agreements=(),
        tellings=(),
        alliance=(),
        versions=(),
        goals=tuple(replace(g, answer=None, answer_reason="", answer_on=None) for g in CASE.goals),
        notes=(*CASE.notes, WorkerNote(SECRET, date(2026, 3, 10))),
    )


def in_the_midst(chapter: Chapter) -> Dossier:
    """The meeting has come to this part; what was asked before that was answered."""
    dossier = before()
    if chapter is Chapter.CLOSE:
        dossier = replace(dossier, goals=CASE.goals)
    dossier = meetings.plan(dossier, MEETING, today(), "10:30", "spreekkamer 2")
    dossier = meetings.begin(dossier, MEETING, today(), "10:30")
    every = meeting_course.pages(dossier, meetings.find(dossier, MEETING))
    first = next(page for page in every if meeting_course.chapter(page) is chapter)
    return meetings.interrupt(dossier, MEETING, first.key)


def vault(folder: Path, dossier: Dossier) -> None:
    """Fatma's, with this dossier and one of somebody else."""
    desk = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    desk.add(people.start(OTHER, cell=CELL))
    desk.add(dossier)
    desk.close()


def unlock(app: App) -> None:
    app.find("text", "Wachtwoord").write(PASSPHRASE)
    app.press("Return")


# Before the meeting.


def prepare(app: App) -> None:
    """The day, the place, who comes along; and one thing stays out of sight."""
    app.find("cell", re.compile("^Dennis,")).press("Return")
    app.find("push button", "Bereid driegesprek voor").press()
    app.find("push button", "Plan een driegesprek").press()
    app.find("text", "Dag").write(today().strftime("%d-%m-%Y"))
    app.find("text", "Van (tijd)").write("10:30")
    app.find("text", "Waar").write("spreekkamer 2")
    app.find("push button", re.compile("^Geen rapporten.*: wel te zien")).press()
    app.find("push button", re.compile("^Geen rapporten.*: niet te zien"))


def go_on(app: App) -> None:
    """Into the room, where the meeting stopped."""
    app.find("cell", re.compile("^Dennis,")).press("Return")
    app.find("push button", re.compile("^Driegesprek: ")).press()
    app.find("push button", "Ga verder waar we waren").press()
    app.find("push button", "Lees voor")
    app.wait_until_still()


def begin(app: App) -> None:
    app.find("push button", "Begin het driegesprek").press()
    app.find("label", "Alleen wij kijken mee.")
    app.wait_until_still()


# In the room: what is done on each page.


@dataclass(frozen=True)
class Stop:
    """One page: the question it puts, what is done there, what then stands on it, and what it puts
    by then, where that is something else."""

    question: str
    do: Callable[[App], None] = lambda app: None
    stands: Callable[[App], bool] = lambda app: True
    now: str = ""


def course(chapter: Chapter) -> list[Stop]:
    """The pages of this part of the meeting, in order."""
    match chapter:
        case Chapter.BEGIN:
            return [
                Stop("Alleen wij kijken mee."),
                Stop("Wie zitten er aan tafel?", sit, all_there),
                Stop("Dennis, hoe gaat het met je?", how, lambda app: says(app, HELD.how)),
                Stop("Waar sta je nu, Dennis?", place, lambda app: is_on(app, "Ik zelf: 4 / 5")),
            ]
        case Chapter.PLAN:
            return [
                stop
                for goal in goals()
                for stop in (
                    Stop(f"“{goal.text}”", answers(goal), answered(goal)),
                    Stop("Wat vinden de anderen?", others(goal), others_answered(goal)),
                )
            ]
        case Chapter.AGREE:
            return [
                Stop("Deze regels zijn jou opgelegd.", explain, explained),
                Stop("Hoe merken we hoe het gaat?"),
                Stop("Wat spreken we af?", agree, all_agreed),
                Stop("Wie vertelt wat, en aan wie?", tell, lambda app: says(app, TOLD.hears)),
                Stop("Hoe werken we goed samen?", together, lambda app: says(app, HELD.together)),
            ]
        case Chapter.CLOSE:
            return [
                Stop(
                    "Dennis, vertel het in je eigen woorden.",
                    sum_up,
                    lambda app: says(app, HELD.summary),
                ),
                Stop("Wanneer zien we elkaar weer?", meet_again, lambda app: says(app, "10:30")),
                Stop("Dennis, ben je het eens met het plan?", agree_whole, agreed_whole),
                Stop("Nu stellen we het plan vast.", set_and_sign, all_signed, "Dit teken je"),
                Stop("Dit plan is van jou, Dennis.", take_home),
                Stop("Dennis, hoe was het samen?", feel, lambda app: is_on(app, FELT)),
            ]


def goals() -> list[Goal]:
    return [
        goal for each in Dimension for goal in CASE.goals if goal.dimension is each and goal.answer
    ]


def sit(app: App) -> None:
    for name in ("Dennis", FATMA, JOOST):
        app.find("radio button", f"{name} is er").press()


def all_there(app: App) -> bool:
    return all(is_on(app, f"{name} is er") for name in ("Dennis", FATMA, JOOST))


def how(app: App) -> None:
    app.find("text", "In de woorden van Dennis").write(HELD.how)
    app.find("text", re.compile("^Wat ging nog meer goed")).reach()
    app.type(f"{WELL}\n")
    app.find("label", WELL)


def place(app: App) -> None:
    app.find("radio button", "Ik zelf: 4 / 5").press()


def answers(goal: Goal) -> Callable[[App], None]:
    """The client first: an answer, and one thing that may be said with it."""

    def answer(app: App) -> None:
        app.find("radio button", ANSWERS[str(goal.answer)]).press()
        reason = "Dank je. Wil je er iets over zeggen?"
        if goal.answer != "yes":
            reason = "Dat is goed. Wat wil je nog weten?"
        app.find("text", reason).write(goal.answer_reason)

    return answer


def answered(goal: Goal) -> Callable[[App], bool]:
    return lambda app: is_on(app, ANSWERS[str(goal.answer)]) and says(app, goal.answer_reason)


def others(goal: Goal) -> Callable[[App], None]:
    """Then the other two; of one thing Joost thinks something else."""

    def answer(app: App) -> None:
        app.find("radio button", f"{FATMA}: Ja").press()
        if goal.answer == "yes":
            app.find("radio button", f"{JOOST}: Ja").press()
            return
        app.find("radio button", f"{JOOST}: Nee").press()
        app.find("text", f"Waarom vindt {JOOST} dat?").write(DIFFERS)

    return answer


def others_answered(goal: Goal) -> Callable[[App], bool]:
    said = "Ja" if goal.answer == "yes" else "Nee"
    return lambda app: is_on(app, f"{FATMA}: Ja") and is_on(app, f"{JOOST}: {said}")


def explain(app: App) -> None:
    app.find("check box", re.compile("^Vandaag uitgelegd: Je komt op afspraak")).press()


def explained(app: App) -> bool:
    return "checked" in app.find("check box", re.compile("^Vandaag uitgelegd: Je komt")).states


def agree(app: App) -> None:
    for one in CASE.agreements:
        card = new_card(app, "Nieuwe afspraak")
        app.type(one.text)
        app.find("combo box", "Wie doet het", within=card).reach()
        app.type(one.who)
        app.find("text", "Voor welke dag", within=card).write(digits(one))
        app.find("text", "Wie hoort het", within=card).write(one.told)


def all_agreed(app: App) -> bool:
    fields = [node.text for node in app.find_all("text")]
    return {said for one in CASE.agreements for said in (one.text, one.told)} <= {*fields}


def digits(one: Agreement) -> str:
    return one.by.strftime("%d-%m-%Y") if one.by else ""


def tell(app: App) -> None:
    card = new_card(app, "Iemand vertelt iets")
    app.type(TOLD.who)
    app.find("text", "Hoe hoort Dennis het?", within=card).write(TOLD.hears)


def together(app: App) -> None:
    app.find("text", "Wat we daarover afspreken").write(HELD.together)


def sum_up(app: App) -> None:
    app.find("text", "De woorden van Dennis").write(HELD.summary)


def meet_again(app: App) -> None:
    app.find("text", "Welke dag?").write(NEXT.strftime("%d-%m-%Y"))
    app.find("text", "Hoe laat?").write("10:30")
    app.press("Tab")
    app.find("label", f"{day(NEXT)}, 10:30")


def agree_whole(app: App) -> None:
    app.find("radio button", "Ja").press()
    app.find("text", re.compile("^Wil je er iets over zeggen")).write(HELD.said_why)


def agreed_whole(app: App) -> bool:
    return is_on(app, "Ja") and says(app, HELD.said_why)


def set_and_sign(app: App) -> None:
    """Each signs on paper: who cannot draw on the pad loses nothing by it."""
    app.find("push button", "Plan vaststellen").press()
    app.find("label", "Dit teken je")
    for name in SIGNERS:
        app.find("radio button", re.compile(f"^{name}.*, tekent nu$"))
        app.find("push button", "Liever op papier").press()
        app.find("push button", "Op papier getekend").press()
        app.find("label", f"Dank je, {name}.")
        if name != SIGNERS[-1]:
            app.find("push button", re.compile("^Nu ")).press()


def all_signed(app: App) -> bool:
    return len(app.find_all("radio button", re.compile(", getekend op papier$"))) == len(SIGNERS)


def take_home(app: App) -> None:
    for number, paper in enumerate((MINE, REPORT), 1):
        app.find("push button", f"Bewaren: {paper}").press()
        wait_for_papers(app, number)


def wait_for_papers(app: App, number: int) -> None:
    app.wait_for(lambda: len(app.find_all("label", SAVED)) == number, f"{number} papers")


def feel(app: App) -> None:
    app.find("radio button", FELT).press()


def wait_until(app: App, stop: Stop) -> None:
    """What was said there stands on the page."""
    app.wait_for(lambda: stop.stands(app), f"what was said: {stop.question}")


def on(app: App) -> None:
    """To the next page."""
    app.find("push button", "Verder").press("Return")


def end(app: App) -> None:
    app.find("push button", "Klaar").press("Return")


def new_card(app: App, button: str) -> Node:
    """An empty card, with the caret in its first field."""
    app.find("push button", button).press()
    field = app.wait_for(lambda: in_a_field(app), f"the caret in a new card: {button}")
    card = field.parent
    while card and card.role != "panel":
        card = card.parent
    assert card
    return card


def in_a_field(app: App) -> Node | None:
    now = app.focused
    return now if now and now.role == "text" and not now.text else None


def is_on(app: App, choice: str) -> bool:
    return "checked" in app.find("radio button", choice).states


def says(app: App, words: str) -> bool:
    """It stands in a field of the page, to be read and changed."""
    return any(words in node.text for node in app.find_all("text"))


# After the meeting.


def export(app: App, target: Path) -> None:
    """The plan that was set, from where one looks back, to a file."""
    app.find("push button", "Het plan dat is vastgesteld").press()
    app.wait_for(lambda: "enabled" in app.find("push button", "Exporteer").states, "the paper")
    app.find("push button", "Exporteer").press()
    app.find("text", "Bestandsnaam:")
    app.type(f"{target}\n")
    app.wait_for(target.exists, str(target))

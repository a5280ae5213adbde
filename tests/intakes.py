"""The intake of Sam as in his case: fictional, and filled in through the edits people make."""

from datetime import date

from caseplanner.dossier import answers, course, intake, notes, people, stays
from caseplanner.dossier.intake import Part
from caseplanner.dossier.model import CaseState, Dimension, Dossier, Verdict

ON = date(2026, 1, 21)
SAID = {
    "intake.well.good": "Op tijd opstaan, de houtwerkplaats, geen rapporten.",
    "intake.well.strong": "Mijn broer Rick.",
    "intake.well.seen": "Sam komt rustig binnen en helpt anderen in de werkplaats.",
    "intake.who.ask": "Wie gaan dit lezen?",
    "intake.situation.now": "Goed. Ik werk met hout.",
    "intake.situation.first": "Eerst een plek om te slapen. Dan de rest.",
    "intake.worries.own": "Schulden, alcohol in het weekend, geen huis na 26 juni.",
    "intake.worries.worker": "Sam zegt snel ja. Daarom altijd laten navertellen.",
    "intake.people.around": "Gerda, mijn moeder. Rick, mijn broer.",
    "intake.people.agencies": "Het wijkteam, Tactus, de gemeente Hengelo.",
    "intake.reading.agreed": "Pictogrammen en voorlezen, één onderwerp tegelijk.",
}
STATEMENT = "Ik heb de fietsen meegenomen."
NOTE = "Fatma vraagt Gerda of zij zelf kan bellen."
WANTED = "hulp om niet te drinken"
AGREED = "elke dinsdag 14:00 met Tactus"
NUMBER = "SKN-NEP-0000-001"
BORN = date(1993, 7, 14)


def filled(dossier: Dossier) -> Dossier:
    """With everything the intake of Sam holds, a note, and his care."""
    for question, said in SAID.items():
        dossier = answers.give(dossier, question, said, ON)
    for part in Part:
        if part not in (Part.PEOPLE, Part.SITUATION):
            dossier = intake.talk_about(dossier, part, True, ON)
    dossier = people.describe(
        dossier,
        born=BORN,
        number=NUMBER,
        sight="bril voor lezen, ligt vaak op cel",
        support="één onderwerp tegelijk, laten navertellen, tijd in cijfers",
        longest_talk=30,
    )
    dossier = stays.describe(
        dossier,
        since=date(2026, 1, 13),
        release=date(2026, 6, 26),
        place="Huis van Herstel, afdeling O",
        about="inbraak in een schuur",
        verdict=Verdict.FINAL,
    )
    dossier = stays.state_offence(dossier, STATEMENT)
    for day, begin, end, told in (
        (ON, "10:00", "10:30", "Sam komt rustig binnen. Hij wil eerst weten wie dit gaan lezen."),
        (date(2026, 1, 23), "10:00", "10:20", "Over post van de gemeente praat hij liever niet."),
    ):
        dossier = intake.begin_sitting(dossier, day)
        talk = dossier.talks[-1].id
        dossier = intake.describe_sitting(dossier, talk, begin=begin, end=end, told=told)
    for state, day in (
        (CaseState.REFERRED, date(2026, 1, 13)),
        (CaseState.INTAKE, ON),
        (CaseState.RUNNING, date(2026, 2, 17)),
    ):
        dossier = course.go_to(dossier, state, day)
    dossier = notes.write(dossier, "note-1", NOTE, date(2026, 2, 2))
    dossier = notes.place(dossier, "note-1", date(2026, 2, 2), Dimension.NETWORK)
    return notes.write_care(dossier, "care-1", WANTED, AGREED)

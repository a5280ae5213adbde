"""Part 11 of the descriptions: the driegesprek with what was agreed there."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from caseplanner.dossier import agreed, meetings
from caseplanner.dossier.model import Dossier, PlanSaid, SeatRole, Topic, new_id

MEETING, FOLLOWING = "meeting-1", "meeting-2"
Agreed = tuple[str, str, str, str, str]  # what, who, the day, when in words, who is told
Told = tuple[str, str, str, str]  # who, what, to whom, how the client hears it
day = date.fromisoformat


def sam(dossier: Dossier) -> Dossier:
    dossier = _begun(dossier, "2026-04-22", "10:30", "spreekkamer 2")
    dossier = _also(dossier, SeatRole.MENTOR, "Henk (de eerste tien minuten)")
    dossier = _said(
        dossier,
        how="Ik heb een foto van het bankje. Tien weken zonder alcohol.",
        together="Korte afspraken, appje met plaatje.",
        summary="Ik ga niet drinken. Ik bel mama. Ik betaal de fietsen. Ik krijg een kamer en "
        "Fatma doet de verzekering. Maandag naar Joost.",
        said=PlanSaid.AGREES,
        next_on=day("2026-06-03"),
        next_begin="10:30",
    )
    dossier = _agreed(
        dossier,
        ("Zorgverzekering weer aanzetten", "Fatma", "2026-06-19", "", "Sam, gemeente"),
        (
            "Ophalen aan de poort en naar de kamer",
            "woonbegeleider",
            "2026-06-26",
            "09:00",
            "Sam, Joost",
        ),
        ("Eerste melding", "Sam", "2026-06-29", "11:00", "Joost"),
        ("Bericht bij gemiste afspraak", "Joost", "", "dezelfde dag", "eerst Sam, dan "
         "woonbegeleider"),
    )  # fmt: skip
    dossier = _tells(dossier, ("Joost", "", "", "Joost belt Sam altijd eerst."))
    return meetings.hold(dossier, MEETING, "11:00", FOLLOWING)


def dennis(dossier: Dossier) -> Dossier:
    dossier = _begun(dossier, "2026-03-11", "10:30", "spreekkamer 2")
    dossier = _said(
        dossier,
        how="Vier dagen niet geblowd. Mijn slaaplijst is vol.",
        together="Joost komt elke maand, Fatma elke week.",
        summary="Ik stop met blowen. Ik bel Mirjam. Fatma regelt het bezoek. De brief schrijf ik "
        "maar die stuur ik niet. Ik wil de bouw in.",
        said=PlanSaid.AGREES,
        said_why="Met één vraag: hoe vaak is 'zo vaak als nodig'?",
        next_on=day("2026-04-22"),
        next_begin="10:30",
    )
    dossier = _agreed(
        dossier,
        ("Zus bellen", "Dennis", "2026-03-13", "", "Fatma"),
        ("Bezoek aanvragen", "Fatma", "2026-03-20", "", "Dennis, Mirjam"),
        ("Voorwaarde 'zo vaak als nodig' uitleggen", "Joost", "2026-04-22", "", "Dennis"),
        ("Tactus terugkoppelen dat hij kwam", "Tactus", "2026-03-18", "", "Joost; Dennis hoort "
         "dit eerst"),
    )  # fmt: skip
    dossier = _tells(dossier, ("Joost", "", "", "Joost belt Dennis voordat hij iets doorgeeft."))
    return meetings.hold(dossier, MEETING, "11:04", FOLLOWING)


def mehmet(dossier: Dossier) -> Dossier:
    dossier = _begun(dossier, "2026-05-21", "10:00", "")
    dossier = _also(dossier, SeatRole.RELATIVE, "Emine (vanaf punt 5, aan de telefoon)")
    dossier = _said(
        dossier,
        how="Ümit weet het nu en huilde, en at daarna weer.",
        together="Over de zaak wordt niets gezegd.",
        summary="Ik open brieven. Ik zeg de waarheid tegen mijn zoon. Ik betaal de huur. Ik meld "
        "mij bij Rutger. Over de zaak praat ik niet, dat klopt zo.",
        said=PlanSaid.PARTLY,
        said_why="Niet delen met Reclassering wat over mijn netwerk gaat. Mijn kinderen horen niet "
        "in een dossier van de reclassering.",
        next_on=day("2026-06-03"),
        next_begin="09:30",
        next_place="bij Rutger",
    )
    dossier = _agreed(
        dossier,
        ("Map naar de boekhouder", "Mehmet", "2026-06-01", "", "Anneke"),
        (
            "Beschikking bijzondere bijstand volgen",
            "gemeente Enschede",
            "2026-06-05",
            "",
            "Mehmet, Anneke",
        ),
        ("Eerste melding", "Mehmet", "2026-05-27", "09:00", "Rutger"),
        ("Terugbellen bij gemiste melding", "Rutger", "", "zelfde dag", "Mehmet"),
    )
    dossier = _tells(dossier, ("Rutger", "", "", "Rutger belt Mehmet eerst."))
    return meetings.hold(dossier, MEETING, "10:50", FOLLOWING)


def _begun(dossier: Dossier, on: str, begin: str, place: str) -> Dossier:
    dossier = meetings.plan(dossier, MEETING, day(on), begin, place)
    dossier = meetings.begin(dossier, MEETING, day(on), begin)
    for seat in meetings.find(dossier, MEETING).seats:
        dossier = meetings.sit(dossier, MEETING, seat.id, True)
    return dossier


def _also(dossier: Dossier, role: SeatRole, name: str) -> Dossier:
    return meetings.write_seat(dossier, MEETING, new_id(), role=role, name=name, there=True)


def _said(dossier: Dossier, **told: Any) -> Dossier:
    for topic in Topic:
        dossier = meetings.talked(dossier, MEETING, topic)
    return meetings.tell(dossier, MEETING, **told)


def _agreed(dossier: Dossier, *rows: Agreed) -> Dossier:
    for text, who, by, when, told in rows:
        details = {"who": who, "by": day(by) if by else None, "when": when, "told": told}
        dossier = agreed.write(dossier, new_id(), text=text, meeting=MEETING, **details)
    return dossier


def _tells(dossier: Dossier, *rows: Told) -> Dossier:
    for row in rows:
        named: Iterable[tuple[str, str]] = zip(("who", "what", "to", "hears"), row, strict=True)
        dossier = agreed.write_telling(dossier, new_id(), **dict(named))
    return dossier

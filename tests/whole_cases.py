"""The three cases with what is around the plan: conditions, people, and how the basics stand.

Fictional, as their descriptions; entered by the edits that the pages make.
"""

from datetime import date

from caseplanner.dossier import basics, conditions, mediation, network, risks
from caseplanner.dossier.model import (
    Area,
    BasicState,
    Circle,
    Confirmed,
    Dossier,
    Knows,
    Meaning,
    MediationState,
    NoContact,
)
from tests import around, intakes

State = BasicState
SAID = date(2026, 3, 11)
Standing = tuple[BasicState, str, date]
BASICS: dict[str, tuple[Standing, ...]] = {  # in the order of Area
    "sam": (
        (State.ARRANGED, "Fatma", date(2026, 2, 26)),
        (State.BUSY, "woonbegeleider", date(2026, 6, 19)),
        (State.BUSY, "gemeente Hengelo", date(2026, 6, 22)),
        (State.BUSY, "bewindvoerder", date(2026, 6, 15)),
        (State.ARRANGED, "Tactus", date(2026, 6, 30)),
        (State.TO_ARRANGE, "Fatma", date(2026, 6, 19)),
        (State.ARRANGED, "Sam", date(2026, 2, 8)),
    ),
    "dennis": (
        (State.ARRANGED, "Fatma", date(2026, 1, 22)),
        (State.BUSY, "zus en gemeente", date(2026, 7, 10)),
        (State.TO_ARRANGE, "uitzendbureau", date(2026, 5, 12)),
        (State.BUSY, "Fatma", date(2026, 3, 27)),
        (State.BUSY, "Tactus", date(2026, 3, 17)),
        (State.NOT_NEEDED, "Dennis", date(2026, 3, 3)),
        (State.BUSY, "Dennis", date(2026, 3, 13)),
    ),
    "mehmet": (
        (State.ARRANGED, "Mehmet", date(2025, 12, 15)),
        (State.ARRANGED, "Mehmet", date(2026, 5, 26)),
        (State.BUSY, "boekhouder", date(2026, 6, 1)),
        (State.BUSY, "gemeente Enschede", date(2026, 6, 30)),
        (State.NOT_NEEDED, "Mehmet", date(2026, 1, 8)),
        (State.ARRANGED, "Şule", date(2026, 4, 16)),
        (State.ARRANGED, "Mehmet", date(2026, 4, 18)),
    ),
}
Imposed = tuple[str, str, str, str]  # the words, in plain words, who checks, on a breach
TALK = "Gesprek, waarschuwing, officier."
IMPOSED: dict[str, tuple[tuple[str, date, date | None], tuple[Imposed, ...]]] = {
    "sam": (
        ("de rechtbank", date(2026, 6, 26), date(2028, 6, 26)),
        (
            (
                "Meldplicht bij de reclassering zo vaak en zo lang die instelling dat nodig acht.",
                "Je gaat naar Joost als hij je een afspraak geeft.",
                "Reclassering",
                TALK,
            ),
            (
                "Meewerken aan begeleid wonen.",
                "Je woont op de plek met begeleiding. Je houdt je aan de huisregels.",
                "Reclassering en woonbegeleider",
                TALK,
            ),
            (
                "Locatieverbod, als op de kaart bij het vonnis.",
                "Je komt niet in de straat die op de kaart staat.",
                "Reclassering",
                TALK,
            ),
        ),
    ),
    "dennis": (
        ("de rechtbank", date(2026, 7, 30), date(2028, 7, 30)),
        (
            (
                "Meldplicht bij de reclassering, zo vaak de reclassering dat nodig acht.",
                "Je komt op afspraak bij Joost. Joost zegt hoe vaak.",
                "Reclassering",
                "Waarschuwing, dan officier van justitie.",
            ),
            (
                "Contactverbod met de persoon uit de zaak, direct en indirect.",
                "Je zoekt die persoon niet op. Ook geen bericht via iemand anders.",
                "Reclassering en politie",
                "Direct melden aan officier.",
            ),
            (
                "Behandelverplichting bij een verslavingszorginstelling.",
                "Je gaat naar Tactus. Ook als je geen zin hebt.",
                "Reclassering",
                TALK,
            ),
        ),
    ),
    "mehmet": (
        ("het gerechtshof", date(2026, 5, 26), None),
        (
            (
                "Meldplicht: verschijnen bij de reclassering op afspraak.",
                "U gaat naar Rutger als u een afspraak heeft.",
                "Reclassering",
                "De schorsing kan stoppen.",
            ),
            (
                "Niet verhuizen zonder overleg.",
                "U blijft op hetzelfde adres, of u vraagt het eerst.",
                "Reclassering",
                "De schorsing kan stoppen.",
            ),
        ),
    ),
}
RISKS = {
    "sam": ("OxRec/RISC", date(2026, 1, 27), date(2027, 1, 27)),
    "dennis": ("RISC", date(2026, 2, 19), date(2027, 2, 19)),
    "mehmet": ("OxRec", date(2025, 12, 3), date(2026, 12, 3)),
}
Known = tuple[str, str, Circle, Meaning, Knows, date | None]  # the day: when the other said so
PEOPLE: dict[str, tuple[Known, ...]] = {
    "sam": (
        ("Gerda", "moeder", Circle.CLOSE, Meaning.SUPPORT, Knows.YES, date(2026, 2, 4)),
        ("Rick", "broer", Circle.CLOSE, Meaning.SUPPORT, Knows.YES, date(2026, 2, 9)),
        ("Maten van het plein", "bekenden", Circle.FAR, Meaning.WORRY, Knows.NO, None),
    ),
    "dennis": (
        ("Lisa", "dochter", Circle.CLOSE, Meaning.SUPPORT, Knows.YES, None),
        ("Mirjam", "zus", Circle.CLOSE, Meaning.SUPPORT, Knows.YES, date(2026, 3, 9)),
        ("Moeder van Lisa", "moeder van kind", Circle.NEAR, Meaning.BOTH, Knows.YES, None),
        ("Voetbalvrienden", "bekenden", Circle.FAR, Meaning.WORRY, Knows.NO, None),
    ),
    "mehmet": (
        ("Emine", "vrouw", Circle.CLOSE, Meaning.SUPPORT, Knows.YES, date(2026, 1, 8)),
        ("Ümit", "zoon", Circle.CLOSE, Meaning.SUPPORT, Knows.YES, None),
        (
            "İbrahim hoca",
            "geestelijk verzorger",
            Circle.NEAR,
            Meaning.SUPPORT,
            Knows.YES,
            None,
        ),
        ("Neef", "neef", Circle.FAR, Meaning.WORRY, Knows.NO, None),
    ),
}


def whole(dossier: Dossier, case: str) -> Dossier:
    """The case with all that is around its plan and has a place."""
    for add in (with_basics, with_conditions, with_people):
        dossier = add(dossier, case)
    if case == "sam":
        dossier = intakes.filled(dossier)
    for state in (MediationState.DISCUSSED, *((MediationState.LATER,) if case == "sam" else ())):
        remind = date(2026, 6, 10) if state is MediationState.LATER else None
        if state in mediation.following(dossier):  # not when the answers say so already
            dossier = mediation.record(dossier, state, SAID, SAID, remind)
    return around.whole(dossier, case)


def with_basics(dossier: Dossier, case: str) -> Dossier:
    for area, (state, who, on) in zip(Area, BASICS[case], strict=True):
        dossier = basics.say(dossier, area, state, date(2026, 3, 3))
        dossier = basics.describe(dossier, area, who=who, on=on)
    return dossier


def with_conditions(dossier: Dossier, case: str) -> Dossier:
    (imposed_by, since, until), imposed = IMPOSED[case]
    for text, plain, checked_by, breach in imposed:
        dossier = conditions.add(dossier, text)
        dossier = conditions.change(
            dossier,
            dossier.conditions[-1].id,
            plain=plain,
            imposed_by=imposed_by,
            since=since,
            until=until,
            checked_by=checked_by,
            breach=breach,
        )
    instrument, on, until = RISKS[case]
    dossier = risks.add(dossier, instrument)
    kept = {"on": on, "by": "Reclassering", "valid_until": until, "kept_at": "Reclassering"}
    return risks.change(dossier, dossier.risks[-1].id, **kept)


def with_people(dossier: Dossier, case: str) -> Dossier:
    for name, relation, circle, meaning, knows, said_on in PEOPLE[case]:
        dossier = network.add(dossier, name, circle)
        id = dossier.contacts[-1].id
        dossier = network.describe(dossier, id, no_contact=NoContact.NONE)
        dossier = network.describe(dossier, id, relation=relation, meaning=meaning, knows=knows)
        if said_on:
            dossier = network.confirm(dossier, id, Confirmed.YES, said_on)
    return dossier

"""Dennis: large print, no pictures; four goals of now, and an order that forbids contact."""

from caseplanner.dossier import mediation, notes, people, stays
from caseplanner.dossier.model import (
    BasicState,
    CaseState,
    ClientAnswer,
    Decides,
    Dimension,
    Dossier,
    Knows,
    Light,
    MediationState,
    Moment,
    Role,
    Verdict,
)
from tests.whole import entering as e
from tests.whole.entering import day

NUMBER, BORN = "SKN-NEP-0000-014", day("1987-09-30")
WANTED, AGREED = "Slapen zonder blowen.", "Dinsdag 17 maart 2026, 13:30, met Tactus."
TOLD = (
    "Dennis is eerder in een ander dossier begonnen, maar dat plan had hij nooit gezien. Hij wil "
    "“een plan dat past op één blad”. Hij is zakelijk over werk, zacht over zijn dochter Lisa (8) "
    "en kort over de zaak."
)
CHECKED = (
    "Controle contactverbod, door Joost. Het verbod gaat over de persoon uit de zaak. Dat is geen "
    "familie van Dennis. Bellen met Mirjam en bezoek van Lisa mogen."
)
LOOKED_UP = "Joost keek het contactverbod na op do 5 maart 2026."
INTAKE = {
    "intake.well.good": "Sport, werk in de keuken, contact met mijn zus Mirjam.",
    "intake.who.about": "Ik wil een plan dat past op één blad.",
    "intake.worries.own": (
        "Blowen (“anders slaap ik niet”), mijn dochter 14 maanden niet gezien, achterstand bij de "
        "verhuurder."
    ),
    "intake.worries.worker": (
        "Spanning rond bezoek. De moeder van Lisa wil eerst weten hoe het gaat."
    ),
    "intake.people.around": "Lisa, mijn dochter. Mirjam, mijn zus.",
    "intake.people.agencies": (
        "Tactus, gemeente Hengelo, Reclassering, een uitzendbureau in de bouw."
    ),
    "intake.reading.agreed": "Grote letter, geen plaatjes. Wij zeggen “cliënt”.",
}
ANSWERS = {
    "self.going_well": (
        "Ik sport elke dag. In de keuken geven ze mij de scherpe messen, dus ze vertrouwen mij."
    ),
    "self.proud": "Stukken muur metselen. Recht. Dat kan niet iedereen.",
    "self.in_a_year": "Een vader die komt als hij zegt dat hij komt.",
    "self.hard": "'s Avonds. Dan gaat mijn hoofd aan. Dan rook ik er een.",
    "self.helps": "Mijn zus. En gewoon slopen in de sportzaal.",
    "self.help_wanted": "Praten met die man van Tactus, oké. Geen pillen.",
    "self.change": "busy",
    "network.important": "Lisa. En Mirjam, mijn zus. Zij houdt de deur open.",
    "network.goes_wrong": "Bij mijn oude vriendenploeg na het voetbal.",
    "network.broken": "Vertrouwen van de moeder van Lisa.",
    "network.to_say": "Dat ik niet kom praten, maar kom luisteren.",
    "network.children": "Eén. Zij wil weten of ik nog kwaad ben. Dat ben ik niet.",
    "network.knows": "Mirjam: ja, en zij wil meedoen. Moeder van Lisa: weet ervan via Mirjam.",
    "victim.impact": "Hij heeft weken niet kunnen werken. Dat heb ik in de rechtszaal gehoord.",
    "victim.look_back": "Ik schaam me. Eén klap, drie seconden.",
    "victim.make_good": "Een brief. Ook als die nooit aankomt.",
    "victim.explanation": "Ja. Ik wil weten hoe dat gaat.",
    "victim.referral": "Nog niet. Eerst de brief in mijn schrift.",
    "victim.other_no": "Dan is het klaar. Dan heb ik het toch opgeschreven.",
    "victim.rules": "Contactverbod. Geen bericht, ook niet via iemand anders.",
    "society.living": "Bij mijn zus, drie maanden. Dan een eigen huurwoning.",
    "society.daytime": "In de bouw. Buiten. Geen magazijn.",
    "society.arranged": "ID heb ik. Inkomen niet. Schulden half.",
    "society.give_back": "Stoep leggen bij de speeltuin van Lisa, als dat mag.",
    "society.others_know": (
        "De voorman mag weten dat ik vast zat. De rest niet. Ik vertel het zelf."
    ),
    "society.conditions": (
        "Ja. Alleen dat stuk over 'zo lang de reclassering dat nodig acht' vind ik vaag."
    ),
}
SIGNALS = {
    Light.GREEN: (
        ("Ik sport.", "Ik lach met Lisa aan de lijn."),
        ("Dennis is op tijd.",),
        ("Doorgaan.",),
        ("Complimenten geven.",),
    ),
    Light.ORANGE: (
        ("Ik lig wakker.", "Ik ruik weed en word onrustig."),
        ("Dennis praat te snel.",),
        ("Buiten lopen.", "Zus bellen."),
        ("Ineke vraagt: “Even lopen?”",),
    ),
    Light.RED: (
        ("Ik wil blowen of vechten.",),
        ("Vuisten, rode nek.",),
        ("Weglopen.", "Tactus."),
        ("Tijd geven.", "Geen publiek."),
    ),
}


def entered() -> Dossier:
    dossier = _around(_goals(_talks(_person())))
    dossier = e.answered(
        dossier,
        "2026-03-11",
        (ClientAnswer.YES, "Voor Lisa."),
        (ClientAnswer.YES, "Voor mezelf."),
        (ClientAnswer.UNSURE, "Eerst uitleg."),
        (ClientAnswer.YES, "Snel."),
    )
    dossier = notes.write(dossier, "note-1", CHECKED, day("2026-03-05"))
    dossier = notes.place(dossier, "note-1", day("2026-03-05"), Dimension.NETWORK)
    return notes.write_care(dossier, "care-1", WANTED, AGREED)


def _person() -> Dossier:
    dossier = people.start("Dennis", initials="D.R. V.", cell="B2-14")
    dossier = people.describe(dossier, born=BORN, number=NUMBER)
    dossier = people.describe(
        dossier,
        language="Nederlands",
        reading="leest een krant, schrijft niet graag",
        large_print=True,
        pictograms=False,
        support=(
            "praat snel als hij gespannen is; pauze na 20 minuten; eerst goed nieuws, dan lastige "
            "dingen"
        ),
    )
    dossier = people.name_colleague(dossier, Role.MENTOR, "Fatma Bouzidi", "begeleider")
    dossier = people.name_colleague(dossier, Role.SUPERVISOR, "Joost Kamphuis", "Reclassering")
    dossier = people.add_other(dossier, "Ineke Pol", "mentor")
    return stays.describe(
        dossier,
        since=day("2025-11-07"),
        release=day("2026-07-30"),
        about="mishandeling op straat",
        verdict=Verdict.FINAL,
    )


def _talks(dossier: Dossier) -> Dossier:
    dossier = e.sitting(dossier, "2026-03-03", "09:30", "10:20", TOLD)
    dossier = e.said(dossier, day("2026-03-03"), INTAKE)
    dossier = e.talked_about_all(dossier, "2026-03-03")
    dossier = e.case_states(
        dossier, (CaseState.INTAKE, "2026-03-03"), (CaseState.RUNNING, "2026-03-06")
    )
    dossier = e.said(dossier, None, ANSWERS)  # the day is not told
    dossier = e.places(dossier, Moment.START, "2026-03-03", (1, 2), (2, 1), (1, 1), (1, 2))
    return e.places(dossier, Moment.NOW, "2026-03-06", (3, 2), (2, 2), (1, 1), (2, 2))


def _goals(dossier: Dossier) -> Dossier:
    dossier = e.goal(
        dossier,
        Dimension.SELF,
        "Ik wil stoppen met blowen.",
        Decides.CLIENT,
        (
            ("Ik zeg tegen mijn celgenoot dat ik stop.", "Dennis", "2026-03-04", e.DONE),
            ("Ik vul een week mijn slaaplijst in.", "Dennis", "2026-03-09", e.DONE),
            ("Ik praat met Tactus.", "Dennis", "2026-03-17", e.TO_DO),
            (
                "Ineke en ik maken een plan voor moeilijke dagen.",
                "Ineke (mentor)",
                "2026-04-01",
                e.TO_DO,
            ),
        ),
        after=("Tactus Hengelo", "2026-08-03"),
    )
    dossier = e.goal(
        dossier,
        Dimension.NETWORK,
        "Ik wil mijn dochter weer zien.",
        Decides.TOGETHER,
        (
            ("Ik bel mijn zus.", "Dennis", "2026-03-13", e.DONE),
            ("Fatma vraagt bezoek aan.", "Fatma", "2026-03-20", e.TO_DO),
            ("Wij praten over het bezoek.", "Samen (Fatma plant)", "2026-03-27", e.TO_DO),
        ),
        after=("Dennis zelf, met Mirjam", "2026-07-30"),
    )
    dossier = e.goal(
        dossier,
        Dimension.VICTIM,
        "Ik wil een brief schrijven.",
        Decides.CLIENT,
        (
            ("Fatma geeft uitleg over bemiddeling.", "Fatma", "2026-03-23", e.TO_DO),
            ("Ik schrijf de eerste versie van de brief.", "Dennis", "2026-04-16", e.TO_DO),
            ("Ik lees de brief voor aan Ineke.", "Dennis", "2026-04-30", e.TO_DO),
        ),
    )
    dossier = e.goal(
        dossier,
        Dimension.SOCIETY,
        "Ik wil werk in de bouw.",
        Decides.TOGETHER,
        (
            ("Ik schrijf mijn werkervaring op.", "Dennis", "2026-03-06", e.DONE),
            ("Ik kies een VCA-cursus.", "Dennis", "2026-03-18", e.TO_DO),
            ("Wij zetten de schulden op een rij.", "Fatma", "2026-03-27", e.TO_DO),
            ("Het uitzendbureau komt op gesprek.", "uitzendbureau", "2026-05-12", e.TO_DO),
        ),
    )
    return e.later(dossier, Dimension.SELF, "Ik wil een EHBO-diploma.", "2026-05-07")


def _around(dossier: Dossier) -> Dossier:
    dossier = e.basic_conditions(
        dossier,
        "2026-03-11",
        (e.ARRANGED, "Fatma", "2026-01-22", ""),
        (e.AT_IT, "zus en gemeente", "2026-07-10", ""),
        (e.TO_ARRANGE, "uitzendbureau", "2026-05-12", ""),
        (e.AT_IT, "Fatma", "2026-03-27", ""),
        (e.AT_IT, "Tactus", "2026-03-17", ""),
        (BasicState.NOT_NEEDED, "Dennis", "2026-03-03", "loopt door bij de verzekeraar"),
        (e.AT_IT, "Dennis", "2026-03-13", ""),
    )
    dossier = e.signal_lines(dossier, SIGNALS, "2026-03-10")
    dossier = e.imposed(
        dossier,
        "de rechtbank",
        "2026-07-30",
        "2028-07-30",
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
            "Gesprek, waarschuwing, officier.",
        ),
    )
    dossier = e.condition(
        dossier,
        "Contactverbod",
        note=(
            "De brief van het doel blijft bij Dennis en mag niet verstuurd worden. Dat is "
            "besproken. Een bemiddelaar beslist later wat ermee kan."
        ),
    )
    dossier = e.assessed(dossier, "RISC", "2026-02-19", "2027-02-19", "Reclassering")
    dossier = e.somebody(
        dossier,
        "Lisa",
        "dochter (8)",
        e.CLOSE,
        e.SUPPORT,
        Knows.YES,
        note=f"Weet het via haar moeder. {LOOKED_UP} Bezoek mag.",
    )
    dossier = e.somebody(
        dossier,
        "Mirjam",
        "zus",
        e.CLOSE,
        e.SUPPORT,
        Knows.YES,
        confirmed="2026-03-09",
        note=f"Zij wil meedoen. {LOOKED_UP} Bellen mag.",
    )
    dossier = e.somebody(
        dossier,
        "Moeder van Lisa",
        "moeder van kind",
        e.NEAR,
        e.BOTH,
        Knows.YES,
        note="Weet ervan via Mirjam. Wil eerst weten hoe het gaat.",
    )
    dossier = e.somebody(
        dossier, "Voetbalvrienden", "bekenden", e.FAR, e.WORRY, Knows.NO, asked=False
    )
    talked = day("2026-03-11")
    dossier = mediation.record(dossier, MediationState.DISCUSSED, talked, talked)
    return e.achieved(
        dossier,
        ("Slaaplijst vol.", "", "Ik wil stoppen", ""),
        ("Werkervaring op papier.", "", "Ik wil werk", ""),
        ("Zus gebeld op vr 13 maart.", "2026-03-13", "Ik wil mijn dochter", ""),
        ("Geen rapporten sinds 1 februari.", "", "", ""),
    )

"""Sam: short sentences, large print and pictures; six goals; the practice dossier."""

from dataclasses import replace

from caseplanner.dossier import mediation, notes, people, signals, stays
from caseplanner.dossier.model import (
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

NUMBER, BORN = "SKN-NEP-0000-001", day("1993-07-14")
SCREENED = "Vermoeden van LVB. Screening gedaan, uitslag bij de psycholoog."
TWICE = "De antwoorden over de vier kanten zijn in twee keer opgeschreven."
WANTED, AGREED = "Hulp om niet te drinken.", "Elke dinsdag 14:00 met Tactus, in de PI."
TOLD = (
    "Sam komt rustig binnen. Hij wil eerst weten wie dit gaan lezen. Dat is uitgelegd met de "
    "plaatjes. Hij vertelt graag over zijn werk in de houtwerkplaats van de PI. Over post van de "
    "gemeente praat hij liever niet: “Dan krijg ik het warm.”"
)
INTAKE = {
    "intake.well.good": "Op tijd opstaan, houtwerkplaats, geen rapporten.",
    "intake.well.seen": "Sam komt rustig binnen. Hij vertelt graag over zijn werk met hout.",
    "intake.who.ask": "Wie gaan dit lezen?",
    "intake.situation.first": "Eerst een plek om te slapen. Dan de rest.",
    "intake.worries.own": "Schulden, alcohol in het weekend, geen huis na 26 juni.",
    "intake.worries.worker": "Sam zegt snel ja. Daarom altijd laten navertellen.",
    "intake.people.around": "Moeder Gerda, broer Rick.",
    "intake.people.agencies": "Wijkteam, Tactus, gemeente Hengelo.",
    "intake.reading.agreed": (
        "Pictogrammen en voorlezen, tekst op 150 procent. Wij zeggen “deelnemer”."
    ),
}
ANSWERS = {
    "self.going_well": "Ik slaap goed. Ik werk met hout. Ik heb al tien weken niet gedronken.",
    "self.proud": "Met mijn handen. Ik heb een bankje gemaakt voor de luchtplaats.",
    "self.in_a_year": "Iemand met een sleutel van zijn eigen huis.",
    "self.hard": ("Vrijdagavond. Dan komen mijn maten. Dan drink ik mee. En lezen, dat gaat niet."),
    "self.helps": "Mijn broer bellen. Of hard werken.",
    "self.help_wanted": "Ik wil iemand die meegaat. Ik wil geen groep waar je moet praten.",
    "self.change": "need_help",
    "network.important": "Mijn moeder. En Rick, mijn broer.",
    "network.goes_wrong": "Bij mijn maten van het plein.",
    "network.broken": "Met mijn moeder. Ik had haar pinpas. Dat was fout.",
    "network.to_say": "Sorry mam. Ik doe het niet meer.",
    "network.children": "Nee.",
    "network.knows": "Mijn moeder weet het. Ze zei: goed zo jongen.",
    "victim.impact": (
        "Die mensen waren hun fietsen kwijt. Ze konden niet naar school met de kinderen."
    ),
    "victim.look_back": "Dom. Ik dacht: dat is maar een schuur.",
    "victim.make_good": "Betalen. En misschien een brief.",
    "victim.explanation": "Ja, maar met plaatjes.",
    "victim.referral": "Ik wil dat later. Eerst betalen.",
    "victim.other_no": "Dat snap ik. Zou ik ook doen.",
    "victim.rules": "Ik mag niet in die straat komen.",
    "society.living": "In Hengelo. Niet bij het plein. Alleen, met hulp.",
    "society.daytime": "Hout. Of in de tuin werken.",
    "society.arranged": "Mijn ID is klaar. Mijn geld nog niet.",
    "society.give_back": "Bankjes maken voor de speeltuin.",
    "society.others_know": (
        "De baas mag weten dat ik vast zat. Ik vertel het zelf. Fatma zit erbij."
    ),
    "society.conditions": "Melden bij Joost. Niet drinken. Niet in die straat. Ja.",
}
SIGNALS = {
    Light.GREEN: (
        ("Ik slaap.", "Ik maak grapjes."),
        ("Sam is op tijd.", "Sam zingt in de werkplaats."),
        ("Werken.", "Zondag bellen."),
        ("Zeggen wat goed gaat.",),
    ),
    Light.ORANGE: (
        ("Ik lig wakker.", "Ik laat post liggen.", "Ik denk aan vrijdag."),
        ("Sam wordt stil.", "Sam zegt overal ja op."),
        ("Rick bellen.", "Wandelen.", "Post in de doos."),
        ("Vragen: “Is het oranje?”", "Samen de post openen."),
    ),
    Light.RED: (
        ("Ik heb gedronken of ga het doen.", "Ik neem de telefoon niet op."),
        ("Sam komt niet.", "Sam is boos aan de deur."),
        ("Tactus bellen.", "Thuisblijven."),
        ("Langsgaan.", "Joost bellen.", "Niet ruziemaken."),
    ),
}
BREACH = "Eerst een gesprek, dan een waarschuwing, dan een bericht aan de officier."


def entered() -> Dossier:
    dossier = _goals(_talks(_person()))
    dossier = _around(dossier)
    dossier = e.answered(
        dossier,
        "2026-04-22",
        (ClientAnswer.YES, "Wil ik zelf."),
        (ClientAnswer.YES, "Doe ik al."),
        (ClientAnswer.YES, "Is eerlijk."),
        (ClientAnswer.YES, "Heel graag."),
        (ClientAnswer.UNSURE, "Bewind is spannend. Ik wil het wel proberen."),
    )
    dossier = notes.write(dossier, "note-1", SCREENED, day("2026-01-21"))
    dossier = notes.place(dossier, "note-1", day("2026-01-21"), Dimension.SELF)
    dossier = notes.write(dossier, "note-2", TWICE, day("2026-04-14"))
    dossier = notes.write_care(dossier, "care-1", WANTED, AGREED)
    return replace(dossier, practice=True)


def _person() -> Dossier:
    dossier = people.start("Sam", initials="S.J. d. W.", cell="O-01")
    dossier = people.describe(dossier, born=BORN, number=NUMBER)
    dossier = people.describe(
        dossier,
        language="Nederlands; praat ook Twents",
        reading="korte zinnen lukken, brieven niet; liever voorlezen",
        large_print=True,
        pictograms=True,
        read_aloud=True,
        sight="bril voor lezen, ligt vaak op cel",
        support=(
            "één onderwerp tegelijk; laten navertellen; kloktijden in cijfers, nooit “half elf”"
        ),
        longest_talk=30,
    )
    dossier = people.name_colleague(dossier, Role.MENTOR, "Fatma Bouzidi", "casemanager")
    dossier = people.name_colleague(dossier, Role.SUPERVISOR, "Joost Kamphuis", "Reclassering")
    dossier = people.add_other(dossier, "Henk Timmer", "mentor")
    return stays.describe(
        dossier,
        since=day("2026-01-13"),
        release=day("2026-06-26"),
        place="Huis van Herstel, afdeling O",
        about="inbraak in een schuur",
        verdict=Verdict.FINAL,
    )


def _talks(dossier: Dossier) -> Dossier:
    dossier = e.sitting(dossier, "2026-01-21", "10:00", "10:30", TOLD)
    dossier = e.sitting(
        dossier,
        "2026-01-23",
        "10:00",
        "10:20",
        "In twee keer, want een half uur is genoeg voor Sam.",
    )
    dossier = e.said(dossier, day("2026-01-21"), INTAKE)
    dossier = e.talked_about_all(dossier, "2026-01-23")
    dossier = e.case_states(
        dossier, (CaseState.INTAKE, "2026-01-21"), (CaseState.RUNNING, "2026-02-17")
    )
    dossier = e.said(dossier, day("2026-04-14"), ANSWERS)
    dossier = e.places(dossier, Moment.START, "2026-01-23", (2, 1), (1, 2), (0, 1), (1, 1))
    return e.places(dossier, Moment.NOW, "2026-04-22", (4, 3), (3, 3), (2, 2), (3, 2))


def _goals(dossier: Dossier) -> Dossier:
    dossier = e.goal(
        dossier,
        Dimension.SELF,
        "Ik drink niet, ook niet op vrijdag.",
        Decides.CLIENT,
        (
            ("Ik praat met Tactus.", "Sam", "2026-02-03", e.DONE),
            ("Ik maak mijn plan voor vrijdag.", "Sam", "2026-03-10", e.DONE),
            ('Henk oefent met mij "nee" zeggen.', "Henk (mentor)", "2026-04-02", e.DONE),
            ("Tactus belt mij in de eerste week buiten.", "Tactus", "2026-06-30", e.TO_DO),
        ),
        helpers="Tactus, Henk, broer Rick",
        after=("Tactus", "2026-06-29"),
    )
    dossier = e.later(
        dossier,
        Dimension.SELF,
        "Ik wil beter leren lezen.",
        "2026-06-01",
        "Niet alles tegelijk. Sam wil dit pas als hij een huis heeft.",
    )
    dossier = e.goal(
        dossier,
        Dimension.NETWORK,
        "Ik bel mijn moeder elke zondag.",
        Decides.TOGETHER,
        (
            ("Ik bel mijn moeder.", "Sam", "2026-02-08", e.DONE),
            ("Fatma vraagt bezoek aan.", "Fatma", "2026-02-16", e.DONE),
            ("Wij praten na over het bezoek.", "Samen (Fatma plant)", "2026-03-03", e.DONE),
            ("Ik betaal mijn moeder 10 euro per maand terug.", "Sam", "2026-07-31", e.TO_DO),
        ),
        helpers="Rick",
        after=("Sam zelf", "2026-06-26"),
    )
    dossier = e.goal(
        dossier,
        Dimension.VICTIM,
        "Ik betaal de schade.",
        Decides.CLIENT,
        (
            ("Henk leest de brief van het CJIB met mij.", "Henk (mentor)", "2026-02-18", e.DONE),
            ("Ik vraag een betalingsregeling.", "Sam", "2026-03-04", e.DONE),
            ("Ik betaal 15 euro per maand.", "Sam", "2026-03-31", e.BUSY),
            ("Ik volg de cursus Puinruimen.", "Sam", "2026-05-06", e.BUSY),
        ),
        after=("bewindvoerder", "2026-07-01"),
    )
    dossier = e.goal(
        dossier,
        Dimension.SOCIETY,
        "Ik heb een plek om te wonen op 26 juni.",
        Decides.TOGETHER,
        (
            ("Fatma meldt mij aan voor beschermd wonen.", "Fatma", "2026-02-09", e.DONE),
            ("Ik ga kijken naar de kamer.", "Sam", "2026-04-15", e.DONE),
            ("De woonbegeleider maakt de kamer vrij.", "woonbegeleider", "2026-06-19", e.BUSY),
            (
                "De gemeente regelt spullen voor de kamer.",
                "gemeente Hengelo",
                "2026-06-23",
                e.TO_DO,
            ),
        ),
    )
    return e.goal(
        dossier,
        Dimension.SOCIETY,
        "Ik heb overzicht over mijn geld.",
        Decides.TOGETHER,
        (
            ("Ik leg alle post in één doos.", "Sam", "2026-02-02", e.DONE),
            (
                "Schuldhulp maakt een lijst van mijn schulden.",
                "schuldhulp gemeente",
                "2026-03-27",
                e.DONE,
            ),
            ("Ik teken voor bewind.", "Sam", "2026-04-16", e.DONE),
            (
                "De bewindvoerder opent een leefgeldrekening.",
                "bewindvoerder",
                "2026-06-15",
                e.BUSY,
            ),
        ),
    )


def _around(dossier: Dossier) -> Dossier:
    dossier = e.basic_conditions(
        dossier,
        "2026-04-22",
        (e.ARRANGED, "Fatma", "2026-02-26", ""),
        (e.AT_IT, "woonbegeleider", "2026-06-19", ""),
        (e.AT_IT, "gemeente Hengelo", "2026-06-22", ""),
        (e.AT_IT, "bewindvoerder", "2026-06-15", "7 schuldeisers, samen € 11.482,60"),
        (e.ARRANGED, "Tactus", "2026-06-30", ""),
        (e.TO_ARRANGE, "Fatma", "2026-06-19", ""),
        (e.ARRANGED, "Sam", "2026-02-08", ""),
    )
    dossier = e.signal_lines(dossier, SIGNALS, "2026-03-10")
    dossier = signals.kept_at(signals.made_with(dossier, "Henk"), "op cel")
    dossier = e.imposed(
        dossier,
        "de rechtbank",
        "2026-06-26",
        "2028-06-26",
        (
            "Meldplicht bij de reclassering zo vaak en zo lang die instelling dat nodig acht.",
            "Je gaat naar Joost als hij je een afspraak geeft.",
            "Reclassering",
            BREACH,
        ),
        (
            "Alcoholverbod, met medewerking aan controle.",
            "Je drinkt geen alcohol. Je doet mee aan een test.",
            "Reclassering",
            BREACH,
        ),
        (
            "Meewerken aan begeleid wonen.",
            "Je woont op de plek met begeleiding. Je houdt je aan de huisregels.",
            "Reclassering en woonbegeleider",
            BREACH,
        ),
        (
            "Locatieverbod, als op de kaart bij het vonnis.",
            "Je komt niet in de straat die op de kaart staat.",
            "Reclassering",
            f"{BREACH} Het gaat dan sneller.",
        ),
    )
    dossier = e.condition(dossier, "Meldplicht", explained_on=day("2026-04-22"))
    dossier = e.condition(
        dossier,
        "Locatieverbod",
        note=("De kaart laten we Sam zien op vr 12 juni 2026. De kaart zelf zit niet in dit plan."),
    )
    dossier = e.assessed(dossier, "OxRec/RISC", "2026-01-27", "2027-01-27", "Reclassering")
    dossier = e.somebody(
        dossier,
        "Gerda",
        "moeder",
        e.CLOSE,
        e.SUPPORT,
        Knows.YES,
        confirmed="2026-02-04",
        note="Aan de telefoon met Fatma, met toestemming van Sam.",
    )
    dossier = e.somebody(
        dossier, "Rick", "broer", e.CLOSE, e.SUPPORT, Knows.YES, confirmed="2026-02-09"
    )
    dossier = e.somebody(
        dossier, "Maten van het plein", "bekenden", e.FAR, e.WORRY, Knows.NO, asked=False
    )
    talked = day("2026-03-11")
    dossier = mediation.record(dossier, MediationState.DISCUSSED, talked, talked)
    dossier = mediation.record(
        dossier, MediationState.LATER, talked, talked, remind_on=day("2026-06-10")
    )
    return e.achieved(
        dossier,
        ("Tien weken niet gedronken.", "2026-04-22", "", "Alcoholverbod"),
        ("Bankje voor de luchtplaats.", "", "", ""),
        ("Elke zondag gebeld.", "", "Ik bel mijn moeder", ""),
        ("Moeder op bezoek geweest.", "", "Ik bel mijn moeder", ""),
        ("Eerste 15 euro betaald.", "", "Ik betaal de schade", ""),
        ("ID in huis.", "2026-02-26", "", ""),
        ("Alle post open.", "", "Ik heb overzicht", ""),
    )

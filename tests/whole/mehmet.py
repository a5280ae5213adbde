"""Mehmet: an appeal is open, so nothing is said of the case; letters that are hard to print."""

from caseplanner.dossier import answers, mediation, notes, people, signals, stays
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

NUMBER, BORN = "SKN-NEP-0000-022", day("1979-11-02")
HIMSELF = "Geen herinnering voor bemiddeling: Mehmet zegt het zelf als hij wil."
NO_NEW = "Risicotaxatie: in hoger beroep geen nieuwe."
SAID = "Daar praat ik nu niet over. Na de uitspraak mag u het weer vragen."
TOLD = (
    "Meneer is beleefd en op zijn hoede. Hij zegt in de eerste zin: “Ik praat niet over de zaak. "
    "Mijn advocaat zegt dat.” Dat is afgesproken. Er staat daarom nergens in dit plan wat er "
    "gebeurd zou zijn."
)
INTAKE = {
    "intake.well.good": "Gezin, bedrijfje in dakgoten, regelmaat van gebed.",
    "intake.who.about": "Ik praat niet over de zaak. Mijn advocaat zegt dat.",
    "intake.worries.own": "Huur, twee maanden geen inkomen, jongste zoon eet slecht.",
    "intake.worries.worker": "Schaamte in de moskee. Brieven blijven liggen.",
    "intake.people.around": "Emine, mijn vrouw. Onze kinderen Zeynep, Yusuf en Ümit.",
    "intake.people.agencies": "Gemeente Enschede, wijkteam Zuid, Reclassering, boekhouder.",
    "intake.reading.agreed": (
        "Gewone tekst, geen plaatjes. Plaatjes zijn “voor kinderen”. Wij zeggen “deelnemer” en “u”."
    ),
}
ANSWERS = {
    "self.going_well": "Ik bid op tijd. Ik slaap. Ik help de jongens op de gang met hun papieren.",
    "self.proud": "Mijn bedrijf heb ik zelf gemaakt. Met één ladder.",
    "self.in_a_year": "Weer met mijn zoon op het dak. Hij leert van mij.",
    "self.hard": "Wachten. En brieven. In Turkije tekende mijn vader met zijn duim.",
    "self.helps": "Mijn vrouw Emine. En İbrahim hoca.",
    "self.help_wanted": "Iemand voor de administratie, wel. Psycholoog, niet.",
    "self.change": "know_how",
    "network.important": "Emine, en onze kinderen Zeynep (17), Yusuf (14) en Ümit (9).",
    "network.goes_wrong": "Mijn neef. Hij maakt ruzie over geld.",
    "network.broken": "Ümit denkt dat ik op reis ben.",
    "network.to_say": "De waarheid. Maar samen met Emine, en rustig.",
    "network.children": "Dat ik er ben bij het eten.",
    "network.knows": (
        "Emine: ja, zij wil meepraten. Zeynep en Yusuf: weten het. Ümit: nog niet. Dat wil ik zelf "
        "vertellen."
    ),
    "society.living": "Thuis, in Enschede. Bij mijn gezin.",
    "society.daytime": "Dakgoten. Er zijn klanten die wachten.",
    "society.arranged": "Huur is twee maanden achter. ID is goed.",
    "society.give_back": "Ik maak gratis de dakgoot van de buurtmoskee en de school.",
    "society.others_know": (
        "Klanten: niets. De imam en de school: ja, dat ik vast zat. Ik vertel het."
    ),
    "society.conditions": "Melden. Dat doe ik. Ik snap het. De rest is van de advocaat.",
}
SIGNALS: dict[Light, tuple[tuple[str, ...], ...]] = {
    Light.GREEN: (("Bidden.",), (), (), ()),
    Light.ORANGE: (("Niet eten.",), (), (), ()),
    Light.RED: ((), (), (), ("Emine belt Rutger of het wijkteam.",)),
}


def entered() -> Dossier:
    dossier = _around(_victim(_goals(_talks(_person()))))
    dossier = e.answered(
        dossier,
        "2026-05-21",
        (ClientAnswer.YES, "Al klaar."),
        (ClientAnswer.YES, "Is gebeurd."),
        (ClientAnswer.YES, "Moet."),
    )
    dossier = notes.write(dossier, "note-1", HIMSELF, day("2026-02-26"))
    dossier = notes.place(dossier, "note-1", day("2026-02-26"), Dimension.VICTIM)
    return notes.write(dossier, "note-2", NO_NEW, day("2026-05-20"))


def _person() -> Dossier:
    dossier = people.start("Mehmet", initials="M.Ö. Ç.-Y.", cell="A1-22", formal=True)
    dossier = people.describe(dossier, born=BORN, number=NUMBER)
    dossier = people.describe(
        dossier,
        language="Turks en Nederlands; begrijpt Nederlands goed, leest liever Turks",
        reading="leest Nederlandse brieven langzaam; moeilijke woorden navragen",
        pictograms=False,
        culture=(
            "geen gesprek op vrijdag tussen 12:30 en 14:30 (gebed); ramadan 18 februari tot 19 "
            "maart 2026: gesprek in de ochtend"
        ),
        support="tolk niet nodig, wel rustig tempo",
    )
    dossier = people.name_colleague(dossier, Role.MENTOR, "Anneke ter Braak", "begeleider")
    dossier = people.name_colleague(dossier, Role.SUPERVISOR, "Rutger Wolbers", "Reclassering")
    dossier = people.add_other(dossier, "Şule Aydın", "maatschappelijk werker")
    dossier = people.add_other(dossier, "İbrahim", "geestelijk verzorger")
    return stays.describe(
        dossier,
        since=day("2025-12-01"),
        release=day("2026-05-26"),
        about=(
            "vonnis van de rechtbank op wo 11 februari 2026, hoger beroep ingesteld op vr 20 "
            "februari 2026; vrij door schorsing van de voorlopige hechtenis"
        ),
        verdict=Verdict.NOT_FINAL,
    )


def _talks(dossier: Dossier) -> Dossier:
    dossier = e.sitting(dossier, "2025-12-15", "", "", TOLD)
    dossier = e.sitting(dossier, "2026-01-08", "", "", "")
    dossier = e.said(dossier, day("2025-12-15"), INTAKE)
    dossier = e.talked_about_all(dossier, "2026-01-08")
    dossier = e.case_states(
        dossier, (CaseState.INTAKE, "2025-12-15"), (CaseState.RUNNING, "2026-01-29")
    )
    dossier = e.said(dossier, None, ANSWERS)  # the day is not told
    no = (None, None)
    dossier = e.places(dossier, Moment.START, "2026-01-08", (3, 2), (3, 3), no, (1, 1))
    return e.places(dossier, Moment.NOW, "2026-05-20", (4, 4), (4, 3), no, (3, 2))


def _goals(dossier: Dossier) -> Dossier:
    dossier = e.goal(
        dossier,
        Dimension.SELF,
        "Ik open elke brief op de dag dat hij komt.",
        Decides.CLIENT,
        (
            ("Ik leg elke brief op tafel.", "Mehmet", "2026-01-19", e.DONE),
            ("Şule leest de brieven met mij.", "Şule", "2026-01-30", e.DONE),
            ("Ik maak een map met tabbladen.", "Mehmet", "2026-03-02", e.DONE),
            ("De boekhouder neemt de map over.", "boekhouder", "2026-06-01", e.TO_DO),
        ),
        after=("boekhouder", "2026-06-01"),
    )
    dossier = e.goal(
        dossier,
        Dimension.NETWORK,
        "Ik vertel Ümit waar ik ben.",
        Decides.TOGETHER,
        (
            ("Anneke vraagt ouder-kindbezoek aan.", "Anneke", "2026-03-24", e.DONE),
            ("Emine en ik oefenen de zinnen.", "Mehmet", "2026-04-04", e.DONE),
            ("Ik vertel het Ümit tijdens het bezoek.", "Mehmet", "2026-04-18", e.DONE),
            ("Wij praten na met de school.", "Emine", "2026-06-01", e.BUSY),
        ),
    )
    dossier = e.goal(
        dossier,
        Dimension.SOCIETY,
        "De huur loopt weer.",
        Decides.TOGETHER,
        (
            ("Ik geef de huurbrief aan Anneke.", "Mehmet", "2026-02-02", e.DONE),
            ("Anneke belt de verhuurder.", "Anneke", "2026-02-05", e.DONE),
            (
                "De gemeente vraagt bijzondere bijstand aan.",
                "gemeente Enschede",
                "2026-03-27",
                e.DONE,
            ),
            ("Ik betaal de achterstand in termijnen.", "Mehmet", "2026-06-30", e.TO_DO),
        ),
    )
    return e.later(
        dossier,
        Dimension.SOCIETY,
        "Ik wil een leerling op het dak.",
        "2026-06-15",
        "Nog niet besproken met een school.",
    )


def _victim(dossier: Dossier) -> Dossier:
    """Asked twice, and twice the same answer: discussed, no goal now."""
    first, second = day("2026-01-22"), day("2026-02-26")
    dossier = answers.no_goal(dossier, Dimension.VICTIM, SAID, first)
    dossier = answers.no_goal(dossier, Dimension.VICTIM, "hoger beroep", second)
    dossier = answers.give(dossier, "victim.words", SAID, second)
    dossier = mediation.record(dossier, MediationState.DISCUSSED, second, second)
    return mediation.record(dossier, MediationState.NOT_WANTED, second, second)


def _around(dossier: Dossier) -> Dossier:
    dossier = e.basic_conditions(
        dossier,
        "2026-05-20",
        (e.ARRANGED, "Mehmet", "2025-12-15", ""),
        (e.ARRANGED, "Mehmet", "2026-05-26", ""),
        (e.AT_IT, "boekhouder", "2026-06-01", ""),
        (e.AT_IT, "gemeente Enschede", "2026-06-30", ""),
        (BasicState.NOT_NEEDED, "Mehmet", "2026-01-08", ""),
        (e.ARRANGED, "Şule", "2026-04-16", ""),
        (e.ARRANGED, "Mehmet", "2026-04-18", ""),
    )
    dossier = e.signal_lines(dossier, SIGNALS)
    dossier = signals.decline(dossier, "Ik ken mezelf.")
    dossier = e.imposed(
        dossier,
        "het gerechtshof",
        "2026-05-26",
        "",
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
        (
            "Bereikbaar zijn op telefoon.",
            "U neemt op of belt terug op dezelfde dag.",
            "Reclassering",
            "De schorsing kan stoppen.",
        ),
    )
    dossier = e.condition(
        dossier,
        "Meldplicht",
        note=(
            "Schorsingsvoorwaarden, geen veroordeling. Tot de uitspraak in hoger beroep; die datum "
            "is nog niet bekend."
        ),
    )
    dossier = e.assessed(dossier, "OxRec", "2025-12-03", "2026-12-03", "")
    dossier = e.somebody(
        dossier,
        "Emine",
        "vrouw",
        e.CLOSE,
        e.SUPPORT,
        Knows.YES,
        confirmed="2026-01-22",
        note="Zij wil meepraten.",
    )
    for name, relation in (("Zeynep", "dochter (17)"), ("Yusuf", "zoon (14)")):
        dossier = e.somebody(dossier, name, relation, e.CLOSE, e.SUPPORT, Knows.YES)
    dossier = e.somebody(
        dossier,
        "Ümit",
        "zoon (9)",
        e.CLOSE,
        e.SUPPORT,
        Knows.YES,
        note="Mehmet vertelde het zelf, op za 18 april 2026.",
    )
    dossier = e.somebody(
        dossier, "İbrahim hoca", "geestelijk verzorger", e.NEAR, e.SUPPORT, Knows.YES
    )
    dossier = e.somebody(dossier, "Neef", "neef", e.FAR, e.WORRY, Knows.NO, asked=False)
    return e.achieved(
        dossier,
        ("Map met tabbladen.", "2026-03-02", "Ik open elke brief", ""),
        ("Zoon Ümit weet het.", "2026-04-18", "Ik vertel Ümit", ""),
        ("Huur geregeld met verhuurder.", "", "De huur loopt", ""),
        (
            "Andere mannen geholpen met papieren. Henk van de bibliotheek zegt dat.",
            "",
            "",
            "",
        ),
    )

"""The signaleringsplan and what was achieved of the three cases, as described."""

from dataclasses import replace
from datetime import date

from caseplanner.dossier import achievements, signals
from caseplanner.dossier.model import Dossier, Light, Seen, SpecialCondition

Kinds = tuple[tuple[str, ...], ...]  # as in Seen
LINES: dict[str, dict[Light, Kinds]] = {
    "sam": {
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
    },
    "dennis": {
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
    },
    "mehmet": {
        Light.GREEN: (("Bidden.",), (), (), ()),
        Light.ORANGE: (("Niet eten.",), (), (), ()),
        Light.RED: ((), (), (), ("Emine belt Rutger of het wijkteam.",)),
    },
}
BAN = SpecialCondition("Alcoholverbod, met medewerking aan controle.", "Je drinkt niet.", id="ban")
ACHIEVED = {
    "sam": (
        "Tien weken niet gedronken.",
        "Bankje voor de luchtplaats.",
        "Elke zondag gebeld.",
        "Moeder op bezoek geweest.",
        "Eerste 15 euro betaald.",
        "ID in huis.",
        "Alle post open.",
    ),
    "dennis": (
        "Slaaplijst vol.",
        "Werkervaring op papier.",
        "Zus gebeld op vr 13 maart.",
        "Geen rapporten sinds 1 februari.",
    ),
    "mehmet": (
        "Map met tabbladen.",
        "Zoon Ümit weet het.",
        "Huur geregeld met verhuurder.",
        "Andere mannen geholpen met papieren.",
    ),
}


def with_signals(dossier: Dossier, case: str) -> Dossier:
    for light, kinds in LINES[case].items():
        for seen, lines in zip(Seen, kinds, strict=True):
            for line in lines:
                dossier = signals.add(dossier, light, seen, line)
    if case == "mehmet":
        return signals.decline(dossier, "Ik ken mezelf.", date(2026, 3, 12))
    dossier = signals.made(dossier, date(2026, 3, 10))
    if case == "sam":
        dossier = signals.kept_at(signals.made_with(dossier, "Henk"), "op cel")
    return dossier


def with_achievements(dossier: Dossier, case: str) -> Dossier:
    """In the order of the description; the first of Sam belongs to a condition of his."""
    for text in reversed(ACHIEVED[case][1:]):
        dossier = achievements.add(dossier, text)
    first = ACHIEVED[case][0]
    if case == "sam":
        dossier = replace(dossier, conditions=(*dossier.conditions, BAN))
        return achievements.add(dossier, first, date(2026, 4, 22), condition=BAN.id)
    return achievements.add(dossier, first, date(2026, 3, 11), goal=dossier.goals[0].id)


def whole(dossier: Dossier, case: str) -> Dossier:
    return with_achievements(with_signals(dossier, case), case)

"""Parts 10 and 15 of the descriptions: the partners with their tasks, and who takes the lead.

On which ground something is shared comes with a later issue.
"""

from datetime import date

from caseplanner.dossier import lead, partners, rows
from caseplanner.dossier.model import Dossier, LeadBy, PartnerKind

Told = tuple[PartnerKind, str, str, str]  # its kind, who, the person there, its task


def sam(dossier: Dossier) -> Dossier:
    dossier = _partners(
        dossier,
        (PartnerKind.PROBATION, "Reclassering", "Joost Kamphuis", "toezicht"),
        (
            PartnerKind.MUNICIPALITY,
            "gemeente Hengelo",
            "nazorgcoördinator",
            "nazorg, onderdak, inkomen, schulden, ID, verzekering",
        ),
        (PartnerKind.HOUSING, "Beschermd wonen", "woonbegeleider", "kamer en begeleiding"),
        (PartnerKind.CARE, "Tactus", "", "hulp bij niet drinken"),
        (PartnerKind.DEBTS, "Bewindvoerder", "", "geld en rekeningen"),
        (PartnerKind.WORK, "Werkgever (houtwerkplaats)", "", "proefplek"),
    )
    name = "gemeente Hengelo (nazorgcoördinator)"
    return _lead(dossier, LeadBy.MUNICIPALITY, name, "2026-06-26")


def dennis(dossier: Dossier) -> Dossier:
    dossier = _partners(
        dossier,
        (PartnerKind.PROBATION, "Reclassering", "Joost Kamphuis", "toezicht"),
        (PartnerKind.MUNICIPALITY, "gemeente Hengelo", "", "wonen en werk"),
        (PartnerKind.CARE, "Tactus", "", "praten, slapen"),
        (PartnerKind.WORK, "Uitzendbureau", "", "werk"),
    )
    return _lead(dossier, LeadBy.PROBATION, "Reclassering (toezicht)", "2026-07-30")


def mehmet(dossier: Dossier) -> Dossier:
    dossier = _partners(
        dossier,
        (PartnerKind.PROBATION, "Reclassering", "Rutger Wolbers", "toezicht bij schorsing"),
        (PartnerKind.MUNICIPALITY, "gemeente Enschede", "", "inkomen, schulden, huur"),
        (PartnerKind.NEIGHBOURHOOD, "wijkteam Zuid", "", "school en gezin"),
        (PartnerKind.OTHER, "boekhouder", "", "administratie"),
        (PartnerKind.HOUSING, "verhuurder", "", "betalingsregeling"),
    )
    name = "gemeente Enschede (nazorgcoördinator)"
    return _lead(dossier, LeadBy.MUNICIPALITY, name, "2026-05-26")


def _partners(dossier: Dossier, *told: Told) -> Dossier:
    for number, (kind, name, contact, task) in enumerate(told, 1):
        said = {"kind": kind, "name": name, "contact": contact, "task": task}
        dossier = rows.write(dossier, "partners", f"partner-{number}", partners.blank, **said)
    return dossier


def _lead(dossier: Dossier, by: LeadBy, name: str, since: str) -> Dossier:
    said = {"by": by, "name": name, "since": date.fromisoformat(since)}
    return rows.write(dossier, "leads", "lead-1", lambda id: lead.blank(dossier, id), **said)

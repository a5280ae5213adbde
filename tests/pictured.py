"""The dossiers that are pictured: three cases, and a few things that are under way in one."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from caseplanner import desk as desks
from caseplanner import paths, practice
from caseplanner.desk import Desk
from caseplanner.dossier import (
    alliance,
    goals,
    organisations,
    rows,
    sheets,
    takeover,
)
from caseplanner.dossier.alliance import STATEMENTS
from caseplanner.dossier.model import (
    ClientAnswer,
    ContactNote,
    Dossier,
    Feedback,
    FeedbackBy,
    PartnerKind,
    Review,
    ScoredBy,
)
from caseplanner.dossier.organisations import Organisation
from caseplanner.dossier.templates import Template
from tests import library, whole

TEMPLATES = (
    Template("Gesprek gevoerd", "Op {vandaag} sprak ik met {naam}.\n\nWe spraken af:", "gesprek"),
    Template("Overdracht naar de wijk", "{naam} gaat naar huis. Het wijkteam weet ervan.", "wijk"),
    Template("Bezoek gehad", "{naam} had vandaag bezoek. Hoe het was:", "bezoek"),
)
TEAM = Organisation(
    PartnerKind.NEIGHBOURHOOD,
    "Wijkteam De Brug",
    "Sanne, wijkcoach",
    "Van maandag tot en met donderdag, via de balie",
    "Komt op verzoek naar de PI. Belt dezelfde dag terug.",
    "brug",
)
PASSPHRASE = "alleen voor plaatjes"


def desk_of(folder: Path) -> Desk:
    """A vault with the three cases and the practice dossier."""
    desk = Desk(folder, desks.create(folder, PASSPHRASE, "Fatma"))
    for case in ("mehmet", "dennis"):
        desk.add(whole.case(case))
    desk.add(practice.dossier())
    for one in TEMPLATES:
        desk.templates.put("", one)
    twente = organisations.read("", paths.resource("addresses/twente.json").read_bytes())
    desk.addresses.put("", TEAM)
    desk.addresses.take("", takeover.compare((), twente))
    desk.library.take("", sheets.compare((), library.sheets(24)), date(2026, 3, 2))
    return desk


def together(dossier: Dossier) -> Dossier:
    """Three moments of how the work together went, contacts, and what others said."""
    for month, (client, worker) in enumerate(((2, 4), (3, 4), (4, 3)), 1):
        for by, value in ((ScoredBy.CLIENT, client), (ScoredBy.WORKER, worker)):
            said = dict.fromkeys(STATEMENTS, value) | {"trust": 3}
            blank = partial(alliance.blank_check, by, date(2026, month, 4))
            dossier = rows.write(dossier, "alliance", f"a-{month}-{by}", blank, **said)
    told = (
        ("Samen koffie gedronken na het sporten. Dennis liet foto’s van Lisa zien.", 3),
        ("Rondje luchtplaats. Hij wilde niets bespreken, alleen lopen.", 5),
    )
    notes_ = tuple(ContactNote(text, date(2026, 3, day), f"c-{day}") for text, day in told)
    heard = "Duidelijk plan. De eerste bladzijde is genoeg voor ons."
    feedback = Feedback(FeedbackBy.MUNICIPALITY, "Hengelo, nazorg", heard, 8, date(2026, 3, 10))
    return replace(dossier, contact_notes=notes_, feedback=(feedback,))


def reviewed(dossier: Dossier) -> Dossier:
    """As it is under way today: one review held late, one held in time, and one to come."""
    today = datetime.now().astimezone().date()
    week = timedelta(weeks=1)
    told = ("Kort en rustig. Bellen gaat beter dan schrijven.", "Mijn zus gebeld.")
    late = Review(
        due=today - 11 * week, held_on=today - 10 * week, late_reason="Fatma was ziek.", id="a"
    )
    good = Review(
        due=today - 4 * week, held_on=today - 4 * week, helped=told[0], proud=told[1], id="b"
    )
    return replace(dossier, reviews=(late, good, Review(due=today + 2 * week, id="c")))


def answered(dossier: Dossier) -> Dossier:
    """Every goal of now answered, as at the end of the talk."""
    for goal in goals.current(dossier):
        if goal.answer is None:
            dossier = goals.answer(dossier, goal.id, ClientAnswer.YES)
    return dossier

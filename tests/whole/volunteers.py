"""Part 9 of the descriptions: the wish, the match, the tasks and the coordination."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from caseplanner.dossier import rows, volunteers
from caseplanner.dossier.model import (
    Activity,
    ClientAnswer,
    Dossier,
    new_id,
)

YES, NO = ClientAnswer.YES, ClientAnswer.NO
day = date.fromisoformat
Task = tuple[Activity, str, str]  # what kind, in words, the beginning of the goal


def sam(dossier: Dossier) -> Dossier:
    dossier = _wish(dossier, YES, "2026-02-25", "Iemand die meegaat naar de gemeente.")
    return _matched(
        dossier,
        (
            (Activity.GO_ALONG, "Meegaan naar de gemeente.", "Ik heb een plek"),
            (Activity.HOME, "Samen de kamer inrichten.", "Ik heb een plek"),
        ),
        ("2026-04-09", "2026-05-28"),
        name="Wim",
        organisation="Vrijwilligersorganisatie",
        about="62, gepensioneerd timmerman",
        vog_by="Fatma",
        vog_on=day("2026-03-05"),
        reasons="Hout, praat Twents, woont niet in de wijk.",
        client_says=YES,
        client_on=day("2026-03-13"),
        own_says=YES,
        own_on=day("2026-03-16"),
        not_doing="Controleren, geld bewaren.",
        passes_on="Wim zegt het tegen Fatma als Sam niet veilig is.",
        passes_on_told=day("2026-03-16"),
    )


def dennis(dossier: Dossier) -> Dossier:
    dossier = _wish(dossier, YES, "2026-03-04", "Iemand van buiten, geen hulpverlener.")
    return _matched(
        dossier,
        (
            (Activity.WORK, "Samen VCA-sites bekijken in de bezoekzaal.", "Ik wil werk"),
            (Activity.COMPANY, "Na vertrek koffie op zaterdag.", ""),
        ),
        ("2026-04-13",),
        name="Ab",
        organisation="Vrijwilligersorganisatie in Twente",
        about="55, oud-metselaar",
        vog_by="Fatma",
        vog_on=day("2026-03-10"),
        reasons="Bouw, humor, zelfde leeftijd kinderen.",
        client_says=YES,
        client_on=day("2026-03-13"),
        answer_by=day("2026-03-23"),
        not_doing="Controleren.",
        passes_on="Ab zegt het tegen Fatma als hij zich zorgen maakt over veiligheid.",
        passes_on_told=day("2026-03-13"),
    )


def mehmet(dossier: Dossier) -> Dossier:
    return _wish(dossier, NO, "2026-02-16", "Ik heb genoeg mensen.")


def _wish(dossier: Dossier, says: ClientAnswer, on: str, words: str) -> Dossier:
    return rows.set_(dossier, "volunteer_wish", says=says, offered_on=day(on), words=words)


def _matched(
    dossier: Dossier, tasks: Iterable[Task], moments: Iterable[str], **details: Any
) -> Dossier:
    one = new_id()
    dossier = volunteers.write(dossier, one, **details)
    for activity, text, goal in tasks:
        [serves] = [g.id for g in dossier.goals if goal and g.text.startswith(goal)] or [""]
        dossier = volunteers.write_task(
            dossier, one, new_id(), activity=activity, text=text, goal=serves
        )
    for on in moments:
        dossier = volunteers.write_moment(dossier, one, new_id(), on=day(on))
    return dossier

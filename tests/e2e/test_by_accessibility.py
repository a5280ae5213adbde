"""From the first start to a step of a goal, by what a screen reader hears and by keys alone."""

import re

import pytest

from tests.e2e import laptop
from tests.e2e.accessible import App
from tests.e2e.hearing import listen, texts

PASSPHRASE = "Vier katten lezen 's nachts “hardop” één boek"
GOAL = "Ik wil elke week één brief schrijven."
STEP = "Ik koop 3 postzegels; “mooie”."

NEW_GOAL = "Nieuw doel, in de woorden van de cliënt"
NEW_STEP = "Nieuwe stap. Enter voegt hem toe"


@pytest.mark.needs(*laptop.PROGRAMS)
def test_who_sees_no_screen_comes_from_nothing_to_a_goal_with_a_step(app: App) -> None:
    app.start("--language", "en")
    first_run(app)
    new_dossier(app)
    app.find("push button", "Ik zelf. Niet begonnen.").press()
    app.find("text", NEW_GOAL).write(GOAL)
    app.press("Return")
    app.find("text", NEW_STEP).write(STEP)
    app.press("Return")
    app.wait_for(lambda: GOAL in texts(app) and STEP in texts(app), "the goal and its step")
    assert app.text_of("text", NEW_GOAL) == app.text_of("text", NEW_STEP) == ""
    listen(app)

    app.kill()
    app.start("--language", "nl")
    app.find("text", "Wachtwoord").write(PASSPHRASE)
    app.press("Return")
    app.find("cell", re.compile("^Daniëlle, Concept")).press("Return")
    listen(app)
    app.find("push button", re.compile("^Ik zelf. ")).press()
    app.wait_for(lambda: GOAL in texts(app) and STEP in texts(app), "what was kept")


def first_run(app: App) -> None:
    app.find("radio button", "English").reach()
    app.press("Up")
    app.find("label", "Welkom")
    listen(app)
    app.find("push button", "Verder").press()
    app.find("label", "Waar staat mijn werk?")
    listen(app)
    app.find("push button", "Verder").press()
    app.find("text", "Je naam").write("Fatma")
    app.find("text", "Wachtwoord").write(PASSPHRASE)
    app.find("text", "Nog een keer het wachtwoord").write(PASSPHRASE)
    app.find("check box", "Ik bewaar mijn wachtwoord op een veilige plek").press()
    listen(app)
    app.find("push button", "Maak mijn kluis").press()
    app.find("push button", "Zelf overschrijven").press()
    app.find("push button", "Verberg de woorden")
    listen(app)
    sheet = dict(re.findall(r"^(\d+)\. (.+)$", "\n".join(app.names("label")), re.MULTILINE))
    for field in app.find_all("text", re.compile("^Woord ")):
        field.write(sheet[field.name.removeprefix("Woord ")])
    app.find("push button", "Verder").press()
    app.find("label", "Je kluis is klaar")
    listen(app)


def new_dossier(app: App) -> None:
    app.find("push button", "Nieuw dossier").press()
    app.find("text", "Roepnaam").write("Daniëlle")
    listen(app)
    app.find("push button", "Maak het dossier").press()
    app.find("label", "Herstelplan van Daniëlle")
    listen(app)

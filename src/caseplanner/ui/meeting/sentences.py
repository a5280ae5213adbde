"""What the client reads in the room: short sentences, each with its pictogram.

Dutch at A2: at most twelve words, one idea (domain.md R24, ux.md section 7). A test holds every
sentence here to that, and that its pictogram is there.
"""

from dataclasses import dataclass

from caseplanner.dossier.meeting_course import Chapter, Stop
from caseplanner.dossier.model import ClientAnswer, PlanSaid
from caseplanner.words import _, mark


@dataclass(frozen=True, slots=True)
class Sentence:
    """An entry of the word catalogue and the icon beside it."""

    icon: str
    words: str

    def say(self, **facts: object) -> str:
        return _(self.words, **facts)


CHAPTERS = {
    Chapter.BEGIN: Sentence("messages-square", mark("How are we?")),
    Chapter.PLAN: Sentence("flag", mark("My plan")),
    Chapter.AGREE: Sentence("handshake", mark("What we agree")),
    Chapter.CLOSE: Sentence("signature", mark("Rounding off")),
}
# What each page is called in the list of what we talk about.
STOPS = {
    Stop.PRIVACY: Sentence("shield-check", mark("Only us")),
    Stop.SEATS: Sentence("users", mark("Who is here?")),
    Stop.HOW: Sentence("star", mark("How is it going?")),
    Stop.WHEEL: Sentence("circle-dot", mark("My wheel")),
    Stop.CONDITIONS: Sentence("scale", mark("The rules")),
    Stop.SIGNALS: Sentence("bell", mark("My signals")),
    Stop.WHO: Sentence("list-checks", mark("Who does what?")),
    Stop.TELLS: Sentence("messages-square", mark("Who tells what?")),
    Stop.TOGETHER: Sentence("handshake", mark("How do we work together?")),
    Stop.SUMMARY: Sentence("quote", mark("In my own words")),
    Stop.NEXT: Sentence("calendar", mark("The next time")),
    Stop.PLAN: Sentence("file-check", mark("Do I agree?")),
    Stop.SIGN: Sentence("signature", mark("Signing")),
    Stop.HOME: Sentence("printer", mark("Taking it home")),
    Stop.AFTER: Sentence("hand-helping", mark("How was it?")),
}
PRIVACY = (
    Sentence("monitor", mark("Only this plan is on the screen.")),
    Sentence("bell", mark("Messages on this laptop are off.")),
    Sentence("lock", mark("The door is closed.")),
    Sentence("hand", mark("You may always ask for a break.")),
)
WELCOME = Sentence("shield-check", mark("Only we look at this."))
WHO_IS_HERE = Sentence("users", mark("Who is at the table?"))
HOW = Sentence("messages-square", mark("{name}, how is it going with you?"))
WENT_WELL = Sentence("star", mark("This went well"))
WHEEL = Sentence("circle-dot", mark("Where are you now, {name}?"))
WHEEL_MEANS = Sentence("info", mark("0 is not good at all. 5 is good."))
WHEEL_SKIP = Sentence("info", mark("You may skip one."))
NO_IS_FINE = Sentence("thumbs-down", mark("No is fine too. Then we make another plan."))
OTHERS = Sentence("users", mark("What do the others say?"))
CLIENT_SAID = Sentence("quote", mark("{name} said:"))
DIFFERENT = Sentence("messages-square", mark("You may all think something different."))
NO_GOAL = Sentence("flag", mark("There is no goal here now."))
NO_GOAL_FINE = Sentence("thumbs-up", mark("That is fine."))
NEW_GOAL = Sentence("plus", mark("Do you want a goal after all?"))
RULES = Sentence("scale", mark("These rules were given to you."))
RULES_ASK = Sentence("circle-help", mark("Is something not clear? Ask it now."))
SIGNALS = Sentence("bell", mark("How do we notice how it is going?"))
WHO = Sentence("list-checks", mark("What do we agree?"))
STILL_OPEN = Sentence("history", mark("This was still open"))
TELLS = Sentence("messages-square", mark("Who tells what, and to whom?"))
TELLS_FIRST = Sentence("user-round", mark("And how do you hear that, {name}?"))
TOGETHER = Sentence("handshake", mark("How do we work well together?"))
SUMMARY = Sentence("quote", mark("{name}, tell it in your own words."))
SUMMARY_HELP = Sentence("info", mark("What do you take home from this talk?"))
NEXT = Sentence("calendar", mark("When do we see each other again?"))
PLAN = Sentence("file-check", mark("{name}, do you agree with the plan?"))
PLAN_FINE = Sentence("info", mark("You may also agree in part, or not."))
SET = Sentence("file-lock", mark("Now the plan is set."))
SET_MEANS = Sentence("info", mark("Then it stays as it is now."))
HOME = Sentence("printer", mark("This plan is yours, {name}."))
HOME_HELP = Sentence("file-text", mark("You get it on paper."))
MY_PAPER = Sentence("file-text", mark("My plan, on two pages"))
REPORT = Sentence("list-checks", mark("The report for all of us"))
AFTER = Sentence("hand-helping", mark("{name}, how was it together?"))
AFTER_MEANS = Sentence("info", mark("1 is not at all. 5 is very much."))
AFTER_FREE = Sentence("info", mark("You may skip this."))
PAUSE = Sentence("pause", mark("Break"))
PAUSE_HELP = Sentence("info", mark("Take your time."))
APART = Sentence("user-round", mark("{names} are talking alone for a moment."))
STILL_THERE = Sentence("hand", mark("Are you still there?"))
SAID = {
    ClientAnswer.YES: Sentence("thumbs-up", mark("Yes")),
    ClientAnswer.NO: Sentence("thumbs-down", mark("No")),
    ClientAnswer.UNSURE: Sentence("circle-help", mark("I don't know yet")),
    ClientAnswer.COULD_NOT: Sentence("circle-dot", mark("Could not answer")),
}
PLAN_SAID = {
    PlanSaid.AGREES: Sentence("thumbs-up", mark("Yes")),
    PlanSaid.PARTLY: Sentence("circle-dot", mark("In part")),
    PlanSaid.DISAGREES: Sentence("thumbs-down", mark("No")),
}

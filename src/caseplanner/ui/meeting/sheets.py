"""The pages of the room, one a kind: each is made when it is first turned to, or ahead of that."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from caseplanner.desk import Seal
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.meeting_course import Stop
from caseplanner.dossier.reviews import Terms
from caseplanner.session import Session
from caseplanner.ui.meeting import sentences
from caseplanner.ui.meeting.after import AfterSheet
from caseplanner.ui.meeting.agreements import TellsSheet, WhoSheet
from caseplanner.ui.meeting.begin import HowSheet, PrivacySheet, SeatsSheet
from caseplanner.ui.meeting.closing import NextSheet, PlanSheet
from caseplanner.ui.meeting.goal import GoalSheet, NoGoalSheet, OthersSheet
from caseplanner.ui.meeting.home import HomeSheet
from caseplanner.ui.meeting.own_words import OwnWordsSheet
from caseplanner.ui.meeting.rules import ConditionsSheet, SignalsSheet
from caseplanner.ui.meeting.sheet import Sheet, Table
from caseplanner.ui.meeting.signing import SignSheet
from caseplanner.ui.meeting.wheel import WheelSheet
from caseplanner.ui.tasks import Tasks
from caseplanner.words import mark


class Sheets(QObject):
    """`made` are those there are. `ask` sends the page that has to come first, `told` what cannot
    be done here."""

    ask = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        table: Table,
        session: Session,
        guide: Guide,
        terms: Callable[[], Terms],
        seal: Callable[[], Seal],
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.goal = GoalSheet(table, session)
        self.goal.setObjectName(Stop.GOAL)
        self.made: dict[Stop, Sheet] = {Stop.GOAL: self.goal}
        self._make: dict[Stop, Callable[[], Sheet]] = {
            Stop.PRIVACY: lambda: PrivacySheet(table),
            Stop.SEATS: lambda: SeatsSheet(table),
            Stop.HOW: lambda: HowSheet(table),
            Stop.WHEEL: lambda: WheelSheet(table, guide),
            Stop.OTHERS: lambda: OthersSheet(table),
            Stop.NO_GOAL: lambda: NoGoalSheet(table),
            Stop.CONDITIONS: lambda: ConditionsSheet(table),
            Stop.SIGNALS: lambda: SignalsSheet(table),
            Stop.WHO: lambda: self._who(WhoSheet(table)),
            Stop.TELLS: lambda: TellsSheet(table),
            Stop.TOGETHER: lambda: _together(table),
            Stop.SUMMARY: lambda: _summary(table),
            Stop.NEXT: lambda: NextSheet(table),
            Stop.PLAN: lambda: PlanSheet(table),
            Stop.SIGN: lambda: self._sign(SignSheet(table, session, guide, terms, seal, tasks)),
            Stop.HOME: lambda: HomeSheet(table, session, tasks),
            Stop.AFTER: lambda: AfterSheet(table),
        }

    def of(self, stop: Stop) -> Sheet:
        """The page of this kind. Its name keeps what is half-typed on it apart from what is on
        others, whichever are made by then (`ui/half.py`)."""
        if stop not in self.made:
            self.made[stop] = self._make[stop]()
            self.made[stop].setObjectName(stop)
        return self.made[stop]

    def _who(self, sheet: WhoSheet) -> WhoSheet:
        sheet.sent.connect(self.ask)
        return sheet

    def _sign(self, sheet: SignSheet) -> SignSheet:
        sheet.ask.connect(self.ask)
        sheet.told.connect(self.told)
        return sheet


def _together(table: Table) -> Sheet:
    name, label = mark("How we work together"), mark("What we agree on that")
    return OwnWordsSheet(table, sentences.TOGETHER, "together", name, label)


def _summary(table: Table) -> Sheet:
    name, label = mark("Told in own words"), mark("The words of {name}")
    return OwnWordsSheet(table, sentences.SUMMARY, "summary", name, label, sentences.SUMMARY_HELP)

"""What must, on paper: each special condition beside its meaning; and where assessments are kept.

It says nowhere that somebody agrees: a condition is imposed (domain.md 3a).
"""

from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from caseplanner import words as program_words
from caseplanner.dossier import risks as risks_
from caseplanner.dossier.model import RiskReference, SpecialCondition
from caseplanner.export.pdf import flow, fonts, look
from caseplanner.export.pdf.edition import Edition
from caseplanner.export.pdf.flow import Grid, Strip, words
from caseplanner.export.pdf.look import Look
from caseplanner.export.pdf.tagging import Element
from caseplanner.words import _

NOTHING = "–"
SHARES = (0.15, 0.24, 0.18, 0.24, 0.19)  # of the columns about risk assessments
GAP = 14.0  # between the line at the side and what is inside it, as Strip has


def section(edition: Edition, dress: Look, root: Element) -> list[Flowable]:
    """The conditions and the references to risk assessments; nothing where there are none."""
    dossier = edition.dossier
    story: list[Flowable] = []
    if dossier.conditions:
        page = _Conditions(dress, root.add("Sect"))
        story += page.conditions(dossier.conditions)
    if dossier.risks:
        story += _risks(dress, root.add("Sect"), dossier.risks, edition.made_at.date())
    if not story:
        return []
    return [CondPageBreak(min(flow.height(story), look.ROOM)), *story, flow.Gap(1, dress.size(20))]


class _Conditions:
    """Writes the conditions under each other."""

    def __init__(self, dress: Look, root: Element) -> None:
        self._dress, self._root = dress, root
        self._line = look.colour("ink2")

    def conditions(self, conditions: tuple[SpecialCondition, ...]) -> list[Flowable]:
        title, style = _("Special conditions"), self._dress.style
        heading = words(self._root.add("H2", title=title), style("h2"), title, level=2)
        told = words(self._root.add("P"), style("body"), _("This is a must. It is not a goal."))
        found: list[Flowable] = [heading, told]
        for number, condition in enumerate(conditions, 1):
            found += self._condition(number, condition)
        return found

    def _condition(self, number: int, condition: SpecialCondition) -> list[Flowable]:
        element, style = self._root.add("Sect"), self._dress.style
        title = _("Condition {number}", number=number)
        heading = words(element.add("H3", title=title), style("card"), title, level=3)
        begin = Strip(heading, self._line)
        table = Strip(self._side_by_side(element, condition), self._line, above=4)
        facts = [
            Strip(self._fact(element, name, fact), self._line, above=3)
            for name, fact in _facts(condition)
        ]
        return [
            Spacer(1, self._dress.size(12)),
            *flow.together(begin, table, *facts),
        ]

    def _side_by_side(self, element: Element, condition: SpecialCondition) -> Grid:
        """The words of the decision beside plain ones."""
        table, style = element.add("Table"), self._dress.style
        head, row = table.add("TR"), table.add("TR")
        names = (_("What the decision says"), _("In plain words"))
        texts = (condition.text, condition.plain.strip() or _("Not explained in plain words yet."))
        looks = ("cell", "cell" if condition.plain.strip() else "small")
        rows: list[list[Any]] = [
            [words(head.add("TH", scope="Column"), style("head"), name) for name in names],
            [
                words(row.add("TD"), style(kind), text)
                for text, kind in zip(texts, looks, strict=True)
            ],
        ]
        grid = Grid(rows, colWidths=[(look.WIDTH - GAP) / 2] * 2, repeatRows=1)
        grid.setStyle(look.rules(self._dress))
        return grid

    def _fact(self, element: Element, name: str, fact: str) -> Flowable:
        ink = look.colour("ink2")
        style = self._dress.style("body")
        return words(element.add("P"), style, (f"{name}: ", fonts.STRONG, ink), fact)


def _facts(condition: SpecialCondition) -> list[tuple[str, str]]:
    """What there is to tell of a condition beside its words, with the name of each."""
    explained = condition.explained_on
    by, period = condition.imposed_by.strip(), _period(condition)
    told = (
        (_("Imposed by"), ", ".join(filter(None, (by, period))) if by else ""),
        (_("How long"), "" if by else period),
        (_("Who checks"), condition.checked_by),
        (_("What happens on a breach"), condition.breach),
        (_("Explained on"), program_words.day(explained) if explained else ""),
        (_("Note"), condition.note),
    )
    return [(name, fact) for name, fact in told if fact.strip()]


def _period(condition: SpecialCondition) -> str:
    since = program_words.day(condition.since) if condition.since else ""
    until = program_words.day(condition.until) if condition.until else ""
    if since and until:
        return _("from {since} until and with {until}", since=since, until=until)
    if since:
        return _("from {day}; the end is open", day=since)
    return _("until and with {day}", day=until) if until else ""


def _risks(
    dress: Look, element: Element, risks: tuple[RiskReference, ...], made_on: date
) -> list[Flowable]:
    """Which instrument, when, by whom, until when it is valid, and where it is kept."""
    title, style = _("Risk assessments"), dress.style
    heading = words(element.add("H2", title=title), style("h2"), title, level=2)
    table = element.add("Table")
    head = table.add("TR")
    names = (_("Instrument"), _("On"), _("By"), _("Valid until"), _("Kept at"))
    rows: list[list[Any]] = [
        [words(head.add("TH", scope="Column"), style("head"), name) for name in names]
    ]
    for risk in risks:
        row = table.add("TR")
        days = [program_words.day(day) if day else "" for day in (risk.on, risk.valid_until)]
        if risks_.is_expired(risk, made_on):
            days[1] = _("{day} (expired)", day=days[1])
        texts = (risk.instrument, days[0], risk.by, days[1], risk.kept_at)
        rows.append([words(row.add("TD"), style("cell"), text or NOTHING) for text in texts])
    grid = Grid(rows, colWidths=[look.WIDTH * share for share in SHARES], repeatRows=1)
    grid.setStyle(look.rules(dress))
    return flow.together(heading, grid)

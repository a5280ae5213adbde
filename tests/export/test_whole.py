"""The whole cases on paper: whatever a dossier holds stands on its pages, or here is why not.

A dossier is walked as its dataclasses are, so a field that is printed nowhere fails here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from caseplanner import words
from caseplanner.dossier import (
    achievements,
    agreed,
    answers,
    basics,
    diff,
    document,
    intake,
    lead,
    lists,
    mediation,
    network,
    signals,
)
from caseplanner.dossier.difference_words import VALUES
from caseplanner.dossier.model import (
    Achievement,
    Activity,
    Agreement,
    Allocation,
    Answer,
    Attempt,
    Basic,
    Colleague,
    Contact,
    Coordination,
    CoordinationKind,
    CourseMark,
    DimensionState,
    Dossier,
    Goal,
    Lead,
    MediationMark,
    Meeting,
    Moment,
    NoContact,
    NoGoal,
    Partner,
    PartnerKind,
    PartyAnswer,
    Person,
    Placement,
    ProbationOrg,
    Referral,
    ReferralState,
    ReleaseChoice,
    Review,
    Score,
    ScoredBy,
    Seat,
    SeatRole,
    Signal,
    Stay,
    Step,
    Telling,
    TopicMark,
    Volunteer,
    VolunteerKind,
    VolunteerTask,
    VolunteerWish,
)
from caseplanner.export import package, pdf, verify
from caseplanner.export.pdf import said
from caseplanner.export.pdf import volunteers as volunteer_pages
from tests import whole
from tests.export import editions, reading

pytestmark = pytest.mark.needs("pdftotext", "pdfinfo")
# Why a field is on no page.
NOT_PRINTED: dict[tuple[type, str], str] = {
    (Colleague, "role"): "who signs stands on the last page under his or her role",
    (Contact, "also_victim"): "who is also victim is in no file at all (R10)",
    (Dossier, "id"): "the mark of the dossier in the vault",
}
Say = Callable[[Any, Dossier], str]
# How a field is said on paper, where that is not its text, its day, or the one word for it.
SAID: dict[tuple[type, str], Say] = {
    (Dossier, "practice"): lambda d, _: "OEFENING" if d.practice else "",
    (Person, "formal"): lambda p, _: "Wij zeggen: " + ("u" if p.formal else "je"),
    (Person, "large_print"): lambda p, _: "grote letter" if p.large_print else "",
    (Person, "pictograms"): lambda p, _: "pictogrammen" if p.pictograms else "geen pictogrammen",
    (Person, "read_aloud"): lambda p, _: "voorlezen" if p.read_aloud else "",
    (Person, "longest_talk"): lambda p, _: f"{p.longest_talk} minuten" if p.longest_talk else "",
    (Answer, "id"): lambda a, _: _asks(a),
    (Answer, "text"): lambda a, _: _answer(a),
    (Score, "by"): lambda s, d: d.person.called if s.by is ScoredBy.CLIENT else "Begeleider",
    (Score, "moment"): lambda s, _: "Aan het begin" if s.moment is Moment.START else "Nu",
    (Score, "value"): lambda s, _: answers.in_words(s),
    (Attempt, "said"): lambda _, d: f"{d.person.called} zei nee",
    (Goal, "state"): lambda g, _: said.goal_state(g),
    (Goal, "decides"): lambda g, d: words.text(said.DECIDES[g.decides], name=d.person.called),
    (Goal, "answer"): lambda g, d: (
        words.text(said.ANSWER[g.answer][0], name=d.person.called) if g.answer else ""
    ),
    (Step, "state"): lambda s, _: words.text(said.STEP[s.state][0]),
    (Achievement, "goal"): lambda a, d: goal.text if (goal := achievements.goal_of(d, a)) else "",
    (Achievement, "condition"): lambda a, d: (
        found.plain if (found := achievements.condition_of(d, a)) else ""
    ),
    (Basic, "area"): lambda b, _: basics.name(b.area),
    (Basic, "state"): lambda b, _: words.text(basics.STATES[b.state][0]),
    (Contact, "circle"): lambda c, _: words.text(network.CIRCLES[c.circle]),
    (Contact, "meaning"): lambda c, _: words.text(network.MEANINGS[c.meaning]),
    (Contact, "knows"): lambda c, _: words.text(network.KNOWS[c.knows]),
    (Contact, "confirmed"): lambda c, _: words.text(network.CONFIRMED[c.confirmed]),
    (Contact, "no_contact"): lambda c, _: (
        words.text(network.ORDERS[c.no_contact])
        if c.no_contact is not NoContact.NOT_CHECKED
        else ""
    ),
    (Signal, "light"): lambda s, _: words.text(signals.NAMES[s.light]),
    (Signal, "seen"): lambda s, _: words.text(signals.ASKS[s.seen]),
    (MediationMark, "state"): lambda m, _: words.text(mediation.SAID[m.state]),
    (CourseMark, "state"): lambda m, _: words.text(VALUES[type(m.state)][m.state]),
    (Partner, "kind"): lambda p, _: words.text(VALUES[PartnerKind][p.kind]),
    (Lead, "by"): lambda one, _: lead.who(one),
    (Referral, "state"): lambda r, _: words.text(VALUES[ReferralState][r.state]),
    (Referral, "goal"): lambda r, d: found.text if (found := lists.find(d.goals, r.goal)) else "",
    (Allocation, "org"): lambda a, _: words.text(VALUES[ProbationOrg][a.org]) if a.org else "",
    (VolunteerWish, "says"): lambda w, d: (
        words.text(volunteer_pages.WISHES[w.says], name=d.person.called) if w.says else ""
    ),
    (Volunteer, "kind"): lambda v, _: words.text(VALUES[VolunteerKind][v.kind]),
    (Volunteer, "client_says"): lambda v, d: f"{d.person.called} zei ja" if v.client_says else "",
    (Volunteer, "own_says"): lambda v, _: f"{v.name} zei ja" if v.own_says else "",
    (VolunteerTask, "activity"): lambda t, _: words.text(VALUES[Activity][t.activity]),
    (VolunteerTask, "goal"): lambda t, d: (
        found.text if (found := lists.find(d.goals, t.goal)) else ""
    ),
    (Coordination, "kind"): lambda c, _: words.text(VALUES[CoordinationKind][c.kind]),
    (Coordination, "held"): lambda c, _: "gehouden" if c.held else "gepland",
    (Coordination, "client_there"): lambda c, d: (
        f"{d.person.called} is {'erbij' if c.client_there else 'er niet bij'}"
    ),
    (Review, "kind"): lambda r, _: _capital(words.text(VALUES[type(r.kind)][r.kind])),
    (Placement, "kind"): lambda p, _: words.text(VALUES[type(p.kind)][p.kind]) if p.kind else "",
    (Stay, "verdict"): lambda s, _: words.text(VALUES[type(s.verdict)][s.verdict]),
    (Meeting, "state"): lambda m, _: _capital(words.text(VALUES[type(m.state)][m.state])),
    (Meeting, "said"): lambda m, _: words.text(VALUES[type(m.said)][m.said]) if m.said else "",
    (Meeting, "version"): lambda m, d: (
        f"Versie {found.number}" if (found := lists.find(d.versions, m.version)) else ""
    ),
    (Seat, "role"): lambda s, _: words.text(VALUES[type(s.role)][s.role]),
    (Seat, "there"): lambda s, _: {True: "Aan tafel", False: "Was er niet"}.get(s.there, ""),
    (TopicMark, "topic"): lambda t, _: words.text(VALUES[type(t.topic)][t.topic]),
    (TopicMark, "left_out"): lambda t, _: "Deze keer niet besproken" if t.left_out else "",
    (TopicMark, "talked"): lambda t, _: "Besproken" if t.talked else "",
    (PartyAnswer, "role"): lambda a, _: words.text(VALUES[SeatRole][said.SEAT[a.role]]),
    (PartyAnswer, "said"): lambda a, _: words.text(said.ANSWER[a.said][0], name=said.party(a)),
    (Agreement, "state"): lambda a, d: words.text(said.STEP[agreed.state(d, a)][0]),
    (Agreement, "goal"): lambda a, d: goal.text if (goal := lists.find(d.goals, a.goal)) else "",
    (Agreement, "step"): lambda a, d: found[1].text if (found := agreed.step_of(d, a)) else "",
    (Agreement, "meeting"): lambda a, d: (
        words.day(found.on) if (found := lists.find(d.meetings, a.meeting)) and found.on else ""
    ),
}
FAR = 900  # letters between what a row says first and what else it says


@dataclass(frozen=True)
class Row:
    """One value of a dossier, and each of its fields as it is said on paper."""

    of: Any
    facts: dict[str, str]


@pytest.fixture(params=whole.NAMES, scope="module")
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def file(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan of a case as it leaves the program: set, signed, sealed."""
    words.use("nl")
    path = tmp_path_factory.mktemp(name) / "plan.pdf"
    path.write_bytes(editions.sealed(pdf.build(editions.signed(whole.case(name)))))
    return path


@pytest.fixture(scope="module")
def heard(file: Path) -> str:
    """What a screen reader says after the first page, which tells the same, shorter."""
    told = reading.spoken(file)
    return told[told.index("Wie tekent") :]


def test_everything_a_dossier_holds_is_on_its_pages(name: str, heard: str, file: Path) -> None:
    dossier = document.for_others(whole.case(name))
    everything = f"{reading.joined(reading.text(file))} {heard}"
    missing = [
        (type(row.of).__name__, field, fact)
        for row in rows(dossier, dossier)
        for field, fact in row.facts.items()
        if reading.joined(fact) not in everything
    ]
    assert missing == []


def test_each_thing_stands_with_what_is_told_of_it(name: str, heard: str) -> None:
    """A step with who and when, a condition with its plain words, a person with who it is …"""
    dossier = document.for_others(whole.case(name))
    apart = []
    for row in rows(dossier, dossier):
        told = (fact for field, fact in row.facts.items() if fact and field != "dimension")
        facts = [reading.joined(fact) for fact in told]
        if type(row.of) not in TOGETHER or not facts:
            continue
        main = max(facts, key=len)
        around = [heard[max(0, at - FAR) : at + len(main) + FAR] for at in places(main, heard)]
        if not any(all(fact in near for fact in facts) for near in around):
            apart.append((type(row.of).__name__, facts))
    assert apart == []


def test_each_place_on_the_wheel_is_told_of_whom_and_when(name: str, heard: str) -> None:
    dossier = whole.case(name)
    for part in editions.dutch().dimensions:
        told = ["Nu"]
        for by, who in ((ScoredBy.CLIENT, dossier.person.called), (ScoredBy.WORKER, "Begeleider")):
            places = (answers.scored(dossier, part.dimension, by, moment) for moment in Moment)
            told += [who, *map(answers.in_words, places)]
        table = heard[heard.index(f"{part.title} {part.name}") :]
        at = table.index("Aan het begin")
        for said_so in told:
            at = table.index(said_so, at) + len(said_so)
        assert "Vragen en antwoorden" not in table[:at]


def test_how_each_dimension_stands_is_told(name: str, heard: str) -> None:
    dossier = whole.case(name)
    for part in editions.dutch().dimensions:
        begin = heard.index(f"{part.title} {part.name}")
        told = heard[begin : heard.find("Op het wiel", begin + 200)]
        state = answers.state(dossier, part.dimension)
        assert ("Besproken, nu geen doel" in told) is (state is DimensionState.NO_GOAL)
        assert (" nu ·" in told) is (state is DimensionState.AT_WORK)
        assert "Nog niet besproken." not in told


def test_no_word_of_a_case_is_broken_on_paper(name: str, file: Path) -> None:
    dossier = document.for_others(whole.case(name))
    on_paper = parts(reading.text(file))
    told = " ".join(fact for row in rows(dossier, dossier) for fact in row.facts.values())
    assert parts(told) - on_paper == set()


def test_what_is_inside_the_file_is_the_whole_dossier(name: str, file: Path) -> None:
    """Read back by the program: the same dossier, unchanged since it was sealed."""
    report = verify.verify(file.read_bytes(), editions.seal_of()[1])
    assert (report.intact, report.pinned, report.problems) == (True, True, ())
    with pikepdf.open(file) as opened:
        [plan] = [a.get_file().read_bytes() for a in opened.attachments.values()]
    found = package.load(plan).dossier
    assert found.versions
    assert document.content(found) == document.content(whole.case(name))
    for field in fields(Dossier):
        if field.name != "versions":
            expected = getattr(document.for_others(whole.case(name)), field.name)
            assert getattr(found, field.name) == expected


def test_what_stays_on_the_laptop_is_in_no_word_of_the_file(name: str, file: Path) -> None:
    dossier = whole.case(name)
    assert dossier.person.born
    born = dossier.person.born
    at_the_table = {name for one in dossier.team for name in (one.name, one.name.split()[0])}
    private = [*only_here(dossier), born.isoformat(), words.day(born)]
    private = [text for text in private if text not in at_the_table]
    assert {dossier.person.number, dossier.stays[0].about, dossier.talks[0].told} < set(private)
    with pikepdf.open(file) as opened:
        [plan] = [a.get_file().read_bytes().decode() for a in opened.attachments.values()]
    for told in (reading.joined(reading.text(file)), reading.spoken(file), plan):
        assert [text for text in private if text in told] == []


def test_the_first_page_and_the_plan_to_hang_up_are_one_page_each(name: str, file: Path) -> None:
    first, second, *others = reading.text(file).split("\f")[:-1]
    assert "…" not in first
    assert "Wie tekent" in first
    assert f"Wat {whole.case(name).person.called} is gelukt" in second
    [to_hang_up] = (page for page in (second, *others) if "Wat merk ik?" in page)
    assert to_hang_up.count("Wat doen anderen?") == 3


@pytest.mark.parametrize("large", [True, False])
def test_no_page_holds_only_its_head_and_foot(name: str, large: bool, tmp_path: Path) -> None:
    dossier = whole.case(name)
    dossier = replace(dossier, person=replace(dossier.person, large_print=large))
    path = tmp_path / "plan.pdf"
    for edition in (editions.signed(dossier), editions.concept(dossier)):
        path.write_bytes(pdf.build(edition))
        pages = reading.text(path).split("\f")[:-1]
        assert [page for page in pages if len(page.split()) < 30] == []


TOGETHER = {
    *(Goal, Step, Attempt, NoGoal, Achievement, Basic, Contact, MediationMark, Stay),
    *(Review, Placement, ReleaseChoice, PartyAnswer, Seat, Telling),
    *(kind for kind, _many in (diff.owned(Dossier)[name] for name in ("conditions", "risks"))),
}


def rows(value: Any, dossier: Dossier) -> Iterator[Row]:
    """Every value in this one, with its fields as they are said."""
    if not (isinstance(value, Answer) and intake.is_tick(value.id)):  # ticks of the worker
        yield Row(value, dict(_facts(value, dossier)))
    whole_kind: type = type(value)
    for name, (_kind, many) in diff.owned(whole_kind).items():
        held = getattr(value, name)
        for one in held if many else (held,):
            yield from rows(one, dossier)


def _facts(value: Any, dossier: Dossier) -> Iterator[tuple[str, str]]:
    kind: type = type(value)
    for f in fields(value):
        key, held = (kind, f.name), getattr(value, f.name)
        if key in SAID:
            yield f.name, SAID[key](value, dossier)
        elif key in NOT_PRINTED or f.name == "id" or f.name in diff.owned(kind):
            continue
        else:
            yield f.name, _plainly(held)


def _plainly(held: Any) -> str:
    match held:
        case None:
            return ""
        case date():
            return words.day(held)
        case StrEnum():
            found = [part for part in editions.dutch().dimensions if part.dimension == held]
            assert found, f"say in SAID how this is printed: {held!r}"
            return found[0].title
        case str():
            return held
    raise AssertionError(f"say in SAID how this is printed: {held!r}")


def _capital(told: str) -> str:
    return told[:1].upper() + told[1:]


def _asks(answer: Answer) -> str:
    question = editions.dutch().asked(answer.id)
    return question.text if question else "In mijn eigen woorden"


def _answer(answer: Answer) -> str:
    question = editions.dutch().asked(answer.id)
    return question.say(answer.text) if question else answer.text


def only_here(value: Any) -> Iterator[str]:
    """Every text that is in the dossier and in no file."""
    kind: type = type(value)
    for f in fields(kind):
        held = getattr(value, f.name)
        if f.name in document.PRIVATE.get(kind, ()):
            yield from _texts(held)
        elif f.name in diff.owned(kind):
            for one in held if isinstance(held, tuple) else (held,):
                yield from only_here(one)


def _texts(held: Any) -> Iterator[str]:
    if isinstance(held, tuple):
        for one in held:
            yield from _texts(one)
    elif is_dataclass(held):
        for f in fields(held):
            if f.name != "id":
                yield from _texts(getattr(held, f.name))
    elif isinstance(held, str) and held and not isinstance(held, StrEnum):
        yield held


def places(text: str, told: str) -> list[int]:
    found, at = [], told.find(text)
    while at >= 0:
        found.append(at)
        at = told.find(text, at + 1)
    return found


def parts(text: str) -> set[str]:
    return {word.strip("“”.,:;()") for word in text.split()}

"""The intake, the stay, the course of the case, and the notes: what each edit does and refuses."""

from datetime import date

import pytest

from caseplanner.dossier import answers, course, document, intake, notes, passages, people, stays
from caseplanner.dossier.intake import Part, Standing
from caseplanner.dossier.model import CaseState, Dimension, Dossier, Verdict
from caseplanner.errors import UserError
from tests import whole
from tests.whole.sam import AGREED, BORN, SCREENED, WANTED

STATEMENT = "Ik heb de fietsen meegenomen."
ON = date(2026, 1, 21)
LATER = date(2026, 2, 17)


@pytest.fixture
def sam() -> Dossier:
    return people.start("Sam")


def test_a_part_is_empty_begun_or_talked_about(sam: Dossier) -> None:
    assert intake.standing(sam, Part.WELL) is Standing.EMPTY
    begun = answers.give(sam, "intake.well.good", "Slapen.")
    assert intake.standing(begun, Part.WELL) is Standing.BEGUN
    assert intake.standing(begun, Part.WORRIES) is Standing.EMPTY
    talked = intake.talk_about(begun, Part.WELL, True, ON)
    assert intake.standing(talked, Part.WELL) is Standing.TALKED
    assert intake.talk_about(talked, Part.WELL, False) == begun


def test_a_part_may_be_talked_about_and_hold_nothing(sam: Dossier) -> None:
    talked = intake.talk_about(sam, Part.WORRIES, True, ON)
    assert intake.standing(talked, Part.WORRIES) is Standing.TALKED


def test_facts_begin_a_part_as_well(sam: Dossier) -> None:
    for part, begun in (
        (Part.WHO, people.describe(sam, born=BORN)),
        (Part.SITUATION, stays.describe(sam, since=ON)),
        (Part.READING, people.describe(sam, hearing="links slecht")),
        (Part.READING, people.describe(sam, pictograms=False)),
    ):
        assert intake.standing(begun, part) is Standing.BEGUN


def test_the_whole_is_talked_about_when_every_part_was(sam: Dossier) -> None:
    assert intake.as_a_whole(sam) is Standing.EMPTY
    assert intake.as_a_whole(intake.begin_sitting(sam, ON)) is Standing.BEGUN
    for part in Part:
        assert intake.as_a_whole(sam) is not Standing.TALKED
        sam = intake.talk_about(sam, part, True, ON)
    assert intake.as_a_whole(sam) is Standing.TALKED


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("9:30", "09:30"), ("9.30", "09:30"), ("930", "09:30"), ("10", "10:00"), (" ", "")],
)
def test_a_time_is_kept_in_digits(typed: str, kept: str) -> None:
    assert intake.clock(typed) == kept


@pytest.mark.parametrize("typed", ["25:00", "10:60", "half elf", "1:2:3", "٣:٣x", "-1", "9" * 400])
def test_what_is_no_time_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UserError, match="not a time"):
        intake.clock(typed)


def test_a_talk_cannot_end_before_it_begins(sam: Dossier) -> None:
    sat = intake.begin_sitting(sam, ON)
    talk = sat.talks[0].id
    sat = intake.describe_sitting(sat, talk, begin="10:30")
    with pytest.raises(UserError, match="ends before it begins"):
        intake.describe_sitting(sat, talk, end="10:00")
    assert intake.describe_sitting(sat, talk, end="11").talks[0].end == "11:00"
    assert intake.remove_sitting(sat, talk).talks == ()


def test_a_day_of_birth_is_not_in_the_future() -> None:
    intake.check_born(date(1993, 7, 14), ON)
    with pytest.raises(UserError, match="in full"):
        intake.check_born(date(2093, 7, 14), ON)


def test_a_release_before_the_first_day_is_refused(sam: Dossier) -> None:
    inside = stays.describe(sam, since=ON)
    with pytest.raises(UserError, match="before the first day"):
        stays.describe(inside, release=date(2026, 1, 20))
    assert stays.describe(inside, release=ON).stays[0].release == ON
    assert stays.describe(sam, place="") is sam  # nothing was said of a stay


def test_nothing_of_the_offence_is_written_before_the_verdict_is_final(sam: Dossier) -> None:
    for verdict in (Verdict.UNKNOWN, Verdict.NOT_FINAL):
        inside = stays.describe(sam, since=ON, verdict=verdict)
        with pytest.raises(UserError, match="until the verdict is final"):
            stays.state_offence(inside, "Ik was het.")
    with pytest.raises(UserError):
        stays.state_offence(sam, "Ik was het.")
    final = stays.describe(sam, verdict=Verdict.FINAL)
    assert stays.state_offence(final, "Ik was het.").stays[0].statement == "Ik was het."


def test_what_was_said_of_the_offence_leaves_in_no_file_and_is_found_no_more_after_an_appeal(
    sam: Dossier,
) -> None:
    final = stays.state_offence(stays.describe(sam, verdict=Verdict.FINAL), STATEMENT)
    appeal = stays.describe(final, verdict=Verdict.NOT_FINAL)
    assert appeal.stays[0].statement == STATEMENT
    assert STATEMENT not in document.dump(final).decode()  # in no file, whatever the court
    assert STATEMENT in " ".join(passages.of_dossier(final).values())
    assert STATEMENT not in " ".join(passages.of_dossier(appeal).values())
    assert stays.describe(appeal, verdict=Verdict.FINAL) == final


def test_a_new_case_keeps_the_old_one_apart(sam: Dossier) -> None:
    old = stays.state_offence(whole.case("sam"), STATEMENT)
    new = stays.begin_again(old, LATER)
    assert stays.now(new) != stays.now(old)
    now = stays.now(new)
    assert now and (now.verdict, now.statement, now.since) == (Verdict.UNKNOWN, "", None)
    [before] = stays.earlier(new)
    assert (before.ended, before.statement) == (LATER, STATEMENT)
    written = stays.describe(new, about="een andere zaak")
    assert stays.earlier(written) == (before,)
    with pytest.raises(UserError, match="before the first day"):
        stays.begin_again(old, date(2025, 1, 1))
    with pytest.raises(UserError, match="this stay first"):
        stays.begin_again(sam, None)


def test_a_case_goes_its_course(sam: Dossier) -> None:
    assert course.now(sam) is None
    referred = course.go_to(sam, CaseState.REFERRED, ON)
    running = course.go_to(referred, CaseState.RUNNING, LATER)
    assert [m.state for m in running.course] == [CaseState.REFERRED, CaseState.RUNNING]
    with pytest.raises(UserError, match="cannot come in this state"):
        course.go_to(running, CaseState.RUNNING, LATER)
    with pytest.raises(UserError, match="This day is before"):
        course.go_to(running, CaseState.HANDOVER, ON)


def test_a_pause_wants_a_reason_and_goes_on_where_it_was(sam: Dossier) -> None:
    running = course.go_to(sam, CaseState.RUNNING, ON)
    with pytest.raises(UserError, match="reason"):
        course.go_to(running, CaseState.PAUSED, LATER, " ")
    paused = course.go_to(running, CaseState.PAUSED, LATER, "Sam ligt in het ziekenhuis.")
    assert course.before_pause(paused) is CaseState.RUNNING
    assert course.now(course.go_on(paused, LATER)).state is CaseState.RUNNING  # type: ignore[union-attr]
    assert CaseState.PAUSED not in course.possible(paused)
    with pytest.raises(UserError, match="not paused"):
        course.go_on(running, LATER)


def test_only_what_is_under_way_can_be_paused(sam: Dossier) -> None:
    assert CaseState.PAUSED not in course.possible(sam)
    not_started = course.go_to(sam, CaseState.NOT_STARTED, ON, "Sam wil niet.")
    assert CaseState.PAUSED not in course.possible(not_started)
    assert course.now(course.go_to(not_started, CaseState.INTAKE, LATER))


def test_notes_stand_newest_first_and_care_is_of_another_kind(sam: Dossier) -> None:
    sam = notes.write(sam, "a", "eerst", ON)
    sam = notes.write(sam, "b", "later die dag", ON)
    sam = notes.write(sam, "c", "zonder dag", None)
    sam = notes.place(sam, "a", LATER, Dimension.SELF)
    sam = notes.write_care(sam, "z", WANTED, "")
    assert [note.id for note in notes.newest_first(sam)] == ["a", "b", "c"]
    assert notes.write(sam, "a", "anders", ON).notes[0].on == LATER  # its day stays
    assert [note.id for note in notes.remove(sam, "b").notes] == ["a", "c"]
    assert notes.remove_care(sam, "z").care == ()


def test_no_note_no_care_is_in_a_file() -> None:
    told = document.dump(whole.case("sam")).decode()
    for private in (SCREENED, WANTED, AGREED):
        assert private not in told
    assert "Op tijd opstaan" in told

"""The words for the driegesprek and what is agreed there: see difference_words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from caseplanner.dossier.model import (
    MeetingState,
    PlanSaid,
    SeatRole,
    Sensitive,
    Topic,
)
from caseplanner.words import mark

TABLES: Mapping[str, str] = {
    "meeting": mark("Three-way meeting"),
    "seat": mark("At the table of a meeting"),
    "topic_mark": mark("Topic of a meeting"),
    "hidden": mark("Not shown in a meeting"),
    "party_answer": mark("What another says to the goal"),
    "agreement": mark("Agreement"),
    "telling": mark("Who tells what"),
    "scan": mark("Paper with a signature"),
}
FIELDS: Mapping[str, Mapping[str, str]] = {
    "meeting": {
        "on": mark("on"),
        "begin": mark("from"),
        "end": mark("until"),
        "place": mark("place"),
        "state": mark("how it stands"),
        "why": mark("why it did not take place"),
        "how": mark("how it goes"),
        "together": mark("how we work together"),
        "summary": mark("told in own words"),
        "said": mark("what the client says to the plan"),
        "said_why": mark("why the client says so"),
        "next_on": mark("next time"),
        "next_begin": mark("next time from"),
        "next_place": mark("next time at"),
        "version": mark("version that was set"),
        "page": mark("where it was interrupted"),
        "alone": mark("spoke apart with"),
        "helped": mark("what helped"),
        "hindered": mark("what got in the way"),
    },
    "seat": {
        "name": mark("name"),
        "role": mark("role"),
        "there": mark("is there"),
        "why_absent": mark("why not there"),
    },
    "topic_mark": {
        "topic": mark("topic"),
        "left_out": mark("left out"),
        "talked": mark("talked about"),
    },
    "hidden": {"kind": mark("kind"), "item": mark("which")},
    "party_answer": {
        "said": mark("what is said"),
        "role": mark("role"),
        "name": mark("name"),
        "reason": mark("reason"),
        "on": mark("said on"),
    },
    "agreement": {
        "text": mark("words"),
        "who": mark("who"),
        "by": mark("by when"),
        "when": mark("when, in words"),
        "told": mark("who is told"),
        "state": mark("how it goes"),
        "goal": mark("belongs to the goal"),
        "step": mark("became the step"),
        "meeting": mark("made in the meeting"),
    },
    "telling": {
        "what": mark("what"),
        "who": mark("who"),
        "to": mark("to whom"),
        "hears": mark("how the client hears it"),
    },
    "scan": {
        "name": mark("name"),
        "pages": mark("pages"),
        "content": mark("mark"),
        "at": mark("when"),
        "role": mark("role"),
    },
}
# The field that says what a row is; its own change needs no other words.
MAIN: Mapping[str, str] = {
    "meeting": "on",
    "seat": "name",
    "topic_mark": "topic",
    "hidden": "kind",
    "party_answer": "said",
    "agreement": "text",
    "telling": "what",
    "scan": "name",
}
# Rows that are known by their main words where a lesser field of theirs is told.
NAMED_BY_MAIN = frozenset({"meeting", "seat", "topic_mark", "agreement", "telling", "scan"})
VALUES: Mapping[type[StrEnum], Mapping[Any, str]] = {
    SeatRole: {
        SeatRole.CLIENT: mark("client"),
        SeatRole.MENTOR: mark("mentor or worker"),
        SeatRole.SUPERVISOR: mark("supervisor"),
        SeatRole.INTERPRETER: mark("interpreter"),
        SeatRole.VOLUNTEER: mark("volunteer"),
        SeatRole.RELATIVE: mark("somebody close"),
    },
    MeetingState: {
        MeetingState.PLANNED: mark("planned"),
        MeetingState.GOING: mark("going on"),
        MeetingState.HELD: mark("held"),
        MeetingState.CANCELLED: mark("did not take place"),
    },
    Topic: {
        Topic.HOW: mark("How are we?"),
        Topic.WHEEL: mark("The wheel"),
        Topic.GOALS: mark("Goals"),
        Topic.CONDITIONS: mark("Conditions"),
        Topic.SIGNALS: mark("Signals"),
        Topic.WHO: mark("Who does what"),
        Topic.TELLS: mark("Who tells what"),
        Topic.TOGETHER: mark("How we work together"),
        Topic.SUMMARY: mark("In my own words"),
        Topic.NEXT: mark("The next time"),
        Topic.SIGN: mark("Sign"),
    },
    PlanSaid: {
        PlanSaid.AGREES: mark("agrees"),
        PlanSaid.PARTLY: mark("agrees in part"),
        PlanSaid.DISAGREES: mark("does not agree"),
        PlanSaid.COULD_NOT: mark("could not answer"),
    },
    Sensitive: {
        Sensitive.GOAL: mark("a goal"),
        Sensitive.CONDITION: mark("a condition"),
        Sensitive.ACHIEVEMENT: mark("something that was achieved"),
    },
}

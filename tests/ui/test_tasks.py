"""Slow work leaves the screens alone, and brings its result or its error back to them."""

import gc
import threading

import pytest
from pytestqt.qtbot import QtBot

from caseplanner.ui import tasks as slow
from caseplanner.ui.tasks import Tasks


def test_work_runs_elsewhere_and_its_result_comes_back_here(qtbot: QtBot, tasks: Tasks) -> None:
    here = threading.get_ident()
    seen: list[int] = []
    tasks.run(threading.get_ident, lambda there: seen.extend((there, threading.get_ident())))
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[0] != here
    assert seen[1] == here


def test_an_error_comes_back_to_who_asked(qtbot: QtBot, tasks: Tasks) -> None:
    errors: list[Exception] = []
    tasks.run(lambda: 1 // 0, print, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_error_nobody_asked_for_reaches_the_message_bar(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.captureExceptions() as errors:
        tasks.run(lambda: 1 // 0, print)
        qtbot.waitUntil(lambda: bool(errors))
    assert errors[0][0] is ZeroDivisionError


def test_what_still_waits_is_forgotten_on_leaving(qtbot: QtBot) -> None:
    tasks = Tasks()
    told: list[object] = []
    go_on = threading.Event()
    tasks.run(lambda: go_on.wait(5), told.append)
    tasks.run(lambda: 2, told.append)
    go_on.set()
    tasks.close()
    qtbot.wait(50)
    assert told == []


def test_garbage_is_only_collected_on_the_thread_of_the_screens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slow, "TIDY", 10)
    tasks = Tasks()
    threads: set[int] = set()

    def note(phase: str, about: dict[str, int]) -> None:
        threads.add(threading.get_ident())

    gc.callbacks.append(note)
    try:
        done: list[object] = []
        tasks.run(lambda: [[place] for place in range(200_000)], done.append)
        qtbot.waitUntil(lambda: bool(done and threads))
    finally:
        gc.callbacks.remove(note)
        tasks.close()
    assert threads == {threading.get_ident()}
    assert gc.isenabled()

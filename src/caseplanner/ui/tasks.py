"""Slow work, off the thread of the screens.

Only functions of values go there: deriving a key, making a PDF. A worker never touches a
widget, the session or an open vault. Nothing else in the program uses threads.
"""

import gc
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Made = TypeVar("Made")
TIDY = 1000  # milliseconds


class Tasks(QObject):
    """Runs one thing after another. While it is there, Python tidies up only on this thread.

    Left alone, Python collects garbage on whichever thread happens to allocate; on the worker's
    that would destroy widgets there, and Qt stops the program.
    """

    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finished.connect(self._deliver)
        gc.disable()
        self._tidying = QTimer(self, interval=TIDY)
        self._tidying.timeout.connect(_tidy)
        self._tidying.start()

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # not needed to paint the lock screen

        return ThreadPoolExecutor(max_workers=1)

    def run(
        self,
        work: Callable[[], Made],
        done: Callable[[Made], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call done(work()) on the thread of the screens.

        An error in `work` goes to `failed`; without one it is raised there too, and so reaches
        the window's message bar.
        """
        future = self._pool.submit(work)
        future.add_done_callback(lambda f: self._finished.emit(f, done, failed))

    def close(self) -> None:
        """Wait for what runs now; forget what was still waiting, and whom to tell."""
        self._finished.disconnect(self._deliver)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._tidying.stop()
        gc.enable()

    @Slot(object, object, object)
    def _deliver(
        self,
        future: "Future[Any]",
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        error = future.exception()
        if isinstance(error, Exception) and failed:
            failed(error)
        else:
            done(future.result())


def _tidy() -> None:
    """What Python itself does when a generation of objects has grown past its threshold."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
            gc.collect(generation)
            return

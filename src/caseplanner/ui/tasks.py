"""Slow work, off the thread of the screens.

Only functions of values go there: deriving a key, making a PDF. A worker never touches a
widget, the session or an open vault. Nothing else in the program uses threads.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

Made = TypeVar("Made")


class Tasks(QObject):
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._finished.connect(self._deliver)

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

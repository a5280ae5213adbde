"""Trying every part of the program where it is installed, in a folder of its own that goes away.

A line for each part, in the language of the person: `ok`, or `FAILED` with what is wrong. It never
ends in a traceback, and touches nothing but a new folder for temporary files.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from caseplanner.errors import UserError
from caseplanner.selftest import network
from caseplanner.selftest.work import Part, Work, must
from caseplanner.words import _, mark

LEFT = mark("The folder {folder} is still there. It holds nothing that can be read: remove it.")


def run(tell: Callable[[str], None]) -> int:
    """Try each part, telling one line for each; 0 when all of them work, else 1."""
    heard = network.listen()  # before the parts are imported
    failed = 0

    def attempt(name: str, part: Callable[[], object]) -> None:
        nonlocal failed
        try:
            part()
        except Exception as error:
            # Any fault of any part is a line here: that is what a self-test is for.
            failed += 1
            tell(_failed(name, _reason(error)))
        else:
            tell(_("ok      {part}", part=name))

    folder = Path(tempfile.mkdtemp(prefix="caseplanner-"))  # for this person only

    def stopped(name: str, reason: str) -> None:
        """Qt is about to end the process: say why, and leave nothing."""
        tell(_failed(name, reason))
        shutil.rmtree(folder, ignore_errors=True)

    try:
        for name, parts in _groups(Work(folder, stopped)):
            try:
                found = parts()
            except Exception as error:
                failed += 1
                tell(_failed(name, _reason(error)))
                continue
            for part in found:
                attempt(*part)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    attempt(_("nothing is left behind"), lambda: must(not folder.exists(), LEFT, folder=folder))
    attempt(_("no connection to a network was made"), lambda: network.silent(heard))
    return 1 if failed else 0


def _groups(work: Work) -> Iterator[tuple[str, Callable[[], tuple[Part, ...]]]]:
    """The parts by what they are made of: where that cannot be imported, the others still can."""

    def files() -> tuple[Part, ...]:
        from caseplanner.selftest import files

        return files.parts()

    def vault() -> tuple[Part, ...]:
        from caseplanner.selftest import vault

        return vault.parts(work)

    def document() -> tuple[Part, ...]:
        from caseplanner.selftest import document

        return document.parts(work)

    def screen() -> tuple[Part, ...]:
        from caseplanner.selftest import screen

        return screen.parts(work)

    yield _("the files of the program"), files
    yield _("the vault"), vault
    yield _("documents"), document
    yield _("the screen"), screen


def _failed(name: str, reason: str) -> str:
    return _("FAILED  {part}: {reason}", part=name, reason=" ".join(reason.split()))


def _reason(error: Exception) -> str:
    """What is wrong, without what a message of somebody else might hold."""
    match error:
        case UserError():
            return str(error)
        case ImportError(msg=str(said)):  # names a module, or a library of the system
            return _("A part of the program cannot be loaded ({what}). Install it anew.", what=said)
        case OSError(strerror=str(said)):
            return _("This file or folder cannot be used: {reason}", reason=said)
        case _:
            kind = type(error).__name__
            return _("The program failed here ({kind}). Please tell its makers.", kind=kind)

"""`caseplanner vault check`: reads every page, every dossier and the whole log."""

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict
from typing import Any

from caseplanner.commands.common import in_json, open_desk
from caseplanner.words import _


def add_to(commands: Any) -> None:
    """Put this command under `caseplanner vault`."""
    check = commands.add_parser("check", help="read the whole vault, and say what is not right")
    check.add_argument("--json", action="store_true", help="as JSON")
    check.set_defaults(command=_check)


def _check(options: Namespace) -> int:
    with closing(open_desk(options)) as desk:
        health = desk.custody.check()
    if options.json:
        print(in_json({"whole": health.is_whole, **asdict(health)}))
        return 0 if health.is_whole else 1
    if health.is_whole:
        print(_("The vault is whole: {n} dossiers were read.", n=health.dossiers))
        return 0
    if health.pages:
        print(_("{n} pages of the database are damaged.", n=health.pages))
    if health.structure:
        print(_("The tables of the database do not fit together."))
    if health.log:
        print(_("The log is broken from line {n}: a line was changed or is missing.", n=health.log))
    for dossier in health.unreadable:
        print(_("This dossier cannot be read whole: {id}", id=dossier))
    return 1

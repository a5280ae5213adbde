"""`caseplanner vault check|salvage`: is the vault whole, and what can be saved when it is not."""

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict
from typing import Any

from caseplanner.commands.common import check_vault, in_json, open_desk, passphrase
from caseplanner.words import _


def add_to(commands: Any) -> None:
    """Put these commands under `caseplanner vault`."""
    check = commands.add_parser("check", help="read the whole vault, and say what is not right")
    check.add_argument("--json", action="store_true", help="as JSON")
    check.set_defaults(command=_check)

    salvage = commands.add_parser(
        "salvage", help="save what can be read of a damaged vault; the damaged one is kept"
    )
    salvage.add_argument("--json", action="store_true", help="as JSON")
    salvage.set_defaults(command=_salvage)


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


def _salvage(options: Namespace) -> int:
    from caseplanner import desk as desks

    check_vault(options)
    keys = desks.unlock(options.data_dir, passphrase(options))
    report = desks.salvage(options.data_dir, keys)
    if options.json:
        print(in_json(asdict(report)))
        return 0
    print(_("Dossiers that are whole: {n}", n=report.whole))
    for dossier in report.partial:
        print(_("Only part of this dossier could be saved: {id}", id=dossier))
    for dossier in report.lost:
        print(_("Nothing of this dossier could be saved: {id}", id=dossier))
    if report.log_broken:
        print(_("Lines of the log are missing; a new one begins, and says so."))
    if report.seal_lost:
        print(_("The seal was lost. Give partners the new one: caseplanner certificate"))
    print(_("The damaged vault is kept as a backup."))
    return 0

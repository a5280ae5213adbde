"""`caseplanner vault backup|backups|restore|rekey`: copies, putting one back, and new keys."""

import sys
from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caseplanner.commands.common import in_json, open_desk, passphrase
from caseplanner.errors import UserError
from caseplanner.words import _, mark

if TYPE_CHECKING:
    from caseplanner.desk import Backup


def add_to(commands: Any) -> None:
    """Put these commands under `caseplanner vault`."""
    make = commands.add_parser("backup", help="make a backup, and read it again")
    make.add_argument("--to", type=Path, help="copy it to this folder as well, such as a stick")
    make.set_defaults(command=_backup)

    list_ = commands.add_parser("backups", help="the backups that are there, newest first")
    list_.add_argument("--place", type=Path, help="of this folder or stick, not of the laptop")
    list_.add_argument("--json", action="store_true", help="as JSON")
    list_.set_defaults(command=_backups)

    restore = commands.add_parser(
        "restore", help="put a backup back, with a passphrase of its time; what was there is kept"
    )
    restore.add_argument("backup", help="its name as `backups` shows it, or its folder")
    restore.add_argument("--preview", action="store_true", help="only say what is in it")
    restore.set_defaults(command=_restore)

    rekey = commands.add_parser(
        "rekey", help="new keys for all who stay; older backups go, and open with no new key"
    )
    rekey.set_defaults(command=_rekey)


def _backup(options: Namespace) -> int:
    with closing(open_desk(options)) as desk:
        made = desk.custody.back_up(place=options.to)()
        desk.custody.backed_up(made)
    print(made.backup.path)
    if made.problem:
        print(" ".join(made.problem.split()), file=sys.stderr)
        return 1
    if made.outside:
        print(made.outside.path)
    return 0


def _backups(options: Namespace) -> int:
    from caseplanner import desk as desks

    found = desks.backups(options.place or options.data_dir)
    if options.json:
        print(in_json([_row(backup) for backup in found]))
    else:
        for row in map(_row, found):
            print(row["name"], row["kind"], row["state"], row["dossiers"], row["size"], sep="\t")
    return 0


def _restore(options: Namespace) -> int:
    from caseplanner import desk as desks

    path = _path(options)
    opened = passphrase(options)
    if options.preview:
        seen = desks.preview(options.data_dir, path, opened)
        print(in_json({**_row(seen.backup), "people": [who.name for who in seen.people]}))
        for entry in seen.lines:
            print(entry.line.id, entry.line.called, entry.line.initials, sep="\t")
        if seen.lost is not None:
            print(_("Lines of today's log that would go: {n}", n=seen.lost))
        return 0
    desks.restore(options.data_dir, path, opened)
    print(_("The backup {name} was put back. What was there is kept as a backup.", name=path.name))
    return 0


def _rekey(options: Namespace) -> int:
    open_desk(options).rekey()
    print(
        _(
            "The vault has new keys. Everybody keeps the passphrase they had. Backups on a stick "
            "from before still open with the old keys: destroy those."
        )
    )
    return 0


def _path(options: Namespace) -> Path:
    """The folder of the backup: one on this laptop by its name, any by its path."""
    from caseplanner import desk as desks

    if Path(options.backup).is_dir():
        return Path(options.backup).absolute()
    named = [b.path for b in desks.backups(options.data_dir) if b.name == options.backup]
    if not named:
        raise UserError(
            mark("There is no backup {name}. Nothing was changed."), name=options.backup
        )
    return named[0]


def _row(backup: "Backup") -> dict[str, Any]:
    return {
        "name": backup.name,
        "kind": backup.kind.value if backup.kind else "",
        "state": backup.state.value,
        "made_at": backup.made_at,
        "dossiers": backup.dossiers,
        "size": backup.size,
        "path": backup.path,
    }

"""`caseplanner vault init|users|add-user|remove-user|passphrase|recover`: who has a passphrase."""

from argparse import ArgumentParser, Namespace
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caseplanner.commands.common import (
    check_vault,
    in_json,
    new_passphrase,
    open_desk,
    recovery_words,
)
from caseplanner.errors import UserError
from caseplanner.words import _, mark

if TYPE_CHECKING:
    from caseplanner.custody import Custody, Member

ROLES = ("worker", "mentor", "volunteer", "manager")  # of dossier.staff, which --help need not load


def add_to(commands: Any) -> None:
    """Put these commands under `caseplanner vault`."""
    init = commands.add_parser("init", help="make a new vault, with one worker who manages it")
    init.add_argument("name", help="the name of that worker")
    _new_passphrase(init)
    init.set_defaults(command=_init)

    users = commands.add_parser("users", help="who can unlock the vault")
    users.add_argument("--json", action="store_true", help="as JSON")
    users.set_defaults(command=_users)

    add = commands.add_parser("add-user", help="let somebody in, with a passphrase of his own")
    add.add_argument("name")
    add.add_argument("--role", choices=ROLES, default=ROLES[0], help="what is seen (default: all)")
    add.add_argument("--manages", action="store_true", help="looks after the laptop as well")
    add.add_argument("--on-behalf", default="", help="who answers for what this person does")
    _new_passphrase(add)
    add.set_defaults(command=_add)

    remove = commands.add_parser(
        "remove-user", help="take a passphrase away; for copies made before see rekey"
    )
    remove.add_argument("who", help="the name or the id as `users` shows it")
    remove.set_defaults(command=_remove)

    change = commands.add_parser("passphrase", help="give yourself or somebody a new passphrase")
    change.add_argument("--who", help="the name or the id of somebody else; only who manages may")
    _new_passphrase(change)
    change.set_defaults(command=_passphrase)

    recover = commands.add_parser(
        "recover", help="a new passphrase with the words of the recovery sheet"
    )
    recover.add_argument("--words-file", type=Path, help="read the words from this file")
    _new_passphrase(recover)
    recover.set_defaults(command=_recover)


def _new_passphrase(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--new-passphrase-file",
        type=Path,
        help="read the new passphrase from the first line of this file, instead of asking for it",
    )


def _init(options: Namespace) -> int:
    from caseplanner import desk as desks

    if desks.exists(options.data_dir):
        raise UserError(mark("There is already a vault in this folder. Nothing was changed."))
    desks.create(options.data_dir, new_passphrase(options), options.name)
    print(_("There is a new vault in {folder}.", folder=options.data_dir))
    return 0


def _users(options: Namespace) -> int:
    with closing(open_desk(options)) as desk:
        members = desk.custody.members()
    if options.json:
        print(in_json([_row(member) for member in members]))
    else:
        for row in map(_row, members):
            manages = "manages" if row["manages"] else ""
            print(row["id"], row["name"], row["role"], manages, row["on_behalf"], sep="\t")
    return 0


def _add(options: Namespace) -> int:
    from caseplanner.dossier.staff import Staff, StaffRole

    with closing(open_desk(options)) as desk:
        role = StaffRole(options.role)
        somebody = Staff(options.name, role, options.manages, options.on_behalf)
        desk.custody.must_manage()
        slot = desk.custody.slot_for(somebody.id, new_passphrase(options))()
        desk.custody.add(somebody, slot)
    print(_("{name} can unlock the vault.", name=somebody.name))
    return 0


def _remove(options: Namespace) -> int:
    with closing(open_desk(options)) as desk:
        member = _member(desk.custody, options.who)
        desk.custody.remove(member.staff.id)
    print(
        _(
            "{name} cannot unlock the vault any more. Older copies of it still open with the old "
            "passphrase; `vault rekey` gives the vault new keys.",
            name=member.staff.name,
        )
    )
    return 0


def _passphrase(options: Namespace) -> int:
    with closing(open_desk(options)) as desk:
        owner = desk.staff.id
        if options.who:
            desk.custody.must_manage()
            owner = _member(desk.custody, options.who).staff.id
        slot = desk.custody.slot_for(owner, new_passphrase(options))()
        desk.custody.change_passphrase(slot)
    print(_("The new passphrase works from now on; the old one opens nothing here any more."))
    return 0


def _recover(options: Namespace) -> int:
    from caseplanner import desk as desks

    check_vault(options)
    words = recovery_words(options)
    keys = desks.recover(options.data_dir, words, new_passphrase(options))
    desks.Desk(options.data_dir, replace(keys, by_sheet=True)).close()  # for the log
    print(_("The new passphrase works from now on; the old one opens nothing here any more."))
    return 0


def _member(custody: "Custody", who: str) -> "Member":
    members = custody.members()
    found = [member for member in members if member.staff.id == who] or [
        member for member in members if member.staff.name.casefold() == who.casefold()
    ]
    if len(found) != 1:
        raise UserError(mark("There is no single person with this name or id. See `vault users`."))
    return found[0]


def _row(member: "Member") -> dict[str, Any]:
    staff = member.staff
    return {
        "id": staff.id,
        "name": staff.name,
        "role": staff.role.value,
        "manages": staff.manages,
        "on_behalf": staff.on_behalf,
        "since": member.since,
        "recovery_sheet": member.has_sheet,
    }

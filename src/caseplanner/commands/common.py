"""What every command needs: the vault unlocked, a passphrase from a file or a person, JSON."""

import json
import sys
from argparse import Namespace
from datetime import date
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caseplanner.errors import UserError
from caseplanner.words import _, mark

if TYPE_CHECKING:  # each command imports the parts it needs, so that --help is there at once
    from caseplanner.desk import Desk


def open_desk(options: Namespace) -> "Desk":
    """The vault, unlocked with the passphrase from the file or from the keyboard."""
    from caseplanner import desk as desks

    check_vault(options)
    return desks.Desk(options.data_dir, desks.unlock(options.data_dir, passphrase(options)))


def check_vault(options: Namespace) -> None:
    """UserError before anybody types a passphrase for a vault that is not there."""
    from caseplanner import desk as desks

    if not desks.exists(options.data_dir):
        raise UserError(mark("There is no vault in {folder}."), folder=options.data_dir)


def passphrase(options: Namespace) -> str:
    """The passphrase of who runs the command."""
    if options.passphrase_file:
        return first_line(options.passphrase_file)
    _check_somebody("--passphrase-file")
    return getpass(_("Passphrase:") + " ")


def new_passphrase(options: Namespace) -> str:
    """A passphrase to be: long enough, and typed twice where a person types it."""
    from caseplanner import passphrases
    from caseplanner.passphrases import Strength

    if options.new_passphrase_file:
        chosen = first_line(options.new_passphrase_file)
    else:
        _check_somebody("--new-passphrase-file")
        chosen = getpass(_("New passphrase:") + " ")
        if getpass(_("The same once more:") + " ") != chosen:
            raise UserError(mark("The two are not the same. Nothing was changed. Try again."))
    if passphrases.strength(chosen) is Strength.SHORT:
        raise UserError(
            mark("This passphrase is too short: take at least {least} characters."),
            least=passphrases.LEAST,
        )
    return chosen


def recovery_words(options: Namespace) -> str:
    """The words of the recovery sheet, as the vault knows them."""
    from caseplanner import passphrases

    if options.words_file:
        return passphrases.read_recovery(_text(options.words_file))
    _check_somebody("--words-file")
    return passphrases.read_recovery(getpass(_("The words of the recovery sheet:") + " "))


def first_line(path: Path) -> str:
    """What stands on the first line of a file that somebody made in any editor."""
    return _text(path).split("\n")[0].removesuffix("\r")


def in_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(mark("The file with the passphrase is not plain text.")) from None


def _check_somebody(instead: str) -> None:
    if not (sys.stdin and sys.stdin.isatty()):
        raise UserError(
            mark("Nobody is here to type the passphrase: use {option}."), option=instead
        )


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else str(value)

"""The defaults of the institution: a file that IT may place for all who use this machine.

docs/settings.md describes it. It never stops the program: what is wrong in it is told, and there
the program's own default holds. What a person chooses himself wins.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from caseplanner import paths, settings
from caseplanner.errors import UserError
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.dossier.templates import Templates
    from caseplanner.dossier.written import Table

NAME = "institution.toml"
WHERE = "CASEPLANNER_INSTITUTION"  # names another file, for a program that is carried along
MOST = 1024 * 1024  # bytes

CLOSED = mark(
    "The file of your institution, {file}, cannot be read: {reason}. The program uses its own "
    "settings. Please tell IT."
)
UNREADABLE = mark(
    "The file of your institution, {file}, cannot be read at line {line}. The program uses its own "
    "settings. Please tell IT."
)
WRONG = mark(
    "In the file of your institution, {file}, line {line}, “{what}” is unknown or not as it should "
    "be. The program passes it over. Please tell IT."
)


@dataclass(frozen=True, slots=True)
class Institution:
    """`values` are defaults of settings by their name, `templates` texts to put in a dossier, and
    `slips` what is wrong with the file.
    """

    values: dict[str, Any] = field(default_factory=dict)
    templates: "Templates" = ()
    slips: tuple[UserError, ...] = ()


def place() -> Path:
    """Where the file is looked for."""
    return Path(os.environ.get(WHERE) or paths.site_dir() / NAME)


def load() -> Institution:
    """What the institution gives; nothing where there is no file."""
    path = place()
    try:
        with path.open("rb") as file:
            return read(str(path), file.read(MOST + 1))
    except FileNotFoundError:
        return Institution()
    except OSError as error:
        return Institution(slips=(UserError(CLOSED, file=path, reason=error.strerror or ""),))


def read(name: str, data: bytes) -> Institution:
    """What is in the file that people know by this name."""
    from caseplanner.dossier.plain import short  # only where there is such a file
    from caseplanner.dossier.written import Written

    def unreadable(line: object) -> Institution:
        return Institution(slips=(UserError(UNREADABLE, file=name, line=line),))

    if len(data) > MOST:
        return unreadable(data.count(b"\n") + 1)
    try:
        table = Written(name, data.decode("utf-8-sig")).read()
    except UnicodeDecodeError as error:
        return unreadable(data.count(b"\n", 0, error.start) + 1)
    except UserError as error:
        return unreadable(error.facts["line"])
    except (ValueError, RecursionError):  # a number of more digits than any; lists in lists
        return unreadable(1)
    values = {key: value for key, value in table.data.items() if _fits(key, value)}
    found, slips = _templates(table) if "template" in table.data else ((), [])
    known = {*values, "template"}
    slips += [table.fault(WRONG, key) for key in table.data if key not in known]
    told = [{**slip.facts, "what": short(str(slip.facts["what"]))} for slip in slips]
    return Institution(values, found, tuple(UserError(WRONG, **facts) for facts in told))


def _templates(table: "Table") -> tuple["Templates", list[UserError]]:
    """Those that are right, and what is wrong with the others."""
    from caseplanner.dossier import templates

    found, slips = [], []
    try:
        rows = table.tables("template")
    except UserError as slip:
        return (), [slip]
    for number, row in enumerate(rows):
        try:
            name, text = row.only(("name", "text")).text("name"), row.text("text")
        except UserError as slip:
            slips.append(slip)
            continue
        made = templates.Template(name, text, id=f"institution-{number}")
        if wrong := templates.wrong(made):
            slips.append(row.fault(WRONG, wrong))
        else:
            found.append(made)
    return tuple(found), slips


def _fits(key: str, value: object) -> bool:
    if key == "backup_place":
        return isinstance(value, str) and Path(value).is_absolute()
    return key in settings.GIVABLE and settings.fits(key, value)

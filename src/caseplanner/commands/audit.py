"""`caseplanner audit verify|export`: is the log whole, and what does it say (NEN 7513)."""

from argparse import Namespace
from contextlib import closing
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from caseplanner.commands.common import in_json, open_desk
from caseplanner.words import _


def add_to(commands: Any) -> None:
    """Put these commands under `caseplanner audit`."""
    verify = commands.add_parser("verify", help="whether every line follows from the one before")
    verify.add_argument("--json", action="store_true", help="as JSON")
    verify.set_defaults(command=_verify)

    export = commands.add_parser("export", help="the log as JSON, with its newest hash")
    export.add_argument("--out", type=Path, required=True, help="the file to write")
    export.add_argument("--dossier", help="only the lines about the dossier with this id")
    day = date.fromisoformat
    export.add_argument("--since", type=day, help="from this day on, such as 2026-01-31")
    export.add_argument("--until", type=day, help="up to and with this day")
    export.set_defaults(command=_export)


def _verify(options: Namespace) -> int:
    with closing(open_desk(options)) as desk:
        broken, head = desk.custody.broken_log(), desk.custody.log_head()
    if options.json:
        print(in_json({"whole": not broken, "broken_at": broken, **asdict(head)}))
    elif broken:
        print(_("The log is broken from line {n}: a line was changed or is missing.", n=broken))
    else:
        print(_("The log is whole: {n} lines. The newest is {hash}.", n=head.seq, hash=head.hash))
    return 1 if broken else 0


def _export(options: Namespace) -> int:
    from caseplanner import files
    from caseplanner.dossier import log_words

    with closing(open_desk(options)) as desk:
        since, until = log_words.bounds(options.since, options.until)
        entries = desk.custody.log(options.dossier, since, until)
        head, broken = desk.custody.log_head(), desk.custody.broken_log()
        told = {
            "vault": desk.vault_id,
            "head": asdict(head),
            "broken_at": broken,
            "lines": [asdict(entry) for entry in entries],
        }
        files.write(options.out, in_json(told).encode())
        desk.custody.note_export(len(entries), options.dossier or "")
    print(options.out)
    return 0

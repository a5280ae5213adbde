"""The command line: the window when nothing is asked, else the same functions without a display.

With `commands` the only place that knows every part. Exit 0: done. Exit 1: a problem, said in one
line on stderr. Exit 2: wrong use.
"""

import argparse
import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from caseplanner import __version__, files, institution, paths, reports, settings, words
from caseplanner.commands import audit, backups, health, people
from caseplanner.commands.common import in_json, open_desk
from caseplanner.errors import UserError
from caseplanner.words import _, mark


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments; returns the exit code."""
    options = _parser().parse_args(argv)
    options.data_dir = options.data_dir or paths.data_dir()
    kept = settings.load(options.data_dir, institution.load().values)
    words.use(options.language or kept.language, kept.client_word)
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except UserError as error:
        return _problem(str(error))
    except KeyboardInterrupt:
        return _problem(_("Stopped. What was saved before is still there."))
    except FileNotFoundError as error:
        return _problem(_("{path} is not there.", path=error.filename))
    except OSError as error:
        return _problem(
            _("This file or folder cannot be used: {reason}", reason=error.strerror or error)
        )
    except Exception as error:
        return _problem(reports.told_to_people(options.data_dir, error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="caseplanner",
        allow_abbrev=False,
        description="Make a restorative plan together, offline. Without a command: the window.",
        epilog="Exit codes: 0 done, 1 a problem said on stderr, 2 wrong use.",
    )
    parser.add_argument("--version", action="version", version=f"caseplanner {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, help="the folder of the vault (default: yours on this laptop)"
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        help="read the passphrase from the first line of this file, instead of asking for it",
    )
    parser.add_argument("--language", choices=list(words.LANGUAGES), help="nl or en")
    parser.set_defaults(command=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    demo = commands.add_parser("demo", help="the main job without a display, on the real parts")
    demo.add_argument("--out", type=Path, required=True, help="folder to make")
    demo.set_defaults(command=_demo)

    import_ = commands.add_parser("import", help="put a dossier from a JSON file in the vault")
    import_.add_argument("file", type=Path)
    import_.set_defaults(command=_import)

    list_ = commands.add_parser("list", help="the dossiers in the vault")
    list_.add_argument("--json", action="store_true", help="as JSON")
    list_.set_defaults(command=_list)

    export = commands.add_parser("export", help="the sealed PDF of a dossier")
    export.add_argument("dossier", help="its id as `list` shows it, or the start of it")
    export.add_argument("--out", type=Path, required=True, help="the PDF file to write")
    export.add_argument("--concept", action="store_true", help="as it is now, not as last agreed")
    export.set_defaults(command=_export)

    verify = commands.add_parser(
        "verify", help="who sealed and signed a PDF, when, and whether anything changed"
    )
    verify.add_argument("file", type=Path)
    verify.add_argument("--json", action="store_true", help="as JSON")
    verify.add_argument("--certificate", type=Path, help="the certificate it must be sealed with")
    verify.set_defaults(command=_verify)

    certificate = commands.add_parser(
        "certificate", help="save this vault's certificate, for partners to trust"
    )
    certificate.add_argument("--out", type=Path, required=True, help="the PEM file to write")
    certificate.set_defaults(command=_certificate)

    vault = commands.add_parser("vault", help="people and passphrases, backups, damage")
    of_vault = vault.add_subparsers(title="commands", metavar="COMMAND", required=True)
    people.add_to(of_vault)
    health.add_to(of_vault)
    backups.add_to(of_vault)

    log = commands.add_parser("audit", help="the log of who did what in the vault")
    audit.add_to(log.add_subparsers(title="commands", metavar="COMMAND", required=True))

    selftest = commands.add_parser("self-test", help="try every part of the program here")
    selftest.set_defaults(command=_self_test)
    return parser


def _window(options: argparse.Namespace) -> int:
    gc.disable()  # nothing to collect yet; from the first screen on ui.tasks does it
    from caseplanner import app

    return app.run(options.data_dir)


def _demo(options: argparse.Namespace) -> int:
    from caseplanner import demo

    options.out.mkdir(parents=True, exist_ok=True)
    for line in demo.run(options.out):
        print(line)
    return 0


def _import(options: argparse.Namespace) -> int:
    from caseplanner.export import package

    arrived = package.load(options.file.read_bytes())
    with closing(open_desk(options)) as desk:
        desk.add(arrived.dossier, arrived.blobs)
    print(_("Imported: {id}", id=arrived.dossier.id))
    return 0


def _list(options: argparse.Namespace) -> int:
    with closing(open_desk(options)) as desk:
        entries = desk.lines()
    if options.json:
        print(in_json([{**asdict(e.line), "edited_at": e.edited_at} for e in entries]))
    else:
        for entry in entries:
            line = entry.line
            print(line.id, line.called, line.initials, line.cell, line.state, sep="\t")
    return 0


def _export(options: argparse.Namespace) -> int:
    from caseplanner import printing
    from caseplanner.dossier import agreements
    from caseplanner.dossier.log import Deed

    with closing(open_desk(options)) as desk:
        found = [e.line.id for e in desk.lines() if e.line.id.startswith(options.dossier)]
        if len(found) != 1:
            raise UserError(mark("There is no single dossier with this id. See `list`."))
        session = desk.open(found[0])
        latest = agreements.latest(session.dossier)
        version = None if options.concept or latest is None else latest.id
        seal = desk.seal()
        edition = printing.edition(session, seal, version, datetime.now(UTC))
        printing.check_may_leave(session, edition)
        pdf = printing.sealed(edition, seal)
        files.write(options.out, pdf)
        number = latest.number if version and latest else 0
        session.note(Deed.EXPORTED, version=str(number))
    print(options.out)
    return 0


def _verify(options: argparse.Namespace) -> int:
    from caseplanner.export import verify

    pinned = options.certificate.read_bytes() if options.certificate else None
    report = verify.verify(options.file.read_bytes(), pinned)
    print(in_json(asdict(report)) if options.json else verify.in_words(report))
    return 0 if report.intact and report.pinned is not False else 1


def _certificate(options: argparse.Namespace) -> int:
    with closing(open_desk(options)) as desk:
        certificate = desk.seal().certificate_pem
    files.write(options.out, certificate)
    print(options.out)
    return 0


def _self_test(options: argparse.Namespace) -> int:
    from caseplanner import selftest

    return selftest.run(print)


def _problem(sentence: str) -> int:
    print(" ".join(sentence.split()), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())

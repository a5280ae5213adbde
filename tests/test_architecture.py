"""Who may import whom. If this test is in your way, the code is in the wrong place."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "caseplanner"
MODULES = sorted(SRC.rglob("*.py"))
# Rooms of one module that every other may enter.
SMALL = {"errors", "words", "paths", "passphrases"}
LISTS = {"library", "addresses", "templates"}  # of the laptop
PDF = {"reportlab", "pikepdf", "pyhanko", "pyhanko_certvalidator", "asn1crypto"}

# A room, and what it may import beside the standard library. A module that is not named here is
# part of the hall (the command line, the start of the window): it may know every part.
MAY_IMPORT = {
    "errors": {"words"},
    "words": {"paths", "babel"},
    "paths": {"platformdirs"},
    "passphrases": {"errors", "paths", "words"},
    "spelling": {"dossier", "paths", "hunspell"},
    "dossier": {"dossier", "errors", "words", "stdnum"},
    "export": {"dossier", "export", *SMALL, *PDF, "cryptography", "msgspec", "jsonschema"}
    | {"icalendar", "PIL", "pypdfium2"},
    "vault": {"dossier", "vault", "errors", "words"}
    | {"sqlite_utils", "sqlcipher3", "cryptography", "msgspec", "filelock"},
    "session": {"dossier", "vault", "errors", "words"},
    "custody": {"dossier", "vault", "errors", "words"},
    "collection": {"dossier", "vault", "errors", "words"},
    **{each: {"dossier", "collection"} for each in LISTS},
    "desk": {"dossier", "vault", "session", "custody", *LISTS, "errors", "words"},
    "ui": {
        "desk",
        "custody",
        "session",
        "collection",
        *LISTS,
        "dossier",
        "export",
        "ui",
        *SMALL,
        "settings",
        "guides",
        "printing",
        "spelling",
    }
    | {"files", "practice", "PySide6", "shiboken6", "pypdfium2"},
}
# Pure means: the same value in, the same value out. No files, no clock, no chance of its own.
NOT_PURE = {"dossier": {"os", "pathlib", "shutil", "subprocess", "tempfile", "time", "sqlite3"}}
NETWORK = {"socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc"} | {
    "asyncio.streams", "aiohttp", "requests", "httpx", "PySide6.QtNetwork"
}  # fmt: skip
LONGEST = 400  # lines; a longer module is two modules


def room(module: Path) -> str:
    return module.relative_to(SRC).parts[0].removesuffix(".py")


def name(module: Path) -> str:
    return module.relative_to(SRC).as_posix()


def imports(module: Path) -> Iterator[str]:
    """Every name a module imports, whole: "caseplanner.dossier.goals", "PySide6.QtWidgets"."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        match node:
            case ast.Import(names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                assert level == 0, f"{name(module)} imports by dots; write the whole name"
                yield from (f"{source}.{alias.name}" for alias in names)


def watched(imported: str) -> str | None:
    """The room or the library a name belongs to; None for the standard library."""
    top, _, rest = imported.partition(".")
    if top == "caseplanner":
        return rest.partition(".")[0]
    return None if top in sys.stdlib_module_names else top


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_imports_point_inwards(module: Path) -> None:
    allowed = MAY_IMPORT.get(room(module))
    if allowed is not None:
        rooms = {watched(imported) for imported in imports(module)} - {None, "__version__"}
        assert not rooms - allowed


def test_the_dossier_knows_no_files_and_no_clock() -> None:
    assert not [
        f"{name(module)} imports {imported}"
        for module in MODULES
        for imported in imports(module)
        if imported.partition(".")[0] in NOT_PURE.get(room(module), ())
    ]


def test_no_module_can_reach_a_network() -> None:
    assert not [
        f"{name(module)} imports {imported}"
        for module in MODULES
        for imported in imports(module)
        if any(f"{imported}.".startswith(f"{banned}.") for banned in NETWORK)
    ]


def test_a_module_says_what_lives_there() -> None:
    sources = {name(module): module.read_text("utf-8") for module in MODULES}
    assert not [n for n, s in sources.items() if s.strip() and not ast.get_docstring(ast.parse(s))]


def test_a_module_can_be_read_in_one_sitting() -> None:
    lines = {name(module): len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert not {module: count for module, count in lines.items() if count > LONGEST}

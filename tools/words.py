"""The word catalogues: every text of the program, its Dutch, and the compiled files.

`python -m tools.words` brings the texts in the source into `resources/locale/caseplanner.pot` and
into the catalogue of each language; a text without Dutch is named, and the exit code is 1.
`--compile` only compiles what is there.
"""

import ast
import io
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "caseplanner"
LOCALE = ROOT / "resources" / "locale"
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # for the place of a date in a compiled file
DATED = ("POT-Creation", "PO-Revision", "Last-Tr", "Language-Team", "Report-Msgid", "Generated")


def texts(module: Path) -> Iterator[str | tuple[str, str]]:
    """What a module says to people: the arguments of `_`, `text`, `mark` and `count` of `words`.

    A choice between two texts, as in `_("a" if x else "b")`, gives both.
    """
    for call in ast.walk(ast.parse(module.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        match call.func:
            case ast.Name(name) | ast.Attribute(ast.Name("words" | "program_words"), name):
                said = [list(constants(argument)) for argument in call.args[:2]]
                if name in ("_", "text", "mark") and said:
                    yield from said[0]
                elif name == "count" and len(said) == 2:
                    yield from zip(*said, strict=True)


def constants(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(str(value)):
            yield value
        case ast.IfExp(body=body, orelse=other):
            yield from constants(body)
            yield from constants(other)


def template() -> Catalog:
    """Every text of the source, each with the modules it is in."""
    catalogue = Catalog(domain="caseplanner", project="caseplanner", fuzzy=False)
    catalogue.header_comment = "# The words of caseplanner. Made by: python3 run.py words"
    for module in sorted(SOURCE.rglob("*.py")):
        for said in texts(module):
            catalogue.add(said, locations=[(module.relative_to(ROOT).as_posix(), 1)])
    return catalogue


def read(language: str) -> Catalog:
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language, domain="caseplanner")


def untranslated(catalogue: Catalog) -> list[str]:
    return [str(m.id) for m in catalogue if m.id and not all(strings(m))]


def strings(message: Message) -> tuple[str, ...]:
    """The translation: one text, or one for each plural form; empty where there is none."""
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def update() -> int:
    found = template()
    write(LOCALE / "caseplanner.pot", found)
    dutch = read("nl")
    dutch.update(found, no_fuzzy_matching=True, update_header_comment=True)
    english = Catalog(locale="en", domain="caseplanner", project="caseplanner", fuzzy=False)
    english.header_comment = found.header_comment
    for message in found:
        if message.id:
            english.add(message.id, message.id, locations=message.locations)
    write(po_file("nl"), dutch)
    write(po_file("en"), english)
    compile_all()
    missing = untranslated(dutch)
    for text in missing:
        print(f"No Dutch yet: {text}", file=sys.stderr)
    return 1 if missing else 0


def write(path: Path, catalogue: Catalog) -> None:
    """Write it sorted and without dates or names, so that the same words are the same file."""
    buffer = io.BytesIO()
    write_po(
        buffer, catalogue, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False
    )
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith(tuple(f'"{d}' for d in DATED)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(kept, "utf-8", newline="\n")


def compile_all() -> None:
    """Compile each catalogue; a reader sees the old file or the new one, never half of one.

    The same words are the same file, whenever it is made.
    """
    for po in LOCALE.glob("*/LC_MESSAGES/*.po"):
        half = po.with_suffix(f".{os.getpid()}")
        with po.open("rb") as text, half.open("wb") as file:
            catalogue = read_po(text)
            catalogue.creation_date = catalogue.revision_date = NO_DAY
            write_mo(file, catalogue)
        half.replace(po.with_suffix(".mo"))


def po_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "caseplanner.po"


if __name__ == "__main__":
    if "--compile" in sys.argv:
        compile_all()
    else:
        sys.exit(update())

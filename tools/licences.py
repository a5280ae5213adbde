"""The licence texts of the Python packages that ship, taken from the packages themselves.

`python -m tools.licences` writes them to `resources/licences/`, as parts.json names them; a package
that is new in requirements.lock is named there by hand, with the SPDX id of its licence. For the
versions in the environment it runs in: that of requirements-dev.lock.
"""

import json
import re
from importlib.metadata import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "resources" / "licences"
LOCK = ROOT / "requirements.lock"
# Locked because another package names it, and not in a package of ours: what reaches a network
# (the client that pyHanko may fetch certificates with), and pip, for a command we do not have.
LEFT_OUT = {
    *("aiohttp", "aiohappyeyeballs", "aiosignal", "frozenlist", "multidict", "propcache", "yarl"),
    "pip",
}
OWN_WORDS = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


def shipped() -> list[str]:
    """The names in requirements.lock, without what is left out."""
    names = re.findall(r"^([\w.-]+)==", LOCK.read_text("utf-8"), re.MULTILINE)
    return [name for name in names if name not in LEFT_OUT]


def parts() -> list[dict[str, str]]:
    """Every part that ships: its `name`, its `licence` (SPDX), and the file with the `text`."""
    found: list[dict[str, str]] = json.loads((TEXTS / "parts.json").read_text("utf-8"))
    return found


def text(package: str) -> str:
    """The licences that an installed package brings, each under its name; "" for none."""
    found = sorted(
        (path for path in files(package) or () if _is_licence(str(path))),
        key=lambda path: str(path),
    )
    said = {path.name: _decoded(path.read_binary()).strip() for path in found}
    if len(said) > 1:
        said = {name: f"{name}\n{'=' * len(name)}\n\n{each}" for name, each in said.items()}
    return "".join(f"{each}\n" for each in said.values())


def _is_licence(path: str) -> bool:
    inside = path.partition(".dist-info/")[2]
    return inside.startswith("licenses/") or bool(OWN_WORDS.match(inside))


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:  # old texts have a © of one byte
        return data.decode("latin-1")


def main() -> None:
    named = {part["name"].lower(): TEXTS / part["text"] for part in parts()}
    for package in shipped():
        if said := text(package):
            named[package].write_text(said, "utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""That what was installed is all there: files, words and questions, and nothing too much."""

import base64
import gettext
import hashlib
from importlib.metadata import Distribution, distributions
from importlib.util import find_spec

from caseplanner import guides, paths, words
from caseplanner.dossier.guide import Guide
from caseplanner.errors import UserError
from caseplanner.selftest.work import Part, must
from caseplanner.words import _, mark

PACKAGES = ("deb", "msi")  # what INSTALLER says in a package of ours
# May be on the path of who installs the program himself, and not in a package of ours.
CLIENTS = ("aiohttp.client", "httpx", "pip", "requests", "urllib3", "PySide6.QtNetwork")

CHANGED = mark("The file {file} is missing or was changed. Install the program anew.")
NO_LIST = mark("The list of files is missing. Install the program anew.")
NO_WORDS = mark("The words of this language are missing: {language}. Install the program anew.")
NO_GUIDE = mark("The guided questions differ between the languages. Install the program anew.")
CLIENT = mark("This package holds {what}, which can reach a network. Please tell its makers.")


def parts() -> tuple[Part, ...]:
    return (
        (_("the files of the program are whole"), whole),
        (_("words in each language"), catalogues),
        (_("guided questions in each language"), questions),
        (_("nothing that could reach a network"), no_client),
    )


def whole() -> None:
    """Every file of resources/ is as it was packed. A checkout has git for that."""
    if not paths.is_installed():
        return
    installed = _distribution()
    listed = [f for f in (installed and installed.files) or () if "resources" in f.parts[:2]]
    must(bool(listed), NO_LIST)
    for file in listed:
        assert file.hash
        try:
            data = file.locate().read_bytes()  # type: ignore[attr-defined]
        except OSError:
            raise UserError(CHANGED, file=file.name) from None
        found = base64.urlsafe_b64encode(hashlib.new(file.hash.mode, data).digest())
        must(found.rstrip(b"=").decode() == file.hash.value, CHANGED, file=file.name)


def catalogues() -> None:
    folder = paths.resource("locale")
    for language in words.LANGUAGES:
        try:
            found = gettext.translation("caseplanner", folder, languages=[language])
        except OSError:
            raise UserError(NO_WORDS, language=language) from None
        must(found.info().get("language") == language, NO_WORDS, language=language)


def questions() -> None:
    first, *others = (_ids(guides.load(language)) for language in words.LANGUAGES)
    must(all(other == first for other in others), NO_GUIDE)


def no_client() -> None:
    """In a package of ours: it brings its own Python, so what is not in it is not there."""
    installed = _distribution()
    if installed and (installed.read_text("INSTALLER") or "").strip() in PACKAGES:
        found = [name for name in CLIENTS if _has(name)]
        must(not found, CLIENT, what=", ".join(found))


def _ids(guide: Guide) -> list[str]:
    return [question.id for question in guide.questions()]


def _distribution() -> Distribution | None:
    """The program as it was installed, with its list of files; None in a checkout."""
    where = str(paths.site_packages())
    return next(iter(distributions(name="caseplanner", path=[where])), None)


def _has(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ImportError:  # what it would be in is not there, or is no package
        return False

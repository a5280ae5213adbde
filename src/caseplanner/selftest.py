"""Trying every part of the program where it is installed, on a vault of its own that goes away."""

import secrets
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from caseplanner import desk as desks
from caseplanner import guides, paths, practice, printing, words
from caseplanner.desk import Desk
from caseplanner.errors import UserError
from caseplanner.export import glyphs, verify
from caseplanner.words import _


def run(tell: Callable[[str], None]) -> int:
    """Try each part, telling one line for each; 0 when all of them work, else 1."""
    failed = 0
    with tempfile.TemporaryDirectory(prefix="caseplanner-") as folder:
        for name, part in _parts(Path(folder)):
            try:
                part()
            except Exception as error:
                # Any fault of any part is a line here: that is what a self-test is for. Only
                # its kind is told, a message could hold more.
                failed += 1
                reason = str(error) if isinstance(error, UserError) else type(error).__name__
                tell(_("FAIL  {part}: {reason}", part=name, reason=reason))
            else:
                tell(_("ok    {part}", part=name))
    return 1 if failed else 0


def _parts(folder: Path) -> tuple[tuple[str, Callable[[], None]], ...]:
    passphrase = secrets.token_urlsafe()
    dossier = practice.dossier()
    pdf: list[bytes] = []

    def vault() -> None:
        desks.create(folder, passphrase, "self-test")

    def kept() -> None:
        desk = Desk(folder, desks.unlock(folder, passphrase))
        desk.add(dossier)
        desk.close()
        desk = Desk(folder, desks.unlock(folder, passphrase))
        same = desk.open(dossier.id).dossier == dossier
        desk.close()
        _must(same)

    def unreadable() -> None:
        # Of a name of three letters chance alone makes one in half a megabyte now and then.
        said = dossier.goals[0].text.encode()
        _must(all(said not in f.read_bytes() for f in folder.rglob("*") if f.is_file()))

    def document() -> None:
        desk = Desk(folder, desks.unlock(folder, passphrase))
        opened, seal = desk.open(dossier.id), desk.seal()
        edition = printing.edition(opened, seal, None, datetime.now(UTC))
        pdf.append(printing.sealed(edition, seal))
        desk.close()

    def untouched() -> None:
        _must(verify.verify(pdf[0]).intact)

    def noticed() -> None:
        changed = bytearray(pdf[0])
        changed[len(changed) // 2] ^= 1
        _must(not verify.verify(bytes(changed)).intact)

    def fonts() -> None:
        _must(not glyphs.unprintable(dossier))

    def catalogues() -> None:
        for language in words.LANGUAGES:
            _must(paths.resource(f"locale/{language}/LC_MESSAGES/caseplanner.mo").is_file())
            guides.load(language)

    def window() -> None:
        from PySide6.QtWidgets import QApplication, QLabel

        app = QApplication.instance() or QApplication(["caseplanner", "-platform", "offscreen"])
        label = QLabel("caseplanner")
        _must(not label.grab().isNull())
        del app

    return (
        (_("the vault is made"), vault),
        (_("a dossier is kept and read back"), kept),
        (_("its words are unreadable on disk"), unreadable),
        (_("words and questions in each language"), catalogues),
        (_("fonts for every word"), fonts),
        (_("the sealed PDF"), document),
        (_("an untouched PDF is recognised"), untouched),
        (_("one changed bit is noticed"), noticed),
        (_("a window"), window),
    )


def _must(holds: bool) -> None:
    if not holds:
        raise AssertionError

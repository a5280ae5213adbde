"""From the open dossier to the finished PDF: the one way the window and the command line share.

`edition` reads the vault and so belongs to its thread; `build` and `sealed` are pure and slow,
and may run anywhere.
"""

from dataclasses import replace
from datetime import datetime

from caseplanner import paths, words
from caseplanner.dossier import guide
from caseplanner.dossier.guide import Guide
from caseplanner.export import pdf, signature
from caseplanner.export.pdf import Edition
from caseplanner.session import Seal, Session
from caseplanner.words import _


def load_guide(language: str) -> Guide:
    """The guided questions and suggestions in this language."""
    folder = paths.resource(language)
    return guide.load(
        (folder / "guide.toml").read_text("utf-8"),
        (folder / "suggestions.toml").read_text("utf-8"),
    )


def edition(session: Session, seal: Seal, version: str | None, at: datetime) -> Edition:
    """What is to be printed: the frozen version with this id, or the concept as it is now."""
    if version is None:
        dossier = replace(session.dossier, versions=())
    else:
        dossier = session.frozen(version)
    signatures = [s for v in dossier.versions for s in v.signatures]
    return Edition(
        dossier=dossier,
        inks={s.ink: session.ink(s) for s in signatures if s.ink},
        guide=load_guide(words.language()),
        made_at=at,
        seal_fingerprint=signature.fingerprint(seal.certificate_pem),
        language=words.language(),
    )


def build(edition: Edition) -> bytes:
    """The PDF as it will look, without a seal: what the preview shows."""
    return pdf.build(edition)


def sealed(edition: Edition, seal: Seal) -> bytes:
    """The PDF as it leaves the program: the same pages, sealed."""
    return signature.seal(
        pdf.build(edition),
        seal.key_pem,
        seal.certificate_pem,
        edition.made_at,
        _("Sealed on leaving caseplanner"),
    )

"""What is to be printed, as a value: everything the document depends on, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from caseplanner.dossier import document
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier, PlanVersion
from caseplanner.dossier.papers import Paper


@dataclass(frozen=True)
class Edition:
    """A dossier as `Session.frozen` gives it, or as a concept (without versions).

    `inks` are the strokes by their hash. The same edition always gives the same bytes. Where
    `paper` is not the plan, nothing is in the dossier but what that paper holds.
    """

    dossier: Dossier
    inks: Mapping[str, bytes]
    guide: Guide
    made_at: datetime
    seal_fingerprint: str
    language: str
    paper: Paper = Paper.PLAN

    @property
    def version(self) -> PlanVersion | None:
        return self.dossier.versions[-1] if self.dossier.versions else None

    @property
    def content_hash(self) -> str:
        """The hash of what is printed: that of the version, or of the concept as it is now."""
        version = self.version
        return version.content if version else document.digest(document.content(self.dossier))

    def package(self) -> bytes:
        """The edition for programs: what `package.load` reads."""
        signatures = self.version.signatures if self.version else ()
        named = dict.fromkeys(s.ink for s in signatures if s.ink)
        return document.dump(self.dossier, tuple(self.inks[digest] for digest in named))

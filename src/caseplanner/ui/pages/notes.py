"""What only the worker and colleagues see: notes and health, contacts, the work together."""

from PySide6.QtCore import Qt

from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier
from caseplanner.session import Session
from caseplanner.ui.notes.contact import ContactPart
from caseplanner.ui.notes.feedback import FeedbackPart
from caseplanner.ui.notes.part import NotesPart
from caseplanner.ui.parted_page import PartedPage
from caseplanner.ui.together.part import TogetherPart
from caseplanner.words import _, count

PLAIN = ("circle", "ink3")


class NotesPage(PartedPage):
    """Four parts, in no edition and in no file."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__(
            session,
            "notes",
            _("Notes for us only"),
            _("Only you and colleagues see this. It is in no PDF and in no file."),
            {
                "notes": (_("Notes and care"), lambda editing: NotesPart(editing, guide)),
                "contact": (_("Contact"), ContactPart),
                "together": (_("Working together"), TogetherPart),
                "feedback": (_("What others say"), FeedbackPart),
            },
        )

    @property
    def written(self) -> NotesPart:
        """The part with notes and care."""
        part = self.parts.part("notes")
        assert isinstance(part, NotesPart)
        return part

    def tell(self, dossier: Dossier) -> None:
        told = {
            "notes": (len(dossier.notes) + len(dossier.care), "pencil"),
            "contact": (len(dossier.contact_notes), "hand"),
            "together": (len(dossier.alliance) + len(dossier.worker_changes), "handshake"),
            "feedback": (len(dossier.feedback), "quote"),
        }
        for name, (many, icon) in told.items():
            words = count("{n} written down", "{n} written down", many) if many else _("empty")
            self.parts.list[name].tell(words, (icon, "ink2"))

    def focus_first(self) -> None:
        first = self.written.notes.new
        if self.parts.open_ == "notes" and not first.isHidden():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

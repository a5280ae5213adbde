"""Text templates: write them, change them, take them away."""

from typing import TYPE_CHECKING, Any

from caseplanner.dossier.templates import Template
from caseplanner.templates import OwnTemplates
from caseplanner.ui.shelves.page import ShelfPage
from caseplanner.ui.templates import said
from caseplanner.ui.templates.parts import TemplateEditor, TemplateReader
from caseplanner.words import _

if TYPE_CHECKING:
    from caseplanner.ui.window import Window


class TemplatesPage(ShelfPage):
    """`given` is how many the institution gives."""

    editor: TemplateEditor

    def __init__(self, templates: OwnTemplates, window: "Window", given: int) -> None:
        super().__init__(templates, window, said.of_page(given), said.shelf())
        self._templates = templates
        reader = TemplateReader(self.edit, self.remove)
        self._build(reader, TemplateEditor(self._edited, self.done))

    def _fresh(self) -> Template:
        return Template(_("New template"))

    def _put(self, label: str, item: Any, merge: str = "") -> None:
        self._templates.put(label, item, merge)

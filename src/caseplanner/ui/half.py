"""What is half-typed in the window: found in its fields, and typed back in the same fields later.

A field is found again by its path: the nearest part around it that has a name (a goal, a step:
their ids), and its number among what can be typed in or reached by Tab in that part.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from caseplanner.settings import Place
from caseplanner.ui.page import Page
from caseplanner.ui.widgets.password import PasswordField

if TYPE_CHECKING:
    from caseplanner.ui.window import Window

BY_TAB = Qt.FocusPolicy.TabFocus.value
# Of each root all its widgets as they were, and the parts among them: between two letters nothing
# comes or goes.
_known: WeakKeyDictionary[QWidget, tuple[list[QWidget], dict[str, QWidget]]] = WeakKeyDictionary()
MEETING = "meeting"  # the page of one that goes on
OF_QT = "qt_"  # how the names begin that Qt gives to parts of its own widgets


@runtime_checkable
class Covering(Protocol):
    """A part of a page that shows some of its fields only when they are asked for."""

    def uncover(self, field: QWidget) -> None: ...


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in one field, of a page ("dimension self") or of a dialog ("+finder").

    Of what is ticked or chosen, `text` is "1" or "", or the number of the choice.
    """

    where: str
    path: str
    text: str
    caret: int = 0


@dataclass(frozen=True, slots=True)
class Half:
    """Where the work was and what was half-typed, the newest first."""

    place: Place
    spot: str = ""
    dialog: str = ""
    dialog_field: str = ""
    words: tuple[Words, ...] = ()

    def __bool__(self) -> bool:
        """Something here is kept nowhere else: in a meeting also at which page it is."""
        return bool(self.words or self.dialog or self.place.page == MEETING)

    def dump(self, most: int) -> bytes:
        """As JSON of at most `most` bytes. What has no room goes: the oldest words first."""
        kept = replace(self, words=())
        for words in self.words:
            size = len(_json(replace(kept, words=(*kept.words, words))))
            while size > most and words.text:
                words = replace(words, text=words.text[: len(words.text) * most // size - 1])
                size = len(_json(replace(kept, words=(*kept.words, words))))
            if size <= most:
                kept = replace(kept, words=(*kept.words, words))
        return _json(kept)


def load(data: bytes) -> Half | None:
    """What `dump` gave; None where it is not that."""
    try:
        found = json.loads(data.decode("utf-8", "surrogatepass"))
        place = Place(**{**found["place"], "window": tuple(found["place"]["window"])})
        words = tuple(Words(**each) for each in found["words"])
        return replace(Half(**{**found, "words": words}), place=place)
    except (KeyError, TypeError, ValueError):
        return None


def collect(window: "Window") -> Half:
    """Everything that is half-typed now, on the pages and in an open dialog."""
    here = parts_of(window.page)  # by far the most work, so it is done once
    found: list[Words] = []
    for (name, key), page in window.pages.items():
        if page.touched and (half := _half_in(page, form=page.is_form)):
            parts = here if page is window.page else parts_of(page)
            found += _words(parts, half, f"{name} {key}".strip(), form=page.is_form)
    place = window.place(here)
    spot = window.page.spot() if place.page == window.page_name else ""
    dialog = _dialog(window)
    if dialog is None:
        return Half(place, spot, words=tuple(found))
    name, parts = dialog.objectName(), parts_of(dialog)
    found += _words(parts, _half_in(dialog, form=True), f"+{name}", form=True)
    return Half(place, spot, name, focused(dialog, parts)[0], tuple(found))


def put_back(window: "Window", half: Half) -> None:
    """Type it all back. The window shows the page of `half.place` already."""
    here = (window.page_name, window.argument)
    if half.spot and here == (half.place.page, half.place.argument):
        window.page.go_to_spot(half.spot)
    for where in dict.fromkeys(words.where for words in half.words):
        page = None if where.startswith("+") else window.page_at(*where.partition(" ")[::2])
        if page:
            _type(page, half, where)
    focus(window.page, half.place.field, half.place.caret)
    opener = window.openers().get(half.dialog)
    if opener:
        opener()
        if dialog := _dialog(window):
            _type(dialog, half, f"+{half.dialog}")
            focus(dialog, half.dialog_field, -1)


def focused(root: QWidget, parts: dict[str, QWidget]) -> tuple[str, int]:
    """The path of the part of `root` that has the focus, and where the caret is; "" for none."""
    now = root.focusWidget()
    for path, part in parts.items():
        if part is now:
            text = part.lineEdit() if isinstance(part, QComboBox) else part
            return path, _caret(text)
    return "", 0


def focus(root: QWidget, path: str, caret: int) -> None:
    """Put the focus there, and the caret where it is not -1."""
    if isinstance(root, Page):
        root.complete()
    part = parts_of(root).get(path)
    if part is None:
        return
    _uncover(part, root)
    part.setFocus(Qt.FocusReason.OtherFocusReason)
    text = part.lineEdit() if isinstance(part, QComboBox) else part
    if caret >= 0:
        _put_caret(text, caret)


def parts_of(root: QWidget) -> dict[str, QWidget]:
    """All that can be typed in, chosen, or reached by Tab, by path."""
    every = root.findChildren(QWidget)
    before, known = _known.get(root, ([], {}))
    if before == every:
        return known
    counted: Counter[str] = Counter()
    found: dict[str, QWidget] = {}
    for part in every:
        if _is_part(part) and part.window() is root.window():
            name = "/".join(_names_around(part, root))
            found[f"{name}/{counted[name]}"] = part
            counted[name] += 1
    _known[root] = every, found
    return found


# One page or dialog.


def _half_in(root: QWidget, *, form: bool) -> set[QWidget]:
    """The fields in which something is half-typed."""
    fields: list[QLineEdit | QPlainTextEdit] = [
        *root.findChildren(QLineEdit),
        *root.findChildren(QPlainTextEdit),
    ]
    return {f for f in fields if _is_half(f, form) and f.window() is root.window()}


def _words(
    parts: dict[str, QWidget], half: set[QWidget], where: str, *, form: bool
) -> Iterator[Words]:
    for path, part in parts.items():
        if isinstance(part, (QLineEdit, QPlainTextEdit)):
            if part in half:
                yield Words(where, path, _text(part), _caret(part))
        elif form and isinstance(part, QAbstractButton) and part.isCheckable():
            yield Words(where, path, "1" if part.isChecked() else "")
        elif form and isinstance(part, QComboBox) and not part.isEditable():
            yield Words(where, path, str(part.currentIndex()))


def _is_half(field: QLineEdit | QPlainTextEdit, form: bool) -> bool:
    """What stands there is not in the vault. A passphrase is never taken for words."""
    if isinstance(field, PasswordField) or field.isReadOnly():
        return False
    around = field.parentWidget()
    keeper = around if isinstance(around, QComboBox) else field
    saves = getattr(keeper, "unsaved", None)
    if saves is not None:
        return bool(saves())
    if isinstance(field, QPlainTextEdit):
        return field.document().isModified() and bool(field.toPlainText())
    if field.echoMode() is not QLineEdit.EchoMode.Normal:
        return False
    if isinstance(around, QAbstractSpinBox) and not form:
        return False
    return field.isModified() and bool(field.text())


def _type(root: QWidget, half: Half, where: str) -> None:
    """Type the words back as the person would, so that the page hears of them."""
    if isinstance(root, Page):
        root.complete()
        root.touched = True
    parts = parts_of(root)
    for words in half.words:
        part = parts.get(words.path)
        if words.where != where or part is None:
            continue
        if isinstance(part, QLineEdit):
            if part.text() != words.text:
                part.selectAll()
                part.insert(words.text)
            part.setModified(True)
            _put_caret(part, words.caret)
        elif isinstance(part, QPlainTextEdit):
            if part.toPlainText() != words.text:
                cursor = part.textCursor()
                cursor.select(QTextCursor.SelectionType.Document)
                cursor.insertText(words.text)
            _put_caret(part, words.caret)
        elif isinstance(part, QAbstractButton):
            if part.isChecked() != bool(words.text):
                part.click()
        elif isinstance(part, QComboBox) and words.text.lstrip("-").isdigit():
            part.setCurrentIndex(int(words.text))


def _is_part(part: QWidget) -> bool:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    return isinstance(part, kinds) or bool(part.focusPolicy().value & BY_TAB)


def _around(part: QWidget, root: QWidget) -> Iterator[QWidget]:
    around = part.parentWidget()
    while around is not None and around is not root:
        yield around
        around = around.parentWidget()


def _names_around(part: QWidget, root: QWidget) -> Iterator[str]:
    for around in _around(part, root):
        name = around.objectName()
        if name and not name.startswith(OF_QT):
            yield name


def _uncover(part: QWidget, root: QWidget) -> None:
    if not part.isVisibleTo(root):
        for around in _around(part, root):
            if isinstance(around, Covering):
                around.uncover(part)


def _dialog(window: "Window") -> QDialog | None:
    """The open dialog that can be opened again; they are modal, so it is the only one."""
    known = window.openers()
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    mine = (one for one in shown if one.isVisible() and window in _around(one, one))
    return next((one for one in mine if one.objectName() in known), None)


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _caret(field: QWidget | None) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) else 0


def _put_caret(field: QWidget | None, caret: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(caret)
    elif isinstance(field, QPlainTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(min(caret, len(field.toPlainText().encode("utf-16-le")) // 2))
        field.setTextCursor(cursor)


def _json(half: Half) -> bytes:
    return json.dumps(asdict(half), ensure_ascii=False).encode("utf-8", "surrogatepass")

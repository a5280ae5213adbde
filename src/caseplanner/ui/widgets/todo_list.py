"""What is still needed before signing: short lines, each a link to the page where it is done."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseplanner.dossier import checks, guard_words, people, phases
from caseplanner.dossier.checks import Lack, Missing
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.model import Dossier, HowSigned, Role
from caseplanner.dossier.phases import Phase
from caseplanner.ui import theme
from caseplanner.ui.guards import ways
from caseplanner.ui.widgets import buttons
from caseplanner.ui.widgets.card import Card
from caseplanner.ui.widgets.layouts import empty
from caseplanner.ui.widgets.tag import Tag
from caseplanner.ui.widgets.text import Body, Heading, Small
from caseplanner.words import _, count

SHOWN = 3  # more lines than this are a wall; the rest comes when asked for


@dataclass(frozen=True, slots=True)
class Todo:
    """One line: what, a few words about it, and the page (with its argument) to do it on."""

    what: str
    about: str
    page: str
    argument: object = None
    must: bool = True


def todos(dossier: Dossier, guide: Guide) -> tuple[Todo, ...]:
    """What is needed first comes first; questions to the client are one line together."""
    if phases.now(dossier) in (Phase.SIGN, None):
        return _signatures(dossier)
    lacks = checks.before_agreeing(dossier)
    found = [todo_of(lack, guide) for lack in lacks if lack.lack is not Lack.NO_ANSWER]
    asked = [lack for lack in lacks if lack.lack is Lack.NO_ANSWER]
    if asked:
        about = count("{n} goal to go", "{n} goals to go", len(asked))
        name = dossier.person.called
        found.append(Todo(_("Ask what {name} thinks", name=name), about, "answers"))
    for role, what in (
        (Role.MENTOR, _("Fill in the mentor")),
        (Role.SUPERVISOR, _("Fill in the supervisor")),
    ):
        if not people.name_of(dossier, role):
            found.append(Todo(what, _("who signs for this?"), "person", must=False))
    if not any(todo.must for todo in found):
        found.append(Todo(_("Set the plan"), _("the answers are complete"), "answers"))
    return tuple(sorted(found, key=lambda todo: not todo.must))


class TodoCard(Card):
    """The list on the hub. `go` asks for a page by its name and argument."""

    go = Signal(str, object)

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self.title = Heading(_("Still needed for signing"), size=18)
        self.count = Small("")
        self.links: list[QPushButton] = []
        self._all = False
        self._shown: tuple[tuple[Todo, ...], bool] | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(18), theme.px(12)) * 2)
        layout.setSpacing(theme.px(4))
        layout.addLayout(head)
        layout.addLayout(self._lines)
        layout.addStretch(1)

    def show_dossier(self, dossier: Dossier) -> None:
        self.count.setText(_how_far(dossier))
        found = todos(dossier, self._guide)
        if (found, self._all) == self._shown:
            return
        self._shown = (found, self._all)
        empty(self._lines)
        self.links = []
        shown = len(found) if self._all or len(found) <= SHOWN else SHOWN - 1
        for todo in found[:shown]:
            self._lines.addWidget(self._line(todo))
        if shown < len(found):
            self._lines.addWidget(self._rest(dossier, len(found) - shown))
        if not found:
            self._lines.addWidget(Body(_("Everyone has signed. Nothing is needed now.")))

    def _rest(self, dossier: Dossier, hidden: int) -> QWidget:
        more = buttons.link(count("and {n} more thing", "and {n} more things", hidden))
        more.clicked.connect(lambda: self._show_all(dossier))
        self.links.append(more)
        return more

    def _show_all(self, dossier: Dossier) -> None:
        self._all = True
        self.show_dossier(dossier)
        self.links[SHOWN - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, todo: Todo) -> QWidget:
        link = buttons.link(todo.what)
        link.clicked.connect(lambda: self.go.emit(todo.page, todo.argument))
        self.links.append(link)
        about = Small(todo.about)
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, theme.px(1), 0, theme.px(1))
        layout.setSpacing(theme.px(12))
        layout.addWidget(link)
        layout.addWidget(about, 1)
        needed = (_("Needed"), "warn", "clock") if todo.must else (_("Advice"), "neutral", "info")
        layout.addWidget(Tag(*needed), alignment=Qt.AlignmentFlag.AlignRight)
        return line


def todo_of(lack: Missing, guide: Guide) -> Todo:
    if lack.finding:
        told = guard_words.sentence(lack.finding)
        return Todo(_("Look at these words"), told, *ways.to(lack.finding.place))
    title = guide.of(lack.dimension).title
    about = f"“{lack.goal.text}”" if lack.goal else ""
    match lack.lack:
        case Lack.UNSEEN:
            what = _("Talk about: {topic}", topic=title)
            about = _("a goal, or no goal now")
        case Lack.NO_STEPS:
            what = _("Think of a small step")
        case Lack.NO_ACTOR:
            what = _("Choose who does each step")
        case Lack.NO_AFTERCARE:
            what = _("Who goes on after release?")
        case Lack.NO_ANSWER:
            what = _("Ask for an answer")
        case Lack.FOUND:
            what = _("Look at these words")
    return Todo(what, about, "dimension", lack.dimension, must=lack.blocks)


def _how_far(dossier: Dossier) -> str:
    *_before, signing = phases.progress(dossier)
    if phases.now(dossier) in (Phase.SIGN, None):
        return _("{done} of {total} signed", done=signing.done, total=signing.total)
    total = checks.looked_at(dossier)
    done = total - len(checks.before_agreeing(dossier))
    return _("{done} of {total} ready", done=done, total=total)


def _signatures(dossier: Dossier) -> tuple[Todo, ...]:
    """Who has not signed the newest version yet."""
    signed = dossier.versions[-1].signatures
    done = {s.role for s in signed if s.how is not HowSigned.NOT_NOW}
    return tuple(
        Todo(_("Signature of {name}", name=_name(dossier, role)), "", "sign")
        for role in Role
        if role not in done
    )


def _name(dossier: Dossier, role: Role) -> str:
    known = {Role.MENTOR: _("the mentor"), Role.SUPERVISOR: _("the supervisor")}
    return people.name_of(dossier, role) or known.get(role, "")

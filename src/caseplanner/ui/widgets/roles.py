"""What a widget that we paint ourselves is: without this it is announced as a plain panel."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_roles: dict[type[QWidget], QAccessible.Role] = {}


def tell(widget: QWidget, role: QAccessible.Role) -> None:
    """Have screen readers announce this widget, and all others of its class, in that role."""
    if not _roles:
        QAccessible.installFactory(_interface)
    _roles[type(widget)] = role


def _interface(class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    role = _roles.get(type(thing))  # type: ignore[arg-type]
    return QAccessibleWidget(thing, role) if role and isinstance(thing, QWidget) else None

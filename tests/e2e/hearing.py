"""What a page must be to who hears it (ux.md section 7)."""

from tests.e2e.accessible import App

CAN_BE_USED = {
    "push button",
    "button menu",
    "radio button",
    "check box",
    "text",
    "label",
    "list",
    "list item",
    "canvas",
    "chart",
    "combo box",
    "table",
    "cell",
}


def listen(app: App) -> None:
    """What takes the focus has a name, and a role that tells what can be done with it (ux.md 7).

    A card is a panel where it only frames what is in it; one that can be pressed is a button. Of
    the ways at the left no more than one is where we are, and the wheel says all four values.
    """
    heard = [(node.role, node.name, node.states) for node in app.nodes()]
    stops = [(role, name.strip()) for role, name, states in heard if "focusable" in states]
    assert stops
    assert not [(role, name) for role, name in stops if not name], app.outline()
    assert {role for role, _name in stops} <= CAN_BE_USED, app.outline()
    ways = [name for role, name, states in heard if role == "list item" and "selected" in states]
    assert len(ways) <= 1, ways
    assert all(name.count(": ") == 4 for role, name, _states in heard if role == "chart")


def texts(app: App) -> list[str]:
    return [node.text for node in app.find_all("text")]

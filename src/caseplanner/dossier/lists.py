"""The small moves every edit is made of: find, put, take out, shift one item of a tuple by id."""

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar


class HasId(Protocol):
    @property
    def id(self) -> str: ...


class HasDay(HasId, Protocol):
    @property
    def on(self) -> date | None: ...


Item = TypeVar("Item", bound=HasId)
Dated = TypeVar("Dated", bound=HasDay)


def find(items: tuple[Item, ...], id: str) -> Item | None:
    return next((item for item in items if item.id == id), None)


def put(items: tuple[Item, ...], new: Item) -> tuple[Item, ...]:
    """With `new` in the place of the item that has its id, or at the end."""
    if find(items, new.id) is None:
        return (*items, new)
    return tuple(new if item.id == new.id else item for item in items)


def change(items: tuple[Item, ...], id: str, edit: Callable[[Item], Item]) -> tuple[Item, ...]:
    return tuple(edit(item) if item.id == id else item for item in items)


def without(items: tuple[Item, ...], id: str) -> tuple[Item, ...]:
    return tuple(item for item in items if item.id != id)


def shift(items: tuple[Item, ...], id: str, by: int) -> tuple[Item, ...]:
    """With the item moved `by` places, as far as the ends allow."""
    item = find(items, id)
    if item is None:
        return items
    rest = without(items, id)
    place = max(0, min(len(rest), items.index(item) + by))
    return (*rest[:place], item, *rest[place:])


def newest_first(items: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """By day; of one day the one that was begun last comes first, and one without a day last."""
    return tuple(sorted(items, key=lambda item: item.on or date.min)[::-1])

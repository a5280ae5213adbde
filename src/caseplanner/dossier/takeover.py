"""What a file would bring to a list of the laptop, before anything is taken over."""

from collections.abc import Callable
from dataclasses import dataclass
from operator import eq
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    """Has an id that it keeps for ever."""

    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=Named)


@dataclass(frozen=True, slots=True)
class Difference(Generic[T]):
    """What taking over a file would do. What is `gone` is not in the file, and stays here."""

    new: tuple[T, ...]
    changed: tuple[T, ...]
    same: tuple[T, ...]
    gone: tuple[T, ...]


def compare(
    here: tuple[T, ...], incoming: tuple[T, ...], same: Callable[[T, T], bool] = eq
) -> Difference[T]:
    """What of the incoming is new, changed or the same, and what is only here."""
    known = {item.id: item for item in here}
    there = {item.id for item in incoming}
    old = [item for item in incoming if item.id in known]
    equal = tuple(item for item in old if same(item, known[item.id]))
    ids = {item.id for item in equal}
    return Difference(
        new=tuple(item for item in incoming if item.id not in known),
        changed=tuple(item for item in old if item.id not in ids),
        same=equal,
        gone=tuple(item for item in here if item.id not in there),
    )


def joined(here: tuple[T, ...], difference: Difference[T]) -> tuple[T, ...]:
    """The list after taking over what is new and changed."""
    put = {item.id: item for item in (*difference.new, *difference.changed)}
    return (*(item for item in here if item.id not in put), *put.values())

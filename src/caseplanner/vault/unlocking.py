"""From a passphrase, or the words of the recovery sheet, to the keys; opens no database."""

from dataclasses import replace
from pathlib import Path

from caseplanner.errors import Broken, WrongSecret
from caseplanner.vault import header, keys, old_header, people, places, swap
from caseplanner.vault.engine import in_words
from caseplanner.vault.header import Header
from caseplanner.vault.keys import Keys, SlotKind
from caseplanner.vault.old_header import OldHeader
from caseplanner.vault.places import VAULT
from caseplanner.words import mark

WRONG = mark("This passphrase does not fit. Nothing was changed. Check Caps Lock and try again.")
WRONG_WORDS = mark(
    "These words do not fit. Nothing was changed. Check each word, and that this is the newest "
    "sheet of this vault."
)


def unlock(folder: Path, secret: str, kind: SlotKind = SlotKind.PASSPHRASE) -> Keys:
    """The keys for who knows a passphrase of this vault; UserError in all other cases.

    Takes as long as one slot costs, whoever it is. Opens no database, changes nothing but a swap
    that was cut off, and may run in any thread.
    """
    with in_words(folder):
        _finish_swap(folder)
        places.check_whole(folder)
        return keys_in(folder / VAULT, secret, kind)


def keys_in(place: Path, secret: str, kind: SlotKind = SlotKind.PASSPHRASE) -> Keys:
    """The keys of the vault or backup in this very folder, for who knows a passphrase of it."""
    head = header.read(place)
    if isinstance(head, OldHeader):
        return _unlock_old(head, secret)
    slots = tuple(slot for slot in head.slots if slot.kind is kind)
    for slot, master in keys.open_slots(head.vault, slots, secret):
        by_sheet = kind is SlotKind.RECOVERY
        found = Keys(head.vault, slot.owner, master, head.salt, head.epoch, by_sheet)
        header.check(head, found.of("header"))
        return found
    raise WrongSecret(WRONG if kind is SlotKind.PASSPHRASE else WRONG_WORDS)


def _unlock_old(head: OldHeader, passphrase: str) -> Keys:
    opened = old_header.open_slot(head, passphrase)
    if opened is None:
        raise WrongSecret(WRONG)
    slot, master = opened
    found = Keys(head.vault, slot.id, master, head.salt, head.epoch, name=slot.name)
    if not old_header.is_ours(head, found.of("header")):
        raise Broken(header.ALTERED)
    renewed = keys.make_slot(head.vault, slot.id, passphrase, master, slot.cost, slot.made_at)
    new = Header(header.FORMAT, head.vault, head.generation + 1, head.epoch, head.salt, (renewed,))
    return replace(found, renewed=header.sealed(new, found.of("header")))


def recover(folder: Path, words: str, passphrase: str) -> Keys:
    """A new passphrase for the owner of the recovery sheet with these words, and the keys.

    The old passphrase of that owner opens nothing any more. UserError when the words do not fit.
    Slow on purpose; may run in any thread, while no program has the vault open.
    """
    found = unlock(folder, words, SlotKind.RECOVERY)
    slot = people.new_slot(folder, found, found.owner, passphrase)
    with in_words(folder):
        held = places.lock(folder)
        try:
            people.put_slot(folder, found, slot)
        finally:
            held.release()
    return found


def _finish_swap(folder: Path) -> None:
    """End a swap that was cut off, unless another program is at it."""
    if swap.is_unfinished(folder):
        held = places.lock(folder)
        try:
            swap.finish(folder)
        finally:
            held.release()

"""Putting a backup back, with a look at what is in it first; what was there is kept as a backup.

It works with the keys of the open vault or a passphrase of the time of the backup, from this
laptop or from a stick, and whether the vault that is here is whole, damaged or gone. Nothing is
written into the old vault but a manifest: a whole new one is built and put in its place (swap).
"""

import contextlib
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from caseplanner import __version__
from caseplanner.dossier import staff as staff_
from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff, StaffRole
from caseplanner.errors import UserError
from caseplanner.vault import anchor as anchors
from caseplanner.vault import (
    audit,
    backups,
    copying,
    days,
    engine,
    header,
    manifest,
    people,
    places,
    register,
    rotation,
    swap,
    unlocking,
    upgrade,
)
from caseplanner.vault.anchor import Mark
from caseplanner.vault.days import Count
from caseplanner.vault.engine import Database, in_words
from caseplanner.vault.header import Header
from caseplanner.vault.keys import Keys, Slot, SlotKind
from caseplanner.vault.manifest import Backup, Kind, Manifest
from caseplanner.vault.old_header import OldHeader
from caseplanner.vault.places import DATABASE, TOMBSTONES, VAULT
from caseplanner.vault.progress import Tell, silent
from caseplanner.words import mark

PARTS = (DATABASE, f"{DATABASE}-wal")


@dataclass(frozen=True, slots=True)
class Preview:
    """What putting a backup back would give, and take.

    `lines` is empty for who may see no dossiers. `lost`: so many things were done since, as the
    log of today counts them; None when the vault of today can no longer tell.
    """

    backup: Backup
    lines: tuple[register.Entry, ...]
    people: tuple[Staff, ...]
    lost: int | None


def preview(folder: Path, path: Path, opened: Keys | str) -> Preview:
    """What is in this backup, for who manages the vault; slow with a passphrase, changes nothing.

    UserError when the passphrase does not fit, the backup is damaged, or this is not for him.
    """
    with in_words(path):
        keys = keys_of(path, opened)
        found, made = backups.readable(path, keys)
        with backups.still(path, keys) as db:
            me = _manager(db, keys)
            sees = staff_.sees_every_dossier(me)
            lines = register.entries(db) if sees else ()
            all_ = _people(db, header.read(path)) or (me,)
        seen = mark_of(folder, keys)
    newer = seen.seq - made.seq - 1 if seen else None  # one tells that this backup was made
    lost = None if newer is None else max(0, newer)
    return Preview(found, lines, all_, lost)


def restore(
    folder: Path, path: Path, opened: Keys | str, now: datetime, tell: Tell = silent
) -> Keys:
    """Let the vault be what it was in this backup, and give the keys that open it.

    No program may have the vault open. Killed at any moment, the old or the new one is there.
    What was there becomes a backup of its own. Who was removed since stays removed, and who
    changed his passphrase keeps the new one; but the passphrase that was used here opens the vault.
    """
    with in_words(folder):
        keys = keys_of(path, opened)
        found = backups.check(path, keys, tell, deep=True)
        with backups.still(path, keys) as db:
            _manager(db, keys)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        places.check_drive(folder)
        held = places.lock(folder)
        try:
            swap.finish(folder)
            _check_same(folder, keys)
            places.check_room(folder, 2 * found.size)
            new = swap.begin(folder)
            try:
                _build(new, folder, path, opened, keys, found, now)
                kept = replaced(folder, keys, now)
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise
            swap.put_in_place(folder, kept)
        finally:
            held.release()
    return keys


def keys_of(path: Path, opened: Keys | str) -> Keys:
    """The keys as they are, or those that this passphrase opens in the backup's own key file."""
    return unlocking.keys_in(path, opened) if isinstance(opened, str) else opened


def replaced(folder: Path, keys: Keys, now: datetime) -> str:
    """Write in the vault that is to be replaced what it is, and give the name to keep it by.

    Nobody vouches for what is in it: it may be damaged, or of keys that nobody has here.
    """
    old, place = folder / VAULT, backups.place(folder)
    if not old.exists():
        return manifest.name(0, now, Kind.REPLACED)
    seen = mark_of(folder, keys)
    there = manifest.listed(place, keys)
    newest = days.following(days.NONE, there, now.astimezone().date())
    path = old / DATABASE
    said = Manifest(
        format=manifest.FORMAT,
        vault=keys.vault_id,
        epoch=keys.epoch,
        number=newest.number,
        day=newest.days.count,
        seq=seen.seq if seen else 0,
        head=seen.head if seen else audit.START,
        made_at=now,
        program=__version__,
        schema=0,
        dossiers=None,
        digest="",
        size=path.stat().st_size if path.exists() else 0,
        kind=Kind.REPLACED,
    )
    manifest.write(old, said, keys)
    return backups.free_name(place, manifest.name(said.seq, now, Kind.REPLACED))


def _build(
    new: Path,
    folder: Path,
    path: Path,
    opened: Keys | str,
    keys: Keys,
    found: Manifest,
    now: datetime,
) -> None:
    """A whole vault in the folder `new`, closed and on the disk."""
    for name in PARTS:
        if (path / name).exists():
            copying.copy(str(path / name), str(new / name))
    _tombstones(new, (path, folder / VAULT))
    generation = _key_file(new, folder, path, opened, keys)
    before = mark_of(folder, keys)
    told = {"seq": str(found.seq), "head": found.head}
    if before:
        told |= {"old_seq": str(before.seq), "old_head": before.head}
    db = engine.connect(new / DATABASE, keys.database(), keys.salt)
    try:
        engine.prepare(db)
        upgrade.apply(db)
        if keys.name:  # of 0.1, where it stood in the key file
            upgrade.first_member(db, keys)
        with db.atomic():
            days.write(db, _count(db, folder, path, found, now))
            newest = audit.add(db, people.staff(db, keys.owner), Deed.RESTORED, now, "", told)
    finally:
        engine.close(db)
    backups.put_anchor(new, keys, newest, generation, engine.digest(new / DATABASE))
    header.sync_folder(new)


def _tombstones(new: Path, places_: tuple[Path, ...]) -> None:
    """What was destroyed then or since stays destroyed: opening the vault sees to it."""
    lines: set[bytes] = set()
    for place in places_:
        with contextlib.suppress(OSError):
            lines.update((place / TOMBSTONES).read_bytes().split())
    if lines:
        header.replace_file(new / TOMBSTONES, b"\n".join(sorted(lines)) + b"\n")


def _key_file(new: Path, folder: Path, path: Path, opened: Keys | str, keys: Keys) -> int:
    """Write the key file of the vault to come; gives its generation.

    That of the backup, but with the slots of today where these are of the same keys.
    """
    then = header.read(path)
    if isinstance(then, OldHeader):
        header.write(new, keys.renewed)
        return then.generation + 1
    today = _header(folder, keys)
    slots = _slots(then, today, opened, keys) if today else then.slots
    generation = max(then.generation, today.generation if today else 0) + 1
    merged = msgspec.structs.replace(then, generation=generation, slots=slots)
    header.write(new, header.sealed(merged, keys.of("header")))
    return generation


def _slots(then: Header, today: Header, opened: Keys | str, keys: Keys) -> tuple[Slot, ...]:
    here = {(slot.owner, slot.kind): slot for slot in today.slots}
    slots = []
    for slot in then.slots:
        mine = slot.owner == keys.owner and slot.kind is SlotKind.PASSPHRASE
        if mine and isinstance(opened, str):
            slots.append(slot)
        elif (slot.owner, slot.kind) in here:
            slots.append(here[slot.owner, slot.kind])
        elif mine:
            slots.append(slot)
    return tuple(slots)


def _count(db: Database, folder: Path, path: Path, found: Manifest, now: datetime) -> Count:
    """The numbers go on after the highest that is known here, and the days too."""
    before = days.read(db)
    others = (*manifest.listed(backups.place(folder)), *manifest.listed(path.parent))
    known = [found, *(o.manifest for o in others if o.manifest and o.manifest.vault == found.vault)]
    number = max(before.number, *(m.number for m in known), 0)
    day = max(before.days.count, *(m.day for m in known), 0)
    return Count(number, rotation.Days(day, before.days.on or now.astimezone().date()))


def _manager(db: Database, keys: Keys) -> Staff:
    """Who opened this; UserError unless he managed the vault then."""
    if not db.table("staff").exists():
        return Staff(keys.name, StaffRole.WORKER, manages=True, id=keys.owner)
    me = people.staff(db, keys.owner)
    if not staff_.manages(me):
        raise UserError(
            mark("Only a colleague who manages the vault can do this. Nothing was changed.")
        )
    return me


def _people(db: Database, head: Header | OldHeader) -> tuple[Staff, ...]:
    if isinstance(head, OldHeader):
        return ()
    owners = {slot.owner: None for slot in head.slots if slot.kind is SlotKind.PASSPHRASE}
    return tuple(people.staff(db, owner) for owner in owners)


def mark_of(folder: Path, keys: Keys) -> Mark | None:
    """How far the vault in this data folder was, if its anchor can be read with these keys."""
    with contextlib.suppress(OSError):
        return anchors.read(folder / VAULT, keys.of("anchor")).mark
    return None


def _header(folder: Path, keys: Keys) -> Header | None:
    """The key file of today, when it is whole and of these keys."""
    with contextlib.suppress(UserError, OSError):
        head = header.read(folder / VAULT)
        if isinstance(head, Header) and (head.vault, head.epoch) == (keys.vault_id, keys.epoch):
            header.check(head, keys.of("header"))
            return head
    return None


def _check_same(folder: Path, keys: Keys) -> None:
    """UserError where a vault is that the backup is not of."""
    with contextlib.suppress(OSError):
        try:
            head = header.read(folder / VAULT)
        except UserError:
            return  # damaged or not there: nobody can tell
        if head.vault != keys.vault_id:
            raise UserError(
                mark(
                    "This backup is of another vault than the one in {folder}. Nothing was "
                    "changed. Choose an empty folder for it."
                ),
                folder=folder,
            )

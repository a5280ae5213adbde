"""New keys for all who stay: what a leaver knows or copied opens nothing written from now on.

Removing a slot takes a passphrase away here, not in the copies that were made before. So for a
leaver under suspicion the master key itself is replaced, sealed anew to each who stays (no
passphrase is needed for that), and every page of the database written under it. The older backups
go as soon as a verified one under the new keys is there.
"""

import secrets
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import sqlcipher3.dbapi2 as driver

from caseplanner.dossier.log import Deed
from caseplanner.dossier.staff import Staff
from caseplanner.errors import UserError
from caseplanner.vault import audit, backups, copying, engine, header, keys, people, places, swap
from caseplanner.vault.draft import NAME as DRAFT
from caseplanner.vault.draft import Drafts
from caseplanner.vault.engine import in_words
from caseplanner.vault.keys import Keys
from caseplanner.vault.manifest import Kind
from caseplanner.vault.old_header import OldHeader
from caseplanner.vault.places import DATABASE, TOMBSTONES, VAULT
from caseplanner.vault.progress import Tell, silent
from caseplanner.words import mark

if TYPE_CHECKING:
    from caseplanner.vault.vault import Vault

STEPS = 3


def rekey(vault: "Vault", now: datetime, tell: Tell = silent) -> Keys:
    """Close the vault, give it new keys, and back it up; gives the keys to open it with.

    Killed at any moment, it opens with the old keys or the new, never with both. UserError when
    who asks does not manage the vault, or the disk will not do: it says whether the vault is as it
    was, or has its new keys and lacks a backup. The passphrases open it either way.
    """
    people.must_manage(vault)
    folder, before, staff = vault.folder, vault.keys, vault.staff
    after = replace(
        before,
        master=secrets.token_bytes(keys.KEY),
        salt=secrets.token_bytes(keys.SALT),
        epoch=before.epoch + 1,
    )
    said = NOT_RENEWED
    try:
        with vault.in_words():
            size = (folder / VAULT / DATABASE).stat().st_size
            places.check_room(folder, 4 * size)  # the new one, its journal, and a backup of it
        vault.close()
        with in_words(folder), places.lock(folder):
            tell(0, STEPS)
            new = swap.begin(folder)
            try:
                _build(new, folder / VAULT, before, after, staff, now)
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)
                raise
            swap.put_in_place(folder, "")
            said = NO_BACKUP
            tell(1, STEPS)
            made = backups.of_closed(folder, after, Kind.ASKED, now)
            tell(2, STEPS)
            found = backups.verify(made.path, after).manifest
            backups.rotate(backups.place(folder), after, found.day if found else 0)
            tell(STEPS, STEPS)
    except UserError as problem:
        raise UserError(said, why=problem) from None
    return after


def _build(new: Path, old: Path, before: Keys, after: Keys, staff: Staff, now: datetime) -> None:
    """The vault under its new keys in the folder `new`, closed and on the disk.

    What those who stay left half-typed comes along.
    """
    head = header.read(old)
    if isinstance(head, OldHeader):
        raise TypeError("the key file is renewed when the vault is opened")
    header.check(head, before.of("header"))
    slots = tuple(keys.reseal(head.vault, slot, after.master) for slot in head.slots)
    changed = msgspec.structs.replace(
        head, generation=head.generation + 1, epoch=after.epoch, salt=after.salt, slots=slots
    )
    header.write(new, header.sealed(changed, after.of("header")))
    if (old / DRAFT).exists():
        half_typed = Drafts(old / DRAFT, before.of("draft"))
        fresh = Drafts(new / DRAFT, after.of("draft"))
        if not fresh.take_over(half_typed, {slot.owner for slot in slots}):
            raise UserError(engine.DISK)
    if (old / TOMBSTONES).exists():
        copying.copy(str(old / TOMBSTONES), str(new / TOMBSTONES))
    path = new / DATABASE
    copying.copy(str(old / DATABASE), str(path))
    db = engine.connect(path, before.database(), before.salt)
    try:
        db.execute("PRAGMA journal_mode = DELETE").fetchone()
        db.execute(f"PRAGMA rekey = \"x'{after.database().hex()}{after.salt.hex()}'\"").fetchone()
    except driver.OperationalError as error:
        if engine.sentence(error):
            raise
        raise UserError(engine.DISK) from None  # SQLCipher says no more than that it failed
    finally:
        db.close()
    db = engine.connect(path, after.database(), after.salt)
    try:
        engine.prepare(db)
        with db.atomic():
            told = {"epoch": str(after.epoch), "slots": str(len(slots))}
            newest = audit.add(db, staff, Deed.REKEYED, now, "", told)
    finally:
        engine.close(db)
    backups.put_anchor(new, after, newest, changed.generation, engine.digest(path))
    header.sync_folder(new)


NOT_RENEWED = mark("The keys were not renewed, and the vault is as it was. {why}")
NO_BACKUP = mark(
    "The keys are renewed, but there is no backup under them yet, so the older backups are still "
    "there. Make one under Backups. {why}"
)

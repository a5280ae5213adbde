"""One line of the audit log as a value: who did what, when, in whose dossier, on whose behalf.

The fields follow NEN 7513 (domain.md R3). A line never holds a word of a dossier: ids, counts,
recipients and version numbers only, so that it may stay when a dossier is destroyed. How a line
reads in plain words is in dossier/log_words.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Deed(StrEnum):
    """What the log can tell. The values stand in every vault: they never change."""

    VAULT_MADE = "vault_made"
    UNLOCKED = "unlocked"
    LOCKED = "locked"
    OPENED = "opened"
    ADDED = "added"
    CHANGED = "changed"
    SET = "set"
    SIGNED = "signed"
    SCAN_ATTACHED = "scan_attached"
    SCAN_REMOVED = "scan_removed"
    EXPORTED = "exported"
    PRINTED = "printed"
    SHARED = "shared"
    IMPORTED = "imported"
    DESTROYED = "destroyed"
    CLOSED = "closed"
    REOPENED = "reopened"
    HELD = "held"
    RELEASED = "released"
    STAFF_ADDED = "staff_added"
    STAFF_REMOVED = "staff_removed"
    STAFF_CHANGED = "staff_changed"
    PASSPHRASE_CHANGED = "passphrase_changed"
    RECOVERY_MADE = "recovery_made"
    RECOVERED = "recovered"
    REKEYED = "rekeyed"
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    SALVAGED = "salvaged"
    WENT_ON = "went_on"
    LOG_SHOWN = "log_shown"
    LOG_EXPORTED = "log_exported"
    LIBRARY_CHANGED = "library_changed"
    LIBRARY_IMPORTED = "library_imported"
    LIBRARY_EXPORTED = "library_exported"
    ADDRESSES_CHANGED = "addresses_changed"
    ADDRESSES_IMPORTED = "addresses_imported"
    ADDRESSES_EXPORTED = "addresses_exported"
    TEMPLATES_CHANGED = "templates_changed"
    REMINDERS_EXPORTED = "reminders_exported"


@dataclass(frozen=True, slots=True)
class Entry:
    """`worker` is the id of who did it; `name` and `role` are as they were at that moment.

    `dossier` is its id, or "" for what concerns the vault as a whole.
    """

    seq: int
    at: datetime
    worker: str
    name: str
    role: str
    on_behalf: str
    deed: Deed
    dossier: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)

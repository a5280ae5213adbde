"""Every change ever made to the vault's tables, oldest first.

A released migration is never edited. It names tables and columns itself and imports nothing of
ours, so that it means the same in ten years. Each sets `user_version` to its own number; an
older program so knows that it must not touch a newer vault.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("caseplanner")
SCHEMA = 1


@migrations()
def m0001_dossiers(db: Database) -> None:
    _rows(db, "dossier", {"practice": int})
    _rows(
        db,
        "person",
        {
            "called": str,
            "initials": str,
            "cell": str,
            "formal": int,
            "language": str,
            "reading": str,
            "large_print": int,
            "pictograms": int,
            "read_aloud": int,
        },
    )
    _rows(db, "colleague", {"name": str, "role": str, "work": str})
    _rows(db, "answer", {"text": str, "on": str})
    _rows(db, "score", {"dimension": str, "by": str, "moment": str, "value": int, "on": str})
    _rows(db, "no_goal", {"dimension": str, "reason": str, "on": str})
    _rows(
        db,
        "goal",
        {
            "dimension": str,
            "text": str,
            "state": str,
            "decides": str,
            "reason": str,
            "remind_on": str,
            "helpers": str,
            "after_who": str,
            "after_from": str,
            "answer": str,
            "answer_reason": str,
        },
    )
    _rows(db, "step", {"text": str, "actor": str, "on": str, "state": str})
    _rows(
        db,
        "plan_version",
        {"number": int, "reason": str, "frozen_at": str, "content": str, "terms": str},
    )
    _rows(
        db,
        "signature",
        {"role": str, "name": str, "how": str, "at": str, "reason": str, "ink": str},
    )
    db.table("blob").create(
        {"dossier_id": str, "hash": str, "data": bytes}, pk=("dossier_id", "hash"), strict=True
    )
    db.table("blob").create_index(["hash"])
    db.table("register").create(
        {
            "id": str,
            "called": str,
            "initials": str,
            "cell": str,
            "practice": int,
            "state": str,
            "wheel": str,
            "next_step": str,
            "next_actor": str,
            "next_on": str,
            "words": str,
            "edited_at": str,
        },
        pk="id",
        strict=True,
    )
    db.table("secret").create({"name": str, "data": bytes}, pk="name", strict=True)
    db.table("change_log").create(
        {
            "seq": int,
            "at": str,
            "dossier_id": str,
            "worker": str,
            "label": str,
            "table": str,
            "row_id": str,
            "before": str,
            "after": str,
        },
        pk="seq",
        strict=True,
    )
    db.table("change_log").create_index(["dossier_id"])
    for deed in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER change_log_no_{deed.lower()} BEFORE {deed} ON change_log "
            "BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END"
        )
    db.execute("PRAGMA user_version = 1")


def _rows(db: Database, table: str, columns: dict[str, type]) -> None:
    """The table of one kind of value: which dossier it is in, who owns it, at which place."""
    db.table(table).create(
        {"dossier_id": str, "id": str, "owner": str, "position": int, **columns},
        pk=("dossier_id", "id"),
        not_null={"owner", "position"},
        strict=True,
    )

"""Every change ever made to the vault's tables, oldest first.

A released migration is never edited. It names tables and columns itself and imports nothing of
ours, so that it means the same in ten years. Each sets `user_version` to its own number; an
older program so knows that it must not touch a newer vault.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("caseplanner")
SCHEMA = 8


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


@migrations()
def m0002_staff_and_log(db: Database) -> None:
    """Several people, an audit log, access to single dossiers, retention and destruction."""
    db.table("staff").create(
        {
            "id": str,
            "name": str,
            "role": str,
            "manages": int,
            "on_behalf": str,
            "made_at": str,
        },
        pk="id",
        strict=True,
    )
    db.table("access").create(
        {"staff": str, "dossier_id": str, "goal_id": str},
        pk=("staff", "dossier_id", "goal_id"),
        strict=True,
    )
    db.table("audit").create(
        {
            "seq": int,
            "at": str,
            "worker": str,
            "name": str,
            "role": str,
            "on_behalf": str,
            "deed": str,
            "dossier": str,
            "detail": str,
            "hash": str,
        },
        pk="seq",
        strict=True,
    )
    db.table("audit").create_index(["dossier"])
    for deed in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER audit_no_{deed.lower()} BEFORE {deed} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END"
        )
    db.table("note").create({"name": str, "value": str}, pk="name", strict=True)
    db.table("retention").create(
        {
            "dossier_id": str,
            "basis": str,
            "months": int,
            "closed_on": str,
            "held_since": str,
            "held_why": str,
        },
        pk="dossier_id",
        strict=True,
    )
    db.table("tombstone").create(
        {"mark": str, "at": str, "basis": str, "worker": str}, pk="mark", strict=True
    )
    # The change log is only added to, but for a dossier that is being destroyed.
    db.table("destroying").create({"dossier_id": str}, pk="dossier_id", strict=True)
    db.execute("DROP TRIGGER change_log_no_delete")
    db.execute(
        "CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log "
        "WHEN OLD.dossier_id NOT IN (SELECT dossier_id FROM destroying) "
        "BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END"
    )
    db.execute("PRAGMA user_version = 2")


@migrations()
def m0003_search(db: Database) -> None:
    """Every word of every dossier can be found; filled by who applies it (vault/search.py)."""
    db.execute(
        'CREATE TABLE passage (rid INTEGER PRIMARY KEY, dossier_id TEXT NOT NULL, "table" TEXT '
        "NOT NULL, row_id TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL, "
        'UNIQUE (dossier_id, "table", row_id)) STRICT'
    )
    db.execute("CREATE INDEX passage_dossier ON passage (rid, dossier_id)")  # covers a search
    db.execute(
        "CREATE TABLE name (rid INTEGER PRIMARY KEY, dossier_id TEXT NOT NULL UNIQUE, "
        "folded TEXT NOT NULL) STRICT"
    )
    for table, index, tokens in (
        ("passage", "passage_words", "tokenize = 'unicode61 remove_diacritics 2'"),
        ("name", "name_parts", "tokenize = 'trigram'"),
    ):
        db.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5"
            f"(folded, content = '{table}', content_rowid = 'rid', {tokens})"
        )
        db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 1)")
        gone = (
            f"INSERT INTO {index} ({index}, rowid, folded) VALUES ('delete', OLD.rid, OLD.folded)"
        )
        new = f"INSERT INTO {index} (rowid, folded) VALUES (NEW.rid, NEW.folded)"
        for name, when, deeds in (
            ("added", "AFTER INSERT", (new,)),
            ("removed", "AFTER DELETE", (gone,)),
            ("altered", "AFTER UPDATE", (gone, new)),
        ):
            db.execute(
                f"CREATE TRIGGER {index}_{name} {when} ON {table} BEGIN {'; '.join(deeds)}; END"
            )
    db.execute("ALTER TABLE register DROP COLUMN words")
    db.execute("PRAGMA user_version = 3")


@migrations()
def m0004_around_the_plan(db: Database) -> None:
    """Intake, basic conditions, people, signals, special conditions, mediation, achievements."""
    for table, texts, numbers in (
        ("person", ("born", "number", "hearing", "sight", "culture", "support"), ("longest_talk",)),
        ("goal", ("answer_on", "worked", "again", "reasoning"), ()),
    ):
        for column in texts:
            db.execute(f'ALTER TABLE {table} ADD COLUMN "{column}" TEXT')
        for column in numbers:
            db.execute(f'ALTER TABLE {table} ADD COLUMN "{column}" INTEGER')
    # What was never said is empty; a day that was never set is null.
    db.execute(
        "UPDATE person SET number = '', hearing = '', sight = '', culture = '', support = '', "
        "longest_talk = 0"
    )
    db.execute("UPDATE goal SET worked = '', again = '', reasoning = ''")
    for table, columns in (
        ("attempt", "said reason on again_on"),
        ("stay", "since release ended place about verdict statement"),
        ("course_mark", "state on reason"),
        ("intake_talk", "on begin end told"),
        ("achievement", "text on goal condition"),
        ("basic", "area state who on note said_on"),
        ("signal_plan", "made_on made_with kept_at declined declined_on"),
        ("signal", "light seen text"),
        (
            "special_condition",
            "text plain imposed_by since until checked_by breach explained_on note",
        ),
        ("risk_reference", "instrument on by valid_until kept_at"),
        ("mediation_mark", "state on remind_on"),
        ("protected_name", "digest salt"),
        ("overruled", "finding reason on"),
        ("worker_note", "text on dimension"),
        ("care_note", "wanted agreed"),
        ("sheet_talk", "sheet title text on"),
    ):
        _rows(db, table, dict.fromkeys(columns.split(), str))
    _rows(
        db,
        "contact",
        {
            "name": str,
            "relation": str,
            "circle": str,
            "meaning": str,
            "knows": str,
            "confirmed": str,
            "confirmed_on": str,
            "no_contact": str,
            "also_victim": int,
            "note": str,
        },
    )
    db.execute("PRAGMA user_version = 4")


@migrations()
def m0005_agenda(db: Database) -> None:
    """What there is to do, in the list; filled by who applies it (dossiers.list_anew)."""
    for column in ("days", "ends"):
        db.execute(f"ALTER TABLE register ADD COLUMN {column} TEXT NOT NULL DEFAULT '[]'")
    db.execute("ALTER TABLE register ADD COLUMN release TEXT")
    db.execute("ALTER TABLE register ADD COLUMN waits INTEGER NOT NULL DEFAULT 0")
    db.execute("PRAGMA user_version = 5")


@migrations()
def m0006_library(db: Database) -> None:
    """The factsheets of this laptop; they belong to no dossier."""
    texts = ("id", "kind", "title", "text", "tags", "source", "licence", "valid_until", "edited")
    db.table("factsheet").create(dict.fromkeys(texts, str), pk="id", strict=True)
    db.execute("PRAGMA user_version = 6")


@migrations()
def m0007_people_and_reviews(db: Database) -> None:
    """Partners, volunteers, reviews and what is around them; addresses and text templates."""
    db.execute("ALTER TABLE goal ADD COLUMN hindered TEXT")
    db.execute("UPDATE goal SET hindered = ''")
    db.execute("ALTER TABLE stay ADD COLUMN moved_on TEXT")
    for table, columns in (
        ("volunteer_wish", "says words offered_on"),
        (
            "volunteer",
            "name kind organisation about reasons vog_by vog_on client_says client_on own_says "
            "own_on answer_by not_doing passes_on passes_on_told",
        ),
        ("volunteer_task", "activity text goal"),
        ("partner", "kind name contact reach task answers_for until"),
        ("lead", "by name since"),
        ("referral", "to help state on who look_on result goal"),
        ("allocation", "org reason by on"),
        ("review", "kind due held_on late_reason helped hindered proud"),
        ("placement", "kind place reasons client_view on"),
        ("release_choice", "about choice instead_of words on"),
        ("worker_change", "left came why told on"),
        ("contact_note", "text on"),
    ):
        _rows(db, table, dict.fromkeys(columns.split(), str))
    _rows(db, "feedback", {"by": str, "name": str, "text": str, "score": int, "on": str})
    _rows(
        db,
        "coordination",
        {
            "kind": str,
            "on": str,
            "held": int,
            "client_there": int,
            "why_absent": str,
            "text": str,
            "equal": str,
        },
    )
    _rows(
        db,
        "alliance_check",
        {
            "by": str,
            "on": str,
            "bond": int,
            "trust": int,
            "direction": int,
            "ease": int,
            "note": str,
        },
    )
    for table, columns in (
        ("organisation", "id kind name contact reach note"),
        ("text_template", "id name text"),
    ):
        db.table(table).create(dict.fromkeys(columns.split(), str), pk="id", strict=True)
    db.execute("PRAGMA user_version = 7")


@migrations()
def m0008_meetings(db: Database) -> None:
    """The driegesprek, what each party says, what is agreed there, and paper that was signed."""
    for table, columns in (
        (
            "meeting",
            "on begin end place state why how together summary said said_why next_on next_begin "
            "next_place version page alone helped hindered",
        ),
        ("hidden", "kind item"),
        ("party_answer", "role said reason name on"),
        ("agreement", "text who by when told state goal step meeting"),
        ("telling", "who what to hears"),
    ):
        _rows(db, table, dict.fromkeys(columns.split(), str))
    _rows(db, "seat", {"role": str, "name": str, "there": int, "why_absent": str})
    _rows(db, "topic_mark", {"topic": str, "left_out": int, "talked": int})
    _rows(db, "scan", {"name": str, "pages": int, "content": str, "at": str, "role": str})
    db.execute("PRAGMA user_version = 8")


def _rows(db: Database, table: str, columns: dict[str, type]) -> None:
    """The table of one kind of value: which dossier it is in, who owns it, at which place."""
    db.table(table).create(
        {"dossier_id": str, "id": str, "owner": str, "position": int, **columns},
        pk=("dossier_id", "id"),
        not_null={"owner", "position"},
        strict=True,
    )

"""The tables of a case, and how the database is run. A released version is never changed: the next one migrates."""

from __future__ import annotations

APPLICATION_ID = 0x5450434B  # "TPCK"
VERSION = 1

# One file at rest, and a commit that has reached the disk with its folder when it returns. The lock comes first: what
# is read before it is held may change.
PRAGMAS = (
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = EXTRA",
)
LOCK = ("BEGIN EXCLUSIVE", "COMMIT")
JOURNAL = "PRAGMA journal_mode = DELETE"

# ``before`` and ``after`` are JSON; NULL is "not answered". ``place`` counts the changes of an action from 0.
TABLES = (
    """CREATE TABLE actions (
        number INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        kind TEXT NOT NULL,
        reverses INTEGER REFERENCES actions (number)
    ) STRICT""",
    """CREATE TABLE changes (
        action INTEGER NOT NULL REFERENCES actions (number),
        place INTEGER NOT NULL,
        address TEXT NOT NULL,
        before TEXT,
        after TEXT,
        PRIMARY KEY (action, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE files (
        id TEXT PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL
    ) STRICT""",
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {VERSION}",
)

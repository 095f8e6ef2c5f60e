"""The actions of a case in SQLite: append-only, each one on the disk for good when ``append`` returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import apsw

from talentpack.casefile import schema
from talentpack.casefile.disk import sync_file, sync_folder
from talentpack.casefile.failures import changed, damaged, database_failures, file_failures, newer, not_there
from talentpack.casefile.rows import read_actions, remove_actions, write_action
from talentpack.core.actions import Action
from talentpack.core.values import Value


class StoredFile(Value, frozen=True, kw_only=True):
    """A file of the vault: its random id, the sha256 of its contents in hexadecimal, its bytes."""

    id: str
    sha256: str
    size: int


class _Tail(NamedTuple):
    """After a commit that failed it is not known what the disk holds from ``number`` on; ``stood`` is what was told."""

    number: int
    stood: Action | None

    def instead(self, actions: tuple[Action, ...]) -> tuple[Action, ...]:
        told = () if self.stood is None else (self.stood,)
        return (*actions[: self.number - 1], *told)


class Store:
    """An open ``case.db``, held exclusively until ``close``. Make one with ``create`` or ``open``."""

    def __init__(self, db: apsw.Connection, path: Path) -> None:
        self._db = db
        self._path = path
        self._unsure: _Tail | None = None

    @classmethod
    def create(cls, path: Path, about: Mapping[str, str]) -> Store:
        """A new case; ``about`` are lasting facts that are no answers (its id, its name). Raises Refused."""
        with database_failures(path):
            db = _connected(path, apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE | apsw.SQLITE_OPEN_EXCLUSIVE)
        store = cls(db, path)
        try:
            store._begin(about)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open(cls, path: Path) -> Store:
        """The case in a file. Raises Refused: ``case.not_there``, ``case.open_elsewhere``, ``case.damaged``,
        ``case.newer``, ``case.not_saved`` for one that cannot be written to.
        """
        if not path.is_file():
            raise not_there(path)
        if not path.stat().st_size:
            raise damaged(path)  # SQLite would make an empty database of it
        with database_failures(path):
            db = _connected(path, apsw.SQLITE_OPEN_READWRITE)
        store = cls(db, path)
        try:
            store._look()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()

    def append(self, action: Action) -> None:
        """Keeps an action: one more, or the newest again while its typing goes on (same number, same uuid).

        Raises Refused, and then nothing was kept: what stood there stands.
        """
        with self._writing():
            self._put_right()
            stood = self._standing(action)
            if self._unsure is None or action.number < self._unsure.number:
                self._unsure = _Tail(action.number, stood)
            remove_actions(self._db, action.number)
            write_action(self._db, action)
        self._unsure = None

    def actions(self) -> tuple[Action, ...]:
        """Every action, in order. Raises Refused (``case.damaged``) when one makes no sense."""
        with database_failures(self._path):
            try:
                found = read_actions(self._db)
            except ValueError as error:  # msgspec's are ValueErrors too
                raise damaged(self._path) from error
        return self._unsure.instead(found) if self._unsure else found

    def last(self) -> int:
        """The number of the newest action; 0 before the first."""
        with database_failures(self._path):
            return _number(self._db.execute("SELECT max(number) FROM actions").get)

    def about(self) -> dict[str, str]:
        """The lasting facts given at the start."""
        with database_failures(self._path):
            return {str(key): str(value) for key, value in self._db.execute("SELECT key, value FROM about")}

    def file_of(self, sha256: str) -> StoredFile | None:
        """The file with these contents."""
        return next((each for each in self.files() if each.sha256 == sha256), None)

    def files(self) -> tuple[StoredFile, ...]:
        with database_failures(self._path):
            rows = list(self._db.execute("SELECT id, sha256, size FROM files ORDER BY id"))
        return tuple(StoredFile(id=str(row[0]), sha256=str(row[1]), size=int(str(row[2]))) for row in rows)

    def keep_file(self, file: StoredFile) -> None:
        """Names a file that already lies in the vault for good. Raises Refused."""
        with self._writing():
            self._db.execute("INSERT OR IGNORE INTO files VALUES (?, ?, ?)", (file.id, file.sha256, file.size))

    def copy_to(self, path: Path) -> None:
        """A copy of the whole database by SQLite's backup, put in place whole. Raises Refused."""
        part = path.with_name(f"{path.name}.part")
        with database_failures(path), file_failures():
            part.unlink(missing_ok=True)
            copy = apsw.Connection(str(part))
            try:
                with copy.backup("main", self._db, "main") as backup:
                    backup.step()
            finally:
                copy.close()
            sync_file(part)
            part.replace(path)
            sync_folder(path.parent)

    def _begin(self, about: Mapping[str, str]) -> None:
        with database_failures(self._path):
            self._db.execute(schema.JOURNAL)
        with self._writing():
            for statement in schema.TABLES:
                self._db.execute(statement)
            self._db.executemany("INSERT INTO about VALUES (?, ?)", list(about.items()))
        with file_failures():
            sync_folder(self._path.parent)

    def _look(self) -> None:
        """Refuses what is not ours, not sound, or not to be written."""
        with database_failures(self._path):
            if self._db.readonly("main"):
                raise apsw.ReadOnlyError
            if _number(self._db.execute("PRAGMA application_id").get) != schema.APPLICATION_ID:
                raise damaged(self._path)
            if _number(self._db.execute("PRAGMA user_version").get) > schema.VERSION:
                raise newer()
            self._db.execute(schema.JOURNAL)
            if (
                self._db.execute("PRAGMA quick_check(1)").get != "ok"
                or self._db.execute("PRAGMA foreign_key_check").get
            ):
                raise damaged(self._path)

    def _standing(self, action: Action) -> Action | None:
        """The action that this one takes the place of. Raises Refused for one that does not follow."""
        last = self.last()
        if action.number == last + 1:
            return None
        newest = read_actions(self._db, last)
        if action.number != last or not newest or newest[0].uuid != action.uuid:
            raise changed()
        return newest[0]

    def _put_right(self) -> None:
        """What was reported as not saved must not come back with the next action."""
        if self._unsure is not None:
            remove_actions(self._db, self._unsure.number)
            if self._unsure.stood is not None:
                write_action(self._db, self._unsure.stood)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction."""
        with database_failures(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                with suppress(apsw.Error):  # SQLite may have rolled back itself; what went wrong first is told
                    self._db.execute("ROLLBACK")
                raise


def _connected(path: Path, flags: int) -> apsw.Connection:
    """A connection that holds the exclusive lock, or none."""
    db = apsw.Connection(str(path), flags=flags)
    try:
        for statement in (*schema.PRAGMAS, *schema.LOCK):
            db.execute(statement)
    except BaseException:
        db.close()
        raise
    return db


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0

"""The store: one encrypted file, many readers, one writer at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection

from agentdesk.store import search
from agentdesk.store.desk_tables import metadata
from agentdesk.store.engine import (
    APPLICATION_ID,
    OnlyReading,
    check_engine,
    copy,
    has_log,
    keep_private,
    look,
    make_engine,
    write_back,
)
from agentdesk.store.files import BESIDE, make_sure, set_aside, settle
from agentdesk.store.tables import migrated_to
from agentdesk.store.trouble import NewerStore, meant_by
from agentdesk.store.version import VERSION, revision


class Store:
    """Hands out connections to an open store. Any thread may ask; a connection stays with its thread."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._engine = make_engine(path, key)
        self._writer = threading.Lock()
        self._writing_thread: int | None = None
        self._views = threading.local()
        self._resting: list[Connection] = []
        self._resting_writer: list[Connection] = []
        self._seen: int | None = None

    @property
    def key(self) -> bytes:
        """The key, to be wrapped under a passphrase or a recovery key; never to be written down in the clear."""
        return self._key

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of the store for as long as the block lasts. Never waits for a writer.

        A block inside another one of the same thread has the outer one's view.
        """
        outer: Connection | None = getattr(self._views, "open", None)
        if outer is not None:
            yield outer
            return
        with _plainly(), self._kept(self._resting) as db, db.begin():
            self._views.open = db
            try:
                yield db
            finally:
                self._views.open = None

    @contextmanager
    def _kept(self, resting: list[Connection]) -> Iterator[Connection]:
        """A connection, which rests there until the next use: the engine takes longer to hand one out and back than
        SQLite takes for many a page.
        """
        try:
            db = resting.pop()
        except IndexError:
            db = self._engine.connect()
        broken = False
        try:
            yield db
        except (sa.exc.DBAPIError, sqlcipher.Error):
            broken = True
            raise
        finally:
            # Where nothing could be written there may be room by then, which a new one finds out.
            if broken or isinstance(db.connection.driver_connection, OnlyReading):
                db.close()
            else:
                resting.append(db)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Waits for its turn, then keeps all of the block's changes or, on any error, none of them.

        Raises StoreFull, StoreBusy or DamagedStore where the database cannot go on.
        """
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("this thread is already writing, and would wait for itself")
        with self._writer:
            self._writing_thread = threading.get_ident()
            try:
                with _plainly(), self._kept(self._resting_writer) as db, db.execution_options(writing=True).begin():
                    yield db
            finally:
                self._writing_thread = None

    def written_elsewhere(self) -> bool:
        """Whether another program has written since this was asked last; at the first time, no.

        Never waits: while this one writes, it is for the next time to say.
        """
        if not self._writer.acquire(blocking=False):
            return False
        try:
            # All that is written here goes by this one connection, and the engine counts what others wrote.
            with _plainly(), self._kept(self._resting_writer) as db:
                driver = cast("sqlcipher.Connection", db.connection.driver_connection)
                seen, self._seen = self._seen, int(driver.execute("PRAGMA data_version").fetchone()[0])
            return seen is not None and seen != self._seen
        finally:
            self._writer.release()

    def copy_to(self, path: Path) -> None:
        """Writes the store as it is now into a new file under the same key. The caller names and checks it."""
        with _plainly():
            copy(self.path, path, self._key)

    def make_sure(self, path: Path) -> None:
        """Raises DamagedStore unless a file opens with this store's key and every page of it is whole."""
        make_sure(path, self._key)

    def close(self) -> None:
        """Ends every connection that is not in use; the file then stands alone, without a log."""
        for resting in (self._resting, self._resting_writer):
            while resting:
                resting.pop().close()
        self._engine.dispose()


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except (sa.exc.DBAPIError, sqlcipher.Error) as error:
        sorry = meant_by(error)
        if sorry is None:
            raise
        raise sorry from error


def open_store(path: Path, key: bytes) -> Store:
    """Opens the store at the path; makes a new one where there is none, and brings an older one up to date.

    `key` has 32 bytes. Before bringing up to date, a checked copy is put beside the file. Raises NewerStore,
    WrongKey, NotOurs, DamagedStore or CannotOpen, and has then changed nothing; StoreFull or ReadOnlyStore
    where a new store or a new version finds no room or no permission. A store that is up to date can be read
    without either; it is `writing` that then raises them.
    """
    check_engine()
    if not path.exists() and not path.is_symlink():
        with _plainly():
            _create(path, key)
        return Store(path, key)
    header = look(path, key)
    if header.version <= VERSION and has_log(path):
        with _plainly():
            write_back(path, key)
        # a new version may have been in the log alone
        header = look(path, key)
    if header.version > VERSION:
        raise NewerStore
    keep_private(path)
    if header.version < VERSION:
        # Alembic takes longer to import than everything else here, and is needed once per new version.
        from agentdesk.store.upgrade import upgrade

        with _plainly():
            upgrade(path, key, header.version)
    return Store(path, key)


def _create(path: Path, key: bytes) -> None:
    """A new store, complete before it gets its name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for ending in BESIDE:
        # The log of a store that is gone would be replayed into the new one.
        if path.with_name(path.name + ending).exists():
            set_aside(path)
    unfinished = path.with_name(path.name + ".new")
    for ending in ("", *BESIDE):
        unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)
    engine = make_engine(unfinished, key)
    try:
        with engine.connect().execution_options(writing=True) as db, db.begin():
            metadata.create_all(db, checkfirst=False)
            search.create(db)
            db.execute(sa.insert(migrated_to).values(version_num=revision(VERSION)))
            db.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            db.exec_driver_sql(f"PRAGMA user_version={VERSION}")
    finally:
        engine.dispose()
    settle(unfinished, path)

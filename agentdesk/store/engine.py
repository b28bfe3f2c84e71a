"""Connections to the encrypted file: how each is opened, and what the file is before it is opened."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.store.trouble import DamagedStore, NotOurs, OldEngine, StoreFull, WrongKey

if TYPE_CHECKING:
    import sqlalchemy as sa

APPLICATION_ID = 0x41674473
OLDEST_ENGINE = (3, 51, 3)
"""Earlier ones can lose committed work when a log is reset (sqlite.org/wal.html, "the WAL-reset bug")."""
PAGE = 4096
KEY_BYTES = 32
_WAIT_MS = 10_000
_PLAIN_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself."""

    application_id: int
    version: int
    empty: bool


def check_engine(version: tuple[int, ...] = sqlcipher.sqlite_version_info) -> None:
    """Raises OldEngine unless the engine is free of the known data-losing faults."""
    if version < OLDEST_ENGINE:
        raise OldEngine


def connect(path: Path, key: bytes, *, foreign_keys: bool = True) -> sqlcipher.Connection:
    """A connection with the key given and everything set that keeps data whole and unreadable to others."""
    connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
    try:
        _unlock(connection, key)
        connection.execute("PRAGMA journal_mode=WAL")
        for setting in (
            "synchronous=FULL",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "secure_delete=ON",
            "temp_store=MEMORY",
            "wal_autocheckpoint=4000",
            f"busy_timeout={_WAIT_MS}",
        ):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _unlock(connection: sqlcipher.Connection, key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise ValueError("the key of a store has 32 bytes")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level=NONE")
    # A wrong key shows only here, in the first page: what is wrong with others is damage.
    connection.execute("PRAGMA user_version").fetchone()


def look(path: Path, key: bytes) -> Header:
    """Reads what the file says of itself and touches nothing: not it, not its log.

    Raises NotOurs, WrongKey or DamagedStore.
    """
    if path.is_symlink() or not path.is_file():
        raise NotOurs(path.name)
    with path.open("rb") as file:
        start = file.read(len(_PLAIN_SQLITE))
    if not start or start == _PLAIN_SQLITE:
        raise NotOurs(path.name)
    if path.stat().st_size < PAGE:
        raise NotOurs(path.name)
    for patience in (0.05, 0.2, None):
        try:
            header = _read_header(path, key)
        except sqlcipher.DatabaseError as error:
            # Another AgentDesk may just be writing the first page back.
            if patience is None:
                raise WrongKey from error
            time.sleep(patience)
        else:
            break
    if path.stat().st_size % PAGE:
        raise DamagedStore
    if header.application_id != APPLICATION_ID:
        raise NotOurs(path.name)
    return header


def _read_header(path: Path, key: bytes) -> Header:
    # "immutable" keeps the engine from making, replaying or removing a log beside the file.
    connection = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        _unlock(connection, key)
        try:
            return header_of(connection)
        except sqlcipher.DatabaseError as error:
            raise DamagedStore from error
    finally:
        connection.close()


def header_of(connection: sqlcipher.Connection) -> Header:
    def number(question: str) -> int:
        return int(connection.execute(question).fetchone()[0])

    return Header(
        number("PRAGMA application_id"),
        number("PRAGMA user_version"),
        number("SELECT count(*) FROM sqlite_master") == 0,
    )


def copy(path: Path, to: Path, key: bytes) -> None:
    """Copies a store as it is now into a new file under the same key. The caller checks and names the copy."""
    source = connect(path, key)
    try:
        target = connect(to, key)
        try:
            source.backup(target)
        except sqlcipher.OperationalError as error:
            # The driver gives no code here; of its classes, this one means that the copy couldn't be written.
            raise StoreFull from error
        except sqlcipher.DatabaseError as error:
            raise DamagedStore from error
        finally:
            target.close()
    finally:
        source.close()


def make_engine(path: Path, key: bytes, *, foreign_keys: bool = True) -> sa.Engine:
    """An engine whose connections may pass between threads, one user at a time."""
    # a fifth of a second, and a file can be looked at without it
    import sqlalchemy as sa
    from sqlalchemy import event
    from sqlalchemy.pool import QueuePool

    # Named, because the dialect would pick a pool that closes connections other threads still use
    # as soon as there are more than five of them, and Python crashes.
    engine = sa.create_engine(
        "sqlite://",
        creator=lambda: connect(path, key, foreign_keys=foreign_keys),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=5,
        max_overflow=27,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    # Writers queue here, at the start, instead of failing at their first change.
    writing = connection.get_execution_options().get("writing", False)
    driver = cast("sqlcipher.Connection", connection.connection.driver_connection)
    driver.execute("BEGIN IMMEDIATE" if writing else "BEGIN")

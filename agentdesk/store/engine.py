"""Connections to the encrypted file: how each is opened, and what the file is before it is opened."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.domain.errors import Sorry
from agentdesk.store.trouble import (
    CannotOpen,
    DamagedStore,
    NotOurs,
    OldEngine,
    ReadOnlyStore,
    StoreFull,
    WrongKey,
    meant_by,
)

if TYPE_CHECKING:
    import sqlalchemy as sa
    from sqlalchemy.pool import ConnectionPoolEntry

APPLICATION_ID = 0x41674473
OLDEST_ENGINE = (3, 51, 3)
"""Earlier ones can lose committed work when a log is reset (sqlite.org/wal.html, "the WAL-reset bug")."""
PAGE = 4096
KEY_BYTES = 32
_WAIT_MS = 10_000
_ALONE = "&immutable=1"
"""Keeps the engine from making, reading, replaying or removing a log beside the file."""
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
    """A connection with the key given and everything set that keeps data whole and unreadable to others.

    Makes the file, for this person's eyes only, where there is none.
    """
    _make_privately(path)
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


class OnlyReading(sqlcipher.Connection):  # type: ignore[misc]  # the driver has no types
    """A connection to a store that can't be written to just now. `trouble` says why."""

    trouble: Sorry


def connect_as_can_be(path: Path, key: bytes, *, foreign_keys: bool = True) -> sqlcipher.Connection:
    """A connection that writes, or an `OnlyReading` one where the disk is full or the folder is read-only.

    Raises CannotOpen where neither can be had.
    """
    try:
        return connect(path, key, foreign_keys=foreign_keys)
    except sqlcipher.Error as error:
        trouble = meant_by(error)
        if not isinstance(trouble, StoreFull | ReadOnlyStore):
            raise
        try:
            connection = _connect_to_read(path, key)
        except sqlcipher.Error:
            raise CannotOpen from error
        connection.trouble = trouble
        return connection


def _connect_to_read(path: Path, key: bytes) -> OnlyReading:
    # Reading goes by a shared file beside the log, which can't be made here. A store that was closed has no log.
    connection = sqlcipher.connect(
        f"{path.absolute().as_uri()}?mode=ro{'' if has_log(path) else _ALONE}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        factory=OnlyReading,
    )
    try:
        _unlock(connection, key)
        for setting in ("trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY", f"busy_timeout={_WAIT_MS}"):
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return cast("OnlyReading", connection)


def has_log(path: Path) -> bool:
    """Whether work lies beside the file that isn't in it yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def write_back(path: Path, key: bytes) -> None:
    """Brings what lies in the log into the file, as far as nobody is reading it.

    A power cut while that was done may have torn pages of the file. The log has them whole, and is read first; but
    whoever looks at the file page by page would take them for damage.
    """
    connection = connect_as_can_be(path, key)
    try:
        with suppress(sqlcipher.OperationalError):
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    finally:
        connection.close()


def keep_private(path: Path) -> None:
    """Takes from others what an earlier AgentDesk let them read. Where that isn't allowed, all stays as it is."""
    for ending in ("", "-wal", "-shm"):
        with suppress(OSError):
            part = path.with_name(path.name + ending)
            if part.stat().st_mode & 0o077:
                part.chmod(0o600)


def _make_privately(path: Path) -> None:
    # The engine would make it readable to all; logs beside it take its rights over. A folder that isn't there,
    # or takes no files, is the engine's to name.
    with suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _unlock(connection: sqlcipher.Connection, key: bytes) -> None:
    if len(key) != KEY_BYTES:
        raise ValueError("the key of a store has 32 bytes")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level=NONE")
    # A wrong key shows only here, in the first page: what is wrong with others is damage.
    connection.execute("PRAGMA user_version").fetchone()


def look(path: Path, key: bytes) -> Header:
    """Reads what the file says of itself and touches nothing: not it, not its log.

    Raises NotOurs, WrongKey or DamagedStore; ReadOnlyStore or CannotOpen where it may or can not even be read.
    """
    if path.is_symlink() or not path.is_file():
        raise NotOurs(path.name)
    try:
        with path.open("rb") as file:
            start = file.read(len(_PLAIN_SQLITE))
    except PermissionError as error:
        raise ReadOnlyStore from error
    except OSError as error:
        raise CannotOpen from error
    if not start or start == _PLAIN_SQLITE:
        raise NotOurs(path.name)
    if path.stat().st_size < PAGE:
        raise NotOurs(path.name)
    header = _patient_header(path, key)
    if path.stat().st_size % PAGE and not has_log(path):
        raise DamagedStore
    if header.application_id != APPLICATION_ID:
        raise NotOurs(path.name)
    return header


def _patient_header(path: Path, key: bytes) -> Header:
    for patience in (0.05, 0.2):
        with suppress(sqlcipher.DatabaseError):
            return _read_header(path, key, _ALONE)
        # Another AgentDesk may just be writing the first page back.
        time.sleep(patience)
    try:
        # One that was stopped while it wrote pages back has left the rest of them in the log.
        return _read_header(path, key, "" if has_log(path) else _ALONE)
    except sqlcipher.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code == sqlcipher.SQLITE_NOTADB:
            raise WrongKey from error
        raise (DamagedStore if isinstance(meant_by(error), DamagedStore) else CannotOpen) from error


def _read_header(path: Path, key: bytes, how: str) -> Header:
    connection = sqlcipher.connect(f"{path.absolute().as_uri()}?mode=ro{how}", uri=True, isolation_level=None)
    try:
        _unlock(connection, key)
        return header_of(connection)
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
    source = connect_as_can_be(path, key)
    try:
        target = connect(to, key)
        try:
            source.backup(target)
            # else closing would do it, and every other thread would stand still meanwhile
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
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
        creator=lambda: connect_as_can_be(path, key, foreign_keys=foreign_keys),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=5,
        max_overflow=27,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _try_again_next_time)
    return engine


def _try_again_next_time(connection: object, record: ConnectionPoolEntry) -> None:
    # There may be room by then.
    if isinstance(connection, OnlyReading):
        record.invalidate()


def _begin(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    driver = cast("sqlcipher.Connection", connection.connection.driver_connection)
    if writing and isinstance(driver, OnlyReading):
        raise driver.trouble
    # Writers queue here, at the start, instead of failing at their first change.
    driver.execute("BEGIN IMMEDIATE" if writing else "BEGIN")

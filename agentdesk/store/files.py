"""The store as files: whole or not, given its name when it is finished, set aside when it is damaged."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from agentdesk.domain.errors import Sorry
from agentdesk.store.engine import connect
from agentdesk.store.trouble import DamagedStore, StoreFull, meant_by

BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite writes beside a store."""


def is_whole(path: Path, key: bytes) -> bool:
    """Whether a file can be read, opens with the key, and every page of it carries its seal."""
    try:
        make_sure(path, key)
    except Sorry:
        return False
    return True


def make_sure(path: Path, key: bytes) -> None:
    """Raises DamagedStore unless a file opens with the key and every page of it carries its seal.

    Where it is the disk that lets nobody read it, raises what that means instead: StoreFull, ReadOnlyStore.
    """
    try:
        with closing(connect(path, key)) as connection:
            broken = connection.execute("PRAGMA cipher_integrity_check").fetchone()
            whole = broken is None and connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    except sqlcipher.Error as error:
        raise (meant_by(error) or DamagedStore()) from error
    if not whole:
        raise DamagedStore


def set_aside(path: Path) -> Path:
    """Renames a damaged store and what belongs to it, so that a backup can take its place. Deletes nothing."""
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for ending in ("", *BESIDE):
        part = path.with_name(path.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside


def settle(unfinished: Path, path: Path) -> None:
    """Gives a finished file its name, so that it is there whole or not at all, power cut or not.

    Raises StoreFull where the disk doesn't take it.
    """
    try:
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
        if os.name != "nt":
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except OSError as error:
        raise StoreFull from error

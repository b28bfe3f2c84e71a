"""Backups: copies of the store that are known to open, and the newest of them put back in its place."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from agentdesk.domain.clock import as_utc
from agentdesk.store.files import BESIDE, is_whole, make_sure, set_aside, settle
from agentdesk.store.trouble import StoreFull

if TYPE_CHECKING:
    from agentdesk.store.store import Store

_NAMED = re.compile(r"agentdesk-(\d{4}-\d\d-\d\d-\d{6})\.backup")
_AT = "%Y-%m-%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was whole when it got its name. `at`: when it was made, in UTC."""

    path: Path
    at: datetime


def in_folder(folder: Path) -> tuple[Backup, ...]:
    """Every backup there, the newest first. Other files are nobody's business here."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        named = _NAMED.fullmatch(path.name)
        try:
            at = datetime.strptime(named[1], _AT).replace(tzinfo=UTC) if named else None
        except ValueError:
            continue
        if at is not None:
            found.append(Backup(path, at))
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def make(store: Store, folder: Path, at: datetime) -> Backup:
    """Copies the store into a folder, still encrypted under its key.

    It gets its name only after it was opened and every page of it found whole. `at` goes into the name, in UTC.
    Raises StoreFull when there is no room, DamagedStore when the copy isn't whole; nothing is left behind then.
    """
    final = folder / f"agentdesk-{as_utc(at):{_AT}}.backup"
    unfinished = folder / f"{final.name}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left_behind in folder.glob("agentdesk-*.backup.new*"):
            left_behind.unlink()
        store.copy_to(unfinished)
        store.make_sure(unfinished)
        settle(unfinished, final)
    except OSError as error:
        raise StoreFull from error
    finally:
        _discard(unfinished)
    return Backup(final, as_utc(at).replace(microsecond=0))


def newest_whole(folder: Path, key: bytes) -> Backup | None:
    """The newest backup that opens with the key and is whole now; None where there is none."""
    return next((each for each in in_folder(folder) if is_whole(each.path, key)), None)


def put_back(backup: Backup, path: Path, key: bytes) -> None:
    """Puts a copy of a backup where the store is kept; what stood there is set aside, and the backup stays.

    Nobody else may have the store open. Raises StoreFull when there is no room, DamagedStore when the copy isn't
    whole; nothing was changed then. Killed half-way, it can be done again.
    """
    unfinished = path.with_name(f"{path.name}.new")
    try:
        _discard(unfinished)
        shutil.copyfile(backup.path, unfinished)
        make_sure(unfinished, key)
        unfinished.chmod(0o600)
        set_aside(path)
        settle(unfinished, path)
    except OSError as error:
        raise StoreFull from error
    finally:
        _discard(unfinished)


def _discard(file: Path) -> None:
    for ending in ("", *BESIDE):
        file.with_name(file.name + ending).unlink(missing_ok=True)

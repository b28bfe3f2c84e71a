"""A file is written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path

from agentdesk.domain.errors import Sorry

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EISDIR, errno.EILSEQ}


def save_whole(path: Path, content: bytes) -> None:
    """Puts the content under the name; what stood there before stays until it is complete.

    Raises Sorry, with nothing new left behind, when the disk is full, the folder can't be written or isn't
    there, or the name can't be used.
    """
    beside = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _write(beside, content)
        beside.replace(path)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise Sorry(_in_words(error, path)) from error
    _settle(path.parent)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Makes the new name itself last through a power cut, where the system lets a folder be opened."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _in_words(error: OSError | ValueError, path: Path) -> str:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if number in _FULL:
        return f"I couldn't save that. Your disk is full{_room(path.parent)}. Make some room, then try again."
    if number in {errno.ENOENT, errno.ENOTDIR}:
        return "I couldn't save that. The folder isn't there any more. Choose another one."
    if number in _REFUSED - {errno.EROFS} and path.exists() and os.access(path.parent, os.W_OK):
        return "I couldn't save that. The file may be open in another program. Close it there, then try again."
    if number in _REFUSED:
        return "I couldn't save that. This computer doesn't let me write in that folder. Choose another one."
    if number in _BAD_NAME:
        return "I couldn't save that. A file can't have that name. Choose a shorter one, with letters and digits."
    return "I couldn't save that. Nothing was changed. Try again, or choose another folder."


def _room(folder: Path) -> str:
    try:
        return f" ({shutil.disk_usage(folder).free / 1e9:.1f} GB left)"
    except OSError:
        return ""

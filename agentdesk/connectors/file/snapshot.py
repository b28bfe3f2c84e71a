"""A file as it was at one moment, whatever happens to it afterwards."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from agentdesk.domain.errors import Sorry

LARGEST = 200 * 1024 * 1024
_BLOCK = 1024 * 1024
_HELD = 32 * 1024 * 1024
_GONE = "This file can't be read. Check that it is still there and choose it again."
_CHANGED = "This file changed while it was being read. Wait until it is finished and choose it again."
_NOT_A_FILE = "This is not a file. Choose the file itself, not a folder or a device."


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The bytes of a file at the moment it was taken.

    A small file is held in memory. Of a large one the digest of every block is held, and a block that
    has changed since is refused before a byte of it is used: nothing of it is copied to disk, where
    callers' words would lie in the clear.
    """

    path: Path
    size: int
    utf8: bool
    """Whether the whole of it is valid UTF-8."""
    held: tuple[bytes, ...] | None
    digests: tuple[bytes, ...]

    def blocks(self) -> Iterator[bytes]:
        """The bytes in order, about 1 MB at a time. Raises Sorry when the file is no longer the same."""
        if self.held is not None:
            yield from self.held
            return
        with _opened(self.path) as file:
            for digest in self.digests:
                block = _read(file)
                if _digest(block) != digest:
                    raise Sorry(_CHANGED)
                yield block
            if _read(file):
                raise Sorry(_CHANGED)

    def head(self, size: int = 65_536) -> bytes:
        """The first bytes."""
        return next(self.blocks(), b"")[:size]


def take(path: Path, largest: int = LARGEST) -> Snapshot:
    """The file as it is now. Raises Sorry for what is no file, is gone, is empty or is too large."""
    held: list[bytes] = []
    digests: list[bytes] = []
    size = 0
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    utf8 = True
    with _opened(path) as file:
        if os.fstat(file.fileno()).st_size > largest:
            raise Sorry(_too_large(largest))
        while block := _read(file):
            size += len(block)
            if size > largest:
                raise Sorry(_too_large(largest))
            if size <= _HELD:
                held.append(block)
            digests.append(_digest(block))
            utf8 = utf8 and _decodes(decoder, block)
    if size == 0:
        raise Sorry("This file is empty.")
    return Snapshot(
        path, size, utf8 and _decodes(decoder, b"", final=True), tuple(held) if size <= _HELD else None, tuple(digests)
    )


def _decodes(decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(block, final)
    except UnicodeDecodeError:
        return False
    return True


def _opened(path: Path) -> BinaryIO:
    try:
        # Looked at first, because opening some devices does something; and again after opening,
        # because another thing may lie there by then. Opening never waits for the far end of a pipe.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Sorry(_NOT_A_FILE)
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        if not stat.S_ISREG(os.fstat(number).st_mode):
            os.close(number)
            raise Sorry(_NOT_A_FILE)
        return os.fdopen(number, "rb")
    except (OSError, ValueError) as trouble:
        raise Sorry(_GONE) from trouble


def _read(file: BinaryIO) -> bytes:
    try:
        return file.read(_BLOCK)
    except OSError as trouble:
        raise Sorry(_GONE) from trouble


def _digest(block: bytes) -> bytes:
    return blake2b(block, digest_size=16).digest()


def _too_large(largest: int) -> str:
    return f"This file is larger than {largest // (1024 * 1024)} MB. Ask for it in parts, a year at a time for example."

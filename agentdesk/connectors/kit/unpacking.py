"""A body received up to a limit, packed or not: nothing that unpacks to more is ever held."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

_STEP = 256 * 1024


class TooLarge(Exception):  # noqa: N818 - a fact about the answer
    """The body is larger than the limit."""


class Garbled(Exception):  # noqa: N818 - a fact about the answer
    """The body is not packed as it says."""


def receive(chunks: Iterable[bytes], encoding: str, largest: int) -> bytes:
    """The whole body. `encoding` is what the answer says of its packing. Raises TooLarge or Garbled."""
    kind = encoding.strip().lower()
    if kind in {"", "identity"}:
        return _plain(chunks, largest)
    if kind not in {"gzip", "x-gzip", "deflate"}:
        raise Garbled
    try:
        return _unpacked(chunks, zlib.decompressobj(zlib.MAX_WBITS | 32), largest)
    except zlib.error:
        raise Garbled from None


def _plain(chunks: Iterable[bytes], largest: int) -> bytes:
    body = bytearray()
    for each in chunks:
        body += each
        if len(body) > largest:
            raise TooLarge
    return bytes(body)


def _unpacked(chunks: Iterable[bytes], unpacker: zlib._Decompress, largest: int) -> bytes:
    body = bytearray()
    for each in chunks:
        rest = each
        while rest:
            body += unpacker.decompress(rest, _STEP)
            rest = unpacker.unconsumed_tail
            if len(body) > largest:
                raise TooLarge
    body += unpacker.flush()
    if not unpacker.eof:
        raise Garbled
    if len(body) > largest:
        raise TooLarge
    return bytes(body)

"""The lines of a snapshot, in whatever letters and line ends it was written."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from enum import StrEnum

from agentdesk.connectors.file.snapshot import Snapshot

LONGEST_LINE = 16 * 1024 * 1024


class Encoding(StrEnum):
    """How letters are written. The value is what the owner reads."""

    UTF_8 = "Unicode (UTF-8)"
    UTF_16 = "Unicode as Excel saves it (UTF-16)"
    WINDOWS = "older Windows letters"


def encoding_of(snapshot: Snapshot) -> Encoding:
    """The letters a file is written in, by its first bytes and by whether the whole is valid UTF-8."""
    if _utf16(snapshot.head()) is not None:
        return Encoding.UTF_16
    return Encoding.UTF_8 if snapshot.utf8 else Encoding.WINDOWS


def lines(snapshot: Snapshot) -> Iterator[bytes | None]:
    """Every line with its end, as UTF-8 where the file is Unicode. None stands for a line too long to take.

    Ends may be mixed: Unix, Windows and old Mac. A mark at the very start is left out.
    """
    blocks: Iterable[bytes] = snapshot.blocks()
    if (codec := _utf16(snapshot.head())) is not None:
        blocks = _as_utf8(blocks, codec)
    rest, too_long, first = b"", False, True
    for piece in blocks:
        block = piece
        if first:
            block, first = block.removeprefix(codecs.BOM_UTF8), False
        found = (rest + block).splitlines(keepends=True)
        # The last may go on in the next block, or its line end may.
        rest = found.pop() if found and not found[-1].endswith(b"\n") else b""
        if found and too_long:
            found[0], too_long = b"", False
            yield None
        for line in found:
            if line:
                yield line if len(line) <= LONGEST_LINE else None
        if len(rest) > LONGEST_LINE:
            rest, too_long = b"", True
    if too_long or len(rest) > LONGEST_LINE:
        yield None
    elif rest:
        yield rest


def _utf16(head: bytes) -> str | None:
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    even, odd = head[0:4096:2], head[1:4096:2]
    if len(odd) >= 8 and odd.count(0) > 0.6 * len(odd) and even.count(0) == 0:
        return "utf-16-le"
    if len(odd) >= 8 and even.count(0) > 0.6 * len(even) and odd.count(0) == 0:
        return "utf-16-be"
    return None


def _as_utf8(blocks: Iterable[bytes], codec: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(codec)("replace")
    first = True
    for block in blocks:
        text = decoder.decode(block)
        yield (text.removeprefix("\ufeff") if first else text).encode("utf-8")
        first = False
    yield decoder.decode(b"", final=True).encode("utf-8")

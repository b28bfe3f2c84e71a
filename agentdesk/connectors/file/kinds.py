"""What a file is, by what stands in it. Its name counts for nothing."""

from __future__ import annotations

from agentdesk.connectors.file.columns import BOOKINGS, CALLS
from agentdesk.connectors.file.lines import Encoding, encoding_of, lines
from agentdesk.connectors.file.results import Kind
from agentdesk.connectors.file.snapshot import Snapshot
from agentdesk.connectors.file.table import headings, separator_of
from agentdesk.domain.errors import Sorry

_SHEET = "This is a spreadsheet file, not a CSV. Open it, choose “Save as” and CSV, and choose the new file."
_SEALED = "This is a packed file. Unpack it first and choose the file inside."
_STRANGE = "This is {} and holds no calls or diary entries that can be read. Check that it is the file you meant."
_STARTS = (
    (b"PK\x03\x04", _SHEET),
    (b"PK\x05\x06", _SEALED),
    (b"\xd0\xcf\x11\xe0", _SHEET),
    (b"\x1f\x8b", _SEALED),
    (b"7z\xbc\xaf", _SEALED),
    (b"Rar!", _SEALED),
    (b"%PDF", _STRANGE.format("a PDF")),
    (b"\x89PNG", _STRANGE.format("a picture")),
    (b"\xff\xd8\xff", _STRANGE.format("a picture")),
    (b"GIF8", _STRANGE.format("a picture")),
    (b"\x7fELF", _STRANGE.format("a program")),
    (b"SQLite format 3", _STRANGE.format("a database")),
    (b"{\\rtf", _STRANGE.format("a word-processor file")),
    (b"ID3", _STRANGE.format("a sound file")),
    (b"OggS", _STRANGE.format("a sound file")),
)


def refuse_what_is_no_text(snapshot: Snapshot) -> None:
    """Raises Sorry for programs, pictures, spreadsheets, packed files and web pages, whatever they are called."""
    head = snapshot.head()
    for start, sentence in _STARTS:
        if head.startswith(start):
            raise Sorry(_SEALED if start == b"PK\x03\x04" and not _is_office(head) else sentence)
    if head.startswith(b"MZ") and b"\0" in head[:64]:
        raise Sorry(_STRANGE.format("a program"))
    if head.startswith(b"RIFF") and head[8:12] in {b"WAVE", b"WEBP", b"AVI "}:
        raise Sorry(_STRANGE.format("a sound or picture file"))
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if opening.startswith((b"<!doctype html", b"<html", b"<?xml", b"<svg")):
        raise Sorry(
            "This is a web page, not the file itself. Sign in where it comes from, download it again and choose that."
        )
    if encoding_of(snapshot) is not Encoding.UTF_16:
        odd = sum(head.count(each) for each in (*range(9), *range(14, 32)))
        if odd > 8 and odd > len(head) // 50:
            raise Sorry(_STRANGE.format("not a text file"))


def kind_of(snapshot: Snapshot) -> Kind:
    """What the file holds. Raises Sorry for what holds neither calls nor diary entries."""
    refuse_what_is_no_text(snapshot)
    first = b""
    for number, line in enumerate(lines(snapshot)):
        first = (line or b"").strip()
        if first or number > 1_000:
            break
    if first.upper().startswith(b"BEGIN:VCALENDAR"):
        return Kind.DIARY
    if first.startswith((b"[", b"{")):
        if first.startswith(b"[") or first == b"{":
            raise Sorry("This file does not have one call on each line. Ask whoever made it for one call on each line.")
        return Kind.CALL_LINES
    separator = separator_of(snapshot, CALLS)
    _, labels = headings(snapshot, separator, CALLS)
    calls, bookings = CALLS.guess(labels), BOOKINGS.guess(labels)
    return Kind.CALL_TABLE if "turns" in calls or len(calls) > len(bookings) else Kind.BOOKING_TABLE


def _is_office(head: bytes) -> bool:
    return b"[Content_Types].xml" in head or b"xl/" in head or b"opendocument" in head

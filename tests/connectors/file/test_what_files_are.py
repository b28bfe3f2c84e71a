from __future__ import annotations

import os
import tracemalloc
import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from agentdesk.connectors.file import reading, snapshot
from agentdesk.connectors.file.lines import lines
from agentdesk.connectors.file.reading import Kind, read_bookings, read_calls, recognise
from agentdesk.domain.errors import Sorry

LONDON = ZoneInfo("Europe/London")
CALL = b'{"external_id":"a%d","started_at":"2026-11-18T10:00:00Z","turns":[{"role":"agent","text":"Hello"}]}\n'


def zipped(folder: Path, name: str) -> bytes:
    path = folder / "made.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(name, "x")
    return path.read_bytes()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
        (b"MZ\x90\0\x03\0\0\0" + bytes(100), "a program"),
        (b"\x7fELF\x02\x01" + bytes(100), "a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "spreadsheet"),
        (b"SQLite format 3\0", "a database"),
        (b"<!DOCTYPE html><html>sign in</html>", "web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "web page"),
        (b"{\\rtf1 hello}", "word-processor"),
        (bytes(range(256)) * 20, "not a text file"),
        (b"[{}]", "one call on each line"),
        (b"{\n}", "one call on each line"),
    ],
)
def test_what_is_no_table_is_refused_by_its_content(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "calls.csv"
    path.write_bytes(content)
    for read in (read_calls, read_bookings):
        with pytest.raises(Sorry, match=sentence):
            read(path, "file", LONDON)


def test_spreadsheets_and_packed_files_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    path.write_bytes(zipped(tmp_path, "[Content_Types].xml"))
    with pytest.raises(Sorry, match="spreadsheet"):
        recognise(path)
    path.write_bytes(zipped(tmp_path, "calls.csv"))
    with pytest.raises(Sorry, match="packed"):
        recognise(path)


def test_kinds_are_recognised_whatever_the_name(tmp_path: Path) -> None:
    path = tmp_path / "holiday.png"
    for content, kind in (
        (CALL % 1, Kind.CALL_LINES),
        (b"\xef\xbb\xbf\n\nbegin:vcalendar\n", Kind.DIARY),
        (b"id,started_at,transcript\n", Kind.CALL_TABLE),
        (b"id;start;end;status\n", Kind.BOOKING_TABLE),
    ):
        path.write_bytes(content)
        assert recognise(path) is kind


def test_a_diary_is_no_file_of_calls_and_the_other_way_round(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(CALL % 1)
    with pytest.raises(Sorry, match="holds calls"):
        read_bookings(path, "file", LONDON)
    path.write_bytes(b"BEGIN:VCALENDAR\nEND:VCALENDAR")
    with pytest.raises(Sorry, match="is a diary"):
        read_calls(path, "file", LONDON)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_pipes_devices_and_folders_are_refused_at_once(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    for path in (pipe, link, Path("/dev/zero"), tmp_path):
        with pytest.raises(Sorry, match="not a file"):
            read_calls(path, "file", LONDON)


@pytest.mark.parametrize("name", ["gone.csv", "n\0ul.csv"])
def test_a_file_that_is_gone_is_said_in_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(Sorry, match="Check that it is still there"):
        read_calls(tmp_path / name, "file", LONDON)


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(1024**3)
    with pytest.raises(Sorry, match="larger than 200 MB"):
        read_calls(path, "file", LONDON)


def test_too_many_records_are_told_before_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_RECORDS", 10)
    path = tmp_path / "many"
    path.write_bytes(b"".join(CALL % number for number in range(11)))
    with pytest.raises(Sorry, match="records"):
        read_calls(path, "file", LONDON)


def test_what_is_taken_in_is_what_was_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "calls"
    path.write_bytes(CALL % 1)
    looked = read_calls(path, "file", LONDON)
    path.write_bytes(CALL % 2)
    assert [call.external_id for call in looked.records()] == ["a1"]
    path.unlink()
    assert [call.external_id for call in looked.records()] == ["a1"]


def test_a_large_file_that_changed_is_refused_and_never_mixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_HELD", 1000)
    monkeypatch.setattr(snapshot, "_BLOCK", 500)
    path = tmp_path / "calls"
    path.write_bytes(b"".join(CALL % number for number in range(100)))
    looked = read_calls(path, "file", LONDON)
    assert len(list(looked.records())) == 100
    with path.open("r+b") as file:
        file.seek(5_000)
        file.write(b"X")
    seen: list[str] = []
    with pytest.raises(Sorry, match="changed while"):
        seen.extend(call.external_id for call in looked.records())
    path.write_bytes(b"".join(CALL % number for number in range(101)))
    with pytest.raises(Sorry, match="changed while"):
        list(looked.records())
    path.unlink()
    with pytest.raises(Sorry, match="still there"):
        list(looked.records())


def test_reading_many_calls_needs_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_HELD", 1_000_000)
    path = tmp_path / "calls"
    path.write_bytes(b"".join(CALL % number for number in range(60_000)))
    tracemalloc.start()
    try:
        looked = read_calls(path, "file", LONDON)
        assert sum(1 for _ in looked.records()) == 60_000
        assert tracemalloc.get_traced_memory()[1] < 16_000_000
    finally:
        tracemalloc.stop()


def test_the_looking_can_be_followed_and_stopped(tmp_path: Path) -> None:
    class Stopped(Exception):  # noqa: N818
        pass

    def heed(done: int) -> None:
        if done >= 2_000:
            raise Stopped

    path = tmp_path / "calls"
    path.write_bytes(b"".join(CALL % number for number in range(5_000)))
    with pytest.raises(Stopped):
        read_calls(path, "file", LONDON, heed=heed)


def test_a_line_without_end_is_set_aside_and_the_next_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agentdesk.connectors.file.lines.LONGEST_LINE", 1_000)
    monkeypatch.setattr(snapshot, "_BLOCK", 300)
    path = tmp_path / "calls"
    path.write_bytes(CALL % 1 + b"x" * 5_000 + b"\n" + CALL % 2 + b"y" * 2_000)
    looked = read_calls(path, "file", LONDON)
    assert [call.external_id for call in looked.records()] == ["a1", "a2"]
    assert [each.where for each in looked.unread] == ["line 2", "line 4"]


@pytest.mark.parametrize("block", [3, 4, 5, 7])
def test_lines_do_not_depend_on_where_blocks_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(snapshot, "_BLOCK", block)
    path = tmp_path / "x"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n\n\xc3\xa9\r\n\r\nend")
    assert list(lines(snapshot.take(path))) == [b"a\r\n", b"b\r", b"c\n", b"\n", b"\xc3\xa9\r\n", b"\r\n", b"end"]

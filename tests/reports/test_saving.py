from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from agentdesk.domain.errors import Sorry
from agentdesk.reports import saving
from agentdesk.reports.saving import save_whole


def test_the_content_stands_under_the_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    save_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "doesn't let me write"),
        (errno.EIO, "Nothing was changed"),
    ],
)
@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_old_file_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str, step: str
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, "no")

    if step == "write":
        half_written = saving._write

        def write(beside: Path, content: bytes) -> None:
            half_written(beside, content[:1])
            fail()

        monkeypatch.setattr(saving, "_write", write)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(Sorry) as sorry:
        save_whole(path, b"new")
    monkeypatch.undo()
    assert said in str(sorry.value)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_really_full_disk_is_said_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(_: Path, content: bytes) -> None:
        with Path("/dev/full").open("wb", buffering=0) as file:
            file.write(content)

    monkeypatch.setattr(saving, "_write", write)
    with pytest.raises(Sorry, match=r"Your disk is full \(\d+\.\d GB left\)\. Make some room, then try again\."):
        save_whole(tmp_path / "a.pdf", b"new")


@pytest.mark.skipif(sys.platform == "win32" or getattr(os, "geteuid", int)() == 0, reason="needs folders that refuse")
def test_a_folder_that_refuses_is_named_as_the_reason(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Sorry, match="doesn't let me write in that folder"):
            save_whole(tmp_path / "a.pdf", b"new")
    finally:
        tmp_path.chmod(0o700)


def test_a_refused_folder_is_said_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(saving, "_write", refuse)
    with pytest.raises(Sorry, match="doesn't let me write in that folder"):
        save_whole(tmp_path / "a.pdf", b"new")


def test_a_file_held_by_another_program_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    (tmp_path / "a.pdf").write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(Sorry, match="open in another program"):
        save_whole(tmp_path / "a.pdf", b"new")


@pytest.mark.parametrize("name", ["x" * 300 + ".pdf", "a\0b.pdf"])
def test_an_impossible_name_is_said_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(Sorry, match="can't have that name"):
        save_whole(tmp_path / name, b"new")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_gone_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Sorry, match="isn't there any more"):
        save_whole(tmp_path / "gone" / "a.pdf", b"new")

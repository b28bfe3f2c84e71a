from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from agentdesk.desktop.folders import BadFolder, Folders, default_profile, resources_folder

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")


def _no_room(*_: object) -> str:
    raise OSError(errno.ENOSPC, "No space left on device")


@needs_modes
def test_profile_and_logs_are_made_for_this_person_only(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "Ana's räume 🧰" / "profile", tmp_path)
    folders.prepare()
    folders.prepare()

    assert folders.logs.parent == folders.profile
    assert [oct(path.stat().st_mode & 0o777) for path in (folders.profile, folders.logs)] == ["0o700", "0o700"]


@needs_modes
def test_what_points_out_of_the_profile_is_taken_away_and_never_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    letter = elsewhere / "letter.txt"
    letter.write_text("Dear Ana")
    folders = Folders(tmp_path / "profile", tmp_path)
    folders.profile.mkdir()
    folders.logs.symlink_to(elsewhere, target_is_directory=True)
    folders.prepare()
    (folders.logs / "agentdesk.log").symlink_to(letter)
    folders.log().write_text("started")

    assert letter.read_text() == "Dear Ana"
    assert elsewhere.stat().st_mode & 0o777 == 0o755
    assert [each.name for each in elsewhere.iterdir()] == ["letter.txt"]


@needs_modes
def test_a_profile_left_open_to_others_is_closed(tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    profile.mkdir(mode=0o755)
    Folders(profile, tmp_path).prepare()

    assert profile.stat().st_mode & 0o777 == 0o700


def test_a_profile_in_a_sync_folder_is_refused_with_a_better_one_and_nothing_is_made(tmp_path: Path) -> None:
    inside = tmp_path / "OneDrive - Smith & Sons" / "agentdesk"

    with pytest.raises(BadFolder) as refusal:
        Folders(inside, tmp_path).prepare()

    assert "OneDrive" in str(refusal.value)
    assert str(default_profile()) in str(refusal.value)
    assert not inside.parent.exists()


def test_a_file_in_the_way_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")

    with pytest.raises(BadFolder, match="cannot write in"):
        Folders(tmp_path / "taken", tmp_path).prepare()


def test_a_profile_keeps_its_id_after_a_move_and_two_have_two(tmp_path: Path) -> None:
    first, second = (Folders(tmp_path / name, tmp_path) for name in ("first", "second"))
    for folders in (first, second):
        folders.prepare()
    was = first.profile_id()
    moved = Folders(first.profile.rename(tmp_path / "moved"), tmp_path)

    assert moved.profile_id() == was == moved.profile_id()
    assert second.profile_id() != was
    assert len(was) == 32


@needs_modes
def test_the_id_is_for_this_person_only_also_where_an_earlier_one_was_open_to_all(tmp_path: Path) -> None:
    folders = Folders(tmp_path, tmp_path)
    kept = tmp_path / "profile.id"
    was = folders.profile_id()
    assert kept.stat().st_mode & 0o777 == 0o600

    kept.chmod(0o644)
    assert folders.profile_id() == was
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_disk_without_room_leaves_no_empty_id_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("secrets.token_hex", _no_room)
        with pytest.raises(BadFolder, match="cannot write in"):
            Folders(tmp_path, tmp_path).profile_id()
    assert list(tmp_path.iterdir()) == []


def test_a_profile_that_cant_be_changed_will_do_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = tmp_path / "profile"
    profile.mkdir()
    monkeypatch.setattr(Path, "chmod", _no_room)

    Folders(profile, tmp_path).prepare(only_to_read=True)
    with pytest.raises(BadFolder, match="cannot write in"):
        Folders(profile, tmp_path).prepare()
    with pytest.raises(BadFolder, match="cannot write in"):
        Folders(tmp_path / "profile" / "none" / "yet", tmp_path).prepare()


def test_a_damaged_id_is_not_replaced_because_keys_hang_on_it(tmp_path: Path) -> None:
    (tmp_path / "profile.id").write_bytes(b"\xff\x00")

    with pytest.raises(BadFolder, match="damaged"):
        Folders(tmp_path, tmp_path).profile_id()
    assert (tmp_path / "profile.id").read_bytes() == b"\xff\x00"


def test_resources_are_found_in_this_checkout() -> None:
    assert resources_folder() == Path(__file__).parents[2] / "resources"


def test_looking_for_the_default_profile_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    default_profile()

    assert list(tmp_path.iterdir()) == []

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from agentdesk.desktop import unsafe_places
from agentdesk.desktop.unsafe_places import kind_of_disk, read_mount_output, read_mountinfo, synced_by, why_unsafe

HOME = Path("/home/ana")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Smith & Sons Ltd", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("iCloud Drive", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-ana@example.com/My Drive", "a cloud drive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_sync_folders_are_known_by_name_at_any_depth(folder: str, service: str) -> None:
    assert synced_by(HOME / folder / "work" / "agentdesk") == service


@pytest.mark.parametrize("folder", ["Documents/agentdesk", "Dropboxes of Kent/agentdesk", "one drive", "my-icloud"])
def test_ordinary_folders_are_not_taken_for_sync_folders(folder: str) -> None:
    assert synced_by(HOME / folder) is None


@pytest.mark.parametrize("mark", [".dropbox", ".dropbox.cache", ".stfolder"])
def test_a_renamed_sync_folder_is_known_by_what_its_program_leaves_there(tmp_path: Path, mark: str) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / mark).mkdir()

    assert synced_by(tmp_path / "shared" / "deep" / "profile") is not None
    assert synced_by(tmp_path / "own" / "profile") is None


def test_the_settings_folder_of_dropbox_in_the_home_is_no_sync_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".dropbox").mkdir()
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    assert synced_by(tmp_path / ".local" / "share" / "AgentDesk") is None


def test_a_link_into_a_sync_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    link = tmp_path / "data"
    link.symlink_to(tmp_path / "Dropbox", target_is_directory=True)

    assert "Dropbox" in str(why_unsafe(link / "agentdesk"))


MOUNTINFO = """\
25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
90 25 0:40 / /mnt/office\\040files rw,relatime shared:30 master:1 - cifs //nas/office rw
91 25 0:41 / /mnt rw - ext4 /dev/sdb1 rw
92 91 0:42 / /mnt/pictures rw - fuse.sshfs ana@host: rw
93 92 0:43 / /mnt/pictures/usb rw - vfat /dev/sdc1 rw
broken line
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ana", "ext4"),
        ("/mnt/office files/agentdesk", "cifs"),
        ("/mnt/office filesystem", "ext4"),
        ("/mnt/pictures/2026", "fuse.sshfs"),
        ("/mnt/pictures/usb/agentdesk", "vfat"),
    ],
)
def test_the_deepest_mount_decides_what_a_linux_folder_lies_on(folder: str, kind: str) -> None:
    assert kind_of_disk(Path(folder), read_mountinfo(MOUNTINFO.splitlines())) == kind


def test_a_share_is_known_on_a_mac() -> None:
    mounts = read_mount_output(
        ["/dev/disk3s1s1 on / (apfs, sealed, local)", "//ana@shop/files on /Volumes/files (smbfs, nodev, mounted by a)"]
    )

    assert kind_of_disk(Path("/Volumes/files/agentdesk"), mounts) == "smbfs"
    assert kind_of_disk(Path("/Users/ana"), mounts) == "apfs"


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "fuse.gvfsd-fuse", "9p"])
def test_network_drives_are_refused(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(unsafe_places, "_mounts", lambda: [("/", kind)])

    assert "network drive" in str(why_unsafe(HOME))


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "apfs", "overlay", "tmpfs", "fuseblk", "fuse.mergerfs", "ecryptfs"])
def test_disks_of_this_computer_are_not(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(unsafe_places, "_mounts", lambda: [("/", kind)])

    assert why_unsafe(HOME) is None

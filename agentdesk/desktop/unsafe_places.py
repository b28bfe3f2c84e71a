"""Folders a live store must not lie in: another program would copy it half-written, or its locks would not hold."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

_SYNCED_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"onedrive($| - |-)", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox($| \()", re.IGNORECASE), "Dropbox"),
    (re.compile(r"(icloud ?drive$|icloud~|com~apple~clouddocs|mobile documents$)", re.IGNORECASE), "iCloud"),
    (re.compile(r"(google ?drive($| |-)|googledrive-)", re.IGNORECASE), "Google Drive"),
    (re.compile(r"nextcloud$", re.IGNORECASE), "Nextcloud"),
)
# what the programs themselves leave in the top folder they copy, whatever it is called
_SYNCED_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
}
_NETWORK = re.compile(
    r"^(nfs\d?|cifs|smb\w*|afs|afpfs|ncpfs|webdav|davfs|glusterfs|ceph|"
    r"fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|glusterfs|google-drive-ocamlfuse|onedriver|s3fs|ceph)|"
    # Windows folders seen from WSL: shared memory between two programs does not work there
    r"9p|drvfs)$"
)
_DRIVE_REMOTE = 4

Mounts = Sequence[tuple[str, str]]
"""Pairs of mount point and kind of file system."""


def why_unsafe(folder: Path) -> str | None:
    """A clause for the owner ("it is inside Dropbox …"), or None when the folder may be used. It need not exist yet."""
    whole = folder.expanduser().absolute()
    real = whole.resolve()
    synced = synced_by(whole) or synced_by(real)
    if synced is not None:
        return f"it is inside {synced}, which could copy it while it is being written"
    if on_network(real):
        return "it is on a network drive, where two computers could open it at once"
    return None


def synced_by(folder: Path) -> str | None:
    """The service that copies this folder, told by the names of the folders above it and by what they hold."""
    parts = folder.parts
    if "CloudStorage" in parts and "Library" in parts:
        return "a cloud drive"
    for part in parts:
        for pattern, service in _SYNCED_NAMES:
            if pattern.match(part):
                return service
    for place in (folder, *folder.parents):
        for mark, service in _SYNCED_MARKS.items():
            if (place / mark).exists() and place != Path.home():
                return service
    return None


def on_network(folder: Path) -> bool:
    """Whether the folder lies on another computer's disk. When it cannot be told, it is taken for a local one."""
    if sys.platform == "win32":
        return _windows_drive_is_remote(folder)
    return bool(_NETWORK.match(kind_of_disk(folder, _mounts())))


def kind_of_disk(folder: Path, mounts: Mounts) -> str:
    """The file system of the deepest mount point above the folder; of two on one place the later; "" for none."""
    kind, depth = "", -1
    for place, its_kind in mounts:
        mount = Path(place)
        if folder.is_relative_to(mount) and len(mount.parts) >= depth:
            kind, depth = its_kind, len(mount.parts)
    return kind


def read_mountinfo(lines: Iterable[str]) -> Mounts:
    """The mounts in Linux's /proc/self/mountinfo, whose spaces are written as octal."""
    mounts = []
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) > 4 and after:
            place = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
            mounts.append((place, after.split()[0]))
    return mounts


def read_mount_output(lines: Iterable[str]) -> Mounts:
    """The mounts as macOS's `mount` prints them: "//ana@shop/files on /Volumes/files (smbfs, nodev)"."""
    found = (re.match(r".+ on (/.*) \((\w+)", line) for line in lines)
    return [(match[1], match[2]) for match in found if match]


def _mounts() -> Mounts:
    if sys.platform == "darwin":
        return _mounts_of_macos()
    try:
        return read_mountinfo(Path("/proc/self/mountinfo").read_text(errors="surrogateescape").splitlines())
    except OSError:
        return ()


def _mounts_of_macos() -> Mounts:
    import subprocess

    try:
        printed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return read_mount_output(printed.splitlines())


def _windows_drive_is_remote(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        if folder.drive.startswith("\\\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE
    return False

"""Where things are kept: the profile folder (store, settings, logs) and the resources that come with the program."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from agentdesk.desktop.unsafe_places import why_unsafe
from agentdesk.domain.errors import Sorry

_PROFILE_ID = "profile.id"


class BadFolder(Sorry):
    """The profile cannot be kept where it was asked for."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The two places everything else is found from. Nothing is created until `prepare`."""

    profile: Path
    resources: Path

    @property
    def logs(self) -> Path:
        return self.profile / "logs"

    def log(self) -> Path:
        """The file that technical things go to. Whatever points elsewhere in its place is taken away, not followed."""
        file = self.logs / "agentdesk.log"
        if file.is_symlink():
            file.unlink()
        return file

    def prepare(self, *, only_to_read: bool = False) -> None:
        """Make the profile and its logs folder, readable by this person only. Raises `BadFolder` with nothing made.

        `only_to_read`: a profile that is there will do, whether or not it can be written to.
        """
        reason = why_unsafe(self.profile)
        if reason is not None:
            raise BadFolder(f"AgentDesk cannot keep its data in {self.profile}, because {reason}. {_better_place()}")
        for folder in (self.profile, self.logs):
            try:
                if folder != self.profile and folder.is_symlink():
                    # the profile may be kept elsewhere; what is in it may not point there
                    folder.unlink()
                _make_private(folder)
            except OSError as error:
                if not (only_to_read and self.profile.is_dir()):
                    raise BadFolder(_not_writable(folder)) from error

    def profile_id(self) -> str:
        """32 letters and digits that name this profile for as long as it exists, also after it is moved."""
        # once a profile, and never before the window is painted
        import secrets

        kept = self.profile / _PROFILE_ID
        try:
            with open(kept, "x", encoding="ascii", opener=_for_this_person) as file:
                file.write(secrets.token_hex(16))
        except FileExistsError:
            _close_to_others(kept)
        except OSError as error:
            with suppress(OSError):
                # a full disk leaves an empty one, which would pass for a damaged one ever after
                kept.unlink(missing_ok=True)
            raise BadFolder(_not_writable(self.profile)) from error
        found = kept.read_text(encoding="ascii", errors="replace").strip()
        if len(found) != 32 or not found.isalnum():
            raise BadFolder(f"The file {kept} is damaged. Bring it back from a backup, or choose another folder.")
        return found


def default_profile() -> Path:
    """The folder this operating system keeps for AgentDesk's data. Not created."""
    # imported here because most starts name their own folder or have it already
    from platformdirs import user_data_path

    return user_data_path("AgentDesk", appauthor=False)


def resources_folder() -> Path:
    """The program's own data files: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def _make_private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)


def _for_this_person(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _close_to_others(file: Path) -> None:
    with suppress(OSError):
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)


def _not_writable(folder: Path) -> str:
    return f"AgentDesk cannot write in {folder}. Choose a folder of your own, or ask whoever looks after the computer."


def _better_place() -> str:
    usual = default_profile()
    if why_unsafe(usual) is None:
        return f"Use {usual} instead."
    return "Use a folder on this computer's own disk that no other program copies."

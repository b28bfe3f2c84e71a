"""Start with the computer: a preference, off until the owner turns it on."""

from __future__ import annotations

import logging
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from agentdesk.domain.errors import Sorry

log = logging.getLogger(__name__)

_LABEL = "agentdesk"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class CannotStartWithComputer(Sorry):
    """The system did not let the preference be written."""


class Autostart(Protocol):
    """Turning on twice or off twice is harmless. `on` and `off` raise `CannotStartWithComputer`."""

    def on(self) -> None: ...
    def off(self) -> None: ...
    def is_on(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class LinuxAutostart:
    """A desktop entry in `folder`, by custom ~/.config/autostart."""

    command: Sequence[str]
    folder: Path

    def on(self) -> None:
        _write(self._file, desktop_entry(self.command).encode())

    def off(self) -> None:
        _delete(self._file)

    def is_on(self) -> bool:
        lines = {line.replace(" ", "").lower() for line in _read(self._file).decode(errors="replace").splitlines()}
        # desktops turn an entry off by writing into it
        return bool(lines) and not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    @property
    def _file(self) -> Path:
        return self.folder / "agentdesk.desktop"


@dataclass(frozen=True, slots=True)
class MacAutostart:
    """A launch agent in `folder`, by custom ~/Library/LaunchAgents."""

    command: Sequence[str]
    folder: Path

    def on(self) -> None:
        _write(self._file, launch_agent(self.command))

    def off(self) -> None:
        _delete(self._file)

    def is_on(self) -> bool:
        try:
            return bool(plistlib.loads(_read(self._file)).get("RunAtLoad"))
        except (plistlib.InvalidFileException, ValueError, AttributeError):
            return False

    @property
    def _file(self) -> Path:
        return self.folder / f"{_LABEL}.plist"


@dataclass(frozen=True, slots=True)
class WindowsAutostart:
    """A value under this person's Run key."""

    command: Sequence[str]

    def on(self) -> None:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                    winreg.SetValueEx(key, _LABEL, 0, winreg.REG_SZ, subprocess.list2cmdline(self.command))
            except OSError as error:
                raise CannotStartWithComputer(_NOT_LET) from error

    def off(self) -> None:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
                    winreg.DeleteValue(key, _LABEL)
            except FileNotFoundError:
                return
            except OSError as error:
                raise CannotStartWithComputer(_NOT_LET) from error

    def is_on(self) -> bool:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                    return bool(winreg.QueryValueEx(key, _LABEL)[0])
            except OSError:
                return False
        return False


def this_systems_autostart(command: Sequence[str]) -> Autostart:
    """The way of the system we run on. `command` is a program and its arguments, as for `subprocess`."""
    if sys.platform == "win32":
        return WindowsAutostart(command)
    if sys.platform == "darwin":
        return MacAutostart(command, Path.home() / "Library" / "LaunchAgents")
    # only needed when the preference is looked at
    from platformdirs import user_config_path

    return LinuxAutostart(command, user_config_path() / "autostart")


def desktop_entry(command: Sequence[str]) -> str:
    """The entry's text, quoted as the desktop entry specification wants its Exec line."""
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=AgentDesk\n"
        "Comment=Looks after your AI receptionist\n"
        f"Exec={' '.join(_quoted(word) for word in command)}\n"
        "Icon=agentdesk\n"
        "Terminal=false\n"
        "X-GNOME-Autostart-enabled=true\n"
    )


def launch_agent(command: Sequence[str]) -> bytes:
    """The property list of a launch agent that starts the command at log-in, once."""
    return plistlib.dumps({"Label": _LABEL, "ProgramArguments": list(command), "RunAtLoad": True})


_NOT_LET = "This computer did not let AgentDesk start with it. Ask whoever looks after the computer."


def _quoted(word: str) -> str:
    if "\n" in word or "\r" in word:
        raise CannotStartWithComputer("A folder with a line break in its name cannot start with the computer.")
    escaped = "".join("\\" + sign if sign in '"`$\\' else sign for sign in word)
    # the whole value is unescaped once more as a string before it is split, and % starts a field code
    return '"' + escaped.replace("\\", "\\\\").replace("%", "%%") + '"'


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    except OSError as error:
        raise CannotStartWithComputer(_NOT_LET) from error


def _delete(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise CannotStartWithComputer(_NOT_LET) from error


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""

"""The whole desktop, as it starts on somebody's computer, without a screen and with a key store of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap.desktop import Desktop
from agentdesk.desktop.folders import Folders, resources_folder
from agentdesk.desktop.single_instance import SingleInstance
from agentdesk.ui.shell.lines import TroubleBar
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.theme.theme import Theme

LONG = 30_000


class NoKeyStore:
    """A computer without a safe place for keys."""

    def available(self) -> bool:
        return False

    def load(self, name: str) -> bytes | None:
        raise AssertionError(f"asked for {name}")

    def save(self, name: str, secret: bytes | str) -> None:
        raise AssertionError(f"was given {len(secret)} characters for {name}")

    def remove(self, name: str) -> None:
        raise AssertionError(f"was to remove {name}")


class OwnKeyStore:
    """A key store that works, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.asked = 0

    def available(self) -> bool:
        return True

    def load(self, name: str) -> bytes | None:
        self.asked += 1
        return self.kept.get(name)

    def save(self, name: str, secret: bytes | str) -> None:
        self.kept[name] = secret.encode() if isinstance(secret, str) else secret

    def remove(self, name: str) -> None:
        self.kept.pop(name, None)


class Running:
    """One start of the desktop."""

    def __init__(self, qtbot: QtBot, profile: Path, key_store: NoKeyStore | OwnKeyStore, *, example: bool) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.qtbot = qtbot
        folders = Folders(profile, resources_folder())
        folders.prepare()
        self.instance = SingleInstance(profile)
        assert self.instance.claim()
        self.theme = Theme(application)
        self.window = MainWindow(self.theme)
        self.desktop = Desktop(application, self.window, self.theme, folders, self.instance, key_store)
        self.window.show()
        self.desktop.begin(example=example)

    @property
    def place(self) -> str:
        return self.window.navigation.place

    def wait_for(self, place: str) -> None:
        """Until a place shows and nothing is under way."""
        self.qtbot.waitUntil(lambda: self.place == place, timeout=LONG)
        self.settle()

    def settle(self) -> None:
        """Until no job is under way."""
        self.qtbot.waitUntil(lambda: not self.desktop.busy, timeout=LONG)

    def troubles(self) -> list[str]:
        """What the trouble bar says, if it shows."""
        said = [each.sentence() for each in self.window.findChildren(TroubleBar)]
        return [each for each in said if each]

    def quit(self) -> None:
        """The end, as after the event loop."""
        self.window.stays_in_tray = False
        self.window.close()
        self.desktop.end()
        self.instance.release()
        self.desktop.deleteLater()
        self.window.deleteLater()
        self.theme.deleteLater()


Start = Callable[..., Running]


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the desktop; what is still running at the end is quit."""
    monkeypatch.setenv("AGENTDESK_NOW", "2026-11-27T16:00:00+00:00")
    running: list[Running] = []

    def begin(key_store: NoKeyStore | OwnKeyStore | None = None, *, example: bool = False) -> Running:
        one = Running(qtbot, tmp_path / "profile", key_store or OwnKeyStore(), example=example)
        running.append(one)
        quit_it = one.quit

        def quit_once() -> None:
            if one in running:
                running.remove(one)
                quit_it()

        one.quit = quit_once  # type: ignore[method-assign]
        return one

    yield begin
    for each in tuple(running):
        each.quit()

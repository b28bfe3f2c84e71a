"""What this desktop lacks and the owner should hear from us, each once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from agentdesk.ui.desk import Teller


class Lacking(QObject):
    """Says what is missing; a second thing is said together with the first, which it would else take the place of."""

    def __init__(self, tell: Teller, settings_file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._tell = tell
        self._settings_file = settings_file
        self._said: list[str] = []

    def tray(self) -> None:
        """Closing the window ends the program there."""
        self._say_once(
            "no tray",
            self.tr("This desktop has no place for AgentDesk's icon. Closing the window will end AgentDesk."),
        )

    def pop_ups(self) -> None:
        """Whoever waits for one would wait for ever."""
        self._say_once(
            "no pop-ups",
            self.tr("This desktop shows no pop-ups. Whoever waits stands under Needs you, with the number beside it."),
        )

    def _say_once(self, what: str, sentence: str) -> None:
        # no start should wait for the settings' own library
        from agentdesk.settings.file import first_time

        if first_time(self._settings_file, what):
            self._said.append(sentence)
            self._tell.say(" ".join(self._said))

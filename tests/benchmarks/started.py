"""One start in a process of its own, bare or ours: says on one line when the window was painted.

Run by `window.py` as `python -m tests.benchmarks.started bare`, or `ours` with what is typed after `agentdesk`.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

TODAY = "Reading today"
"""The name of the job that brings what Today shows."""


class Stamps:
    """When something was first seen. Both starts use it, so that it weighs the same in both."""

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}

    def see(self, what: str) -> None:
        self.seen.setdefault(what, time.time())

    def end(self) -> None:
        """Says what was seen, and ends the process at once."""
        sys.stdout.write(json.dumps({**self.seen, "memory": _memory()}) + "\n")
        sys.stdout.flush()
        os._exit(0)


def _memory() -> int:
    """Bytes of memory in use; 0 where this system does not say."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next(int(each.split()[1]) * 1024 for each in status.read_text().splitlines() if each.startswith("VmRSS"))


class AtOnce:
    """A key store that has the key and answers at once."""

    def available(self) -> bool:
        return True

    def load(self, name: str) -> bytes:  # noqa: ARG002
        return bytes(range(32))

    def save(self, name: str, secret: bytes | str) -> None:
        raise AssertionError(f"a benchmark keeps no {name} of {len(secret)}")


def bare() -> None:
    """A window with nothing in it."""
    stamps = Stamps()
    app = QApplication(sys.argv[:1])

    class Bare(QMainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() is QEvent.Type.Paint and "painted" not in stamps.seen:
                stamps.see("painted")
                QTimer.singleShot(0, stamps.end)
            return done

    window = Bare()
    window.resize(1200, 760)
    window.show()
    app.exec()


def ours(words: list[str]) -> None:
    """AgentDesk, until Today shows its data."""
    from agentdesk.bootstrap import window

    stamps = Stamps()

    class Watched(window.MainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() is QEvent.Type.Paint:
                stamps.see("painted")
            elif event.type() is QEvent.Type.UpdateRequest and "read" in stamps.seen:
                stamps.see("shown")
                stamps.end()
            return done

        def welcome(self, *places: object) -> None:
            super().welcome(*places)  # type: ignore[arg-type]
            page = self.navigation.page
            page._desk.runner.finished.connect(self._on_finished)  # type: ignore[union-attr]

        def _on_finished(self, name: str) -> None:
            if name == TODAY:
                stamps.see("read")
                # In case nothing changed on the screen.
                QTimer.singleShot(2000, stamps.end)

    window.MainWindow = Watched  # type: ignore[misc]
    window.open_window(words, AtOnce())


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else ours(sys.argv[2:])

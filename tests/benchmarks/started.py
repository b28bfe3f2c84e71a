"""One start in a process of its own, bare or ours: says on one line what was seen when, and the memory then.

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
LAST = "Counting"
"""The name of the last job of a start: what the side bar and the tray show."""
SETTLED_MS = 1500
"""After this long without anything to do a start has settled."""


class Stamps:
    """When something was first seen. Both starts use it, so that it weighs the same in both."""

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}

    def see(self, what: str) -> None:
        self.seen.setdefault(what, time.time())

    def weigh(self, when: str) -> None:
        self.seen.setdefault(f"memory {when}", _memory())

    def settle(self) -> None:
        """Ends a little later."""
        QTimer.singleShot(SETTLED_MS, self._end)

    def _end(self) -> None:
        """Says what was seen, and ends the process at once."""
        self.weigh("settled")
        sys.stdout.write(json.dumps(self.seen) + "\n")
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

    def remove(self, name: str) -> None:
        raise AssertionError(f"a benchmark forgets no {name}")


def bare() -> None:
    """A window with nothing in it."""
    stamps = Stamps()
    app = QApplication(sys.argv[:1])

    class Bare(QMainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() is QEvent.Type.Paint and "painted" not in stamps.seen:
                stamps.see("painted")
                stamps.settle()
            return done

    window = Bare()
    window.resize(1200, 760)
    window.show()
    app.exec()


def ours(words: list[str]) -> None:
    """AgentDesk, until Today shows its data: first as it was kept, then read anew, then nothing is left to do."""
    from agentdesk.bootstrap import window
    from agentdesk.ui.shell.main_window import MainWindow

    stamps = Stamps()
    reached: set[str] = set()

    class Watched(MainWindow):
        def event(self, event: QEvent) -> bool:
            done = super().event(event)
            if event.type() is QEvent.Type.Paint:
                stamps.see("painted")
            elif event.type() is QEvent.Type.UpdateRequest:
                tiles = getattr(self.navigation.page, "tiles", None)
                if tiles is not None and tiles.isVisible():
                    stamps.see("shown")
                    stamps.weigh("shown")
                if "read" in reached:
                    stamps.see("anew")
            return done

        def welcome(self, *places: object) -> None:
            super().welcome(*places)  # type: ignore[arg-type]
            page = self.navigation.page
            page._desk.runner.finished.connect(self._on_finished)  # type: ignore[union-attr]

        def _on_finished(self, name: str) -> None:
            reached.update({"read"} if name == TODAY else {})
            if name == LAST:
                stamps.settle()

    vars(window)["MainWindow"] = Watched
    window.open_window(words, AtOnce())


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else ours(sys.argv[2:])

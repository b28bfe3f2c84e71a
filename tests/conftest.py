"""What holds for every test: no screen, no surprises in the log, nothing left behind."""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Iterator

import pytest

# before anything imports Qt; a test run inside a desktop session says otherwise
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _log(request: pytest.FixtureRequest) -> Iterator[_Recorder]:
    recorder = _Recorder()
    logging.getLogger().addHandler(recorder)
    yield recorder
    logging.getLogger().removeHandler(recorder)
    if "expected_log" not in request.fixturenames:
        said = [f"{record.name}: {record.getMessage()}" for record in recorder.records]
        assert not said, f"unexpected in the log (a test that expects it uses `expected_log`): {said}"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What the tests' application is made with: the style that ours has."""
    from agentdesk.ui.theme.theme import STYLE

    return ["agentdesk", *STYLE]


@pytest.fixture
def expected_log(_log: _Recorder) -> list[logging.LogRecord]:
    """Records at WARNING or above so far. A test that asks for it says that it expects some."""
    return _log.records


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    threads = set(threading.enumerate())
    uses_qt = bool({"qtbot", "qapp"} & set(request.fixturenames))
    windows = set(_windows()) if uses_qt else set()
    yield
    left = [thread.name for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    assert not left, f"threads left running: {left}"
    if uses_qt:
        _let_qt_delete()
        assert not _working(), f"left working: {_working()}"
        shown = [repr(window) for window in _windows() if window not in windows]
        assert not shown, f"windows left behind: {shown}"


def _windows() -> list[object]:
    from PySide6.QtWidgets import QApplication

    # hidden menus and tool windows belong to what shows them; what can still be seen is what was forgotten
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _let_qt_delete() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect(0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _working() -> list[str]:
    """Timers that tick and threads that run, as far as Python knows them."""
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    found = [thing for thing in gc.get_objects() if isinstance(thing, QTimer | QThread) and isValid(thing)]
    return [
        repr(thing)
        for thing in found
        if (isinstance(thing, QTimer) and thing.isActive())
        or (isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread())
    ]

"""A window on records into which a terminal writes: it is told, once each time, and not of what it wrote itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap import watching
from agentdesk.bootstrap.services import build_services
from agentdesk.bootstrap.watching import Watching
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SystemClock
from agentdesk.jobs.runner import Runner
from agentdesk.services.changes import Subject
from agentdesk.services.services import Services
from agentdesk.store import documents
from agentdesk.store.store import Store, open_store
from tests.services.calls import QUESTION, line
from tests.services.conftest import SETUP, Printer

KEY = bytes(32)


class Window:
    """A watched set of records, and what it was told."""

    def __init__(self, path: Path) -> None:
        self.store = open_store(path, KEY)
        self.services = a_desk(self.store)
        self.told: list[frozenset[Subject]] = []
        self.parent = QObject()
        self.runner = Runner(self.parent)
        self.watching = Watching(self.runner, self.parent)


def a_desk(store: Store) -> Services:
    printer = Printer()
    return build_services(store, resources_folder(), SystemClock(), printer, printer)


@pytest.fixture
def window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setattr(watching, "LOOK_MS", 20)
    window = Window(tmp_path / "store.db")
    window.services.setup.apply(SETUP)
    window.services.changes.subscribe(window.told.append)
    yield window
    window.watching.stop()
    window.runner.stop()
    window.store.close()


@pytest.mark.usefixtures("qapp")
def test_what_a_terminal_brings_in_is_noticed(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    window.watching.attend(window.store, window.services)
    qtbot.wait(60)
    assert window.told == []
    window.services.businesses.save_people(window.services.businesses.people())
    told = len(window.told)
    qtbot.wait(60)
    assert len(window.told) == told
    terminal = open_store(tmp_path / "store.db", KEY)
    try:
        file = tmp_path / "calls.jsonl"
        file.write_text(line("q", "2026-11-17T10:00", *QUESTION), encoding="utf-8")
        importing = a_desk(terminal).importing
        importing.take_in(importing.look(file, "calls"))
        qtbot.waitUntil(lambda: frozenset(Subject) in window.told)
    finally:
        terminal.close()


@pytest.mark.usefixtures("qapp")
def test_after_the_end_nobody_looks(window: Window, qtbot: QtBot) -> None:
    window.watching.attend(window.store, window.services)
    window.watching.stop()
    qtbot.waitUntil(lambda: not window.runner.busy)
    other = open_store(window.store.path, KEY)
    with other.writing() as db:
        documents.put(db, "theirs", 1)
    other.close()
    qtbot.wait(60)
    assert window.told == []

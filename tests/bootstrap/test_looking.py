"""Looks that a window takes by itself: of what a terminal writes it is told once, and one that broke is taken again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap.looking import Looking, Looks, hear_of_others
from agentdesk.bootstrap.opened import Opened
from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SystemClock
from agentdesk.domain.errors import Sorry
from agentdesk.jobs.job import Lane
from agentdesk.jobs.runner import Runner
from agentdesk.services.changes import Subject
from agentdesk.services.services import Services
from agentdesk.store import documents
from agentdesk.store.store import Store, open_store
from tests.services.conftest import SETUP, Printer
from tests.services.lines import QUESTION, line

KEY = bytes(32)
EVERYTHING = frozenset(Subject) - {Subject.ARCHIVE}


class Window:
    """A watched set of records, and what it was told."""

    def __init__(self, path: Path) -> None:
        self.store = open_store(path, KEY)
        self.services = a_desk(self.store)
        self.told: list[frozenset[Subject]] = []
        self.parent = QObject()
        self.runner = Runner(self.parent)
        self.watching = Looking(self.runner, "What others wrote", Lane.WRITE, 20, self.parent)

    def attend(self) -> None:
        self.watching.attend(partial(hear_of_others, self.store, self.services))


def a_desk(store: Store) -> Services:
    printer = Printer()
    return build_services(store, resources_folder(), SystemClock(), printer, printer)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    window = Window(tmp_path / "store.db")
    window.services.setup.apply(SETUP)
    window.services.changes.subscribe(window.told.append)
    yield window
    window.watching.stop()
    window.runner.stop()
    window.store.close()


@pytest.mark.usefixtures("qapp")
def test_what_a_terminal_brings_in_is_noticed(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    window.attend()
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
        qtbot.waitUntil(lambda: EVERYTHING in window.told)
    finally:
        terminal.close()


@pytest.mark.usefixtures("qapp")
def test_after_the_end_nobody_looks(window: Window, qtbot: QtBot) -> None:
    window.attend()
    window.watching.stop()
    qtbot.waitUntil(lambda: not window.runner.busy)
    other = open_store(window.store.path, KEY)
    with other.writing() as db:
        documents.put(db, "theirs", 1)
    other.close()
    qtbot.wait(60)
    assert window.told == []


@pytest.mark.usefixtures("qapp")
def test_it_looks_at_once_and_again_even_after_a_look_that_broke(qtbot: QtBot) -> None:
    parent, looks = QObject(), 0

    def look() -> None:
        nonlocal looks
        looks += 1
        if looks == 1:
            raise Sorry("the first look breaks")

    runner = Runner(parent)
    looking = Looking(runner, "A look", Lane.AT_ONCE, 5, parent)
    looking.attend(look)
    qtbot.waitUntil(lambda: looks >= 3)
    looking.stop()
    runner.stop()
    seen = looks
    qtbot.wait(30)
    assert looks == seen


@pytest.mark.usefixtures("qapp")
def test_a_look_may_begin_a_little_later(qtbot: QtBot) -> None:
    parent, looks = QObject(), 0

    def look() -> None:
        nonlocal looks
        looks += 1

    runner = Runner(parent)
    looking = Looking(runner, "A look", Lane.READ, 50, parent)
    looking.attend(look, at_once=False)
    assert not runner.busy
    qtbot.waitUntil(lambda: looks == 1)
    looking.stop()
    runner.stop()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("example", [True, False])
def test_of_the_example_no_backup_is_made(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, example: bool
) -> None:
    monkeypatch.setattr("agentdesk.bootstrap.looking.BACKUP_MS", 10)
    opened = Opened(window.store, window.services, SystemClock(), example, "", set_up=True, new_recovery_key=None)
    looks = Looks(window.runner, window.parent)
    looks.attend(opened)
    kept = window.services.backups.kept
    if example:
        qtbot.wait(100)
        assert kept().many == 0
    else:
        qtbot.waitUntil(lambda: kept().many == 1)
    looks.stop()

"""Old calls are checked again in the background: step by step until all is done, and not a step after the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap import rechecking
from agentdesk.bootstrap.rechecking import Rechecking
from agentdesk.domain.clock import Period
from agentdesk.jobs.runner import Runner
from agentdesk.services.findings.rechecking import Step
from agentdesk.services.services import Services

DAY = Period(date(2026, 11, 20), date(2026, 11, 20))


@dataclass
class Store:
    """Days left to check, and for which call each step was asked."""

    left: int
    asked: list[int | None] = field(default_factory=list)

    @property
    def rechecking(self) -> Store:
        return self

    def step(self, before: Step | None) -> Step | None:
        self.asked.append(before.call if before else None)
        self.left -= 1
        return Step(self.left, DAY) if self.left >= 0 else None


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rechecking, "BEGIN_MS", 1)
    monkeypatch.setattr(rechecking, "PAUSE_MS", 1)


@pytest.mark.usefixtures("soon", "qapp")
def test_one_day_follows_the_other_until_none_is_left(qtbot: QtBot) -> None:
    parent, store = QObject(), Store(3)
    runner = Runner(parent)
    Rechecking(runner, parent).attend(cast("Services", store))
    qtbot.waitUntil(lambda: len(store.asked) == 4 and not runner.busy)
    assert store.asked == [None, 2, 1, 0]
    runner.stop()


@pytest.mark.usefixtures("soon")
def test_after_the_end_nothing_begins(qapp: QApplication, qtbot: QtBot) -> None:
    parent, store = QObject(), Store(1_000_000)
    runner = Runner(parent)
    again = Rechecking(runner, parent)
    again.attend(cast("Services", store))
    qtbot.waitUntil(lambda: len(store.asked) > 2)
    again.stop()
    runner.stop()
    asked = len(store.asked)
    qapp.processEvents()
    assert len(store.asked) == asked

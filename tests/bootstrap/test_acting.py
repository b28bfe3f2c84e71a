"""What isn't proven is asked about at every start and every half minute, and never after the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap import acting
from agentdesk.bootstrap.acting import Acting
from agentdesk.domain.errors import Sorry
from agentdesk.jobs.runner import Runner
from agentdesk.services.services import Services


@dataclass
class Asked:
    """Counts what it was asked; the first time it breaks."""

    told: int = 0
    settled: int = 0

    @property
    def reminders(self) -> Asked:
        return self

    @property
    def steering(self) -> Asked:
        return self

    def tell(self) -> int:
        self.told += 1
        return 0

    def settle(self) -> int:
        self.settled += 1
        if self.settled == 1:
            raise Sorry("the first look breaks")
        return 0


@pytest.mark.usefixtures("qapp")
def test_it_looks_at_once_and_again_even_after_a_look_that_broke(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acting, "LOOK_MS", 5)
    parent, asked = QObject(), Asked()
    runner = Runner(parent)
    looking = Acting(runner, parent)
    looking.attend(cast("Services", asked))
    qtbot.waitUntil(lambda: asked.settled >= 3)
    looking.stop()
    runner.stop()
    seen = asked.settled
    qtbot.wait(30)
    assert asked.settled == seen
    assert asked.told >= 3

"""The tray's menu offers to stop each agent that answers callers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from agentdesk.desktop.folders import resources_folder
from agentdesk.desktop.tray import MOST_AGENTS, Tray

ICONS: Path = resources_folder() / "icons"


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:  # noqa: ARG001 - an application comes first
    made = Tray(ICONS / "tray.svg", ICONS / "tray-attention.svg")
    yield made
    made.stop()


def stops(tray: Tray) -> list[QAction]:
    return [each for each in tray._menu.actions() if each.data() is not None]


def test_each_agent_at_work_can_be_stopped_from_the_menu(tray: Tray, qtbot: QtBot) -> None:
    before = [each.text() for each in tray._menu.actions()]
    tray.set_agents(("Daisy", "Tom & Co\nLtd"))
    assert [each.text() for each in stops(tray)] == ["Stop Daisy…", "Stop Tom && Co Ltd…"]
    assert tray._menu.actions()[-1].text() == before[-1], "Quit stays at the end"
    with qtbot.waitSignal(tray.stop_asked) as asked:
        stops(tray)[1].trigger()
    assert asked.args == ["Tom & Co\nLtd"]
    tray.set_agents(())
    assert [each.text() for each in tray._menu.actions()] == before


def test_a_menu_is_no_longer_than_one_can_read(tray: Tray) -> None:
    tray.set_agents([f"Agent {number}" for number in range(60)])
    assert len(stops(tray)) == MOST_AGENTS

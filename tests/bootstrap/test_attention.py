"""What reaches the owner outside the window: each matter pops up once, however often it is counted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap import attention
from agentdesk.bootstrap.attention import Attention
from agentdesk.bootstrap.opened import Counts
from agentdesk.desktop import pop_ups
from agentdesk.desktop.folders import Folders, resources_folder
from agentdesk.services.waiting.notices import PopUp


class Shown(pop_ups.Notifier):
    """A desktop that keeps what it was to show."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []

    def send(self, pop_up: pop_ups.PopUp) -> bool:
        self.keys.append(pop_up.key)
        return True


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Shown:
    shown = Shown()
    monkeypatch.setattr(attention, "this_systems_notifier", lambda *_: shown)
    return shown


@pytest.fixture
def reaching(qtbot: QtBot, desktop: Shown, tmp_path: Path) -> Iterator[Attention]:  # noqa: ARG001 - Qt and its desktop
    parent = QObject()
    made = Attention(Folders(tmp_path, resources_folder()), parent)
    made.start()
    yield made
    made.stop()


def counts(*notices: int) -> Counts:
    waiting = tuple(PopUp((each,), "Something needs you", "Daisy", "finding", f"f{each}") for each in notices)
    return Counts("Hartley", "", len(notices), 0, 0, len(notices), waiting)


def test_what_is_counted_again_before_the_store_heard_of_it_pops_up_once(reaching: Attention, desktop: Shown) -> None:
    assert reaching.show(counts(1), pop_ups=True) == (1,)
    assert reaching.show(counts(1, 2), pop_ups=True) == (1, 2), "the store may still have to hear of it"
    assert desktop.keys == ["1", "2"]


def test_the_badge_says_how_many_wait_with_or_without_pop_ups(
    reaching: Attention, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[int] = []
    monkeypatch.setattr(QGuiApplication, "setBadgeNumber", lambda _, number: said.append(number))
    reaching.show(counts(1, 2), pop_ups=False)
    reaching.show(counts(), pop_ups=True)
    assert said == [2, 0]


def test_another_store_counts_its_notices_from_one_again(reaching: Attention, desktop: Shown) -> None:
    reaching.show(counts(1), pop_ups=True)
    reaching.start()
    reaching.show(counts(1), pop_ups=True)
    assert desktop.keys == ["1", "1"]


def test_where_none_are_wanted_none_is_shown_and_none_counts_as_shown(reaching: Attention, desktop: Shown) -> None:
    assert reaching.show(counts(1), pop_ups=False) == ()
    reaching.show(counts(1), pop_ups=True)
    assert desktop.keys == ["1"]

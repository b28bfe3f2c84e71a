"""The preferences come from the settings: what is changed is kept at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from agentdesk.domain.agent import Stage
from agentdesk.settings.file import Settings, load, save
from agentdesk.ui.screens.settings.screen import SettingsScreen
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.fields import ChoiceField, NumberField, TickBox
from agentdesk.ui.widgets.words import StrongWords, Words
from tests.ui.conftest import Room


def shown(room: Room, qtbot: QtBot, path: Path) -> tuple[SettingsScreen, Settings]:
    settings = load(path)
    screen = SettingsScreen(room.desk, settings, lambda: save(path, settings), lambda: "ABCD-EFGH")
    qtbot.addWidget(screen)
    return screen, settings


def test_every_field_of_every_page_has_a_named_control(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen, settings = shown(hartley_room, qtbot, tmp_path / "settings.json")
    pages = (settings.appearance, settings.notices, settings.start, settings.hiding)
    fields = sum(len(type(each).model_fields) for each in pages)
    ticked = screen.findChildren(TickBox)
    chosen = [*screen.findChildren(ChoiceField), *screen.findChildren(NumberField)]
    assert len(ticked) + len(chosen) == fields
    assert all(each.accessibleName() or each.text() for each in ticked)
    assert all(each.accessibleName() for each in chosen)


def test_a_change_is_kept_at_once(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    screen, _ = shown(hartley_room, qtbot, path)
    with qtbot.waitSignal(screen.changed):
        screen.findChildren(NumberField)[0].setValue(150)
    assert load(path).appearance.text_percent == 150


def test_a_recovery_key_is_shown_once_it_is_asked_for(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen, _ = shown(hartley_room, qtbot, tmp_path / "settings.json")
    make = next(each for each in screen.findChildren(QuietButton) if each.words() == "Make a recovery key")
    make.click()
    assert "ABCD-EFGH" in [each.text() for each in screen.findChildren(StrongWords)]


def test_how_soon_a_dead_line_is_noticed_is_said_and_so_is_that_it_is_not_known(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, _ = shown(hartley_room, qtbot, tmp_path / "settings.json")
    assert any(each.text().startswith("Too few calls") for each in screen.findChildren(Words))
    sentence = "Phone: With about 60 calls a week in 45 open hours, a dead line is noticed after about 5 open hours."
    monkeypatch.setattr(hartley_room.services.quiet_lines, "patience", lambda: (sentence,))
    screen.reload()
    assert sentence in [each.text() for each in screen.findChildren(Words)]


def test_for_nights_it_says_what_it_cannot_do_and_what_to_ask_of_the_supplier(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    screen, _ = shown(hartley_room, qtbot, tmp_path / "settings.json")
    said = [each.text() for each in screen.nights.findChildren(Words)]
    assert any("can only tell you while this computer is on" in each for each in said)
    (daisy,) = screen.nights.wordings
    assert "please have our agent Daisy send a text message" in daisy.message.value()
    daisy.copy.click()
    assert QGuiApplication.clipboard().text() == daisy.message.value()
    hartley_room.services.agents.move_to("Daisy", Stage.PAUSED, "Holidays", "Sam")
    screen.reload()
    assert not screen.nights.isVisibleTo(screen), "no agent takes calls"

"""Files are shown first, taken in once, and what came of it is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import NEEDS_SOMEBODY
from agentdesk.jobs.progress import JobProgress
from agentdesk.jobs.runner import Runner
from agentdesk.services.connections.importing import ImportService, Taken
from agentdesk.ui.screens.taking_in.presenter import OWNER, Phase
from agentdesk.ui.screens.taking_in.words import row_of
from tests.factories import TUESDAY, a_booking, a_call
from tests.services.lines import QUESTION, line, without_room_after
from tests.ui.conftest import Room
from tests.ui.screens.taking_in.bringing import SALON, a_file, calls, diary, kept, opened
from tests.ui.screens.windows import words_on


def test_a_file_is_shown_before_anything_is_kept(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path)])
    words = words_on(screen)
    assert "3 calls in november.jsonl" in words
    assert "Tue 17 Nov, 2:10 pm" in words
    assert "Caller ending 123" in words
    assert "“Hi, can I book a boiler service for Tuesday the 24th of November at 10 am?”" in words
    assert screen.take.words() == "Take in 3 calls"
    assert kept(hartley_room) == 0


def test_taking_in_tells_what_came_and_what_needs_somebody(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path)])
    screen.take.click()
    assert kept(hartley_room) == 3
    assert screen.told.sentences()[0] == "3 new calls. 1 thing needs you."
    assert "There is no diary here yet" in screen.told.sentences()[-1]
    screen.told.see.click()
    screen.told.calls.click()
    assert hartley_room.gone.places == [
        ("findings", {"words": "What needs you", "wanted": NEEDS_SOMEBODY}),
        ("calls", {}),
    ]


def test_the_same_file_again_is_here_already(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    for _ in range(2):
        screen.bring([calls(tmp_path)])
        screen.take.click()
    assert screen.told.sentences()[0] == "3 calls here already."
    assert kept(hartley_room) == 3


def test_without_a_diary_the_diary_is_asked_for_and_afterwards_not(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path)])
    screen.take.click()
    assert screen.told.diary.isVisible()
    screen.told.diary.click()
    assert screen.drop_area.isVisible()
    screen.bring([diary(tmp_path)])
    assert screen.take.words() == "Take in 1 diary entry"
    screen.take.click()
    assert not screen.told.diary.isVisible()
    assert screen.told.more.isVisible()


def test_stop_keeps_what_was_taken_and_taking_the_file_again_goes_on(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    many = 4_000
    lines = [line(f"n{number}", f"2026-11-1{number % 9}T10:{number % 60:02d}:00Z", *QUESTION) for number in range(many)]
    runner = Runner()
    room = replace(hartley_room, desk=replace(hartley_room.desk, runner=runner))
    screen = opened(room, qtbot)

    def look_and_take() -> None:
        screen.bring([tmp_path / "many.jsonl"])
        qtbot.waitUntil(screen.take.isVisible)
        screen.take.click()

    def press_stop(progress: JobProgress) -> None:
        if progress.sentence.startswith("Taking in") and screen.stop.isEnabled():
            screen.stop.click()

    try:
        a_file(tmp_path, "many.jsonl", "\n".join(lines))
        runner.progressed.connect(press_stop)
        look_and_take()
        qtbot.waitUntil(screen.told.isVisible, timeout=60_000)
        runner.progressed.disconnect(press_stop)
        there = kept(room)
        assert 0 < there < many
        assert f"Stopped with {many - there:,} still to come." in " ".join(screen.told.sentences())
        assert screen.stop.isEnabled()
        look_and_take()
        qtbot.waitUntil(screen.told.isVisible, timeout=60_000)
        assert kept(room) == many
        assert screen.told.sentences()[0].startswith(f"{many - there:,} new calls, {there:,} here already.")
    finally:
        runner.stop()


def test_progress_is_said_in_plain_words(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    said: list[JobProgress] = []
    hartley_room.desk.runner.progressed.connect(said.append)
    screen.bring([calls(tmp_path)])
    screen.take.click()
    sentences = [each.sentence for each in said if each.owner == OWNER]
    assert "Looking at november.jsonl" in sentences
    assert "Taking in 3 of 3 calls from november.jsonl" in sentences


def test_what_happens_elsewhere_is_not_shown_here(hartley_room: Room, qtbot: QtBot) -> None:
    screen = opened(hartley_room, qtbot)
    screen._presenter.phase = Phase.TAKING
    screen.show_taking("Taking in 1 of 3 calls", 1, 3)
    hartley_room.desk.runner.progressed.emit(JobProgress("Checking", "today", "Checking", 1, 2))
    assert screen.words.text() == "Taking in 1 of 3 calls…"


def test_a_disk_that_fills_up_says_what_is_in_and_how_to_go_on(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path)])
    with monkeypatch.context() as patched:
        without_room_after(1, patched)
        screen.take.click()
    said = " ".join(screen.told.sentences())
    assert "2 new calls." in said
    assert "disk is full" in said
    assert "1 still to come. Take the file in again and it goes on from there." in said
    assert kept(hartley_room) == 2


def test_trouble_while_taking_in_is_told_and_the_files_stay(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> Taken:
        raise Sorry("Your disk is full.")

    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path)])
    monkeypatch.setattr(ImportService, "take_in", full)
    screen.take.click()
    assert screen.told.sentences()[0] == "november.jsonl: Your disk is full."
    monkeypatch.undo()
    screen.bring([calls(tmp_path)])
    screen.take.click()
    assert kept(hartley_room) == 3


def test_a_mistake_of_ours_loses_nothing(
    hartley_room: Room,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    expected_log: list[object],
) -> None:
    def broken(*_: Any) -> Taken:
        raise KeyError("x")

    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path)])
    monkeypatch.setattr(ImportService, "take_in", broken)
    screen.take.click()
    assert hartley_room.told.troubles == ["Something went wrong on this screen. Your records are safe."]
    assert screen.take.isVisible()
    assert expected_log


def test_coming_back_keeps_what_was_being_looked_at_and_clears_what_is_over(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path)])
    screen.open()
    assert screen.take.isVisible()
    screen.take.click()
    screen.open()
    assert screen.drop_area.isVisible()


def test_what_callers_say_and_files_are_called_stays_words(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    said = "<img src='file:///etc/passwd'><b>hello</b>"
    path = a_file(tmp_path, "<b>calls & more.jsonl", line("x", "2026-11-17T14:10:00Z", "Hello", said))
    screen = opened(hartley_room, qtbot)
    screen.bring([path])
    words = words_on(screen)
    assert f"“{said}”" in words
    assert "1 call in <b>calls & more.jsonl" in words
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in screen.findChildren(QLabel) if each.text())


def test_every_control_has_a_name_for_those_who_listen(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = a_file(tmp_path, "salon.csv", SALON + "1;03/04/26;10:00;Cut;Jane;hi\n")
    screen = opened(hartley_room, qtbot)
    screen.bring([path, calls(tmp_path)])
    for card in screen.cards:
        for fold in card.folds:
            fold.unfold()
    QApplication.processEvents()
    reached = [
        each
        for each in screen.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.focusProxy() is None
    ]
    assert len(reached) > 10
    assert not [each for each in reached if not each.accessibleName() and not each.objectName().startswith("qt_")]


def test_the_year_is_said_only_where_it_is_another(room: Room) -> None:
    zone, today = room.desk.zone(), TUESDAY.date()
    assert row_of(a_call(), zone, today)[0] == "Tue 17 Nov, 2:10 pm"
    assert row_of(a_call(at=TUESDAY.replace(year=2024)), zone, today)[0] == "Sun 17 Nov 2024, 2:10 pm"


def test_a_cancelled_entry_and_a_silent_call_are_said_to_be_so(room: Room) -> None:
    zone, today = room.desk.zone(), TUESDAY.date()
    entry = a_booking(status=BookingStatus.CANCELLED)
    assert row_of(entry, zone, today)[1] == "Boiler service (cancelled)"
    silent = a_call(turns=(), caller=None)
    assert row_of(silent, zone, today)[1:] == ("Number withheld", "Nothing was said.")

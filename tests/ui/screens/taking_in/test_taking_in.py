"""Files are shown first, taken in once, and what came of it is told."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.booking import BookingStatus
from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import NEEDS_SOMEBODY, CallFilter
from agentdesk.jobs.progress import JobProgress
from agentdesk.jobs.runner import Runner
from agentdesk.services.connections.importing import ImportService, Taken
from agentdesk.ui.screens.taking_in.presenter import MOST_FILES, OWNER, Phase
from agentdesk.ui.screens.taking_in.screen import TakingInScreen
from agentdesk.ui.screens.taking_in.words import row_of
from tests.factories import TUESDAY, a_booking, a_call
from tests.services.lines import ANGRY, BOOKED, QUESTION, line, without_room_after
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

SALON = "Ref;Date;Time;Service;First name;Notes\n"


def opened(room: Room, qtbot: QtBot) -> TakingInScreen:
    screen = TakingInScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    return screen


def a_file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def calls(folder: Path, name: str = "november.jsonl") -> Path:
    lines = (
        line("a", "2026-11-17T14:10:00Z", *BOOKED),
        line("b", "2026-11-18T09:00:00Z", *ANGRY),
        line("c", "2026-11-19T09:00:00Z", *QUESTION),
    )
    return a_file(folder, name, "\n".join(lines))


def diary(folder: Path) -> Path:
    head = "external_id,starts_at,ends_at,status,service,customer,phone,email,created_at\n"
    row = "e1,2026-11-24T10:00:00Z,2026-11-24T11:00:00Z,booked,Boiler service,Ana Marsh,,,2026-11-17T14:11:00Z\n"
    return a_file(folder, "diary.csv", head + row)


def words_on(screen: QWidget) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in screen.findChildren(QLabel) if each.isVisible()]


def kept(room: Room) -> int:
    return room.services.calls.count(CallFilter())


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


def test_several_files_go_in_together_the_diary_first(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    real = ImportService.take_in

    def watched(self: ImportService, preview: Any, *more: Any) -> Taken:
        order.append(preview.what)
        return real(self, preview, *more)

    monkeypatch.setattr(ImportService, "take_in", watched)
    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path), diary(tmp_path)])
    assert screen.take.words() == "Take in 3 calls and 1 diary entry"
    screen.take.click()
    assert order == ["bookings", "calls"]
    assert {"diary.csv: 1 new diary entry.", "november.jsonl: 3 new calls."} <= set(screen.told.sentences())


def test_folders_links_and_other_files_are_refused_in_a_sentence(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    link = tmp_path / "link.jsonl"
    link.symlink_to(calls(tmp_path))
    pdf = a_file(tmp_path, "notes.csv", "%PDF-1.4")
    gone = tmp_path / "gone.csv"
    screen = opened(hartley_room, qtbot)
    screen.bring([folder, link, pdf, gone])
    words = words_on(screen)
    for sentence in (
        "This is a folder. Open it and bring in the files inside.",
        "This is a link to a file. Bring in the file itself.",
        "This file can't be read. Check that it is still there and choose it again.",
    ):
        assert sentence in words
    assert any(each.startswith("This is a PDF") for each in words)
    assert not screen.take.isVisible()


def test_a_pipe_does_not_hang_the_page(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    screen = opened(hartley_room, qtbot)
    screen.bring([pipe])
    assert "This is not a file. Choose the file itself, not a folder or a device." in words_on(screen)


def test_far_too_many_files_are_refused_at_once(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([tmp_path / f"{number}.csv" for number in range(MOST_FILES + 1)])
    assert hartley_room.told.troubles == ["These are 21 files. Bring in up to 20 at a time."]
    assert screen.drop_area.isVisible()


def test_the_day_or_the_month_first_is_asked_with_one_press(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = a_file(tmp_path, "salon.csv", SALON + "1;03/04/26;10:00;Cut;Jane;hi\n2;05/06/26;14:00;Colour;Bob;x\n")
    screen = opened(hartley_room, qtbot)
    screen.bring([path])
    card = screen.cards[0]
    assert card.headline() == "salon.csv: one question first"
    assert [each.words() for each in card.choices] == ["The 3 April", "The 4 March"]
    assert not screen.take.isVisible()
    card.choices[1].click()
    assert "Wed 4 Mar, 10:00 am to 11:00 am" in words_on(screen)
    assert screen.take.words() == "Take in 2 diary entries"


def test_a_column_is_chosen_by_its_name_and_the_rest_stays(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    text = "code,wann,service,customer\n1,2026-11-24 10:00,Cut,Jane\n"
    screen = opened(hartley_room, qtbot)
    screen.bring([a_file(tmp_path, "odd.csv", text)])
    card = screen.cards[0]
    assert card.folds[0].is_open
    assert "Needed" in words_on(screen)
    for field, column in (("external_id", "code"), ("starts_at", "wann")):
        choice = screen.cards[0].columns[field]
        choice.set_value(column)
        choice.chosen.emit()
    assert screen.cards[0].headline() == "1 diary entry in odd.csv"
    customer = screen.cards[0].columns["customer"]
    assert customer.value() == "customer"
    customer.set_value("")
    customer.chosen.emit()
    assert "Jane" not in words_on(screen)
    assert "Columns that are not used: “customer”." in [each.text() for each in screen.findChildren(QLabel)]


def test_how_it_was_read_is_said_in_words(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "salon.csv"
    path.write_bytes((SALON + "1;24/11/2026;10:00;Manicure £20;Jané;hi\n").encode("cp1252"))
    screen = opened(hartley_room, qtbot)
    screen.bring([path])
    fold = screen.cards[0].folds[-1]
    assert not fold.is_open
    fold.button.click()
    words = words_on(screen)
    assert "Its letters are older Windows letters." in words
    assert "Its columns are kept apart by semicolons." in words
    assert "Dates like 03/04/26 have the day first." in words
    assert "Manicure £20" in words


def test_columns_kept_apart_by_another_sign_than_was_guessed_are_put_right_with_one_choice(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([a_file(tmp_path, "odd.csv", "aa|bb, cc, dd|ee\n7|24, Nov, 26|Jane\n")])
    between = screen.cards[0].between
    assert between is not None
    assert between.value() == ","
    between.set_value("|")
    between.chosen.emit()
    between = screen.cards[0].between
    assert between is not None
    assert between.value() == "|"
    reading = screen.cards[0].file.preview.reading if screen.cards[0].file.preview else None
    assert reading is not None
    assert reading.columns == ("aa", "bb, cc, dd", "ee")


def test_a_large_file_says_how_far_it_is_looked_at_and_stops_when_it_is_left(
    hartley_room: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(hartley_room, qtbot)
    said: list[str] = []
    monkeypatch.setattr("agentdesk.jobs.progress.QUIET_SECONDS", 0.0)
    monkeypatch.setattr(screen, "show_looking", said.append)
    many = "\n".join(line(f"n{number}", "2026-11-17T14:10:00Z", *QUESTION) for number in range(2_100))
    screen.bring([a_file(tmp_path, "many.jsonl", many)])
    assert "Looking at many.jsonl, 2,000 records so far" in said


def test_what_cannot_be_read_is_listed_with_its_row(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = a_file(tmp_path, "salon.csv", SALON + "1;24/11/2026;10:00;Cut;Jane;\n2;nonsense;10:00;Cut;Bob;\n")
    screen = opened(hartley_room, qtbot)
    screen.bring([path])
    assert any(each.startswith("Row 3: ") for each in words_on(screen))
    screen.take.click()
    assert screen.told.sentences()[0].startswith("1 new diary entry, 1 couldn't be read.")


def test_a_file_can_be_left_out_and_all_of_it_cancelled(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path), diary(tmp_path)])
    screen.cards[1].left_out.emit(screen.cards[1].file)
    assert screen.take.words() == "Take in 3 calls"
    screen.cancel.click()
    assert screen.drop_area.isVisible()
    assert kept(hartley_room) == 0


def test_more_files_join_those_that_show(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([calls(tmp_path)])
    screen.bring([diary(tmp_path)])
    assert [each.headline() for each in screen.cards] == ["3 calls in november.jsonl", "1 diary entry in diary.csv"]


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


_MAY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
"""What a file manager proposes: to move."""


def test_files_can_be_dropped_anywhere_on_the_page(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(calls(tmp_path))), QUrl("https://example.org/other.csv")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), _MAY, data, buttons, keys)
    screen.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert screen.drop_area.property("over") == "true"
    dropped = QDropEvent(QPointF(5, 5), _MAY, data, buttons, keys)
    dropped.setDropAction(Qt.DropAction.MoveAction)
    screen.dropEvent(dropped)
    assert (dropped.isAccepted(), dropped.dropAction()) == (True, Qt.DropAction.CopyAction)
    assert screen.drop_area.property("over") == "false"
    assert [each.headline() for each in screen.cards] == ["3 calls in november.jsonl"]


def test_a_page_of_the_web_cannot_be_dropped(hartley_room: Room, qtbot: QtBot) -> None:
    screen = opened(hartley_room, qtbot)
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/calls.csv")])
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    screen.dragEnterEvent(enter)
    assert not enter.isAccepted()


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


def test_an_empty_file_says_so_and_offers_nothing_to_take(hartley_room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(hartley_room, qtbot)
    screen.bring([a_file(tmp_path, "empty.csv", ""), a_file(tmp_path, "heads.csv", SALON)])
    words = words_on(screen)
    assert "This file is empty." in words
    assert "There is nothing in this file yet." in words
    assert not screen.take.isVisible()


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

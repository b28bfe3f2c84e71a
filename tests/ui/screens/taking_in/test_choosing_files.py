"""Which files may be brought, how, and how many; what was brought can be left out again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from agentdesk.services.connections.importing import ImportService, Taken
from agentdesk.ui.screens.taking_in.presenter import MOST_FILES
from tests.ui.conftest import Room
from tests.ui.screens.taking_in.bringing import a_file, calls, diary, kept, opened
from tests.ui.screens.windows import words_on


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

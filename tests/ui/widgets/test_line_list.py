"""The list of sentences: a model that Qt's own tester accepts, and rows that open from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from agentdesk.ui.widgets.line_list import Line, LineList, LineModel, _LinePainter
from agentdesk.ui.widgets.states import State
from tests.ui.screens.windows import in_a_window


def lines(count: int, first: int = 0) -> list[Line]:
    return [Line(at, f"Sentence {at}", lead="Tue 24 Nov, 2:10 pm", right="£0.42") for at in range(first, first + count)]


def test_the_model_keeps_qts_rules_while_rows_come_change_and_go(qtmodeltester: ModelTester) -> None:
    model = LineModel()
    qtmodeltester.check(model)
    for rows in (lines(3), lines(7), [*lines(6), Line(6, "Changed")], lines(2), lines(4, first=9), []):
        model.set_lines(rows)
        assert model.lines() == tuple(rows)


def test_rows_that_stay_are_not_thrown_away() -> None:
    model = LineModel()
    model.set_lines(lines(3))
    inserted: list[tuple[int, int]] = []
    resets: list[bool] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: resets.append(True))
    model.set_lines(lines(5))
    assert (inserted, resets) == ([(3, 4)], [])


def test_a_row_is_heard_as_one_sentence_with_its_state() -> None:
    model = LineModel()
    model.set_lines([Line(1, "Booked", lead="Tue 24 Nov", right="£0.42", quiet="“boiler”", state=State.ACT_NOW)])
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Act now. Tue 24 Nov · Booked · £0.42. “boiler”"


def test_markup_in_a_row_is_literal_in_its_tool_tip() -> None:
    model = LineModel()
    model.set_lines([Line(1, "<img src='file:///etc/passwd'>")])
    assert "<img" not in str(model.data(model.index(0), Qt.ItemDataRole.ToolTipRole))


def test_enter_and_a_press_open_the_row(qtbot: QtBot) -> None:
    view = LineList("Calls")
    view.set_lines(lines(3))
    in_a_window(qtbot, view, 600, 300)
    view.setCurrentIndex(view.lines.index(1))
    with qtbot.waitSignal(view.opened) as enter:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.opened) as press:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.lines.index(2)).center())
    assert (enter.args, press.args) == ([1], [2])


def test_of_thousands_of_rows_only_those_in_sight_are_painted(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: set[int] = set()
    paint = _LinePainter.paint

    def counted(self: _LinePainter, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painted.add(index.row())
        paint(self, painter, option, index)

    monkeypatch.setattr(_LinePainter, "paint", counted)
    view = LineList("Calls")
    in_a_window(qtbot, view, 700, 500)
    view.set_lines(lines(5000))
    view.grab()
    assert 5 < len(painted) < 50
    assert view.lines.rowCount(QModelIndex()) == 5000

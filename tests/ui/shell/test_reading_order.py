"""Tab goes through the window as it reads, whenever its parts came."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.shell.reading_order import neighbour
from tests.ui.shell.test_main_window import pages, theme, window

__all__ = ["theme", "window"]

# the platform of tests has no screen, and says of every window that it cannot keep a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def column(qtbot: QtBot) -> tuple[QWidget, QVBoxLayout]:
    whole = QWidget()
    qtbot.addWidget(whole)
    return whole, QVBoxLayout(whole)


def walked(whole: QWidget, *, forward: bool = True, steps: int = 8) -> list[str]:
    names = []
    for _ in range(steps):
        there = neighbour(whole, forward=forward)
        assert there is not None
        there.setFocus()
        names.append(there.objectName())
    return names


def field(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def test_what_came_later_is_reached_where_it_stands(qtbot: QtBot) -> None:
    whole, rows = column(qtbot)
    line = QHBoxLayout()
    rows.addLayout(line)
    rows.addWidget(field("last"))
    rows.insertWidget(0, field("first"))
    line.addWidget(field("second"))
    whole.show()
    assert walked(whole, steps=4) == ["first", "second", "last", "first"]
    assert walked(whole, forward=False, steps=3) == ["last", "second", "first"]


def test_the_hidden_the_disabled_and_a_part_of_a_control_are_passed_over(qtbot: QtBot) -> None:
    whole, rows = column(qtbot)
    number = QSpinBox()
    number.setObjectName("number")
    hidden, disabled = field("hidden"), field("disabled")
    disabled.setEnabled(False)
    for each in (hidden, number, disabled, field("last")):
        rows.addWidget(each)
    hidden.hide()
    whole.show()
    assert walked(whole, steps=3) == ["number", "last", "number"]


def test_from_a_part_that_takes_no_keys_it_goes_on_from_there(qtbot: QtBot) -> None:
    whole, rows = column(qtbot)
    page = QWidget()
    inside = QVBoxLayout(page)
    inside.addWidget(field("inside"))
    rows.addWidget(field("before"))
    rows.addWidget(page)
    whole.show()
    page.setFocus()
    assert walked(whole, steps=1) == ["inside"]


def test_from_what_was_just_hidden_it_goes_on_to_what_follows(window: MainWindow) -> None:
    window.welcome(pages())
    page = window.navigation.page
    assert page is not None
    reason, after = field("reason"), field("after")
    for each in (reason, after):
        page.content.addWidget(each)
        each.show()
    reason.setFocus()
    reason.hide()
    assert after.hasFocus()


def test_what_scrolls_and_what_is_placed_by_hand_are_walked_too(qtbot: QtBot) -> None:
    whole, rows = column(qtbot)
    area, picture = QScrollArea(), QWidget()
    for name, left, top in (("tuesday", 50, 0), ("monday later", 0, 50), ("monday", 0, 0)):
        one = field(name)
        one.setParent(picture)
        one.move(left, top)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(picture)
    rows.addWidget(area)
    whole.show()
    assert walked(whole, steps=3) == ["monday", "monday later", "tuesday"]


def test_there_is_nowhere_to_go_in_an_empty_window(qtbot: QtBot) -> None:
    whole, _ = column(qtbot)
    whole.show()
    assert neighbour(whole, forward=True) is None


def test_tab_and_shift_tab_in_the_window_follow_it(window: MainWindow) -> None:
    window.welcome(pages())
    page = window.navigation.page
    assert page is not None
    last, first = field("last"), field("first")
    page.content.addWidget(last)
    page.content.insertWidget(page.content.count() - 1, first)
    last.show()
    first.show()
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Backtab)
    assert first.hasFocus()


def items_known_to_python() -> int:
    known = Shiboken.getAllValidWrappers()
    return sum(isinstance(each, QLayoutItem) and not isinstance(each, QLayout) for each in known)


def test_no_item_of_a_layout_gets_a_name_in_python(qtbot: QtBot) -> None:
    whole, rows = column(qtbot)
    line = QHBoxLayout()
    rows.addLayout(line)
    rows.addWidget(field("last"))
    line.addWidget(field("first"))
    whole.show()
    before = items_known_to_python()
    assert walked(whole, steps=2) == ["first", "last"]
    assert items_known_to_python() == before, "such a name outlives the item, and ends the program some pages later"

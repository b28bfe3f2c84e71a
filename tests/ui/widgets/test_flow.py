"""Things side by side go on in the next line, and what is around them knows how tall they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.card import RowList, Section
from agentdesk.ui.widgets.flow import Flow, flow_of
from agentdesk.ui.widgets.rows import SentenceRow
from agentdesk.ui.widgets.words import Words
from tests.ui.sweep import StrayWindows, fits

# the platform of tests has no screen, and says of every window that it cannot keep a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def buttons(number: int) -> list[QuietButton]:
    return [QuietButton(f"Button {each}") for each in range(number)]


def test_what_has_no_room_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    some = buttons(4)
    whole = flow_of(*some)
    qtbot.addWidget(whole)
    wide = 4 * some[0].sizeHint().width() + 3 * 8
    assert whole.heightForWidth(wide) == some[0].sizeHint().height()
    assert whole.heightForWidth(wide - 1) == 2 * some[0].sizeHint().height() + 8
    whole.show()
    fits(whole, wide - 1, 200)
    assert {each.y() for each in some[:3]} == {0}
    assert some[3].x() == 0
    assert some[3].y() > 0


def test_words_wider_than_the_line_wrap_and_are_whole(qtbot: QtBot) -> None:
    words = Words("What the caller wanted and how it went, in a sentence that is longer than the line. " * 3)
    whole = flow_of(QuietButton("Open"), words)
    qtbot.addWidget(whole)
    whole.show()
    fits(whole, 260, 600)
    assert words.height() >= words.heightForWidth(words.width())


def test_what_comes_later_makes_its_surroundings_taller(qtbot: QtBot) -> None:
    around = QWidget()
    column = QVBoxLayout(around)
    inside = flow_of(*buttons(2))
    column.addWidget(inside)
    column.addStretch(1)
    qtbot.addWidget(around)
    around.show()
    fits(around, 300, 400)
    flow = inside.layout()
    assert isinstance(flow, Flow)
    for each in buttons(6):
        flow.addWidget(each)
    fits(around, 300, 400)
    assert inside.height() == inside.heightForWidth(inside.width())
    while (item := flow.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    fits(around, 300, 400)
    assert inside.height() == 0


def test_rows_and_headings_that_have_no_place_yet_open_no_window(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    around.show()
    stray = StrayWindows(around)
    rows = RowList()
    rows.set_rows([])
    rows.set_rows([SentenceRow("A caller asked for a manager.")])
    section = Section("In the diary", "3 entries")
    column.addWidget(rows)
    column.addWidget(section)
    fits(around, 500, 300)
    assert rows.isVisible()
    assert section.quiet.isVisible()
    rows.set_rows([])
    assert rows.isHidden()
    application = QCoreApplication.instance()
    assert application is not None
    application.removeEventFilter(stray)
    assert stray.seen == []

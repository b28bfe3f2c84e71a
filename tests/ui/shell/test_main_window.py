"""The window: places, keys, what it says, and how it closes."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.errors import Sorry
from agentdesk.ui.desk import Offer
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.shell.page import Page
from agentdesk.ui.shell.side_bar import FOOT_PLACES, PLACES
from agentdesk.ui.theme.theme import Theme
from agentdesk.ui.widgets.buttons import IconButton, LinkButton, QuietButton
from agentdesk.ui.widgets.card import RowList
from agentdesk.ui.widgets.rows import SentenceRow
from tests.ui.shell.pages import TriedPage

# the platform of tests has no screen, and says of every window that it cannot keep a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.choose(text_percent=100)
    theme.deleteLater()


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    for clock in window.findChildren(QTimer):
        clock.stop()


def pages() -> dict[str, Callable[[], Page]]:
    return {each: partial(TriedPage, each.capitalize()) for each in (*PLACES, *FOOT_PLACES, "call", "first_run")}


Part = TypeVar("Part", bound=QWidget)


def part_of(whole: QWidget, kind: type[Part]) -> Part:
    (part,) = whole.findChildren(kind)
    return part


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_it_paints_without_anything_to_show_and_nothing_in_it_can_be_gone_to(window: MainWindow) -> None:
    assert window.isVisible()
    assert window.navigation.page is None
    assert not window.side_bar.isEnabled()


def test_it_starts_where_the_day_starts(window: MainWindow) -> None:
    window.welcome(pages())
    assert window.navigation.place == "today"
    assert window.side_bar.button("today").isChecked()
    assert window.windowTitle() == "Today"


@pytest.mark.parametrize(("number", "place"), list(enumerate(PLACES, 1)))
def test_every_place_has_a_key(window: MainWindow, qtbot: QtBot, number: int, place: str) -> None:
    window.welcome(pages(), "settings")
    press(qtbot, window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    assert window.navigation.place == place
    assert window.side_bar.button(place).toolTip() == f"Ctrl+{number}"


def test_arrows_walk_the_side_bar_and_enter_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    window.welcome(pages())
    window.side_bar.button("today").setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.navigation.place == "calls"
    window.side_bar.button("today").setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, window, Qt.Key.Key_Up)
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.navigation.place == "settings"


def test_escape_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    window.welcome(pages())
    window.navigation.to("call", id=7)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.navigation.place == "today"


def test_a_place_within_a_place_leaves_the_mark_where_one_came_from(window: MainWindow) -> None:
    window.welcome(pages(), "calls")
    window.navigation.to("call", id=7)
    assert window.side_bar.button("calls").isChecked()


def test_the_side_bar_says_what_needs_the_owner(window: MainWindow) -> None:
    button = window.side_bar.button("today")
    window.side_bar.set_count("today", 2)
    assert button.accessibleName() == "Today, 2 need you"
    window.side_bar.set_count("today", 1)
    assert button.accessibleName() == "Today, 1 needs you"
    window.side_bar.set_count("today", 0)
    assert button.accessibleName() == "Today"


def test_the_first_run_has_the_window_to_itself(window: MainWindow) -> None:
    window.welcome(pages(), "first_run")
    assert not window.side_bar.isVisible()
    window.navigation.start_at("today")
    assert window.side_bar.isVisible()


def test_what_was_done_is_said_quietly_with_undo(window: MainWindow, qtbot: QtBot) -> None:
    undone: list[bool] = []
    window.welcome(pages())
    window.tell.say("The call is marked as read.", Offer("Undo", partial(undone.append, True)))
    toast = window.tell._toast
    assert toast.isVisible()
    assert toast.sentence() == "The call is marked as read."
    assert window.navigation.page is QApplication.focusWidget(), "the line takes no focus"
    undo = part_of(toast, LinkButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert not toast.isVisible()


def test_the_quiet_line_stays_inside_a_small_window(window: MainWindow, theme: Theme) -> None:
    theme.choose(text_percent=200)
    window.resize(960, 600)
    window.tell.say("Word " * 60)
    toast = window.tell._toast
    over = toast.parentWidget()
    assert over is not None
    assert over.rect().contains(toast.geometry())


def test_trouble_stays_until_it_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    window.tell.trouble("I can't reach the internet. What you see is from 1:55 pm.")
    bar = window.tell._bar
    assert bar.sentence() == "I can't reach the internet. What you see is from 1:55 pm."
    close = part_of(bar, IconButton)
    assert close.accessibleName() == "Close this message"
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.sentence() == ""


def test_a_sorry_is_told_as_it_is_and_anything_else_as_our_mistake(window: MainWindow) -> None:
    window.tell.failed(Sorry("Your disk is full."))
    assert window.tell._bar.sentence() == "Your disk is full."
    window.tell.failed(KeyError("call_8f3"))
    assert window.tell._bar.sentence() == "Something went wrong on this screen. Your records are safe."
    part_of(window.tell._bar, QuietButton).click()
    assert window.tell._bar.sentence() == ""


def test_what_nobody_caught_is_logged_and_told(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expected_log: list[logging.LogRecord]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window.tell.catch_everything()
    try:
        raise KeyError("call_8f3")  # noqa: TRY301 - as a slot would
    except KeyError:
        sys.excepthook(*sys.exc_info())
    qtbot.waitUntil(lambda: bool(window.tell._bar.sentence()))
    assert "call_8f3" not in window.tell._bar.sentence()
    assert expected_log[0].exc_info is not None


def test_closing_says_so_and_lets_the_page_keep_its_draft(window: MainWindow, qtbot: QtBot) -> None:
    window.welcome(pages())
    page = window.navigation.page
    assert isinstance(page, TriedPage)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert page.left == 1


@pytest.mark.qt_log_ignore("does not support raise")
def test_closing_only_hides_where_it_stays_in_the_tray(window: MainWindow, qtbot: QtBot) -> None:
    window.stays_in_tray = True
    with qtbot.assertNotEmitted(window.closed), qtbot.waitSignal(window.hidden):
        window.close()
    assert not window.isVisible()
    window.come_forward()
    assert window.isVisible()


@pytest.mark.parametrize("signal", ["reload_asked"])
def test_f5_asks_for_everything_anew(window: MainWindow, qtbot: QtBot, signal: str) -> None:
    asked: SignalInstance = getattr(window, signal)
    with qtbot.waitSignal(asked):
        press(qtbot, window, Qt.Key.Key_F5)


def test_size_and_place_come_back(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.resize(1010, 650)
    kept = window.place_in_words()
    other = MainWindow(theme)
    qtbot.addWidget(other)
    other.place_as("nonsense")
    other.place_as("")
    other.place_as(kept)
    assert other.height() == 650


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_a_long_name_and_large_text_push_nothing_out_of_a_small_screen(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    theme.choose(text_percent=percent)
    window.side_bar.set_business("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 3)
    window.side_bar.set_freshness("Calls up to Fri 27 Nov, 3:55 pm")
    window.welcome(pages())
    window.resize(1366, 768)
    smallest = window.minimumSizeHint()
    assert smallest.width() <= 960
    assert smallest.height() <= 600
    for place in (*PLACES, *FOOT_PLACES):
        button = window.side_bar.button(place)
        assert button.fontMetrics().horizontalAdvance(button.words()) < button.width()


def test_a_page_with_one_endless_word_does_not_scroll_sideways(window: MainWindow) -> None:
    from agentdesk.ui.widgets.words import Words

    window.welcome(pages())
    page = window.navigation.page
    assert page is not None
    page.add(Words("x" * 1_000_000))
    QApplication.processEvents()
    area = page.findChild(QScrollArea)
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0


def test_a_page_scrolls_no_further_than_what_is_on_it(window: MainWindow, qtbot: QtBot) -> None:
    window.welcome(pages())
    page = window.navigation.page
    assert page is not None
    area = page.findChild(QScrollArea)
    assert area is not None
    rows = RowList()
    rows.set_rows([SentenceRow("A caller asked for a manager; nobody came. " * 4) for _ in range(12)])
    end = QuietButton("Open a call")
    page.add(rows, end)
    page.content.addStretch(1)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    inner = area.widget()
    assert inner is not None
    beyond = inner.height() - end.mapTo(inner, end.rect().bottomLeft()).y()
    assert 0 < beyond <= 40


def test_the_first_window_waits_for_nothing_heavy() -> None:
    heavy = {"agentdesk.services", "agentdesk.store", "sqlalchemy", "pydantic", "matplotlib", "typst", "alembic"}
    script = "import sys, agentdesk.ui.shell.main_window; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not heavy & set(loaded)

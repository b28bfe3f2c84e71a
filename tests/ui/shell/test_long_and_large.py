"""What stays whole in the window when names are long and text is large, and what it says to those who listen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from agentdesk.ui.shell.lines import ToastLine
from agentdesk.ui.shell.main_window import MainWindow
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.theme import Scheme, Theme
from agentdesk.ui.widgets.banner import ExampleBanner
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.line_list import FEWEST_ROWS, Line, LineList
from agentdesk.ui.widgets.words import PageTitle, QuietWords, SectionWords, TitleWords
from tests.ui.places import ARABIC, ENDLESS
from tests.ui.shell.pages import TriedPage
from tests.ui.sweep import fits

# the platform of tests has no screen, and says of every window that it cannot keep a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = f"Hartley Plumbing & Heating <b>of</b> Leeds {ARABIC} {ENDLESS}"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    theme.choose(text_percent=100)
    theme.deleteLater()


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    yield window
    for clock in window.findChildren(QTimer):
        clock.stop()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_long_name_leaves_room_for_the_places_and_is_told_whole(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    theme.choose(text_percent=percent)
    bar = window.side_bar
    bar.set_freshness("Calls from 3:55 pm, diary from Tue 24 Nov")
    bar.set_business(LONG)
    window.show()
    fits(bar, 1366, 768)
    name = bar.findChild(SectionWords)
    assert name is not None
    assert name.text().startswith("Hartley Plumbing & Heating")
    assert name.text().endswith("…")
    assert name.height() < 4 * name.fontMetrics().lineSpacing()
    assert name.accessibleName() == LONG
    assert "&lt;b&gt;of" in name.toolTip()
    fresh = bar.findChild(QuietWords)
    assert fresh is not None
    assert bar.rect().contains(fresh.geometry())
    bar.set_business("Hartley")
    assert (name.text(), name.toolTip()) == ("Hartley", "")


@pytest.mark.parametrize("percent", [100, 200])
def test_much_to_say_of_how_fresh_it_is_leaves_room_for_the_places(
    window: MainWindow, theme: Theme, percent: int
) -> None:
    theme.choose(text_percent=percent)
    bar = window.side_bar
    said = "; ".join(f"Diary {number} hasn't answered since 12:52 am" for number in range(8))
    bar.set_freshness(said)
    window.show()
    fits(bar, 1366, 768)
    fresh = bar.findChild(QuietWords)
    assert fresh is not None
    assert fresh.text().endswith("…")
    assert fresh.height() < 6 * fresh.fontMetrics().lineSpacing()
    assert fresh.accessibleName() == said
    bar.set_freshness("Calls from 3:55 pm")
    assert (fresh.text(), fresh.toolTip()) == ("Calls from 3:55 pm", "")


def test_quiet_words_leave_the_line_of_the_title_in_large_text(theme: Theme, qtbot: QtBot) -> None:
    head = PageTitle("Calls", "updating…")
    qtbot.addWidget(head)
    head.resize(600, 200)
    head.show()
    title, quiet = head.findChild(TitleWords), head.findChild(QuietWords)
    assert title is not None
    assert quiet is not None
    fits(head, 600, 200)
    assert quiet.x() > title.x()
    theme.choose(text_percent=200)
    fits(head, 600, 300)
    assert quiet.x() == title.x()
    assert quiet.y() >= title.geometry().bottom()
    theme.choose(text_percent=100)
    fits(head, 600, 200)
    assert quiet.x() > title.x()


def test_what_is_said_before_the_window_shows_stands_at_its_foot(window: MainWindow) -> None:
    window.tell.say("18 calls were taken in.")
    window.show()
    toast = window.findChild(ToastLine)
    assert toast is not None
    over = toast.parentWidget()
    assert over is not None
    assert abs(toast.geometry().center().x() - over.width() // 2) <= 1
    assert over.height() - toast.geometry().bottom() < 32


def test_a_quiet_line_is_as_tall_as_its_words(window: MainWindow) -> None:
    toast = window.findChild(ToastLine)
    assert toast is not None
    window.tell.say("Written down for Sam.")
    low = toast.height()
    assert low < 3 * toast.fontMetrics().height()
    window.tell.say("Written down for Sam, who is told on Friday, at the next review. " * 3)
    assert toast.height() > low


def test_the_example_is_striped_until_it_is_taken_out(window: MainWindow, qtbot: QtBot) -> None:
    taken_out: list[str] = []
    window.welcome({"today": partial(TriedPage, "Today")})
    window.set_example(partial(taken_out.append, "out"))
    window.show()
    banner = window.findChild(ExampleBanner)
    assert banner is not None
    assert banner.isVisible()
    assert banner.accessibleName().startswith("EXAMPLE.")
    banner.findChildren(QuietButton)[0].click()
    assert taken_out == ["out"]
    window.set_example(None)
    qtbot.waitUntil(lambda: window.findChild(ExampleBanner) is None)


def test_what_is_said_is_said_aloud_and_trouble_at_once(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(hear))
    window.show()
    window.tell.say("18 calls were taken in.")
    window.tell.trouble("The file could not be read. Choose another one.")
    assert heard == [
        ("18 calls were taken in.", QAccessible.AnnouncementPoliteness.Polite),
        ("The file could not be read. Choose another one.", QAccessible.AnnouncementPoliteness.Assertive),
    ]


def test_a_low_window_in_large_text_scrolls_a_list_of_some_rows_instead_of_crushing_it(
    window: MainWindow, theme: Theme
) -> None:
    theme.choose(text_percent=200)
    page = Page("Calls", fills=True)
    rows = LineList("Calls, newest first")
    rows.set_lines([Line(each, f"Caller ending {each}") for each in range(50)])
    page.add(QuietButton("Bring in calls"), rows)
    window.welcome({"today": lambda: page})
    window.set_example(lambda: None)
    window.resize(960, 600)
    window.show()
    QApplication.processEvents()
    banner = window.findChild(ExampleBanner)
    assert banner is not None
    assert banner.height() < 0.4 * window.height()
    button = banner.findChild(QuietButton)
    assert button is not None
    assert button.width() >= button.sizeHint().width()
    assert rows.height() >= FEWEST_ROWS * rows.row_height()
    area = page.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0
    theme.choose(text_percent=100)
    window.resize(1366, 768)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0

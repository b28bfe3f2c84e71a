"""From page to page, back without loss, and never onto a page that is broken."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from agentdesk.ui.shell.navigation import Navigation
from agentdesk.ui.shell.page import Page
from agentdesk.ui.theme.theme import Theme
from tests.ui.shell.pages import TriedPage

# the platform of tests has no screen, and says of every window that it cannot keep a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@dataclass
class House:
    navigation: Navigation
    stack: QStackedWidget
    troubles: list[Exception] = field(default_factory=list)
    built: dict[str, TriedPage] = field(default_factory=dict)

    def page(self, place: str) -> TriedPage:
        return self.built[place]


@pytest.fixture
def house(qapp: QApplication, qtbot: QtBot) -> Iterator[House]:
    theme = Theme(qapp)
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    troubles: list[Exception] = []
    house = House(Navigation(stack, troubles.append), stack, troubles)

    def builder(place: str) -> Callable[[], Page]:
        def build() -> Page:
            assert place not in house.built, "built twice"
            house.built[place] = TriedPage(place.capitalize())
            return house.built[place]

        return build

    house.navigation.set_places({place: builder(place) for place in ("today", "calls", "call", "diary")})
    with qtbot.waitActive(stack):
        stack.show()
        stack.activateWindow()
    yield house
    theme.deleteLater()


def test_a_page_is_built_when_first_gone_to_and_kept(house: House) -> None:
    assert house.built == {}
    house.navigation.start_at("today")
    house.navigation.to("calls")
    house.navigation.start_at("today")
    assert set(house.built) == {"today", "calls"}
    assert house.page("today").opened == [{}, {}]
    assert house.stack.currentWidget() is house.page("today")


def test_back_returns_to_the_page_as_it_was_without_opening_it_anew(house: House) -> None:
    house.navigation.start_at("calls")
    house.navigation.to("call", id=7)
    assert house.page("call").opened == [{"id": 7}]
    house.navigation.back()
    assert house.navigation.place == "calls"
    assert house.page("calls").opened == [{}]
    assert house.page("call").left == 1


def test_back_to_a_page_that_showed_something_else_meanwhile_opens_it_again(house: House) -> None:
    house.navigation.start_at("calls")
    house.navigation.to("call", id=7)
    house.navigation.to("diary")
    house.navigation.to("call", id=8)
    house.navigation.back()
    house.navigation.back()
    assert house.page("call").opened == [{"id": 7}, {"id": 8}, {"id": 7}]


def test_back_at_the_first_page_does_nothing(house: House) -> None:
    house.navigation.back()
    house.navigation.start_at("today")
    house.navigation.back()
    assert house.navigation.place == "today"


def test_the_way_back_is_named_after_the_page_it_leads_to(house: House) -> None:
    house.navigation.start_at("calls")
    assert house.page("calls")._back.isHidden()
    house.navigation.to("call", id=7)
    back = house.page("call")._back
    assert back.isVisible()
    assert back.text() == "Calls"
    assert back.accessibleName() == "Back to Calls"
    back.click()
    assert house.navigation.place == "calls"


def test_the_same_place_again_is_one_step_in_the_way_back(house: House) -> None:
    house.navigation.start_at("today")
    house.navigation.to("call", id=7)
    house.navigation.to("call", id=7)
    house.navigation.back()
    assert house.navigation.place == "today"


def test_a_place_from_the_side_bar_forgets_the_way(house: House) -> None:
    house.navigation.start_at("today")
    house.navigation.to("call", id=7)
    house.navigation.start_at("diary")
    house.navigation.back()
    assert house.navigation.place == "diary"


def test_the_keyboard_is_where_it_was_after_back_and_at_the_top_on_arrival(house: House, qtbot: QtBot) -> None:
    house.navigation.start_at("calls")
    calls = house.page("calls")
    calls.field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(calls.field.hasFocus)
    house.navigation.to("call", id=7)
    assert QApplication.focusWidget() is house.page("call")
    house.navigation.back()
    assert calls.field.hasFocus()


def test_a_page_that_cannot_be_built_leaves_the_one_before(house: House, expected_log: list[logging.LogRecord]) -> None:
    def broken() -> Page:
        raise ZeroDivisionError

    house.navigation.set_places({"diary": broken})
    house.navigation.start_at("today")
    house.navigation.to("diary")
    assert house.navigation.place == "today"
    assert isinstance(house.troubles[0], ZeroDivisionError)
    assert house.stack.currentWidget() is house.page("today")
    assert "diary" in expected_log[0].getMessage()


def test_a_place_that_nobody_knows_is_our_mistake_and_breaks_nothing(
    house: House, expected_log: list[logging.LogRecord]
) -> None:
    house.navigation.start_at("today")
    house.navigation.to("cellar")
    assert house.navigation.place == "today"
    assert len(house.troubles) == 1
    assert expected_log


def test_news_reloads_what_one_sees_at_once_and_the_rest_on_arrival(house: House) -> None:
    house.navigation.start_at("today")
    house.navigation.to("calls")
    today, calls = house.page("today"), house.page("calls")
    house.navigation.data_changed(frozenset({"calls"}))
    assert (calls.reloads, today.reloads) == (1, 0)
    assert today.stale
    house.navigation.back()
    assert today.reloads == 1
    assert not today.stale


def test_news_of_other_things_reloads_nothing(house: House) -> None:
    house.navigation.start_at("calls")
    house.navigation.data_changed(frozenset({"business"}))
    assert house.page("calls").reloads == 0


def test_all_pages_can_be_thrown_away(house: House, qtbot: QtBot) -> None:
    house.navigation.start_at("today")
    today = house.page("today")
    with qtbot.waitSignal(today.destroyed):
        house.navigation.forget_pages()
    assert house.navigation.place == ""
    assert house.navigation.page is None
    house.built.clear()
    house.navigation.start_at("today")
    assert house.page("today") is not today


def test_a_plain_page_takes_nothing_it_does_not_know(qtbot: QtBot) -> None:
    page = Page("Today")
    qtbot.addWidget(page)
    page.open()
    with pytest.raises(TypeError, match="opens without id"):
        page.open(id=7)

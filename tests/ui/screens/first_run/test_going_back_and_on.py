"""Nothing typed is lost: not by a crash, not by leaving, not by going back; and keys lead on once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from agentdesk.domain.business import Trade
from agentdesk.services.setup.first_run import Draft
from agentdesk.ui.questions.looking import ReviewQuestion
from agentdesk.ui.questions.offered import ServicesQuestion
from agentdesk.ui.screens.first_run.agent import AgentQuestion
from agentdesk.ui.screens.first_run.passing import PassQuestion
from agentdesk.ui.screens.first_run.presenter import FirstRunPresenter
from agentdesk.ui.screens.first_run.who import ExampleQuestion, WhoQuestion
from tests.ui.conftest import Room
from tests.ui.screens.first_run.walked import asks, choose, opened, up_to
from tests.ui.screens.windows import words_on


def test_it_goes_on_at_the_same_question_after_a_crash(room: Room, qtbot: QtBot) -> None:
    up_to(opened(room, qtbot), "services")
    again = opened(room, qtbot)
    asks(again, ServicesQuestion)
    assert "5 of 8" in words_on(again)
    again.back_button.click()
    again.back_button.click()
    again.back_button.click()
    assert asks(again, AgentQuestion).name.value() == "Daisy"


def test_leaving_keeps_what_was_typed_on_an_unfinished_page(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    asks(screen, WhoQuestion).name.set_value("Hartl")
    screen.leave()
    assert asks(opened(room, qtbot), WhoQuestion).name.value() == "Hartl"


def test_a_crash_on_an_unfinished_page_loses_no_more_than_the_last_moments(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agentdesk.ui.screens.first_run.screen.KEEP_MS", 10)
    screen = opened(room, qtbot)
    qtbot.keyClicks(asks(screen, WhoQuestion).name, "Hartl")
    qtbot.waitUntil(lambda: room.services.first_run.draft().business.name == "Hartl")
    assert not room.told.troubles
    # nobody leaves the page; the next start finds it
    assert asks(opened(room, qtbot), WhoQuestion).name.value() == "Hartl"


def test_what_does_not_change_is_not_kept_again(room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    saved: list[Draft] = []
    monkeypatch.setattr(room.services.first_run, "save", saved.append)
    presenter = FirstRunPresenter(room.desk, opened(room, qtbot), room.desk.theme)
    typed = replace(presenter.draft, owner="Sam")
    presenter.keep(typed)
    presenter.keep(typed)
    assert [each.owner for each in saved] == ["Sam"]


def test_another_trade_that_was_kept_while_typing_still_brings_its_usual_things(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "agent")
    screen.back_button.click()
    screen.back_button.click()
    plumber = room.services.first_run.draft().business
    choose(asks(screen, WhoQuestion).trade, "Salon or barber")
    screen.leave()
    left = room.services.first_run.draft().business
    screen.go_on.click()
    gone_on = room.services.first_run.draft().business
    assert left.services == gone_on.services != plumber.services
    assert left.trade is Trade.SALON


def test_going_back_keeps_what_stands_on_the_page(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "pass")
    asks(screen, PassQuestion).contact.set_value("Jo")
    screen.back_button.click()
    screen.go_on.click()
    assert asks(screen, PassQuestion).contact.value() == "Jo"


def test_enter_goes_on_and_escape_goes_back(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    who = asks(screen, WhoQuestion)
    qtbot.keyClicks(who.name, "Hartley")
    qtbot.keyClick(who.name, Qt.Key.Key_Tab)
    assert who.owner.hasFocus()
    qtbot.keyClicks(who.owner, "Sam")
    qtbot.keyClick(who.owner, Qt.Key.Key_Return)
    example = asks(screen, ExampleQuestion)
    assert example.show_example.hasFocus()
    qtbot.keyClick(example.show_example, Qt.Key.Key_Escape)
    assert asks(screen, WhoQuestion).owner.value() == "Sam"


def test_enter_on_a_tile_goes_on_and_space_chooses_it(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "review")
    review = asks(screen, ReviewQuestion)
    tile = review.day.tiles()[4]
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    assert review.day.value() == 4
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert screen.title() == "Done. Here's your one-page brief"


def test_enter_chooses_the_tile_one_stands_on_while_none_is_chosen(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "review")
    review = asks(screen, ReviewQuestion)
    tile = review.day.tiles()[0]
    tile.setFocus()
    qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert (review.day.value(), screen.title()) == (0, "When will you look?")
    qtbot.keyClick(review.at, Qt.Key.Key_Return)
    assert screen.title() == "Done. Here's your one-page brief", "a list leaves Enter to the page, too"


def test_enter_never_goes_on_with_another_tile_than_the_one_that_wears_the_ring(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    who = asks(screen, WhoQuestion)
    who.name.set_value("Hartley")
    who.owner.set_value("Sam")
    who.trade.set_value(Trade.OTHER)
    plumbing = who.trade.tiles()[0]
    plumbing.setFocus()
    qtbot.keyClick(plumbing, Qt.Key.Key_Return)
    assert asks(screen, WhoQuestion).trade.value() is Trade.PLUMBER
    qtbot.keyClick(plumbing, Qt.Key.Key_Return)
    asks(screen, ExampleQuestion)
    assert room.services.first_run.draft().business.trade is Trade.PLUMBER


def test_a_double_press_goes_on_once(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "services")
    screen.go_on.click()
    asks(screen, PassQuestion)
    qtbot.keyClick(screen, Qt.Key.Key_Return)
    asks(screen, PassQuestion)

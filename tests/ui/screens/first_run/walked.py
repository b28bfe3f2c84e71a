"""The first run, answered up to the question that a test is about."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agentdesk.services.setup.first_run import STEPS
from agentdesk.ui.questions.looking import ReviewQuestion
from agentdesk.ui.questions.tiles import Tiles
from agentdesk.ui.screens.first_run.agent import AgentQuestion, DiaryQuestion
from agentdesk.ui.screens.first_run.limits import MoneyQuestion
from agentdesk.ui.screens.first_run.passing import PassQuestion
from agentdesk.ui.screens.first_run.screen import FirstRunScreen
from agentdesk.ui.screens.first_run.who import ExampleQuestion, WhoQuestion
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window

Asks = TypeVar("Asks", bound=QWidget)


def opened(room: Room, qtbot: QtBot) -> FirstRunScreen:
    screen = FirstRunScreen(room.desk)
    in_a_window(qtbot, screen)
    screen.open()
    return screen


def asks(screen: FirstRunScreen, kind: type[Asks]) -> Asks:
    question = screen.question
    assert isinstance(question, kind)
    return question


def choose(tiles: Tiles[Any], words: str) -> None:
    next(each for each in tiles.tiles() if each.accessibleName() == words).click()


def past_who(screen: FirstRunScreen, trade: str = "Plumbing and heating") -> None:
    who = asks(screen, WhoQuestion)
    who.name.set_value("Hartley Plumbing & Heating")
    who.owner.set_value("Sam")
    choose(who.trade, trade)
    screen.go_on.click()


def up_to(screen: FirstRunScreen, step: str) -> None:
    """Answers every question before that one as most would."""
    for each in STEPS[: STEPS.index(step)] if step in STEPS else STEPS:
        if each == "who":
            past_who(screen)
            asks(screen, ExampleQuestion).mine.click()
            continue
        if each == "agent":
            agent = asks(screen, AgentQuestion)
            agent.name.set_value("Daisy")
            agent.number.set_value("0113 496 0100")
            choose(agent.supplier, "Retell")
        elif each == "diary":
            choose(asks(screen, DiaryQuestion).where, "A diary I can save as a file")
        elif each == "pass":
            asks(screen, PassQuestion).contact.set_value("Jo")
        elif each == "money":
            money = asks(screen, MoneyQuestion)
            money.limit.set_value("120")
            choose(money.stops, "No, it only warns")
        elif each == "review":
            choose(asks(screen, ReviewQuestion).day, "Friday")
        screen.go_on.click()

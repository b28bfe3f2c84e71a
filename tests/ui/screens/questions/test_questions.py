"""The list of unanswered questions: answering one puts it on the fact sheet, and it waits for a call that shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from agentdesk.ui.screens.questions.screen import QuestionsScreen
from agentdesk.ui.widgets.states import State
from tests.services.lines import line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain

HELLO = "Hartley Plumbing, Daisy speaking."
LIST = "I don't have that on my list, I'm sorry."


@pytest.fixture
def asked_room(hartley_room: Room) -> Room:
    hartley_room.office.take_calls(
        line("a", "2026-11-16T09:00:00+00:00", HELLO, "Do you fit water softeners?", LIST),
        line("b", "2026-11-17T09:00:00+00:00", HELLO, "Hi, can you fit a water softener?", LIST),
        line("c", "2026-11-18T09:00:00+00:00", HELLO, "Do you work on back boilers?", LIST),
    )
    return hartley_room


def shown(qtbot: QtBot, room: Room, **what: object) -> QuestionsScreen:
    page = QuestionsScreen(room.desk)
    in_a_window(qtbot, page, 1000, 800)
    page.open(**what)
    return page


def test_each_question_says_how_often_it_was_asked_and_opens_to_its_calls(qtbot: QtBot, asked_room: Room) -> None:
    page = shown(qtbot, asked_room, agent="Daisy")
    named(page)
    plain(page)
    softener, boiler = page.cards()
    assert softener.accessibleName() == "“Hi, can you fit a water softener?”"
    assert softener._asked.text() == "Asked 2 times, last on Tue 17 Nov, 9:00 am · Daisy"
    softener.calls.click()
    assert asked_room.gone.places == [
        ("calls", {"words": "Calls that asked: Hi, can you fit a water softener?", "ids": softener.question.calls})
    ]
    assert boiler.calls.words() == "Open 1 call"
    assert page._open.quiet.text() == "2 questions, asked 3 times"


def test_an_answer_goes_to_the_fact_sheet_in_the_owners_words(qtbot: QtBot, asked_room: Room) -> None:
    page = shown(qtbot, asked_room)
    softener, boiler = page.cards()
    softener.answer.click()
    form = softener.answering
    assert form is not None
    named(page)
    form.topic.set_value("Water softeners")
    form.keep.click()
    assert form.row.error() == "Write what it is about, and what the agent should say."
    assert (form.topic.value(), form.keep.isEnabled()) == ("Water softeners", True)
    form.field.set_value("We fit them, from £400")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert page.cards() == (boiler,)
    (answer,) = page.answered_cards()
    assert answer.accessibleName() == "Water softeners: We fit them, from £400"
    assert (answer.mark.state, answer.mark.words()) == (State.TOO_EARLY, "No call has shown it yet")
    business = asked_room.services.businesses.current()
    assert business is not None
    assert [(each.topic, each.says) for each in business.facts] == [("Water softeners", "We fit them, from £400")]


def test_a_call_that_shows_the_answer_can_be_opened(qtbot: QtBot, asked_room: Room) -> None:
    questions = asked_room.services.questions
    softener = questions.open_()[0]
    questions.answer(softener, "Water softeners", "We fit them, from £400", "Sam")
    said = "Yes, we fit water softeners, from £400."
    asked_room.office.take_calls(
        line("d", "2026-11-21T09:00:00+00:00", HELLO, "Do you fit water softeners?", said),
    )
    page = shown(qtbot, asked_room)
    (answer,) = page.answered_cards()
    assert (answer.mark.state, answer.mark.words()) == (State.ON_TARGET, "A call showed it")
    answer.proof.click()
    assert asked_room.gone.places == [("call", {"id": answer.answered.shown_in})]


def test_a_question_asked_again_shows_what_the_sheet_says_and_offers_it(qtbot: QtBot, asked_room: Room) -> None:
    questions = asked_room.services.questions
    questions.answer(questions.open_()[0], "Water softeners", "We fit them, from £400", "Sam")
    asked_room.office.take_calls(line("d", "2026-11-21T09:00:00+00:00", HELLO, "Do you fit water softeners?", LIST))
    page = shown(qtbot, asked_room)
    again = next(each for each in page.cards() if "softeners" in each.question.words)
    assert again._again.text() == (
        "On the fact sheet since Fri 20 Nov, 4:00 pm: “We fit them, from £400”. The agent still doesn't say it."
    )
    again.answer.click()
    assert again.answering is not None
    assert (again.answering.topic.value(), again.answering.field.value()) == (
        "Water softeners",
        "We fit them, from £400",
    )


def test_what_is_not_for_the_agent_needs_a_reason(qtbot: QtBot, asked_room: Room) -> None:
    page = shown(qtbot, asked_room)
    softener, boiler = page.cards()
    boiler.refuse.click()
    form = boiler.refusing
    assert form is not None
    form.keep.click()
    assert form.row.error() == "Write in a few words why it isn't for the agent."
    form.field.set_value("Jo advises on those")
    form.keep.click()
    assert page.cards() == (softener,)
    assert page.answered_cards() == ()


def test_what_is_being_typed_stays_when_more_is_asked(qtbot: QtBot, asked_room: Room) -> None:
    page = shown(qtbot, asked_room)
    _, boiler = page.cards()
    boiler.answer.click()
    assert boiler.answering is not None
    boiler.answering.topic.set_value("Back boi")
    asked_room.office.take_calls(line("d", "2026-11-20T09:00:00+00:00", HELLO, "Do you work on back boilers?", LIST))
    page.reload()
    assert boiler in page.cards()
    assert boiler.question.asked == 2
    assert (boiler.is_asking, boiler.answering.topic.value()) == (True, "Back boi")
    qtbot.keyClick(boiler.answering.topic, Qt.Key.Key_Escape)
    assert not boiler.is_asking
    assert boiler.answer.hasFocus()


def test_one_form_is_open_at_a_time_and_none_forgets(qtbot: QtBot, asked_room: Room) -> None:
    page = shown(qtbot, asked_room)
    softener, boiler = page.cards()
    softener.answer.click()
    assert softener.answering is not None
    softener.answering.topic.set_value("Softeners")
    boiler.refuse.click()
    assert (softener.is_asking, boiler.is_asking) == (False, True)
    softener.answer.click()
    assert (softener.answering.topic.value(), boiler.is_asking) == ("Softeners", False)


def test_nothing_asked_in_vain_says_so(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    assert page.none.isVisible()
    assert page.none.sentence() == "Nothing is waiting for an answer."

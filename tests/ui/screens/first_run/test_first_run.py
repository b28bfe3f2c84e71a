"""The first run as the owner walks through it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from agentdesk.domain.business import Role, Trade
from agentdesk.domain.money import Money
from agentdesk.services.setup.first_run import STEPS
from agentdesk.ui.questions.hours import HoursQuestion
from agentdesk.ui.questions.looking import ReviewQuestion
from agentdesk.ui.screens.first_run.agent import AgentQuestion
from agentdesk.ui.screens.first_run.limits import MoneyQuestion
from agentdesk.ui.screens.first_run.passing import PassQuestion
from agentdesk.ui.screens.first_run.who import ExampleQuestion, WhoQuestion
from tests.ui.conftest import Room
from tests.ui.screens.first_run.walked import asks, choose, opened, past_who, up_to
from tests.ui.screens.windows import words_on


def test_it_starts_with_the_business_and_says_how_many_questions_there_are(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    assert screen.title() == "Who looks after the phones here?"
    assert "1 of 8" in words_on(screen)
    assert not screen.later.isVisible()
    assert not screen.back_button.isVisible()


def test_what_is_missing_is_said_beside_the_field_and_goes_when_typed(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    screen.go_on.click()
    who = asks(screen, WhoQuestion)
    assert who.rows["name"].error() == "Write the name of your business."
    assert who.name.hasFocus()
    qtbot.keyClicks(who.name, "Hartley")
    assert who.rows["name"].error() == ""


def test_the_whole_run_sets_the_business_up(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    business = room.services.businesses.current()
    assert business is not None
    assert (business.name, business.trade) == ("Hartley Plumbing & Heating", Trade.PLUMBER)
    assert (business.review_weekday, business.reviewer) == (4, "Sam")
    assert business.hours[5]
    assert {(each.name, each.role) for each in room.services.businesses.people()} == {
        ("Sam", Role.OWNER),
        ("Jo", Role.FRONT_DESK),
    }
    agent = room.services.agents.get("Daisy")
    assert (agent.answers, agent.supplier, agent.responsible) == ("0113 496 0100", "Retell", "Sam")
    assert agent.monthly_limit == Money(12000, 2, "GBP")
    brief = room.services.briefs.working("Daisy").brief
    assert "A job over £500" in [each.when for each in brief.pass_to_a_person]
    assert {each.who for each in brief.pass_to_a_person} == {"Jo"}
    assert brief.may_book[0] == "Boiler service"
    assert room.services.first_run.is_done()


def test_it_ends_with_the_brief_as_the_page_reads(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    assert screen.title() == "Done. Here's your one-page brief"
    words = words_on(screen)
    for heading in ("What it is for", "What it may decide", "When it must pass to a person", "Who looks after it"):
        assert heading in words
    assert "No calls have been brought in yet." in words
    assert not screen.go_on.isVisible()


def test_the_brief_is_approved_with_one_press(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    screen.finished_page.approve.click()
    approved = room.services.briefs.approved("Daisy")
    assert approved is not None
    assert approved.approved_by == "Sam"
    assert not screen.finished_page.approve.isVisible()
    assert screen.finished_page.bring_in_first.isVisible()


def test_the_pdf_is_printed_where_the_owner_says(room: Room, qtbot: QtBot, tmp_path: Path) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    screen._on_pdf_place(str(tmp_path / "Daisy brief.pdf"))
    assert [each[0] for each in room.office.printer.printed] == ["brief"]
    assert room.told.said[-1] == "Saved as Daisy brief.pdf."


def test_calls_are_one_press_away(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "done")
    screen.finished_page.bring_in.click()
    assert room.gone.places == [("import", {})]


@pytest.mark.parametrize(("step", "field"), [("pass", "contact"), ("review", "day")])
def test_it_cannot_end_without_who_rings_back_and_when_somebody_looks(
    room: Room, qtbot: QtBot, step: str, field: str
) -> None:
    screen = opened(room, qtbot)
    up_to(screen, step)
    assert not screen.later.isVisible()
    screen.go_on.click()
    question = screen.question
    assert question is not None
    assert question.rows[field].error()
    assert not room.services.first_run.is_done()


def test_the_other_questions_can_wait_and_pile_up(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    past_who(screen)
    asks(screen, ExampleQuestion).mine.click()
    for _ in ("agent", "diary", "hours", "services"):
        screen.later.click()
    asks(screen, PassQuestion).contact.set_value("Jo")
    screen.go_on.click()
    assert "7 of 7" in words_on(screen)
    choose(asks(screen, ReviewQuestion).day, "Friday")
    screen.go_on.click()
    assert screen.title() == "Done. Your business is set up"
    assert "Your opening hours aren't filled in." in words_on(screen)
    piled_up = [each.words for each in room.services.today.piled_up()]
    assert "Which agent answers your calls hasn't been said." in piled_up
    assert "No monthly limit is set." in piled_up
    business = room.services.businesses.current()
    assert business is not None
    assert not any(business.hours)


def test_what_waited_is_asked_again_later_and_comes_off_the_pile(room: Room, qtbot: QtBot) -> None:
    first = opened(room, qtbot)
    up_to(first, "hours")
    first.later.click()
    for _ in ("services",):
        first.go_on.click()
    asks(first, PassQuestion).contact.set_value("Jo")
    first.go_on.click()
    first.later.click()
    choose(asks(first, ReviewQuestion).day, "Friday")
    first.go_on.click()
    screen = opened(room, qtbot)
    assert "1 of 2" in words_on(screen)
    asks(screen, HoursQuestion)
    screen.go_on.click()
    asks(screen, MoneyQuestion).limit.set_value("£90")
    screen.go_on.click()
    business = room.services.businesses.current()
    assert business is not None
    assert any(business.hours)
    assert room.services.agents.get("Daisy").monthly_limit == Money(9000, 2, "GBP")
    assert not [each for each in room.services.today.piled_up() if each.place == "first_run"]


def test_the_example_is_asked_for_once_the_answers_are_kept(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    past_who(screen)
    with qtbot.waitSignal(screen.example_asked):
        asks(screen, ExampleQuestion).show_example.click()
    assert room.services.first_run.draft().business.name == "Hartley Plumbing & Heating"
    assert room.services.businesses.current() is None


def test_names_that_look_like_markup_stay_words(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    who = asks(screen, WhoQuestion)
    who.name.set_value("<img src='file:x'><b>Hartley</b>")
    who.owner.set_value("{0.__class__} & Sam")
    screen.go_on.click()
    asks(screen, ExampleQuestion).mine.click()
    agent = asks(screen, AgentQuestion)
    choose(agent.supplier, "I don't know")
    assert "<img src='file:x'><b>Hartley</b>" in agent.note.words()
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in screen.findChildren(QLabel) if each.text())
    assert room.services.first_run.draft().owner == "{0.__class__} & Sam"


@pytest.mark.parametrize("step", [*STEPS, "done"])
def test_every_field_has_a_name_for_those_who_listen(room: Room, qtbot: QtBot, step: str) -> None:
    screen = opened(room, qtbot)
    up_to(screen, step)
    reached = [
        each
        for each in screen.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.focusProxy() is None
    ]
    assert reached
    assert not [each for each in reached if not each.accessibleName() and not each.objectName().startswith("qt_")]

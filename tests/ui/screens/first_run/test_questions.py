"""Single questions of the first run: what they fill in by themselves, and what they ask back."""

from __future__ import annotations

from datetime import time

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.domain.business import Nation, Span
from agentdesk.domain.money import Money
from agentdesk.ui.questions.hours import HoursQuestion
from agentdesk.ui.questions.offered import ServicesQuestion
from agentdesk.ui.screens.first_run.agent import AgentQuestion
from agentdesk.ui.screens.first_run.passing import PassQuestion
from agentdesk.ui.widgets.fields import TextField
from tests.ui.conftest import Room
from tests.ui.screens.first_run.walked import asks, choose, opened, up_to
from tests.ui.screens.windows import words_on


def test_whoever_does_not_know_the_supplier_gets_a_note_to_send(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "agent")
    agent = asks(screen, AgentQuestion)
    assert not agent.note.isVisible()
    choose(agent.supplier, "I don't know")
    assert "Sam from Hartley Plumbing & Heating" in agent.note.words()
    agent.note.copy.click()
    assert QApplication.clipboard().text() == agent.note.words()
    assert "With the key of its service the name and number fill in by themselves, and the calls come in." in words_on(
        screen
    )


def test_hours_are_filled_for_the_trade_with_lunch(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "hours")
    monday = asks(screen, HoursQuestion).hours.days[0]
    shown = [(each.start.value(), each.end.value()) for each in monday.fields]
    assert shown == [("8:00 am", "12:30 pm"), ("1:00 pm", "5:00 pm")]


def test_hours_that_overlap_are_named_by_their_day(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "hours")
    hours = asks(screen, HoursQuestion)
    hours.hours.days[2].fields[1].start.set_value("11:00")
    screen.go_on.click()
    assert hours.rows["hours"].error() == "Wednesday has opening times that overlap."
    hours.hours.days[2].fields[1].start.set_value("5 pm")
    hours.hours.days[2].fields[1].end.set_value("10 am")
    screen.go_on.click()
    assert hours.rows["hours"].error() == "Wednesday is still open after midnight when Thursday opens."
    hours.hours.days[2].fields[1].start.set_value("quarter past")
    screen.go_on.click()
    assert hours.rows["hours"].error() == "Wednesday: Write times like 8:30 am or 17:00."


def test_a_day_without_am_or_pm_is_a_working_day(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "hours")
    hours = asks(screen, HoursQuestion)
    morning, afternoon = hours.hours.days[3].fields
    for field, typed in (
        (morning.start, "9"),
        (morning.end, "1230"),
        (afternoon.start, "1.15"),
        (afternoon.end, "5.30"),
    ):
        field.set_value(typed)
    screen.go_on.click()
    thursday = room.services.first_run.draft().business.hours[3]
    assert thursday == (Span(time(9), time(12, 30)), Span(time(13, 15), time(17, 30)))


def test_the_keyboard_goes_to_the_time_that_was_not_understood(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "hours")
    days = asks(screen, HoursQuestion).hours.days
    thursday = days[3].fields[1].end
    thursday.set_value("25:00")
    qtbot.waitUntil(thursday.isVisible)
    screen.go_on.click()
    assert screen.window().focusWidget() is thursday
    thursday.set_value("17:00")
    days[0].fields[1].start.set_value("11:00")
    screen.go_on.click()
    assert screen.window().focusWidget() is days[0].fields[1].start, "the one that overlaps"


def test_scotland_and_closed_days_are_kept(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "hours")
    hours = asks(screen, HoursQuestion)
    hours.nation.set_value(Nation.SCOTLAND)
    hours.closures.add_button.click()
    why = hours.closures.lines()[0][2]
    assert isinstance(why, TextField)
    why.set_value("Hogmanay")
    screen.go_on.click()
    business = room.services.first_run.draft().business
    assert business.nation is Nation.SCOTLAND
    assert [each.why for each in business.closures] == ["Hogmanay"]
    assert business.closures[0].first == room.office.clock.now().date()


def test_a_price_that_could_mean_two_things_is_asked_about(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "services")
    services = asks(screen, ServicesQuestion)
    price = services.services.lines()[0][2]
    assert isinstance(price, TextField)
    price.set_value("1.000,50")
    qtbot.waitUntil(price.isVisible)
    screen.go_on.click()
    assert services.rows["services"].error().startswith("The price of “Boiler service”")
    assert price.value() == "1.000,50"
    assert screen.window().focusWidget() is price
    price.set_value("1,000.50")
    nameless = services.services.lines()[1][0]
    assert isinstance(nameless, TextField)
    nameless.set_value("")
    screen.go_on.click()
    assert screen.window().focusWidget() is nameless


def test_a_line_that_was_taken_out_can_be_put_back(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "services")
    services = asks(screen, ServicesQuestion)
    before = len(services.services.lines())
    services.services._lines[1][1].click()
    assert room.told.said[-1] == "“Landlord gas safety check” is taken out."
    assert len(services.services.lines()) == before - 1
    services.put_back()
    assert len(services.services.lines()) == before


def test_own_words_are_added_to_when_a_person_takes_over(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    up_to(screen, "pass")
    question = asks(screen, PassQuestion)
    question.contact.set_value("Jo")
    question.rules.amount.set_value("750")
    question.rules.when.set_value("A new landlord")
    question.rules.says.set_value("I rent out, my tenants")
    question.rules.ticks()[1].setChecked(False)
    screen.go_on.click()
    draft = room.services.first_run.draft()
    assert draft.rules[-1].when == "A new landlord"
    assert draft.rules[-1].phrases == ("I rent out", "my tenants")
    assert "A refund request" not in [each.when for each in draft.rules]
    assert draft.business.high_value == Money(75000, 2, "GBP")
    screen.back_button.click()
    again = asks(screen, PassQuestion)
    assert [each.isChecked() for each in again.rules.ticks()][:2] == [True, False]
    assert again.rules.ticks()[-1].accessibleName() == "A new landlord"

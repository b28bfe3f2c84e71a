"""Your business in the window: each part is changed where it stands, with its date, and nothing typed is lost."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from agentdesk.domain.business import Business, Nation, Person, Role, Span, Trade
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.ui.questions.hours import HoursQuestion
from agentdesk.ui.questions.looking import ReviewQuestion
from agentdesk.ui.questions.offered import ServicesQuestion
from agentdesk.ui.questions.people import PeopleQuestion
from agentdesk.ui.screens.business.name import NameQuestion
from agentdesk.ui.screens.business.part_card import PartCard
from agentdesk.ui.screens.business.parts import Part
from agentdesk.ui.screens.business.screen import BusinessScreen
from agentdesk.ui.screens.business.since import When
from agentdesk.ui.widgets.days import DayField
from agentdesk.ui.widgets.fields import MinutesField, MoneyField, TextField
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import fits, named, plain

OPEN = FindingFilter(status=FindingStatus.OPEN)
LATE = FindingFilter(status=FindingStatus.OPEN, kinds=(Kind.BOOKING_OUTSIDE_HOURS,))
CLOSED = FindingFilter(status=FindingStatus.OPEN, kinds=(Kind.BOOKING_CLOSED_DAY,))


def shown(qtbot: QtBot, room: Room) -> BusinessScreen:
    page = BusinessScreen(room.desk)
    in_a_window(qtbot, page, 1000, 1600)
    page.open()
    QApplication.processEvents()
    return page


def business(room: Room) -> Business:
    found = room.services.businesses.current()
    assert found is not None
    return found


def asked(page: BusinessScreen, part: Part) -> PartCard:
    card = page.parts[part]
    card.change.click()
    assert card.is_asking
    return card


def hours(card: PartCard) -> HoursQuestion:
    assert isinstance(card.question, HoursQuestion)
    return card.question


def says(card: PartCard) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible()][1:]


def closes_at(card: PartCard, at: str, days: range = range(5)) -> None:
    for day in days:
        hours(card).hours.days[day].fields[1].end.set_value(at)


def test_everything_stands_there_in_words(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    named(page)
    plain(page)
    fits(page, 1000, 1600)
    assert says(page.parts[Part.HOURS]) == [
        "Monday to Friday: 9:00 am to 12:30 pm and 1:00 pm to 5:30 pm",
        "Saturday and Sunday: closed",
        "Closed on the bank holidays of England and Wales. The next one is Fri 25 Dec 2026, Christmas Day.",
    ]
    assert says(page.parts[Part.SERVICES]) == ["Boiler service · 60 minutes · £95.00"]
    assert says(page.parts[Part.PEOPLE]) == ["Sam · Owns the business", "Jo · Answers and rings back"]
    assert says(page.parts[Part.REVIEW]) == ["Fridays at 4:00 pm · nobody is named"]
    assert says(page.parts[Part.WHO]) == ["Hartley Plumbing", "Plumbing and heating"]
    assert page.parts[Part.HOURS].change.hasFocus()


def test_every_form_can_be_heard_and_reached_with_the_keyboard(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    for part, card in page.parts.items():
        card.change.setFocus()
        qtbot.keyClick(card.change, Qt.Key.Key_Return)
        assert card.is_asking, part
        named(page)
        plain(page)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert card.isAncestorOf(focus), part
        assert [each for each in page.parts.values() if each.is_asking] == [card], "one form at a time"


def test_hours_change_from_now_on_and_old_bookings_are_held_against_the_old_ones(
    qtbot: QtBot, hartley_room: Room
) -> None:
    hartley_room.office.take_diary(
        "b1,2026-11-18T16:30:00,2026-11-18T17:30:00,booked,Boiler service,Ana Jones,,,2026-11-10T10:00:00",
        "b2,2027-02-24T16:30:00,2027-02-24T17:30:00,booked,Boiler service,Bea Jones,,,2026-11-10T10:00:00",
    )
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.HOURS)
    closes_at(card, "4 pm")
    qtbot.keyClick(hours(card).hours.days[4].fields[1].end, Qt.Key.Key_Return)
    assert business(hartley_room).hours[0][-1] == Span(time(13), time(16))
    assert says(card)[0] == "Monday to Friday: 9:00 am to 12:30 pm and 1:00 pm to 4:00 pm"
    assert not card.is_asking
    (late,) = hartley_room.services.findings.page(LATE)
    assert late.about_at == datetime(2027, 2, 24, 16, 30, tzinfo=UTC), "the days to come are checked by themselves"
    assert hartley_room.told.said == ["Kept."]
    assert page.unheard.isVisible()
    assert {each.topic for each in hartley_room.services.knowing.open_()} == {
        f"Opening hours on {day}s" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    }
    page.to_knowing.click()
    assert hartley_room.gone.places == [("knowing", {})]


def test_hours_that_have_been_so_since_monday_count_from_monday(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_diary(
        "b1,2026-11-13T17:30:00,2026-11-13T18:30:00,booked,Boiler service,Ana Jones,,,2026-11-10T10:00:00",
        "b2,2026-11-17T17:30:00,2026-11-17T18:30:00,booked,Boiler service,Bea Jones,,,2026-11-10T10:00:00",
    )
    assert hartley_room.services.findings.count(LATE) == 2
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.HOURS)
    closes_at(card, "7 pm")
    card.since.when.set_value(When.DAY)
    card.since.when.activated.emit(1)
    assert card.since.day.day() == date(2026, 11, 20)
    card.since.day.setDate(card.since.day.date().addDays(30))
    assert card.since.day.day() == date(2026, 11, 20), "no day to come"
    card.since.day.setDate(card.since.day.date().addDays(-4))
    named(page)
    card.keep.click()
    (late,) = hartley_room.services.findings.page(LATE)
    assert late.about_at.date() == date(2026, 11, 13)


def test_a_week_off_shows_the_bookings_that_lie_in_it_and_undo_takes_all_back(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_diary(
        "b1,2026-12-02T10:00:00,2026-12-02T11:00:00,booked,Boiler service,Ana Jones,,,2026-11-10T10:00:00",
    )
    before = hartley_room.services.businesses.history()
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.HOURS)
    hours(card).closures.add_button.click()
    first, last, why = hours(card).closures.lines()[0]
    assert isinstance(first, DayField)
    assert isinstance(last, DayField)
    assert isinstance(why, TextField)
    first.setDate(first.date().addDays(10))
    last.setDate(first.date().addDays(7))
    why.set_value("Holiday")
    card.keep.click()
    assert says(card)[-1] == "Closed Mon 30 Nov to Mon 7 Dec 2026 · Holiday"
    assert hartley_room.services.findings.count(CLOSED) == 1
    hartley_room.told.offers[-1].do()
    assert hartley_room.services.businesses.history() == before
    assert hartley_room.services.findings.count(CLOSED) == 0
    assert "Holiday" not in " ".join(says(card))


def test_what_stood_there_wrongly_is_put_right_for_before(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_diary(
        "b1,2026-11-30T10:00:00,2026-11-30T11:00:00,booked,Boiler service,Ana Jones,,,2026-11-10T10:00:00",
    )
    hartley_room.office.clock.advance(timedelta(days=14))
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.HOURS)
    hours(card).nation.set_value(Nation.SCOTLAND)
    card.since.when.set_value(When.EVER)
    card.keep.click()
    assert business(hartley_room).nation is Nation.SCOTLAND
    (found,) = hartley_room.services.findings.page(CLOSED)
    assert "Saint Andrew's Day" in found.found.reason
    assert len(hartley_room.services.businesses.history()) == 1


def test_what_is_wrong_is_said_beside_its_field_and_stays(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.HOURS)
    hours(card).hours.days[0].fields[0].end.set_value("soon")
    card.keep.click()
    assert hours(card).rows["hours"].error() == "Monday: Write times like 8:30 am or 17:00."
    for day in hours(card).hours.days:
        day.open.setChecked(False)
    card.keep.click()
    assert hours(card).rows["hours"].error() == "You're closed all week. Tick a day on which you open."
    services = asked(page, Part.SERVICES)
    assert isinstance(services.question, ServicesQuestion)
    services.question.services.add_button.click()
    name, _, price, _ = services.question.services.lines()[1]
    assert isinstance(name, TextField)
    assert isinstance(price, MoneyField)
    name.set_value("boiler SERVICE")
    price.set_value("dear")
    services.keep.click()
    assert "The price of “boiler SERVICE”: Write an amount" in services.question.rows["services"].error()
    price.set_value("20")
    services.keep.click()
    assert services.question.rows["services"].error() == "Two lines have the same name."
    assert name.value() == "boiler SERVICE"
    assert len(hartley_room.services.businesses.history()) == 1


def test_esc_puts_the_form_away_and_keeps_what_was_typed(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.HOURS)
    field = hours(card).hours.days[0].fields[0].end
    field.set_value("11:45 am")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not card.is_asking
    assert card.change.hasFocus()
    assert hartley_room.gone.places == [], "Esc doesn't leave the page"
    assert "What you typed is still there, and not kept yet." in says(card)
    again = asked(page, Part.HOURS)
    assert hours(again).hours.days[0].fields[0].end.value() == "11:45 am"
    again.as_it_was.click()
    assert hours(again).hours.days[0].fields[0].end.value() == "12:30 pm"
    again.cancel.click()
    assert "What you typed is still there, and not kept yet." not in says(again)


def test_what_changed_meanwhile_elsewhere_is_not_put_back(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.HOURS)
    closes_at(card, "5 pm")
    hartley_room.services.fact_sheet.price("Boiler service", "105", "Jo")
    page.reload()
    assert hours(card).hours.days[0].fields[1].end.value() == "5 pm", "a change elsewhere takes nothing typed away"
    card.keep.click()
    price = business(hartley_room).services[0].price
    assert price is not None
    assert price.in_words() == "£105.00"
    assert business(hartley_room).hours[0][-1].end == time(17)


def test_a_service_is_longer_and_dearer_and_another_is_new(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.SERVICES)
    question = card.question
    assert isinstance(question, ServicesQuestion)
    _, minutes, price, _ = question.services.lines()[0]
    assert isinstance(minutes, MinutesField)
    assert isinstance(price, MoneyField)
    minutes.setValue(75)
    price.set_value("110")
    question.services.add_button.click()
    name, *_ = question.services.lines()[1]
    assert isinstance(name, TextField)
    name.set_value("Tap repair")
    card.keep.click()
    assert says(card) == ["Boiler service · 75 minutes · £110.00", "Tap repair · 60 minutes · no fixed price"]
    assert [each.now for each in hartley_room.services.knowing.open_()] == ["£110.00"]


def test_people_get_another_name_come_and_go(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.PEOPLE)
    question = card.question
    assert isinstance(question, PeopleQuestion)
    question.people.add_button.click()
    (sam, _), (jo, _), (new, _) = question.people.lines()
    assert isinstance(sam, TextField)
    assert isinstance(jo, TextField)
    assert isinstance(new, TextField)
    sam.set_value("Samira")
    new.set_value("jo")
    card.keep.click()
    assert question.rows["people"].error() == "Two people have the same name. Add a surname or an initial."
    new.set_value("Priya")
    card.keep.click()
    assert hartley_room.services.businesses.people() == (
        Person("Samira", Role.OWNER),
        Person("Jo", Role.FRONT_DESK),
        Person("Priya", Role.FRONT_DESK),
    )
    assert hartley_room.services.agents.get("Daisy").responsible == "Samira"
    hartley_room.told.offers[-1].do()
    assert [each.name for each in hartley_room.services.businesses.people()] == ["Sam", "Jo"]
    assert hartley_room.services.agents.get("Daisy").responsible == "Sam"


def test_the_day_of_looking_and_the_name_of_the_business_change(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    card = asked(page, Part.REVIEW)
    assert isinstance(card.question, ReviewQuestion)
    card.question.day.set_value(0)
    card.question.reviewer.set_value("Jo")
    card.keep.click()
    assert says(card) == ["Mondays at 4:00 pm · Jo"]
    who = asked(page, Part.WHO)
    assert isinstance(who.question, NameQuestion)
    who.question.name.set_value("")
    who.keep.click()
    assert who.question.rows["name"].error() == "Write the name of your business."
    who.question.name.set_value("Hartley & Daughter")
    who.question.trade.set_value(Trade.OTHER)
    who.keep.click()
    assert (business(hartley_room).name, business(hartley_room).trade) == ("Hartley & Daughter", Trade.OTHER)
    assert business(hartley_room).hours[0], "another trade takes no hours away"


def test_what_waited_since_the_first_run_is_off_the_pile_once_it_is_said_here(qtbot: QtBot, room: Room) -> None:
    from agentdesk.services.setup.first_run import Draft

    firm = Business("Hartley", review_weekday=4)
    draft = Draft(business=firm, owner="Sam", escalation_contact="Jo", skipped=frozenset({"hours", "agent"}))
    room.services.first_run.finish(draft)
    page = shown(qtbot, room)
    card = page.parts[Part.HOURS]
    assert says(card)[0] == "Your opening hours aren't filled in."
    card.change.click()
    hours(card).hours.days[0].open.setChecked(True)
    card.keep.click()
    assert business(room).hours[0] == (Span(time(9), time(17)),)
    assert room.services.first_run.draft().skipped == {"agent"}
    assert "hours" not in " ".join(each.words for each in room.services.today.view().piled_up)


def test_before_the_first_run_there_is_a_way_to_it(qtbot: QtBot, room: Room) -> None:
    page = shown(qtbot, room)
    assert page.nothing.isVisible()
    assert not page.parts[Part.HOURS].isVisible()
    named(page)


@pytest.mark.parametrize("place", ["fact_sheet", "money", "connections", "brief"])
def test_what_is_said_elsewhere_is_one_press_away(qtbot: QtBot, hartley_room: Room, place: str) -> None:
    page = shown(qtbot, hartley_room)
    for button in page.elsewhere.findChildren(type(page.to_knowing)):
        button.click()
    assert place in {where for where, _ in hartley_room.gone.places}

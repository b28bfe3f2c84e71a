"""The fact sheet in the window: each line is changed where it stands, and every change is remembered."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.money import Money
from agentdesk.ui.screens.fact_sheet.screen import FactSheetScreen
from tests.services.lines import line
from tests.ui.conftest import Room
from tests.ui.screens.windows import in_a_window
from tests.ui.sweep import named, plain


def shown(qtbot: QtBot, room: Room) -> FactSheetScreen:
    room.office.clock.advance(timedelta(days=1))
    page = FactSheetScreen(room.desk)
    in_a_window(qtbot, page, 1000, 800)
    page.open()
    return page


def price(room: Room) -> Money | None:
    business = room.services.businesses.current()
    assert business is not None
    return business.services[0].price


def past(page: FactSheetScreen) -> list[str]:
    return [each.text() for each in page.past.findChildren(QLabel) if each.isVisible()][1:]


def test_a_price_that_changes_is_remembered_as_it_was(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    named(page)
    plain(page)
    (service,) = page.cards()
    assert service.accessibleName() == "Boiler service: £95.00"
    assert not page.past.isVisible()
    service.change.click()
    form = service.form
    assert form is not None
    assert form.field.value() == "£95.00"
    named(page)
    form.field.set_value("105")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert service.accessibleName() == "Boiler service: £105.00"
    assert past(page) == ["Boiler service: £105.00. Before that: £95.00", "Sat 21 Nov, 4:00 pm · Sam"]
    assert len(hartley_room.services.businesses.history()) == 2


def test_a_slip_is_put_right_without_history(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    (service,) = page.cards()
    service.change.click()
    assert service.form is not None
    service.form.field.set_value("59")
    service.form.since.set_value(True)
    service.form.keep.click()
    changed = price(hartley_room)
    assert changed is not None
    assert changed.in_words() == "£59.00"
    assert len(hartley_room.services.businesses.history()) == 1
    assert not page.past.isVisible()


def test_a_slip_that_is_put_right_takes_back_what_it_made_wrong(qtbot: QtBot, hartley_room: Room) -> None:
    said = (
        "Hartley Plumbing, Daisy speaking.",
        "How much is a boiler service?",
        "A boiler service is £110.",
        "Thanks.",
    )
    hartley_room.office.take_calls(line("c1", "2026-11-02T10:00", *said))
    wrong = FindingFilter(kinds=(Kind.FACT_WRONG,), status=FindingStatus.OPEN)
    assert hartley_room.services.findings.count(wrong) == 1
    page = shown(qtbot, hartley_room)
    (service,) = page.cards()
    service.change.click()
    assert service.form is not None
    service.form.field.set_value("110")
    service.form.since.set_value(True)
    service.form.keep.click()
    assert hartley_room.services.findings.count(wrong) == 0


def test_what_is_no_price_is_refused_beside_the_field(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    (service,) = page.cards()
    service.change.click()
    assert service.form is not None
    service.form.field.set_value("dear")
    service.form.keep.click()
    assert service.form.row.error() == "Write an amount like 120 or 120.50."
    assert (service.form.field.value(), service.form.keep.isEnabled()) == ("dear", True)


def test_facts_are_added_changed_and_taken_off(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    assert page.no_facts.isVisible()
    page.add_fact.click()
    page.new.topic.set_value("Parking")
    page.new.keep.click()
    assert page.new.row.error() == "Write what it is about, and what the agent should say."
    page.new.field.set_value("Behind the shop")
    page.new.keep.click()
    _, parking = page.cards()
    assert parking.accessibleName() == "Parking: Behind the shop"
    assert (page.add_fact.isVisible(), page.new.topic.value()) == (True, "")
    parking.take_away.click()
    assert len(page.cards()) == 1
    qtbot.waitUntil(lambda: past(page)[:1] == ["Parking: taken off the sheet. It said: Behind the shop"])


def test_one_form_is_open_at_a_time(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    (service,) = page.cards()
    service.change.click()
    page.add_fact.click()
    assert not service.is_asking
    page.new.field.set_value("Half a sen")
    service.change.click()
    assert not page.new.isVisible()
    assert page.add_fact.isVisible()
    page.add_fact.click()
    assert page.new.field.value() == "Half a sen"

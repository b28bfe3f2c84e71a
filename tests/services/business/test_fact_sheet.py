"""The fact sheet changes from a day on; what it said before is remembered with the day and the name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agentdesk.domain.errors import Sorry
from agentdesk.domain.history import FactChange
from agentdesk.services.business.fact_sheet import FactSheetService, SheetLine
from tests.services.conftest import Office


@pytest.fixture
def sheet(hartley: Office) -> FactSheetService:
    hartley.clock.advance(timedelta(days=1))
    return hartley.services.fact_sheet


def test_prices_and_facts_stand_on_one_sheet(sheet: FactSheetService) -> None:
    sheet.say("Parking", "Behind the shop", "Sam")
    assert sheet.sheet().lines == (
        SheetLine("Boiler service", "£95.00", is_price=True),
        SheetLine("Parking", "Behind the shop", is_price=False),
    )


def test_a_change_is_remembered_with_the_day_and_the_name(hartley: Office, sheet: FactSheetService) -> None:
    sheet.say("Parking", "Behind the shop", "Sam")
    hartley.clock.advance(timedelta(days=1))
    sheet.say("parking", "In the street", "Jo")
    sheet.price("boiler service", "105", "Jo")
    price, moved, added = sheet.sheet().changed
    assert (price.change, price.by) == (FactChange("Boiler service", "£95.00", "£105.00"), "Jo")
    assert moved.change == FactChange("Parking", "Behind the shop", "In the street")
    assert moved.at - added.at == timedelta(days=1)
    assert (added.change, added.by) == (FactChange("Parking", "", "Behind the shop"), "Sam")


def test_a_slip_leaves_no_trace_of_what_never_was(sheet: FactSheetService) -> None:
    sheet.price("Boiler service", "105", "Sam")
    sheet.price("Boiler service", "110", "Sam", slip=True)
    (changed,) = sheet.sheet().changed
    assert changed.change == FactChange("Boiler service", "£95.00", "£110.00")


def test_a_slip_of_the_first_day_is_put_right_however_much_was_added_since(sheet: FactSheetService) -> None:
    sheet.say("Parking", "Behind the shop", "Sam")
    sheet.price("Boiler service", "85", "Sam", slip=True)
    (added,) = sheet.sheet().changed
    assert added.change.topic == "Parking"


def test_a_fact_can_be_taken_away_and_a_price_left_open(sheet: FactSheetService) -> None:
    sheet.say("Parking", "Behind the shop", "Sam")
    sheet.take_away("Parking", "Sam")
    sheet.price("Boiler service", " ", "Sam")
    assert sheet.sheet().lines == (SheetLine("Boiler service", "", is_price=True),)


def test_what_cannot_be_kept_is_refused_in_a_sentence(office: Office, sheet: FactSheetService) -> None:
    with pytest.raises(Sorry, match="what the agent should say"):
        sheet.say("Parking", " ", "Sam")
    with pytest.raises(Sorry, match="Write an amount"):
        sheet.price("Boiler service", "dear", "Sam")
    with pytest.raises(Sorry, match="in GBP"):
        sheet.price("Boiler service", "€95", "Sam")
    assert office.services.businesses.history()[0].business.services[0].price is not None

"""What the business was on a day, and what has changed since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from decimal import Decimal

from agentdesk.domain.business import CLOSED_ALL_WEEK, Business, Fact, Nation, Service, Span
from agentdesk.domain.history import BusinessVersion, FactChange, as_of, changed_since, changes, corrected
from agentdesk.domain.money import Money

WEEK = (((Span(time(9), time(17)),),) * 5) + ((), ())
OPENED = Business(
    "Hartley",
    hours=WEEK,
    services=(Service("Boiler service", 60, Money.of(Decimal(95), "GBP")),),
    facts=(Fact("Guarantee", "12 months"),),
)
MARCH, JUNE = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)


def priced(business: Business, amount: str) -> Business:
    return replace(business, services=(replace(business.services[0], price=Money.of(Decimal(amount), "GBP")),))


def test_what_was_true_counts_until_it_was_changed() -> None:
    dearer = priced(OPENED, "105")
    history = (BusinessVersion(OPENED, MARCH), BusinessVersion(dearer, JUNE))
    assert as_of(history, datetime(2026, 5, 31, tzinfo=UTC)) == OPENED
    assert as_of(history, JUNE) == dearer
    assert as_of(history, datetime(2025, 1, 1, tzinfo=UTC)) == OPENED, "what was written down first counts for before"


def test_what_is_added_counts_for_before_and_what_was_taken_away_stays_known_for_before() -> None:
    added = replace(OPENED, facts=(Fact("Water softeners", "From £400"),))
    history = (BusinessVersion(OPENED, MARCH), BusinessVersion(added, JUNE))
    assert [each.topic for each in as_of(history, MARCH).facts] == ["Guarantee", "Water softeners"]
    assert [each.topic for each in as_of(history, JUNE).facts] == ["Water softeners"]


def test_hours_and_prices_that_nobody_had_given_yet_count_as_they_were_first_given() -> None:
    bare = replace(OPENED, hours=CLOSED_ALL_WEEK, services=(replace(OPENED.services[0], price=None),))
    history = (
        BusinessVersion(bare, MARCH),
        BusinessVersion(OPENED, JUNE),
        BusinessVersion(priced(OPENED, "120"), datetime(2026, 7, 1, tzinfo=UTC)),
    )
    then = as_of(history, MARCH)
    assert (then.hours, then.services) == (WEEK, OPENED.services)


def test_a_slip_is_put_right_as_far_back_as_it_stood() -> None:
    cheaper = priced(OPENED, "59")
    parking = replace(cheaper, facts=(*OPENED.facts, Fact("Parking", "Behind the shop")))
    history = (
        BusinessVersion(priced(OPENED, "80"), MARCH, "Sam"),
        BusinessVersion(cheaper, JUNE, "Sam"),
        BusinessVersion(parking, datetime(2026, 7, 1, tzinfo=UTC), "Jo"),
    )
    now = priced(parking, "95")
    first, second, last = corrected(history, now)
    assert first == history[0], "what was another price before stays as it was"
    assert (second.business, second.by) == (OPENED, "Sam")
    assert (last.business, last.by) == (now, "Jo")
    shut = replace(parking, hours=CLOSED_ALL_WEEK)
    assert [each.business.hours for each in corrected(history, shut)] == [CLOSED_ALL_WEEK] * 3


def test_changes_say_what_an_agent_would_have_to_tell_otherwise() -> None:
    later = replace(
        priced(OPENED, "105"),
        facts=(Fact("guarantee", "12 months"), Fact("Cards", "We take them")),
        hours=(*WEEK[:4], (Span(time(9), time(12)),), *WEEK[5:]),
    )
    assert list(changes(OPENED, later)) == [
        FactChange("Cards", "", "We take them"),
        FactChange("Boiler service", "£95.00", "£105.00"),
        FactChange("Opening hours on Fridays", "9:00 am to 5:00 pm", "9:00 am to 12:00 pm"),
    ]
    assert list(changes(later, later)) == []
    gone = FactChange("Guarantee", "12 months", "")
    assert list(changes(OPENED, replace(OPENED, facts=()))) == [gone]


def test_a_change_that_was_so_before_it_was_written_down_counts_from_its_own_day() -> None:
    parked = replace(OPENED, facts=(*OPENED.facts, Fact("Parking", "Behind the shop")))
    history = (BusinessVersion(OPENED, MARCH, "Sam"), BusinessVersion(parked, JUNE, "Jo"))
    may = datetime(2026, 5, 1, tzinfo=UTC)
    first, since, last = changed_since(history, priced(parked, "105"), may, "Priya")
    assert first == history[0]
    assert since == BusinessVersion(priced(OPENED, "105"), may, "Priya"), "nobody had said anything of parking yet"
    assert last == BusinessVersion(priced(parked, "105"), JUNE, "Jo")
    july = datetime(2026, 7, 1, tzinfo=UTC)
    assert changed_since(history, OPENED, july, "Sam") == (*history, BusinessVersion(OPENED, july, "Sam"))
    february = datetime(2026, 2, 1, tzinfo=UTC)
    early = changed_since(history, priced(parked, "105"), february, "Sam")
    assert [each.business for each in early] == [OPENED, priced(OPENED, "105"), priced(parked, "105")]
    assert as_of(early, datetime(2026, 1, 1, tzinfo=UTC)).services == OPENED.services
    assert as_of(early, february).services == priced(OPENED, "105").services


def test_what_became_otherwise_again_since_then_is_left_alone() -> None:
    dearer, dearest = priced(OPENED, "105"), priced(OPENED, "120")
    history = (BusinessVersion(OPENED, MARCH), BusinessVersion(dearer, JUNE))
    shut = replace(dearest, hours=CLOSED_ALL_WEEK)
    _, since, last = changed_since(history, shut, datetime(2026, 5, 1, tzinfo=UTC), "Sam")
    assert since.business == replace(OPENED, hours=CLOSED_ALL_WEEK), "95 was right until June"
    assert last.business == shut


def test_whose_bank_holidays_count_is_put_right_for_before_too() -> None:
    parked = replace(OPENED, facts=(*OPENED.facts, Fact("Parking", "Behind the shop")))
    history = (BusinessVersion(OPENED, MARCH), BusinessVersion(parked, JUNE))
    scottish = replace(parked, nation=Nation.SCOTLAND)
    assert [each.business.nation for each in corrected(history, scottish)] == [Nation.SCOTLAND] * 2

"""What agents cost is watched: limits, the pace, and days out of the ordinary, each told once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from agentdesk.domain.business import ExchangeRates
from agentdesk.domain.finding import Changed, Finding, FindingStatus, Kind, Severity
from agentdesk.domain.lists import FindingFilter
from tests.services.conftest import Office
from tests.services.lines import QUESTION, line


def charged(day: date, number: int, pounds: str, **what: object) -> list[str]:
    """So many calls of a day, each at this price, a minute apart."""
    at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    told = {"cost": pounds, "currency": "GBP", **what}
    return [
        line(
            f"c{day:%m%d}-{each}-{told.get('from', '')}-{pounds}",
            (at + timedelta(minutes=each)).isoformat(),
            *QUESTION,
            **told,
        )
        for each in range(number)
    ]


def eight_weeks(pounds: str = "0.50") -> list[str]:
    """Eight calls on each working day from 7 September up to 30 October, each from another number."""
    days = (date(2026, 9, 7) + timedelta(days=each) for each in range(54))
    return [each for day in days if day.weekday() < 5 for each in charged(day, 8, pounds, **{"from": None})]


def matters(office: Office, *kinds: Kind) -> list[Finding]:
    wanted = FindingFilter(kinds=kinds or (Kind.COST_LIMIT, Kind.COST_PACE, Kind.COST_SPIKE))
    found = office.services.findings.page(wanted)
    return sorted((each for each in found if each.status is FindingStatus.OPEN), key=lambda each: each.about_at)


def told(office: Office) -> list[str]:
    """What pop-ups say, oldest first."""
    return [each.pop_up for each in reversed(office.services.notices.page())]


def look_on(office: Office, day: date) -> None:
    office.clock.instant = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
    office.services.checking.run()


def test_half_four_fifths_and_all_of_a_limit_are_told_once_each(hartley: Office) -> None:
    for day, price, share in (
        (2, "2.00", None),
        (9, "15.00", "half"),
        (16, "8.00", "four fifths"),
        (23, "6.00", "all"),
    ):
        hartley.clock.instant = datetime(2026, 11, day, 18, tzinfo=UTC)
        hartley.take_calls(*charged(date(2026, 11, day), 4, price))
        before = matters(hartley, Kind.COST_LIMIT)
        for _ in range(2):
            look_on(hartley, date(2026, 11, day))
        assert matters(hartley, Kind.COST_LIMIT) == before
        if share:
            assert before[-1].found.reason.startswith(f"Daisy has used {share} of its limit of £120.00 for November")
    assert [each.found.severity for each in before] == [Severity.NOTE, Severity.NOTE, Severity.RED]
    assert hartley.services.findings.waiting() == 1, "what another mark has overtaken asks for nothing any more"
    assert sum("of its limit of £120.00" in each and "has used" in each for each in told(hartley)) == 3


def test_a_limit_is_reached_with_the_very_call_that_reaches_it(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 11, 9, 18, tzinfo=UTC)
    hartley.take_calls(*charged(date(2026, 11, 9), 5, "30.00"))
    half, fifths, whole = matters(hartley, Kind.COST_LIMIT)
    assert [each.about_at.minute for each in (half, fifths, whole)] == [1, 3, 3]
    assert whole.found.reason == (
        "Daisy has used all of its limit of £120.00 for November: £120.00 by Mon 9 Nov, 10:03 am."
    )


def test_of_marks_passed_at_once_the_highest_alone_is_told(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 11, 9, 18, tzinfo=UTC)
    hartley.take_calls(*charged(date(2026, 11, 9), 5, "30.00"))
    assert len(matters(hartley, Kind.COST_LIMIT)) == 3
    assert [each for each in told(hartley) if "limit" in each] == [
        "Daisy has used all of its limit of £120.00 for November: £120.00 by Mon 9 Nov, 10:03 am."
    ]


def test_a_cost_that_the_service_takes_back_takes_the_matter_back(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 11, 9, 18, tzinfo=UTC)
    hartley.take_calls(*charged(date(2026, 11, 9), 1, "90.00"))
    assert len(matters(hartley, Kind.COST_LIMIT)) == 1
    (dear,) = charged(date(2026, 11, 9), 1, "90.00")
    hartley.take_calls(json.dumps(json.loads(dear) | {"cost": "9.00"}))
    look_on(hartley, date(2026, 11, 9))
    assert matters(hartley, Kind.COST_LIMIT) == []


def test_the_next_month_begins_anew_and_leaves_the_last_one_as_it_was(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 11, 9, 18, tzinfo=UTC)
    hartley.take_calls(*charged(date(2026, 11, 9), 1, "70.00"))
    look_on(hartley, date(2026, 12, 1))
    assert len(matters(hartley, Kind.COST_LIMIT)) == 1
    hartley.clock.instant = datetime(2026, 12, 9, 18, tzinfo=UTC)
    hartley.take_calls(*charged(date(2026, 12, 9), 1, "70.00"))
    assert [each.found.slot for each in matters(hartley, Kind.COST_LIMIT)] == ["2026-11 50", "2026-12 50"]


def test_money_of_another_country_is_watched_at_the_rate_of_the_owner(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 11, 9, 18, tzinfo=UTC)
    hartley.take_calls(*charged(date(2026, 11, 9), 4, "20.00", currency="USD"))
    assert matters(hartley, Kind.COST_LIMIT) == []
    assert told(hartley)[-1] == "Daisy's limit isn't watched."
    business = hartley.services.businesses.current()
    assert business
    rates = ExchangeRates((("USD", Decimal("0.79")),), date(2026, 11, 1))
    hartley.services.businesses.save(replace(business, exchange_rates=rates))
    look_on(hartley, date(2026, 11, 9))
    (half,) = matters(hartley, Kind.COST_LIMIT)
    assert half.found.reason.endswith(": £63.20 by Mon 9 Nov, 10:03 am.")


def test_a_pace_that_leads_past_the_limit_is_told_before_it_is_passed(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 11, 1, 12, tzinfo=UTC)
    hartley.take_calls(*eight_weeks("0.80"))
    look_on(hartley, date(2026, 11, 1))
    (pace,) = matters(hartley)
    assert (pace.found.kind, pace.found.severity) == (Kind.COST_PACE, Severity.AMBER)
    # 6.40 a working day: the nineteenth one passes 120
    assert pace.found.reason == (
        "At this pace Daisy passes its limit of £120.00 on Thu 26 Nov. "
        "November will probably end between £134.40 and £134.40."
    )
    look_on(hartley, date(2026, 12, 1))
    assert matters(hartley, Kind.COST_PACE) == []


def test_a_month_within_its_limit_is_not_told(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 11, 1, 12, tzinfo=UTC)
    hartley.take_calls(*eight_weeks("0.50"))
    look_on(hartley, date(2026, 11, 1))
    assert matters(hartley) == []


@pytest.fixture
def spiked(hartley: Office) -> Office:
    """Eight ordinary weeks, then a Wednesday with fourteen calls of one number, three of them long."""
    hartley.clock.instant = datetime(2026, 11, 4, 18, tzinfo=UTC)
    day = date(2026, 11, 4)
    hartley.take_calls(
        *eight_weeks(),
        *charged(day, 9, "0.50", **{"from": None}),
        *charged(day, 11, "0.50", **{"from": "+447700900999"}),
        *charged(day, 3, "5.50", **{"from": "+447700900999"}, seconds=2500),
    )
    return hartley


def test_a_dear_day_is_explained_by_parts_that_add_up_to_the_difference(spiked: Office) -> None:
    (spike,) = matters(spiked, Kind.COST_SPIKE)
    assert spike.found.reason == (
        "Daisy has cost £22.50 more than a normal Wednesday. £22.00 for 14 calls from one number, 3 of them over "
        "40 minutes; £0.50 for a busier day: 9 other calls, 8 are usual."
    )
    assert spike.found.evidence == (
        Changed("14 calls from one number, 3 of them over 40 minutes", "£0.00", "£22.00"),
        Changed("a busier day: 9 other calls, 8 are usual", "£4.00", "£4.50"),
    )
    assert "Daisy has cost £22.50 more than a normal Wednesday." in told(spiked)
    (listed,) = [each for each in spiked.services.notices.page() if each.title == "Cost far more than usual"]
    assert listed.body.startswith("Daisy has cost £22.50 more"), "the list says it once, below a short title"


def test_a_spike_is_told_once_also_after_days_and_stays_as_it_is_when_months_have_passed(spiked: Office) -> None:
    (spike,) = matters(spiked, Kind.COST_SPIKE)
    for day in (date(2026, 11, 5), date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 4), date(2027, 1, 20)):
        look_on(spiked, day)
        assert matters(spiked, Kind.COST_SPIKE) == [spike]
    assert sum("normal Wednesday" in each for each in told(spiked)) == 1


def test_a_first_reading_tells_of_a_dear_day_of_weeks_ago(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 10, 30, 18, tzinfo=UTC)
    hartley.take_calls(*eight_weeks(), *charged(date(2026, 10, 7), 5, "8.00"))
    (spike,) = matters(hartley, Kind.COST_SPIKE)
    assert spike.found.reason.startswith("Daisy has cost £40.00 more than a normal Wednesday. £40.00 for 5 calls from")
    page = hartley.services.spending.page()
    assert [each.day for each in page.agents[0].spikes] == [date(2026, 10, 7)]


def test_calls_minutes_and_the_length_of_a_call_have_limits_of_their_own(hartley: Office) -> None:
    agent = hartley.services.agents.get("Daisy")
    hartley.services.agents.change("Daisy", replace(agent, monthly_calls=10, monthly_minutes=20, longest_call=15))
    hartley.clock.instant = datetime(2026, 11, 9, 18, tzinfo=UTC)
    hartley.take_calls(
        *charged(date(2026, 11, 9), 6, "0.01", seconds=120), *charged(date(2026, 11, 9), 1, "0.02", seconds=960)
    )
    said = [each.found.reason for each in matters(hartley, Kind.COST_LIMIT)]
    assert said == [
        "Daisy has used half of its 20 minutes for November by Mon 9 Nov, 10:00 am.",
        "Daisy has used four fifths of its 20 minutes for November by Mon 9 Nov, 10:00 am.",
        "Daisy has used all of its 20 minutes for November by Mon 9 Nov, 10:01 am.",
        "Daisy has used half of its 10 calls for November by Mon 9 Nov, 10:03 am.",
        "Daisy: 1 call in November lasted longer than the 15 minutes you allow. The longest took 16 minutes.",
    ]

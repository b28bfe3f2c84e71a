"""Builders for what the tests are about, so that each test names only what matters to it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.booking import Booking
from agentdesk.domain.business import Business, ExchangeRates, Fact, Nation, Service, Span, Trade, WeekHours
from agentdesk.domain.call import Call, Turn, call_id
from agentdesk.domain.finding import Evidence, Found, Kind, Said, Severity
from agentdesk.domain.money import Money

TUESDAY = datetime(2026, 11, 17, 14, 10, tzinfo=UTC)
"""A working afternoon in winter, when London keeps UTC."""
WEEKDAYS: WeekHours = (*((Span(time(9), time(17)),),) * 5, (), ())


def turns(*texts: str, every: float = 4.0) -> tuple[Turn, ...]:
    """A conversation that the agent opens, one turn every few seconds."""
    return tuple(Turn("caller" if place % 2 else "agent", text, place * every) for place, text in enumerate(texts))


def a_call(*said: str, at: datetime = TUESDAY, **what: Any) -> Call:
    """A call that Ana took; `said` starts with the agent. Its id follows from its time and name, unless given."""
    values: dict[str, Any] = {
        "connection": "Phone line",
        "external_id": f"call-{at:%Y%m%d%H%M%S}",
        "agent": None,
        "agent_external_id": "Ana",
        "started_at": at,
        "seconds": 92.5,
        "caller": "+447700900123",
        "turns": turns(*(said or ("Good afternoon, Ana speaking.", "Hello, can I book a visit?"))),
        "cost": Money(125, 3, "USD"),
        "outcome": "booked",
    }
    values |= what
    if "id" not in values:
        values["id"] = call_id(values["started_at"], values["connection"], values["external_id"])
    return Call(**values)


def a_booking(*, at: datetime = TUESDAY + timedelta(days=1), minutes: int = 60, **what: Any) -> Booking:
    """An entry of one hour on the day after `TUESDAY`."""
    values: dict[str, Any] = {
        "connection": "Diary",
        "external_id": f"entry-{at:%Y%m%d%H%M%S}",
        "starts_at": at,
        "ends_at": at + timedelta(minutes=minutes),
        "service": "Boiler service",
        "customer": "Jo Marsh",
        "phone": "+447700900123",
        "created_at": TUESDAY,
    }
    values |= what
    if "id" not in values:
        values["id"] = call_id(values["starts_at"], values["connection"], values["external_id"])
    return Booking(**values)


def a_business(**what: Any) -> Business:
    """A plumber in London, open on weekdays from nine to five."""
    values: dict[str, Any] = {
        "name": "Marsh Plumbing",
        "trade": Trade.PLUMBER,
        "timezone": "Europe/London",
        "nation": Nation.ENGLAND_AND_WALES,
        "hours": WEEKDAYS,
        "services": (Service("Boiler service", 60, Money(12000, 2, "GBP")), Service("Leak", 90)),
        "high_value": Money(50000, 2, "GBP"),
        "facts": (Fact("Call-out fee", "£60 within the ring road."),),
        "exchange_rates": ExchangeRates((("USD", Decimal("0.79")),), TUESDAY.date()),
        "review_weekday": 0,
        "reviewer": "Jo",
    }
    return Business(**{**values, **what})


def an_agent(name: str = "Ana", **what: Any) -> Agent:
    """An agent on trial that Jo looks after."""
    values: dict[str, Any] = {"job": "Answers the phone", "responsible": "Jo", "stage": Stage.TRIAL}
    return Agent(name, **{**values, **what})


def a_found(
    *, call: int | None = 1, booking: int | None = None, kind: Kind = Kind.BOOKING_MISSING, **what: Any
) -> Found:
    """What a check returns about call 1."""
    evidence: tuple[Evidence, ...] = (Said(0, "booked"),)
    values: dict[str, Any] = {"severity": Severity.RED, "reason": "Ana said it was booked.", "evidence": evidence}
    return Found(kind=kind, call=call, booking=booking, **{**values, **what})

"""The services over a benchmark's store, with a business set up, on the last day that has calls."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from decimal import Decimal

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.brief import Brief
from agentdesk.domain.business import Business, ExchangeRates, Person, Role, Service, Span
from agentdesk.domain.clock import SetClock
from agentdesk.reports.pages import Pages
from agentdesk.services.services import Services
from agentdesk.store import calls as stored_calls
from agentdesk.store.store import Store
from tests.benchmarks.generator import AGENTS
from tests.benchmarks.measuring import Context

_DAY = (Span(time(8), time(18)),)
_BUSINESS = Business(
    "Benchmark Plumbing",
    hours=(_DAY,) * 5 + ((), ()),
    services=(Service("Visit", 60, capacity=3),),
    exchange_rates=ExchangeRates((("USD", Decimal("0.79")),)),
    review_weekday=4,
)


def services_of(context: Context, calls: int) -> Services:
    """As a window on this store has them. They think it is an hour after the last call."""
    return services_over(context.store(calls))


def services_over(store: Store) -> Services:
    """The services of any store; the business is set up when it is not."""
    resources = resources_folder()
    pages = Pages(resources)
    services = build_services(store, resources, SetClock(hour_after_last(store)), pages, pages, seed=lambda: 7)
    if services.businesses.current() is None:
        services.businesses.save(_BUSINESS)
        services.businesses.save_people([Person("Jo", Role.OWNER)])
        for each in AGENTS[:2]:
            services.briefs.save_draft(each, Brief(purpose="Answers the phone."), "Jo")
        services.freshness.has_read("Phone line", calls=True)
        services.freshness.has_read("Diary", bookings=True)
    return services


def hour_after_last(store: Store) -> datetime:
    """The clock's time in a benchmark: the stores hold calls from 2024 on."""
    with store.reading() as db:
        ends = stored_calls.first_and_last(db)
    return (ends[1] if ends else datetime.fromisoformat("2024-06-03T12:00:00+00:00")) + timedelta(hours=1)

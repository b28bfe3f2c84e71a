"""`agentdesk bookings`: the diary entries that are kept, each with the call that made it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from agentdesk.cli.arguments import add_list_switches, span
from agentdesk.cli.output import instant, write_rows
from agentdesk.domain.booking import Booking
from agentdesk.domain.lists import BookingFilter
from agentdesk.services.services import Services

PAGE = 500
COLUMNS = ("starts_at", "status", "service", "customer", "match")


def add(parser: argparse.ArgumentParser) -> None:
    add_list_switches(parser)


def run(arguments: argparse.Namespace, services: Services) -> int:
    since, until = span(arguments)
    rows = [
        {
            "id": each.id,
            "connection": each.connection,
            "external_id": each.external_id,
            "starts_at": instant(each.starts_at),
            "ends_at": instant(each.ends_at),
            "status": each.status.value,
            "service": each.service,
            "customer": each.customer,
            "call": each.call,
            "match": each.match.value,
        }
        for each in _all(services, BookingFilter(since, until))
    ]
    write_rows(rows, COLUMNS, as_json=arguments.json, nothing="No bookings.")
    return 0


def _all(services: Services, wanted: BookingFilter) -> Iterator[Booking]:
    before: int | None = None
    while True:
        page = services.diary.page(wanted, before, PAGE)
        yield from page.rows
        before = page.next_before
        if before is None:
            return

"""Entries that clash or disagree, side by side: which diary each stands in, and which agent made it in which call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.booking import Booking
from agentdesk.domain.finding import CLASHES, Finding, Kind
from agentdesk.domain.lists import CallFilter
from agentdesk.store import business as stored_business
from agentdesk.store import calls as stored_calls
from agentdesk.store import connections as stored_connections

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database


@dataclass(frozen=True, slots=True)
class Side:
    """An entry and where it stands. `booking` is None for a diary in which it is missing."""

    diary: str
    booking: Booking | None = None
    agent: str | None = None
    """Whose call made it, where that is known."""
    called_at: datetime | None = None
    """When that call was; None for an entry that no call made."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Every side of a matter about several entries; `differing` says in what they don't agree, where they should."""

    every: tuple[Side, ...] = ()
    differing: tuple[str, ...] = ()


def sides(db: Database, finding: Finding, bookings: Sequence[Booking]) -> Sides:
    """Nothing for a matter that has only one side."""
    kind = finding.found.kind
    if kind not in (*CLASHES, Kind.BOOKING_DIFFERS):
        return Sides()
    titles = {each.name: each.title or each.name for each in stored_connections.all_(db)}
    ids = frozenset(each.call for each in bookings if each.call is not None)
    calls = {each.id: each for each in stored_calls.page(db, CallFilter(ids=ids), None, len(ids))} if ids else {}
    every = []
    for each in bookings:
        call = calls.get(each.call) if each.call is not None else None
        agent, at = (call.agent or call.agent_external_id, call.started_at) if call is not None else (None, None)
        every.append(Side(titles.get(each.connection, each.connection), each, agent, at))
    if kind is Kind.BOOKING_DIFFERS and len(every) == 1:
        _, _, name = finding.found.slot.partition("not in ")
        every.append(Side(titles.get(name, name)))
    return Sides(tuple(every), _differing(db, bookings) if kind is Kind.BOOKING_DIFFERS else ())


def _differing(db: Database, bookings: Sequence[Booking]) -> tuple[str, ...]:
    # the checks load the whole language room, which no start should wait for
    from agentdesk.checks.copies import disagreements

    business = stored_business.load(db)
    services = [each.name for each in business.services] if business is not None else []
    zone = business.zone if business is not None else ZoneInfo("Europe/London")
    return disagreements(bookings[0], bookings[1], services, zone) if len(bookings) == 2 else ()

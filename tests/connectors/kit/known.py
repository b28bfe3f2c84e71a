"""What a connector is told of earlier pulls, kept in memory: the simplest desk there can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from agentdesk.connectors import catalogue
from agentdesk.connectors.kit.addresses import read_address
from agentdesk.connectors.kit.contract import BookingPage, CallPage, Connector, Link
from agentdesk.connectors.kit.http import Conduct
from agentdesk.connectors.kit.secret import Secret
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call
from agentdesk.domain.clock import SetClock


class Desk:
    """Takes pages in as the store would, and answers what a connector asks about them."""

    def __init__(self, clock: SetClock) -> None:
        self.clock = clock
        self.calls: dict[str, Call] = {}
        self.bookings: dict[str, Booking] = {}
        self.gone: set[str] = set()
        self.aside: dict[str, str] = {}
        self.again: tuple[str, ...] = ()
        self.position: str | None = None
        self._marks: dict[str, str] = {}

    def marks(self, external_ids: Sequence[str]) -> Mapping[str, str]:
        return {each: self._marks[each] for each in external_ids if each in self._marks}

    def due(self) -> Mapping[str, datetime | None]:
        known = {name: each.started_at for name, each in self.calls.items()}
        return {name: known.get(name) for name in (*self.again, *self.aside)}

    def look_back(self, at_most: int) -> datetime:
        starts = sorted(each.started_at for each in self.calls.values())
        if not starts:
            return self.clock.now() - timedelta(days=60)
        nth = starts[-at_most] if len(starts) >= at_most else datetime.min.replace(tzinfo=starts[0].tzinfo)
        return max(starts[-1] - timedelta(days=3), nth)

    def between(self, first: datetime, last: datetime) -> frozenset[str]:
        return frozenset(
            name for name, each in self.bookings.items() if first <= each.starts_at < last and each.live
        ) - frozenset(self.gone)

    def window(self) -> tuple[datetime, datetime]:
        return self.clock.now() - timedelta(days=60), self.clock.now() + timedelta(days=90)

    def take_calls(self, pages: Iterable[CallPage]) -> int:
        """How many calls came."""
        came = 0
        for page in pages:
            for each in page.records:
                self.calls[each.call.external_id] = each.call
                self._marks[each.call.external_id] = each.mark
                self.aside.pop(each.call.external_id, None)
            came += len(page.records)
            self.aside |= {each.name: each.why for each in page.set_aside if each.retry}
            self.gone |= set(page.gone)
            self.position = page.position
        return came

    def take_bookings(self, pages: Iterable[BookingPage]) -> int:
        """How many entries came."""
        came = 0
        for page in pages:
            for each in page.records:
                self.bookings[each.booking.external_id] = each.booking
                self.gone.discard(each.booking.external_id)
                self.aside.pop(each.booking.external_id, None)
            came += len(page.records)
            self.aside |= {each.name: each.why for each in page.set_aside if each.retry}
            self.gone |= set(page.gone)
            self.position = page.position
        return came


@contextmanager
def signed_in(
    service: str,
    url: str,
    clock: SetClock,
    *,
    key: str = "a key",
    account: str = "",
    zone: str = "Europe/London",
    visited: Callable[[str], None] = lambda _: None,
) -> Iterator[Connector]:
    """A service at a loopback address, signed in; waiting moves the clock on instead of passing time."""
    conduct = Conduct(clock, sleep=lambda seconds: clock.advance(timedelta(seconds=seconds)), visited=visited)
    link = Link("Front desk", read_address(url), account, Secret(key), ZoneInfo(zone), conduct)
    with catalogue.signed_in(catalogue.service(service), link) as connector:
        yield connector

"""A pull with nothing new asks little: three requests, and one for each agent that the list doesn't tell whole."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest

from agentdesk.services.connections.pulling import State
from tests.connectors.kit.fake_service import FakeService
from tests.connectors.kit.of_services import AGES, KEY, Idle, found
from tests.services.conftest import FRIDAY, SETUP, Office

SERVICES: list[Idle] = found("IDLE")
WHOLE = [each for each in SERVICES if not each.one_by_one]
ONE_BY_ONE = [each for each in SERVICES if each.one_by_one]
MOST = 3 + 1


def name(service: Idle) -> str:
    return service.id


def connect(office: Office, service: Idle, fake: FakeService) -> None:
    """Signed in, and everything read once."""
    place = f'{{"name": "Calls", "service": "{service.id}", "address": "{fake.url}"}}'
    office.services.setup.apply(SETUP.replace('{"name": "Calls", "service": "file"}', place))
    connection = office.services.connecting.named("Calls")
    office.services.connecting.keep(connection, KEY, office.services.connecting.try_(connection, KEY))
    assert office.services.pulling.pull(connection).brought == len(AGES)


def requests(office: Office, fake: FakeService, at: datetime) -> int:
    """What a pull at that time takes, which goes well and brings nothing new."""
    office.clock.instant = at
    before = len(fake.requests)
    pulled = office.services.pulling.pull(office.services.connecting.named("Calls"))
    assert (pulled.state, pulled.calls["new"], pulled.bookings["new"]) == (State.OK, 0, 0)
    return len(fake.requests) - before


@pytest.mark.parametrize("service", SERVICES, ids=name)
def test_minutes_later_unfinished_and_young_calls_cost_no_request_of_their_own(office: Office, service: Idle) -> None:
    with service.made(FRIDAY) as fake:
        connect(office, service, fake)
        assert requests(office, fake, FRIDAY + timedelta(minutes=5)) <= MOST


@pytest.mark.parametrize("service", WHOLE, ids=name)
def test_where_the_list_tells_all_no_pull_of_a_whole_day_costs_more(office: Office, service: Idle) -> None:
    with service.made(FRIDAY) as fake:
        connect(office, service, fake)
        assert max(requests(office, fake, FRIDAY + timedelta(hours=hours)) for hours in range(1, 30)) <= MOST


@pytest.mark.parametrize("service", ONE_BY_ONE, ids=name)
def test_where_words_come_call_by_call_a_young_call_takes_six_more_readings_at_most(
    office: Office, service: Idle
) -> None:
    with service.made(FRIDAY) as fake:
        connect(office, service, fake)
        fake.requests.clear()
        costs = [requests(office, fake, FRIDAY + timedelta(minutes=10 * times)) for times in range(1, 150)]
        readings = Counter(each.path for each in fake.requests if each.path.startswith(service.one_by_one))
        assert max(readings.values()) <= 6
        assert sorted(costs)[len(costs) // 2] <= MOST, "most of the time there is none to be read"

"""A pull with nothing new asks little: three requests, and one for each agent that the list doesn't tell whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from agentdesk.services.connections.pulling import State
from tests.connectors.calcom.fake import FakeCalcom
from tests.connectors.elevenlabs.fake import FakeElevenLabs
from tests.connectors.kit.fake_service import FakeService
from tests.connectors.retell.fake import FakeRetell
from tests.connectors.vapi.fake import FakeVapi
from tests.services.conftest import FRIDAY, SETUP, Office

KEY = "a-key-of-these-tests"
AGES = [timedelta(minutes=4), *(timedelta(hours=hours) for hours in range(1, 40))]
MOST = 3 + 1
"""Each account has one agent."""


def retell() -> FakeRetell:
    fake = FakeRetell(KEY)
    fake.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for number, age in enumerate(AGES):
        fake.add_call(f"c{number}", int((FRIDAY - age).timestamp() * 1000), **_unfinished(number, call_analysis=None))
    return fake


def elevenlabs() -> FakeElevenLabs:
    fake = FakeElevenLabs(KEY)
    fake.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
    for number, age in enumerate(AGES):
        fake.add_call(f"c{number}", int((FRIDAY - age).timestamp()), **_unfinished(number, status="processing"))
    return fake


def vapi() -> FakeVapi:
    fake = FakeVapi(KEY)
    fake.add_agent("Ana", "Be kind.", "+441134960100")
    for number, age in enumerate(AGES):
        fake.add_call(f"c{number}", FRIDAY - age, **_unfinished(number, status="in-progress"))
    return fake


def calcom() -> FakeCalcom:
    fake = FakeCalcom(KEY)
    for number, age in enumerate(AGES):
        start, end = FRIDAY + age, FRIDAY + age + timedelta(hours=1)
        fake.book(f"b{number}", start, end, FRIDAY - age, **_unfinished(number, status="pending"))
    return fake


def _unfinished(number: int, **what: object) -> dict[str, object]:
    """One in five is not over yet."""
    return {} if number % 5 else what


def connect(office: Office, service: str, fake: FakeService) -> None:
    place = f'{{"name": "Calls", "service": "{service}", "address": "{fake.url}"}}'
    office.services.setup.apply(SETUP.replace('{"name": "Calls", "service": "file"}', place))
    connection = office.services.connecting.named("Calls")
    office.services.connecting.keep(connection, KEY, office.services.connecting.try_(connection, KEY))


def requests(office: Office, fake: FakeService, at: datetime) -> int:
    """What a pull at that time takes, which goes well and brings nothing new."""
    office.clock.instant = at
    before = len(fake.requests)
    pulled = office.services.pulling.pull(office.services.connecting.named("Calls"))
    assert (pulled.state, pulled.calls["new"], pulled.bookings["new"]) == (State.OK, 0, 0)
    return len(fake.requests) - before


@pytest.mark.parametrize("made", [retell, elevenlabs, vapi, calcom])
def test_minutes_later_unfinished_and_young_calls_cost_no_request_of_their_own(
    office: Office, made: Callable[[], FakeService]
) -> None:
    with made() as fake:
        connect(office, made.__name__, fake)
        first = office.services.pulling.pull(office.services.connecting.named("Calls"))
        assert first.brought == len(AGES)
        assert requests(office, fake, FRIDAY + timedelta(minutes=5)) <= MOST


@pytest.mark.parametrize("made", [vapi, calcom])
def test_where_the_list_tells_all_a_whole_day_of_pulls_costs_no_more_each(
    office: Office, made: Callable[[], FakeService]
) -> None:
    with made() as fake:
        connect(office, made.__name__, fake)
        office.services.pulling.pull(office.services.connecting.named("Calls"))
        assert max(requests(office, fake, FRIDAY + timedelta(hours=hours)) for hours in range(1, 30)) <= MOST


@pytest.mark.parametrize(("made", "path"), [(retell, "/v2/get-call/"), (elevenlabs, "/v1/convai/conversations/")])
def test_where_words_are_asked_for_call_by_call_a_young_call_takes_six_readings_at_most(
    office: Office, made: Callable[[], FakeService], path: str
) -> None:
    with made() as fake:
        connect(office, made.__name__, fake)
        office.services.pulling.pull(office.services.connecting.named("Calls"))
        fake.requests.clear()
        costs = [requests(office, fake, FRIDAY + timedelta(minutes=10 * times)) for times in range(1, 150)]
        readings = Counter(each.path for each in fake.requests if each.path.startswith(path))
        assert max(readings.values()) <= 6
        assert sorted(costs)[len(costs) // 2] <= MOST, "most of the time there is none to be read"

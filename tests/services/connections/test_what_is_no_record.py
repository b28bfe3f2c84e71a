"""What stands in a service's list and is no record at all is set aside and counted, at every service alike."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from agentdesk.connectors.kit.fields import read_moment
from agentdesk.domain.connection import Connection
from agentdesk.services.connections.pull_known import missing_in_words
from agentdesk.services.connections.pulling import State
from agentdesk.store import pulls
from tests.connectors.kit.fake_service import FakeService, Reply, Request
from tests.connectors.kit.of_services import KEY, Idle, found
from tests.connectors.vapi.fake import FakeVapi
from tests.services.conftest import FRIDAY, SETUP, Office
from tests.services.connections.test_idle_pulls import connect, name

SERVICES: list[Idle] = found("IDLE")
_LISTS = ("conversations", "items", "data")


def mixed_up(fake: FakeService, patch: pytest.MonkeyPatch) -> None:
    """From now on a number and a nothing stand at the end of each list of calls or bookings."""
    answers = fake._routed

    def answer(asked: Request) -> Reply:
        reply = answers(asked)
        body = reply.body
        if isinstance(body, list) and asked.path == "/call":
            return Reply([*body, 42, None])
        key = next((each for each in _LISTS if isinstance(body, dict) and isinstance(body.get(each), list)), None)
        if key is None or not isinstance(body, dict) or asked.path.endswith("phone-numbers"):
            return reply
        return Reply({**body, key: [*body[key], 42, None]})

    patch.setattr(fake, "_routed", answer)


@pytest.mark.parametrize("service", SERVICES, ids=name)
def test_what_is_no_record_is_counted_until_it_is_gone(office: Office, service: Idle) -> None:
    with service.made(FRIDAY) as fake:
        connect(office, service, fake)
        connection = office.services.connecting.named("Calls")
        with pytest.MonkeyPatch.context() as patch:
            mixed_up(fake, patch)
            pulled = office.services.pulling.pull(connection)
        assert (pulled.state, pulled.trouble) == (
            State.PARTIAL,
            "2 records couldn't be read and will be tried again.",
        )
        office.clock.advance(timedelta(minutes=5))
        assert office.services.pulling.pull(connection).state is State.OK


def vapi(office: Office, fake: FakeVapi) -> Connection:
    place = f'{{"name": "Calls", "service": "vapi", "address": "{fake.url}"}}'
    office.services.setup.apply(SETUP.replace('{"name": "Calls", "service": "file"}', place))
    connection = office.services.connecting.named("Calls")
    office.services.connecting.keep(connection, KEY, office.services.connecting.try_(connection, KEY))
    return connection


def test_the_minute_of_which_a_service_can_not_list_all_calls_is_named(office: Office) -> None:
    with FakeVapi(KEY) as fake:
        connection = vapi(office, fake)
        for number in range(1100):
            fake.add_call(f"c{number}", FRIDAY - timedelta(days=1))
        pulled = office.services.pulling.pull(connection)
        assert (pulled.state, pulled.trouble) == (
            State.PARTIAL,
            "Vapi can't list all calls that were changed Thu 19 Nov, 4:01 pm. Some of them are missing here.",
        )
        aside, *_ = office.services.connecting.left_aside(connection.name)
        assert "Thu 19 Nov, 4:01 pm" in aside.why


def test_minutes_are_told_once_each_and_not_without_end() -> None:
    minutes = [FRIDAY + timedelta(minutes=number, seconds=seconds) for number in range(5) for seconds in (1, 2)]
    assert missing_in_words(minutes, "Vapi", ZoneInfo("Europe/London")) == (
        "Vapi can't list all calls that were changed Fri 20 Nov, 4:00 pm, Fri 20 Nov, 4:01 pm, Fri 20 Nov, 4:02 pm"
        " and at 2 other times. Some of them are missing here."
    )


def test_a_record_that_was_given_up_holds_up_nothing_that_follows_it(office: Office) -> None:
    with FakeVapi(KEY) as fake:
        connection = vapi(office, fake)
        fake.add_call("c0", FRIDAY - timedelta(hours=1))["id"] = None
        office.services.pulling.pull(connection)
        for day in range(1, 4):
            office.clock.instant = FRIDAY + timedelta(days=day)
            fake.add_call(f"c{day}", office.clock.instant - timedelta(hours=1))
            office.services.pulling.pull(connection)
        with office.store.reading() as db:
            position = pulls.position(db, connection.name, "calls")
        moment = read_moment(position)
        assert moment is not None
        assert moment > FRIDAY + timedelta(days=2)

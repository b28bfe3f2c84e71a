"""What there is to judge: every `judged.py` beside a fake, found by looking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from agentdesk.connectors.kit.contract import Act, Connector
from agentdesk.domain.clock import SetClock
from tests.connectors.kit.fake_service import FakeService
from tests.connectors.kit.known import Desk, signed_in

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)
_CONNECTORS = Path(__file__).parents[1] / "connectors"


class Case(Protocol):
    """A module `judged.py`."""

    DOCUMENT: str
    """Which file of the folder of documents is the service's: a pattern."""
    KEY: str
    ACCOUNT: str
    """What is typed beside the key; empty where the key is enough."""
    AGENT: str
    """The agent that is stopped and put back; empty for a service that has none."""

    def filled(self) -> FakeService:
        """A fake with records of every kind, of the sixty days before `NOW`."""


def cases(wanted: list[str]) -> Iterator[tuple[str, Case]]:
    """Those asked for by name, or all."""
    for each in sorted(_CONNECTORS.glob("*/judged.py")):
        service = each.parent.name
        if not wanted or service in wanted:
            yield service, cast("Case", import_module(f"tests.connectors.{service}.judged"))


def drive(service: str, case: Case, url: str) -> Desk:
    """Asks a service everything that AgentDesk ever asks it. Returns what was read."""
    desk = Desk(SetClock(NOW))
    with signed_in(service, url, desk.clock, key=case.KEY, account=case.ACCOUNT) as connector:
        connector.check()
        if connector.calls is not None:
            desk.take_calls(connector.calls.calls(None, desk))
            desk.again = tuple(desk.calls)[:1]
            desk.take_calls(connector.calls.calls(desk.position, desk))
            for agent in connector.calls.agents():
                connector.calls.last_call_at(agent)
                connector.calls.setup(agent)
        if connector.bookings is not None:
            desk.take_bookings(connector.bookings.bookings(None, desk))
            desk.take_bookings(connector.bookings.bookings(desk.position, desk))
        if case.AGENT:
            _steer(connector, case.AGENT)
    return desk


def _steer(connector: Connector, name: str) -> None:
    assert connector.calls is not None
    assert connector.steering is not None
    agent = next(each for each in connector.calls.agents() if each.external_id == name)
    _, kept = connector.calls.setup(agent)
    pause = connector.steering.plan(Act.PAUSE, name, send_calls_to="+441134960111")
    resume = connector.steering.plan(Act.RESUME, name, put_back=pause)
    put_back = connector.steering.plan(Act.PUT_BACK, name, put_back=kept)
    for plan in (pause, resume, put_back):
        connector.steering.apply(plan)
        assert connector.steering.confirm(plan), f"{plan.act} did not come about"

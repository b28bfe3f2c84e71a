"""Retell AI, signed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from agentdesk.connectors.kit.contract import Account, CallPage, Connector, KnownCalls, Link
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.retell.agents import Agents
from agentdesk.connectors.retell.calls import last_call_at, read_calls
from agentdesk.connectors.retell.steering import Steering
from agentdesk.domain.live_agent import LiveAgent, LiveSetup


class _Calls:
    def __init__(self, http: Http, connection: str) -> None:
        self._http = http
        self._connection = connection
        self._agents = Agents(http)

    def agents(self) -> tuple[LiveAgent, ...]:
        return self._agents.list_()

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        return self._agents.setup(agent)

    def last_call_at(self, agent: LiveAgent) -> datetime | None:
        return last_call_at(self._http, agent.external_id)

    def calls(self, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
        return read_calls(self._http, self._connection, position, known)


def connect(link: Link, http: Http) -> Connector:
    """An account has no name of its own here: its agents tell whose it is."""

    def check() -> Account:
        return Account("", Agents(http).names())

    return Connector(check, _Calls(http, link.connection), None, Steering(http))

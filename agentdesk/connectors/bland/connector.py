"""Bland, signed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from agentdesk.connectors.bland.agents import Agents
from agentdesk.connectors.bland.calls import last_call_at, read_calls
from agentdesk.connectors.kit.contract import Account, CallPage, Connector, KnownCalls, Link
from agentdesk.connectors.kit.http import Http
from agentdesk.domain.live_agent import LiveAgent, LiveSetup


class _Calls:
    def __init__(self, http: Http, agents: Agents, connection: str) -> None:
        self._http = http
        self._connection = connection
        self._agents = agents

    def agents(self) -> tuple[LiveAgent, ...]:
        return self._agents.list_()

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        return self._agents.setup(agent)

    def last_call_at(self, agent: LiveAgent) -> datetime | None:
        return last_call_at(self._http, agent.external_id)

    def calls(self, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
        return read_calls(self._http, self._connection, position, known)


def connect(link: Link, http: Http) -> Connector:
    """Nothing that is described says whose account it is: it is told by its numbers."""
    agents = Agents(http)

    def check() -> Account:
        return Account("", tuple(each.external_id for each in agents.list_()))

    return Connector(check, _Calls(http, agents, link.connection))

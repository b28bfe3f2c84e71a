"""Retell AI, signed in."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.kit.configuration import digest
from agentdesk.connectors.kit.contract import Account, CallPage, Connector, KnownCalls, Link
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.retell.agents import Agents
from agentdesk.connectors.retell.calls import read_calls
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

    def calls(self, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
        return read_calls(self._http, self._connection, position, known)


def connect(link: Link, http: Http) -> Connector:
    """An account has no name of its own here: its agents tell whose it is."""

    def check() -> Account:
        agents = Agents(http).list_()
        return Account("", digest(sorted(each.external_id for each in agents)[:1]))

    return Connector(check, _Calls(http, link.connection), None, Steering(http))

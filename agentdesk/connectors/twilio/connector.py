"""Twilio, signed in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from agentdesk.connectors.kit.contract import Account, CallPage, Connector, KnownCalls, Link
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.twilio.agents import Agents
from agentdesk.connectors.twilio.calls import last_call_at, read_calls
from agentdesk.connectors.twilio.listing import account_path
from agentdesk.domain.live_agent import LiveAgent, LiveSetup


class _Calls:
    def __init__(self, http: Http, home: str, connection: str) -> None:
        self._http = http
        self._home = home
        self._connection = connection
        self._agents = Agents(http, home)

    def agents(self) -> tuple[LiveAgent, ...]:
        return self._agents.list_()

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        return self._agents.setup(agent)

    def last_call_at(self, agent: LiveAgent) -> datetime | None:
        return last_call_at(self._http, self._home, agent)

    def calls(self, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
        return read_calls(self._http, self._home, self._connection, position, known)


def connect(link: Link, http: Http) -> Connector:
    """Raises SignInRefused where the account isn't named beside the key."""
    home = account_path(link)

    def check() -> Account:
        account = Fields(http.json("GET", f"{home}.json"))
        return Account(account.text("friendly_name") or "", tuple(filter(None, (account.name("sid"),))))

    return Connector(check, _Calls(http, home, link.connection))

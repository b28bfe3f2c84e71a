"""Twilio's numbers. A number is the nearest thing to an agent there: it leads to whatever answers."""

from __future__ import annotations

from agentdesk.connectors.kit.configuration import fingerprint, leaving_out, without_secrets
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.twilio.listing import pages
from agentdesk.domain.live_agent import LiveAgent, LiveSetup

_ABOUT_IT = (
    "sid", "account_sid", "friendly_name", "date_created", "date_updated", "uri", "api_version", "beta", "origin",
    "address_requirements", "address_sid", "identity_sid", "bundle_sid", "subresource_uris",
)  # fmt: skip


class Agents:
    """The numbers of an account. The list has them whole."""

    def __init__(self, http: Http, home: str) -> None:
        self._http = http
        self._path = f"{home}/IncomingPhoneNumbers.json"
        self._listed: dict[str, Fields] = {}

    def list_(self) -> tuple[LiveAgent, ...]:
        # nothing is what a service that is unwell answers too: it is believed the second time
        listed = self._all() or self._all()
        self._listed = {name: each for each in listed if (name := each.part("sid"))}
        return tuple(
            LiveAgent(
                name,
                each.text("friendly_name") or "",
                tuple(filter(None, (each.text("phone_number"),))),
                None,
                each.moment("date_updated"),
            )
            for name, each in self._listed.items()
        )

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        """Where a number of the list leads. What is said there Twilio doesn't know."""
        whole = without_secrets(self._listed[agent.external_id].data)
        return LiveSetup(numbers=agent.numbers, rest=fingerprint(leaving_out(whole, _ABOUT_IT))), whole

    def _all(self) -> list[Fields]:
        return [each for page, _ in pages(self._http, self._path, "incoming_phone_numbers", {}) for each in page]

"""Bland's numbers that take calls. To the first version of its API the number is the agent; the list has it whole."""

from __future__ import annotations

from agentdesk.connectors.kit.configuration import fingerprint, leaving_out, without_secrets
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.live_agent import LiveAgent, LiveSetup

_ABOUT_IT = ("created_at", "phone_number")


class Agents:
    """The numbers of an account."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._listed: dict[str, Fields] = {}

    def list_(self) -> tuple[LiveAgent, ...]:
        # nothing is what a service that is unwell answers too: it is believed the second time
        listed = self._asked() or self._asked()
        self._listed = {name: each for each in listed if (name := each.part("phone_number"))}
        return tuple(LiveAgent(number, number, (number,)) for number in self._listed)

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        """What answers at a number is told, with the configuration as it is, keys taken out."""
        whole = self._listed[agent.external_id]
        kept = without_secrets(whole.data)
        return (
            LiveSetup(
                instructions=whole.text("prompt") or "",
                first_words=whole.text("first_sentence") or "",
                model=whole.text("model") or "",
                voice=whole.name("voice_id") or whole.name("voice") or "",
                numbers=agent.numbers,
                rest=fingerprint(leaving_out(kept, _ABOUT_IT)),
            ),
            kept,
        )

    def _asked(self) -> tuple[Fields, ...]:
        answer = Fields(self._http.json("GET", "/v1/inbound"))
        if not isinstance(answer.at("inbound_numbers").data, list):
            raise NotUnderstood("Bland answered with something that is no list of numbers.")
        return answer.items("inbound_numbers")

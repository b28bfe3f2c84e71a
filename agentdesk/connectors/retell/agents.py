"""Retell's agents: what they are told stands in a language model or a conversation flow of its own."""

from __future__ import annotations

from agentdesk.connectors.kit.configuration import fingerprint, without_secrets
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.live_agent import LiveAgent, LiveSetup

_SHOWN = ("general_prompt", "states", "begin_message", "model", "general_tools", "mcps", "voice_id")
_NAMES_ONLY = ("agent_name", "version_description", "version_title", "assigned_tags", "base_version", "agent_id")


class Agents:
    """The agents of an account, listed once a pull with the numbers that lead to them."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._listed: dict[str, object] = {}

    def list_(self) -> tuple[LiveAgent, ...]:
        numbers = self._numbers()
        answer = self._http.json("GET", "/list-agents", {"is_latest": "true"})
        if not isinstance(answer, list):
            raise NotUnderstood("Retell AI answered with something that is no list of agents.")
        found: dict[str, LiveAgent] = {}
        for each in Fields(answer).items():
            external_id = each.name("agent_id")
            if external_id is None:
                continue
            newer = each.number("version") or 0
            before = found.get(external_id)
            if before is not None and int(before.version or 0) > newer:
                continue
            self._listed[external_id] = each.data
            found[external_id] = LiveAgent(
                external_id,
                each.text("agent_name") or "",
                numbers.get(external_id, ()),
                each.name("version"),
                each.epoch("last_modification_timestamp", per=1000),
            )
        return tuple(found.values())

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        """What an agent of the list is told, with the configuration as it is, keys taken out."""
        listed = Fields(self._listed[agent.external_id])
        engine = self._engine(listed)
        model = Fields(engine)
        tools = [*model.items("general_tools"), *(one for each in model.items("states") for one in each.items("tools"))]
        whole = {"agent": listed.data, "engine": engine}
        return (
            LiveSetup(
                instructions="\n\n".join(_instructions(model)),
                first_words=model.text("begin_message") or "",
                model=model.text("model") or model.text("model_choice", "model") or "",
                voice=listed.text("voice_id") or "",
                tools=tuple(": ".join(filter(None, (one.text("name"), one.text("description")))) for one in tools),
                numbers=agent.numbers,
                rest=fingerprint(without_secrets(whole), (*_SHOWN, *_NAMES_ONLY)),
            ),
            without_secrets(whole),
        )

    def _engine(self, listed: Fields) -> object:
        for path, field in (("/get-retell-llm/{}", "llm_id"), ("/get-conversation-flow/{}", "conversation_flow_id")):
            name = listed.part("response_engine", field)
            if name is not None:
                version = listed.name("response_engine", "version")
                return self._http.json("GET", path.format(name), {"version": version}, absent=frozenset({404, 422}))
        return None

    def _numbers(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        key: str | None = None
        while True:
            answer = Fields(self._http.json("GET", "/v2/list-phone-numbers", {"limit": 1000, "pagination_key": key}))
            for each in answer.items("items"):
                number = each.text("phone_number")
                for bound in each.items("inbound_agents") if number else ():
                    if agent := bound.name("agent_id"):
                        found[agent] = (*found.get(agent, ()), number or "")
            following = answer.text("pagination_key")
            if not answer.flag("has_more") or following is None or following == key:
                return found
            key = following


def _instructions(model: Fields) -> list[str]:
    parts = [model.text("general_prompt"), model.text("global_prompt")]
    parts += [each.text("state_prompt") for each in model.items("states")]
    parts += [each.text("instruction", "text") for each in model.items("nodes")]
    return [each for each in parts if each]

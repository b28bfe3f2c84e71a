"""Retell's agents: what they are told stands in a language model or a conversation flow of its own.

An agent has versions, and a number may lead to an older one, by its number or by a tag such as "prod": that is the
one callers hear. The list has the latest.
"""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.kit.configuration import digest, fingerprint, leaving_out, without_secrets
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.live_agent import LiveAgent, LiveSetup

ABSENT = frozenset({404, 410, 422})
"""How the service says that it has no such thing."""
_ENGINES = (("/get-retell-llm/{}", "llm_id"), ("/get-conversation-flow/{}", "conversation_flow_id"))
_NAMES_ONLY = ("agent_name", "version_description", "version_title", "assigned_tags", "base_version", "agent_id")
_LOOKS_ONLY = ("display_position", "begin_tag_display_position")
_TOOLS = ("general_tools", "mcps")


class Agents:
    """The agents of an account, listed once a pull with the numbers that lead to them."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._listed: dict[str, Fields] = {}

    def names(self) -> tuple[str, ...]:
        """Of every agent, by one request."""
        return tuple(self._latest())

    def list_(self) -> tuple[LiveAgent, ...]:
        numbers: dict[str, tuple[str, ...]] = {}
        bound: dict[str, tuple[object, ...]] = {}
        for each in list_numbers(self._http):
            number = each.text("phone_number")
            for leads_to in each.items("inbound_agents") if number else ():
                if agent := leads_to.name("agent_id"):
                    numbers[agent] = (*numbers.get(agent, ()), number or "")
                    bound[agent] = (*bound.get(agent, ()), leads_to.at("agent_version").data)
        self._listed = {name: self._live(name, each, bound.get(name, ())) for name, each in self._latest().items()}
        return tuple(
            LiveAgent(
                external_id,
                each.text("agent_name") or "",
                numbers.get(external_id, ()),
                each.name("version"),
                each.epoch("last_modification_timestamp", per=1000),
            )
            for external_id, each in self._listed.items()
        )

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        """What an agent of the list is told, with the configuration as it is, keys taken out."""
        listed = self._listed[agent.external_id]
        engine = self._engine(listed)
        tools = [each for name in _TOOLS for each in engine.items(name)]
        of_states = [each for state in engine.items("states") for each in state.items("tools")]
        kept = without_secrets({"agent": listed.data, "engine": engine.data})
        return (
            LiveSetup(
                instructions="\n\n".join(_instructions(engine)),
                first_words=engine.text("begin_message") or "",
                model=engine.text("model") or engine.text("model_choice", "model") or "",
                voice=listed.text("voice_id") or "",
                tools=tuple(
                    ": ".join(filter(None, (each.text("name"), each.text("description"))))
                    for each in (*tools, *of_states)
                ),
                numbers=agent.numbers,
                rest=_rest(listed, engine, tools),
            ),
            kept,
        )

    def _latest(self) -> dict[str, Fields]:
        latest = {"is_latest": "true"}
        # nothing is what a service that is unwell answers too: it is believed the second time
        answer = self._http.json("GET", "/list-agents", latest) or self._http.json("GET", "/list-agents", latest)
        if not isinstance(answer, list):
            raise NotUnderstood("Retell AI answered with something that is no list of agents.")
        found: dict[str, Fields] = {}
        for each in Fields(answer).items():
            external_id = each.part("agent_id")
            before = found.get(external_id or "")
            if external_id and (before is None or _version(before) <= _version(each)):
                found[external_id] = each
        return found

    def _live(self, name: str, latest: Fields, bound: tuple[object, ...]) -> Fields:
        """The version that callers hear; the newest where numbers lead to several. A tag on none means the latest."""
        known = {_version(latest): latest}
        tags = {each for each in bound if isinstance(each, str)}
        if not tags <= _tags(latest):
            answer = self._http.json("GET", f"/get-agent-versions/{name}", absent=ABSENT)
            known |= {_version(each): each for each in Fields(answer).items() if each.name("agent_id") == name}
        tagged = {tag: version for version, each in known.items() for tag in _tags(each)}
        heard = [each for each in bound if isinstance(each, int)]
        newest = max([*heard, *(tagged.get(tag, _version(latest)) for tag in tags)], default=_version(latest))
        if newest in known:
            return known[newest]
        answer = self._http.json("GET", f"/get-agent/{name}", {"version": newest}, absent=ABSENT)
        if answer is None:
            return latest
        if Fields(answer).name("agent_id") != name:
            raise NotUnderstood("Retell AI answered with something that is no agent.")
        return Fields(answer)

    def _engine(self, listed: Fields) -> Fields:
        for path, field in _ENGINES:
            name = listed.part("response_engine", field)
            if name is None:
                continue
            version = listed.name("response_engine", "version")
            answer = self._http.json("GET", path.format(name), {"version": version}, absent=ABSENT)
            if answer is not None and Fields(answer).name(field) != name:
                raise NotUnderstood("Retell AI answered with something that is no instructions of an agent.")
            return Fields(answer)
        return Fields(None)


def list_numbers(http: Http) -> Iterator[Fields]:
    """Every phone number of the account, with the agents that it leads to."""
    key: str | None = None
    met = set[str]()
    while True:
        answer = Fields(http.json("GET", "/v2/list-phone-numbers", {"limit": 1000, "pagination_key": key}))
        if not isinstance(answer.at("items").data, list):
            raise NotUnderstood("Retell AI answered with something that is no list of numbers.")
        yield from answer.items("items")
        key = answer.text("pagination_key")
        if not answer.flag("has_more"):
            return
        if key is None or key in met:
            raise NotUnderstood("Retell AI says that there are more numbers, but not which.")
        met.add(key)


def _version(agent: Fields) -> int:
    return int(agent.number("version") or 0)


def _tags(agent: Fields) -> frozenset[str]:
    tags = agent.at("assigned_tags").data
    return frozenset(each for each in tags if isinstance(each, str)) if isinstance(tags, list) else frozenset()


def _instructions(engine: Fields) -> list[str]:
    parts = [engine.text("general_prompt"), engine.text("global_prompt")]
    parts += [each.text("state_prompt") for each in engine.items("states")]
    parts += [each.text("instruction", "text") for each in engine.items("nodes")]
    return [each for each in parts if each]


def _rest(agent: Fields, engine: Fields, tools: list[Fields]) -> str:
    """All that bears on behaviour. The order in which tools are named doesn't."""
    told = {"agent": leaving_out(agent.data, _NAMES_ONLY), "engine": leaving_out(engine.data, _TOOLS)}
    used = sorted(digest(without_secrets(each.data)) for each in tools)
    return fingerprint(without_secrets({**told, "tools": used}), _LOOKS_ONLY)

"""Vapi's assistants: the list has them whole; tools that several share are kept apart from them."""

from __future__ import annotations

from agentdesk.connectors.kit.configuration import digest, fingerprint, leaving_out, without_secrets
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.live_agent import LiveAgent, LiveSetup

ABOUT_IT = ("id", "orgId", "name", "createdAt", "updatedAt", "latestVersion", "isServerUrlSecretSet")
_TOOLS = ("tools", "toolIds", "toolRefs")
_MOST = 1000


def organisations(http: Http) -> tuple[str, ...]:
    """Whose key it is, by one request; nothing where there is no assistant yet."""
    return tuple(name for each in list_of(http, "/assistant", 1) if (name := each.name("orgId")))


def list_of(http: Http, path: str, at_most: int = _MOST) -> tuple[Fields, ...]:
    """What the service lists there. Raises NotUnderstood where it is no list."""
    answer = http.json("GET", path, {"limit": at_most})
    if not isinstance(answer, list):
        raise NotUnderstood("Vapi answered with something that is no list.")
    return Fields(answer).items()


class Agents:
    """The assistants of an account, listed once a pull with the numbers that lead to them."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._listed: dict[str, Fields] = {}
        self._tools: dict[str, Fields] | None = None

    def list_(self) -> tuple[LiveAgent, ...]:
        self._tools = None
        # nothing is what a service that is unwell answers too: it is believed the second time
        listed = list_of(self._http, "/assistant") or list_of(self._http, "/assistant")
        self._listed = {name: each for each in listed if (name := each.part("id"))}
        numbers: dict[str, tuple[str, ...]] = {}
        for each in list_of(self._http, "/phone-number"):
            agent, number = each.name("assistantId"), each.text("number")
            if agent and number:
                numbers[agent] = (*numbers.get(agent, ()), number)
        return tuple(
            LiveAgent(
                external_id,
                each.text("name") or "",
                numbers.get(external_id, ()),
                each.name("latestVersion"),
                each.moment("updatedAt"),
            )
            for external_id, each in self._listed.items()
        )

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        """What an assistant of the list is told, with the configuration as it is, keys taken out."""
        whole = self._listed[agent.external_id]
        model, voice = whole.at("model"), whole.at("voice")
        tools = self._tools_of(model)
        said = (each.text("content") for each in model.items("messages"))
        return (
            LiveSetup(
                instructions="\n\n".join(filter(None, said)),
                first_words=whole.text("firstMessage") or "",
                model=" ".join(filter(None, (model.text("provider"), model.text("model")))),
                voice=" ".join(filter(None, (voice.text("provider"), voice.text("voiceId")))),
                tools=tuple(_shown(each) for each in tools),
                numbers=agent.numbers,
                rest=_rest(whole, tools),
            ),
            without_secrets({"agent": whole.data, "tools": [each.data for each in tools]}),
        )

    def _tools_of(self, model: Fields) -> list[Fields]:
        """Its own, those it shares by name, and those it shares in one version."""
        named = model.at("toolIds").data
        shared = [name for name in named if isinstance(name, str)] if isinstance(named, list) else []
        found = [*model.items("tools"), *(self._shared(name) for name in shared)]
        for each in model.items("toolRefs"):
            tool = self._shared(each.text("toolId") or "").data
            found.append(Fields({**tool, "pinned": digest(each.data)} if isinstance(tool, dict) else {}))
        return found

    def _shared(self, name: str) -> Fields:
        if self._tools is None:
            self._tools = {each.name("id") or "": each for each in list_of(self._http, "/tool")}
        return self._tools.get(name, Fields({"name": name}))


def _shown(tool: Fields) -> str:
    name = tool.text("function", "name") or tool.text("name") or tool.text("type")
    return ": ".join(filter(None, (name, tool.text("function", "description") or tool.text("description"))))


def _rest(whole: Fields, tools: list[Fields]) -> str:
    """All that bears on behaviour. The order in which tools are named doesn't."""
    told = leaving_out(whole.data, (*ABOUT_IT, "metadata"))
    if isinstance(told, dict):
        told = {**told, "model": leaving_out(told.get("model"), _TOOLS)}
    used = sorted(fingerprint(without_secrets(each.data), ABOUT_IT[:2]) for each in tools)
    return fingerprint(without_secrets({"told": told, "tools": used}))

"""ElevenLabs' agents: the list has names only, each is read by itself; its tools are kept apart from it."""

from __future__ import annotations

from collections.abc import Iterator

from agentdesk.connectors.elevenlabs.calls import ABSENT
from agentdesk.connectors.kit.configuration import digest, fingerprint, leaving_out, without_secrets
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.troubles import NotUnderstood
from agentdesk.domain.live_agent import LiveAgent, LiveSetup

AGENTS = "/v1/convai/agents"
NUMBERS = "/v1/convai/phone-numbers"
_PROMPT = ("conversation_config", "agent", "prompt")
_ABOUT_IT = (
    "agent_id",
    "name",
    "tags",
    "metadata",
    "access_info",
    "version_id",
    "branch_id",
    "main_branch_id",
    "phone_numbers",
    "whatsapp_accounts",
)
_LOOKS_ONLY = ("widget", "testing", "position")
_TOOLS = ("tools", "tool_ids")


class Agents:
    """The agents of an account, read once a pull."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._read: dict[str, Fields] = {}
        self._tools: dict[str, object] | None = None

    def first_names(self) -> tuple[str, ...]:
        """The names of up to a hundred agents, by one request."""
        return tuple(name for each in next(self._pages(AGENTS, "agents")) if (name := each.name("agent_id")))

    def list_(self) -> tuple[LiveAgent, ...]:
        self._read, self._tools = {}, None
        for page in self._pages(AGENTS, "agents"):
            for each in page:
                external_id = each.part("agent_id")
                answer = external_id and self._http.json("GET", f"{AGENTS}/{external_id}", absent=ABSENT)
                if external_id is None or answer is None:
                    continue
                agent = Fields(answer)
                if agent.name("agent_id") != external_id:
                    raise NotUnderstood("ElevenLabs answered with something that is no agent.")
                self._read[external_id] = agent
        numbers = self._numbers()
        return tuple(
            LiveAgent(
                external_id,
                agent.text("name") or "",
                numbers.get(external_id, ()),
                agent.name("version_id"),
                agent.epoch("metadata", "updated_at_unix_secs"),
            )
            for external_id, agent in self._read.items()
        )

    def setup(self, agent: LiveAgent) -> tuple[LiveSetup, object]:
        """What an agent of the list is told, with the configuration as it is, keys taken out."""
        whole = self._read[agent.external_id]
        told = whole.at("conversation_config")
        tools = self._tools_of(whole.at(*_PROMPT))
        return (
            LiveSetup(
                instructions="\n\n".join(_instructions(whole)),
                first_words=told.text("agent", "first_message") or "",
                model=_model(whole.at(*_PROMPT)),
                voice=told.text("tts", "voice_id") or "",
                tools=tuple(": ".join(filter(None, (each.text("name"), each.text("description")))) for each in tools),
                numbers=agent.numbers,
                rest=_rest(whole, tools),
            ),
            without_secrets({"agent": whole.data, "tools": [each.data for each in tools]}),
        )

    def _tools_of(self, prompt: Fields) -> list[Fields]:
        built_in = prompt.at("built_in_tools").data
        found = [Fields(each) for each in built_in.values() if each] if isinstance(built_in, dict) else []
        wanted = prompt.at("tool_ids").data
        if isinstance(wanted, list) and wanted:
            found += [Fields(self._all_tools().get(each, {"name": each})) for each in wanted if isinstance(each, str)]
        return found or list(prompt.items("tools"))

    def _all_tools(self) -> dict[str, object]:
        if self._tools is None:
            entries = (each for page in self._pages("/v1/convai/tools", "tools") for each in page)
            self._tools = {each.name("id") or "": each.at("tool_config").data for each in entries}
        return self._tools

    def _numbers(self) -> dict[str, tuple[str, ...]]:
        """By agent. Agents name their own numbers, if only to say that they have none; else their list is asked."""
        found = {
            name: tuple(number for each in agent.items("phone_numbers") if (number := each.text("phone_number")))
            for name, agent in self._read.items()
        }
        if not any(agent.has("phone_numbers") for agent in self._read.values()):
            for each in list_numbers(self._http):
                name, number = each.name("assigned_agent", "agent_id"), each.text("phone_number")
                if name and number:
                    found[name] = (*found.get(name, ()), number)
        return found

    def _pages(self, path: str, called: str) -> Iterator[tuple[Fields, ...]]:
        cursor: str | None = None
        met = set[str]()
        while True:
            answer = Fields(self._http.json("GET", path, {"page_size": 100, "cursor": cursor}))
            if not isinstance(answer.at(called).data, list):
                raise NotUnderstood(f"ElevenLabs answered with something that is no list of {called}.")
            yield answer.items(called)
            cursor = answer.text("next_cursor")
            if not answer.flag("has_more"):
                return
            if cursor is None or cursor in met:
                raise NotUnderstood(f"ElevenLabs says that there are more {called}, but not which.")
            met.add(cursor)


def list_numbers(http: Http) -> tuple[Fields, ...]:
    """Every phone number of the account, with the agent that it leads to."""
    answer = http.json("GET", NUMBERS)
    if not isinstance(answer, list):
        raise NotUnderstood("ElevenLabs answered with something that is no list of numbers.")
    return Fields(answer).items()


def _instructions(whole: Fields) -> list[str]:
    parts = [whole.text(*_PROMPT, "prompt")]
    nodes = whole.at("workflow", "nodes").data
    if isinstance(nodes, dict):
        parts += [Fields(nodes[name]).text("additional_prompt") for name in sorted(nodes)]
    return [each for each in parts if each]


def _model(prompt: Fields) -> str:
    return " ".join(filter(None, (prompt.text("llm"), prompt.text("custom_llm", "model_id"))))


def _rest(whole: Fields, tools: list[Fields]) -> str:
    """All that bears on behaviour. The order in which tools are named doesn't."""
    shown = [digest(without_secrets(each.data)) for each in tools]
    told = _without_tools(leaving_out(whole.data, _ABOUT_IT))
    return fingerprint(without_secrets({"told": told, "tools": sorted(shown)}), _LOOKS_ONLY)


def _without_tools(whole: object) -> object:
    """A configuration in which the prompt names no tools."""

    def within(data: object, path: tuple[str, ...]) -> object:
        if not isinstance(data, dict):
            return data
        if not path:
            return leaving_out(data, _TOOLS)
        return {name: within(each, path[1:]) if name == path[0] else each for name, each in data.items()}

    return within(whole, _PROMPT)

"""ElevenLabs' calls. The list is short; the words, the number and the cost come with a second request for each call.

Times are whole seconds since 1970, lengths whole seconds. A cost is in US dollars, for older calls in credits only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from agentdesk.connectors.kit.configuration import digest, leaving_out, without_secrets
from agentdesk.connectors.kit.contract import CallPage, CallRecord, KnownCalls, SetAside
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.second_calls import Listing, read_each
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.domain.call import Call, HandOver, Role, ToolEntry, Turn
from agentdesk.domain.money import Money

PAGE = 100
ABSENT = frozenset({404, 410, 422})
"""How the service says that it has no such thing; the document knows the last only."""
Wanted = Mapping[str, str | int | None]
_CONVERSATIONS = "/v1/convai/conversations"
_OVER = {"done", "failed"}
_ROLES: dict[str | None, Role] = {"agent": "agent", "user": "caller"}
_RESOLVED = {"success": True, "failure": False}
_TO_A_PERSON = "transfer_to_number"


def read_calls(http: Http, connection: str, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
    """Every call that is new, has changed in the list, or is due."""

    def read(external_id: str, mark: str) -> CallRecord | None:
        answer = http.json("GET", f"{_CONVERSATIONS}/{external_id}", absent=ABSENT)
        return None if answer is None else CallRecord(read_call(Fields(answer), connection), mark, _kept(answer))

    # "after" may leave out the second itself, hence one second before it
    since = int(known.look_back(PAGE - 1).timestamp()) - 1
    if position:
        since = min(since, int(position))
    # as long as a listing isn't through, the next one begins where it began: its order is not relied upon
    return read_each(_listings(http, since), str(since), known, read)


def last_call_at(http: Http, agent: str) -> datetime | None:
    """When the agent's newest call began."""
    newest: Wanted = {"agent_id": agent, "page_size": 1, "sort_direction": "desc"}
    return Fields(http.json("GET", _CONVERSATIONS, newest)).epoch("conversations", 0, "start_time_unix_secs")


def read_call(call: Fields, connection: str) -> Call:
    """One call with its words. Raises Unreadable without a name or a time."""
    external_id = call.needed_name("conversation_id")
    started_at = call.epoch("metadata", "start_time_unix_secs")
    if started_at is None:
        raise Unreadable("it doesn't say when it took place")
    status = call.text("status")
    turns, tools, handover = read_turns(call)
    return Call(
        0,
        connection,
        external_id,
        None,
        call.name("agent_id"),
        started_at,
        call.seconds("metadata", "call_duration_secs"),
        call.text("metadata", "phone_call", "external_number") or call.text("metadata", "sms", "sms_user_phone_number"),
        turns,
        _cost(call),
        _outcome(call, status),
        final=status in _OVER,
        tools=tools,
        handover=handover,
        resolved=_RESOLVED.get(call.text("analysis", "call_successful") or ""),
        agent_version=call.name("version_id"),
    )


def read_turns(call: Fields) -> tuple[tuple[Turn, ...], tuple[ToolEntry, ...], HandOver | None]:
    """What was said, what was done between, and what became of passing the caller on."""
    turns: list[Turn] = []
    tools: dict[str, ToolEntry] = {}
    handover: HandOver | None = None
    for entry in call.items("transcript"):
        role = _ROLES.get(entry.text("role"))
        words = _words(entry)
        # what the owner's software told the agent in passing stands among the caller's words, but nobody said it
        if role and words and not entry.has("contextual_update_info"):
            start = entry.number("time_in_call_secs")
            turns.append(Turn(role, words, None if start is None else float(start)))
        for asked in entry.items("tool_calls"):
            name = asked.name("request_id") or f"{len(tools)}"
            arguments = asked.text("params_as_json") or ""
            tools[name] = ToolEntry(asked.text("tool_name") or "", name, len(turns), arguments)
        for came in entry.items("tool_results"):
            name = came.name("request_id") or f"{len(tools)}"
            before = tools.get(name, ToolEntry(came.text("tool_name") or "", name, len(turns)))
            tools[name] = before._replace(
                result=came.text("result_value") or came.text("raw_error_message"), failed=_failed(came)
            )
            if _passes_on(came):
                handover = _passed_on(came)
    return tuple(turns), tuple(tools.values()), handover


def _listings(http: Http, since: int) -> Iterator[Listing]:
    cursor: str | None = None
    met = set[str]()
    while True:
        wanted: Wanted = {"call_start_after_unix": since, "sort_direction": "asc", "page_size": PAGE, "cursor": cursor}
        answer = Fields(http.json("GET", _CONVERSATIONS, wanted))
        if not isinstance(answer.at("conversations").data, list):
            raise NotUnderstood("ElevenLabs answered with something that is no list of calls.")
        entries: list[tuple[str, str]] = []
        aside: list[SetAside] = []
        for each in answer.entries("conversations"):
            # the agent's name is no part of the call: renaming it is no reason to read every call again
            mark = digest(leaving_out(each.data, ("agent_name",)))
            try:
                entries.append((each.needed_name("conversation_id"), mark))
            except Unreadable as wrong:
                aside.append(SetAside(mark, str(wrong), None, retry=False))
        more, cursor = answer.flag("has_more"), answer.text("next_cursor")
        yield Listing(tuple(entries), str(since) if more else "", tuple(aside))
        if not more:
            return
        if cursor is None or cursor in met:
            raise NotUnderstood("ElevenLabs says that there are more calls, but not which.")
        met.add(cursor)


def _words(entry: Fields) -> str | None:
    parts = (each.text("text") for each in entry.items("multivoice_message", "parts"))
    return entry.text("message") or " ".join(filter(None, parts)) or None


def _failed(result: Fields) -> bool | None:
    return True if result.flag("is_blocked") else result.flag("is_error")


def _passes_on(result: Fields) -> bool:
    return _kind(result).startswith(_TO_A_PERSON)


def _kind(result: Fields) -> str:
    return result.text("result", "result_type") or result.text("tool_name") or ""


def _passed_on(result: Fields) -> HandOver | None:
    """What became of one attempt; None where the service doesn't tell."""
    kind = _kind(result)
    if kind.endswith("_success"):
        return HandOver.REACHED
    return HandOver.FAILED if kind.endswith("_error") or _failed(result) else None


def _cost(call: Fields) -> Money | None:
    return call.money("metadata", "cost_fiat") or call.money("metadata", "cost", currency="credits")


def _outcome(call: Fields, status: str | None) -> str | None:
    ended = call.text("metadata", "termination_reason") or call.text("metadata", "error", "reason")
    said = ended if ended and (status in _OVER or status is None) else (status or "").replace("-", " ")
    return said.replace("_", " ") or None


def _kept(answer: object) -> object:
    return without_secrets(leaving_out(answer, ("transcript", "otlp_traces")))

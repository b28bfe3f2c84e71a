"""Retell's calls. The list has everything but the words; those come with a second request for each call.

Times are milliseconds since 1970, lengths milliseconds, costs hundredths of a US cent written in cents.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from agentdesk.connectors.kit.configuration import digest, leaving_out, without_secrets
from agentdesk.connectors.kit.contract import CallPage, CallRecord, KnownCalls, SetAside
from agentdesk.connectors.kit.fields import Fields
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.second_calls import Listing, read_each
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.connectors.retell.agents import ABSENT
from agentdesk.domain.call import Call, HandOver, Role, ToolEntry, Turn

PAGE = 1000
Listed = tuple[tuple[str, str], ...]
_WORDS = (
    "transcript",
    "transcript_object",
    "transcript_with_tool_calls",
    "scrubbed_transcript_with_tool_calls",
    "public_log_url",
)
_TRANSCRIPTS = ("transcript_with_tool_calls", "transcript_object", "scrubbed_transcript_with_tool_calls")
"""The last alone is there where the account keeps nothing that names a person."""
_NEVER_BEGAN = {"registered", "not_connected", "error"}
"""A call without a beginning took place at no time and said nothing: there is nothing to keep of it."""
_OVER = {"ended", "error", "not_connected"}
_ROLES: dict[str | None, Role] = {"agent": "agent", "user": "caller"}
_PASSED_ON = {
    "call_transfer": HandOver.REACHED,
    "transfer_bridged": HandOver.REACHED,
    "transfer_cancelled": HandOver.FAILED,
}


def read_calls(http: Http, connection: str, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
    """Every call that is new, has changed in the list, or is due."""

    def read(external_id: str, mark: str) -> CallRecord | None:
        answer = http.json("GET", f"/v2/get-call/{external_id}", absent=ABSENT)
        return None if answer is None else CallRecord(read_call(Fields(answer), connection), mark, _kept(answer))

    # the day on which calls that never connected were asked for last, and where a listing that broke off began
    day, _, broke_off = (position or "").partition(" ")
    since = int(known.look_back(PAGE - 1).timestamp() * 1000)
    since = min(since, int(broke_off)) if broke_off else since
    return read_each(_listings(http, since, day), f"{day} {since}", known, read)


def last_call_at(http: Http, agent: str) -> datetime | None:
    """When the agent's newest call began."""
    criteria = {"agent": [{"agent_id": agent}]}
    body = {"filter_criteria": criteria, "sort_order": "descending", "limit": 1}
    newest = Fields(http.json("POST", "/v3/list-calls", body=body)).items("items")
    return newest[0].epoch("start_timestamp", per=1000) if newest else None


def read_call(call: Fields, connection: str) -> Call:
    """One call with its words. Raises Unreadable without a name or a time."""
    external_id = call.needed_name("call_id")
    started_at = call.epoch("start_timestamp", per=1000) or call.epoch("end_timestamp", per=1000)
    if started_at is None:
        raise Unreadable("it doesn't say when it took place")
    # `call_type` alone tells a phone call: which fields there are says nothing
    phone = call.text("call_type") == "phone_call"
    outbound = call.text("direction") == "outbound"
    status = call.text("call_status")
    turns, tools = read_turns(call)
    reason = call.text("disconnection_reason")
    return Call(
        0,
        connection,
        external_id,
        None,
        call.name("agent_id"),
        started_at,
        _length(call),
        (call.text("to_number") if outbound else call.text("from_number")) if phone else None,
        turns,
        call.money("call_cost", "combined_cost", minor_digits=2),
        _outcome(status, reason),
        final=status in _OVER and (status == "not_connected" or call.has("call_analysis")),
        tools=tools,
        handover=_PASSED_ON.get(reason or ""),
        resolved=call.flag("call_analysis", "call_successful"),
        agent_version=call.name("agent_version"),
    )


def read_turns(call: Fields) -> tuple[tuple[Turn, ...], tuple[ToolEntry, ...]]:
    """What was said, and what was done between; the woven transcript where there is one."""
    turns: list[Turn] = []
    tools: dict[str, ToolEntry] = {}
    for entry in next(filter(None, map(call.items, _TRANSCRIPTS)), ()):
        role = entry.text("role")
        if role == "tool_call_invocation":
            name = entry.name("tool_call_id") or f"{len(tools)}"
            tools[name] = ToolEntry(entry.text("name") or "", name, len(turns), entry.text("arguments") or "")
        elif role == "tool_call_result":
            name = entry.name("tool_call_id") or ""
            asked = tools.get(name, ToolEntry(entry.text("name") or "", name, len(turns)))
            worked = entry.flag("successful")
            tools[name] = asked._replace(
                result=_as_text(entry.at("content").data), failed=None if worked is None else not worked
            )
        elif role in _ROLES and (words := entry.text("content")):
            start = entry.number("words", 0, "start")
            turns.append(Turn(_ROLES[role], words, None if start is None else float(start)))
    return tuple(turns), tuple(tools.values())


def _listings(http: Http, since: int, day: str) -> Iterator[Listing]:
    later = {"start_timestamp": {"type": "number", "op": "ge", "value": since}}
    for calls, aside, last in _pages(http, later):
        # as long as a listing isn't through, the next one begins where it began: its order is not relied upon
        yield Listing(calls, day if last else f"{day} {since}", aside)
    today = http.now().date().isoformat()
    if day != today:
        # calls that never connected may have no start, which the filter above might leave out: asked once a day
        never = {"call_status": {"type": "enum", "op": "in", "value": ["not_connected", "error"]}}
        for calls, aside, _ in _pages(http, never):
            yield Listing(calls, day, aside)
    yield Listing((), today)


def _pages(http: Http, criteria: Mapping[str, object]) -> Iterator[tuple[Listed, tuple[SetAside, ...], bool]]:
    key: str | None = None
    met = set[str]()
    while True:
        body = {"filter_criteria": criteria, "sort_order": "ascending", "limit": PAGE}
        answer = Fields(http.json("POST", "/v3/list-calls", body={**body, **({"pagination_key": key} if key else {})}))
        if not isinstance(answer.at("items").data, list):
            raise NotUnderstood("Retell AI answered with something that is no list of calls.")
        entries: list[tuple[str, str]] = []
        aside: list[SetAside] = []
        for each in answer.entries("items"):
            if not _has_time(each) and each.text("call_status") in _NEVER_BEGAN:
                continue
            # the agent's name is no part of the call: renaming it is no reason to read every call again
            mark = digest(leaving_out(each.data, ("agent_name",)))
            try:
                entries.append((each.needed_name("call_id"), mark))
            except Unreadable as wrong:
                aside.append(SetAside(mark, str(wrong), None, retry=False))
        more, key = answer.flag("has_more"), answer.text("pagination_key")
        yield tuple(entries), tuple(aside), not more
        if not more:
            return
        if key is None or key in met:
            raise NotUnderstood("Retell AI says that there are more calls, but not which.")
        met.add(key)


def _has_time(call: Fields) -> bool:
    return call.has("start_timestamp") or call.has("end_timestamp")


def _length(call: Fields) -> float | None:
    """Seconds. The length itself need not be told: from beginning to end is as long."""
    began, ended = call.epoch("start_timestamp", per=1000), call.epoch("end_timestamp", per=1000)
    told = call.seconds("duration_ms", per=1000)
    if told is not None or began is None or ended is None or ended < began:
        return told
    return (ended - began).total_seconds()


def _outcome(status: str | None, reason: str | None) -> str | None:
    said = reason if status in _OVER or status is None else status
    return said.replace("_", " ") if said else None


def _as_text(content: object) -> str | None:
    if content is None or isinstance(content, str):
        return content
    return json.dumps(content, ensure_ascii=False, default=str)


def _kept(answer: object) -> object:
    return without_secrets(leaving_out(answer, _WORDS))

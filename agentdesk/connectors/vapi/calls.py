"""Vapi's calls. The list has everything, the words too; it is asked for what was changed since.

Times are ISO 8601, costs US dollars. The list has no pages: see `windows`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from agentdesk.connectors.kit.configuration import digest, leaving_out, without_secrets
from agentdesk.connectors.kit.contract import CallPage, CallRecord, KnownCalls, SetAside
from agentdesk.connectors.kit.fields import Fields, read_moment
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.second_calls import Listing, read_each
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.connectors.vapi.windows import PROBE, Window, changed_at, walk
from agentdesk.domain.call import Call, HandOver, Role, ToolEntry, Turn
from agentdesk.domain.money import Money, total

OVERLAP = timedelta(minutes=10)
"""How far behind the newest change a pull begins: changes are not always listed in the order they were made."""
RECENT = timedelta(days=14)
_WORDS = ("messages", "messagesOpenAIFormatted", "transcript", "transfers", "nodes", "logUrl", "pcapUrl")
_NOT_YET = {"scheduled", "queued"}
_OVER = {"ended", "not-found", "deletion-failed"}
_ROLES: dict[str | None, Role] = {"bot": "agent", "assistant": "agent", "user": "caller"}
_RESOLVED = dict.fromkeys(("true", "pass", "passed", "success", "successful"), True) | dict.fromkeys(
    ("false", "fail", "failed", "failure", "unsuccessful"), False
)
_PASSED_ON = dict.fromkeys(("connected", "completed"), HandOver.REACHED) | dict.fromkeys(
    ("no-answer", "busy", "voicemail", "failed", "cancelled"), HandOver.FAILED
)
_FORWARDED = "assistant-forwarded-call"
_NOT_FORWARDED = (
    "call.forwarding.",
    "call.in-progress.error-transfer",
    "call.in-progress.error-warm-transfer",
    "customer-ended-call-before-warm-transfer",
    "customer-ended-call-after-warm-transfer-attempt",
    "customer-ended-call-during-transfer",
)


def read_calls(http: Http, connection: str, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
    """Every call that was changed, or is due.

    The position is the newest change that has been read, as the service dates it. It is empty where there was none:
    where our own clock says to begin is not held to once it has been put right.
    """
    held: dict[tuple[str, str], Fields] = {}

    def read(external_id: str, mark: str) -> CallRecord | None:
        call = held.get((external_id, mark))
        if call is None:
            answer = http.json("GET", f"/call/{external_id}", absent=frozenset({404, 410}))
            if answer is None:
                return None
            call = Fields(_lasting(answer))
        return CallRecord(read_call(call, connection), mark, _kept(call.data))

    read_until = read_moment(position)
    start = read_until - OVERLAP if read_until else known.look_back(PROBE)
    listings = _listings(http, _with_due(start, known), read_until, held)
    return read_each(listings, _written(start + OVERLAP), known, read)


def last_call_at(http: Http, agent: str) -> datetime | None:
    """When the agent's newest call of the last fortnight began."""
    since = _written(http.now() - RECENT)
    calls = Fields(http.json("GET", "/call", {"assistantId": agent, "createdAtGe": since, "limit": 100})).items()
    return max(filter(None, map(_started_at, calls)), default=None)


def read_call(call: Fields, connection: str) -> Call:
    """One call with its words. Raises Unreadable without a name or a time."""
    external_id = call.needed_name("id")
    started_at, ended_at = _started_at(call), call.moment("endedAt")
    if started_at is None:
        raise Unreadable("it doesn't say when it took place")
    answered_by = next(
        (each for each in call.items("artifact", "assistantActivations") if each.has("assistantId")), call
    )
    begun = call.has("startedAt")
    seconds = (ended_at - started_at).total_seconds() if ended_at and begun else None
    status = call.text("status")
    turns, tools = read_turns(call)
    return Call(
        0,
        connection,
        external_id,
        None,
        call.name("assistantId") or answered_by.name("assistantId") or call.name("squadId"),
        started_at,
        seconds if seconds is not None and 0 <= seconds <= 86_400 else None,
        call.text("customer", "number"),
        turns,
        _cost(call),
        _outcome(call, status),
        final=status in _OVER or (status is None and ended_at is not None),
        tools=tools,
        handover=_handover(call),
        resolved=_resolved(call.at("analysis", "successEvaluation").data),
        agent_version=call.name("assistantVersion") or answered_by.name("assistantVersion"),
    )


def _cost(call: Fields) -> Money | None:
    """The service's own sum, or what its parts make together; unknown as long as a part is."""
    stated = call.money("cost") or call.money("costBreakdown", "total")
    parts = [each.money("cost") for each in call.items("costs")]
    known = [each for each in parts if each is not None]
    return stated or (total(known)[0] if known and len(known) == len(parts) else None)


def read_turns(call: Fields) -> tuple[tuple[Turn, ...], tuple[ToolEntry, ...]]:
    """What was said, and what was done between. Only the role says what a message is."""
    turns: list[Turn] = []
    tools: dict[str, ToolEntry] = {}
    for entry in call.items("artifact", "messages") or call.items("messages"):
        role = (entry.text("role") or "").replace("-", "_")
        if role == "tool_calls":
            for asked in entry.items("toolCalls"):
                name = asked.name("id") or f"{len(tools)}"
                arguments = _as_text(asked.at("function", "arguments").data) or ""
                tools[name] = ToolEntry(asked.text("function", "name") or "", name, len(turns), arguments)
        elif role == "tool_call_result":
            name = entry.name("toolCallId") or f"{len(tools)}"
            before = tools.get(name, ToolEntry(entry.text("name") or "", name, len(turns)))
            tools[name] = before._replace(result=_as_text(entry.at("result").data))
        elif role in _ROLES and (words := entry.text("message")):
            start = entry.number("secondsFromStart")
            turns.append(Turn(_ROLES[role], words, None if start is None else float(start)))
    return tuple(turns), tuple(tools.values())


def _with_due(start: datetime, known: KnownCalls) -> datetime:
    """From when on one list has the calls too that are due: asked one by one, each of them would take a request."""
    began = [each for each in known.due().values() if each]
    return min(start, max(min(began), known.look_back(PROBE - 1))) if began else start


def _listings(
    http: Http, since: datetime, read_until: datetime | None, held: dict[tuple[str, str], Fields]
) -> Iterator[Listing]:
    def ask(start: datetime, end: datetime | None, at_most: int) -> tuple[Fields, ...]:
        window = {"updatedAtGe": _written(start), "updatedAtLe": _written(end) if end else None, "limit": at_most}
        answer = http.json("GET", "/call", window)
        if not isinstance(answer, list):
            raise NotUnderstood("Vapi answered with something that is no list of calls.")
        rows = Fields(answer).entries()
        if len(rows) >= at_most and any(_outside(each, start, end) for each in rows):
            raise NotUnderstood("Vapi lists calls that were not asked for, and so many that others may be missing.")
        return rows

    now = http.now()
    for window in walk(ask, since, now):
        held.clear()
        entries, aside = _entries(window, held)
        # one change dated far ahead must not hide those that follow
        changed = (moment for each in window.rows if (moment := changed_at(each)) and moment <= now)
        read_until = max(filter(None, (read_until, *changed)), default=None)
        yield Listing(entries, _written(read_until) if read_until else "", aside)


def _entries(
    window: Window, held: dict[tuple[str, str], Fields]
) -> tuple[tuple[tuple[str, str], ...], tuple[SetAside, ...]]:
    entries: list[tuple[str, str]] = []
    aside: list[SetAside] = []
    for each in window.rows:
        call = Fields(_lasting(each.data))
        if call.text("status") in _NOT_YET and not call.has("startedAt"):
            continue
        mark = digest(call.data)
        try:
            entries.append((call.needed_name("id"), mark))
        except Unreadable as wrong:
            aside.append(SetAside(mark, str(wrong), None, retry=False))
            continue
        held[entries[-1]] = call
    if not window.whole:
        why = "more calls were changed at one moment than the service lists at once"
        aside.append(SetAside(_written(window.start), why, None, retry=False, minute=window.start))
    return tuple(entries), tuple(aside)


def _started_at(call: Fields) -> datetime | None:
    return call.moment("startedAt") or call.moment("createdAt")


def _outcome(call: Fields, status: str | None) -> str | None:
    said = call.text("endedReason") or status
    return re.sub(r"[-_.]+", " ", said) if said else None


def _handover(call: Fields) -> HandOver | None:
    """By the last attempt to pass the caller on, else by how the call ended."""
    attempts = [_PASSED_ON.get(each.text("status") or "") for each in call.items("artifact", "transfers")]
    told = [each for each in attempts if each is not None]
    reason = call.text("endedReason") or ""
    if told:
        return told[-1]
    if reason == _FORWARDED:
        return HandOver.REACHED
    return HandOver.FAILED if reason.startswith(_NOT_FORWARDED) else None


def _resolved(opinion: object) -> bool | None:
    """True and false only where that is said plainly: a rubric of the owner's own may say anything."""
    if isinstance(opinion, bool):
        return opinion
    return _RESOLVED.get(opinion.strip().lower()) if isinstance(opinion, str) else None


def _outside(call: Fields, start: datetime, end: datetime | None) -> bool:
    changed, second = changed_at(call), timedelta(seconds=1)
    return changed is not None and (changed < start - second or (end is not None and changed > end + second))


def _lasting(call: object) -> object:
    """A call without the links that are made anew whenever it is asked for."""
    artifact = call.get("artifact") if isinstance(call, dict) else None
    if not isinstance(call, dict) or not isinstance(artifact, dict):
        return call
    made = [name for name in artifact if name.startswith("presigned")]
    return {**call, "artifact": leaving_out(artifact, made)} if made else call


def _kept(call: object) -> object:
    artifact = leaving_out(Fields(call).at("artifact").data, _WORDS)
    rest = leaving_out(call, _WORDS)
    return without_secrets(
        {**rest, "artifact": artifact} if isinstance(rest, dict) and isinstance(artifact, dict) else rest
    )


def _as_text(content: object) -> str | None:
    if content is None or isinstance(content, str):
        return content
    return json.dumps(content, ensure_ascii=False, default=str)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

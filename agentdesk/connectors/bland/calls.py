"""Bland's calls. The list has them in short; words, cost and the rest come with a second request for each.

Times are ISO 8601, lengths minutes, costs US dollars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

from agentdesk.connectors.kit.configuration import digest, leaving_out, without_secrets
from agentdesk.connectors.kit.contract import CallPage, CallRecord, KnownCalls, SetAside
from agentdesk.connectors.kit.fields import Fields, read_moment
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.places import walk
from agentdesk.connectors.kit.second_calls import Listing, read_each
from agentdesk.connectors.kit.troubles import NotUnderstood, Unreadable
from agentdesk.domain.call import Call, HandOver, Role, ToolEntry, Turn

PAGE = 1000
_A_DAY = timedelta(days=1)
"""The service doesn't say in which time zone its days begin."""
_WORDS = ("transcripts", "concatenated_transcript", "pathway_logs", "recording_url")
_NOT_YET = {"new", "queued"}
_OVER = {"complete", "error"}
_SPOKEN = {None, "completed", "unknown"}
_ROLES: dict[str | None, Role] = {"assistant": "agent", "agent": "agent", "user": "caller"}


def read_calls(http: Http, connection: str, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
    """Every call that is new, has changed in the list, or is due.

    The position is where a listing that broke off began; empty after one that came through.
    """

    def read(external_id: str, mark: str) -> CallRecord | None:
        answer = http.json("GET", f"/v1/calls/{external_id}", absent=frozenset({404, 410}))
        if answer is None:
            return None
        return CallRecord(read_call(Fields(answer), connection), mark, without_secrets(leaving_out(answer, _WORDS)))

    since = known.look_back(PAGE - 1)
    since = min(since, read_moment(position) or since)
    return read_each(_listings(http, since), since.isoformat(), known, read)


def last_call_at(http: Http, number: str) -> datetime | None:
    """When the number's newest call was made."""
    rows, _ = _page(http, {"to_number": number, "limit": 1}, 0)
    return max(filter(None, (each.moment("created_at") for each in rows)), default=None)


def read_call(call: Fields, connection: str) -> Call:
    """One call with its words. Raises Unreadable without a name or a time."""
    external_id = call.needed_name("call_id")
    started_at = call.moment("started_at") or call.moment("created_at")
    if started_at is None:
        raise Unreadable("it doesn't say when it took place")
    inbound = call.flag("inbound")
    status = call.text("status")
    turns, tools = read_turns(call, started_at)
    over = call.flag("completed") is True or call.text("queue_status") in _OVER
    return Call(
        0,
        connection,
        external_id,
        None,
        call.name("pathway_id") if inbound is False else call.name("to"),
        started_at,
        _seconds(call),
        call.text("to" if inbound is False else "from"),
        turns,
        call.money("price"),
        _outcome(status or call.text("queue_status")),
        # the words follow some seconds after the call; where nobody spoke there are none to wait for
        final=over and (bool(turns) or status not in _SPOKEN),
        tools=tools,
        handover=HandOver.REACHED if call.has("transferred_at") else None,
        agent_version=call.name("pathway_version"),
    )


def read_turns(call: Fields, started_at: datetime) -> tuple[tuple[Turn, ...], tuple[ToolEntry, ...]]:
    """What was said by the two who spoke. Every other entry stands among what the agent did."""
    turns: list[Turn] = []
    tools: list[ToolEntry] = []
    for entry in call.items("transcripts"):
        words, who = entry.text("text"), entry.text("user")
        if words is None:
            continue
        if who not in _ROLES:
            tools.append(ToolEntry((who or "").replace("-", " "), entry.name("id"), len(turns), words))
            continue
        at = entry.moment("created_at")
        into = (at - started_at).total_seconds() if at else -1
        turns.append(Turn(_ROLES[who], words, into if 0 <= into <= _A_DAY.total_seconds() else None))
    return tuple(turns), tuple(tools)


def _listings(http: Http, since: datetime) -> Iterator[Listing]:
    asked = {"start_date": (since - _A_DAY).astimezone(UTC).date().isoformat(), "ascending": "true", "limit": PAGE}
    for page, last in walk("Bland", "call_id", partial(_page, http, asked)):
        entries: list[tuple[str, str]] = []
        aside: list[SetAside] = []
        for each in page:
            if each.text("queue_status") in _NOT_YET and each.flag("completed") is not True:
                continue
            mark = digest(each.data)
            try:
                entries.append((each.needed_name("call_id"), mark))
            except Unreadable as wrong:
                aside.append(SetAside(mark, str(wrong), None, retry=False))
        yield Listing(tuple(entries), "" if last else since.isoformat(), tuple(aside))


def _page(http: Http, asked: dict[str, object], place: int) -> tuple[tuple[Fields, ...], int | None]:
    answer = http.json("GET", "/v1/calls", {**asked, "from": place, "to": place + PAGE})
    # some accounts get the list bare
    found = Fields(answer if isinstance(answer, dict) else {"calls": answer})
    if not isinstance(found.at("calls").data, list):
        raise NotUnderstood("Bland answered with something that is no list of calls.")
    in_all = found.number("total_count")
    return found.entries("calls"), None if in_all is None else int(in_all)


def _seconds(call: Fields) -> float | None:
    minutes = call.number("call_length")
    exactly = call.seconds("corrected_duration")
    return exactly if exactly is not None or minutes is None else Fields(round(minutes * 60, 1)).seconds()


def _outcome(said: str | None) -> str | None:
    return re.sub(r"[-_]+", " ", said) if said else None

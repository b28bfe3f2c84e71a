"""Synthflow's calls, listed agent by agent. The list has the words too.

A call's beginning is milliseconds since 1970 as text, its length seconds; it has no cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from agentdesk.connectors.kit.configuration import digest, leaving_out, without_secrets
from agentdesk.connectors.kit.contract import CallPage, CallRecord, KnownCalls, SetAside
from agentdesk.connectors.kit.fields import Fields, read_moment
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.second_calls import Listing, read_each
from agentdesk.connectors.kit.troubles import Unreadable
from agentdesk.connectors.synthflow.agents import PAGE, listed, one
from agentdesk.connectors.synthflow.words import read_words
from agentdesk.domain.call import Call

RECENT = timedelta(days=14)
_WORDS = ("transcript", "recording_url")
_NOT_YET = {"pending", "registered"}
_UNDER_WAY = {*_NOT_YET, "ringing", "in-progress", "paused"}
_SPOKEN = "completed"


def read_calls(
    http: Http, agents: Iterable[str], connection: str, position: str | None, known: KnownCalls
) -> Iterator[CallPage]:
    """Every call that is new, has changed in the list, or is due.

    The position is where a listing that broke off began; empty after one that came through.
    """
    held: dict[tuple[str, str], Fields] = {}

    def read(external_id: str, mark: str) -> CallRecord | None:
        call = held.get((external_id, mark)) or one(http, f"/calls/{external_id}", "calls")
        if call is None:
            return None
        return CallRecord(read_call(call, connection), mark, without_secrets(leaving_out(call.data, _WORDS)))

    since = known.look_back(PAGE - 1)
    since = min(since, read_moment(position) or since)
    return read_each(_listings(http, agents, since, held), since.isoformat(), known, read)


def last_call_at(http: Http, agent: str) -> datetime | None:
    """When the agent's newest call of the last fortnight began."""
    asked = {"model_id": agent, "from_date": _milliseconds(http.now() - RECENT)}
    first, _ = next(listed(http, "/calls", "calls", "call_id", **asked))
    return max(filter(None, map(_started_at, first)), default=None)


def read_call(call: Fields, connection: str) -> Call:
    """One call with its words. Raises Unreadable without a name or a time, or where it doesn't say who spoke."""
    external_id = call.needed_name("call_id")
    started_at = _started_at(call)
    if started_at is None:
        raise Unreadable("it doesn't say when it took place")
    status = call.text("call_status") or call.text("status")
    turns = read_words(call.text("transcript") or "")
    return Call(
        0,
        connection,
        external_id,
        None,
        call.name("model_id"),
        started_at,
        call.seconds("duration"),
        _caller(call),
        turns,
        None,
        _outcome(call, status),
        # the words may follow later; where nobody spoke there are none to wait for
        final=status not in _UNDER_WAY and (bool(turns) or status != _SPOKEN),
    )


def _listings(
    http: Http, agents: Iterable[str], since: datetime, held: dict[tuple[str, str], Fields]
) -> Iterator[Listing]:
    for agent in agents:
        asked = {"model_id": agent, "from_date": _milliseconds(since)}
        for page, _ in listed(http, "/calls", "calls", "call_id", **asked):
            held.clear()
            entries: list[tuple[str, str]] = []
            aside: list[SetAside] = []
            for each in page:
                if each.text("call_status") in _NOT_YET:
                    continue
                # a link to the recording may be made anew at each asking
                mark = digest(leaving_out(each.data, ("recording_url",)))
                try:
                    entries.append((each.needed_name("call_id"), mark))
                except Unreadable as wrong:
                    aside.append(SetAside(mark, str(wrong), None, retry=False))
                    continue
                held[entries[-1]] = each
            yield Listing(tuple(entries), since.isoformat(), tuple(aside))
    yield Listing((), "")


def _started_at(call: Fields) -> datetime | None:
    return call.epoch("start_time", per=1000) or call.moment("telephony_start")


def _caller(call: Fields) -> str | None:
    sides = {"inbound": "phone_number_from", "outbound": "phone_number_to"}
    side = sides.get(call.text("type_of_call") or "")
    return (call.text(side) if side else None) or call.text("lead_phone_number")


def _outcome(call: Fields, status: str | None) -> str | None:
    said = call.text("custom_end_call_reason") or call.text("end_call_reason") or status
    return re.sub(r"[-_]+", " ", said) if said else None


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)

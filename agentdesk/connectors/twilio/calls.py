"""Twilio's calls. The list has everything there is to know; it can be asked from a day on, no finer.

Times are those of mails, lengths and costs are text, and what is charged stands with a minus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from agentdesk.connectors.kit.configuration import digest, leaving_out, without_secrets
from agentdesk.connectors.kit.contract import CallPage, CallRecord, KnownCalls, SetAside
from agentdesk.connectors.kit.fields import Fields, exact, read_moment
from agentdesk.connectors.kit.http import Http
from agentdesk.connectors.kit.second_calls import Listing, read_each
from agentdesk.connectors.kit.troubles import Unreadable
from agentdesk.connectors.twilio.listing import PAGE, pages
from agentdesk.domain.call import Call
from agentdesk.domain.live_agent import LiveAgent
from agentdesk.domain.money import Money

RECENT = timedelta(days=14)
_NOT_YET = {"queued", "ringing"}
_UNDER_WAY = {*_NOT_YET, "in-progress"}
_TAKEN = {"in-progress", "completed"}
"""All other calls that are over rang in vain: busy, no-answer, failed, canceled."""
_OUTWARD = ("outbound", "trunking-terminating")
_LINKS = ("subresource_uris",)


def read_calls(http: Http, home: str, connection: str, position: str | None, known: KnownCalls) -> Iterator[CallPage]:
    """Every call that is new, has changed in the list, or is due.

    The position is where a listing that broke off began; empty after one that came through.
    """
    held: dict[tuple[str, str], Fields] = {}

    def read(external_id: str, mark: str) -> CallRecord | None:
        call = held.get((external_id, mark))
        if call is None:
            answer = http.json("GET", f"{home}/Calls/{external_id}.json", absent=frozenset({404, 410}))
            if answer is None:
                return None
            call = Fields(answer)
        return CallRecord(read_call(call, connection), mark, without_secrets(leaving_out(call.data, _LINKS)))

    since = known.look_back(PAGE - 1)
    since = min(since, read_moment(position) or since)
    return read_each(_listings(http, home, since, held), since.isoformat(), known, read)


def last_call_at(http: Http, home: str, agent: LiveAgent) -> datetime | None:
    """When the newest call of the last fortnight began that the number took."""
    asked = {"To": next(iter(agent.numbers), ""), "StartTime>": _day(http.now() - RECENT)}
    first, _ = next(pages(http, f"{home}/Calls.json", "calls", asked))
    taken = (each.moment("start_time") for each in first if each.text("status") in _TAKEN)
    return max(filter(None, taken), default=None)


def read_call(call: Fields, connection: str) -> Call:
    """One call, which has no words. Raises Unreadable without a name or a time."""
    external_id = call.needed_name("sid")
    started_at = call.moment("start_time") or call.moment("date_created")
    if started_at is None:
        raise Unreadable("it doesn't say when it took place")
    status = call.text("status")
    cost = _cost(call)
    return Call(
        0,
        connection,
        external_id,
        None,
        call.name("phone_number_sid"),
        started_at,
        call.seconds("duration"),
        call.text("to" if (call.text("direction") or "").startswith(_OUTWARD) else "from"),
        (),
        cost,
        re.sub(r"[-_]+", " ", status) if status else None,
        # the price of a call follows later, and some calls are free: only one that connected is waited for
        final=status not in _UNDER_WAY and (cost is not None or status != "completed"),
    )


def _cost(call: Fields) -> Money | None:
    """What was charged, to the last digit, in the account's own currency."""
    price, currency = call.number("price"), call.text("price_unit") or ""
    return exact(-price, currency) if price is not None and price <= 0 and re.fullmatch("[A-Z]{3}", currency) else None


def _listings(http: Http, home: str, since: datetime, held: dict[tuple[str, str], Fields]) -> Iterator[Listing]:
    for page, last in pages(http, f"{home}/Calls.json", "calls", {"StartTime>": _day(since)}):
        held.clear()
        entries: list[tuple[str, str]] = []
        aside: list[SetAside] = []
        for each in page:
            if each.text("status") in _NOT_YET and not each.has("start_time"):
                continue
            mark = digest(leaving_out(each.data, _LINKS))
            try:
                entries.append((each.needed_name("sid"), mark))
            except Unreadable as wrong:
                aside.append(SetAside(mark, str(wrong), None, retry=False))
                continue
            held[entries[-1]] = each
        # as long as a listing isn't through, the next one begins where it began: its order is not relied upon
        yield Listing(tuple(entries), "" if last else since.isoformat(), tuple(aside))


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()

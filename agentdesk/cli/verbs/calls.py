"""`agentdesk calls`: the calls that are kept; `--turns` adds every word."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from agentdesk.cli.arguments import add_list_switches, span
from agentdesk.cli.output import instant, money, write_rows
from agentdesk.domain.lists import CallFilter, CallRow
from agentdesk.services.services import Services

PAGE = 500
COLUMNS = ("started_at", "agent", "seconds", "outcome", "turns")


def add(parser: argparse.ArgumentParser) -> None:
    add_list_switches(parser)
    parser.add_argument("--turns", action="store_true", help="the words instead of their number")


def run(arguments: argparse.Namespace, services: Services) -> int:
    since, until = span(arguments)
    rows = [_row(each, services, words=arguments.turns) for each in _all(services, CallFilter(since, until))]
    write_rows(rows, COLUMNS, as_json=arguments.json, nothing="No calls.")
    return 0


def _all(services: Services, wanted: CallFilter) -> Iterator[CallRow]:
    before: int | None = None
    while True:
        page = services.calls.page(wanted, before, PAGE)
        yield from page.rows
        before = page.next_before
        if before is None:
            return


def _row(call: CallRow, services: Services, *, words: bool) -> dict[str, Any]:
    turns: object = call.turns
    if words:
        turns = [{"role": each.role, "text": each.text} for each in services.calls.open_(call.id).call.turns]
    return {
        "id": call.id,
        "connection": call.connection,
        "external_id": call.external_id,
        "agent": call.agent,
        "agent_external_id": call.agent_external_id,
        "started_at": instant(call.started_at),
        "seconds": call.seconds,
        "outcome": call.outcome,
        "cost": money(call.cost),
        "turns": turns,
        "final": call.final,
    }

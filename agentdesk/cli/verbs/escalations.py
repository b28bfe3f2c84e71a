"""`agentdesk escalations`: callers who need a person, each with who has it, by when, and what became of it."""

from __future__ import annotations

import argparse
from datetime import timedelta
from typing import Any

from agentdesk.cli.arguments import add_list_switches, span
from agentdesk.cli.output import instant, write_rows
from agentdesk.domain.clock import start_of_day
from agentdesk.domain.escalation import Escalation
from agentdesk.services.services import Services

COLUMNS = ("due_at", "state", "who", "why", "outcome")


def add(parser: argparse.ArgumentParser) -> None:
    add_list_switches(parser)


def run(arguments: argparse.Namespace, services: Services) -> int:
    first, last = span(arguments)
    zone = services.businesses.zone()
    since = start_of_day(first, zone) if first else None
    until = start_of_day(last + timedelta(days=1), zone) if last else None
    rows = [_row(each, services.escalations.overdue(each)) for each in services.escalations.all_(since, until)]
    write_rows(rows, COLUMNS, as_json=arguments.json, nothing="Nobody is waiting for a person.")
    return 0


def _row(matter: Escalation, overdue: bool) -> dict[str, Any]:
    return {
        "id": matter.id,
        "finding": matter.finding,
        "agent": matter.agent,
        "call": matter.call,
        "who": matter.who or None,
        "due_at": instant(matter.due_at),
        "state": "overdue" if overdue else matter.state.value,
        "outcome": matter.outcome.value if matter.outcome else None,
        "why": matter.why,
        "note": matter.note or None,
        "happened_at": instant(matter.happened_at),
        "raised_at": instant(matter.raised_at),
    }

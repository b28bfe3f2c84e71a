"""`agentdesk agents`: every agent on the list, and those that a service has or that take calls without being on it."""

from __future__ import annotations

import argparse
from typing import Any

from agentdesk.cli.arguments import add_list_switches
from agentdesk.cli.output import write_rows
from agentdesk.domain.agent import Nature
from agentdesk.services.agents.agents import AgentRow
from agentdesk.services.connections.live_agents import Standing
from agentdesk.services.services import Services

COLUMNS = ("name", "stage", "responsible", "connection")


def add(parser: argparse.ArgumentParser) -> None:
    add_list_switches(parser)


def run(arguments: argparse.Namespace, services: Services) -> int:
    standing = {(each.known.connection, each.known.agent.external_id): each for each in services.live_agents.standing()}
    rows = []
    for each in services.agents.all_():
        key = (each.agent.connection or "", each.agent.external_id or "")
        rows.append(_row(each, standing.pop(key, None)))
    rows += [_unlisted(each) for each in standing.values()]
    write_rows(rows, COLUMNS, as_json=arguments.json, nothing="No agents are on the list yet.")
    return 0


def _row(row: AgentRow, standing: Standing | None) -> dict[str, Any]:
    return {
        "name": row.agent.name if row.listed else None,
        "connection": row.agent.connection,
        "external_id": row.agent.external_id,
        "stage": row.agent.stage.value,
        "type": row.agent.nature.value,
        "listed": row.listed,
        "gone": standing is not None and standing.known.gone_at is not None,
        "responsible": row.agent.responsible,
        "version_approved": standing.approved if standing else row.version,
        "version_live": standing.live if standing else None,
        "changed": standing.changed if standing else row.changed,
    }


def _unlisted(standing: Standing) -> dict[str, Any]:
    """An agent that took no call yet. Our name for it is null: it has none before it is listed."""
    return {
        "name": None,
        "connection": standing.known.connection,
        "external_id": standing.known.agent.external_id,
        "stage": "live",
        "type": Nature.AGENT.value,
        "listed": False,
        "gone": standing.known.gone_at is not None,
        "responsible": None,
        "version_approved": standing.approved,
        "version_live": standing.live,
        "changed": standing.changed,
    }

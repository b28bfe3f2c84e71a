"""`agentdesk agents`: every agent on the list, and those that take calls without being on it."""

from __future__ import annotations

import argparse

from agentdesk.cli.arguments import add_list_switches
from agentdesk.cli.output import write_rows
from agentdesk.services.services import Services

COLUMNS = ("name", "stage", "responsible", "connection")


def add(parser: argparse.ArgumentParser) -> None:
    add_list_switches(parser)


def run(arguments: argparse.Namespace, services: Services) -> int:
    rows = [
        {
            "name": each.agent.name if each.listed else None,
            "connection": each.agent.connection,
            "external_id": each.agent.external_id,
            "stage": each.agent.stage.value,
            "listed": each.listed,
            "gone": False,
            "responsible": each.agent.responsible,
            "version_approved": each.version,
            "version_live": None,
            "changed": each.changed,
        }
        for each in services.agents.all_()
    ]
    write_rows(rows, COLUMNS, as_json=arguments.json, nothing="No agents are on the list yet.")
    return 0

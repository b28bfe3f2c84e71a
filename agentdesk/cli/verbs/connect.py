"""`agentdesk connect`: signs in at a service with the key on standard input, and keeps the key where keys belong."""

from __future__ import annotations

import argparse
import sys

from agentdesk.cli.output import on_one_line
from agentdesk.domain.errors import Sorry
from agentdesk.services.services import Services

LONGEST_KEY = 64 * 1024


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the connection, as the set-up file names it")


def run(arguments: argparse.Namespace, services: Services) -> int:
    connection = services.connecting.named(arguments.name)
    key = sys.stdin.read(LONGEST_KEY)
    try:
        tried = services.connecting.try_(connection, key)
        services.connecting.keep(connection, key, tried)
    except Sorry as sorry:
        sys.stderr.write(f"agentdesk: {on_one_line(str(sorry))}\n")
        return 1
    agents = ", ".join(each.agent.name or "an agent without a name" for each in tried.agents)
    sys.stdout.write(f"{on_one_line(f'{connection.name} is connected.' + (f' Found {agents}.' if agents else ''))}\n")
    return 0

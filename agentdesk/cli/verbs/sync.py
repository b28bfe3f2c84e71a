"""`agentdesk sync`: reads every connection, then runs every check."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from agentdesk.cli.output import instant, write_rows
from agentdesk.services.connections.pulling import Pulled, State
from agentdesk.services.services import Services

FILE = "file"
COLUMNS = ("name", "state", "calls_new", "calls_changed", "bookings_new", "bookings_changed", "trouble")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document")


def run(arguments: argparse.Namespace, services: Services) -> int:
    pulled = services.syncing.run()
    services.watching.come_back()
    rows = [_row(each) for each in (*pulled, *_files(services))]
    write_rows(rows, COLUMNS, as_json=arguments.json, nothing="No service is connected yet.")
    return 0 if all(each.state is State.OK for each in pulled) else 1


def _files(services: Services) -> Iterator[Pulled]:
    """Connections that are read from files: nothing is to be pulled, and they are as fresh as the last file."""
    read = {each.connection: each for each in services.freshness.all_()}
    for each in services.connecting.all_():
        connection = each.connection
        if connection.service == FILE:
            known = read.get(connection.name)
            times = [at for at in (known.calls_at, known.bookings_at) if at is not None] if known else []
            yield Pulled(connection.name, FILE, fresh_until=max(times, default=None))


def _row(pulled: Pulled) -> dict[str, Any]:
    counts = {
        f"{what}_{each}": counted[each]
        for what, counted in (("calls", pulled.calls), ("bookings", pulled.bookings))
        for each in ("seen", "new", "changed")
    }
    return {
        "name": pulled.name,
        "service": pulled.service,
        "state": pulled.state.value,
        **counts,
        "fresh_until": instant(pulled.fresh_until) if pulled.fresh_until else None,
        "trouble": pulled.trouble,
    }

"""`agentdesk check`: examines the store; status 1 if anything is wrong."""

from __future__ import annotations

import argparse

from agentdesk.cli.output import write_lines
from agentdesk.services.services import Services


def add(parser: argparse.ArgumentParser) -> None:  # noqa: ARG001 - every verb has it; this one takes nothing more
    return


def run(arguments: argparse.Namespace, services: Services) -> int:  # noqa: ARG001 - as above
    found = services.upkeep.check()
    write_lines(found.problems or ["Everything checks out: nothing missing, nothing altered."])
    return 0 if found.well else 1

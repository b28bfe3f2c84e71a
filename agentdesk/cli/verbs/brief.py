"""`agentdesk brief`: the one-page brief as PDF; `--staff-sheet` prints the sheet for the team."""

from __future__ import annotations

import argparse
from pathlib import Path

from agentdesk.cli.output import write_lines
from agentdesk.services.services import Services


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agent", required=True, metavar="NAME", help="the agent's name")
    parser.add_argument("--pdf", required=True, type=Path, metavar="FILE", help="write the page here")
    parser.add_argument("--staff-sheet", action="store_true", help="the sheet for the team instead")


def run(arguments: argparse.Namespace, services: Services) -> int:
    if arguments.staff_sheet:
        services.briefs.save_staff_sheet(arguments.agent, arguments.pdf)
    else:
        services.briefs.save_brief_pdf(arguments.agent, arguments.pdf)
    write_lines([f"The page is in {arguments.pdf}."])
    return 0

"""`agentdesk import`: calls and bookings from files."""

from __future__ import annotations

import argparse
from pathlib import Path

from agentdesk.cli.output import write_lines, write_troubles
from agentdesk.domain.errors import Sorry
from agentdesk.services.services import Services

ATTENTION = 1


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--calls", type=Path, metavar="FILE", help="calls as JSON lines or CSV")
    parser.add_argument("--bookings", type=Path, metavar="FILE", help="bookings as CSV or ICS")
    parser.set_defaults(beforehand=named)


def named(arguments: argparse.Namespace) -> tuple[Path, ...]:
    """The files that were named. Raises Sorry where there are none."""
    files = tuple(each for each in (arguments.bookings, arguments.calls) if each is not None)
    if not files:
        raise Sorry("Name a file with --calls or --bookings.")
    for each in files:
        if not each.exists():
            raise Sorry(f"There is no file {each.name} there.")
    return files


def run(arguments: argparse.Namespace, services: Services) -> int:
    """Both files are looked at before either is taken in, so that a bad one changes nothing."""
    previews = []
    # the diary first: a call is judged against it
    if arguments.bookings is not None:
        previews.append(services.importing.look(arguments.bookings, "bookings"))
    if arguments.calls is not None:
        previews.append(services.importing.look(arguments.calls, "calls"))
    for preview in previews:
        if not preview.reading.ready:
            asked = preview.reading.questions[0].words
            raise Sorry(f"{preview.name}: {asked} Bring such a file in with the window once; the answer is remembered.")
    status = 0
    for place, preview in enumerate(previews):
        try:
            taken = services.importing.take_in(preview)
        except Sorry as sorry:
            if place == 0:
                raise
            write_troubles([str(sorry), f"{preview.name}: nothing of it is taken in yet. Take it in again."])
            return ATTENTION
        write_lines([f"{preview.name}: {taken.summary}"])
        write_lines(preview.reading.notes)
        write_lines(f"Couldn't read {each.where}: {each.why}" for each in preview.reading.unread)
        if taken.unfinished:
            write_troubles([taken.trouble, f"{preview.name}: {taken.unfinished}"])
        if taken.unread or taken.unfinished:
            status = ATTENTION
    return status

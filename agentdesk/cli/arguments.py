"""What can be typed after `agentdesk`."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from agentdesk.cli.output import on_one_line
from agentdesk.domain.errors import Sorry

if TYPE_CHECKING:
    from agentdesk.domain.clock import Period


EARLIEST, LATEST = 1900, 2199


class Parser(argparse.ArgumentParser):
    """Says what can't be understood in one sentence and ends with status 2."""

    def __init__(self, **what: Any) -> None:  # noqa: ANN401 - whatever argparse hands to its parsers
        # a switch that is cut short would not be known for one when the window's switches are told from a verb
        super().__init__(**what, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        for what in ("VERB", "TASK"):
            unknown = message.removeprefix(f"argument {what}: invalid choice: ")
            if unknown != message:
                message = f"there is no {what.lower()} {unknown.split(' (choose')[0]}"
        sys.stderr.write(f"agentdesk: {on_one_line(message)}. Try agentdesk --help.\n")
        raise SystemExit(2)


def common(*, at_top: bool = False) -> Parser:
    """The switches that every verb takes, before or after the verb."""
    left_out = None if at_top else argparse.SUPPRESS
    shared = Parser(add_help=False)
    shared.add_argument(
        "--profile", type=Path, default=left_out, metavar="DIR", help="the folder with store and settings"
    )
    shared.add_argument(
        "--passphrase-file",
        type=Path,
        default=left_out,
        metavar="FILE",
        help="opens or makes the store without a key store",
    )
    shared.add_argument(
        "--recovery-key-file", type=Path, default=left_out, metavar="FILE", help="opens the store with its printed key"
    )
    shared.add_argument(
        "--example", action="store_true", default=False if at_top else argparse.SUPPRESS, help="use the example week"
    )
    return shared


def day(text: str) -> date:
    """An ISO date, of a time that has calls."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2026-11-27") from None
    if not EARLIEST <= found.year <= LATEST:
        raise argparse.ArgumentTypeError(f"{text!r} lies outside {EARLIEST} to {LATEST}")
    return found


def add_list_switches(parser: argparse.ArgumentParser) -> None:
    """`--json`, `--since` and `--until` of the verbs that list."""
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--since", type=day, metavar="DATE", help="from this day on, in the business's zone")
    parser.add_argument("--until", type=day, metavar="DATE", help="up to this day, in the business's zone")
    parser.set_defaults(beforehand=span)


def span(arguments: argparse.Namespace) -> tuple[date | None, date | None]:
    """The days that were asked for. Raises Sorry when they are the wrong way round."""
    since, until = arguments.since, arguments.until
    if since and until and until < since:
        raise Sorry(f"{until} lies before {since}.")
    return since, until


def period(since: date, until: date) -> Period:
    # the window takes its switches from here and is painted before it needs a calendar
    from agentdesk.domain.clock import Period

    if until < since:
        raise Sorry(f"{until} lies before {since}.")
    return Period(since, until)

"""The command as typed, understood."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from agentdesk.cli.arguments import Parser, common
from agentdesk.cli.verbs import (
    agents,
    bookings,
    brief,
    calls,
    check,
    connect,
    escalations,
    findings,
    import_,
    predict,
    scorecard,
    setup,
    sync,
)
from agentdesk.services.services import Services

REMOVE_EXAMPLE = "remove-example"

Run = Callable[[argparse.Namespace, Services], int]
Beforehand = Callable[[argparse.Namespace], object]
RunAlone = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Command:
    """A verb with its arguments; no verb opens the window. `run` is None for the window and `remove-example`.

    `run_alone` is there in its place for a verb that needs neither profile nor store.
    """

    verb: str | None
    arguments: argparse.Namespace
    run: Run | None
    run_alone: RunAlone | None = None

    def look_beforehand(self) -> None:
        """Looks at what was typed before any store is opened or made. Raises Sorry for what can't be."""
        beforehand: Beforehand | None = getattr(self.arguments, "beforehand", None)
        if beforehand is not None:
            beforehand(self.arguments)

    @property
    def asks_for_schema(self) -> bool:
        """Whether only the shape of a set-up file is wanted, for which no store is needed."""
        return self.verb == "setup" and bool(self.arguments.schema)


_VERBS = {
    "setup": (setup, "set a business up from a file"),
    "connect": (connect, "sign in at a service; its key comes on standard input"),
    "import": (import_, "take in calls and bookings from files"),
    "sync": (sync, "read every connected service, then run every check"),
    "agents": (agents, "list the agents"),
    "calls": (calls, "list the calls"),
    "bookings": (bookings, "list the bookings"),
    "findings": (findings, "list what the checks found"),
    "escalations": (escalations, "list the callers who need a person"),
    "scorecard": (scorecard, "an agent's figures, as JSON or PDF"),
    "brief": (brief, "print an agent's one-page brief"),
    "check": (check, "examine the store"),
}
_LONE_VERBS = {"predict": (predict, "answer benchmark records, for judging the checks from outside")}


def understand(argv: Sequence[str]) -> Command:
    """The command in a list of words. Ends with status 2 and one sentence when it can't be understood."""
    parser = Parser(
        prog="agentdesk",
        description="The desk from which a small business manages the AI agents it already runs.",
        parents=[common(at_top=True)],
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
    for name, (module, says) in _VERBS.items():
        module.add(verbs.add_parser(name, help=says, description=says, parents=[common()]))
    for name, (lone, says) in _LONE_VERBS.items():
        lone.add(verbs.add_parser(name, help=says, description=says, parents=[common()]))
    verbs.add_parser(REMOVE_EXAMPLE, help="take the example week out, whole", parents=[common()])
    arguments = parser.parse_args(argv)
    known, alone = _VERBS.get(arguments.verb), _LONE_VERBS.get(arguments.verb)
    return Command(
        verb=arguments.verb,
        arguments=arguments,
        run=known[0].run if known else None,
        run_alone=alone[0].run_alone if alone else None,
    )

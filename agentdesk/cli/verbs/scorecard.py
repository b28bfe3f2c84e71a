"""`agentdesk scorecard`: an agent's figures over a period, as JSON or as the two-page PDF."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from agentdesk.cli.arguments import day, period
from agentdesk.cli.output import instant, write_json, write_lines
from agentdesk.domain.clock import Period
from agentdesk.domain.errors import Sorry
from agentdesk.domain.scorecard import Figure, Scorecard
from agentdesk.services.services import Services


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agent", required=True, metavar="NAME", help="the agent's name")
    parser.add_argument("--from", dest="since", type=day, metavar="DATE", help="first day (default: this week)")
    parser.add_argument("--to", dest="until", type=day, metavar="DATE", help="last day")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write the two pages here")
    parser.add_argument("--json", action="store_true", help="every figure as one JSON document")
    parser.set_defaults(beforehand=asked_for)


def asked_for(arguments: argparse.Namespace) -> Period | None:
    """The days that were asked for; None where they were left open. Raises Sorry for half of them."""
    if (arguments.since is None) != (arguments.until is None):
        raise Sorry("Give both --from and --to, or neither.")
    return period(arguments.since, arguments.until) if arguments.since else None


def run(arguments: argparse.Namespace, services: Services) -> int:
    chosen = asked_for(arguments) or services.scorecards.periods()[0][1]
    card = services.scorecards.make(arguments.agent, chosen)
    if arguments.pdf is not None:
        services.scorecards.save_pdf(card, arguments.pdf)
    if arguments.json:
        write_json(_document(card))
    elif arguments.pdf is not None:
        write_lines([f"The scorecard is in {arguments.pdf}."])
    else:
        write_lines([card.summary, *(f"{each.name}: {each.words}" for each in card.figures), "", *card.not_known])
    return 0


def _document(card: Scorecard) -> dict[str, Any]:
    return {
        "business": card.business,
        "agent": card.agent,
        "from": card.period.first.isoformat(),
        "to": card.period.last.isoformat(),
        "made_at": instant(card.made_at),
        "summary": card.summary,
        "figures": [_figure(each) for each in card.figures],
        "went_wrong": [
            {"what": each.what, "words": each.words, "done": each.what_was_done, "on": each.on.isoformat()}
            for each in card.went_wrong
        ],
        "money": card.money,
        "checked": card.checked,
        "changes": card.changes,
        "not_known": card.not_known,
        "brief_version": card.brief_version,
        "definitions_version": card.definitions_version,
        "example": card.example,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.measure,
        "name": figure.name,
        "words": figure.words,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure.value,
        "low": figure.between.low if figure.between else None,
        "high": figure.between.high if figure.between else None,
        "target": figure.target,
        "verdict": figure.verdict.value,
        "source": figure.source,
        "last_period": figure.last_period,
        "unit": figure.unit,
        "rows": list(figure.rows),
    }

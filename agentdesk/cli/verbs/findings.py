"""`agentdesk findings`: what the checks found, each with its reason and the words it rests on."""

from __future__ import annotations

import argparse
from typing import Any

from agentdesk.cli.arguments import add_list_switches, span
from agentdesk.cli.output import instant, write_rows
from agentdesk.domain.finding import Changed, Entry, Evidence, Finding, FindingStatus, Said
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.services import Services

COLUMNS = ("severity", "status", "reason")


def add(parser: argparse.ArgumentParser) -> None:
    add_list_switches(parser)


def run(arguments: argparse.Namespace, services: Services) -> int:
    since, until = span(arguments)
    found = services.findings.page(FindingFilter(first=since, last=until))
    rows = [_row(each) for each in found if each.status is not FindingStatus.WITHDRAWN]
    write_rows(rows, COLUMNS, as_json=arguments.json, nothing="Nothing was found.")
    return 0


def _row(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.found.kind.value,
        "severity": finding.found.severity.value,
        "connection": finding.connection,
        "agent": finding.agent,
        "agent_external_id": finding.agent_external_id,
        "call": finding.found.call,
        "booking": finding.found.entry,
        "reason": finding.found.reason,
        "evidence": [_evidence(each) for each in finding.found.evidence],
        "status": finding.status.value,
        "first_seen_at": instant(finding.first_seen_at),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    match evidence:
        case Said():
            return {"turn": evidence.turn, "words": evidence.words}
        case Entry():
            return {"booking": evidence.words, "id": evidence.booking}
        case Changed():
            return {"part": evidence.part, "was": evidence.was, "now": evidence.now}

"""All checks, run together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from agentdesk.checks import (
    changed_booking,
    disclosed_data,
    double_booking,
    not_allowed,
    opening_hours,
    outside_job,
    promised_booking,
    sensitive_data,
    two_diaries,
    unanswered_question,
    unclaimed_booking,
    unconfirmed_booking,
    wanted_person,
    wrong_area,
    wrong_details,
    wrong_hours,
    wrong_price,
)
from agentdesk.checks.evidence import Evidence
from agentdesk.domain.finding import Found

CHECKS: tuple[Callable[[Evidence], Iterator[Found]], ...] = (
    promised_booking.find,
    wrong_details.find,
    changed_booking.find,
    unclaimed_booking.find,
    unconfirmed_booking.find,
    opening_hours.find,
    double_booking.find,
    two_diaries.find,
    not_allowed.find,
    wanted_person.find,
    sensitive_data.find,
    disclosed_data.find,
    wrong_price.find,
    wrong_hours.find,
    wrong_area.find,
    outside_job.find,
    unanswered_question.find,
)
"""Every check: evidence in, findings out. To add one, add its line here."""


def run_all(evidence: Evidence) -> tuple[Found, ...]:
    """What all checks find, sorted; the same evidence gives the same findings, whatever order it came in."""
    found = (each for check in CHECKS for each in check(evidence))
    return tuple(sorted(found, key=lambda each: (each.kind, each.call or 0, each.booking or 0, each.slot)))

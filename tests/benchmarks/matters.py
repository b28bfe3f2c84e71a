"""The list of callers who wait for a person, with as many matters as an archive of that size brings; and how it grows.

One call in five hundred once needed a person and was dealt with; sixty still wait, however large the archive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from agentdesk.domain.escalation import Escalation, EscalationState, EscalationStep, Outcome
from agentdesk.domain.finding import Finding, FindingStatus, Found, Kind, Said, Severity
from agentdesk.services.services import Services
from agentdesk.store import escalations, findings
from agentdesk.store.store import Store
from tests.benchmarks.desk import hour_after_last, services_of
from tests.benchmarks.measuring import Context, Ratio, in_turns

DEALT_WITH_EVERY = 500
WAITING = 60
WORDS = "Asked for a person; nobody came."
_FLOOR = (
    "SELECT * FROM escalations WHERE state <> 'done' ORDER BY due_at, id",
    "SELECT * FROM escalations WHERE state = 'done' ORDER BY happened_at DESC, id DESC LIMIT 100",
    """SELECT id, caller FROM calls WHERE id IN (SELECT call FROM escalations WHERE state <> 'done')
     OR id IN (SELECT call FROM escalations WHERE state = 'done' ORDER BY happened_at DESC, id DESC LIMIT 100)""",
)


def measure(context: Context) -> Sequence[Ratio]:
    sizes = [each for each in (context.small, context.big) if each]
    for each in sizes:
        chase(context.store(each))
    ratios = [_against_bare(context, each) for each in sizes]
    if context.big:
        few, many = services_of(context, context.small), services_of(context, context.big)
        before, grown = in_turns(lambda: _list(few), lambda: _list(many), rounds=101)
        ratios.append(Ratio("escalation list, grown", grown, before, 1.3))
    return ratios


def chase(store: Store) -> None:
    """Gives a store its matters; nothing where it has them."""
    now = hour_after_last(store)
    with store.writing() as db:
        if escalations.open_count(db):
            return
        needed = "SELECT id, started_at, agent FROM calls WHERE turns > 0 ORDER BY id DESC"
        newest = db.exec_driver_sql(f"{needed} LIMIT {WAITING}").all()
        others = db.exec_driver_sql(needed).all()[WAITING::DEALT_WITH_EVERY]
        for number, started, agent in others:
            _dealt_with(db, _raised(db, now, number, started, agent))
        for number, started, agent in newest:
            _raised(db, now, number, started, agent)


def _raised(db: Connection, now: datetime, call: int, started: int, agent: str | None) -> Escalation:
    at = datetime.fromtimestamp(started / 1e6, now.tzinfo)
    found = Found(Kind.ESCALATION_MISSED, Severity.RED, WORDS, (Said(0, "a person"),), call)
    (finding,) = findings.reconcile(db, now, at, at, [(found, at, agent, None, "Phone line")]).new
    return escalations.raise_(db, _matter(finding, call, at, now), [EscalationStep(now, "AgentDesk", "Raised.")])


def _matter(finding: Finding, call: int, at: datetime, now: datetime) -> Escalation:
    due = at + timedelta(hours=1)
    return Escalation(
        0, call, finding.id, finding.agent, WORDS, "", "", 60, at, now, EscalationState.WAITING, "Jo", due, 0, due, now
    )


def _dealt_with(db: Connection, matter: Escalation) -> None:
    done = replace(
        matter,
        state=EscalationState.DONE,
        outcome=Outcome.SORTED,
        note="Rang back.",
        closed_at=matter.raised_at,
        closed_by="Jo",
        remind_at=None,
    )
    escalations.change(db, done, EscalationStep(matter.raised_at, "Jo", "Rang back."))
    findings.decide(db, matter.finding, FindingStatus.DONE, "Jo", matter.raised_at, "Rang back.")


def _list(services: Services) -> object:
    return services.escalations.page()


def _against_bare(context: Context, size: int) -> Ratio:
    services, bare = services_of(context, size), context.bare(size)

    def floor() -> None:
        for sql in _FLOOR:
            bare.execute(sql).fetchall()

    ours, theirs = in_turns(lambda: _list(services), floor, rounds=101)
    bare.close()
    return Ratio(f"escalation list, {size:,} calls", ours, theirs, 2.0)

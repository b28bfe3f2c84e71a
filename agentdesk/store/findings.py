"""Findings: kept under their key, so that the same trouble stays the same finding and keeps its decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.clock import as_utc
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import (
    URGENCY,
    Changed,
    Entry,
    Evidence,
    Finding,
    FindingStatus,
    Found,
    Kind,
    Said,
    Severity,
)
from agentdesk.domain.lists import FindingFilter
from agentdesk.store.codec import from_text, to_text
from agentdesk.store.tables import bookings, calls, findings

_SLICE = 500
InContext = tuple[Found, datetime, str | None, str | None, str | None]
"""What was found, when that takes place, and the agent, the service's id of it and the connection."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a run of the checks changed. `changed`: found anew after being withdrawn, or found differently."""

    new: tuple[Finding, ...] = ()
    withdrawn: tuple[Finding, ...] = ()
    changed: tuple[Finding, ...] = ()


def reconcile(
    db: Connection, now: datetime, period_start: datetime, period_end: datetime, found: Sequence[InContext]
) -> Reconciled:
    """Brings the findings about calls and entries of a period, [start, end), in step with what the checks found.

    New ones are added open. Open ones that were not found again are withdrawn; withdrawn ones that were found
    again open again; decided ones keep their decision. The same key keeps its id and when it was first seen.
    """
    wanted = {each[0].key: each for each in found}
    return _in_step(db, now, wanted, _known(db, tuple(wanted), period_start, period_end))


def reconcile_others(
    db: Connection, now: datetime, kinds: Sequence[Kind], connection: str, found: Sequence[InContext]
) -> Reconciled:
    """Brings a connection's findings of these kinds, about neither call nor entry, in step with what was found."""
    wanted = {each[0].key: each for each in found}
    here = sa.and_(findings.c.kind.in_(kinds), findings.c.connection == connection)
    known = {each.id: _finding(each) for each in db.execute(sa.select(findings).where(here))}
    return _in_step(db, now, wanted, known)


def _in_step(
    db: Connection, now: datetime, wanted: Mapping[str, InContext], known: Mapping[str, Finding]
) -> Reconciled:
    new, withdrawn, changed = [], [], []
    for key, (what, about_at, agent, source, connection) in wanted.items():
        old = known.get(key)
        context: dict[str, Any] = {"found": what, "about_at": as_utc(about_at), "connection": connection}
        context |= {"agent": agent, "agent_external_id": source}
        if old is None:
            new.append(Finding(id=key, status=FindingStatus.OPEN, first_seen_at=as_utc(now), **context))
            continue
        status = FindingStatus.OPEN if old.status is FindingStatus.WITHDRAWN else old.status
        if (finding := replace(old, status=status, **context)) != old:
            changed.append(finding)
    for key, old in known.items():
        if key not in wanted and old.status is FindingStatus.OPEN:
            withdrawn.append(replace(old, status=FindingStatus.WITHDRAWN))
    if new:
        db.execute(sa.insert(findings), [_row(each) for each in new])
    for each in (*withdrawn, *changed):
        db.execute(sa.update(findings).where(findings.c.id == each.id).values(_row(each)))
    if new or changed:
        place(db, [each.id for each in (*new, *changed)])
    return Reconciled(tuple(new), tuple(withdrawn), tuple(changed))


def page(
    db: Connection, wanted: FindingFilter, before: str | None = None, limit: int | None = None
) -> tuple[Finding, ...]:
    """Findings that fit, latest first; those after the one with the id `before`, and `limit` of them, where given."""
    query = sa.select(findings).where(*_conditions(wanted))
    if before is not None:
        at = sa.select(findings.c.about_at).where(findings.c.id == before).scalar_subquery()
        query = query.where(sa.tuple_(findings.c.about_at, findings.c.id) < sa.tuple_(at, sa.literal(before)))
    query = query.order_by(findings.c.about_at.desc(), findings.c.id.desc()).limit(limit)
    return tuple(map(_finding, db.execute(query)))


def gravest(db: Connection, wanted: FindingFilter, limit: int) -> tuple[Finding, ...]:
    """At most `limit` findings that fit, the most urgent kind first and of each kind the latest first."""
    found: list[Finding] = []
    for kind in URGENCY:
        if len(found) < limit and (not wanted.kinds or kind in wanted.kinds):
            found += page(db, replace(wanted, kinds=(kind,)), limit=limit - len(found))
    return tuple(found)


def of_bookings(db: Connection, ids: Sequence[int]) -> tuple[Finding, ...]:
    """Findings about any of these diary entries."""
    found: list[Finding] = []
    for first in range(0, len(ids), _SLICE):
        query = sa.select(findings).where(findings.c.booking.in_(ids[first : first + _SLICE]))
        found += map(_finding, db.execute(query.order_by(findings.c.about_at, findings.c.id)))
    return tuple(found)


def count(db: Connection, wanted: FindingFilter) -> int:
    """How many fit."""
    return int(db.scalar(sa.select(sa.func.count()).select_from(findings).where(*_conditions(wanted))) or 0)


def get(db: Connection, number: str) -> Finding | None:
    found = db.execute(sa.select(findings).where(findings.c.id == number)).first()
    return None if found is None else _finding(found)


def decide(db: Connection, number: str, status: FindingStatus, by: str, at: datetime, decision: str) -> Finding:
    """Writes down what somebody decided, and returns the finding as it is then.

    Opening one again clears the decision. Raises Sorry for an id that is not kept.
    """
    decided = (None, None, "") if status is FindingStatus.OPEN else (by, at, decision)
    values = dict(zip(("decided_by", "decided_at", "decision"), decided, strict=True))
    db.execute(sa.update(findings).where(findings.c.id == number).values(status=status, **values))
    finding = get(db, number)
    if finding is None:
        raise Sorry("This finding is no longer kept here. Look at the list again.")
    return finding


def place(db: Connection, ids: Sequence[str] | None = None) -> None:
    """Gives findings the day of the call or booking they are about; all of them, or those with these ids."""
    of_call = sa.select(calls.c.day).where(calls.c.id == findings.c.call).scalar_subquery()
    of_booking = sa.select(bookings.c.day).where(bookings.c.id == findings.c.booking).scalar_subquery()
    placing = sa.update(findings).values(day=sa.func.coalesce(of_call, of_booking, findings.c.day))
    if ids is None:
        db.execute(placing)
        return
    for first in range(0, len(ids), _SLICE):
        db.execute(placing.where(findings.c.id.in_(ids[first : first + _SLICE])))


def _known(db: Connection, keys: Sequence[str], start: datetime, end: datetime) -> dict[str, Finding]:
    of_calls = sa.or_(findings.c.call.is_not(None), findings.c.booking.is_not(None))
    in_period = sa.and_(findings.c.about_at >= start, findings.c.about_at < end, of_calls)
    rows = list(db.execute(sa.select(findings).where(in_period)))
    seen = {each.id for each in rows}
    rest = [each for each in keys if each not in seen]
    for first in range(0, len(rest), _SLICE):
        rows += db.execute(sa.select(findings).where(findings.c.id.in_(rest[first : first + _SLICE])))
    return {each.id: _finding(each) for each in rows}


def _conditions(wanted: FindingFilter) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.first is not None:
        conditions.append(findings.c.day >= wanted.first)
    if wanted.last is not None:
        conditions.append(findings.c.day <= wanted.last)
    if wanted.status is not None:
        conditions.append(findings.c.status == wanted.status)
    if wanted.agent is not None:
        conditions.append(findings.c.agent == wanted.agent)
    if wanted.call is not None:
        conditions.append(findings.c.call == wanted.call)
    if wanted.booking is not None:
        conditions.append(findings.c.booking == wanted.booking)
    if wanted.kinds:
        conditions.append(findings.c.kind.in_(sorted(wanted.kinds)))
    if wanted.severities:
        conditions.append(findings.c.severity.in_(sorted(wanted.severities)))
    return conditions


def _row(finding: Finding) -> dict[str, Any]:
    found = finding.found
    evidence = [_kept(each) for each in found.evidence]
    return {
        "id": finding.id,
        "kind": found.kind,
        "severity": found.severity,
        "reason": found.reason,
        "evidence": to_text(evidence),
        "call": found.call,
        "booking": found.booking,
        "slot": found.slot,
        "status": finding.status,
        "first_seen_at": finding.first_seen_at,
        "about_at": finding.about_at,
        "day": finding.about_at.date(),
        "agent": finding.agent,
        "agent_external_id": finding.agent_external_id,
        "connection": finding.connection,
        "decided_by": finding.decided_by,
        "decided_at": finding.decided_at,
        "decision": finding.decision,
    }


def _kept(evidence: Evidence) -> tuple[str, int | str, str, str]:
    match evidence:
        case Said():
            return "said", evidence.turn, evidence.words, ""
        case Entry():
            return "entry", evidence.booking, evidence.words, ""
        case Changed():
            return "changed", evidence.part, evidence.was, evidence.now


def _evidence(kept: Sequence[int | str]) -> Evidence:
    what, about, words = kept[0], kept[1], str(kept[2])
    if what == "changed":
        return Changed(str(about), words, str(kept[3]))
    return Said(int(about), words) if what == "said" else Entry(int(about), words)


def _finding(row: sa.Row[Any]) -> Finding:
    evidence = tuple(map(_evidence, from_text(row.evidence, list[list[int | str]])))
    return Finding(
        id=row.id,
        found=Found(Kind(row.kind), Severity(row.severity), row.reason, evidence, row.call, row.booking, row.slot),
        status=FindingStatus(row.status),
        first_seen_at=row.first_seen_at,
        about_at=row.about_at,
        agent=row.agent,
        agent_external_id=row.agent_external_id,
        connection=row.connection,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        decision=row.decision,
    )

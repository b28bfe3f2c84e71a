"""Matters that are chased: one for each call, with everything that ever happened to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.escalation import Escalation, EscalationStep
from agentdesk.domain.finding import CHASED, Finding
from agentdesk.store import findings as stored_findings
from agentdesk.store.outcome_tables import escalation_steps, escalations
from agentdesk.store.prepared import Prepared, Records, among, at_most, listed, value
from agentdesk.store.tables import findings
from agentdesk.store.types import to_microseconds

DONE_SHOWN = 100
"""Of those that have an outcome: the ones before stand on the pages of their calls."""
_FIELDS = tuple(each.name for each in fields(Escalation))
_ALL = sa.select(*(escalations.c[each] for each in _FIELDS))
_IS_OPEN = sa.text("state <> 'done'")
_OPEN = Records(Escalation, _ALL.where(_IS_OPEN).order_by(escalations.c.due_at, escalations.c.id))
_OPEN_COUNT = Prepared(sa.select(sa.func.count()).select_from(escalations).where(_IS_OPEN))
_BY_ID = Records(Escalation, _ALL.where(escalations.c.id == value("id", sa.BigInteger())))
_OF_CALLS = Records(Escalation, _ALL.where(among(escalations.c.call, "calls")))
_NEWEST = _ALL.order_by(escalations.c.happened_at.desc(), escalations.c.id.desc())
_DONE = Records(Escalation, at_most(_NEWEST.where(sa.text("state = 'done'")), DONE_SHOWN))
_BETWEEN = Records(
    Escalation,
    _NEWEST.where(
        escalations.c.happened_at >= value("start", sa.BigInteger()),
        escalations.c.happened_at < value("end", sa.BigInteger()),
    ),
)
_EVERY = Records(Escalation, _NEWEST)
_STEPS = Records(
    EscalationStep,
    sa.select(*(escalation_steps.c[each.name] for each in fields(EscalationStep)))
    .where(escalation_steps.c.escalation == value("escalation", sa.BigInteger()))
    .order_by(escalation_steps.c.id),
)
# worded like the index of open ones, which SQLite then uses
_OPEN_MATTERS = sa.and_(
    sa.text("findings.status = 'open'"),
    findings.c.kind.in_([sa.literal_column(f"'{each.value}'") for each in CHASED]),
    findings.c.call.is_not(None),
)
_JOINED = findings.outerjoin(escalations, escalations.c.call == findings.c.call)
_ASKING = Prepared(
    sa.select(findings.c.id)
    .select_from(_JOINED)
    .where(
        _OPEN_MATTERS,
        sa.or_(
            escalations.c.id.is_(None),
            sa.text("escalations.state = 'done'"),
            escalations.c.finding != findings.c.id,
        ),
    )
)
_ANSWERED = Prepared(
    sa.select(escalations.c.id)
    .select_from(escalations.outerjoin(findings, findings.c.id == escalations.c.finding))
    .where(sa.text("escalations.state <> 'done' AND findings.status IS NOT 'open'"))
)


@dataclass(frozen=True, slots=True)
class OutOfStep:
    """Where matters and findings differ. `asking`: open findings without an open matter of their own;
    `answered`: open matters whose finding isn't open any more.
    """

    asking: tuple[Finding, ...]
    answered: tuple[Escalation, ...]


def out_of_step(db: Connection) -> OutOfStep:
    """What is to be raised, reopened or closed, so that every open finding has its matter and the other way round."""
    asking = [each for (each,) in _ASKING.rows(db, {})]
    answered = [each for (each,) in _ANSWERED.rows(db, {})]
    found = (stored_findings.get(db, each) for each in asking)
    matters = (get(db, each) for each in answered)
    return OutOfStep(
        tuple(each for each in found if each is not None), tuple(each for each in matters if each is not None)
    )


def open_(db: Connection) -> tuple[Escalation, ...]:
    """Everything that isn't done, the earliest due first."""
    return _OPEN.all_(db, {})


def open_count(db: Connection) -> int:
    return int(_OPEN_COUNT.rows(db, {})[0][0])


def done(db: Connection) -> tuple[Escalation, ...]:
    """The last `DONE_SHOWN` that have an outcome, newest call first."""
    return _DONE.all_(db, {})


def all_(db: Connection) -> tuple[Escalation, ...]:
    """Every one there ever was, newest call first."""
    return _EVERY.all_(db, {})


def between(db: Connection, start: datetime, end: datetime) -> tuple[Escalation, ...]:
    """Those of calls that ended in [start, end), newest first."""
    return _BETWEEN.all_(db, {"start": to_microseconds(start), "end": to_microseconds(end)})


def get(db: Connection, number: int) -> Escalation | None:
    return next(iter(_BY_ID.all_(db, {"id": number})), None)


def of_calls(db: Connection, calls: Collection[int]) -> dict[int, Escalation]:
    """The matters of some calls, by the call's id."""
    return {each.call: each for each in _OF_CALLS.all_(db, {"calls": listed(calls)})}


def steps(db: Connection, number: int) -> tuple[EscalationStep, ...]:
    """What happened to a matter, from the beginning."""
    return _STEPS.all_(db, {"escalation": number})


def raise_(db: Connection, escalation: Escalation, said: Sequence[EscalationStep]) -> Escalation:
    """Writes a new matter down and returns it with its id."""
    row = {each: getattr(escalation, each) for each in _FIELDS if each != "id"}
    number = db.execute(sa.insert(escalations).values(row).returning(escalations.c.id)).scalar_one()
    _say(db, number, said)
    return replace(escalation, id=number)


def change(db: Connection, escalation: Escalation, said: EscalationStep) -> None:
    """Keeps a matter as it is now, and what happened to it. The store refuses one that is done without an outcome."""
    row = {each: getattr(escalation, each) for each in _FIELDS if each != "id"}
    db.execute(sa.update(escalations).where(escalations.c.id == escalation.id).values(row))
    _say(db, escalation.id, (said,))


def _say(db: Connection, number: int, said: Sequence[EscalationStep]) -> None:
    rows = [{"escalation": number, "at": each.at, "by": each.by, "what": each.what} for each in said]
    db.execute(sa.insert(escalation_steps), rows)

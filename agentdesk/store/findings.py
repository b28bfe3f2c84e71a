"""Findings: kept under their key, so that the same trouble stays the same finding and keeps its decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal, NamedTuple

import msgspec
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
from agentdesk.store.codec import to_text
from agentdesk.store.prepared import Prepared, among, at_most, filling, listed, value
from agentdesk.store.tables import bookings, calls, findings
from agentdesk.store.types import plain, to_microseconds

_KINDS = {each.value: each for each in Kind}
_FOUND = ("kind", "severity", "reason", "evidence", "call", "booking", "slot", "about")
_DECIDED = ("decided_by", "decided_at", "decision")
_REST = ("id", "status", "first_seen_at", "about_at", "agent", "agent_external_id", "connection", *_DECIDED)
_ALL = sa.select(*(findings.c[each] for each in (*_FOUND, *_REST)))
_BY_IDS = Prepared(_ALL.where(among(findings.c.id, "ids")))
_OF_BOOKINGS = Prepared(_ALL.where(among(findings.c.booking, "bookings")).order_by(findings.c.about_at, findings.c.id))
_OF_CALLS_OR_BOOKINGS = sa.or_(findings.c.call.is_not(None), findings.c.booking.is_not(None))
_IN_PERIOD = Prepared(
    _ALL.where(
        findings.c.about_at >= value("start", sa.BigInteger()),
        findings.c.about_at < value("end", sa.BigInteger()),
        _OF_CALLS_OR_BOOKINGS,
    )
)
_OF_CONNECTION = Prepared(
    _ALL.where(among(findings.c.kind, "kinds"), findings.c.connection == value("connection", sa.Text()))
)
_OF_KINDS = Prepared(
    _ALL.where(among(findings.c.kind, "kinds"), findings.c.about_at >= value("start", sa.BigInteger()))
)
_OPEN_PER_AGENT = Prepared(
    sa.select(
        findings.c.agent,
        sa.func.count(),
        sa.func.sum(sa.func.coalesce(findings.c.day, sa.literal_column("''")) < value("day", sa.Text())),
    )
    .where(sa.text("status = 'open' AND severity <> 'note'"))
    .group_by(findings.c.agent)
)


def _next_open_kind(*after: sa.ColumnElement[bool]) -> sa.ScalarSelect[str]:
    return sa.select(sa.func.min(findings.c.kind)).where(sa.text("status = 'open'"), *after).scalar_subquery()


# From each kind to the next, so that the many findings of one kind are not looked at.
_kinds = sa.select(_next_open_kind().label("kind")).cte("kinds", recursive=True)
_kinds = _kinds.union_all(sa.select(_next_open_kind(findings.c.kind > _kinds.c.kind)).where(_kinds.c.kind.is_not(None)))
_OPEN_KINDS = Prepared(sa.select(_kinds.c.kind).where(_kinds.c.kind.is_not(None)))
_AFTER_DECIDING = (FindingStatus.ACCEPTED, FindingStatus.DONE)
_mark = findings.alias("mark")
InContext = tuple[Found, datetime, str | None, str | None, str | None]
"""What was found, when that takes place, and the agent, the service's id of it and the connection."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a run of the checks changed. `changed`: found anew after being withdrawn, or found differently."""

    new: tuple[Finding, ...] = ()
    withdrawn: tuple[Finding, ...] = ()
    changed: tuple[Finding, ...] = ()


class Waiting(NamedTuple):
    """How many are open and need somebody, and how many of those for longer."""

    all: int
    old: int


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
    here = _made(_OF_CONNECTION.columns(db, {"kinds": listed(kinds), "connection": plain(connection)}))
    return _in_step(db, now, wanted, {each.id: each for each in here})


def reconcile_since(
    db: Connection, now: datetime, kinds: Sequence[Kind], start: datetime, found: Sequence[InContext]
) -> Reconciled:
    """Brings all findings of these kinds that are about `start` or later in step with what was found."""
    wanted = {each[0].key: each for each in found}
    values = {"kinds": listed(kinds), "start": to_microseconds(start)}
    known = _made(_OF_KINDS.columns(db, values)) + _made(_BY_IDS.columns(db, {"ids": listed(wanted)}))
    return _in_step(db, now, wanted, {each.id: each for each in known})


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
    return _made(_listing(_shape(wanted, before), limit).columns(db, {**_values(wanted), "before": before}))


def gravest(db: Connection, wanted: FindingFilter, limit: int) -> tuple[Finding, ...]:
    """At most `limit` open findings that fit, the most urgent kind first and of each kind the latest first."""
    here = {kind for (kind,) in _OPEN_KINDS.rows(db, {})}
    found: list[Finding] = []
    for kind in URGENCY:
        if len(found) < limit and kind in here and (not wanted.kinds or kind in wanted.kinds):
            found += page(db, replace(wanted, status=FindingStatus.OPEN, kinds=(kind,)), limit=limit - len(found))
    return tuple(found)


def of_bookings(db: Connection, ids: Sequence[int]) -> tuple[Finding, ...]:
    """Findings about any of these diary entries."""
    return _made(_OF_BOOKINGS.columns(db, {"bookings": listed(ids)}))


def count(db: Connection, wanted: FindingFilter) -> int:
    """How many fit."""
    return int(_counting(_shape(wanted, None)).rows(db, _values(wanted))[0][0])


def open_per_agent(db: Connection, since: date = date.min) -> dict[str | None, Waiting]:
    """How many are open about each agent and need somebody, and how many of them are about days before `since`.

    None: about calls without an agent, or about none.
    """
    return {agent: Waiting(*numbers) for agent, *numbers in _OPEN_PER_AGENT.rows(db, {"day": since.isoformat()})}


def get(db: Connection, number: str) -> Finding | None:
    return next(iter(_made(_BY_IDS.columns(db, {"ids": listed([number])}))), None)


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
    else:
        db.execute(placing.where(among(findings.c.id, "ids")), {"ids": listed(ids)})


def _known(db: Connection, keys: Sequence[str], start: datetime, end: datetime) -> dict[str, Finding]:
    here = _IN_PERIOD.columns(db, {"start": to_microseconds(start), "end": to_microseconds(end)})
    named = _BY_IDS.columns(db, {"ids": listed(keys)})
    return {each.id: each for each in (*_made(here), *_made(named))}


class _Shape(NamedTuple):
    """What a statement's wording depends on; everything else goes in as values."""

    before: bool
    first: bool
    last: bool
    status: FindingStatus | None
    agent: bool
    call: bool
    booking: bool
    kinds: Literal["any", "one", "some"]
    severities: tuple[Severity, ...]
    decided: bool
    ids: bool


def _shape(wanted: FindingFilter, before: str | None) -> _Shape:
    return _Shape(
        before is not None,
        wanted.first is not None,
        wanted.last is not None,
        wanted.status,
        wanted.agent is not None,
        wanted.call is not None,
        wanted.booking is not None,
        "any" if not wanted.kinds else "one" if len(wanted.kinds) == 1 else "some",
        tuple(sorted(set(wanted.severities))),
        wanted.decided,
        wanted.ids is not None,
    )


def _values(wanted: FindingFilter) -> dict[str, object]:
    return {
        "first": wanted.first and wanted.first.isoformat(),
        "last": wanted.last and wanted.last.isoformat(),
        "agent": wanted.agent and plain(wanted.agent),
        "call": wanted.call,
        "booking": wanted.booking,
        "kinds": wanted.kinds[0] if len(wanted.kinds) == 1 else listed(wanted.kinds),
        "ids": listed(wanted.ids or ()),
    }


@lru_cache(maxsize=256)
def _listing(shape: _Shape, limit: int | None) -> Prepared:
    latest_first = (findings.c.about_at.desc(), findings.c.id.desc())
    query = _ALL.where(*_conditions(shape)).order_by(*latest_first)
    return Prepared(query if limit is None else at_most(query, limit))


@lru_cache(maxsize=256)
def _counting(shape: _Shape) -> Prepared:
    return Prepared(sa.select(sa.func.count()).select_from(findings).where(*_conditions(shape)))


def _conditions(shape: _Shape) -> list[sa.ColumnElement[bool]]:
    column = findings.c
    # Open ones are few: their own index serves better than the one of days, so that one is hidden from the planner.
    day = sa.func.coalesce(column.day, "") if shape.status is FindingStatus.OPEN else column.day
    number = value("before", sa.Text())
    at = sa.select(_mark.c.about_at).where(_mark.c.id == number).scalar_subquery()
    asked: list[tuple[object, sa.ColumnElement[bool]]] = [
        (shape.before, sa.tuple_(column.about_at, column.id) < sa.tuple_(at, number)),
        (shape.first, day >= value("first", sa.Text())),
        (shape.last, day <= value("last", sa.Text())),
        (shape.agent, column.agent == value("agent", sa.Text())),
        (shape.call, column.call == value("call", sa.BigInteger())),
        (shape.booking, column.booking == value("booking", sa.BigInteger())),
        (shape.kinds == "one", column.kind == value("kinds", sa.Text())),
        (shape.kinds == "some", among(column.kind, "kinds")),
        (shape.ids, among(column.id, "ids")),
        (shape.status, _one_of(column.status, (shape.status,))),
        (shape.decided, _one_of(column.status, _AFTER_DECIDING)),
        (shape.severities, _one_of(column.severity, shape.severities)),
    ]
    return [condition for wanted, condition in asked if wanted]


def _one_of(column: sa.ColumnElement[Any], words: Sequence[FindingStatus | Severity | None]) -> sa.ColumnElement[bool]:
    """With words instead of values, so that the planner sees that the index of open ones will do."""
    return sa.or_(sa.false(), *(column == sa.literal_column(f"'{each}'", sa.Text()) for each in words))


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
        "about": found.about,
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


_KEPT = msgspec.json.Decoder(list[list[int | str]])


@lru_cache(maxsize=1024)
def _evidences(text: str) -> tuple[Evidence, ...]:
    """What a column says; made once for the same text, for a list that is shown again and again."""
    return tuple(map(_evidence, _KEPT.decode(text)))


def _evidence(kept: Sequence[int | str]) -> Evidence:
    what, about, words = kept[0], kept[1], str(kept[2])
    if what == "changed":
        return Changed(str(about), words, str(kept[3]))
    return Said(int(about), words) if what == "said" else Entry(int(about), words)


_fill_found = filling(Found, _FOUND)
_fill_finding = filling(Finding, ("found", *_REST))


def _made(columns: Sequence[Sequence[Any]]) -> tuple[Finding, ...]:
    """The findings of the columns of `_ALL`."""
    if not columns:
        return ()
    kind, severity, reason, evidence, *about = columns[: len(_FOUND)]
    found = _fill_found([[_KINDS[each] for each in kind], severity, reason, list(map(_evidences, evidence)), *about])
    return tuple(_fill_finding([found, *columns[len(_FOUND) :]]))

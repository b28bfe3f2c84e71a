"""Whether callers got what they needed, as people said: on the page of the call, and in reviews."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.agreement import OwnVerdict
from agentdesk.domain.review import Reply
from agentdesk.store.desk_tables import call_verdicts
from agentdesk.store.outcome_tables import call_marks
from agentdesk.store.tables import answers, calls


def put(db: Connection, verdict: OwnVerdict) -> None:
    """Keeps what somebody says on the page of a call, in place of what was said there before."""
    row = {"call_id": verdict.call, "reply": verdict.reply, "at": verdict.at, "by": verdict.by}
    adding = sqlite.insert(call_verdicts).values(row)
    db.execute(adding.on_conflict_do_update(index_elements=["call_id"], set_=row))


def of(db: Connection, call: int, question: str) -> OwnVerdict | None:
    """What was said last of a call. `question`: the one of a review that asks the same."""
    on_page = sa.select(*_PAGE).where(call_verdicts.c.call_id == call)
    in_review = sa.select(*_REVIEW).where(answers.c.call == call, answers.c.question == question)
    found = [_verdict(row) for row in (*db.execute(on_page), *db.execute(in_review))]
    return max(found, key=lambda each: each.at, default=None)


def of_agent(db: Connection, agent: str, question: str) -> tuple[tuple[OwnVerdict, bool | None], ...]:
    """What was said last of each call that an agent took, with the service's own opinion, by call.

    Calls that somebody said were not real are left out here as everywhere.
    """
    mine = sa.and_(calls.c.agent == agent, ~sa.exists().where(call_marks.c.call_id == calls.c.id))
    on_page = sa.select(*_PAGE, calls.c.resolved).join(calls, calls.c.id == call_verdicts.c.call_id).where(mine)
    in_review = (
        sa.select(*_REVIEW, calls.c.resolved)
        .join(calls, calls.c.id == answers.c.call)
        .where(mine, answers.c.question == question)
    )
    last: dict[int, tuple[OwnVerdict, bool | None]] = {}
    for row in sorted((*db.execute(on_page), *db.execute(in_review)), key=lambda each: each.at):
        last[row.call] = (_verdict(row), row.resolved)
    return tuple(last[each] for each in sorted(last))


def _verdict(row: sa.Row[Any]) -> OwnVerdict:
    return OwnVerdict(row.call, Reply(row.reply), row.at, row.by)


_PAGE: tuple[sa.ColumnElement[Any], ...] = (
    call_verdicts.c.call_id.label("call"),
    call_verdicts.c.reply,
    call_verdicts.c.at,
    call_verdicts.c.by,
)
_REVIEW: tuple[sa.ColumnElement[Any], ...] = (answers.c.call, answers.c.reply, answers.c.at, answers.c.by)

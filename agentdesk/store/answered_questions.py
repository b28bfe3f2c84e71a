"""Questions that were answered on the fact sheet, until a later call shows that the agent knows."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from agentdesk.domain.question import AnsweredQuestion
from agentdesk.store.codec import from_text, to_text
from agentdesk.store.desk_tables import answered_questions as table


def add(db: Connection, answered: AnsweredQuestion) -> None:
    """Keeps an answer, under a number of its own."""
    row = {each: getattr(answered, each) for each in ("question", "topic", "says", "at", "by")}
    db.execute(sa.insert(table).values(**row, agents=to_text(answered.agents)))


def all_(db: Connection) -> tuple[AnsweredQuestion, ...]:
    """Every one, the latest first."""
    return _read(db, sa.true())


def open_(db: Connection) -> tuple[AnsweredQuestion, ...]:
    """Those that no call has shown yet, the latest first."""
    # the words of the index, so that it is found
    return _read(db, sa.text("shown_in IS NULL"))


def show(db: Connection, number: int, call: int, at: datetime) -> None:
    """Says which call, made when, showed that the agent knows."""
    db.execute(sa.update(table).where(table.c.id == number).values(shown_in=call, shown_at=at))


def _read(db: Connection, which: sa.ColumnElement[bool] | sa.TextClause) -> tuple[AnsweredQuestion, ...]:
    found = db.execute(sa.select(table).where(which).order_by(table.c.id.desc()))
    return tuple(
        AnsweredQuestion(
            row.question,
            row.topic,
            row.says,
            row.at,
            row.by,
            from_text(row.agents, tuple[str, ...]),
            row.id,
            row.shown_in,
            row.shown_at,
        )
        for row in found
    )

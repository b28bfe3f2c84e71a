"""The tables of what the owner says: the business as it stood, verdicts, answers to questions, asking to see."""

from __future__ import annotations

import sqlalchemy as sa

from agentdesk.domain.review import Reply
from agentdesk.store.outcome_tables import metadata
from agentdesk.store.types import LongId, PlainText, UtcTime, one_of

__all__ = ["answered_questions", "business_versions", "call_verdicts", "metadata", "times_shown"]

business_versions = sa.Table(
    "business_versions",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("from_at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    comment="The business as it stood from an instant on; the last one is the business of now",
)

call_verdicts = sa.Table(
    "call_verdicts",
    metadata,
    sa.Column("call_id", LongId, sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    sa.Column("reply", one_of(Reply, "reply"), nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    comment="Whether the caller got what they needed, as the owner says on the page of the call",
)

answered_questions = sa.Table(
    "answered_questions",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("question", PlainText, nullable=False),
    sa.Column("topic", PlainText, nullable=False),
    sa.Column("says", PlainText, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("agents", sa.Text, nullable=False),
    sa.Column("shown_in", LongId),
    sa.Column("shown_at", UtcTime),
    comment="Questions answered on the fact sheet, until a later call shows that the agent knows",
)
sa.Index("ix_answered_questions_open", answered_questions.c.id, sqlite_where=sa.text("shown_in IS NULL"))

times_shown = sa.Table(
    "times_shown",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("call", LongId, nullable=False, index=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("what", PlainText, nullable=False),
    comment="Who asked to see hidden details, of which call; kept when the call goes",
)

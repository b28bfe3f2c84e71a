"""The tables of connected services: how far each was read, what it answered, which agents it has."""

from __future__ import annotations

import sqlalchemy as sa

from agentdesk.store.tables import metadata
from agentdesk.store.types import LongId, PlainText, UtcTime

__all__ = [
    "call_reads",
    "call_tools",
    "live_agents",
    "live_setups",
    "metadata",
    "pull_positions",
    "pull_states",
    "raw_answers",
    "service_keys",
    "set_aside",
    "visits",
]

pull_positions = sa.Table(
    "pull_positions",
    metadata,
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("stream", PlainText, primary_key=True),
    sa.Column("position", sa.Text, nullable=False),
    comment="`position` is the connector's own text; it moves in the transaction that keeps the rows before it",
)

pull_states = sa.Table(
    "pull_states",
    metadata,
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("state", PlainText, nullable=False),
    sa.Column("trouble", PlainText),
    sa.Column("since", UtcTime, nullable=False),
    sa.Column("tried_at", UtcTime, nullable=False),
    sa.Column("fresh_until", UtcTime),
    sa.Column("wait_until", UtcTime),
    sa.Column("failures", sa.Integer, nullable=False),
    comment="`since`: when it came into this state",
)

call_reads = sa.Table(
    "call_reads",
    metadata,
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("external_id", PlainText, primary_key=True),
    sa.Column("started_at", UtcTime, nullable=False),
    sa.Column("mark", sa.Text, nullable=False),
    sa.Column("due_at", UtcTime),
    comment="When a service's call is to be read again; never where `due_at` is null",
)
sa.Index("ix_call_reads_due", call_reads.c.connection, call_reads.c.due_at, sqlite_where=sa.text("due_at IS NOT NULL"))
sa.Index("ix_call_reads_started", call_reads.c.connection, call_reads.c.started_at)

raw_answers = sa.Table(
    "raw_answers",
    metadata,
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("kind", PlainText, primary_key=True),
    sa.Column("external_id", PlainText, primary_key=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
    comment="What the service answered, packed, without secrets and without what was said",
)

set_aside = sa.Table(
    "set_aside",
    metadata,
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("kind", PlainText, primary_key=True),
    sa.Column("name", PlainText, primary_key=True),
    sa.Column("why", PlainText, nullable=False),
    sa.Column("retry", sa.Boolean, nullable=False),
    sa.Column("first_at", UtcTime, nullable=False),
    sa.Column("last_at", UtcTime, nullable=False),
)

call_tools = sa.Table(
    "call_tools",
    metadata,
    sa.Column("call_id", LongId, sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    sa.Column("body", sa.Text, nullable=False),
    comment="What the agent did besides talking, for the calls in which it did",
)

live_agents = sa.Table(
    "live_agents",
    metadata,
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("external_id", PlainText, primary_key=True),
    sa.Column("name", PlainText, nullable=False),
    sa.Column("numbers", sa.Text, nullable=False),
    sa.Column("version", PlainText),
    sa.Column("changed_at", UtcTime),
    sa.Column("changed_by", PlainText),
    sa.Column("first_seen_at", UtcTime, nullable=False),
    sa.Column("gone_at", UtcTime),
)

live_setups = sa.Table(
    "live_setups",
    metadata,
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("external_id", PlainText, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seen_at", UtcTime, nullable=False),
    sa.Column("version", PlainText),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("raw", sa.LargeBinary, nullable=False),
    sa.Column("approved_at", UtcTime),
    sa.Column("approved_by", PlainText),
    sa.Column("why", PlainText, nullable=False),
    comment="What an agent was told, a row for each time that it behaved differently from then on",
)

service_keys = sa.Table(
    "service_keys",
    metadata,
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("key", sa.Text, nullable=False),
    comment="Only where the computer has no key store; encrypted with everything else",
)

visits = sa.Table(
    "visits",
    metadata,
    sa.Column("host", PlainText, primary_key=True),
    sa.Column("first_at", UtcTime, nullable=False),
    sa.Column("last_at", UtcTime, nullable=False),
    sa.Column("requests", sa.BigInteger, nullable=False),
    comment="Every place that AgentDesk has talked to",
)

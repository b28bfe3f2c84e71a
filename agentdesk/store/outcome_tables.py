"""The tables of what is done about things: matters chased, answers given, acts at a service, walks, marks."""

from __future__ import annotations

import sqlalchemy as sa

from agentdesk.domain.act import ActState
from agentdesk.domain.approval import ApprovalState
from agentdesk.domain.escalation import EscalationState, Outcome
from agentdesk.store.connected_tables import metadata
from agentdesk.store.types import LongId, PlainText, UtcTime, one_of

__all__ = [
    "acts",
    "approvals",
    "call_marks",
    "escalation_steps",
    "escalations",
    "known_facts",
    "metadata",
    "rehearsals",
    "walks",
]

escalations = sa.Table(
    "escalations",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("call", LongId, nullable=False, unique=True),
    sa.Column("finding", PlainText, nullable=False, index=True),
    sa.Column("agent", PlainText),
    sa.Column("why", PlainText, nullable=False),
    sa.Column("rule", PlainText, nullable=False),
    sa.Column("runbook", PlainText, nullable=False),
    sa.Column("within_minutes", sa.Integer, nullable=False),
    sa.Column("happened_at", UtcTime, nullable=False),
    sa.Column("raised_at", UtcTime, nullable=False),
    sa.Column("state", one_of(EscalationState, "state"), nullable=False),
    sa.Column("who", PlainText, nullable=False),
    sa.Column("due_at", UtcTime, nullable=False),
    sa.Column("reminders", sa.Integer, nullable=False),
    sa.Column("remind_at", UtcTime),
    sa.Column("moved_at", UtcTime, nullable=False),
    sa.Column("outcome", one_of(Outcome, "outcome")),
    sa.Column("note", PlainText, nullable=False),
    sa.Column("closed_at", UtcTime),
    sa.Column("closed_by", PlainText),
    sa.CheckConstraint("(state = 'done') = (outcome IS NOT NULL)", name="done_with_outcome"),
    comment="One for each call that needed a person; `moved_at` is the last time anything happened to it",
)
# Open ones are few however many were ever closed.
sa.Index("ix_escalations_open", escalations.c.due_at, escalations.c.id, sqlite_where=sa.text("state <> 'done'"))
sa.Index("ix_escalations_happened", escalations.c.happened_at, escalations.c.id)

escalation_steps = sa.Table(
    "escalation_steps",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("escalation", LongId, sa.ForeignKey("escalations.id", ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("what", PlainText, nullable=False),
    comment="What happened to a matter, in sentences; only grows",
)

approvals = sa.Table(
    "approvals",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("subject", PlainText, nullable=False, unique=True),
    sa.Column("agent", PlainText),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("digest", PlainText, nullable=False),
    sa.Column("asked_at", UtcTime, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=False),
    sa.Column("state", one_of(ApprovalState, "state"), nullable=False),
    sa.Column("decided_at", UtcTime),
    sa.Column("decided_by", PlainText),
    sa.Column("seconds_shown", sa.Float),
    sa.Column("note", PlainText, nullable=False),
    sa.Column("told_at", UtcTime),
    sa.Column("told_by", PlainText),
    sa.Column("told", PlainText),
    comment="`subject` is what it is about, so that it is asked once; `digest` is of exactly what was shown",
)
sa.Index("ix_approvals_waiting", approvals.c.expires_at, sqlite_where=sa.text("state = 'waiting'"))
sa.Index("ix_approvals_decided", approvals.c.decided_at)

acts = sa.Table(
    "acts",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("connection", PlainText, nullable=False),
    sa.Column("external_id", PlainText, nullable=False),
    sa.Column("agent", PlainText, nullable=False),
    sa.Column("kind", PlainText, nullable=False),
    sa.Column("plan", sa.Text, nullable=False),
    sa.Column("state", one_of(ActState, "state"), nullable=False),
    sa.Column("asked_at", UtcTime, nullable=False),
    sa.Column("asked_by", PlainText, nullable=False),
    sa.Column("why", PlainText, nullable=False),
    sa.Column("ended_at", UtcTime),
    sa.Column("trouble", PlainText, nullable=False),
    sa.Index(None, "connection", "external_id"),
    comment="What was to be done at a service, written down before it was sent",
)

rehearsals = sa.Table(
    "rehearsals",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("agent", PlainText, nullable=False, index=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("worked", sa.Boolean, nullable=False),
    sa.Column("note", PlainText, nullable=False),
    comment="When the emergency stop was tried, and what the test call showed",
)

walks = sa.Table(
    "walks",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("checklist", PlainText, nullable=False),
    sa.Column("agent", PlainText, nullable=False, index=True),
    sa.Column("started_at", UtcTime, nullable=False),
    sa.Column("started_by", PlainText, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("ended_at", UtcTime),
    comment="A checklist being walked through; `body` holds what was ticked, by whom and when",
)

known_facts = sa.Table(
    "known_facts",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("agent", PlainText, nullable=False, index=True),
    sa.Column("topic", PlainText, nullable=False),
    sa.Column("was", PlainText, nullable=False),
    sa.Column("now", PlainText, nullable=False),
    sa.Column("changed_at", UtcTime, nullable=False),
    sa.Column("changed_by", PlainText, nullable=False),
    sa.Column("call", LongId),
    sa.Column("known_at", UtcTime),
    sa.Column("note", PlainText, nullable=False),
    sa.UniqueConstraint("agent", "topic", "changed_at"),
    comment="A fact of the business that changed, until a later call shows that the agent knows it",
)
sa.Index("ix_known_facts_open", known_facts.c.agent, sqlite_where=sa.text("known_at IS NULL"))

call_marks = sa.Table(
    "call_marks",
    metadata,
    sa.Column("call_id", LongId, sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    sa.Column("mark", PlainText, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    comment="Calls that somebody said were spam or a test",
)

"""The tables. Relational where something is asked of them, one JSON text where a record is only kept."""

from __future__ import annotations

import sqlalchemy as sa

from agentdesk.domain.action import ActionState
from agentdesk.domain.agent import Stage
from agentdesk.domain.booking import BookingStatus, Match
from agentdesk.domain.business import Role
from agentdesk.domain.finding import FindingStatus, Severity
from agentdesk.domain.review import Reply, ReviewState
from agentdesk.store.types import LongId, PlainText, UtcTime, one_of

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

migrated_to = sa.Table(
    "alembic_version",
    metadata,
    sa.Column("version_num", sa.String(32), nullable=False),
    sa.PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("name", PlainText, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
)

connections = sa.Table(
    "connections",
    metadata,
    sa.Column("name", PlainText, primary_key=True),
    sa.Column("service", PlainText, nullable=False),
    sa.Column("address", PlainText, nullable=False),
    sa.Column("account", PlainText, nullable=False),
    sa.Column("others_book", sa.Boolean, nullable=False),
    sa.Column("title", PlainText, nullable=False, server_default=""),
    sa.Column("key_ending", PlainText, nullable=False, server_default=""),
    sa.Column("account_name", PlainText, nullable=False, server_default=""),
    sa.Column("account_marks", PlainText, nullable=False, server_default=""),
)

people = sa.Table(
    "people",
    metadata,
    sa.Column("name", PlainText, primary_key=True),
    sa.Column("role", one_of(Role, "role"), nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
)

agents = sa.Table(
    "agents",
    metadata,
    sa.Column("name", PlainText, primary_key=True),
    sa.Column("connection", PlainText),
    sa.Column("external_id", PlainText),
    sa.Column("stage", one_of(Stage, "stage"), nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)

stage_changes = sa.Table(
    "stage_changes",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("agent", PlainText, nullable=False, index=True),
    sa.Column("stage", one_of(Stage, "stage"), nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("why", PlainText, nullable=False),
)

brief_versions = sa.Table(
    "brief_versions",
    metadata,
    sa.Column("agent", PlainText, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("saved_at", UtcTime, nullable=False),
    sa.Column("saved_by", PlainText, nullable=False),
    sa.Column("approved_at", UtcTime),
    sa.Column("approved_by", PlainText),
    sa.Column("why", PlainText, nullable=False),
)

calls = sa.Table(
    "calls",
    metadata,
    sa.Column("id", LongId, primary_key=True, autoincrement=False),
    sa.Column("connection", PlainText, nullable=False),
    sa.Column("external_id", PlainText, nullable=False),
    sa.Column("agent", PlainText),
    sa.Column("agent_external_id", PlainText),
    sa.Column("started_at", UtcTime, nullable=False),
    sa.Column("day", sa.Date, nullable=False, index=True),
    sa.Column("moved", sa.Boolean, nullable=False),
    sa.Column("seconds", sa.Float),
    sa.Column("caller", PlainText),
    sa.Column("cost_minor", sa.BigInteger),
    sa.Column("cost_scale", sa.SmallInteger),
    sa.Column("cost_currency", PlainText),
    sa.Column("outcome", PlainText),
    sa.Column("turns", sa.Integer, nullable=False),
    sa.Column("final", sa.Boolean, nullable=False),
    sa.Column("digest", sa.LargeBinary(16), nullable=False),
    sa.Column("handover", PlainText),
    sa.Column("resolved", sa.Boolean),
    sa.Column("agent_version", PlainText),
    sa.UniqueConstraint("connection", "external_id"),
    comment="`day` is the business's; `moved`: the start no longer agrees with the id",
)
# In SQLite an index ends with the row's number, which is the id: each of these also gives newest first.
sa.Index("ix_calls_agent", calls.c.agent)
sa.Index("ix_calls_outcome", calls.c.outcome)
sa.Index("ix_calls_unanswered", calls.c.turns, sqlite_where=sa.text("turns = 0"))
sa.Index("ix_calls_moved", calls.c.day, sqlite_where=sa.text("moved"))

call_words = sa.Table(
    "call_words",
    metadata,
    sa.Column("call_id", LongId, sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("marks", sa.Text, nullable=False),
)

call_readings = sa.Table(
    "call_readings",
    metadata,
    sa.Column("call_id", LongId, sa.ForeignKey("calls.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    sa.Column("rules", sa.BigInteger, nullable=False, index=True),
    sa.Column("real", sa.Boolean, nullable=False),
    sa.Column("gave_up", sa.Boolean, nullable=False),
    sa.Column("about_booking", sa.Boolean, nullable=False),
    sa.Column("needed_person", sa.Boolean, nullable=False),
    sa.Column("passed", sa.Boolean, nullable=False),
    sa.Column("gave_details", sa.Boolean, nullable=False),
    comment="What a call was by its own words, and the mark of the rules it was read with; no row: not read",
)

day_totals = sa.Table(
    "day_totals",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("agent", PlainText, primary_key=True),
    sa.Column("connection", PlainText, primary_key=True),
    sa.Column("agent_external_id", PlainText, primary_key=True),
    sa.Column("currency", PlainText, primary_key=True),
    sa.Column("scale", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("calls", sa.Integer, nullable=False),
    sa.Column("answered", sa.Integer, nullable=False),
    sa.Column("milliseconds", sa.BigInteger, nullable=False),
    sa.Column("minor", sa.BigInteger, nullable=False),
    comment="Calls added up; empty text where the call has no agent or no cost",
)
# Calls of agents that nobody listed are few, and asked for by every list of agents.
sa.Index(
    "ix_day_totals_unlisted",
    *(day_totals.c[each] for each in ("connection", "agent_external_id", "day", "calls")),
    sqlite_where=sa.text("agent = ''"),
)

bookings = sa.Table(
    "bookings",
    metadata,
    sa.Column("id", LongId, primary_key=True, autoincrement=False),
    sa.Column("connection", PlainText, nullable=False),
    sa.Column("external_id", PlainText, nullable=False),
    sa.Column("starts_at", UtcTime, nullable=False),
    sa.Column("ends_at", UtcTime, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("status", one_of(BookingStatus, "status"), nullable=False),
    sa.Column("service", PlainText),
    sa.Column("customer", PlainText),
    sa.Column("phone", PlainText),
    sa.Column("email", PlainText),
    sa.Column("created_at", UtcTime),
    sa.Column("call", LongId),
    sa.Column("match", one_of(Match, "match"), nullable=False),
    sa.Column("all_day", sa.Boolean, nullable=False),
    sa.Column("sought", PlainText, nullable=False),
    sa.Column("person", PlainText),
    sa.Column("moved_to", PlainText),
    sa.Column("first_starts_at", UtcTime),
    sa.Column("first_service", PlainText),
    sa.Column("first_person", PlainText),
    sa.Column("cancelled_at", UtcTime),
    sa.UniqueConstraint("connection", "external_id"),
    sa.Index(None, "starts_at", "id"),
    sa.Index(None, "call"),
    comment="`sought`: service, customer, phone and e-mail without capitals, to look words up in",
)

findings = sa.Table(
    "findings",
    metadata,
    sa.Column("id", PlainText, primary_key=True),
    sa.Column("kind", PlainText, nullable=False),
    sa.Column("severity", one_of(Severity, "severity"), nullable=False),
    sa.Column("reason", PlainText, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("call", LongId),
    sa.Column("booking", LongId),
    sa.Column("slot", PlainText, nullable=False),
    sa.Column("status", one_of(FindingStatus, "status"), nullable=False),
    sa.Column("first_seen_at", UtcTime, nullable=False),
    sa.Column("about_at", UtcTime, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("agent", PlainText),
    sa.Column("agent_external_id", PlainText),
    sa.Column("connection", PlainText),
    sa.Column("decided_by", PlainText),
    sa.Column("decided_at", UtcTime),
    sa.Column("decision", PlainText, nullable=False),
    sa.Column("about", PlainText, nullable=False, server_default=""),
    sa.Index(None, "about_at", "id"),
    sa.Index(None, "call"),
    sa.Index(None, "booking"),
    sa.Index(None, "day"),
    comment="`kind` is open text: a new check needs no schema step",
)
# Open ones are few however many there are in all, and are what is asked for most.
sa.Index("ix_findings_open_call", findings.c.call, sqlite_where=sa.text("status = 'open'"))
sa.Index("ix_findings_open", findings.c.about_at, findings.c.id, sqlite_where=sa.text("status = 'open'"))
sa.Index(
    "ix_findings_open_agent",
    *(findings.c[each] for each in ("agent", "severity", "day")),
    sqlite_where=sa.text("status = 'open'"),
)
# What is most urgent is found, and how much is open counted, without looking at the findings themselves.
sa.Index(
    "ix_findings_open_kind",
    *(findings.c[each] for each in ("kind", "about_at", "id", "severity", "day")),
    sqlite_where=sa.text("status = 'open'"),
)

reviews = sa.Table(
    "reviews",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("first", sa.Date, nullable=False),
    sa.Column("last", sa.Date, nullable=False),
    sa.Column("started_at", UtcTime, nullable=False),
    sa.Column("started_by", PlainText, nullable=False),
    sa.Column("seed", sa.BigInteger, nullable=False),
    sa.Column("pool", sa.Integer, nullable=False),
    sa.Column("looks", sa.Text, nullable=False),
    sa.Column("steps_done", sa.Text, nullable=False),
    sa.Column("carried_over", sa.Text, nullable=False),
    sa.Column("state", one_of(ReviewState, "state"), nullable=False),
    sa.Column("finished_at", UtcTime),
    sa.Column("seconds_spent", sa.Float, nullable=False),
)
sa.Index("uq_reviews_open", reviews.c.state, unique=True, sqlite_where=sa.text("state = 'open'"))

answers = sa.Table(
    "answers",
    metadata,
    sa.Column("review", LongId, sa.ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("call", LongId, primary_key=True, autoincrement=False),
    sa.Column("question", PlainText, primary_key=True),
    sa.Column("reply", one_of(Reply, "reply"), nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("by", PlainText, nullable=False),
    sa.Column("note", PlainText, nullable=False),
)

actions = sa.Table(
    "actions",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("what", PlainText, nullable=False),
    sa.Column("who", PlainText, nullable=False),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("review", LongId, sa.ForeignKey("reviews.id", ondelete="SET NULL")),
    sa.Column("state", one_of(ActionState, "state"), nullable=False),
    sa.Column("closed_at", UtcTime),
    sa.Column("note", PlainText, nullable=False),
    sa.Column("kind", PlainText),
    sa.Column("agent", PlainText),
    sa.Column("shown_by", LongId),
)

notices = sa.Table(
    "notices",
    metadata,
    sa.Column("id", LongId, primary_key=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("happened_at", UtcTime),
    sa.Column("title", PlainText, nullable=False),
    sa.Column("body", PlainText, nullable=False),
    sa.Column("pop_up", PlainText, nullable=False),
    sa.Column("subject", PlainText, nullable=False),
    sa.Column("subject_id", PlainText, nullable=False),
    sa.Column("read_at", UtcTime),
    sa.Column("popped_at", UtcTime),
    sa.UniqueConstraint("subject", "subject_id"),
)

"""Connected services: how far each was read, what it answered, which agents it has and what they were told.

And what each call was by its own words, so that a week is planned without reading it again.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_columns()
    _add_tables()
    _add_readings()
    _add_indexes()


def _add_columns() -> None:
    op.add_column("findings", sa.Column("about", sa.Text(), server_default="", nullable=False))
    op.add_column("bookings", sa.Column("person", sa.Text(), nullable=True))
    op.add_column("bookings", sa.Column("moved_to", sa.Text(), nullable=True))
    op.add_column("bookings", sa.Column("first_starts_at", sa.BigInteger(), nullable=True))
    op.add_column("bookings", sa.Column("first_service", sa.Text(), nullable=True))
    op.add_column("bookings", sa.Column("first_person", sa.Text(), nullable=True))
    op.add_column("calls", sa.Column("handover", sa.Text(), nullable=True))
    op.add_column("calls", sa.Column("resolved", sa.Boolean(), nullable=True))
    op.add_column("calls", sa.Column("agent_version", sa.Text(), nullable=True))
    op.add_column("connections", sa.Column("title", sa.Text(), server_default="", nullable=False))
    op.add_column("connections", sa.Column("key_ending", sa.Text(), server_default="", nullable=False))
    op.add_column("connections", sa.Column("account_name", sa.Text(), server_default="", nullable=False))
    op.add_column("connections", sa.Column("account_marks", sa.Text(), server_default="", nullable=False))


def _add_tables() -> None:
    op.create_table(
        "call_reads",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("connection", "external_id", name=op.f("pk_call_reads")),
        comment="When a service's call is to be read again; never where `due_at` is null",
    )
    op.create_index(
        "ix_call_reads_due",
        "call_reads",
        ["connection", "due_at"],
        unique=False,
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_index("ix_call_reads_started", "call_reads", ["connection", "started_at"], unique=False)
    op.create_table(
        "live_agents",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=True),
        sa.Column("changed_by", sa.Text(), nullable=True),
        sa.Column("first_seen_at", sa.BigInteger(), nullable=False),
        sa.Column("gone_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("connection", "external_id", name=op.f("pk_live_agents")),
    )
    op.create_table(
        "live_setups",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("approved_at", sa.BigInteger(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "external_id", "number", name=op.f("pk_live_setups")),
        comment="What an agent was told, a row for each time that it behaved differently from then on",
    )
    op.create_table(
        "pull_positions",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "stream", name=op.f("pk_pull_positions")),
        comment="`position` is the connector's own text; it moves in the transaction that keeps the rows before it",
    )
    op.create_table(
        "pull_states",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("trouble", sa.Text(), nullable=True),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("tried_at", sa.BigInteger(), nullable=False),
        sa.Column("fresh_until", sa.BigInteger(), nullable=True),
        sa.Column("wait_until", sa.BigInteger(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("connection", name=op.f("pk_pull_states")),
        comment="`since`: when it came into this state",
    )
    op.create_table(
        "raw_answers",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "kind", "external_id", name=op.f("pk_raw_answers")),
        comment="What the service answered, packed, without secrets and without what was said",
    )
    op.create_table(
        "service_keys",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("connection", name=op.f("pk_service_keys")),
        comment="Only where the computer has no key store; encrypted with everything else",
    )
    op.create_table(
        "set_aside",
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("retry", sa.Boolean(), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("connection", "kind", "name", name=op.f("pk_set_aside")),
    )
    op.create_table(
        "visits",
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("last_at", sa.BigInteger(), nullable=False),
        sa.Column("requests", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("host", name=op.f("pk_visits")),
        comment="Every place that AgentDesk has talked to",
    )
    op.create_table(
        "call_tools",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_tools_call_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_call_tools")),
        comment="What the agent did besides talking, for the calls in which it did",
    )


def _add_readings() -> None:
    op.create_table(
        "call_readings",
        sa.Column("call_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("rules", sa.BigInteger(), nullable=False),
        sa.Column("real", sa.Boolean(), nullable=False),
        sa.Column("gave_up", sa.Boolean(), nullable=False),
        sa.Column("about_booking", sa.Boolean(), nullable=False),
        sa.Column("needed_person", sa.Boolean(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("gave_details", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_readings_call_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_call_readings")),
        comment="What a call was by its own words, and the mark of the rules it was read with; no row: not read",
    )
    op.create_index("ix_call_readings_rules", "call_readings", ["rules"], unique=False)


def _add_indexes() -> None:
    op.create_index("ix_findings_day", "findings", ["day"], unique=False)
    op.create_index(
        "ix_findings_open_agent", "findings", ["agent"], unique=False, sqlite_where=sa.text("status = 'open'")
    )
    op.create_index(
        "ix_findings_open_kind",
        "findings",
        ["kind", "about_at", "id", "severity", "day"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
    )
    op.create_index(
        "ix_day_totals_unlisted",
        "day_totals",
        ["connection", "agent_external_id", "day", "calls"],
        unique=False,
        sqlite_where=sa.text("agent = ''"),
    )

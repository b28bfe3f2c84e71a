"""What is done about things: matters chased to an outcome, answers given, acts at a service, walks, marks on calls."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LONG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _add_escalations()
    _add_approvals()
    _add_acts()
    _add_walks()
    _add_facts_and_marks()
    _add_history_and_verdicts()
    _add_answers_and_showings()
    _count_open_by_severity()


def _add_escalations() -> None:
    op.create_table(
        "escalations",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("call", LONG_ID, nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("runbook", sa.Text(), nullable=False),
        sa.Column("within_minutes", sa.Integer(), nullable=False),
        sa.Column("happened_at", sa.BigInteger(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "taken", "done", name="state", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("remind_at", sa.BigInteger(), nullable=True),
        sa.Column("moved_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "sorted",
                "booked",
                "refunded",
                "nothing_to_do",
                "taken_back",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=True),
        sa.CheckConstraint("(state = 'done') = (outcome IS NOT NULL)", name=op.f("ck_escalations_done_with_outcome")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalations")),
        sa.UniqueConstraint("call", name=op.f("uq_escalations_call")),
        comment="One for each call that needed a person; `moved_at` is the last time anything happened to it",
    )
    op.create_index(op.f("ix_escalations_finding"), "escalations", ["finding"], unique=False)
    op.create_index("ix_escalations_happened", "escalations", ["happened_at", "id"], unique=False)
    op.create_index(
        "ix_escalations_open", "escalations", ["due_at", "id"], unique=False, sqlite_where=sa.text("state <> 'done'")
    )
    op.create_table(
        "escalation_steps",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("escalation", LONG_ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["escalation"], ["escalations.id"], name=op.f("fk_escalation_steps_escalation"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation_steps")),
        comment="What happened to a matter, in sentences; only grows",
    )
    op.create_index(op.f("ix_escalation_steps_escalation"), "escalation_steps", ["escalation"], unique=False)


def _add_approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting",
                "yes",
                "no",
                "expired",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("seconds_shown", sa.Float(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_approvals")),
        sa.UniqueConstraint("subject", name=op.f("uq_approvals_subject")),
        comment="`subject` is what it is about, so that it is asked once; `digest` is of exactly what was shown",
    )
    op.create_index("ix_approvals_decided", "approvals", ["decided_at"], unique=False)
    op.create_index(
        "ix_approvals_waiting", "approvals", ["expires_at"], unique=False, sqlite_where=sa.text("state = 'waiting'")
    )


def _add_acts() -> None:
    op.create_table(
        "acts",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("connection", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "intended",
                "proven",
                "not_proven",
                "by_hand",
                "dropped",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acts")),
        comment="What was to be done at a service, written down before it was sent",
    )
    op.create_index(op.f("ix_acts_connection_external_id"), "acts", ["connection", "external_id"], unique=False)
    op.create_table(
        "rehearsals",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("worked", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rehearsals")),
        comment="When the emergency stop was tried, and what the test call showed",
    )
    op.create_index(op.f("ix_rehearsals_agent"), "rehearsals", ["agent"], unique=False)


def _add_walks() -> None:
    op.create_table(
        "walks",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("checklist", sa.Text(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_walks")),
        comment="A checklist being walked through; `body` holds what was ticked, by whom and when",
    )
    op.create_index(op.f("ix_walks_agent"), "walks", ["agent"], unique=False)


def _add_facts_and_marks() -> None:
    op.create_table(
        "known_facts",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("now", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.Column("call", LONG_ID, nullable=True),
        sa.Column("known_at", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_facts")),
        sa.UniqueConstraint("agent", "topic", "changed_at", name=op.f("uq_known_facts_agent_topic_changed_at")),
        comment="A fact of the business that changed, until a later call shows that the agent knows it",
    )
    op.create_index(op.f("ix_known_facts_agent"), "known_facts", ["agent"], unique=False)
    op.create_index(
        "ix_known_facts_open", "known_facts", ["agent"], unique=False, sqlite_where=sa.text("known_at IS NULL")
    )
    op.create_table(
        "call_marks",
        sa.Column("call_id", LONG_ID, autoincrement=False, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_marks_call_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_call_marks")),
        comment="Calls that somebody said were spam or a test",
    )


def _add_history_and_verdicts() -> None:
    op.create_table(
        "business_versions",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("from_at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_business_versions")),
        comment="The business as it stood from an instant on; the last one is the business of now",
    )
    op.create_table(
        "call_verdicts",
        sa.Column("call_id", LONG_ID, autoincrement=False, nullable=False),
        sa.Column(
            "reply",
            sa.Enum(
                "yes",
                "no",
                "does_not_apply",
                "cannot_tell",
                name="reply",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_verdicts_call_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_call_verdicts")),
        comment="Whether the caller got what they needed, as the owner says on the page of the call",
    )


def _add_answers_and_showings() -> None:
    op.create_table(
        "answered_questions",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("agents", sa.Text(), nullable=False),
        sa.Column("shown_in", LONG_ID, nullable=True),
        sa.Column("shown_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answered_questions")),
        comment="Questions answered on the fact sheet, until a later call shows that the agent knows",
    )
    op.create_index(
        "ix_answered_questions_open",
        "answered_questions",
        ["id"],
        unique=False,
        sqlite_where=sa.text("shown_in IS NULL"),
    )
    op.create_table(
        "times_shown",
        sa.Column("id", LONG_ID, nullable=False),
        sa.Column("call", LONG_ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_times_shown")),
        comment="Who asked to see hidden details, of which call; kept when the call goes",
    )
    op.create_index(op.f("ix_times_shown_call"), "times_shown", ["call"], unique=False)


def _count_open_by_severity() -> None:
    op.drop_index("ix_findings_open_agent", table_name="findings")
    op.create_index(
        "ix_findings_open_agent",
        "findings",
        ["agent", "severity"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
    )

"""What shows that a promise was kept, what became of an answer that somebody waits for, and when entries ended."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

LONG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _link_actions_with_what_was_found()
    _keep_who_was_told_of_an_answer()
    _keep_when_an_entry_was_cancelled()
    _count_open_by_day()


def _link_actions_with_what_was_found() -> None:
    op.add_column("actions", sa.Column("kind", sa.Text(), nullable=True))
    op.add_column("actions", sa.Column("agent", sa.Text(), nullable=True))
    op.add_column("actions", sa.Column("shown_by", LONG_ID, nullable=True))


def _keep_who_was_told_of_an_answer() -> None:
    for column in ("told_at", "told_by", "told"):
        kind = sa.BigInteger() if column == "told_at" else sa.Text()
        op.add_column("approvals", sa.Column(column, kind, nullable=True))
    # what was answered before nobody was asked about; it is not brought up again
    op.execute(
        "UPDATE approvals SET told_at = decided_at, told_by = decided_by, told = '' WHERE state IN ('yes', 'no')"
    )


def _keep_when_an_entry_was_cancelled() -> None:
    op.add_column("bookings", sa.Column("cancelled_at", sa.BigInteger(), nullable=True))


def _count_open_by_day() -> None:
    op.drop_index("ix_findings_open_agent", table_name="findings")
    op.create_index(
        "ix_findings_open_agent",
        "findings",
        ["agent", "severity", "day"],
        unique=False,
        sqlite_where=sa.text("status = 'open'"),
    )

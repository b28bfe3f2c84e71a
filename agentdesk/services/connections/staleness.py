"""What the owner must know of a connection that cannot be read: since when, and what will soon be gone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.connection import Connection, PullState
from agentdesk.domain.finding import Found, Kind, Severity
from agentdesk.domain.wording import moment_in_words
from agentdesk.store import findings
from agentdesk.store.findings import Reconciled

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

KINDS = (Kind.CONNECTION_STALE, Kind.EVIDENCE_EXPIRING)
PATIENCE = timedelta(hours=6)
"""A service that is away for an afternoon is shown at the foot of the window; longer needs somebody."""


def keep_matters(
    db: Database, connection: Connection, state: PullState, keeps_days: int | None, now: datetime, zone: ZoneInfo
) -> Reconciled:
    """Brings what needs somebody about a connection in step with how it stands.

    `keeps_days`: after how many days its service may delete calls; None where it keeps them.
    """
    found = list(_matters(connection, state, keeps_days, now, zone))
    contexts = [(each, state.since, None, None, connection.name) for each in found]
    return findings.reconcile_others(db, now, KINDS, connection.name, contexts)


def _matters(
    connection: Connection, state: PullState, keeps_days: int | None, now: datetime, zone: ZoneInfo
) -> list[Found]:
    title = connection.title or connection.name
    about = f"connection {connection.name}"
    last = (
        f"Nothing new since {moment_in_words(state.fresh_until, zone)}." if state.fresh_until else "Nothing was read."
    )
    found = []
    if state.state == "signed_out" or (state.state in {"unreachable", "waiting"} and now - state.since >= PATIENCE):
        trouble = state.trouble or ""
        # the trouble names the service, and so the connection where that has no name of its own
        whose = "" if trouble.startswith(title) else f"{title}: "
        reason = f"{whose}{trouble} {last}"
        found.append(Found(Kind.CONNECTION_STALE, Severity.AMBER, reason, (), about=about))
    if keeps_days is not None and state.fresh_until is not None:
        gone_from = state.fresh_until + timedelta(days=keeps_days)
        if state.state != "ok" and now >= state.fresh_until + timedelta(days=keeps_days) / 2:
            when = f"From {moment_in_words(gone_from, zone)} on its calls" if now < gone_from else "Its calls"
            reason = f"{title} hasn't been read for a while. {when} may be deleted at the service. {last}"
            found.append(Found(Kind.EVIDENCE_EXPIRING, Severity.AMBER, reason, (), about=about))
    return found

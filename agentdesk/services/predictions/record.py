"""What a benchmark record says, as the data that the checks read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from agentdesk.domain.call import Call, Turn

Record = Mapping[str, Any]
Prediction = dict[str, Any]

ZONE = ZoneInfo("Europe/London")
CALLER = "+441134960102"
"""Records name no numbers; the caller has this one."""


def turns_of(record: Record) -> tuple[Turn, ...]:
    """What was said."""
    return tuple(Turn(each["role"], each["text"]) for each in record.get("turns") or ())


def day_of(record: Record) -> date:
    """The day of the call; any day will do where a record has none."""
    return date.fromisoformat(record.get("call_date") or "2026-01-05")


def call_of(record: Record) -> Call:
    """The call of a record, five minutes from nine in the morning of its day."""
    started_at = datetime.combine(day_of(record), time(9), ZONE).astimezone(UTC)
    return Call(
        id=1,
        connection="calls",
        external_id=str(record["id"]),
        agent=None,
        agent_external_id=None,
        started_at=started_at,
        seconds=300,
        caller=CALLER,
        turns=turns_of(record),
    )

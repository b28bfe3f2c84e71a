"""datetimes: the day, the time or both that a phrase means, seen from an instant."""

from __future__ import annotations

from datetime import datetime, time

from agentdesk.language.moments import moments
from agentdesk.services.predictions.record import Prediction, Record

_NOW = ("now", "right now", "just now", "straight away", "right away", "immediately")
"""On its own this is an instant; within a sentence it is none ("you're now booked")."""
_SHOWN = {"date": "%Y-%m-%d", "time": "%H:%M", "datetime": "%Y-%m-%d %H:%M"}


def predict(record: Record) -> Prediction:
    """`{"value"}`; empty when the phrase says no such thing."""
    now = datetime.fromisoformat(record["ref"])
    phrase = record["phrase"]
    if phrase.strip().lower() in _NOW:
        return {"value": now.strftime(_SHOWN[record["kind"]])}
    # a phrase that is known to be a time needs no word before it that says so
    found = next(iter(moments(phrase, now.date(), now=now) or moments(f"at {phrase}", now.date(), now=now)), None)
    if found is None:
        return {"value": ""}
    day = found.day.isoformat() if found.day else ""
    at = f"{_as_on_the_clock(found.times):%H:%M}" if found.times else ""
    return {"value": {"date": day, "time": at}.get(record["kind"], f"{day} {at}")}


def _as_on_the_clock(times: tuple[time, ...]) -> time:
    """Without a business there are no hours to judge by: "quarter to five" is what a 24-hour clock shows."""
    return min(times, key=lambda each: each.hour or 24)

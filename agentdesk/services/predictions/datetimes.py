"""datetimes: the day, the time or both that a phrase means, seen from an instant."""

from __future__ import annotations

import re
from datetime import datetime, time

from agentdesk.language.moments import Moment, moments
from agentdesk.services.predictions.record import Prediction, Record

_NOW = ("now", "right now", "just now", "straight away", "right away", "immediately")
"""On its own this is an instant; within a sentence it is none ("you're now booked")."""
_A_DAY_ALONE = re.compile(r"^(?:on )?(?:the )?(\d{1,2})(?= at\b|$)", re.IGNORECASE)
_SHOWN = {"date": "%Y-%m-%d", "time": "%H:%M", "datetime": "%Y-%m-%d %H:%M"}


def predict(record: Record) -> Prediction:
    """`{"value"}`; empty when the phrase says no such thing."""
    now = datetime.fromisoformat(record["ref"])
    phrase = record["phrase"]
    if phrase.strip().lower() in _NOW:
        return {"value": now.strftime(_SHOWN[record["kind"]])}
    found = _moment(phrase, record["kind"], now)
    if found is None:
        return {"value": ""}
    day = found.day.isoformat() if found.day else ""
    at = f"{_as_on_the_clock(found.times):%H:%M}" if found.times else ""
    return {"value": {"date": day, "time": at}.get(record["kind"], f"{day} {at}")}


def _moment(phrase: str, kind: str, now: datetime) -> Moment | None:
    """The first moment that says all that is asked for, or else the first of all.

    A phrase that is known to be a time or a day needs no "at" before it and no "th" behind it.
    """
    ways = (phrase, f"at {phrase}", _A_DAY_ALONE.sub(r"on the \1th", phrase))
    read = [each for words in ways for each in moments(words, now.date(), now=now)[:1]]
    whole = (each for each in read if (each.days or kind == "time") and (each.times or kind == "date"))
    return next(whole, next(iter(read), None))


def _as_on_the_clock(times: tuple[time, ...]) -> time:
    """Without a business there are no hours to judge by: "quarter to five" is what a 24-hour clock shows."""
    return min(times, key=lambda each: each.hour or 24)

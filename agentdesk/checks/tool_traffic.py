"""What the agent's tools did to the diary, read from what they were asked and what they answered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from agentdesk.domain.call import Call, ToolEntry
from agentdesk.language.claims import ClaimKind

LONGEST_READ = 20_000
"""Letters of an answer that are read; what is longer lists free times, not a booking."""


@dataclass(frozen=True, slots=True)
class ToolAct:
    """One use of a tool that makes, moves or cancels a booking.

    `done`: the answer says that it worked; False where it failed, whatever the service calls it, or never came.
    `ids`: every name in question and answer that may be a diary entry's. `starts_at`: when it is for, with a zone
    where one was given.
    """

    kind: ClaimKind
    done: bool
    after_turn: int
    ids: frozenset[str]
    starts_at: datetime | None


_LOOKS_ONLY = re.compile(
    r"check|avail|slots\b|list|find|search|look|get_|fetch|read|query|free|knowledge|hours", re.IGNORECASE
)
_KINDS = (
    (ClaimKind.CANCELLED, re.compile(r"cancel|delete|remove", re.IGNORECASE)),
    (ClaimKind.MOVED, re.compile(r"re-?sched|move|update|change|amend|edit|modify", re.IGNORECASE)),
    (ClaimKind.MADE, re.compile(r"book|reserv|appoint|sched|create|insert|add|make", re.IGNORECASE)),
)
_ABOUT_A_BOOKING = re.compile(
    r"book|reserv|appoint|sched|event|slot|visit|diary|calendar|meeting|viewing|table", re.IGNORECASE
)
_SENDS = re.compile(
    r"(?:^|[_-])(?:re)?send|sms|whats_?app|notif|"
    r"(?:^|[_-])(?:text|e_?mail)_(?:to_)?(?:customer|caller|client|patient|confirm\w*)|"
    r"confirm\w*_(?:text|sms|e_?mail|message)",
    re.IGNORECASE,
)
_DOES_MORE = re.compile(r"book|reserv|creat|sched|make|add|insert|cancel|delete|move|re_?sched|update", re.IGNORECASE)
_FAILED_WORDS = re.compile(
    r"\b(?:fail(?:ed|ure)?|error|exception|unable|could(?:n't| not)|cannot|can't|"
    r"not (?:available|possible|booked|found|allowed|created)|no (?:longer available|availability|such)|"
    r"unavailable|already (?:booked|taken)|conflict|"
    r"rejected|declined|denied|invalid|timed? ?out|timeout|unauthori[sz]ed|forbidden)\b",
    re.IGNORECASE,
)
_BAD_STATUS = re.compile(
    r"^(?:error|fail(?:ed|ure)?|rejected|declined|denied|conflict|unavailable|not[_ ]\w+|invalid|timeout|cancel+ed|"
    r"unsuccessful|[45]\d\d)$",
    re.IGNORECASE,
)
_YES_OR_NO = frozenset({"success", "ok", "succeeded", "successful", "booked", "created", "confirmed", "available"})
_TROUBLE = frozenset({"error", "errors", "error_message", "errormessage", "exception", "failure", "reason_failed"})
_STATUS = frozenset({"status", "state", "result", "outcome", "code", "status_code", "statuscode"})
_STARTS = re.compile(r"^(?:new_?)?(?:start|starts|begin|date_?time|when|slot|time_?slot)", re.IGNORECASE)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
_DAY, _TIME = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"(\d{1,2}):(\d\d)(?::\d\d)?\s*([ap])?\.?m?", re.IGNORECASE)


class Sending(NamedTuple):
    """One use of a tool that sends the caller something in writing, and whether the answer says that it went out."""

    done: bool
    after_turn: int


def sendings(call: Call) -> tuple[Sending, ...]:
    """What a call's tools sent, in order."""
    return tuple(
        Sending(_done(each, _read(each.result), None), each.after_turn) for each in call.tools if _sends(each.name)
    )


def tool_acts(call: Call) -> tuple[ToolAct, ...]:
    """What the tools of a call did to bookings, in order; looking things up is no act."""
    found = []
    for entry in call.tools:
        kind = _kind(entry.name)
        if kind is not None:
            asked, answered = _read(entry.arguments), _read(entry.result)
            found.append(
                ToolAct(
                    kind=kind,
                    done=_done(entry, answered, kind),
                    after_turn=entry.after_turn,
                    ids=frozenset(_names(asked)) | frozenset(_names(answered)),
                    starts_at=_starts_at(asked) or _starts_at(answered),
                )
            )
    return tuple(found)


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)


def _sends(name: str) -> bool:
    """Whether a tool sends something: "sendSms", "send_booking_confirmation", not "book_and_send_sms"."""
    spaced = _spaced(name)
    return bool(_SENDS.search(spaced)) and not _DOES_MORE.match(spaced)


def _kind(name: str) -> ClaimKind | None:
    spaced = _spaced(name)
    if not _ABOUT_A_BOOKING.search(spaced) or _sends(name):
        return None
    kind = next((kind for kind, words in _KINDS if words.search(spaced)), None)
    return None if kind is ClaimKind.MADE and _LOOKS_ONLY.search(spaced) else kind


def _read(text: str | None) -> object:
    """JSON where it is; else the words themselves."""
    words = (text or "")[:LONGEST_READ]
    if not words.lstrip().startswith(("{", "[", '"')):
        return words
    try:
        read: object = json.loads(words)
    except ValueError:
        return words
    return read


def _pairs(value: object, key: str = "", depth: int = 0) -> Iterator[tuple[str, object]]:
    """Every single value with the key it stands under, in small letters; JSON inside a string is opened."""
    if depth > 8:
        return
    if isinstance(value, str):
        value = _read(value)
    if isinstance(value, dict):
        for each, inner in value.items():
            yield from _pairs(inner, str(each).lower(), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner, key, depth + 1)
    else:
        yield key, value


def _done(entry: ToolEntry, answered: object, kind: ClaimKind | None) -> bool:
    if entry.failed or entry.result is None:
        return False
    for key, value in _pairs(answered):
        if key in _YES_OR_NO and (value is False or str(value).lower() in ("false", "no")):
            return False
        if key in _TROUBLE and value not in (None, "", False, 0):
            return False
        bad = key in _STATUS and _BAD_STATUS.match(str(value).strip())
        # a cancellation that worked says "cancelled"
        if bad and not (kind is ClaimKind.CANCELLED and "cancel" in str(value).lower()):
            return False
    told = answered if isinstance(answered, str) else " ".join(_messages(answered))
    return not _FAILED_WORDS.search(told)


def _messages(answered: object) -> Iterator[str]:
    for key, value in _pairs(answered):
        if isinstance(value, str) and ("message" in key or key in ("detail", "details", "text", "content", "reason")):
            yield value


def _names(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield from re.findall(r"[\w@.:-]*\d[\w@.:-]*", told)
        return
    for key, value in _pairs(told):
        named = isinstance(value, (str, int)) and not isinstance(value, bool)
        if named and re.search(
            r"id$|uid$|ref|number|code|^(?:booking|event|appointment|reservation|confirmation)$", key
        ):
            yield str(value)


def _starts_at(told: object) -> datetime | None:
    """The first instant under a key that speaks of the start, or a date and a time side by side."""
    day = clock = ""
    for key, value in _pairs(told):
        if not isinstance(value, str):
            continue
        if _STARTS.match(key) and _INSTANT.match(value):
            try:
                return datetime.fromisoformat(value.replace(" ", "T", 1))
            except ValueError:
                continue
        if not day and "date" in key and _DAY.match(value):
            day = value[:10]
        if not clock and "time" in key and "zone" not in key and "end" not in key and _TIME.fullmatch(value.strip()):
            clock = _on_24_hours(value.strip())
    return datetime.fromisoformat(f"{day}T{clock}") if day and clock else None


def _on_24_hours(told: str) -> str:
    match = _TIME.fullmatch(told)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return ""
    hour = int(match[1])
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return f"{hour:02}:{match[2]}"

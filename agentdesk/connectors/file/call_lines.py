"""Calls as one JSON object on each line: a fast way for what is as it should be, a careful one for the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal
from zoneinfo import ZoneInfo

import msgspec

from agentdesk.connectors.file import moments
from agentdesk.connectors.file.amounts import LONGEST_CALL, money, seconds_of, unit_of
from agentdesk.connectors.file.columns import CALLS
from agentdesk.connectors.file.lines import lines
from agentdesk.connectors.file.results import Ready, Tally
from agentdesk.connectors.file.snapshot import Snapshot
from agentdesk.connectors.kit.calendar.notes import Unread
from agentdesk.connectors.kit.text import REPLACED, UnclearError, clean, is_name, one_line
from agentdesk.domain.call import Call, Role, Turn, call_id
from agentdesk.domain.money import Money

ROLES: dict[str, Role] = {
    **dict.fromkeys(("caller", "user", "human", "customer", "client", "guest", "patient"), "caller"),
    **dict.fromkeys(("agent", "assistant", "bot", "ai", "receptionist", "model"), "agent"),
}
_LABEL = "|".join(sorted((*ROLES, "system", "tool"), key=len, reverse=True))
_SPOKEN = re.compile(rf"[ \t]*({_LABEL})[ \t]*:[ \t]*", re.IGNORECASE)
_HALF_LETTERS = re.compile("[\ud800-\udfff]")
# Escapes that stand for control characters or hide plain letters, and control characters themselves.
_ESCAPED = re.compile(rb"\\(?:u00[0-9]|[bfr])")
_HIGH_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_LONGEST_NUMBER = 40
_NO_COST = (None, "", msgspec.UNSET)
_NOT_RIGHT = "It is not written as a call should be."


class _FastTurn(msgspec.Struct, gc=False):
    role: str
    text: str
    at_seconds: float | msgspec.UnsetType | None = msgspec.UNSET


class _FastCall(msgspec.Struct, gc=False):
    external_id: str
    started_at: str
    turns: list[_FastTurn]
    agent: str | msgspec.UnsetType | None = msgspec.UNSET
    seconds: float | msgspec.UnsetType | None = msgspec.UNSET
    caller: str | msgspec.UnsetType | None = msgspec.field(default=msgspec.UNSET, name="from")
    cost: float | str | msgspec.UnsetType | None = msgspec.UNSET
    currency: str | msgspec.UnsetType | None = msgspec.UNSET
    outcome: str | msgspec.UnsetType | None = msgspec.UNSET


# Most calls of a business cost one of a few sums.
_cost_of = lru_cache(maxsize=4096, typed=True)(money)
_decode = msgspec.json.Decoder(_FastCall).decode


class FastDraft(msgspec.Struct, gc=False, frozen=True):
    """A line known to be good, before its turns are built."""

    connection: str
    external_id: str
    started_at: datetime
    cost: Money | None
    found: _FastCall

    def build(self) -> Call:
        """The call."""
        found, unset = self.found, msgspec.UNSET
        turns = tuple(
            [
                Turn(ROLES[each.role], each.text, None if each.at_seconds is unset else each.at_seconds)
                for each in found.turns
            ]
        )
        return Call(
            call_id(self.started_at, self.connection, self.external_id),
            self.connection,
            self.external_id,
            None,
            found.agent or None,
            self.started_at,
            None if found.seconds is unset else found.seconds,
            found.caller or None,
            turns,
            self.cost,
            found.outcome or None,
        )


@dataclass(frozen=True, slots=True)
class CallLines:
    """The calls of a snapshot. `mapping` is field to key; unknown keys are left alone."""

    snapshot: Snapshot
    connection: str
    zone: ZoneInfo
    currency: str
    mapping: Mapping[str, str]

    def drafts(self, tally: Tally) -> Iterator[FastDraft | Ready[Call] | Unread]:
        """Every line as a call or as what is wrong with it."""
        as_named = all(field == key for field, key in self.mapping.items())
        for number, line in enumerate(lines(self.snapshot), 1):
            if line is None:
                yield Unread(f"line {number:,}", "It is longer than any call can be.")
                continue
            draft = self._fast(line) if as_named else None
            if draft is not None:
                yield draft
            elif not line.isspace():
                try:
                    yield Ready(self._careful(line, tally))
                except UnclearError as trouble:
                    yield Unread(f"line {number:,}", str(trouble))

    def _fast(self, line: bytes) -> FastDraft | None:
        """The draft of a line that is exactly as the contract has it, None for every other.

        A line has as many `":` as keys unless words hold one, so a count that is equal to the keys found
        proves that no key stands twice and none is unknown.
        """
        try:
            found = _decode(line)
            started_at = moments.iso(found.started_at, self.zone)
            cost = _cost_of(found.cost, found.currency or self.currency) if found.cost not in _NO_COST else None
        except (msgspec.MsgspecError, ValueError, RecursionError, OverflowError):
            return None
        keys = _keys_of_turns(found.turns)
        for value in (found.agent, found.seconds, found.caller, found.cost, found.currency, found.outcome):
            if value is not msgspec.UNSET:
                keys += 1
        if line.count(b'":') != keys or b" :" in line or b"\t:" in line or self._needs_care(line):
            return None
        return FastDraft(self.connection, found.external_id, started_at, cost, found) if _is_good(found) else None

    @staticmethod
    def _needs_care(line: bytes) -> bool:
        return (
            (b"\\" in line and _ESCAPED.search(line) is not None)
            or b"\x7f" in line
            or (b"\xc2" in line and _HIGH_CONTROL.search(line) is not None)
        )

    def _careful(self, line: bytes, tally: Tally) -> Call:
        record = loaded(line, tally)
        external_id = self._name(self._of(record, "external_id"))
        started_at = self._start(self._of(record, "started_at"))
        if self.mapping.get("turns", "turns") not in record:
            raise UnclearError("It does not hold what was said.")
        turns = turns_of(self._of(record, "turns"), tally)
        return Call(
            call_id(started_at, self.connection, external_id),
            self.connection,
            external_id,
            None,
            _short(self._of(record, "agent")),
            started_at,
            number_or_none(self._of(record, "seconds"), seconds_of, "seconds", tally),
            _short(self._of(record, "from"), 64),
            turns,
            self._cost(self._of(record, "cost"), self._of(record, "currency"), tally),
            _short(self._of(record, "outcome")),
        )

    def _of(self, record: Mapping[str, Any], field: str) -> object:
        return record.get(self.mapping.get(field, field))

    @staticmethod
    def _name(value: object) -> str:
        name = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        if name is None or name == "":
            raise UnclearError("It has no number of its own.")
        if not isinstance(name, str) or not is_name(name):
            raise UnclearError("Its own number is not one that can be kept.")
        return name

    def _start(self, value: object) -> datetime:
        if value is None or value == "":
            raise UnclearError("It does not say when the call started.")
        try:
            if isinstance(value, int | Decimal) and not isinstance(value, bool):
                return moments.from_epoch(float(value))
            if isinstance(value, str):
                return moments.moment(value, self.zone)
        except UnclearError as trouble:
            raise UnclearError(str(trouble)) from trouble
        raise UnclearError("Its start is not a date and time.")

    def _cost(self, value: object, currency: object, tally: Tally) -> Money | None:
        if value is None or value == "":
            return None
        try:
            return money(value, unit_of(currency) if currency else self.currency)
        except ValueError:
            tally.add("cost")
            return None


def _keys_of_turns(turns: list[_FastTurn]) -> int:
    """How many keys a record with these turns has that needs nothing else; below 0 where a turn is odd."""
    keys = 3 + 2 * len(turns)
    for turn in turns:
        if turn.role not in ROLES or not turn.text:
            return -100
        at = turn.at_seconds
        if at is not msgspec.UNSET:
            keys += 1
            if at is not None and not 0 <= at <= LONGEST_CALL:
                return -100
    return keys


def _is_good(found: _FastCall) -> bool:
    seconds = found.seconds
    if seconds is not msgspec.UNSET and seconds is not None and not 0 <= seconds <= LONGEST_CALL:
        return False
    for words, longest in ((found.agent, 500), (found.caller, 64), (found.outcome, 500)):
        if words and (len(words) > longest or " ".join(words.split()) != words):
            return False
    return is_name(found.external_id) and len(found.started_at) >= 16


def loaded(line: bytes, tally: Tally) -> dict[str, Any]:
    """The record on a line. Raises UnclearError for what is none, or means two things at once."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
        tally.add("letters")
    try:
        record = json.loads(
            text, object_pairs_hook=_each_once, parse_constant=_no_number, parse_int=_whole, parse_float=_decimal
        )
    except RecursionError as trouble:
        raise UnclearError("It is folded into itself too deeply.") from trouble
    except UnclearError:
        raise
    except ValueError as trouble:
        raise UnclearError(_NOT_RIGHT) from trouble
    if not isinstance(record, dict):
        raise UnclearError(_NOT_RIGHT)
    return record


def turns_of(value: object, tally: Tally) -> tuple[Turn, ...]:
    """What was said: a list of turns, or lines that begin "Caller:" and "Agent:".

    Who speaks comes from the field. Words are never searched for a speaker where there is one.
    """
    if value is None or value in ("", {}):
        return ()
    if isinstance(value, str):
        return spoken_lines(value, tally)
    if not isinstance(value, list):
        raise UnclearError("What was said in it is not a list of turns.")
    turns = []
    for each in value:
        if not isinstance(each, dict):
            raise UnclearError("What was said in it does not say who spoke.")
        role = each.get("role", each.get("speaker"))
        known = ROLES.get(role.strip().casefold()) if isinstance(role, str) else None
        words = next((each[key] for key in ("text", "content", "message") if isinstance(each.get(key), str)), "")
        if known is None:
            tally.add("other_voice")
        elif not (plain := clean(words)):
            tally.add("no_words")
        else:
            if REPLACED in plain and _HALF_LETTERS.search(words):
                tally.add("letters")
            turns.append(Turn(known, plain, _offset(each.get("at_seconds"))))
    return tuple(turns)


def spoken_lines(text: str, tally: Tally) -> tuple[Turn, ...]:
    """Lines "Caller: …" and "Agent: …" as turns; a line without a speaker goes on with the turn before."""
    turns: list[tuple[Role | Literal[""], list[str]]] = []
    for line in clean(text).split("\n"):
        found = _SPOKEN.match(line)
        if found:
            turns.append((ROLES.get(found[1].casefold(), ""), [line[found.end() :].rstrip()]))
        elif turns:
            turns[-1][1].append(line.rstrip())
        elif line.strip():
            raise UnclearError("What was said in it does not say who spoke.")
    spoken = []
    for role, words in turns:
        plain = "\n".join(words).strip()
        if not role:
            tally.add("other_voice")
        elif not plain:
            tally.add("no_words")
        else:
            spoken.append(Turn(role, plain))
    return tuple(spoken)


def number_or_none(value: object, read: Callable[[object], float], note: str, tally: Tally) -> float | None:
    """A number that a record can do without: None where there is none, and counted where it cannot be read."""
    if value is None or value == "":
        return None
    try:
        return read(value)
    except ValueError:
        tally.add(note)
        return None


def keys_of(snapshot: Snapshot, most: int = 50) -> tuple[str, ...]:
    """The keys that the first records have, in the order met. Labels to map by."""
    seen: dict[str, None] = {}
    for number, line in enumerate(lines(snapshot)):
        if number >= most:
            break
        if line is not None and not line.isspace():
            try:
                seen.update(dict.fromkeys(key for key in loaded(line, Tally()) if len(key) <= 80))
            except UnclearError:
                continue
    return tuple(seen)[:500]


def chosen_keys(keys: tuple[str, ...], mapping: Mapping[str, str] | None) -> dict[str, str]:
    """Field to key. The contract's own names come before any guess."""
    own = {field: field for field in CALLS.words if field in keys and field != "time"}
    chosen = CALLS.choose(keys, {**own, **{field: key for field, key in (mapping or {}).items() if key in keys}})
    chosen.pop("time", None)
    return chosen


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) != len(pairs):
        raise UnclearError("It says the same thing twice in two ways.")
    return record


def _no_number(_: str) -> float:
    raise UnclearError("A number in it is not a number.")


def _whole(text: str) -> int:
    if len(text) > 18:
        raise UnclearError("A number in it is longer than any number can be.")
    return int(text)


def _decimal(text: str) -> Decimal:
    value = Decimal(text) if len(text) <= _LONGEST_NUMBER else Decimal("Infinity")
    if not value.is_finite() or value.adjusted() > 18:
        raise UnclearError("A number in it is longer than any number can be.")
    return value


def _offset(value: object) -> float | None:
    usable = isinstance(value, int | Decimal) and not isinstance(value, bool) and 0 <= value <= LONGEST_CALL
    return float(value) if usable else None  # type: ignore[arg-type]


def _short(value: object, longest: int = 500) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return one_line(str(value), longest) or None

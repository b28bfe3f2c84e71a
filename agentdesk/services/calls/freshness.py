"""How fresh the data is: when each connection was last read, and up to when its diary is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from agentdesk.domain.clock import Clock
from agentdesk.domain.connection import PullState
from agentdesk.domain.wording import clock_in_words, listed
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import connections, documents, pulls
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

LONGEST_TITLE = 30
_NAME = "freshness"
_SIGNED_OUT, _PARTIAL = "signed_out", "partial"
"""States that a pull may end in, as they are kept."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """When a connection was last read with success; None where it holds no such thing."""

    connection: str
    calls_at: datetime | None = None
    bookings_at: datetime | None = None


class FreshnessService:
    """Remembers when each connection was read."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._changes = changes

    def all_(self) -> tuple[Freshness, ...]:
        """Of every connection that is still there."""
        with self._store.reading() as db:
            here = {each.name for each in connections.all_(db)}
            return tuple(each for each in _kept(db) if each.connection in here)

    def has_read(self, connection: str, *, calls: bool = False, bookings: bool = False) -> None:
        """Notes that a connection was read just now."""
        now = self._clock.now()
        with self._store.writing() as db:
            known = {each.connection: each for each in _kept(db)}
            before = known.get(connection, Freshness(connection))
            known[connection] = replace(
                before, calls_at=now if calls else before.calls_at, bookings_at=now if bookings else before.bookings_at
            )
            documents.put(db, _NAME, tuple(known.values()))
        self._changes.publish(Subject.CALLS)

    def diary_until(self) -> datetime | None:
        """Up to when the diary is known: the last time that every diary was read; None without a diary."""
        read = [each.bookings_at for each in self.all_() if each.bookings_at]
        return min(read) if read else None

    def sentence(self) -> str:
        """How fresh it is, for the foot of the window: "Calls up to 2:10 pm; the diary hasn't answered since …"."""
        with self._store.reading() as db:
            here = {each.name: _short(each.title or each.name) for each in connections.all_(db)}
            known = {each.connection: each for each in _kept(db) if each.connection in here}
            states = {each.connection: each for each in pulls.states(db)}
        calls = [_source(here[name], each.calls_at, states.get(name)) for name, each in known.items() if each.calls_at]
        diaries = [
            _source(here[name], each.bookings_at, states.get(name)) for name, each in known.items() if each.bookings_at
        ]
        never = [
            f"{title} {'has signed us out' if states[name].state == _SIGNED_OUT else 'has not answered yet'}"
            for name, title in here.items()
            if name not in known and name in states
        ]
        if not here:
            return "Nothing is connected."
        if not known:
            return f"{'; '.join(never)}." if never else "Nothing has been read yet."
        said = [
            *(_told(calls, "calls", "the phone service", self._clock_in_words) or ["no calls yet"]),
            *(_told(diaries, "diary", "the diary", self._clock_in_words) or ["no diary yet"]),
            *never,
        ]
        whole = "; ".join(said)
        return f"{whole[0].upper()}{whole[1:]}."

    def _clock_in_words(self, instant: datetime) -> str:
        return clock_in_words(instant, self._clock.now(), self._businesses.zone())


def _short(title: str) -> str:
    """So that one long name doesn't hide what is said of the others."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def _kept(db: Database) -> tuple[Freshness, ...]:
    return documents.get_same(db, _NAME, tuple[Freshness, ...]) or ()


@dataclass(frozen=True, slots=True)
class _Source:
    """Where calls or bookings come from. `until`: up to when they are here; `is_pulled`: by itself, not as a file."""

    title: str
    until: datetime
    is_pulled: bool
    trouble: str = ""
    """The state it is in while it can't be read."""


def _source(title: str, read_at: datetime, state: PullState | None) -> _Source:
    until = state.fresh_until if state and state.fresh_until else read_at
    stopped = state is not None and state.fresh_until != state.tried_at
    return _Source(title, until, state is not None, state.state if state and stopped else "")


def _told(sources: list[_Source], what: str, who: str, clock: Callable[[datetime], str]) -> list[str]:
    """What is here and up to when, then what has stopped; nothing without a source."""
    well = [each for each in sources if not each.trouble]
    said = []
    if pulled := [each.until for each in well if each.is_pulled]:
        said.append(f"{what} up to {clock(min(pulled))}")
    elif well:
        said.append(f"{what} read {clock(max(each.until for each in well))}")
    silent: dict[str, list[str]] = {}
    for each in (each for each in sources if each.trouble):
        if each.trouble == _SIGNED_OUT:
            said.append(f"{each.title} has signed us out, {what} up to {clock(each.until)}")
        elif each.trouble == _PARTIAL:
            said.append(f"{who if len(sources) == 1 else each.title} was last read to the end {clock(each.until)}")
        else:
            silent.setdefault(clock(each.until), []).append(who if len(sources) == 1 else each.title)
    # without the internet all have stopped at one time: there is little room at the foot
    for since, names in silent.items():
        said.append(f"{listed(names)} {'hasn' if len(names) == 1 else 'haven'}'t answered since {since}")
    return said

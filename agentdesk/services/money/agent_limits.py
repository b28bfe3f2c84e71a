"""Limits on what an agent may cost and take, and whether its service really stops there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from agentdesk.domain.agent import Agent
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.domain.money import Money
from agentdesk.domain.service_limits import ServiceLimits
from agentdesk.domain.spending import Stop
from agentdesk.domain.wording import counted
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.money.cost_watch import CostWatch
from agentdesk.store import agents, connections, documents, live
from agentdesk.store.store import Store

LimitsOf = Callable[[str, bytes], ServiceLimits | None]
KEPT = "limits changed"


@dataclass(frozen=True, slots=True)
class LimitChange:
    """One change of an agent's monthly limit. The history only grows."""

    agent: str
    was: Money | None
    now: Money | None
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What an agent may cost and take in a month; None where there is no limit."""

    money: Money | None = None
    calls: int | None = None
    minutes: int | None = None
    longest_call: int | None = None
    """Minutes."""

    @staticmethod
    def of(agent: Agent) -> Limits:
        return Limits(agent.monthly_limit, agent.monthly_calls, agent.monthly_minutes, agent.longest_call)


class LimitService:
    """Keeps limits."""

    def __init__(self, store: Store, clock: Clock, watch: CostWatch, limits_of: LimitsOf, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._watch = watch
        self._limits_of = limits_of
        self._changes = changes

    def set_(self, agent: str, limits: Limits, by: str, why: str = "") -> None:
        """Keeps an agent's limits. More money, or none to watch, needs a reason: without one it raises Sorry."""
        with self._store.writing() as db:
            known = agents.get(db, agent)
            if known is None:
                raise Sorry(f"There is no agent called {agent} on your list.")
            if _is_more(known.monthly_limit, limits.money) and not why.strip():
                raise Sorry("Write in a few words why it may cost more, so that it can be understood later.")
            agents.put(
                db,
                replace(
                    known,
                    monthly_limit=limits.money,
                    monthly_calls=limits.calls,
                    monthly_minutes=limits.minutes,
                    longest_call=limits.longest_call,
                ),
            )
            if limits.money != known.monthly_limit:
                change = LimitChange(agent, known.monthly_limit, limits.money, self._clock.now(), by, why.strip())
                documents.put(db, KEPT, [*(documents.get(db, KEPT, tuple[LimitChange, ...]) or ()), change])
        self._watch.look()
        self._changes.publish(Subject.AGENTS, Subject.FINDINGS)

    def history(self, agent: str) -> tuple[LimitChange, ...]:
        """How an agent's monthly limit was changed, oldest first."""
        with self._store.reading() as db:
            kept = documents.get(db, KEPT, tuple[LimitChange, ...]) or ()
        return tuple(each for each in kept if each.agent == agent)

    def stops(
        self, agent: Agent, spent: Money | None, calls: int, minutes: int, late: Money | None = None
    ) -> tuple[Stop, ...]:
        """Each limit of an agent, how much of it is used, and what happens when it is reached.

        `late`: about what is spent on a dear day between two looks, before anybody can be warned.
        """
        service, known = self._at_service(agent)
        longest = known.longest_call if known else None
        daily = known.calls_a_day if known else None
        found: list[Stop] = []
        if agent.monthly_limit is not None:
            words = f"Warning only: {service} doesn't stop at an amount of money, so I can only warn you. {_late(late)}"
            used = spent.in_words() if spent else ""
            found.append(Stop("money", f"{agent.monthly_limit.in_words()} a month", used, hard=False, words=words))
        if agent.monthly_calls is not None:
            hard = daily is not None and 31 * daily <= agent.monthly_calls
            limit = f"{counted(agent.monthly_calls, 'call', 'calls')} a month"
            found.append(Stop("calls", limit, f"{calls:,}", hard, _at_calls(service, daily, hard=hard)))
        if agent.monthly_minutes is not None:
            words = "Warning only: I can only warn you."
            limit = f"{counted(agent.monthly_minutes, 'minute', 'minutes')} a month"
            found.append(Stop("minutes", limit, f"{minutes:,}", hard=False, words=words))
        allowed = agent.longest_call
        if allowed is not None or longest is not None:
            hard = longest is not None and (allowed is None or longest <= allowed * 60)
            limit = counted(allowed, "minute", "minutes") if allowed is not None else "no limit of yours"
            found.append(Stop("length", f"One call: {limit}", "", hard, _at_length(service, longest, hard=hard)))
        return tuple(found)

    def longest_call(self, agent: Agent) -> int | None:
        """After how many minutes the service ends a call; None where nobody knows."""
        _, known = self._at_service(agent)
        return round(known.longest_call / 60) if known and known.longest_call else None

    def _at_service(self, agent: Agent) -> tuple[str, ServiceLimits | None]:
        """What the owner calls the service, and where it stops by the configuration that is live."""
        with self._store.reading() as db:
            connection = connections.get(db, agent.connection) if agent.connection else None
            if connection is None:
                return "the service", None
            called = "the service" if connection.service == "file" else connection.title or connection.name
            versions = live.setups(db, connection.name, agent.external_id) if agent.external_id else ()
            kept = (
                live.raw_setup(db, connection.name, agent.external_id or "", versions[0].number) if versions else None
            )
        return called, None if kept is None else self._limits_of(connection.service, kept)


def _late(late: Money | None) -> str:
    """No most is named: calls come in bunches, and what a call under way will cost nobody knows."""
    looks = "I look every few minutes while this computer is on, and count a call once it has ended"
    whole = f"{looks}: the call that passes the limit is paid for whole"
    more = f", and on your dearest kind of day about {late.in_words()} more is spent before I look" if late else ""
    return f"{whole}{more}."


def _is_more(was: Money | None, now: Money | None) -> bool:
    if was is None or was == now:
        return False
    return now is None or now.currency != was.currency or now.amount > was.amount


def _at_calls(service: str, daily: int | None, *, hard: bool) -> str:
    if daily is None:
        return "Warning only: I can only warn you."
    stops = f"{service} takes no more than {counted(daily, 'call', 'calls')} a day"
    return f"Hard stop at the service: {stops}." if hard else f"Warning only: {stops}, but has no limit for a month."


def _at_length(service: str, longest: float | None, *, hard: bool) -> str:
    if longest is None:
        return "Warning only: how long this service lets a call go on isn't known."
    ends = counted(round(longest / 60), "minute", "minutes")
    if hard:
        return f"Hard stop at the service: {service} ends a call after {ends}."
    return f"Warning only: {service} lets a call go on for {ends}. Ask for a shorter one."

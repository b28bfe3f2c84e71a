"""The emergency stop of each agent: where calls go, the steps, whether it was rehearsed, and the stop itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from agentdesk.domain.act import ActKind, ActRecord, ActState, Rehearsal, last_switch
from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.services.agents.agents import AgentService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.control.steering import SteeringService, Target
from agentdesk.store import acts as stored
from agentdesk.store import agents as stored_agents
from agentdesk.store import calls as stored_calls
from agentdesk.store import documents
from agentdesk.store.store import Store

STALE = timedelta(days=90)
"""A rehearsal older than this proves nothing any more."""
_NUMBERS = "emergency-stop-numbers"
_TEST = "Ring your own number from another phone: a person should answer."
_BY_HAND = (
    "Sign in where your agent was set up, or ring whoever set it up for you.",
    "Ask for the agent to be taken off your phone number at once.",
    "Forward your number to a person at your phone company, or callers hear nothing.",
)
_BACK = (
    "Sign in where your agent was set up, or ring whoever set it up for you.",
    "Ask for the agent to be put back on your phone number.",
    "Take the forwarding off at your phone company, if you set one up.",
    "Ring your own number from another phone: your agent should answer.",
)


@dataclass(frozen=True, slots=True)
class StopCard:
    """All there is to know before and after pressing stop."""

    agent: Agent
    target: Target | None
    can_stop: bool
    """Whether AgentDesk can do it by itself; else the steps are the way."""
    number: str
    """Where calls go: as it was typed last; empty where nobody typed one yet."""
    used: tuple[str, ...]
    """Numbers that were typed for other agents."""
    steps: tuple[str, ...]
    steps_back: tuple[str, ...]
    stop: ActRecord | None
    """The stop that is in force or meant; None while the agent is to answer."""
    last: ActRecord | None
    """The last time it was stopped or let in again."""
    note: str
    """What callers hear while it is stopped, where that isn't a person at once."""
    rehearsed: Rehearsal | None
    rehearsal_due: bool


@dataclass(frozen=True, slots=True)
class Stopped:
    """What came of pressing stop."""

    act: ActRecord | None
    """None where it can only be done by hand."""
    unwritten: str
    """Why it isn't written down; empty where it is."""


class StopService:
    """Stops agents."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        agents: AgentService,
        steering: SteeringService,
        changes: Changes,
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._agents = agents
        self._steering = steering
        self._changes = changes

    def card(self, name: str) -> StopCard:
        """The card of an agent. Raises Sorry for a name that is not on the list."""
        agent = self._agents.get(name)
        target = self._steering.target(agent)
        with self._store.reading() as db:
            numbers = documents.get(db, _NUMBERS, dict[str, str]) or {}
            rehearsed = next((each for each in stored.rehearsed(db) if each.agent == name), None)
        own = self._steering.by_hand(target, ActKind.STOP) if target else ()
        back = self._steering.by_hand(target, ActKind.START) if target else ()
        acts = self._steering.acts(target) if target else ()
        last = last_switch(acts)
        number = numbers.get(name, "")
        return StopCard(
            agent,
            target,
            target is not None and self._steering.can_do(target),
            number,
            tuple(dict.fromkeys(each for each in numbers.values() if each != number)),
            _steps(own, number),
            (*back, _BACK[-1]) if back else _BACK,
            self._steering.stopped(target) if target else None,
            last,
            self._note(last),
            rehearsed,
            self._is_due(rehearsed),
        )

    def stop(self, name: str, number: str, by: str, why: str = "") -> Stopped:
        """Sends calls back to a person, now. Raises Sorry for what is no phone number; an empty one is allowed."""
        dialled = self._dialled(number)
        target = self._steering.target(self._agents.get(name))
        if target is None or not self._steering.can_do(target):
            return Stopped(None, "")
        act, unwritten = self._steering.stop(target, dialled, by, why)
        # after the stop: nothing may keep it waiting, and a full disk is said once
        self._remember(name, number.strip())
        return Stopped(act, unwritten)

    def start(self, name: str, by: str, *, anyway: bool = False) -> ActRecord:
        """Lets it answer again. Raises Sorry, or ChangedMeanwhile where it must be wanted `anyway`."""
        target = self._steering.target(self._agents.get(name))
        if target is None:
            raise Sorry("No connected service has this agent, so it has to be done by hand.")
        return self._steering.start(target, by, anyway=anyway)

    def follow(self) -> None:
        """Brings agents' stages in step with what is proven at their services: stopped is paused, let go is live.

        Not part of a stop, which waits for nothing. Repeating it changes nothing, so a crash before it loses nothing.
        """
        for row in self._agents.all_():
            agent = row.agent
            target = self._steering.target(agent) if row.listed else None
            if target is None:
                continue
            last = last_switch(self._steering.acts(target))
            if last is None or last.state is not ActState.PROVEN or last.ended_at is None:
                continue
            stage = Stage.PAUSED if last.kind is ActKind.STOP else Stage.LIVE
            self._agents.note(agent.name, stage, last.ended_at, last.asked_by, _WHY[last.kind])

    def remember(self, name: str, number: str) -> None:
        """Keeps where calls go when an agent is stopped. Raises Sorry for what is no phone number."""
        self._dialled(number)
        with self._store.writing() as db:
            numbers = documents.get(db, _NUMBERS, dict[str, str]) or {}
            documents.put(db, _NUMBERS, {**numbers, name: number.strip()})
        self._changes.publish(Subject.ACTS)

    def rehearse(self, name: str, at: datetime, who: str, worked: bool | None, note: str) -> None:
        """Writes down a rehearsal. Raises Sorry without a person, a time that has been, or the test call's result."""
        if at > self._clock.now():
            raise Sorry("That is still to come. Write it down once the test call was made.")
        if not who.strip():
            raise Sorry("Say who made the test call.")
        if worked is None:
            raise Sorry("Say whether the test call reached a person.")
        if not worked and not note.strip():
            raise Sorry("Write in a few words what happened instead.")
        self._agents.get(name)
        with self._store.writing() as db:
            stored.rehearse(db, Rehearsal(0, name, at, who.strip(), worked, note.strip()))
        self._changes.publish(Subject.ACTS)

    def at_work(self) -> tuple[str, ...]:
        """The agents that answer callers, by name."""
        with self._store.reading() as db:
            return tuple(
                each.name
                for each in stored_agents.all_(db)
                if each.decides and each.takes_calls(stored_calls.latest_of(db, each.name))
            )

    def unrehearsed(self) -> tuple[str, ...]:
        """Agents at work whose stop was never rehearsed, not in the last 90 days, or without success."""
        with self._store.reading() as db:
            latest = {each.agent: each for each in reversed(stored.rehearsed(db))}
        return tuple(each for each in self.at_work() if self._is_due(latest.get(each)))

    def _note(self, last: ActRecord | None) -> str:
        from agentdesk.services.control.act_plans import read

        plan = read(last.plan).plan if last is not None and last.kind is ActKind.STOP and last.plan else None
        return plan.note if plan is not None else ""

    def _is_due(self, rehearsed: Rehearsal | None) -> bool:
        return rehearsed is None or not rehearsed.worked or self._clock.now() - rehearsed.at > STALE

    def _remember(self, name: str, number: str) -> None:
        if not number:
            return
        try:
            self.remember(name, number)
        except Sorry:
            # the stop went out, which is what counts
            return

    def _dialled(self, number: str) -> str:
        """A number as services take it: "+44…". Raises Sorry for what is none."""
        digits = re.sub(r"[\s().\-/]", "", number).removeprefix("00")
        plus = number.strip().startswith(("+", "00"))
        if not digits:
            return ""
        bare = digits.removeprefix("+")
        if not (bare.isascii() and bare.isdecimal() and 7 <= len(bare) <= 15):
            raise Sorry("That isn't a whole phone number. For example: 0113 496 0199.")
        if plus:
            return f"+{bare}"
        if bare.startswith("0"):
            # businesses here are in the nations of the United Kingdom
            return f"+44{bare[1:]}"
        return f"+{bare}" if len(bare) > 10 else bare


_WHY = {ActKind.STOP: "Emergency stop", ActKind.START: "Lets it answer again after an emergency stop"}


def is_done(act: ActRecord | None) -> bool:
    """Whether a stop is proven: calls don't reach the agent."""
    return act is not None and act.state is ActState.PROVEN


def _steps(own: tuple[str, ...], number: str) -> tuple[str, ...]:
    where = (f"The number your calls are to go to: {number}.",) if number else ()
    return (*(own or _BY_HAND), *where, _TEST)

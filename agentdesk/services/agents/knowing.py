"""Does it know? What changed in the business stays open until a later call, or a test call, shows the new fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.business import Business
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.history import BusinessVersion, changes, says, weekday_of
from agentdesk.domain.known_fact import KnownFact
from agentdesk.domain.lists import CallFilter
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.masking import for_lists
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import agents as stored_agents
from agentdesk.store import business as stored_business
from agentdesk.store import call_lists, documents
from agentdesk.store import calls as stored_calls
from agentdesk.store import known_facts as stored
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

_NOTED = "facts-noted"
"""Until which version of the business its changes have lines, in stores from before `_NOTED_AS`."""
_NOTED_AS = "facts-noted-as"
"""The business whose facts have lines."""
_MOST_CALLS = 200
"""Listened to at a time, the newest first."""
_TOLD_TO_CALLERS = frozenset({Stage.LIVE, Stage.TRIAL, Stage.PAUSED})


class KnowingService:
    """Opens a line for each change and each agent, and closes it when the agent was heard to know."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._changes = changes
        self._heard: dict[int, set[int]] = {}

    def on_changed(self, subjects: frozenset[Subject]) -> None:
        """Follows what changes and what is said."""
        if Subject.BUSINESS in subjects:
            self.note()
        if Subject.CALLS in subjects:
            self.listen()

    def all_(self, agent: str | None = None) -> tuple[KnownFact, ...]:
        """Every line, those still open first, the latest change first."""
        with self._store.reading() as db:
            found = [each for each in stored.all_(db) if agent in (None, each.agent)]
        return tuple(sorted(found, key=lambda each: each.known_at is not None))

    def open_(self, agent: str | None = None) -> tuple[KnownFact, ...]:
        """The lines that nothing has shown yet."""
        with self._store.reading() as db:
            return tuple(each for each in stored.open_(db) if agent in (None, each.agent))

    def question(self, fact: KnownFact) -> str:
        """What to ring and ask."""
        weekday = weekday_of(fact.topic)
        if weekday is not None:
            return f"When are you open on {fact.topic.rpartition(' ')[2]}?"
        business = self._businesses.current()
        if business is not None and any(each.name == fact.topic for each in business.services):
            return f"What do you charge for {_within(fact.topic)}?"
        return f"What can you tell me about {_within(fact.topic)}?"

    def note(self) -> None:
        """Opens a line for each change that has none. Repeating it is safe."""
        with self._store.writing() as db:
            versions = stored_business.history(db)
            if not versions:
                return
            business = versions[-1].business
            noted = documents.get(db, _NOTED_AS, Business) or _noted_until(db, versions)
            news = {(each.topic, each.now) for each in changes(noted, business)}
            documents.put(db, _NOTED_AS, business)
            now = says(business)
            agents = [each.name for each in stored_agents.all_(db) if _must_know(each)]
            back = set[tuple[str, str]]()
            for fact in stored.open_(db):
                if now.get(fact.topic, "") != fact.now:
                    # changed again, or put right, before anybody heard it: what counts is what is so now
                    stored.drop(db, fact.id)
                    if now.get(fact.topic, fact.was) != fact.was:
                        stored.add(db, replace(fact, now=now[fact.topic]))
                    else:
                        back.add((fact.agent, fact.topic))
            for fact in _opened(versions, agents):
                known = back | {(each.agent, each.topic) for each in stored.open_(db)}
                if (fact.topic, fact.now) in news and (fact.agent, fact.topic) not in known:
                    stored.add(db, fact)

    def listen(self) -> int:
        """Looks for calls that show what is known. Returns how many lines that closes. Repeating it is safe."""
        business = self._businesses.current()
        waiting = self.open_()
        if business is None or not waiting:
            return 0
        closed = sum(self._listen(each, business) for each in waiting)
        if closed:
            self._changes.publish(Subject.FINDINGS)
        return closed

    def tested(self, number: int, at: datetime, by: str, heard: str) -> None:
        """Somebody rang and heard it. Raises Sorry without what was heard, or for a time before the change."""
        fact = next((each for each in self.open_() if each.id == number), None)
        if fact is None:
            raise Sorry("This line is closed already.")
        if not heard.strip():
            raise Sorry("Write in a few words what it said.")
        if at < fact.changed_at or at > self._clock.now():
            raise Sorry("The test call has to be after the change, and not still to come.")
        with self._store.writing() as db:
            stored.show(db, number, None, at, f"{by}: {heard.strip()}" if by else heard.strip())
        self._changes.publish(Subject.FINDINGS)

    def _listen(self, fact: KnownFact, business: Business) -> bool:
        # what decides whether words show a fact is loaded when there is one to show
        from agentdesk.checks.knowing import knows

        first = day_of(fact.changed_at, self._businesses.zone())
        heard = self._heard.setdefault(fact.id, set())
        with self._store.reading() as db:
            rows = call_lists.page(db, CallFilter(first=first, agent=fact.agent), None, _MOST_CALLS)
            wanted = [each.id for each in rows if each.started_at > fact.changed_at and each.id not in heard]
            calls = [each for each in stored_calls.many(db, wanted) if each.final]
        heard.update(each.id for each in calls)
        for call in sorted(calls, key=lambda each: each.started_at):
            words = knows(call, fact.topic, fact.was, business)
            if words is not None:
                with self._store.writing() as db:
                    stored.show(db, fact.id, call.id, call.started_at, for_lists(words))
                return True
        return False


def _noted_until(db: Database, versions: tuple[BusinessVersion, ...]) -> Business:
    """The business as it was when its changes were last noted; at the first look only the latest change is news."""
    until = documents.get(db, _NOTED, datetime)
    noted = [each for each in versions if until is not None and each.from_at <= until] or versions[:-1] or versions
    return noted[-1].business


def _opened(versions: tuple[BusinessVersion, ...], agents: list[str]) -> tuple[KnownFact, ...]:
    """A line for every agent and every change, the latest change first; nothing for what is new or gone."""
    return tuple(
        KnownFact(0, agent, each.topic, each.was, each.now, now.from_at, now.by)
        for was, now in reversed(tuple(pairwise(versions)))
        for each in changes(was.business, now.business)
        if each.was and each.now
        for agent in agents
    )


def _within(topic: str) -> str:
    """A topic as it stands within a sentence: "MOT" stays as it is."""
    return topic if topic[1:2].isupper() else topic[:1].lower() + topic[1:]


def _must_know(agent: Agent) -> bool:
    """Whether callers may ask it; what follows fixed rules answers nothing."""
    return agent.stage in _TOLD_TO_CALLERS and agent.decides

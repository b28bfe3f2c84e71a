"""An agent's record, kept like a member of staff's file: what was expected, looked at and changed (R52)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from agentdesk.domain.act import ActKind, ActRecord, ActState
from agentdesk.domain.agent import Agent
from agentdesk.domain.history import changes
from agentdesk.domain.wording import counted, day_in_words, listed
from agentdesk.services.business.businesses import BusinessService
from agentdesk.store import acts as stored_acts
from agentdesk.store import agents as stored_agents
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import live as stored_live
from agentdesk.store import reviews as stored_reviews
from agentdesk.store import walks as stored_walks
from agentdesk.store.store import Store


class About(StrEnum):
    """What an entry is about."""

    EXPECTED = "expected"
    CHECKED = "checked"
    CHANGED = "changed"


class Source(StrEnum):
    """Where the whole of an entry can be read."""

    AGENT = "agent"
    BRIEF = "brief"
    REVIEW = "review"
    STOP = "stop"
    TOLD = "told"
    """What it is told at its service."""
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated line of the file. `by` is empty where nobody is known to have done it; `why` where nobody said."""

    at: datetime
    about: About
    source: Source
    words: str
    by: str = ""
    why: str = ""


class StaffFileService:
    """Puts the file together from what other services wrote down; nothing is kept twice."""

    def __init__(self, store: Store, businesses: BusinessService, checklists: Path) -> None:
        """`checklists`: the folder that holds them as data."""
        self._store = store
        self._businesses = businesses
        self._checklists = checklists

    def of(self, agent: str) -> tuple[Entry, ...]:
        """The whole file of an agent, the latest first; empty for one that isn't on the list."""
        with self._store.reading() as db:
            known = stored_agents.get(db, agent)
        if known is None:
            return ()
        entries = [*self._expected(agent), *self._checked(agent), *self._changed(known), *self._business()]
        return tuple(sorted(entries, key=lambda each: each.at, reverse=True))

    def _expected(self, agent: str) -> Iterator[Entry]:
        with self._store.reading() as db:
            versions = stored_briefs.versions(db, agent)
        for each in versions:
            if each.approved_at is not None:
                aims = counted(len(each.brief.targets), "target", "targets")
                words = f"Version {each.number} of the brief approved, with {aims}"
                yield Entry(each.approved_at, About.EXPECTED, Source.BRIEF, words, each.approved_by or "", each.why)

    def _checked(self, agent: str) -> Iterator[Entry]:
        with self._store.reading() as db:
            walks = stored_walks.of_agent(db, agent)
            rehearsals = [each for each in stored_acts.rehearsed(db) if each.agent == agent]
            reviews = stored_reviews.all_(db)
        for walk in walks:
            if walk.ended_at is not None:
                words = f"Checklist finished: {_title(self._checklists, walk.checklist)}"
                yield Entry(walk.ended_at, About.CHECKED, Source.AGENT, words, walk.started_by)
        for each in rehearsals:
            came = "callers reached a person" if each.worked else "callers didn't reach a person"
            yield Entry(each.at, About.CHECKED, Source.STOP, f"Emergency stop rehearsed: {came}", each.by, each.note)
        for review in reviews:
            if review.finished_at is not None:
                calls = counted(len({each.call for each in review.answers}), "call", "calls")
                days = f"{day_in_words(review.period.first)} to {day_in_words(review.period.last)}"
                people = listed(sorted({each.by for each in review.answers} or {review.started_by}))
                yield Entry(
                    review.finished_at, About.CHECKED, Source.REVIEW, f"Review of {days}: {calls} looked at", people
                )

    def _changed(self, agent: Agent) -> Iterator[Entry]:
        with self._store.reading() as db:
            stages = stored_agents.stages(db, agent.name)
            there = (agent.connection or "", agent.external_id or "")
            setups = stored_live.setups(db, *there)
            acts = stored_acts.of(db, *there)
        for step in stages:
            yield Entry(step.at, About.CHANGED, Source.AGENT, step.stage.in_words, step.by, step.why)
        for each in setups:
            first = each.number == 1
            yield Entry(
                each.seen_at,
                About.CHANGED,
                Source.TOLD,
                "First seen at its service" if first else "Changed at its service",
            )
            if each.approved_at is not None and not first:
                words = "The change at its service was approved"
                yield Entry(each.approved_at, About.CHANGED, Source.TOLD, words, each.approved_by or "", each.why)
        yield from (_done(each, each.ended_at) for each in acts if each.ended_at and each.state is ActState.PROVEN)

    def _business(self) -> Iterator[Entry]:
        """What changed in the business that every agent has to say otherwise."""
        for was, now in pairwise(self._businesses.history()):
            for each in changes(was.business, now.business):
                words = f"{each.topic}: {each.was or 'new'} → {each.now or 'gone'}"
                yield Entry(now.from_at, About.CHANGED, Source.FACTS, words, now.by)


def _done(act: ActRecord, at: datetime) -> Entry:
    words = {
        ActKind.STOP: "Emergency stop",
        ActKind.START: "Answering again after a stop",
        ActKind.PUT_BACK: "Put back to what was approved",
        ActKind.TAKE_BACK: "Putting back was undone",
    }[act.kind]
    return Entry(at, About.CHANGED, Source.TOLD, words, act.asked_by, act.why)


@lru_cache
def _title(folder: Path, checklist: str) -> str:
    title: str = json.loads((folder / f"{checklist}.json").read_text(encoding="utf-8"))["title"]
    return title

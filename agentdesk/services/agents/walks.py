"""Checklists as guided walks, and the regular looks at an agent from the day it went live."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from agentdesk.domain.act import ActState, in_force
from agentdesk.domain.action import Action
from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.call_mark import Mark
from agentdesk.domain.clock import Clock, day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.review import Reply
from agentdesk.domain.walk import (
    CHANGE,
    FIRST_FORTNIGHT,
    FIRST_TWO_WEEKS,
    FORTNIGHTLY,
    GO_LIVE,
    INCIDENT,
    MONTHLY,
    QUIET_DAYS,
    RETIREMENT,
    Checklist,
    Due,
    Item,
    Tick,
    Walk,
    calendar,
    held,
)
from agentdesk.domain.wording import counted, day_in_words, moment_in_words
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import actions as stored_actions
from agentdesk.store import acts as stored_acts
from agentdesk.store import agents as stored_agents
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import call_marks
from agentdesk.store import calls as stored_calls
from agentdesk.store import walks as stored
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

ANY_TIME = (CHANGE, INCIDENT)
"""What an owner begins when there is a reason to."""
AHEAD = timedelta(days=14)
LOOK_BACK = timedelta(days=62)
"""Looks that were missed longer ago than that are no longer shown."""
_ONCE = (GO_LIVE, RETIREMENT)
"""Walked through once in an agent's life, unless somebody wants to again."""
_NO_NOS = (GO_LIVE, RETIREMENT, CHANGE)
"""Not done while a line of it isn't."""
_STILL_RUNS = (Stage.LIVE, Stage.PAUSED)


@dataclass(frozen=True, slots=True)
class OpenWalk:
    """A walk with its checklist, and what AgentDesk itself knows about an item, in a sentence."""

    walk: Walk
    checklist: Checklist
    known: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Looks:
    """The regular looks at an agent: which were missed, which is due now, which come next."""

    missed: tuple[Due, ...] = ()
    now: tuple[Due, ...] = ()
    next: tuple[Due, ...] = ()


class WalkService:
    """Begins, keeps and ends walks."""

    def __init__(self, store: Store, clock: Clock, businesses: BusinessService, folder: Path, changes: Changes) -> None:
        """`folder` holds the checklists as data."""
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._folder = folder
        self._changes = changes

    def checklist(self, name: str) -> Checklist:
        """One of the checklists. Raises KeyError for a name that none has."""
        path = self._folder / f"{name}.json"
        if name not in {*ANY_TIME, GO_LIVE, RETIREMENT, FIRST_TWO_WEEKS, FORTNIGHTLY, MONTHLY}:
            raise KeyError(name)
        plain = json.loads(path.read_text(encoding="utf-8"))
        items = tuple(Item(**each) for each in plain["items"])
        return Checklist(name, plain["title"], plain["why"], items)

    def of_agent(self, agent: str) -> tuple[Walk, ...]:
        """Every walk of an agent, the latest first."""
        with self._store.reading() as db:
            return stored.of_agent(db, agent)

    def go_on(self, agent: str, checklist: str, by: str) -> Walk:
        """The walk of this kind that is open or, where one is enough, the one that is done; else a new one."""
        there = [each for each in self.of_agent(agent) if each.checklist == checklist]
        if there and there[0].ended_at is not None and checklist in _ONCE:
            return there[0]
        return self.begin(agent, checklist, by)

    def begin(self, agent: str, checklist: str, by: str) -> Walk:
        """Begins a walk; one of the same kind that is still open is gone on with."""
        self.checklist(checklist)
        with self._store.writing() as db:
            if stored_agents.get(db, agent) is None:
                raise Sorry(f"There is no agent called {agent} on your list.")
            there = [each for each in stored.of_agent(db, agent) if each.checklist == checklist and not each.ended_at]
            walk = there[0] if there else stored.begin(db, Walk(0, checklist, agent, self._clock.now(), by))
        self._changes.publish(Subject.AGENTS)
        return walk

    def open_(self, number: int) -> OpenWalk:
        """Raises Sorry when there is no such walk."""
        with self._store.reading() as db:
            walk = stored.get(db, number)
            if walk is None:
                raise Sorry("This checklist is no longer kept.")
            known = self._known(db, walk)
        return OpenWalk(walk, self.checklist(walk.checklist), known)

    def tick(self, number: int, item: str, reply: Reply, by: str, note: str = "") -> Walk:
        """Keeps an answer, with a name and a time. Another answer to the same item takes its place.

        Raises Sorry for a Yes to what another line has to come before.
        """
        with self._store.writing() as db:
            walk = _still_open(db, number)
            checklist = self.checklist(walk.checklist)
            line = next((each for each in checklist.items if each.id == item), None)
            if reply is Reply.YES and line is not None and (missing := walk.too_early(line, checklist)):
                raise Sorry(missing)
            ticks = tuple(each for each in walk.ticks if each.item != item)
            walk = replace(walk, ticks=(*ticks, Tick(item, reply, by, self._clock.now(), note.strip())))
            stored.change(db, walk)
        self._changes.publish(Subject.AGENTS)
        return walk

    def end(self, number: int) -> Walk:
        """Ends a walk. What is to be looked at again becomes an action, of which a later review asks.

        Raises Sorry while an item has no answer or, where all must be done, a No.
        """
        with self._store.writing() as db:
            walk = _still_open(db, number)
            checklist = self.checklist(walk.checklist)
            if left := walk.left(checklist):
                raise Sorry(f"{counted(len(left), 'line has', 'lines have')} no answer yet. The first: {left[0].text}")
            refused = walk.refused(checklist) if walk.checklist in _NO_NOS else ()
            if refused:
                raise Sorry(f"This isn't done yet: {refused[0].text}")
            walk = replace(walk, ended_at=self._clock.now())
            stored.change(db, walk)
            for each in self._again(walk, checklist):
                stored_actions.add(db, each)
        self._changes.publish(Subject.AGENTS, Subject.REVIEW)
        return walk

    def looks(self, agent: Agent) -> Looks:
        """The regular looks since it went live: those missed in the last two months, due now, and coming."""
        zone = self._businesses.zone()
        today = day_of(self._clock.now(), zone)
        with self._store.reading() as db:
            since = self._live_since(db, agent)
            if since is None or agent.stage not in _STILL_RUNS or not agent.decides:
                return Looks()
            ended = [
                (each.checklist, day_of(each.ended_at, zone))
                for each in stored.of_agent(db, agent.name)
                if each.ended_at is not None
            ]
        open_looks = [
            each for each in calendar(since, today + AHEAD, self._closed(since, today)) if not held(each, ended)
        ]
        return Looks(
            tuple(each for each in open_looks if today - LOOK_BACK <= each.until < today),
            tuple(each for each in open_looks if each.on <= today <= each.until),
            tuple(each for each in open_looks if each.on > today),
        )

    def missing_for(self, db: Database, agent: Agent, stage: Stage) -> tuple[str, ...]:
        """What stands between an agent and going live or being retired, besides what its page knows anyway."""
        walked = {each.checklist for each in stored.of_agent(db, agent.name) if each.ended_at is not None}
        missing = []
        at_first = agent.stage in (Stage.PLANNED, Stage.TRIAL) and agent.decides
        if stage is Stage.LIVE and at_first and GO_LIVE not in walked:
            missing.append("The checklist for going live isn't done.")
        if stage is Stage.RETIRED:
            last = stored_calls.latest_of(db, agent.name)
            if last is not None and self._clock.now() - last < QUIET_DAYS:
                zone = self._businesses.zone()
                free = day_in_words(day_of(last + QUIET_DAYS, zone))
                missing.append(
                    f"{agent.name} still takes calls, the last on {day_in_words(day_of(last, zone))}. "
                    f"It can be retired once none has come for 14 days, so not before {free}."
                )
            if last is not None and RETIREMENT not in walked:
                missing.append("The checklist for retiring isn't done.")
        return tuple(missing)

    def _again(self, walk: Walk, checklist: Checklist) -> tuple[Action, ...]:
        now = self._clock.now()
        zone = self._businesses.zone()
        begun = day_in_words(day_of(walk.started_at, zone))
        return tuple(
            Action(
                0,
                f"Look again at {walk.agent}: {checklist.title[0].lower()}{checklist.title[1:]}, {begun}.",
                tick.by,
                day_of(now, zone) + timedelta(days=item.again_in_days),
                now,
            )
            for item in checklist.items
            if item.again_in_days and (tick := walk.reply(item.id)) is not None and tick.reply is Reply.YES
        )

    def _live_since(self, db: Database, agent: Agent) -> date | None:
        steps = [each.at for each in stored_agents.stages(db, agent.name) if each.stage is Stage.LIVE]
        return day_of(min(steps), self._businesses.zone()) if steps else None

    def _closed(self, first: date, today: date) -> tuple[date, ...]:
        if first + FIRST_FORTNIGHT < today - LOOK_BACK:
            # only the first fortnight goes by days, and it is no longer shown
            return ()
        business = self._businesses.current()
        if business is None or not any(business.hours):
            return ()
        opening = OpeningCalendar(business)
        days = (first + timedelta(days=each) for each in range(14))
        return tuple(each for each in days if each <= today + AHEAD and opening.why_closed(each))

    def _known(self, db: Database, walk: Walk) -> dict[str, str]:
        """What can be seen from here, so that nobody has to look it up."""
        if walk.checklist == GO_LIVE:
            return _known_before_live(db, walk.agent) | self._tried(db, walk, "G05") | self._rehearsed(db, walk)
        if walk.checklist == CHANGE:
            return self._tried(db, walk, "C05")
        if walk.checklist == INCIDENT:
            return self._stopped(db, walk)
        if walk.checklist == RETIREMENT:
            last = stored_calls.latest_of(db, walk.agent)
            said = day_in_words(day_of(last, self._businesses.zone())) if last is not None else ""
            return {"R10": f"The last call that came was on {said}." if said else "No call ever came."}
        return {}

    def _tried(self, db: Database, walk: Walk, item: str) -> dict[str, str]:
        """The test calls since it was begun, as far as somebody has marked them."""
        until = walk.ended_at or self._clock.now()
        marked = call_marks.rows(db, walk.started_at, until)
        tests = sum(each.mark is Mark.TEST and each.agent == walk.agent for each in marked)
        return {item: f"{counted(tests, 'call is', 'calls are')} marked as a test since this was begun."}

    def _stopped(self, db: Database, walk: Walk) -> dict[str, str]:
        """Whether it was stopped from here, and whether that is proven."""
        agent = stored_agents.get(db, walk.agent)
        acts = stored_acts.of(db, agent.connection or "", agent.external_id or "") if agent is not None else ()
        stop = in_force(acts)
        if stop is None:
            return {"I01": "It isn't stopped from here."}
        when = moment_in_words(stop.asked_at, self._businesses.zone())
        if stop.state is ActState.PROVEN:
            return {"I01": f"It was stopped on {when}, which was read back."}
        return {"I01": f"It was to be stopped on {when}, and nothing shows yet that it is."}

    def _rehearsed(self, db: Database, walk: Walk) -> dict[str, str]:
        last = next((each for each in stored_acts.rehearsed(db) if each.agent == walk.agent), None)
        if last is None:
            return {"G12": "No rehearsal is written down."}
        day = day_in_words(day_of(last.at, self._businesses.zone()))
        how = "the test call reached a person" if last.worked else "the test call reached nobody"
        return {"G12": f"Rehearsed on {day} by {last.by}: {how}."}


def _known_before_live(db: Database, agent: str) -> dict[str, str]:
    version = stored_briefs.approved(db, agent)
    if version is None:
        return {"G01": "Nobody has approved the brief yet."}
    gaps = version.brief.gaps()
    return {
        "G01": f"Version {version.number} was approved by {version.approved_by}.",
        "G02": f"{counted(len(version.brief.targets), 'target is', 'targets are')} in the brief.",
        "G03": gaps[0] if gaps else "All lists of the brief are filled in.",
    }


def _still_open(db: Database, number: int) -> Walk:
    walk = stored.get(db, number)
    if walk is None or walk.ended_at is not None:
        raise Sorry("This checklist is done already. Begin it anew to walk through it again.")
    return walk

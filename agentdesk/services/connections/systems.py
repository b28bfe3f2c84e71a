"""What each agent touches, in the order in which they act: the line its calls come in by, itself, and its diaries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.clock import Clock
from agentdesk.domain.connection import PullState
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.live_agent import SetupVersion
from agentdesk.services.agents.agents import AgentRow, AgentService
from agentdesk.services.calls.freshness import Freshness, FreshnessService
from agentdesk.services.connections.live_agents import LiveAgentService, Standing
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import calls as stored_calls
from agentdesk.store import connections as stored_connections
from agentdesk.store import live, pulls
from agentdesk.store.store import Store

QUIET_AFTER = timedelta(days=3)
LOOK_BACK = timedelta(days=28)
"""How far back an agent's last entry in a diary is looked for."""
_PART_OF_A_CALL = re.compile(r"end ?call|hang ?up|voicemail|transfer|book|calendar|appoint|avail|slot", re.IGNORECASE)
"""Tools that are the call itself, or the diary, which stand in the picture already."""


class Health(StrEnum):
    """WORKING: seen at work lately. QUIET: can be read, and nothing came for days. BROKEN: can't be read, or gone.
    UNKNOWN: nothing here can see whether it works.
    """

    WORKING = "working"
    QUIET = "quiet"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Part(StrEnum):
    LINE = "line"
    AGENT = "agent"
    DIARY = "diary"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Link:
    """One thing of the chain. `name` is what the owner calls it; `connection` leads to its page."""

    part: Part
    name: str
    health: Health
    seen_at: datetime | None
    """When it was last seen working; None where it never was."""
    trouble: str = ""
    """What is wrong with it, in a sentence."""
    connection: str | None = None
    changed: bool = False
    """It was told something else than was approved."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An agent and everything that it touches, in the order in which they act."""

    agent: Agent
    links: tuple[Link, ...]


class SystemService:
    """Draws the picture from what is known anyway; asks no service."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        agents: AgentService,
        live_agents: LiveAgentService,
        freshness: FreshnessService,
    ) -> None:
        self._store = store
        self._clock = clock
        self._agents = agents
        self._live_agents = live_agents
        self._freshness = freshness

    def pictures(self) -> tuple[Picture, ...]:
        """Of every agent on the list that isn't retired."""
        rows = [each for each in self._agents.all_() if each.listed and each.agent.stage is not Stage.RETIRED]
        all_standing = self._live_agents.standing()
        standing = {(each.known.connection, each.known.agent.external_id): each for each in all_standing}
        read = {each.connection: each for each in self._freshness.all_()}
        now = self._clock.now()
        with self._store.reading() as db:
            states = {each.connection: each for each in pulls.states(db)}
            titles = {each.name: each.title or each.name for each in stored_connections.all_(db)}
            made = stored_bookings.of_calls_between(db, now - LOOK_BACK, now)
            ids = frozenset(each.call for each in made if each.call is not None)
            took = stored_calls.page(db, CallFilter(ids=ids), None, len(ids)) if ids else ()
            by = {each.id: each for each in took}
            tools = {
                each.agent.name: _tools(live.setups(db, each.agent.connection or "", each.agent.external_id or ""))
                for each in rows
            }
        found = []
        for row in rows:
            agent = row.agent
            theirs = standing.get((agent.connection or "", agent.external_id or ""))
            links = []
            if agent.connection:
                links.append(
                    _line(row, titles.get(agent.connection, agent.connection), states.get(agent.connection), now)
                )
            links.append(_itself(row, theirs, now))
            for name in agent.books_into:
                wrote = [by[each.call] for each in made if each.connection == name and each.call in by]
                last = max((each.started_at for each in wrote if each.agent == agent.name), default=None)
                links.append(_diary(titles.get(name, name), name, states.get(name), read.get(name), last, now))
            links += [Link(Part.TOOL, each, Health.UNKNOWN, None) for each in tools[agent.name]]
            found.append(Picture(agent, tuple(links)))
        return tuple(found)


def _line(row: AgentRow, title: str, state: PullState | None, now: datetime) -> Link:
    last = row.last_call_at
    health = Health.UNKNOWN if last is None else Health.QUIET if now - last > QUIET_AFTER else Health.WORKING
    trouble = state.trouble or "" if state is not None and state.state != "ok" else ""
    return Link(Part.LINE, title, Health.BROKEN if trouble else health, last, trouble, row.agent.connection)


def _itself(row: AgentRow, standing: Standing | None, now: datetime) -> Link:
    name, last = row.agent.name, row.last_call_at
    if standing is not None and standing.known.gone_at is not None:
        return Link(Part.AGENT, name, Health.BROKEN, last, "It is no longer at its service.")
    if standing is not None and standing.changed:
        trouble = "Its instructions are not the ones you approved."
        return Link(Part.AGENT, name, Health.BROKEN, last, trouble, changed=True)
    if not row.agent.decides:
        return Link(Part.AGENT, name, Health.UNKNOWN, last, "Nothing here can see whether it works.")
    if not row.agent.takes_calls(last):
        return Link(Part.AGENT, name, Health.QUIET, last, f"{row.agent.stage.in_words}.")
    if last is None:
        return Link(Part.AGENT, name, Health.UNKNOWN, None)
    return Link(Part.AGENT, name, Health.QUIET if now - last > QUIET_AFTER else Health.WORKING, last)


def _diary(
    title: str, name: str, state: PullState | None, read: Freshness | None, last: datetime | None, now: datetime
) -> Link:
    trouble = state.trouble or "" if state is not None and state.state != "ok" else ""
    if trouble:
        return Link(Part.DIARY, title, Health.BROKEN, last, trouble, name)
    if read is not None and read.bookings_at is not None and now - read.bookings_at > QUIET_AFTER:
        return Link(Part.DIARY, title, Health.QUIET, last, "It hasn't been read for days.", name)
    if read is None or read.bookings_at is None:
        return Link(Part.DIARY, title, Health.UNKNOWN, last, "It was never read.", name)
    return Link(Part.DIARY, title, Health.WORKING if last else Health.QUIET, last, "", name)


def _tools(versions: tuple[SetupVersion, ...]) -> tuple[str, ...]:
    """Names of what else it can use, without what they are for."""
    newest = versions[0].setup.tools if versions else ()
    named = (each.partition(":")[0].replace("_", " ").strip() for each in newest)
    return tuple(dict.fromkeys(each for each in named if each and not _PART_OF_A_CALL.search(each)))

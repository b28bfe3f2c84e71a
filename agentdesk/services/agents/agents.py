"""The agents the business runs: the list, an agent's page, and the steps of its life."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from agentdesk.domain.agent import Agent, Stage, StageChange, missing_for_live
from agentdesk.domain.brief import BriefVersion
from agentdesk.domain.clock import Clock, day_of, week_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.money import Money, total
from agentdesk.services.agents.walks import WalkService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import agents as stored
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import calls as stored_calls
from agentdesk.store import findings as stored_findings
from agentdesk.store import live
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database


@dataclass(frozen=True, slots=True)
class AgentRow:
    """A line of the list. `calls` and `needs_you` count this week's calls and open findings."""

    agent: Agent
    calls: int
    needs_you: int
    last_call_at: datetime | None
    version: int | None
    """The approved version of its brief."""
    listed: bool = True
    changed: bool = False
    """The draft of its brief differs from the approved one."""

    @property
    def trouble(self) -> str | None:
        if not self.listed:
            return "This one takes calls but isn't on your list."
        return None if self.agent.responsible else "Nobody is looking after this agent."


@dataclass(frozen=True, slots=True)
class AgentPage:
    """Everything an agent's page shows or leads to."""

    row: AgentRow
    stages: tuple[StageChange, ...]
    approved: BriefVersion | None
    draft: BriefVersion | None
    gaps: tuple[str, ...]
    missing_for_live: tuple[str, ...]
    open_findings: int
    spent_this_month: tuple[Money, ...]


class AgentService:
    """Keeps the list of agents."""

    def __init__(
        self, store: Store, clock: Clock, businesses: BusinessService, walks: WalkService, changes: Changes
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._walks = walks
        self._changes = changes

    def all_(self) -> tuple[AgentRow, ...]:
        """Every agent on the list, then those that take calls without being listed."""
        with self._store.reading() as db:
            return self.rows(db, stored_findings.open_per_agent(db), stored_briefs.by_agent(db))

    def rows(
        self,
        db: Database,
        waiting: Mapping[str | None, stored_findings.Waiting],
        briefs: Mapping[str, tuple[BriefVersion, ...]],
    ) -> tuple[AgentRow, ...]:
        """The same within a view of the store, for a page that has counted what waits and read the briefs anyway."""
        week = week_of(day_of(self._clock.now(), self._businesses.zone()))
        calls = stored_calls.calls_per_agent(db, week.first, week.last)
        rows = []
        for agent in stored.all_(db):
            versions = briefs.get(agent.name, ())
            approved = next((each for each in versions if each.approved_at), None)
            rows.append(
                AgentRow(
                    agent,
                    calls.get(agent.name, 0),
                    waiting[agent.name].all if agent.name in waiting else 0,
                    stored_calls.latest_of(db, agent.name),
                    approved.number if approved else None,
                    changed=_draft_differs(versions),
                )
            )
        unlisted = stored_calls.unlisted_agents(db, week.first, week.last)
        # asked for only where somebody isn't listed: this is on the way to the first page
        names = {
            (each.connection, each.agent.external_id): each.agent.name for each in (live.all_(db) if unlisted else ())
        }
        for connection, external_id, number, last in unlisted:
            called = names.get((connection, external_id)) or external_id
            agent = Agent(
                called, connection=connection, external_id=external_id, job="Not on your list", stage=Stage.LIVE
            )
            rows.append(AgentRow(agent, number, 0, last, None, listed=False))
        return tuple(rows)

    def get(self, name: str) -> Agent:
        with self._store.reading() as db:
            agent = stored.get(db, name)
        if agent is None:
            raise Sorry(f"There is no agent called {name} on your list.")
        return agent

    def page(self, name: str) -> AgentPage:
        """What an agent's own page shows. Raises Sorry for a name that is not on the list."""
        row = next((each for each in self.all_() if each.listed and each.agent.name == name), None)
        if row is None:
            raise Sorry(f"There is no agent called {name} on your list.")
        today = day_of(self._clock.now(), self._businesses.zone())
        with self._store.reading() as db:
            versions = stored_briefs.versions(db, name)
            approved = next((each for each in versions if each.approved_at), None)
            draft = stored_briefs.draft(db, name)
            month = stored_calls.day_totals(db, today.replace(day=1), today, name)
            stages = stored.stages(db, name)
            not_walked = self._walks.missing_for(db, row.agent, Stage.LIVE)
        current = draft or approved
        gaps = current.brief.gaps() if current else ("Nothing is written yet.",) if row.agent.decides else ()
        return AgentPage(
            row,
            stages,
            approved,
            draft,
            gaps,
            (*missing_for_live(row.agent, brief_complete=not gaps, brief_approved=approved is not None), *not_walked),
            row.needs_you,
            total(cost for each in month for cost in each.costs),
        )

    def add(self, agent: Agent, by: str) -> None:
        """Puts an agent on the list, being set up. Its name must be new."""
        name = agent.name.strip()
        if not name:
            raise Sorry("The agent needs a name, the one it says on the phone.")
        with self._store.writing() as db:
            if any(each.name.casefold() == name.casefold() for each in stored.all_(db)):
                raise Sorry(f"There is already an agent called {name}.")
            stored.put(db, replace(agent, name=name, stage=Stage.PLANNED))
            stored.add_stage(db, StageChange(name, Stage.PLANNED, self._clock.now(), by, "Put on the list"))
            stored_calls.assign_agents(db)
        self._changes.publish(Subject.AGENTS, Subject.CALLS)

    def change(self, name: str, agent: Agent) -> None:
        """Keeps what the owner changed about an agent; its stage moves only with `move_to`."""
        current = self.get(name)
        if not agent.name.strip():
            raise Sorry("The agent needs a name, the one it says on the phone.")
        if current.stage is Stage.LIVE and not agent.responsible:
            raise Sorry(f"{name} is live, so somebody has to look after it. Choose another person instead.")
        with self._store.writing() as db:
            stored.put(db, replace(agent, name=agent.name.strip(), stage=current.stage), was=name)
            stored_calls.assign_agents(db)
        self._changes.publish(Subject.AGENTS, Subject.CALLS)

    def note(self, name: str, stage: Stage, at: datetime, by: str, why: str) -> None:
        """Writes down a step that took place at the service, at `at`; nothing where a later step is there.

        Paused only what is at work, and live only what was paused: a stop says nothing about any other stage.
        """
        before = (Stage.LIVE, Stage.TRIAL) if stage is Stage.PAUSED else (Stage.PAUSED,)
        with self._store.writing() as db:
            agent = stored.get(db, name)
            steps = stored.stages(db, name)
            if agent is None or agent.stage not in before or any(each.at >= at for each in steps):
                return
            if stage is Stage.LIVE:
                # back to what it was before it was paused
                earlier = [each.stage for each in steps if each.stage is not Stage.PAUSED]
                stage = earlier[-1] if earlier else stage
            stored.put(db, replace(agent, stage=stage), was=name)
            stored.add_stage(db, StageChange(name, stage, at, by, why))
        self._changes.publish(Subject.AGENTS)

    def move_to(self, name: str, stage: Stage, why: str, by: str) -> None:
        """The next step of an agent's life, with a reason.

        Going live is refused while something is missing, retiring while calls still come.
        """
        page = self.page(name)
        if not why.strip():
            raise Sorry("Write in a few words why, so that it can be understood later.")
        if stage is Stage.LIVE and page.missing_for_live:
            raise Sorry(f"{name} can't go live yet. {' '.join(page.missing_for_live)}")
        with self._store.writing() as db:
            if stage is Stage.RETIRED and (missing := self._walks.missing_for(db, page.row.agent, stage)):
                raise Sorry(f"{name} can't be retired yet. {' '.join(missing)}")
            stored.put(db, replace(page.row.agent, stage=stage), was=name)
            stored.add_stage(db, StageChange(name, stage, self._clock.now(), by, why.strip()))
        self._changes.publish(Subject.AGENTS)


def _draft_differs(versions: tuple[BriefVersion, ...]) -> bool:
    if not versions or versions[0].approved_at:
        return False
    approved = next((each for each in versions if each.approved_at), None)
    return approved is None or approved.brief != versions[0].brief

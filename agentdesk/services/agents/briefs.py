"""The one-page brief: written, approved, compared, printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from agentdesk.domain.agent import Agent, Stage
from agentdesk.domain.brief import Brief, BriefVersion, Difference, differences
from agentdesk.domain.business import Business
from agentdesk.domain.clock import Clock
from agentdesk.domain.errors import Sorry
from agentdesk.services.agents.agents import AgentService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.store import briefs as stored
from agentdesk.store.store import Store


class BriefPages(Protocol):
    """Prints a brief. `reports` supplies it."""

    def write_brief(
        self, business: Business, agent: Agent, version: BriefVersion, path: Path, live_since: datetime | None = None
    ) -> None: ...

    def write_staff_sheet(self, business: Business, agent: Agent, version: BriefVersion, path: Path) -> None: ...


class BriefService:
    """Keeps the versions of each agent's brief. Approved ones never change."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        agents: AgentService,
        pages: BriefPages,
        changes: Changes,
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._agents = agents
        self._pages = pages
        self._changes = changes

    def working(self, agent: str) -> BriefVersion:
        """What the owner goes on writing: the draft, else the newest version, else an empty first one."""
        with self._store.reading() as db:
            draft = stored.draft(db, agent)
            versions = stored.versions(db, agent)
        if draft:
            return draft
        if versions:
            return versions[0]
        return BriefVersion(agent, 1, Brief(), self._clock.now(), self._businesses.owner())

    def approved(self, agent: str) -> BriefVersion | None:
        with self._store.reading() as db:
            return next((each for each in stored.versions(db, agent) if each.approved_at), None)

    def versions(self, agent: str) -> tuple[BriefVersion, ...]:
        """Every version, newest first."""
        with self._store.reading() as db:
            return stored.versions(db, agent)

    def save_draft(self, agent: str, brief: Brief, by: str) -> BriefVersion:
        """Keeps what was typed. The approved version stays the one that counts until the draft is approved.

        A brief equal to the newest version makes no new one.
        """
        now = self._clock.now()
        with self._store.writing() as db:
            versions = stored.versions(db, agent)
            newest = versions[0] if versions else None
            if newest and newest.brief == brief:
                return newest
            if newest and not newest.approved_at:
                version = replace(newest, brief=_dated(brief, newest.brief, now), saved_at=now, saved_by=by)
            else:
                number = newest.number + 1 if newest else 1
                version = BriefVersion(agent, number, _dated(brief, newest.brief if newest else None, now), now, by)
            stored.save_draft(db, version)
        self._changes.publish(Subject.AGENTS)
        return version

    def approve(self, agent: str, by: str, why: str) -> BriefVersion:
        """Makes the draft the brief that counts. Refused without a reason from the second version on."""
        now = self._clock.now()
        with self._store.writing() as db:
            draft = stored.draft(db, agent)
            if draft is None:
                raise Sorry("There is nothing new to approve.")
            if draft.number > 1 and not why.strip():
                raise Sorry("Write in a few words what changed and why.")
            stored.approve(db, agent, draft.number, now, by, why.strip())
        self._changes.publish(Subject.AGENTS)
        return replace(draft, approved_at=now, approved_by=by, why=why.strip())

    def compare(self, agent: str, older: int, newer: int) -> tuple[Difference, ...]:
        """What changed between two versions, in words."""
        versions = {each.number: each for each in self.versions(agent)}
        if older not in versions or newer not in versions:
            raise Sorry("One of these versions isn't kept here.")
        return differences(versions[older].brief, versions[newer].brief)

    def save_brief_pdf(self, agent: str, path: Path) -> None:
        """Prints the approved brief, or the draft marked as one, on one page."""
        stages = self._agents.page(agent).stages
        live = next((each.at for each in stages if each.stage is Stage.LIVE), None)
        self._pages.write_brief(self._business(), self._agents.get(agent), self._to_print(agent), path, live)

    def save_staff_sheet(self, agent: str, path: Path) -> None:
        """Prints what the team needs to know, from the brief that counts."""
        self._pages.write_staff_sheet(self._business(), self._agents.get(agent), self._to_print(agent), path)

    def _business(self) -> Business:
        business = self._businesses.current()
        if business is None:
            raise Sorry("Tell AgentDesk about your business first.")
        return business

    def _to_print(self, agent: str) -> BriefVersion:
        version = self.approved(agent) or self.working(agent)
        if version.brief == Brief():
            raise Sorry(f"{agent} has no brief yet. Fill it in first, then print it.")
        return version


def _dated(brief: Brief, before: Brief | None, now: datetime) -> Brief:
    """Targets carry the day on which they were set; an unchanged one keeps its day."""
    known = {(each.measure, each.share): each.set_on for each in before.targets} if before else {}
    targets = tuple(
        replace(each, set_on=each.set_on or known.get((each.measure, each.share)) or now) for each in brief.targets
    )
    return replace(brief, targets=targets)

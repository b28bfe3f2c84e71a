"""Somebody changed it: what an agent was told before and now, who heard it, whose change it was, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from zoneinfo import ZoneInfo

from agentdesk.domain.act import ActKind, ActRecord, ActState
from agentdesk.domain.clock import day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Changed, Finding, FindingStatus, Kind
from agentdesk.domain.lists import CallFilter, CallRow, FindingFilter
from agentdesk.domain.live_agent import Approval, KnownAgent, SetupVersion
from agentdesk.domain.wording import counted, moment_in_words
from agentdesk.services.agents.agents import AgentService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.connections.live_agents import LiveAgentService, differences, same
from agentdesk.services.control.steering import SteeringService, Target
from agentdesk.services.findings.findings import FindingService
from agentdesk.services.waiting.reminders import ReminderService
from agentdesk.store import call_lists, documents, live
from agentdesk.store.store import Store

MOST_CALLS = 500
"""Counted; more are said to be so many or more."""


_BY_HAND = (
    "Sign in where your agent was set up, or ring whoever set it up for you.",
    "Put back what stands under “Was”, word for word, and publish it.",
)


@dataclass(frozen=True, slots=True)
class Maker:
    """Whose change a version was, as somebody here says. `who` is empty where nobody knows."""

    who: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Event:
    """A line of the history."""

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """Everything the page shows. `changed` is empty while what is live is what was approved."""

    agent: str
    target: Target
    known: KnownAgent | None
    approved: SetupVersion
    live: SetupVersion
    changed: tuple[Changed, ...]
    since: datetime
    """From when on callers heard anything that nobody approved."""
    latest: datetime
    """From when on they hear it as it is now."""
    times: int
    """How often it was changed since it was last as approved."""
    heard: tuple[CallRow, ...]
    """The calls since, the newest first."""
    told_wrong: tuple[Finding, ...]
    """Matters of these calls about what they were told."""
    maker: Maker | None
    finding: Finding | None
    can_put_back: bool
    steps: tuple[str, ...]
    last: ActRecord | None
    """The last time something was put back, or that was undone."""
    reminded_at: datetime | None
    history: tuple[Event, ...]

    @property
    def named_by_service(self) -> str:
        """Whose change it was, as the service says; empty where it doesn't."""
        return (self.known.agent.changed_by or "") if self.known is not None else ""

    @property
    def heard_as_now(self) -> tuple[CallRow, ...]:
        """The calls that heard it as it is now."""
        return tuple(each for each in self.heard if each.started_at >= self.latest)

    @property
    def proposed(self) -> bool:
        """Whether it is known whose change it was, or that nobody knows."""
        return self.maker is not None or bool(self.named_by_service)


class AgentChangeService:
    """Shows changes of agents, and carries out what is decided about them."""

    def __init__(
        self,
        store: Store,
        businesses: BusinessService,
        agents: AgentService,
        live_agents: LiveAgentService,
        steering: SteeringService,
        findings: FindingService,
        reminders: ReminderService,
        changes: Changes,
    ) -> None:
        self._store = store
        self._businesses = businesses
        self._agents = agents
        self._live = live_agents
        self._steering = steering
        self._findings = findings
        self._reminders = reminders
        self._changes = changes

    def view(self, name: str) -> ChangeView:
        """How an agent stands to what was approved. Raises Sorry where its service was never read."""
        target = self._steering.target(self._agents.get(name))
        versions = self._live.versions(target.connection, target.external_id) if target else ()
        approved = live.approved(versions)
        if target is None or approved is None:
            raise Sorry(f"What {name} is told isn't known here: it comes with the first reading of its service.")
        newest = versions[0]
        known = self._live.known(target.connection, target.external_id)
        changed = () if same(approved.setup, newest.setup) else differences(approved.setup, newest.setup)
        times = sum(1 for _ in takewhile(lambda each: not same(each.setup, approved.setup), versions))
        latest, since = self._heard_from(versions), self._heard_from(versions[max(times - 1, 0) :])
        heard = self._heard(name, since) if changed else ()
        acts = self._steering.acts(target)
        reminder = self._reminders.waiting(name)
        steps = self._steering.by_hand(target, ActKind.PUT_BACK)
        return ChangeView(
            name,
            target,
            known,
            approved,
            newest,
            changed,
            since,
            latest,
            times,
            heard,
            self._told_wrong(name, since, heard),
            self._maker(newest),
            self._finding(target, newest.number),
            bool(steps),
            steps or _BY_HAND,
            next((each for each in acts if each.kind in (ActKind.PUT_BACK, ActKind.TAKE_BACK)), None),
            reminder.at if reminder else None,
            self._history(versions, acts),
        )

    def made_by(self, view: ChangeView, who: str, by: str, at: datetime) -> None:
        """Whose change it was; empty for "I don't know"."""
        with self._store.writing() as db:
            documents.put(db, _name(view.live), Maker(who.strip(), at, by))
        self._changes.publish(Subject.AGENTS)

    def keep(self, view: ChangeView, approval: Approval) -> None:
        """What is live is the approved version from now on.

        Raises Sorry until it is known whose change it was, who approves it and why, and how it was tried.
        """
        if missing := approval.missing:
            raise Sorry(missing)
        if not view.proposed:
            raise Sorry("Say first whose change it was. \u201cI don't know\u201d is an answer, too.")
        if not set(approval.heard) <= {each.id for each in view.heard_as_now}:
            raise Sorry("One of these calls didn't hear it as it is now. Tick those that did.")
        self._live.approve(view.target.connection, view.target.external_id, view.live.number, approval)
        self._reminders.forget(view.agent)

    def remind_tonight(self, view: ChangeView, by: str) -> datetime:
        """Leaves it open, and reminds. Returns when."""
        at = self._reminders.tonight(view.agent, by)
        self._changes.publish(Subject.AGENTS)
        return at

    def settled(self, view: ChangeView) -> None:
        """It was put back: nothing is left to decide."""
        self._reminders.forget(view.agent)

    def wording(self, view: ChangeView, by: str) -> str:
        """For whoever runs the agent, ready to send."""
        parts = [
            f"{each.part}\nshould be:\n{each.was or '(nothing)'}\n\nand is now:\n{each.now or '(nothing)'}"
            for each in view.changed
        ]
        when = moment_in_words(view.since, self._businesses.zone())
        whole = "\n\n".join(parts)
        return (
            f"Hello,\n\nour agent {view.agent} was changed without our approval (noticed {when})."
            f" Please put it back exactly as below, and tell us who changed it and why.\n\n"
            f"{whole}\n\nThank you.\n{by}"
        )

    def _heard_from(self, versions: Sequence[SetupVersion]) -> datetime:
        """From when on callers heard the first of these: as the service says, where that fits in with what was read."""
        told = self._live.told_at(versions[0])
        fits = told is not None and len(versions) > 1 and versions[1].seen_at <= told <= versions[0].seen_at
        return told if told is not None and fits else versions[0].seen_at

    def _heard(self, name: str, since: datetime) -> tuple[CallRow, ...]:
        first = day_of(since, self._businesses.zone())
        with self._store.reading() as db:
            rows = call_lists.page(db, CallFilter(first=first, agent=name, answered=True), None, MOST_CALLS)
        return tuple(each for each in rows if each.started_at >= since)

    def _told_wrong(self, name: str, since: datetime, heard: tuple[CallRow, ...]) -> tuple[Finding, ...]:
        calls = {each.id for each in heard}
        first = day_of(since, self._businesses.zone())
        found = self._findings.page(FindingFilter(first=first, agent=name, kinds=(Kind.FACT_WRONG,)))
        return tuple(each for each in found if each.found.call in calls and each.status is not FindingStatus.WITHDRAWN)

    def _finding(self, target: Target, number: int) -> Finding | None:
        wanted = FindingFilter(kinds=(Kind.AGENT_CHANGED,), status=FindingStatus.OPEN)
        return next(
            (
                each
                for each in self._findings.page(wanted)
                if (each.connection, each.agent_external_id) == (target.connection, target.external_id)
                and each.found.slot == str(number)
            ),
            None,
        )

    def _maker(self, version: SetupVersion) -> Maker | None:
        with self._store.reading() as db:
            return documents.get(db, _name(version), Maker)

    def _history(self, versions: tuple[SetupVersion, ...], acts: tuple[ActRecord, ...]) -> tuple[Event, ...]:
        """What happened to it, the latest first."""
        zone = self._businesses.zone()
        events = [Event(each.asked_at, act_in_words(each)) for each in acts if each.state is not ActState.DROPPED]
        for now, was in zip(versions, (*versions[1:], None), strict=True):
            events.append(Event(now.seen_at, self._version_in_words(now, was)))
            if now.approved_at is not None and now.approved_by is not None:
                told = moment_in_words(now.seen_at, zone)
                words = f"{now.approved_by} approved how it was told since {told}: {now.why}{self._tried(now)}"
                events.append(Event(now.approved_at, words))
        return tuple(sorted(events, key=lambda each: each.at, reverse=True))

    def _tried(self, version: SetupVersion) -> str:
        """How it was tried before it was approved, and whether it was approved by whoever made it."""
        approval, maker = self._live.approval(version), self._maker(version)
        if approval is None:
            return ""
        calls = counted(len(approval.heard), "call was", "calls were")
        tried = f"{calls} listened to first" if approval.heard else f"not tried first: {approval.untried.strip()}"
        own = "; it was their own change" if maker is not None and maker.who == approval.by else ""
        return f" ({tried}{own})"

    def _version_in_words(self, now: SetupVersion, was: SetupVersion | None) -> str:
        if was is None:
            return "AgentDesk saw for the first time what it is told. That counts as approved."
        parts = ", ".join(each.part.lower() for each in differences(was.setup, now.setup))
        maker = self._maker(now)
        if maker is None:
            return f"It was told something else: {parts}."
        who = f"It was {maker.who}" if maker.who else "Nobody knows who it was"
        return f"It was told something else: {parts}. {who}, says {maker.by}."


_DONE = {
    ActKind.STOP: ("stopped it", "The stop"),
    ActKind.START: ("let it answer again", "Letting it answer again"),
    ActKind.PUT_BACK: ("put back what was approved", "Putting back"),
    ActKind.TAKE_BACK: ("took back what had been put back", "Taking back"),
}


def act_in_words(act: ActRecord) -> str:
    """What was done and whether it is so, never more than was read back."""
    did, doing = _DONE[act.kind]
    why = f" ({act.why})" if act.why else ""
    if act.state is ActState.PROVEN:
        return f"{act.asked_by} {did}{why}. Checked with the service."
    if act.state is ActState.BY_HAND:
        return f"{doing} was asked for by {act.asked_by}{why} and had to be done by hand. {act.trouble}"
    if act.is_open:
        return f"{doing} was asked for by {act.asked_by}{why}. It isn't sure yet whether it is so. {act.trouble}"
    return f"{doing} was asked for by {act.asked_by}{why}. It was never proven. {act.trouble}"


def _name(version: SetupVersion) -> str:
    return f"changed-by {version.connection} {version.external_id} {version.number}"


def since_in_words(view: ChangeView, service: str, zone: ZoneInfo) -> str:
    """When it was changed and by whom, as far as the service says."""
    agent = view.known.agent if view.known is not None else None
    when = moment_in_words(view.latest, zone)
    if agent is None or agent.changed_at != view.latest:
        seen = f"AgentDesk saw it on {when}. {service} doesn't say when it was changed."
    elif view.named_by_service:
        seen = f"{service} says it was changed on {when} by {view.named_by_service}."
    else:
        seen = f"{service} says it was changed on {when}. It doesn't say by whom."
    if view.times < 2:
        return seen
    first = moment_in_words(view.since, zone)
    return f"It was changed {view.times} times since it was as you approved, first on {first}. The last: {seen}"

"""Somebody changed it: what an agent was told before and now, who heard it, whose change it was, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from zoneinfo import ZoneInfo

from agentdesk.domain.act import ActKind, ActRecord
from agentdesk.domain.clock import day_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import Changed, Finding, FindingStatus, Kind
from agentdesk.domain.lists import CallFilter, CallRow, FindingFilter
from agentdesk.domain.live_agent import Approval, KnownAgent, SetupVersion
from agentdesk.domain.wording import moment_in_words
from agentdesk.services.agents.agents import AgentService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.changes import Changes, Subject
from agentdesk.services.connections.live_agents import LiveAgentService, differences, same
from agentdesk.services.control.change_history import Event, Known, Maker, history
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
class ChangeView:
    """Everything the page shows. `changed` is empty while what is live is what was approved."""

    agent: str
    target: Target
    known: KnownAgent | None
    approved: SetupVersion
    live: SetupVersion
    changed: tuple[Changed, ...]
    since: datetime
    """From when on callers heard anything that nobody approved: now, or until it was last put right."""
    until: datetime | None
    """When it was as approved again; None while it isn't, and where it never was otherwise."""
    latest: datetime
    """From when on they hear it as it is now."""
    times: int
    """How often it was changed in that time."""
    heard: tuple[CallRow, ...]
    """The calls in that time, the newest first."""
    unsure: tuple[CallRow, ...]
    """Calls just before it was seen, where the service doesn't say when it was changed: they may have heard it."""
    told_wrong: tuple[Finding, ...]
    """Matters of these calls about what they were told."""
    maker: Maker | None
    finding: Finding | None
    can_put_back: bool
    steps: tuple[str, ...]
    last: ActRecord | None
    """The last time that what is approved now was put back, or that was undone."""
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
        right = sum(1 for _ in takewhile(lambda each: same(each.setup, approved.setup), versions))
        times = sum(1 for _ in takewhile(lambda each: _is_otherwise(each, approved), versions[right:]))
        until = versions[right - 1].seen_at if right and times else None
        first = versions[max(right + times - 1, 0)]
        latest, since = self._heard_from(versions[0]), self._heard_from(first)
        heard = self._heard(name, since, until) if times else ()
        unsure = self._heard(name, self._live.looked_before(first), since) if times else ()
        acts = self._steering.acts(target)
        reminder = self._reminders.waiting(name)
        steps = self._steering.by_hand(target, ActKind.PUT_BACK)
        known_of = self._known_of(versions)
        return ChangeView(
            name,
            target,
            known,
            approved,
            newest,
            changed,
            since,
            until,
            latest,
            times,
            heard,
            unsure,
            self._told_wrong(name, (*heard, *unsure)),
            known_of[newest.number].maker,
            self._finding(target, newest.number),
            self._steering.can_do(target),
            steps or _BY_HAND,
            _last_putting_back(acts, approved),
            reminder.at if reminder else None,
            history(versions, acts, known_of, self._businesses.zone()),
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

    def _heard_from(self, version: SetupVersion) -> datetime:
        """From when on callers surely heard it: as the service says, else from when it was seen."""
        return self._live.told_at(version) or version.seen_at

    def _heard(self, name: str, since: datetime, until: datetime | None) -> tuple[CallRow, ...]:
        zone = self._businesses.zone()
        first, last = day_of(since, zone), day_of(until, zone) if until is not None else None
        with self._store.reading() as db:
            wanted = CallFilter(first=first, last=last, agent=name, answered=True)
            rows = call_lists.page(db, wanted, None, MOST_CALLS)
        return tuple(each for each in rows if since <= each.started_at and (until is None or each.started_at < until))

    def _told_wrong(self, name: str, heard: tuple[CallRow, ...]) -> tuple[Finding, ...]:
        if not heard:
            return ()
        calls = {each.id for each in heard}
        first = day_of(min(each.started_at for each in heard), self._businesses.zone())
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

    def _known_of(self, versions: Sequence[SetupVersion]) -> dict[int, Known]:
        """What somebody here said of each version, by its number."""
        with self._store.reading() as db:
            makers = {each.number: documents.get(db, _name(each), Maker) for each in versions}
        return {each.number: Known(makers[each.number], self._live.approval(each)) for each in versions}


def _last_putting_back(acts: Sequence[ActRecord], approved: SetupVersion) -> ActRecord | None:
    """What was put back before something else was approved is over."""
    newest = next((each for each in acts if each.kind in (ActKind.PUT_BACK, ActKind.TAKE_BACK)), None)
    over = newest is not None and approved.approved_at is not None and newest.asked_at < approved.approved_at
    return None if over else newest


def _is_otherwise(version: SetupVersion, approved: SetupVersion) -> bool:
    """Whether it was never what somebody approved: what was, in its time, isn't held against what is now."""
    return version.approved_at is None and not same(version.setup, approved.setup)


def _name(version: SetupVersion) -> str:
    return f"changed-by {version.connection} {version.external_id} {version.number}"


def since_in_words(view: ChangeView, service: str, zone: ZoneInfo) -> str:
    """When it was changed and by whom, as far as the service says; once it is as approved again, how long it wasn't."""
    if view.until is not None:
        spans = moment_in_words(view.since, zone), moment_in_words(view.until, zone)
        return "It was told something else from {} to {}.".format(*spans)
    agent = view.known.agent if view.known is not None else None
    told = agent is not None and agent.changed_at == view.latest
    seen = changed_in_words(service, moment_in_words(view.latest, zone), view.named_by_service, told=told)
    if view.times < 2:
        return seen
    first = moment_in_words(view.since, zone)
    return f"It was changed {view.times} times since it was as you approved, first on {first}. The last: {seen}"


def changed_in_words(service: str, when: str, by: str, *, told: bool) -> str:
    """When a version was made and by whom, as far as its service `told` it; else when AgentDesk saw it."""
    if not told:
        return f"AgentDesk saw it on {when}. {service} doesn't say when it was changed."
    if by:
        return f"{service} says it was changed on {when} by {by}."
    return f"{service} says it was changed on {when}. It doesn't say by whom."

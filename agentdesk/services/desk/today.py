"""Today: is it working, does anything need me, is it costing what I expected, and what has piled up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from agentdesk.domain.agent import Stage
from agentdesk.domain.brief import BriefVersion
from agentdesk.domain.clock import Clock, Period, day_of, week_of
from agentdesk.domain.escalation import Escalation, EscalationState
from agentdesk.domain.facts import Facts, booking_facts
from agentdesk.domain.finding import CHASED, FAULTS_OF_CALLS, Finding, FindingStatus, Kind, Said
from agentdesk.domain.lists import NEEDS_SOMEBODY, FindingFilter
from agentdesk.domain.measures import figures
from agentdesk.domain.money import total
from agentdesk.domain.scorecard import Figure
from agentdesk.domain.today import OLD, Matter, PiledUp, RingBack, ShownToday, Today
from agentdesk.domain.walk import FIRST_TWO_WEEKS, FORTNIGHTLY, MONTHLY
from agentdesk.domain.walk import Due as WalkDue
from agentdesk.domain.wording import counted, day_in_words, moment_in_words, time_in_words
from agentdesk.services.agents.agents import AgentRow, AgentService
from agentdesk.services.agents.knowing import KnowingService
from agentdesk.services.agents.walks import WalkService
from agentdesk.services.business.businesses import BusinessService, zone_of
from agentdesk.services.calls.freshness import FreshnessService
from agentdesk.services.calls.masking import for_lists
from agentdesk.services.control.stopping import StopService
from agentdesk.services.desk import glance
from agentdesk.services.money.money import in_business_money, limit_sentence
from agentdesk.services.reviews.reviewing import Due, ReviewService
from agentdesk.store import agents as stored_agents
from agentdesk.store import bookings as stored_bookings
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import call_marks, documents
from agentdesk.store import calls as stored_calls
from agentdesk.store import escalations as stored_escalations
from agentdesk.store import findings as stored_findings
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection as Database

USUAL_WEEKS = 4
FEWEST_WEEKS = 2
DAYS_SHOWN = 14
SHOWN = 3
"""Matters shown large; the rest is one press away."""

BOOKING_DAYS = 28
"""How far back the bookings are counted that Today shows."""
BOOKING_ACCURACY = "K05"
MISSED = {
    FIRST_TWO_WEEKS: "the daily look of the first fortnight",
    FORTNIGHTLY: "the fortnightly review",
    MONTHLY: "the monthly review",
}
"""How a look that wasn't held is named."""
_STANDS = frozenset({FindingStatus.OPEN, FindingStatus.DONE})
_HEADING_OVER = FindingFilter(status=FindingStatus.OPEN, kinds=(Kind.COST_PACE,))


class TodayService:
    """Makes the page. Its work does not grow with the archive: day totals, open findings, small lists."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        agents: AgentService,
        freshness: FreshnessService,
        reviews: ReviewService,
        walks: WalkService,
        stopping: StopService,
        knowing: KnowingService,
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._agents = agents
        self._freshness = freshness
        self._reviews = reviews
        self._walks = walks
        self._stopping = stopping
        self._knowing = knowing

    def view(self) -> Today:
        # Everything on the page is true at one moment, and the store is asked in one go.
        with self._store.reading() as db:
            return self._view(db)

    def _view(self, db: Database) -> Today:
        business = self._businesses.current()
        zone = zone_of(business)
        now = self._clock.now()
        today = day_of(now, zone)
        waiting = stored_findings.open_per_agent(db, today - OLD)
        briefs = stored_briefs.by_agent(db)
        rows = self._agents.rows(db, waiting, briefs)
        week = week_of(today)
        usual = Period(week.first - timedelta(days=7 * USUAL_WEEKS), week.first - timedelta(days=1))
        matters = stored_findings.gravest(db, NEEDS_SOMEBODY, SHOWN)
        chased = stored_escalations.of_calls(db, {each.found.call for each in matters if each.found.call is not None})
        per_day = stored_calls.calls_per_day(db, usual.first, today)
        spent = stored_calls.costs(db, today.replace(day=1), today)
        this_week = sum(calls for day, calls in per_day.items() if day in week)
        before = {day: calls for day, calls in per_day.items() if day in usual}
        limits = [each.agent.monthly_limit for each in rows if each.agent.monthly_limit and each.listed]
        limit = total(limits)[0] if limits and len(total(limits)) == 1 else None
        in_pounds = in_business_money(spent, business) if business else None
        share = float(in_pounds.amount / limit.amount) if in_pounds and limit and limit.amount else None
        due = self._reviews.due()
        return Today(
            business=business.name if business else "",
            now=now,
            working=tuple(
                _working(each, now, zone)
                for each in rows
                if _is_at_work(each) or (each.agent.decides and each.agent.stage is Stage.PAUSED)
            ),
            matters=tuple(_matter(each, chased) for each in matters),
            waiting=sum(each.all for each in waiting.values()),
            calls_this_week=this_week,
            calls_words=calls_words(this_week, before, today),
            days=tuple(per_day.get(today - timedelta(days=back), 0) for back in range(DAYS_SHOWN - 1, -1, -1)),
            cost_words=limit_sentence(limit, in_pounds, f"{today:%B}") if spent else "No costs are reported yet.",
            cost_share=share,
            spent=in_pounds if spent else None,
            limit=limit,
            has_agents=any(each.listed for each in rows),
            has_calls=any(each.last_call_at is not None for each in rows),
            fresh=self._freshness.sentence(),
            piled_up=self._piled_up(db, rows, today, due, waiting, briefs),
            review_on=due.on,
            review_days_over=due.days_over,
            review_open=due.open is not None,
            review_words=_review_words(due.on, due.days_over, due.open is not None, today),
            heading_over=stored_findings.count(db, _HEADING_OVER) > 0,
        )

    def bookings(self) -> Figure:
        """How many bookings of the last four weeks are right: the same figure as a scorecard's over all agents.

        The target is that of the agents' briefs where they agree. No words of calls are read for it.
        """
        zone = self._businesses.zone()
        today = day_of(self._clock.now(), zone)
        period = Period(today - timedelta(days=BOOKING_DAYS - 1), today)
        bounds = period.bounds(zone)
        with self._store.reading() as db:
            marked = call_marks.between(db, *bounds)
            made = [
                (each.call, each.id)
                for each in stored_bookings.of_calls_between(db, *bounds)
                if each.call is not None and each.call not in marked
            ]
            entries = stored_findings.of_bookings(db, [entry for _, entry in made])
            of_calls = stored_findings.page(
                db, FindingFilter(first=period.first, last=period.last, kinds=FAULTS_OF_CALLS)
            )
            briefs = [stored_briefs.approved(db, each.name) for each in stored_agents.all_(db)]
        faults = [
            (each.found.kind, each.found.call, each.found.entry)
            for each in (*entries, *of_calls)
            if each.status in _STANDS and each.found.call not in marked
        ]
        targets = {target for each in briefs if each for target in each.brief.targets}
        shares = {each.share for each in targets if each.measure == BOOKING_ACCURACY}
        made_of = Facts(
            calls=(),
            earlier=(),
            bookings=booking_facts(made, faults),
            diary_known=self._freshness.diary_until() is not None,
            drawn=0,
            marked=(),
            actions_due=0,
            actions_kept=0,
            targets=((BOOKING_ACCURACY, shares.pop()),) if len(shares) == 1 else (),
        )
        return next(each for each in figures(made_of) if each.measure == BOOKING_ACCURACY)

    def keep(self, today: Today, bookings: Figure | None) -> None:
        """Keeps the page as it is shown, for the moment before the services are there at the next start."""
        # the calls behind the figure are looked up anew when they are asked for
        figure = replace(bookings, rows=()) if bookings else None
        shown = ShownToday(today, figure, self._businesses.zone().key)
        with self._store.writing() as db:
            documents.put(db, glance.SHOWN, shown)

    def piled_up(self) -> tuple[PiledUp, ...]:
        """What has piled up: one number that should go down, and the lines behind it."""
        with self._store.reading() as db:
            today = day_of(self._clock.now(), self._businesses.zone())
            waiting, briefs = stored_findings.open_per_agent(db, today - OLD), stored_briefs.by_agent(db)
            rows = self._agents.rows(db, waiting, briefs)
            return self._piled_up(db, rows, today, self._reviews.due(), waiting, briefs)

    def _piled_up(
        self,
        db: Database,
        rows: tuple[AgentRow, ...],
        today: date,
        due: Due,
        waiting: Mapping[str | None, stored_findings.Waiting],
        briefs: Mapping[str, tuple[BriefVersion, ...]],
    ) -> tuple[PiledUp, ...]:
        skipped = documents.get(db, "first-run-skipped", tuple[str, ...]) or ()
        old = sum(each.old for each in waiting.values())
        said = [PiledUp(each, "first_run") for each in skipped]
        if due.on is not None and due.on < today:
            said.append(PiledUp(f"The review of {day_in_words(due.on)} wasn't held.", "review"))
        late = [each for each in self._reviews.promises() if each.due < today]
        said += [PiledUp(f"{each.who} promised by {day_in_words(each.due)}: {each.what}", "review") for each in late]
        if old:
            said.append(PiledUp(f"{counted(old, 'matter', 'matters')} older than a week still open.", "findings"))
        said += [
            PiledUp(f"Whether {each}'s emergency stop works was not tried in the last 90 days.", "stop", each)
            for each in self._stopping.unrehearsed()
        ]
        unknown = self._knowing.open_()
        if unknown:
            changed = counted(
                len(unknown), "fact has changed, and no call shows", "facts have changed, and no call shows"
            )
            said.append(PiledUp(f"{changed} yet that the agent knows.", "knowing"))
        for each in rows:
            name = each.agent.name
            if each.trouble:
                said.append(
                    PiledUp(each.trouble if not each.listed else f"Nobody is looking after {name}.", "agents", name)
                )
            if not each.listed or each.agent.stage is Stage.RETIRED or not each.agent.decides:
                continue
            said += [PiledUp(words, "agent", name) for words in _missed(name, self._walks.looks(each.agent).missed)]
            versions = briefs.get(name, ())
            version = next((each for each in versions if each.approved_at is not None), None)
            if version is None:
                said.append(PiledUp(f"{name}'s brief isn't approved.", "brief", name))
            elif gaps := version.brief.gaps():
                said.append(
                    PiledUp(f"{name}'s brief has {counted(len(gaps), 'gap', 'gaps')}: {gaps[0]}", "brief", name)
                )
            if version is not None and any(each.approved_at is None for each in versions):
                said.append(PiledUp(f"{name}'s brief was changed and not approved.", "brief", name))
        return tuple(said)


def _missed(agent: str, looks: Sequence[WalkDue]) -> Iterator[str]:
    """A line for each kind of look that wasn't held."""
    for checklist, words in MISSED.items():
        missed = [each for each in looks if each.checklist == checklist]
        if missed:
            times = f"{len(missed)} times, last" if len(missed) > 1 else "it was due"
            yield f"{agent}: {words} wasn't held ({times} {day_in_words(missed[-1].on)})."


def _matter(finding: Finding, chased: Mapping[int, Escalation]) -> Matter:
    found = finding.found
    said = next((each.words for each in found.evidence if isinstance(each, Said)), "")
    ring = chased.get(found.call) if found.call is not None and found.kind in CHASED else None
    waits = ring is not None and ring.state is not EscalationState.DONE
    return Matter(
        finding.id,
        found.kind,
        found.severity,
        finding.about_at,
        for_lists(found.reason),
        for_lists(said),
        RingBack(ring.id, ring.who, ring.state is EscalationState.TAKEN, ring.due_at) if ring and waits else None,
    )


def _is_at_work(row: AgentRow) -> bool:
    return row.agent.decides and row.agent.takes_calls(row.last_call_at)


def _working(row: AgentRow, now: datetime, zone: ZoneInfo) -> str:
    name = row.agent.name
    if row.last_call_at is None:
        return f"{name} hasn't taken a call that AgentDesk knows of."
    if row.agent.stage is Stage.PLANNED:
        return f"{name} takes calls, but is still being set up. Last call {moment_in_words(row.last_call_at, zone)}."
    if row.agent.stage is Stage.PAUSED:
        return f"{name} is paused and takes no calls. Last call {moment_in_words(row.last_call_at, zone)}."
    local, today = row.last_call_at.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return f"{name} is answering. Last call {time_in_words(local.time())}."
    if (today - local.date()).days <= 3:
        return f"{name} is answering. Last call {moment_in_words(row.last_call_at, zone)}."
    return f"{name}: nothing since {moment_in_words(row.last_call_at, zone)}. Is that right?"


def calls_words(this_week: int, before: Mapping[date, int], today: date) -> str:
    """This week's calls beside what is usual by this day; `before`: calls per day of the weeks before it.

    Nothing is usual while fewer than `FEWEST_WEEKS` are known.
    """
    said = counted(this_week, "call this week", "calls this week")
    weeks = (week_of(today).first - min(before, default=today)).days / 7
    if weeks < FEWEST_WEEKS:
        return f"{said}."
    so_far = sum(before.values()) / weeks * (today.weekday() + 1) / 7
    if this_week > 1.5 * so_far + 3:
        return f"{said}, more than usual."
    if this_week < 0.5 * so_far - 3:
        return f"{said}, fewer than usual."
    if not this_week:
        return f"{said}."
    return f"{said}, like most weeks."


def _review_words(on: date | None, over: int, is_open: bool, today: date) -> str:
    if is_open:
        return "A review is open. It goes on where you left off."
    if on is None:
        return "No review day is chosen yet."
    if over > 0:
        return f"The review was due on {day_in_words(on)}."
    return "The review is due today." if on == today else f"Next review: {day_in_words(on)}."

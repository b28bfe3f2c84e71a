"""The scorecard of one agent over a period: made from the measures, printed as two pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

from agentdesk.domain.agent import Agent
from agentdesk.domain.brief import BriefVersion
from agentdesk.domain.clock import Clock, Period, day_of, week_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.facts import Facts
from agentdesk.domain.finding import Finding, FindingStatus, Severity
from agentdesk.domain.job import fitting, job_of
from agentdesk.domain.live_agent import SetupVersion
from agentdesk.domain.measures import MEASURES, VERSION, figures
from agentdesk.domain.money import total
from agentdesk.domain.review import Review, honest_odds
from agentdesk.domain.scorecard import Figure, Scorecard, WeekPoint, WentWrong
from agentdesk.domain.wording import counted, day_in_words, listed
from agentdesk.services.agents.agents import AgentService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.calls.masking import for_lists
from agentdesk.services.money.money import in_business_money, limit_sentence
from agentdesk.services.reviews.figures import FigureService
from agentdesk.store import actions as stored_actions
from agentdesk.store import briefs as stored_briefs
from agentdesk.store import calls as stored_calls
from agentdesk.store import live as stored_live
from agentdesk.store import reviews as stored_reviews
from agentdesk.store.store import Store

if TYPE_CHECKING:
    from agentdesk.services.reviews.scorecard_charts import ChartLook, DrawnChart, ScorecardCharts

WEEKS_SHOWN = 8
MOST_REASONS = 3


class ScorecardPages(Protocol):
    """Prints a scorecard. `reports` supplies it."""

    @property
    def charts(self) -> ScorecardCharts: ...

    def write_scorecard(self, scorecard: Scorecard, path: Path) -> None: ...


class ScorecardService:
    """Makes scorecards. The same data gives the same figures, on screen and on paper."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        agents: AgentService,
        figure_service: FigureService,
        pages: ScorecardPages,
        *,
        example: bool = False,
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._agents = agents
        self._figures = figure_service
        self._pages = pages
        self._example = example

    def periods(self) -> tuple[tuple[str, Period], ...]:
        """Periods that can be chosen, each with its name, the newest first; only those that hold calls."""
        zone = self._businesses.zone()
        with self._store.reading() as db:
            ends = stored_calls.first_and_last(db)
        now = day_of(self._clock.now(), zone)
        today = min(now, day_of(ends[1], zone)) if ends else now
        this_week = week_of(today)
        newest = {week_of(now): "This week", week_of(now).before(): "Last week"}.get(
            this_week, "The last week with calls"
        )
        found = [(newest, this_week), ("The week before", this_week.before())]
        four = Period(this_week.first - timedelta(days=21), this_week.last)
        found.append(("Four weeks", four))
        month = today.replace(day=1)
        for _ in range(3):
            last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            found.append((f"{month:%B %Y}", Period(month, last)))
            month = (month - timedelta(days=1)).replace(day=1)
        first = day_of(ends[0], zone) if ends else today
        return tuple((name, each) for name, each in found if each.last >= first or each is this_week)

    def make(self, agent: str, period: Period) -> Scorecard:
        """The scorecard of one agent. Raises Sorry for an agent that isn't on the list."""
        business = self._businesses.current()
        if business is None:
            raise Sorry("Tell AgentDesk about your business first.")
        known = self._agents.get(agent)
        now = self._clock.now()
        facts = self._figures.facts(period, agent)
        before = {each.measure: each for each in figures(self._figures.facts(period.before(), agent))}
        with self._store.reading() as db:
            version = stored_briefs.approved(db, agent)
            versions = stored_briefs.versions(db, agent)
            reviews = stored_reviews.touching(db, period)
            actions = stored_actions.all_(db)
            told = stored_live.setups(db, known.connection or "", known.external_id or "")
        made = [_with_last(each, before.get(each.measure)) for each in figures(facts)]
        zone = business.zone
        approved_inside = [
            each for each in versions if each.approved_at is not None and day_of(each.approved_at, zone) in period
        ]
        standing = list(self._figures.findings(period, agent))
        return Scorecard(
            business=business.name,
            agent=agent,
            period=period,
            made_at=now,
            purpose=version.brief.purpose if version else "",
            summary=_summary(agent, facts, standing, made),
            figures=fitting(made, job_of(version.brief if version else None)),
            went_wrong=tuple(_went_wrong(each, day_of(each.about_at, zone)) for each in _gravest(standing)),
            money=self._money(known, facts),
            decisions=tuple(
                f"{each.what.rstrip('.')}: {each.who}, by {day_in_words(each.due)}"
                for each in actions
                if each.state == "open"
            ),
            checked=(*_how_checked(reviews, facts), *_let_stand(standing)),
            changes=_changes(approved_inside, told, period, zone),
            not_known=_not_known(reviews, facts),
            definitions=tuple((each.name, each.definition) for each in MEASURES),
            weeks=self._weeks(agent, period),
            brief_version=version.number if version else None,
            definitions_version=VERSION,
            example=self._example,
        )

    def save_pdf(self, scorecard: Scorecard, path: Path) -> None:
        """Writes the two pages; nothing half-written ever stands under the name."""
        self._pages.write_scorecard(scorecard, path)

    def file_name(self, scorecard: Scorecard) -> str:
        """What to call the saved pages: "Hartley – Daisy – November 2026.pdf"."""
        # pages and charts are not needed until there is a scorecard
        from agentdesk.reports.scorecard_pdf import file_name

        return file_name(scorecard)

    def charts(self, scorecard: Scorecard, look: ChartLook) -> tuple[DrawnChart, ...]:
        """The charts as they are printed, in the colours and sizes of the screen. Slow: not for the window's thread."""
        from agentdesk.services.reviews.scorecard_charts import draw

        return draw(self._pages.charts, scorecard, look)

    def _money(self, agent: Agent, facts: Facts) -> tuple[str, ...]:
        business = self._businesses.current()
        costs = total(each.cost for each in facts.calls if each.cost)
        if not facts.calls:
            return ("No calls, and nothing to pay for them.",)
        if business is None or not costs:
            return ("The service doesn't report what calls cost.",)
        spent = in_business_money(costs, business)
        said = [f"{' and '.join(each.in_words() for each in costs)} in this time."]
        today = day_of(self._clock.now(), business.zone)
        with self._store.reading() as db:
            month = stored_calls.day_totals(db, today.replace(day=1), today, agent.name)
        so_far = in_business_money(total(cost for each in month for cost in each.costs), business)
        said.append(limit_sentence(agent.monthly_limit, so_far, f"{today:%B}"))
        if spent is None:
            said.append("Part of it is in another currency, and no exchange rate is set.")
        return tuple(each for each in said if each)

    def _weeks(self, agent: str, period: Period) -> tuple[WeekPoint, ...]:
        last = week_of(period.last)
        points: list[WeekPoint] = []
        for back in range(WEEKS_SHOWN - 1, -1, -1):
            week = Period(last.first - timedelta(days=7 * back), last.last - timedelta(days=7 * back))
            facts = self._figures.facts(week, agent)
            if not facts.calls and not points:
                continue
            costs = total(each.cost for each in facts.calls if each.cost)
            points.append(
                WeekPoint(
                    week.first,
                    len(facts.real),
                    sum(not each.wrong for each in facts.bookings),
                    len(facts.bookings),
                    float(costs[0].amount) if len(costs) == 1 else None,
                )
            )
        return tuple(points)


def _with_last(figure: Figure, before: Figure | None) -> Figure:
    nothing = before is None or before.denominator == 0 or (before.measure == "K01" and not before.numerator)
    return replace(figure, last_period="" if nothing or before is None else before.words)


def _gravest(findings: list[Finding]) -> list[Finding]:
    order = {Severity.RED: 0, Severity.AMBER: 1, Severity.NOTE: 2}
    real = [each for each in findings if each.status is not FindingStatus.ACCEPTED]
    return sorted(real, key=lambda each: (order[each.found.severity], each.about_at))


def _went_wrong(finding: Finding, on: date) -> WentWrong:
    found = finding.found
    done = "" if finding.status is FindingStatus.OPEN else finding.decision
    return WentWrong(found.kind.in_words, for_lists(found.reason), done, on, finding.id, found.severity)


def _summary(agent: str, facts: Facts, findings: list[Finding], made: list[Figure]) -> str:
    if not facts.calls:
        return f"{agent} took no calls in this time."
    real = len(facts.real)
    said = [f"{agent} took {counted(real, 'call', 'calls')}."]
    if facts.bookings:
        right = sum(not each.wrong for each in facts.bookings)
        said.append(f"{right} of {counted(len(facts.bookings), 'booking was', 'bookings were')} right.")
    open_ = [
        each for each in findings if each.status is FindingStatus.OPEN and each.found.severity is not Severity.NOTE
    ]
    said.append(
        f"{counted(len(open_), 'thing still needs', 'things still need')} somebody."
        if open_
        else "Nothing is waiting for you."
    )
    cost = next((each for each in made if each.measure == "K22" and each.denominator), None)
    if cost:
        said.append(f"It cost {cost.words.partition(' (')[0].partition(';')[0]}.")
    return " ".join(said)


def _how_checked(reviews: tuple[Review, ...], facts: Facts) -> tuple[str, ...]:
    said = [f"Every one of the {counted(len(facts.calls), 'call', 'calls')} was read by the checks on this computer."]
    if not reviews:
        return (*said, "Nobody has looked at calls in a review in this time.")
    people = listed(sorted({each.by for review in reviews for each in review.answers}))
    inside = {each.id for each in facts.calls}
    looked = {each.call for review in reviews for each in review.answers} & inside
    chance = sum(each.call in looked for review in reviews for each in review.looks if each.by_chance)
    if looked:
        said.append(
            f"{counted(len(looked), 'call was', 'calls were')} looked at by {people}, {chance} of them by chance."
        )
    else:
        said.append("A review was begun; no call has been looked at yet.")
    if left := {each for review in reviews for each in review.carried_over} & inside - looked:
        said.append(f"{counted(len(left), 'call was', 'calls were')} left for the next review without being looked at.")
    said += [
        f"Review of {day_in_words(each.period.first)} to {day_in_words(each.period.last)}: "
        f"{honest_odds(each.pool, sum(look.by_chance for look in each.looks))} Draw number {each.seed}."
        for each in reviews
    ]
    return tuple(said)


def _let_stand(findings: Sequence[Finding]) -> tuple[str, ...]:
    """What was found and nothing done about, with each reason once and how often it was given (R26, R40)."""
    accepted = [each for each in findings if each.status is FindingStatus.ACCEPTED]
    if not accepted:
        return ()
    given = Counter(for_lists(" ".join(each.decision.split())).rstrip(".") for each in accepted).most_common()
    reasons = [f"“{reason}”{f' ({times} times)' if times > 1 else ''}" for reason, times in given[:MOST_REASONS]]
    more = [counted(len(given) - MOST_REASONS, "other reason", "other reasons")] if len(given) > MOST_REASONS else []
    people = listed(sorted({each.decided_by for each in accepted if each.decided_by}))
    return (
        f"{counted(len(accepted), 'matter was', 'matters were')} let stand by {people}: {listed([*reasons, *more])}.",
    )


def _changes(
    approved: list[BriefVersion], told: Sequence[SetupVersion], period: Period, zone: ZoneInfo
) -> tuple[str, ...]:
    """Versions of the brief that were approved, and what changed at the service, approved or not."""
    said = []
    for each in approved:
        if each.approved_at is None:
            continue
        on = day_in_words(day_of(each.approved_at, zone))
        why = f": {each.why}" if each.why else "."
        said.append(f"Brief version {each.number}, approved by {each.approved_by} on {on}{why}")
    for change in told:
        # the first version seen is no change
        if change.number > 1 and day_of(change.seen_at, zone) in period:
            on = day_in_words(day_of(change.seen_at, zone))
            by = f"approved by {change.approved_by}" if change.approved_by else "nobody has approved it"
            said.append(f"What it is told at its service was changed, seen on {on}: {by}.")
    return tuple(said) or ("No change to the brief.",)


def _not_known(reviews: tuple[Review, ...], facts: Facts) -> tuple[str, ...]:
    said = []
    looked = {each.call for review in reviews for each in review.answers}
    rest = sum(each.id not in looked for each in facts.real)
    if rest > 0:
        said.append(
            f"Nobody has listened to {counted(rest, 'call', 'calls')}; only the checks on this computer read them."
        )
    if not facts.diary_known:
        said.append("No diary is connected, so no booking could be checked.")
    no_cost = sum(each.cost is None for each in facts.calls)
    if no_cost:
        said.append(f"What {counted(no_cost, 'call', 'calls')} cost.")
    no_number = sum(each.caller is None for each in facts.real)
    if no_number:
        said.append(
            f"Who rang in {counted(no_number, 'call', 'calls')} without a number, and whether they rang before."
        )
    said.append("Calls that never reached the agent leave no trace here.")
    said.append("Whether customers turned up and were content.")
    return tuple(said)

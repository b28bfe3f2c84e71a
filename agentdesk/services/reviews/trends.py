"""Week by week: each measure as a line, what changed on the way, and whether it slowly gets worse (R50)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from agentdesk.domain.clock import Clock, Period, day_of, week_of
from agentdesk.domain.measures import by_id, figures
from agentdesk.domain.trend import BEFORE, RECENT, Slide, WeekShare, slide
from agentdesk.services.agents.staff_file import About, Entry, StaffFileService
from agentdesk.services.business.businesses import BusinessService
from agentdesk.services.reviews.figures import FigureService
from agentdesk.services.waiting.notices import NoticeService
from agentdesk.store import agents as stored_agents
from agentdesk.store import documents
from agentdesk.store.store import Store

FOLLOWED = ("K05", "K10", "K15", "K17", "K09", "K14")
"""The shares that every call counts for; the last two have no better way, so that they cannot slide."""
WEEKS = RECENT + BEFORE
_DOCUMENT = "slides"


@dataclass(frozen=True, slots=True)
class _Looked:
    """The last day of the weeks that were looked at last, and what slid in them: agents with the measure's id."""

    until: date
    sliding: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One measure over whole weeks, oldest first. `rows_are` says what the rows of a week are."""

    measure: str
    name: str
    definition: str
    weeks: tuple[WeekShare, ...]
    slide: Slide | None
    rows_are: str = "calls"

    @property
    def words(self) -> str:
        """What its shape says, in a sentence."""
        counted = [each for each in self.weeks if each.n]
        if not counted:
            return "Nothing to count in these weeks."
        k, n = sum(each.k for each in counted[-RECENT:]), sum(each.n for each in counted[-RECENT:])
        if self.slide is not None:
            (k2, n2), (k1, n1) = self.slide.recent, self.slide.before
            return f"Getting worse: {k2} of {n2} in the last four weeks, {k1} of {n1} in those before."
        if len(counted) <= RECENT:
            return f"{k} of {n} so far. A line can be judged after eight weeks."
        if by_id(self.measure).higher_is_better is None:
            return f"{k} of {n} in the last four weeks. Neither way is better by itself."
        return f"{k} of {n} in the last four weeks. No slide beyond what chance makes."


@dataclass(frozen=True, slots=True)
class Trends:
    """Every line, and what changed in its weeks, oldest first."""

    lines: tuple[Line, ...]
    marks: tuple[Entry, ...]


class TrendService:
    """Draws the lines from the same facts as scorecards, and tells of a slide once."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        businesses: BusinessService,
        facts: FigureService,
        files: StaffFileService,
        notices: NoticeService,
    ) -> None:
        self._store = store
        self._clock = clock
        self._businesses = businesses
        self._facts = facts
        self._files = files
        self._notices = notices

    def of(self, agent: str) -> Trends:
        """The lines of an agent over its newest whole weeks. The work grows with those weeks, not with what is kept."""
        zone = self._businesses.zone()
        period = self._weeks()
        mondays = [period.first + timedelta(weeks=number) for number in range(WEEKS)]
        # week by week: the calls of all of them at once would take more memory than the rest of the program
        made = [
            (monday, {each.measure: each for each in figures(self._facts.facts(week_of(monday), agent))})
            for monday in mondays
        ]
        first = next((at for at, (_, each) in enumerate(made) if each["K01"].numerator), len(made))
        lines = []
        for measure in FOLLOWED:
            known = by_id(measure)
            shares = tuple(
                WeekShare(monday, each[measure].numerator or 0, each[measure].denominator or 0, each[measure].rows)
                for monday, each in made[first:]
            )
            rows_are = made[-1][1][measure].rows_are
            better = known.higher_is_better
            slid = slide(shares, better) if better is not None else None
            lines.append(Line(measure, known.name, known.definition, shares, slid, rows_are))
        start, end = Period(mondays[min(first, WEEKS - 1)], period.last).bounds(zone)
        changed = [each for each in self._files.of(agent) if each.about is About.CHANGED and start <= each.at < end]
        return Trends(tuple(lines), tuple(reversed(changed)))

    def watch(self) -> None:
        """Once after each week's end: a measure that slides is told of, and again only when it stopped in between."""
        week = self._weeks().last
        with self._store.reading() as db:
            before = documents.get(db, _DOCUMENT, _Looked) or _Looked(date.min)
            agents = [each.name for each in stored_agents.all_(db)]
        if before.until == week:
            return
        lines = [(agent, line) for agent in agents for line in self.of(agent).lines if line.slide is not None]
        for agent, line in lines:
            if (agent, line.measure) not in before.sliding:
                title = f"{agent}: {line.name[0].lower()}{line.name[1:]} is getting worse"
                self._notices.tell(title, line.words, "slide", f"{agent}\n{line.measure}\n{week}")
        now = _Looked(week, tuple((agent, line.measure) for agent, line in lines))
        with self._store.writing() as db:
            documents.put(db, _DOCUMENT, now)

    def _weeks(self) -> Period:
        today = day_of(self._clock.now(), self._businesses.zone())
        last = week_of(today).before().last
        return Period(last - timedelta(days=7 * WEEKS - 1), last)

"""Which scorecard shows: the agent, the period, the figures, and the charts once they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from agentdesk.domain.clock import Period
from agentdesk.domain.errors import Sorry
from agentdesk.domain.scorecard import Scorecard
from agentdesk.jobs.job import Job, Lane
from agentdesk.services.reviews.scorecard_charts import ChartLook, DrawnChart
from agentdesk.ui.desk import Desk

OWNER = "scorecards"
WENT_WRONG = "Something went wrong on this screen. Your records are safe."
MOST_DRAWINGS = 16


@dataclass(frozen=True, slots=True)
class Choices:
    """Agents and periods that can be chosen, and what is chosen. Without an agent there is nothing to show."""

    agents: tuple[str, ...]
    periods: tuple[tuple[str, Period], ...]
    agent: str | None
    period: Period | None


class ScorecardView(Protocol):
    """What shows a scorecard."""

    def show_choices(self, choices: Choices) -> None: ...

    def show_card(self, card: Scorecard) -> None: ...

    def show_charts(self, charts: tuple[DrawnChart, ...]) -> None: ...

    def show_busy(self, busy: bool) -> None: ...

    def chart_look(self) -> ChartLook:
        """The colours and sizes of the screen as it is now."""
        ...


class ScorecardsPresenter:
    """What shows stays until the next is there; of several asked for, the last one counts."""

    def __init__(self, desk: Desk, view: ScorecardView, within: QObject) -> None:
        self._desk = desk
        self._view = view
        self._within = within
        self._agent: str | None = None
        self._period: Period | None = None
        self._period_name = ""
        self._choices: Choices | None = None
        self._card: Scorecard | None = None
        self._asked = 0
        self._drawings: dict[tuple[object, ...], tuple[DrawnChart, ...]] = {}

    @property
    def card(self) -> Scorecard | None:
        """What shows now."""
        return self._card

    def open(self, agent: str | None = None) -> None:
        """Shows the agent's card, or the one that showed before."""
        self._agent = agent or self._agent
        self.reload()

    def reload(self) -> None:
        self._asked += 1
        asked, agent, name = self._asked, self._agent, self._period_name
        self._view.show_busy(True)
        self._desk.runner.submit(
            Job("Reading a scorecard", lambda _: self._read(agent, name), Lane.READ, OWNER),
            partial(self._on_read, asked),
            partial(self._on_failed, asked),
            within=self._within,
        )

    def choose(self, agent: str | None = None, period: str = "") -> None:
        """Another agent, or another period by its name."""
        self._agent = agent or self._agent
        self._period_name = period or self._period_name
        self.reload()

    def redraw(self) -> None:
        """The charts in the colours and sizes of now; drawn before, they show at once."""
        card = self._card
        if card is None:
            return
        look = self._view.chart_look()
        key = (card.agent, card.weeks, look)
        drawn = self._drawings.get(key)
        if drawn is not None:
            self._view.show_charts(drawn)
            return
        scorecards = self._desk.services.scorecards
        self._desk.runner.submit(
            Job("Drawing the charts", lambda _: scorecards.charts(card, look), Lane.READ, OWNER),
            partial(self._on_drawn, key),
            self._on_not_drawn,
            within=self._within,
        )

    def _read(self, agent: str | None, name: str) -> tuple[Choices, Scorecard | None]:
        services = self._desk.services
        agents = tuple(each.agent.name for each in services.agents.all_() if each.listed and each.agent.decides)
        periods = services.scorecards.periods()
        chosen = agent if agent in agents else agents[0] if agents else None
        period = dict(periods).get(name, periods[0][1])
        choices = Choices(agents, periods, chosen, period)
        return choices, services.scorecards.make(chosen, period) if chosen is not None else None

    def _on_read(self, asked: int, found: tuple[Choices, Scorecard | None]) -> None:
        if asked != self._asked:
            return
        self._view.show_busy(False)
        choices, self._card = found
        self._agent, self._period = choices.agent, choices.period
        self._view.show_choices(choices)
        if self._card is not None:
            self._view.show_card(self._card)
            self.redraw()

    def _on_failed(self, asked: int, trouble: Exception) -> None:
        if asked == self._asked:
            self._view.show_busy(False)
            self._desk.tell.trouble(str(trouble) if isinstance(trouble, Sorry) else WENT_WRONG)

    def _on_drawn(self, key: tuple[object, ...], drawn: tuple[DrawnChart, ...]) -> None:
        while len(self._drawings) >= MOST_DRAWINGS:
            del self._drawings[next(iter(self._drawings))]
        self._drawings[key] = drawn
        card = self._card
        if card is not None and key == (card.agent, card.weeks, self._view.chart_look()):
            self._view.show_charts(drawn)

    def _on_not_drawn(self, _: Exception) -> None:
        """The figures say all of it; a chart that is missing is no trouble to the owner."""

"""The charts beside a scorecard's figures, as pictures for the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from agentdesk.domain.scorecard import Scorecard, WeekPoint
from agentdesk.reports.charts import Chart, ChartColours, Picture

__all__ = ["ChartColours", "ChartLook", "DrawnChart", "Picture", "ScorecardCharts", "draw"]


@dataclass(frozen=True, slots=True)
class ChartLook:
    """How a chart is drawn: `size` in inches, `text_scale` 1.0 as designed."""

    colours: ChartColours
    size: tuple[float, float]
    text_scale: float
    dpi: float


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A picture and the sentence that says what its shape says. Without data there is only the sentence."""

    name: str
    sentence: str
    picture: Picture | None


class ScorecardCharts(Protocol):
    """Makes charts. `reports` supplies it."""

    def calls_per_week(
        self, weeks: Sequence[WeekPoint], colours: ChartColours, size: tuple[float, float], text_scale: float
    ) -> Chart: ...

    def bookings_per_week(
        self, weeks: Sequence[WeekPoint], colours: ChartColours, size: tuple[float, float], text_scale: float
    ) -> Chart: ...


def draw(charts: ScorecardCharts, scorecard: Scorecard, look: ChartLook) -> tuple[DrawnChart, ...]:
    """Both charts of a scorecard. Slow (tens of milliseconds): not for the window's thread."""
    made = (
        ("Calls each week", charts.calls_per_week(scorecard.weeks, look.colours, look.size, look.text_scale)),
        ("Bookings right", charts.bookings_per_week(scorecard.weeks, look.colours, look.size, look.text_scale)),
    )
    return tuple(DrawnChart(name, each.sentence, None if each.empty else each.picture(look.dpi)) for name, each in made)

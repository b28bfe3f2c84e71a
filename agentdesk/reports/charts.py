"""The two charts, drawn once for screen and page. No pyplot, no global figure."""

from __future__ import annotations

import io
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from agentdesk.domain.measure import wilson
from agentdesk.domain.scorecard import WeekPoint
from agentdesk.domain.wording import counted

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_WEEKS = 12
FEW = 5
"""Under this many checked, a share says too little for a colour."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DRAWING = threading.Lock()
# matplotlib keeps its settings in one place for all threads


@dataclass(frozen=True, slots=True)
class ChartColours:
    """Colours as "#rrggbb": `accent` for what is meant, `grey` for what stands around it."""

    text: str
    quiet: str
    line: str
    accent: str
    grey: str
    ground: str


PRINT = ChartColours(
    text="#1F2328", quiet="#57606A", line="#E2DFD8", accent="#1F5FA8", grey="#8D95A0", ground="#FFFFFF"
)


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels, four bytes each (red, green, blue, opacity), row by row from the top."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True)
class Chart:
    """A chart and the sentence that says what its shape says. Without weeks there is only the sentence.

    Drawing is slow (tens of milliseconds) and may happen in any thread.
    """

    sentence: str
    points: tuple[WeekPoint, ...]
    colours: ChartColours
    size: tuple[float, float]
    """Width and height in inches."""
    text_scale: float
    fonts: Path
    draw: Callable[[Axes, Chart], None]

    @property
    def empty(self) -> bool:
        return not self.points

    def svg(self) -> str:
        """For the page. The same points give the same text."""
        import matplotlib as mpl

        out = io.StringIO()
        with _DRAWING, mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "agentdesk"}):
            self._figure().savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
        return out.getvalue()

    def picture(self, dpi: float) -> Picture:
        """For the screen, `size` × `dpi` pixels."""
        out = io.BytesIO()
        with _DRAWING:
            figure = self._figure(dpi)
            figure.savefig(out, format="rgba")
            width, height = figure.canvas.get_width_height()
        return Picture(width, height, out.getvalue())

    def png(self, dpi: float) -> bytes:
        out = io.BytesIO()
        with _DRAWING:
            self._figure(dpi).savefig(out, format="png", metadata={"Software": None})
        return out.getvalue()

    def _figure(self, dpi: float = 100) -> Figure:
        # on the first start it looks at every font of the system and warns that this takes long; we use only ours
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
        # imported here because matplotlib takes a third of a second, and the window opens without it
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=self.size, dpi=dpi, facecolor=self.colours.ground)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set_facecolor("none")
        for side in axes.spines.values():
            side.set_visible(False)
        axes.tick_params(length=0)
        if self.points:
            self.draw(axes, self)
        else:
            axes.set_axis_off()
        return figure


class Charts:
    """Makes charts with our own font, so that they look the same on every computer."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    def calls_per_week(
        self,
        weeks: Sequence[WeekPoint],
        colours: ChartColours = PRINT,
        size: tuple[float, float] = (3.2, 1.7),
        text_scale: float = 1.0,
    ) -> Chart:
        """Calls of each week as bars, the last one in the accent."""
        shown = _newest(weeks)
        return Chart(calls_sentence(shown), shown, colours, size, text_scale, self._fonts, _draw_calls)

    def bookings_per_week(
        self,
        weeks: Sequence[WeekPoint],
        colours: ChartColours = PRINT,
        size: tuple[float, float] = (3.2, 1.7),
        text_scale: float = 1.0,
    ) -> Chart:
        """Bookings right of bookings checked, each week with its "likely between" as a line up and down."""
        shown = _newest(weeks)
        if not any(each.bookings_checked for each in shown):
            shown = ()
        return Chart(bookings_sentence(shown), shown, colours, size, text_scale, self._fonts, _draw_bookings)


def calls_sentence(weeks: Sequence[WeekPoint]) -> str:
    """How the last week compares with those before it."""
    if not weeks:
        return "No calls to show yet."
    *before, last = weeks
    said = f"{counted(last.calls, 'call', 'calls')} in the week of {_day(last)}"
    if not before:
        return f"{said}, the first week known."
    low, high = min(each.calls for each in before), max(each.calls for each in before)
    span = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    weeks_before = "the week before" if len(before) == 1 else f"the {len(before)} weeks before"
    if last.calls > high:
        return f"{said}, more than in {'' if len(before) == 1 else 'any of '}{weeks_before} ({span})."
    if last.calls < low:
        return f"{said}, fewer than in {'' if len(before) == 1 else 'any of '}{weeks_before} ({span})."
    return f"{said}, much like {weeks_before} ({span})."


def bookings_sentence(weeks: Sequence[WeekPoint]) -> str:
    """Right of checked, together and in the last week that had any."""
    checked = [each for each in weeks if each.bookings_checked]
    if not checked:
        return "No bookings were checked in these weeks."
    last = checked[-1]
    said = f"{last.bookings_right} of {last.bookings_checked} right in the week of {_day(last)}"
    if len(checked) > 1:
        right, every = (sum(getattr(each, name) for each in checked) for name in ("bookings_right", "bookings_checked"))
        said += f"; {right} of {every} in the {len(checked)} weeks together"
    few = sum(each.bookings_checked < FEW for each in checked)
    said += ". The lines show where the true share likely lies."
    if few:
        said += f" {counted(few, 'week', 'weeks')} with fewer than {FEW} checked {'is' if few == 1 else 'are'} grey."
    return said


def _newest(weeks: Sequence[WeekPoint]) -> tuple[WeekPoint, ...]:
    return tuple(sorted(weeks, key=lambda each: each.week)[-MOST_WEEKS:])


def _day(point: WeekPoint) -> str:
    return f"{point.week.day} {_MONTHS[point.week.month - 1]}"


class _Letters:
    """Our font in the sizes of one chart."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart

    def __call__(self, points: float, *, strong: bool = False) -> object:
        from matplotlib.font_manager import FontProperties

        name = "SourceSans3-Semibold.ttf" if strong else "SourceSans3-Regular.ttf"
        return FontProperties(fname=self._chart.fonts / name, size=points * self._chart.text_scale)

    @cached_property
    def inch(self) -> float:
        """The height of a line of small words, in inches."""
        return 9.5 * self._chart.text_scale / 72


def _weeks_below(axes: Axes, chart: Chart, lines: int, left: float, top: float) -> _Letters:
    """Places the drawing so that the weeks' names fit below it; names every second one where it is tight."""
    letters = _Letters(chart)
    width, height = chart.size
    count = len(chart.points)
    foot = letters.inch * (lines + 0.45) / height
    head = letters.inch * top / height
    axes.set_position((left / width, foot, 1 - (left + 0.04) / width, 1 - foot - head))
    axes.set_xlim(-0.6, max(count, 6) - 0.4)
    step = 1 if (width - left) / max(count, 6) > 0.38 * chart.text_scale else 2
    for place in range(count):
        if (count - 1 - place) % step == 0:
            _below(axes, letters, place, _day(chart.points[place]), lines - 1, chart.colours.quiet)
    axes.set_xticks([])
    return letters


def _below(axes: Axes, letters: _Letters, place: float, words: str, line: int, colour: str, size: float = 7.5) -> None:
    axes.annotate(
        words,
        (place, 0),
        xycoords=("data", "axes fraction"),
        xytext=(0, -(letters.inch * 72) * (line + 0.35)),
        textcoords="offset points",
        ha="center",
        va="top",
        color=colour,
        fontproperties=letters(size),
        parse_math=False,
    )


def _draw_calls(axes: Axes, chart: Chart) -> None:
    colours = chart.colours
    letters = _weeks_below(axes, chart, 1, 0.04, 1.5)
    values = [each.calls for each in chart.points]
    last = len(values) - 1
    fills = [colours.accent if place == last else colours.grey for place in range(len(values))]
    axes.bar(range(len(values)), values, width=0.62, color=fills, linewidth=0)
    axes.set_ylim(0, max(*values, 1))
    axes.set_yticks([])
    axes.axhline(0, color=colours.quiet, linewidth=0.6, clip_on=False)
    for place, value in enumerate(values):
        axes.annotate(
            f"{value:,}",
            (place, value),
            xytext=(0, 2.5),
            textcoords="offset points",
            ha="center",
            va="bottom",
            color=colours.text if place == last else colours.quiet,
            fontproperties=letters(8, strong=place == last),
            annotation_clip=False,
        )


def _draw_bookings(axes: Axes, chart: Chart) -> None:
    colours = chart.colours
    letters = _weeks_below(axes, chart, 2, 0.36 * chart.text_scale, 0.7)
    axes.set_ylim(-0.02, 1.02)
    axes.set_yticks([0, 0.5, 1])
    axes.set_yticklabels(["0 %", "50 %", "100 %"], fontproperties=letters(7.5), color=colours.quiet)
    axes.tick_params(axis="y", pad=2)
    for level in (0, 0.5, 1):
        axes.axhline(level, color=colours.line, linewidth=0.6, zorder=0)
    size = 7.5 if len(chart.points) < 10 else 6.4
    for place, each in enumerate(chart.points):
        if not each.bookings_checked:
            _below(axes, letters, place, "–", 0, colours.quiet, size)
            continue
        colour = colours.accent if each.bookings_checked >= FEW else colours.grey
        between = wilson(each.bookings_right, each.bookings_checked)
        axes.vlines(place, between.low, between.high, color=colour, linewidth=1.4, alpha=0.55)
        share = each.bookings_right / each.bookings_checked
        axes.plot([place], [share], "o", color=colour, markersize=4.6, markeredgewidth=0, clip_on=False)
        _below(axes, letters, place, f"{each.bookings_right}/{each.bookings_checked}", 0, colours.text, size)

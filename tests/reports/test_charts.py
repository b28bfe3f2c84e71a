from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from matplotlib.collections import LineCollection

from agentdesk.domain.measure import wilson
from agentdesk.domain.scorecard import WeekPoint
from agentdesk.reports.charts import PRINT, ChartColours, Charts
from tests.reports.samples import WEEKS

DARK = ChartColours("#ECEDEE", "#A8B0B8", "#393C41", "#7FB4F0", "#9AA3AD", "#242629")


def weeks(*calls: int) -> tuple[WeekPoint, ...]:
    first = date(2026, 9, 7)
    return tuple(WeekPoint(first + timedelta(days=7 * place), each, 0, 0, None) for place, each in enumerate(calls))


@pytest.mark.parametrize(
    ("calls", "said"),
    [
        ((), "No calls to show yet."),
        ((1,), "1 call in the week of 7 Sep, the first week known."),
        ((5, 9), "9 calls in the week of 14 Sep, more than in the week before (5)."),
        ((5, 9, 2), "2 calls in the week of 21 Sep, fewer than in any of the 2 weeks before (5 to 9)."),
        ((5, 9, 7), "7 calls in the week of 21 Sep, much like the 2 weeks before (5 to 9)."),
        ((5, 5, 1234), "1,234 calls in the week of 21 Sep, more than in any of the 2 weeks before (5)."),
    ],
)
def test_the_sentence_says_what_the_bars_show(charts: Charts, calls: tuple[int, ...], said: str) -> None:
    assert charts.calls_per_week(weeks(*calls)).sentence == said


def test_the_bookings_sentence_counts_before_it_judges(charts: Charts) -> None:
    assert charts.bookings_per_week(WEEKS).sentence == (
        "18 of 19 right in the week of 23 Nov; 101 of 107 in the 7 weeks together. "
        "The lines show where the true share likely lies. 1 week with fewer than 5 checked is grey."
    )
    assert charts.bookings_per_week(WEEKS[1:2]).sentence == (
        "14 of 15 right in the week of 12 Oct. The lines show where the true share likely lies."
    )


def test_without_checked_bookings_there_is_a_sentence_and_no_drawing(charts: Charts) -> None:
    chart = charts.bookings_per_week(weeks(4, 5))
    assert chart.empty
    assert chart.sentence == "No bookings were checked in these weeks."


def test_at_most_twelve_weeks_are_drawn_the_newest(charts: Charts) -> None:
    chart = charts.calls_per_week(weeks(*range(1, 31)))
    assert [each.calls for each in chart.points] == list(range(19, 31))


def test_the_screen_gets_pixels_of_the_size_asked_for(charts: Charts) -> None:
    chart = charts.calls_per_week(WEEKS, DARK, (4.0, 2.0))
    picture = chart.picture(100)
    assert (picture.width, picture.height) == (400, 200)
    assert len(picture.rgba) == 400 * 200 * 4
    assert picture.rgba[:4] == bytes((0x24, 0x26, 0x29, 255))
    assert chart.png(100).startswith(b"\x89PNG")


def test_only_the_last_week_carries_the_accent(charts: Charts) -> None:
    svg = charts.calls_per_week(weeks(3, 4, 5)).svg()
    assert len(re.findall(f"fill: {PRINT.accent.lower()}", svg)) == 1
    assert len(re.findall(f"fill: {PRINT.grey.lower()}", svg)) == 2


def test_a_week_with_fewer_than_five_checked_is_grey(charts: Charts) -> None:
    few = (replace(WEEKS[0], bookings_right=4, bookings_checked=4),)
    enough = (replace(WEEKS[0], bookings_right=5, bookings_checked=5),)
    assert PRINT.accent.lower() not in charts.bookings_per_week(few).svg()
    assert PRINT.grey.lower() in charts.bookings_per_week(few).svg()
    assert PRINT.accent.lower() in charts.bookings_per_week(enough).svg()


def test_the_lines_up_and_down_are_the_likely_range(charts: Charts) -> None:
    chart = charts.bookings_per_week((replace(WEEKS[0], bookings_right=18, bookings_checked=20),))
    axes = chart._figure().axes[0]
    drawn = [each for each in axes.collections if isinstance(each, LineCollection)]
    (line,) = [each for each in drawn if len(each.get_segments()) == 1]
    (low, high) = sorted(float(point[1]) for point in line.get_segments()[0])
    between = wilson(18, 20)
    assert (low, high) == pytest.approx((between.low, between.high))


@pytest.mark.parametrize("count", [1, 2, 8, 12])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_labels_stay_inside_the_picture_and_apart(charts: Charts, count: int, scale: float) -> None:
    size = (3.2 * scale, 1.7 * scale)
    points = tuple(WeekPoint(date(2026, 9, 7) + timedelta(days=7 * place), 188, 18, 20, None) for place in range(count))
    for chart in (
        charts.calls_per_week(points, size=size, text_scale=scale),
        charts.bookings_per_week(points, size=size, text_scale=scale),
    ):
        figure = chart._figure(100)
        figure.canvas.draw()
        boxes = [each.get_window_extent() for each in figure.axes[0].texts if each.get_text()]
        width, height = figure.canvas.get_width_height()
        assert all(each.x0 >= -1 and each.x1 <= width + 1 for each in boxes)
        assert all(each.y0 >= -1 and each.y1 <= height + 1 for each in boxes)
        assert not [(one, other) for at, one in enumerate(boxes) for other in boxes[at + 1 :] if _over(one, other)]


def _over(one: object, other: object) -> bool:
    a, b = one.get_points().ravel(), other.get_points().ravel()  # type: ignore[attr-defined]
    return bool(a[0] < b[2] - 0.5 and b[0] < a[2] - 0.5 and a[1] < b[3] - 2 and b[1] < a[3] - 2)


def test_the_same_weeks_give_the_same_drawing(charts: Charts) -> None:
    assert charts.calls_per_week(WEEKS).svg() == charts.calls_per_week(WEEKS).svg()


def test_matplotlib_and_typst_are_loaded_only_when_something_is_drawn() -> None:
    code = (
        "import sys, agentdesk.reports.pages\n"
        "sys.exit(bool({'matplotlib', 'typst', 'fontTools', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_pyplot_is_never_loaded() -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom datetime import date\n"
        "from agentdesk.reports.charts import Charts\nfrom agentdesk.domain.scorecard import WeekPoint\n"
        "chart = Charts(Path('resources/fonts')).calls_per_week([WeekPoint(date(2026, 1, 5), 3, 1, 1, None)])\n"
        "chart.svg(), chart.picture(50)\nsys.exit('matplotlib.pyplot' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

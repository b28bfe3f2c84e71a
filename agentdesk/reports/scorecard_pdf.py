"""The two-page scorecard."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from agentdesk.domain.clock import Period, day_of
from agentdesk.domain.scorecard import Figure, Scorecard, WentWrong
from agentdesk.domain.wording import day_in_words
from agentdesk.reports.charts import Chart, Charts
from agentdesk.reports.engine import Engine, Plain
from agentdesk.reports.levels import LEVELS, Level, kept, more_in_app
from agentdesk.reports.saving import save_whole
from agentdesk.reports.shares import percent

FIGURES_ON_PAGE_ONE = 6
WRONG_ON_PAGE_ONE = 3

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_JOINT = re.compile(r"^(?P<head>[^(;:]{1,60}?: \d+ of \d+|[^(;:]{1,60})(?P<joint>[;:]?) ?(?P<rest>.*)$", re.DOTALL)


def write_scorecard(engine: Engine, charts: Charts, scorecard: Scorecard, path: Path, zone: ZoneInfo) -> None:
    """Saves the scorecard: exactly two A4 pages, figures as in the data to the digit.

    The date under the pages is the day in `zone`. Raises Sorry when it can't be saved; then nothing new stands
    under the name.
    """
    save_whole(path, scorecard_pdf(engine, charts, scorecard, zone))


def scorecard_pdf(engine: Engine, charts: Charts, scorecard: Scorecard, zone: ZoneInfo) -> bytes:
    """The document itself. The same scorecard gives the same bytes."""
    drawn = drawn_charts(charts, scorecard)
    pictures = {name: chart.svg() for name, chart in drawn.items() if not chart.empty}
    return engine.pdf("scorecard", prepared(engine, scorecard, drawn, zone), scorecard.made_at, pictures)


def drawn_charts(charts: Charts, scorecard: Scorecard) -> dict[str, Chart]:
    return {"calls": charts.calls_per_week(scorecard.weeks), "bookings": charts.bookings_per_week(scorecard.weeks)}


def file_name(scorecard: Scorecard) -> str:
    """What to call the file: "Hartley – Daisy – November 2026.pdf", without signs a system would refuse."""
    parts = (scorecard.business, scorecard.agent, period_in_words(scorecard.period))
    plain = " – ".join(re.sub(r"[^\w &'()+,.–-]+", " ", each).strip(" .")[:60].strip(" .") for each in parts)
    return f"{plain}.pdf"


def period_in_words(period: Period) -> str:
    """Like "November 2026" for a whole month, else both days."""
    first, last = period.first, period.last
    if first.day == 1 and last == _last_of_month(first):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return day_in_words(first, with_year=True)
    return f"{day_in_words(first, with_year=first.year != last.year)} to {day_in_words(last, with_year=True)}"


def prepared(engine: Engine, scorecard: Scorecard, drawn: dict[str, Chart], zone: ZoneInfo) -> dict[str, Plain]:
    """What the template is given, every text already printable."""
    line = engine.printable.line
    period = period_in_words(scorecard.period)
    made_on = day_in_words(day_of(scorecard.made_at, zone), with_year=True)
    version = scorecard.brief_version
    return {
        # no name in the document's properties
        "title": f"AI receptionist scorecard, {period}",
        "business": line(scorecard.business, 120),
        "name": engine.printable.name(scorecard.agent, 120, "The agent"),
        "name-size": 26 if len(scorecard.agent) <= 26 else 16,
        "period": period,
        "example": scorecard.example,
        "foot": [
            f"Brief version {version}" if version is not None else "No approved brief",
            f"Definitions version {line(scorecard.definitions_version, 20)}",
            f"Made on {made_on}",
        ],
        "first": [_page_one(engine, scorecard, each) for each in LEVELS],
        "second": [_page_two(engine, scorecard, drawn, each) for each in LEVELS],
        **{f"{name}-picture": None if chart.empty else f"picture-{name}" for name, chart in drawn.items()},
    }


def _page_one(engine: Engine, scorecard: Scorecard, level: Level) -> dict[str, Plain]:
    line = engine.printable.line
    money, money_more = kept(scorecard.money, level, engine.printable, 5)
    decisions, decisions_more = kept(scorecard.decisions, level, engine.printable, 5)
    wrong = scorecard.went_wrong
    shown = wrong[:WRONG_ON_PAGE_ONE]
    return {
        "scale": level.scale,
        "purpose": line(scorecard.purpose, level.signs),
        "summary": line(scorecard.summary, round(level.signs * 1.3)),
        "figures": [_figure(engine, each, level) for each in scorecard.figures[:FIGURES_ON_PAGE_ONE]],
        "wrong-title": "What went wrong, and what was done",
        "wrong": [_went_wrong(engine, each, level) for each in shown],
        "wrong-more": more_in_app(len(wrong) - len(shown)),
        "money": money or ["Nothing is known of it."],
        "money-more": money_more,
        "decisions": decisions or ["None is waiting."],
        "decisions-more": decisions_more,
    }


def _page_two(engine: Engine, scorecard: Scorecard, drawn: dict[str, Chart], level: Level) -> dict[str, Plain]:
    found: dict[str, Plain] = {"scale": level.scale}
    found |= {f"{name}-sentence": chart.sentence for name, chart in drawn.items()}
    for name, items, empty in (
        ("checked", scorecard.checked, "Nobody has checked anything yet."),
        ("changes", scorecard.changes, "None that we know of."),
        ("not-known", scorecard.not_known, "What nobody looked at."),
    ):
        shown, more = kept(items, level, engine.printable)
        found |= {name: shown or [empty], f"{name}-more": more}
    rest = {each.name: each.words for each in scorecard.figures[FIGURES_ON_PAGE_ONE:]}
    defined = scorecard.definitions[:20]
    line = engine.printable.line
    found["definitions"] = [
        {
            "name": line(name, 60),
            "words": line(rest.get(name, ""), 260),
            "definition": line(words, min(level.signs, 200)),
        }
        for name, words in defined
    ]
    found["definitions-more"] = more_in_app(len(scorecard.definitions) - len(defined))
    return found


def _figure(engine: Engine, figure: Figure, level: Level) -> dict[str, Plain]:
    line = engine.printable.line
    # sentences of figures are far shorter than this, and never cut; it is here for what isn't one
    longest = min(260, 4 * level.signs)
    words = line(figure.words, longest)
    parts = _JOINT.match(words)
    shares = figure.between is not None and (figure.denominator or 0) >= 5
    return {
        "name": engine.printable.name(figure.name, 60, "Figure"),
        "head": parts["head"].rstrip() if parts else words,
        "joint": parts["joint"] if parts else "",
        "rest": parts["rest"] if parts else "",
        "between": [figure.between.low, figure.between.high] if figure.between and shares else None,
        "target": figure.target if shares else None,
        "target-words": f"Target {percent(figure.target)}" if figure.target is not None else "",
        "last": line(figure.last_period, longest),
        "state": figure.verdict.value,
        "verdict": figure.verdict.in_words,
    }


def _went_wrong(engine: Engine, each: WentWrong, level: Level) -> dict[str, Plain]:
    line = engine.printable.line
    return {
        "on": day_in_words(each.on),
        "what": line(each.what, min(level.signs, 90)),
        "words": line(each.words, min(level.signs, 260)),
        "done": line(each.what_was_done, min(level.signs, 200)),
        "state": f"open-{each.severity.value}" if each.is_open else "decided",
    }


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)

"""Decides what Today says. Plain records in, words and states out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from agentdesk.domain.finding import Kind
from agentdesk.domain.lists import NEEDS_SOMEBODY
from agentdesk.domain.measure import Verdict
from agentdesk.domain.scorecard import Figure
from agentdesk.domain.today import OLD, Matter, PiledUp, RingBack, Today
from agentdesk.domain.wording import clock_in_words, day_in_words, moment_in_words, time_in_words
from agentdesk.ui.widgets.states import State, state_of_severity, state_of_verdict
from agentdesk.ui.widgets.telling import SEPARATOR, joined, one_line

RINGS_BACK = frozenset({Kind.ESCALATION_MISSED, Kind.ESCALATION_FAILED, Kind.ESCALATION_PROMISED})
NAMED_PLACES = frozenset({"agent", "brief", "stop"})
"""Places that open with the name of an agent."""


@dataclass(frozen=True, slots=True)
class MatterWords:
    """A card: what needs somebody."""

    id: str
    state: State
    headline: str
    when: str
    reason: str
    quote: str
    ring_back: bool
    waits: str = ""
    """By when whom a caller waits for."""
    number: int | None = None
    """Of the matter in which a caller waits, where one does: it opens that."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure in large type with what it means."""

    figure: str
    caption: str
    state: State | None = None
    state_words: str = ""


def when_in_words(now: datetime, zone: ZoneInfo) -> str:
    """The quiet words beside the title: "Fri 27 Nov · 4:02 pm"."""
    local = now.astimezone(zone)
    return f"{day_in_words(local.date())}{SEPARATOR}{time_in_words(local.time())}"


def card_of(matter: Matter, now: datetime, zone: ZoneInfo) -> MatterWords:
    """What a card says. The quote is the caller's or agent's own words, letter for letter."""
    ring = matter.ring_back
    return MatterWords(
        matter.id,
        state_of_severity(matter.severity),
        matter.kind.in_words,
        moment_in_words(matter.about_at, zone),
        one_line(matter.reason, 400),
        one_line(matter.said, 240),
        matter.kind in RINGS_BACK,
        _waits(ring, now, zone) if ring is not None else "",
        ring.number if ring is not None else None,
    )


def _waits(ring: RingBack, now: datetime, zone: ZoneInfo) -> str:
    by = _tr("Late: due by {when}") if ring.due_at < now else _tr("Ring back by {when}")
    who = _tr("{who} has it") if ring.taken else _tr("Waits for {who}")
    said = by.format(when=clock_in_words(ring.due_at, now, zone))
    return joined((said, who.format(who=one_line(ring.who, 60)) if ring.who else _tr("Nobody has it")))


def calls_tile(today: Today) -> Tile:
    """The count large; beside it whether that is like most weeks."""
    count, _, rest = today.calls_words.partition(" ")
    return Tile(count, rest.rstrip("."))


def cost_tile(today: Today) -> Tile:
    """What the month has cost so far, and whether it will stay inside the limit at this pace."""
    if today.spent is None:
        return Tile(_tr("Not known"), today.cost_words)
    spent = today.spent.in_words()
    caption = today.cost_words.removeprefix(spent).strip().rstrip(".")
    if today.cost_share is None:
        return Tile(spent, caption)
    if today.cost_share > 1:
        return Tile(spent, caption, State.ACT_NOW, _tr("Over the limit"))
    if today.heading_over:
        return Tile(spent, caption, State.LOOK, _tr("Heading over the limit"))
    return Tile(spent, caption, State.ON_TARGET, _tr("Inside the limit"))


def bookings_tile(figure: Figure) -> Tile:
    """How many bookings of four weeks were right. A word and a colour only where there are enough to judge."""
    if not figure.denominator:
        known = figure.words.startswith("Not known")
        return Tile(_tr("Not known") if known else _tr("None"), figure.words.removeprefix("Not known: ").capitalize())
    counts = _tr("{right} of {all}").format(right=figure.numerator, all=figure.denominator)
    caption = _tr("bookings right in four weeks")
    if figure.verdict is Verdict.NONE:
        return Tile(counts, caption)
    return Tile(counts, caption, state_of_verdict(figure.verdict), figure.verdict.in_words)


def sparkline_in_words(days: tuple[int, ...]) -> str:
    """The same as the small chart, for those who listen."""
    return _tr("Calls a day over the last {days} days: {counts}").format(
        days=len(days), counts=", ".join(map(str, days))
    )


def review_button(today: Today, day: date) -> str:
    """What the review offers now; nothing while it isn't due."""
    if today.review_open:
        return _tr("Go on with the review")
    return _tr("Start the review") if today.review_on is not None and today.review_on <= day else ""


def way_of(line: PiledUp, today: date) -> tuple[str, dict[str, object]]:
    """Where a piled-up line is put right: the place and what it opens with."""
    if line.place == "findings":
        old = replace(NEEDS_SOMEBODY, last=today - OLD - timedelta(days=1))
        return "findings", {"wanted": old, "words": _tr("Older than a week")}
    return line.place, {"name": line.name} if line.place in NAMED_PLACES and line.name else {}


def _tr(words: str) -> str:
    return QCoreApplication.translate("Today", words)

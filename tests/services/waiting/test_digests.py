"""The digest after a night, a weekend or a holiday."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from agentdesk.domain.business import Business
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.services.waiting.digests import in_words, last_closed
from tests.domain.test_chasing import HOURS
from tests.services.conftest import Office
from tests.services.lines import ANGRY, BOOKED, QUESTION, line

CALENDAR = OpeningCalendar(Business("Hartley Plumbing", hours=HOURS))


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=CALENDAR.zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "closed", "opened"),
    [
        ("2026-11-24T09:05", "2026-11-23T17:30", "2026-11-24T09:00"),
        ("2026-11-24T16:00", "2026-11-23T17:30", "2026-11-24T09:00"),  # lunch is no night
        ("2026-11-23T09:05", "2026-11-20T17:30", "2026-11-23T09:00"),
        ("2026-10-26T09:05", "2026-10-23T17:30", "2026-10-26T09:00"),  # the hour that came twice
        ("2026-12-29T09:05", "2026-12-24T17:30", "2026-12-29T09:00"),  # Christmas, Boxing Day, their substitutes
    ],
)
def test_the_stretch_goes_from_closing_to_opening(now: str, closed: str, opened: str) -> None:
    assert last_closed(CALENDAR, wall(now)) == (wall(closed), wall(opened))


def test_the_night_of_the_clock_change_lasts_an_hour_longer() -> None:
    stretch = last_closed(CALENDAR, wall("2026-10-26T09:05"))
    assert stretch is not None
    assert stretch[1] - stretch[0] == timedelta(days=2, hours=15, minutes=30) + timedelta(hours=1)


@pytest.mark.parametrize("now", ["2026-11-24T08:59", "2026-11-22T12:00"])
def test_there_is_none_before_the_day_begins_or_on_a_closed_day(now: str) -> None:
    assert last_closed(CALENDAR, wall(now)) is None


def test_it_is_told_once_when_the_business_opens(hartley: Office) -> None:
    hartley.clock.instant = wall("2026-11-23T08:00")
    hartley.take_calls(
        line("late", "2026-11-20T20:00:00+00:00", *QUESTION),
        line("angry", "2026-11-21T10:00:00+00:00", *ANGRY),
        line("booked", "2026-11-22T10:00:00+00:00", *BOOKED),
        line("before", "2026-11-20T17:00:00+00:00", *QUESTION),
    )
    hartley.take_diary(
        "e1,2026-11-24T10:00,2026-11-24T11:00,booked,Boiler service,Ana Marsh,+447700900123,,2026-11-22T10:01"
    )
    hartley.services.checking.run()
    assert not hartley.services.digests.tell()
    hartley.clock.instant = wall("2026-11-23T09:01")
    assert hartley.services.digests.tell()
    assert not hartley.services.digests.tell()
    digest = hartley.services.digests.last()
    assert digest is not None
    assert in_words(digest) == "3 calls, 1 booking and 1 caller who waits to be rung"
    (notice,) = [each for each in hartley.services.notices.page() if each.subject == "digest"]
    assert notice.body == "Since Fri 20 Nov, 5:30 pm: 3 calls, 1 booking and 1 caller who waits to be rung."


def test_a_quiet_night_is_not_spoken_of(hartley: Office) -> None:
    hartley.clock.instant = wall("2026-11-24T09:05")
    assert not hartley.services.digests.tell()

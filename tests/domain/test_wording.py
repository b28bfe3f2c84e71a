from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from agentdesk.domain.wording import counted, day_in_words, listed, moment_in_words, span_in_words, time_in_words

LONDON = ZoneInfo("Europe/London")


def test_a_day_is_short_and_british() -> None:
    assert day_in_words(date(2026, 11, 24)) == "Tue 24 Nov"
    assert day_in_words(date(2026, 11, 4), with_year=True) == "Wed 4 Nov 2026"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(14, 10), "2:10 pm"),
        (time(9, 5), "9:05 am"),
        (time(12, 0), "12:00 pm"),
        (time(0, 0), "12:00 am"),
        (time(23, 59), "11:59 pm"),
    ],
)
def test_a_time_is_on_the_twelve_hour_clock(at: time, words: str) -> None:
    assert time_in_words(at) == words


def test_a_moment_is_on_the_wall_of_the_business() -> None:
    assert moment_in_words(datetime(2026, 11, 24, 14, 10, tzinfo=UTC), LONDON) == "Tue 24 Nov, 2:10 pm"
    assert moment_in_words(datetime(2026, 7, 1, 23, 30, tzinfo=UTC), LONDON) == "Thu 2 Jul, 12:30 am"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        moment_in_words(datetime(2026, 11, 24, 14, 10), LONDON)  # noqa: DTZ001 - what is refused


def test_a_span_names_the_second_day_only_when_it_is_another() -> None:
    start = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
    assert span_in_words(start, start.replace(hour=23), LONDON) == "Tue 24 Nov, 10:00 pm to 11:00 pm"
    late = datetime(2026, 11, 25, 1, 0, tzinfo=UTC)
    assert span_in_words(start, late, LONDON) == "Tue 24 Nov, 10:00 pm to Wed 25 Nov, 1:00 am"


def test_counts_agree_with_their_noun() -> None:
    assert counted(1, "call", "calls") == "1 call"
    assert counted(0, "call", "calls") == "0 calls"
    assert counted(1234, "call", "calls") == "1,234 calls"


def test_lists_end_with_and() -> None:
    assert listed([]) == ""
    assert listed(["Jo"]) == "Jo"
    assert listed(("Jo", "Sam", "Ana")) == "Jo, Sam and Ana"

"""The week as a picture: lanes for what overlaps, outlines for what was promised, the hours one sees."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from agentdesk.domain.booking import Booking, Match
from agentdesk.domain.clock import week_of
from agentdesk.domain.finding import Entry, Finding, FindingStatus, Kind
from agentdesk.services.calls.diary import DiaryDay, DiaryWeek
from agentdesk.ui.screens.diary.week import MOST_BLOCKS, Block, WeekPicture, in_lanes, picture_of, title_of
from agentdesk.ui.widgets.states import State
from tests.factories import a_booking, a_found

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 11, 16)
TEN = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)


def a_finding(**what: object) -> Finding:
    about = what.pop("about", TEN)
    status = what.pop("status", FindingStatus.OPEN)
    found = a_found(**what)  # type: ignore[arg-type]
    return Finding(found.key, found, FindingStatus(str(status)), TEN, about)  # type: ignore[arg-type]


def week(*entries: Booking, findings: dict[int, tuple[Finding, ...]] | None = None) -> DiaryWeek:
    opens = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
    days = []
    for offset in range(7):
        day = MONDAY + timedelta(days=offset)
        hours = ((opens + timedelta(days=offset), opens + timedelta(days=offset, hours=8)),) if offset < 5 else ()
        mine = tuple(each for each in entries if each.starts_at.astimezone(LONDON).date() == day)
        days.append(DiaryDay(day, hours, None if hours else "not open", mine))
    return DiaryWeek(week_of(MONDAY), tuple(days), findings or {}, ())


def drawn(picture: WeekPicture) -> list[Block]:
    return [block for day in picture.days for block in day.blocks]


spans = st.lists(
    st.tuples(st.integers(0, 1300), st.integers(30, 140)).map(
        lambda pair: Block(pair[0], pair[0] + pair[1], "Service", "10:00 am", "spoken")
    ),
    max_size=20,
)


@given(spans)
def test_what_overlaps_never_shares_a_lane_and_nothing_is_lost(blocks: list[Block]) -> None:
    placed = in_lanes(blocks)
    assert sorted((each.top, each.bottom) for each in placed) == sorted((each.top, each.bottom) for each in blocks)
    for one, other in combinations(placed, 2):
        if one.top < other.bottom and other.top < one.bottom:
            assert one.lane != other.lane
            assert one.lanes == other.lanes
    assert all(0 <= each.lane < each.lanes for each in placed)


def test_back_to_back_entries_keep_the_whole_column() -> None:
    first, second = a_booking(at=TEN), a_booking(at=TEN + timedelta(hours=1))
    assert [(each.lane, each.lanes) for each in drawn(picture_of(week(first, second), (), LONDON))] == [(0, 1), (0, 1)]


def test_a_clash_stands_side_by_side_in_red_and_says_why() -> None:
    one, other = a_booking(at=TEN, external_id="a"), a_booking(at=TEN, external_id="b", call=7, match=Match.CERTAIN)
    clash = a_finding(
        kind=Kind.BOOKING_DOUBLE,
        call=None,
        booking=other.id,
        reason="2 bookings at one time.",
        evidence=(Entry(one.id, "one"), Entry(other.id, "other")),
    )
    blocks = drawn(picture_of(week(one, other, findings={one.id: (clash,), other.id: (clash,)}), (), LONDON))
    assert [(each.lanes, each.clashes, each.state) for each in blocks] == [(2, True, State.ACT_NOW)] * 2
    assert [each.by_agent for each in sorted(blocks, key=lambda each: each.booking == other.id)] == [False, True]
    assert all("2 bookings at one time." in each.spoken for each in blocks)


def test_what_was_decided_is_no_longer_marked() -> None:
    entry = a_booking(at=TEN)
    done = a_finding(kind=Kind.BOOKING_DOUBLE, call=None, booking=entry.id, status=FindingStatus.ACCEPTED)
    (block,) = drawn(picture_of(week(entry, findings={entry.id: (done,)}), (), LONDON))
    assert (block.state, block.clashes) == (None, False)


def test_a_promised_booking_is_an_outline_where_it_should_be() -> None:
    missing = a_finding(slot="2026-11-18 14:00", about=TEN - timedelta(days=20))
    picture = picture_of(week(), [missing], LONDON)
    (block,) = picture.days[2].blocks
    assert (block.missing, block.top, block.booking) == (missing.id, 14 * 60, None)
    assert picture.promised == ()


def test_a_promise_without_a_time_is_listed_under_its_week_only() -> None:
    day_only, nothing_said = a_finding(slot="2026-11-18"), a_finding(slot="", call=2)
    elsewhere = a_finding(slot="2026-12-02 14:00", call=3)
    picture = picture_of(week(), [day_only, nothing_said, elsewhere], LONDON)
    assert picture.promised == (day_only, nothing_said)
    assert drawn(picture) == []


def test_the_hours_reach_from_the_first_to_the_last_thing() -> None:
    assert picture_of(week(), (), LONDON).hours == (9, 17)
    early = a_booking(at=TEN.replace(hour=6, minute=30))
    late = a_booking(at=TEN.replace(hour=23, minute=30))
    assert picture_of(week(early, late), (), LONDON).hours == (6, 24)


def test_an_all_day_entry_is_a_note_under_its_day() -> None:
    picture = picture_of(week(a_booking(at=TEN, all_day=True, service="Sam on leave")), (), LONDON)
    assert drawn(picture) == []
    assert [each.words for each in picture.days[1].notes] == ["Sam on leave"]


def test_far_too_many_entries_say_how_many_more_there_are() -> None:
    entries = [a_booking(at=TEN + timedelta(minutes=at), external_id=f"e{at}") for at in range(MOST_BLOCKS + 40)]
    day = picture_of(week(*entries), (), LONDON).days[1]
    assert (len(day.blocks), day.left_out) == (MOST_BLOCKS, 40)


def test_a_week_over_two_months_names_both() -> None:
    assert title_of(date(2026, 11, 16), date(2026, 11, 22)) == "16 to 22 November 2026"
    assert title_of(date(2026, 11, 30), date(2026, 12, 6)) == "30 November to 6 December 2026"

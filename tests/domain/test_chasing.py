"""The chaser's rules: open hours, who is next, and how often it is said again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from agentdesk.domain import chasing
from agentdesk.domain.business import Business, Closure, Span
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.escalation import Away, Escalation, EscalationState, Outcome

LUNCH = ((Span(time(9), time(12, 30)), Span(time(13), time(17, 30))),)
HOURS = (*(LUNCH * 5), (), ())
CALENDAR = OpeningCalendar(Business("Hartley Plumbing", hours=HOURS))
TUESDAY = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)


def a_matter(**what: object) -> Escalation:
    matter = Escalation(
        id=1,
        call=1,
        finding="f",
        agent="Daisy",
        why="A caller complained.",
        rule="",
        runbook="",
        within_minutes=15,
        happened_at=TUESDAY,
        raised_at=TUESDAY,
        state=EscalationState.WAITING,
        who="Jo",
        due_at=TUESDAY + timedelta(minutes=15),
        reminders=0,
        remind_at=TUESDAY + timedelta(minutes=15),
        moved_at=TUESDAY,
    )
    return replace(matter, **what)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("happened", "minutes", "due"),
    [
        ("2026-11-24T14:10", 15, "2026-11-24T14:25"),
        ("2026-11-24T12:25", 15, "2026-11-24T13:10"),  # over lunch
        ("2026-11-24T17:20", 15, "2026-11-25T09:05"),  # over night
        ("2026-11-27T23:00", 15, "2026-11-30T09:15"),  # over the weekend
        ("2026-12-24T17:25", 15, "2026-12-29T09:10"),  # over Christmas, as England keeps it
        ("2026-10-23T17:29", 15, "2026-10-26T09:14"),  # over the clock change
        ("2026-11-24T06:00", 24 * 60, "2026-11-26T17:30"),  # three days of eight hours
    ],
)
def test_due_times_are_in_open_hours(happened: str, minutes: int, due: str) -> None:
    begins, ends = (datetime.fromisoformat(each).replace(tzinfo=CALENDAR.zone) for each in (happened, due))
    assert chasing.due(CALENDAR, begins.astimezone(UTC), minutes) == ends


def test_a_business_without_hours_goes_by_the_wall() -> None:
    assert chasing.due(None, TUESDAY, 15) == TUESDAY + timedelta(minutes=15)
    shut = replace(CALENDAR.business, closures=(Closure(date(2026, 1, 1), date(2028, 1, 1), "away"),))
    assert chasing.due(OpeningCalendar(shut), TUESDAY, 15) == TUESDAY + timedelta(minutes=15)


def test_due_times_agree_with_counting_minute_by_minute() -> None:
    start = datetime(2026, 10, 23, 16, 0, tzinfo=UTC)
    for step in range(0, 4 * 24 * 60, 37):
        begins = start + timedelta(minutes=step)
        at, left = begins, 45
        while left:
            left -= CALENDAR.is_inside(at, at + timedelta(minutes=1))
            at += timedelta(minutes=1)
        assert chasing.due(CALENDAR, begins, 45) == at


def test_what_is_learnt_of_late_is_said_again_as_long_after_that() -> None:
    late = TUESDAY + timedelta(hours=2)
    due = TUESDAY + timedelta(minutes=15)
    assert chasing.first_reminder(CALENDAR, TUESDAY, due, TUESDAY, 15) == due
    assert chasing.first_reminder(CALENDAR, TUESDAY, due, late, 15) == late + timedelta(minutes=15)


def test_nobody_is_reminded_of_what_was_too_old_when_it_came_in() -> None:
    due = TUESDAY + timedelta(minutes=15)
    assert chasing.first_reminder(CALENDAR, TUESDAY, due, TUESDAY + timedelta(days=15), 15) is None


def test_nothing_is_said_before_it_is_due() -> None:
    assert chasing.remind(a_matter(), CALENDAR, ("Sam",), TUESDAY + timedelta(minutes=14)) is None


def test_first_it_is_said_again_then_it_goes_to_the_next() -> None:
    matter = a_matter()
    at = matter.remind_at
    assert at is not None
    holders = []
    gaps = []
    for _ in range(8):
        reminder = chasing.remind(matter, CALENDAR, ("Priya", "Sam"), at)
        assert reminder is not None
        holders.append(reminder.who)
        gaps.append(reminder.remind_at - at)
        matter = replace(matter, reminders=reminder.reminders, who=reminder.who, remind_at=reminder.remind_at)
        at = reminder.remind_at
    assert holders == ["Jo", "Priya", "Sam", "Sam", "Sam", "Sam", "Sam", "Sam"]
    assert gaps[:2] == [timedelta(minutes=15), timedelta(hours=1)]
    assert gaps[-1] >= timedelta(hours=7)


def test_who_took_it_is_reminded_once_and_then_it_goes_further_up() -> None:
    matter = a_matter(state=EscalationState.TAKEN, reminders=3)
    at = TUESDAY + timedelta(hours=1)
    reminder = chasing.remind(matter, CALENDAR, ("Sam",), at)
    assert reminder is not None
    assert (reminder.who, reminder.climbed, reminder.remind_at) == ("Jo", False, at + timedelta(minutes=15))
    waits = replace(matter, state=EscalationState.WAITING, reminders=4, remind_at=reminder.remind_at)
    then = chasing.remind(waits, CALENDAR, ("Sam",), reminder.remind_at)
    assert then is not None
    assert (then.who, then.climbed) == ("Sam", True)


def test_one_reminder_however_many_were_slept_through() -> None:
    later = TUESDAY + timedelta(days=6, hours=1)
    reminder = chasing.remind(a_matter(), CALENDAR, ("Sam",), later)
    assert reminder is not None
    assert reminder.reminders == 1
    assert reminder.remind_at > later


def test_what_is_done_is_never_said_again() -> None:
    done = a_matter(state=EscalationState.DONE, outcome=Outcome.SORTED)
    assert chasing.remind(done, CALENDAR, ("Sam",), TUESDAY + timedelta(days=1)) is None


def test_a_clock_that_was_set_back_is_noticed() -> None:
    assert chasing.was_set_back(a_matter(), TUESDAY - timedelta(days=300))
    assert not chasing.was_set_back(a_matter(), TUESDAY - timedelta(seconds=30))


@pytest.mark.parametrize(
    ("rota", "who"),
    [
        ((), "Jo"),
        ((("Jo", 23, 27, "Sam"),), "Sam"),
        ((("Jo", 25, 27, "Sam"),), "Jo"),
        ((("Jo", 23, 27, "Sam"), ("Sam", 24, 24, "Priya")), "Priya"),
        ((("Jo", 23, 27, "Sam"), ("Sam", 24, 24, "Jo")), "Jo"),  # two who stand in for each other
    ],
)
def test_the_rota_says_who_has_it_today(rota: tuple[tuple[str, int, int, str], ...], who: str) -> None:
    away = [Away(one, date(2026, 11, first), date(2026, 11, last), other) for one, first, last, other in rota]
    assert chasing.who_has_it("Jo", away, date(2026, 11, 24)) == who

"""The made-up week says what its README says, and nothing else is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from agentdesk.checks.every import run_all
from agentdesk.checks.evidence import Diary, Evidence
from agentdesk.connectors.file.reading import read_bookings, read_calls
from agentdesk.domain.calendar import OpeningCalendar
from agentdesk.domain.clock import day_of, week_of
from agentdesk.domain.finding import Kind, Severity
from agentdesk.domain.money import total
from agentdesk.language.moments import moments
from agentdesk.services.desk.example_week import load, newest_monday
from tests.resources.example import FOLDER, SATURDAY, Example, Promised, example, promised

ANGRY, SUNDAY, LUNCH, DOUBLE, MISSING, CALL_BACK = (
    "call-122", "call-123", "call-130", "call-135", "call-144", "call-132",
)  # fmt: skip
TAKEN = "call-112"
QUESTIONS = (
    "call-016", "call-018", "call-029", "call-039", "call-048", "call-063", "call-065", "call-069",
    "call-115", "call-117", "call-122", "call-125", "call-150", "call-157",
)  # fmt: skip
"""Daisy had no answer, and said so: worth knowing, and nothing wrong."""
SATURDAYS = [date(2026, 1, 3) + timedelta(weeks=week) for week in range(157)]
GAS_EMERGENCY = "0800111999"
CONFIRMS = re.compile(r"\b(booked|in the diary then|moved your visit)\b")


@pytest.fixture(scope="module")
def week() -> Example:
    return example()


def made_by(week: Example, call: str) -> str:
    """The entry that a call made, by when it was made."""
    start = week.call(call).started_at
    length = timedelta(seconds=week.call(call).seconds or 0)
    found = [each for each in week.bookings if each.created_at and start <= each.created_at <= start + length]
    assert len(found) == 1, f"{call} made {len(found)} entries"
    return found[0].external_id


def test_the_set_up_is_whole(week: Example) -> None:
    assert week.business.name == "Hartley Plumbing & Heating"
    assert week.brief.gaps() == ()
    assert not [each.trouble for each in week.brief.tasks if each.trouble]
    assert {each.name for each in week.business.services} == set(week.brief.may_book)


def test_sixty_one_calls_came_after_three_lighter_weeks(week: Example) -> None:
    per_week = Counter(week_of(day_of(each.started_at, week.business.zone)).first for each in week.calls)

    assert list(per_week.values()) == [20, 25, 28, 61]
    assert len({each.external_id for each in week.calls}) == len(week.calls) == 134
    assert sorted(week.calls, key=lambda each: each.started_at) == list(week.calls)


def test_the_busy_week_cost_about_27_pounds(week: Example) -> None:
    (cost,) = total(each.cost for each in week.busy_week if each.cost)

    assert cost.currency == "GBP"
    assert 26 <= cost.amount <= 28


def test_every_call_reads_as_one(week: Example) -> None:
    for call in week.calls:
        times = [each.at_seconds or 0 for each in call.turns]
        assert times == sorted(set(times)), call.external_id
        assert times[-1] < (call.seconds or 0), call.external_id
        assert call.turns[0].role == "agent", call.external_id
        assert "AI receptionist" in call.turns[0].text, call.external_id
        assert "recorded" in call.turns[0].text, call.external_id
        rang_off = call.outcome in ("caller hung up", "spam")
        assert rang_off or 4 <= len(call.turns) <= 18, call.external_id


def test_callers_dont_talk_from_a_template(week: Example) -> None:
    said = Counter(each.text for call in week.calls for each in call.turns if each.role == "caller")

    assert not [text for text, times in said.items() if times > 1 and len(text.split()) > 4]


def test_only_numbers_reserved_for_drama_are_used(week: Example) -> None:
    texts = [each.text for call in week.calls for each in call.turns]
    numbers = [each.caller for each in week.calls if each.caller] + [each.phone or "" for each in week.bookings]
    numbers += [found for text in texts for found in re.findall(r"\d[\d ]{8,}\d", text)]

    for number in numbers:
        plain = number.replace(" ", "").replace("+44", "0")
        assert (plain.startswith(("01134960", "07700900")) and len(plain) == 11) or plain == GAS_EMERGENCY, number


def test_nineteen_visits_are_promised_in_the_busy_week() -> None:
    assert sum(each.call > "call-100" for each in promised()) == 19
    assert [each.call for each in promised() if not each.in_diary] == [MISSING]


@pytest.mark.parametrize("promise", [each for each in promised() if each.in_diary], ids=lambda each: each.call)
def test_a_promised_visit_is_in_the_diary_as_promised(week: Example, promise: Promised) -> None:
    call, entry = week.call(promise.call), week.booking(made_by(week, promise.call))
    service = week.business.service(promise.service)

    assert service is not None
    assert entry.starts_at == promise.starts_at.replace(tzinfo=week.business.zone)
    assert entry.ends_at - entry.starts_at == timedelta(minutes=service.minutes)
    assert (entry.service, entry.customer) == (service.name, promise.customer)
    assert entry.phone is not None
    rang_from_it = entry.phone.replace(" ", "") == (call.caller or "").replace("+44", "0")
    assert rang_from_it or any(entry.phone in each.text for each in call.turns if each.role == "caller")


def test_every_entry_was_made_by_a_promise_or_by_jo(week: Example) -> None:
    made = {made_by(week, each.call) for each in promised() if each.in_diary}
    calendar = OpeningCalendar(week.business)

    for entry in week.bookings:
        if entry.external_id not in made:
            assert entry.created_at is not None
            assert calendar.is_inside(entry.created_at, entry.created_at), "Jo works in opening hours"
            assert calendar.is_inside(entry.starts_at, entry.ends_at), entry.external_id


def test_only_the_planted_entries_break_the_rules_of_the_diary(week: Example) -> None:
    calendar = OpeningCalendar(week.business)
    live = [each for each in week.bookings if each.live]
    closed = [each.external_id for each in live if calendar.why_closed(day_of(each.starts_at, week.business.zone))]
    outside = [each.external_id for each in live if not calendar.is_inside(each.starts_at, each.ends_at)]
    clashes = [
        {one.external_id, other.external_id}
        for one, other in combinations(live, 2)
        if one.starts_at < other.ends_at and other.starts_at < one.ends_at
    ]

    assert closed == [made_by(week, SUNDAY)]
    assert sorted(outside) == sorted([made_by(week, SUNDAY), made_by(week, LUNCH)])
    assert clashes == [{made_by(week, TAKEN), made_by(week, DOUBLE)}]


def test_daisy_says_only_prices_of_the_fact_sheet(week: Example) -> None:
    known = {amount for fact in week.business.facts for amount in re.findall(r"£(\d+)", fact.says)} | {"30"}

    for call in week.calls:
        for turn in call.turns:
            if turn.role == "agent":
                assert set(re.findall(r"£(\d+)", turn.text)) <= known, (call.external_id, turn.text)


def found_by_the_checks(week: Example, today: date) -> list[tuple[Kind, str]]:
    now = datetime.combine(today, time(8), UTC)
    diary = Diary("Diary", now, today - timedelta(days=120), today + timedelta(days=120))
    evidence = Evidence(now, week.business, week.calls, week.bookings, (diary,), {}, {"Daisy": week.brief})
    names = {each.id: each.external_id for each in week.calls} | {each.id: each.external_id for each in week.bookings}
    found = run_all(evidence)
    assert {each.kind for each in found if each.severity is Severity.NOTE} == {Kind.QUESTION_UNANSWERED}
    return sorted((each.kind, names[each.call or each.booking or 0]) for each in found)


@pytest.mark.parametrize(
    "today", [SATURDAY, date(2026, 12, 27), date(2027, 3, 28), date(2027, 4, 1), date(2027, 10, 31), date(2028, 3, 1)]
)
def test_the_checks_find_what_was_planted_and_nothing_else(today: date) -> None:
    moved = example(today)

    assert found_by_the_checks(moved, today) == sorted(
        [
            (Kind.BOOKING_CLOSED_DAY, made_by(moved, SUNDAY)),
            (Kind.BOOKING_OUTSIDE_HOURS, made_by(moved, LUNCH)),
            (Kind.BOOKING_DOUBLE, made_by(moved, DOUBLE)),
            (Kind.BOOKING_MISSING, MISSING),
            (Kind.ESCALATION_MISSED, ANGRY),
            (Kind.ESCALATION_PROMISED, CALL_BACK),
            *((Kind.QUESTION_UNANSWERED, each) for each in QUESTIONS),
        ]
    )


def test_the_readme_names_every_fault(week: Example) -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")

    for name in (ANGRY, SUNDAY, LUNCH, DOUBLE, MISSING, CALL_BACK, TAKEN):
        assert f"`{name}`" in readme
    for name in QUESTIONS:
        assert f"`{name.removeprefix('call-')}`" in readme
    for call in (SUNDAY, LUNCH, DOUBLE, TAKEN):
        assert f"`{made_by(week, call)}`" in readme


@pytest.mark.parametrize(
    ("today", "monday"),
    [
        (date(2026, 11, 20), date(2026, 11, 9)),
        (date(2026, 11, 21), date(2026, 11, 16)),
        (date(2026, 11, 22), date(2026, 11, 16)),
        (date(2026, 11, 23), date(2026, 11, 16)),
        (date(2026, 11, 27), date(2026, 11, 16)),
        (date(2026, 11, 28), date(2026, 11, 23)),
    ],
)
def test_the_busy_week_is_the_newest_that_is_over(today: date, monday: date) -> None:
    assert newest_monday(today) == monday


def test_nothing_has_happened_before_its_time() -> None:
    for offset in range(14):
        today = SATURDAY + timedelta(days=offset)
        moved = example(today)
        midnight = datetime.combine(today, time(), moved.business.zone)
        assert all(each.started_at < midnight for each in moved.calls)
        assert all(each.created_at is None or each.created_at < midnight for each in moved.bookings)


def test_the_same_day_gives_the_same_texts() -> None:
    assert load(FOLDER, date(2027, 6, 2)) == load(FOLDER, date(2027, 6, 2))


def test_in_every_week_the_words_agree_with_the_diary(week: Example) -> None:
    zone = week.business.zone
    starts = {each.external_id: each.starts_at.astimezone(zone) for each in week.bookings}
    for today in SATURDAYS:
        moved, weeks = example(today), newest_monday(today) - newest_monday(SATURDAY)
        assert not [each for call in moved.calls for each in call.turns if "[[" in each.text]
        for entry in moved.bookings:
            assert entry.starts_at.astimezone(zone).replace(tzinfo=None) == (
                starts[entry.external_id].replace(tzinfo=None) + weeks
            )
        for promise in promised():
            call, wanted = moved.call(promise.call), promise.starts_at + weeks
            on = day_of(call.started_at, zone)
            said = [
                (moment.day, moment.time)
                for turn in call.turns
                if turn.role == "agent" and CONFIRMS.search(turn.text)
                for moment in moments(turn.text, on, moved.business.hours)
            ]
            assert (wanted.date(), wanted.time()) in said, (today, promise, said)


def test_importing_reads_the_files_whole_and_asks_nothing(week: Example, tmp_path: Path) -> None:
    texts = load(FOLDER, SATURDAY)
    (tmp_path / "calls.jsonl").write_text(texts.calls, encoding="utf-8")
    (tmp_path / "bookings.csv").write_text(texts.bookings, encoding="utf-8")
    calls = read_calls(tmp_path / "calls.jsonl", "Daisy's calls", week.business.zone)
    bookings = read_bookings(tmp_path / "bookings.csv", "Diary", week.business.zone)

    assert not calls.questions
    assert not bookings.questions
    assert tuple(replace(each, agent="Daisy") for each in calls.records()) == week.calls
    without_id = sorted(bookings.records(), key=lambda each: each.external_id)
    assert [replace(each, id=0) for each in week.bookings] == without_id


def test_closures_move_along() -> None:
    (before,), (after,) = example().business.closures, example(SATURDAY + timedelta(weeks=30)).business.closures

    assert after.first - before.first == timedelta(weeks=30) == after.last - before.last

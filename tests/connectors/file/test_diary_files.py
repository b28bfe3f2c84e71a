from __future__ import annotations

import multiprocessing
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agentdesk.connectors.file.lines import lines as lines_of
from agentdesk.connectors.file.reading import Kind, Reading, read_bookings
from agentdesk.connectors.file.results import Tally
from agentdesk.connectors.file.snapshot import take
from agentdesk.connectors.kit.calendar import expansion, screen
from agentdesk.connectors.kit.calendar.notes import Unread
from agentdesk.connectors.kit.calendar.screen import Entry, known_zone, screened
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.errors import Sorry

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HEAD, TAIL = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n", "END:VCALENDAR\r\n"
GOOD = "UID:good\r\nDTSTART:20261118T100000Z\r\nDTEND:20261118T104500Z\r\nSUMMARY:Good"


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", ""))


def look(folder: Path, *events: str | bytes, **choices: Any) -> Reading[Booking]:
    path = folder / "diary.csv"  # the name counts for nothing
    parts = [each if isinstance(each, bytes) else each.encode() for each in (HEAD, *events, TAIL)]
    path.write_bytes(b"".join(parts))
    return read_bookings(path, "ics", LONDON, now=NOW, **choices)


@pytest.fixture(scope="module")
def everyday(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Booking]:
    """One ordinary diary, worked out once: starting a process takes a moment."""
    reading = look(
        tmp_path_factory.mktemp("diary"),
        "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
        event(GOOD, "CREATED:20261101T080000Z", "ATTENDEE;CN=Jane Smith:mailto:j@example.org",
              "ATTACH:file:///etc/passwd"),
        event("UID:forged", "DTSTART;TZID=Europe/London:20260701T100000", "DURATION:PT30M",
              "SUMMARY:<b>Cut\\, wash</b>"),
        event("UID:windows", "DTSTART;TZID=GMT Standard Time:20260701T100000", "SUMMARY:W"),
        event("UID:long",
              "DTSTART;TZID=/mozilla.org/2005/America/New_York:20261118T100000", "SUMMARY:N"),
        event("UID:floating", "DTSTART:20260701T100000", "SUMMARY:F"),
        event("UID:spring", "DTSTART;TZID=Europe/London:20260329T013000", "SUMMARY:S"),
        event("UID:autumn", "DTSTART;TZID=Europe/London:20261025T013000", "SUMMARY:A"),
        event("UID:day", "DTSTART;VALUE=DATE:20261025", "SUMMARY:D"),
        event("UID:off", "DTSTART:20261118T100000Z", "STATUS:CANCELLED", "SUMMARY:C"),
        event("UID:class", "DTSTART;TZID=Europe/London:20261019T180000", "DTEND;TZID=Europe/London:20261019T190000",
              "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/London:20261026T180000", "SUMMARY:Class"),
        event("UID:class", "RECURRENCE-ID;TZID=Europe/London:20261102T180000", "DTSTART:20261103T190000Z",
              "SUMMARY:Moved", "STATUS:CANCELLED"),
        event("UID:twice", "DTSTART:20261118T100000Z", "SEQUENCE:2", "SUMMARY:Newer"),
        event("UID:twice", "DTSTART:20261118T090000Z", "SEQUENCE:1", "SUMMARY:Older"),
        event("DTSTART:20261118T100000Z", "SUMMARY:Nameless"),
        event("UID:past", "DTSTART:20200101T100000Z", "SUMMARY:Long ago"),
        "BEGIN:VTODO\r\nUID:todo\r\nSUMMARY:T\r\nEND:VTODO\r\n",
        b"BEGIN:VEVENT\r\nUID:folded\r\nDTSTART:20261118T100000Z\r\nSUMMARY:Caf\xc3\r\n \xa9\r\nEND:VEVENT\r\n",
    )  # fmt: skip
    assert reading.kind is Kind.DIARY
    assert reading.unread == ()
    assert "Replaced by a later version in the same file: 1 entry." in reading.notes
    assert "Left out, because more than 400 days away: 1 entry." in reading.notes
    assert list(reading.records()) == list(reading.records())
    return {each.external_id: each for each in reading.records()}


def test_an_entry_is_read(everyday: dict[str, Booking]) -> None:
    assert everyday["good"] == Booking(
        0,
        "ics",
        "good",
        datetime(2026, 11, 18, 10, 0, tzinfo=UTC),
        datetime(2026, 11, 18, 10, 45, tzinfo=UTC),
        BookingStatus.BOOKED,
        "Good",
        "Jane Smith",
        None,
        "j@example.org",
        datetime(2026, 11, 1, 8, 0, tzinfo=UTC),
    )


def test_markup_is_only_text_and_letters_folded_in_two_are_whole(everyday: dict[str, Booking]) -> None:
    assert everyday["forged"].service == "<b>Cut, wash</b>"
    assert everyday["folded"].service == "Café"


@pytest.mark.parametrize(
    ("uid", "instant"),
    [
        ("forged", datetime(2026, 7, 1, 9, 0, tzinfo=UTC)),
        ("windows", datetime(2026, 7, 1, 9, 0, tzinfo=UTC)),
        ("long", datetime(2026, 11, 18, 15, 0, tzinfo=UTC)),
        ("floating", datetime(2026, 7, 1, 9, 0, tzinfo=UTC)),
        ("spring", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("autumn", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_time_zones_count_by_name_and_clock_changes_by_rule(
    everyday: dict[str, Booking], uid: str, instant: datetime
) -> None:
    assert everyday[uid].starts_at == instant


def test_a_whole_day_stays_one_although_it_has_25_hours(everyday: dict[str, Booking]) -> None:
    day = everyday["day"]
    assert (day.all_day, day.starts_at, day.ends_at - day.starts_at) == (
        True,
        datetime(2026, 10, 24, 23, 0, tzinfo=UTC),
        timedelta(hours=25),
    )


def test_a_series_has_its_occurrences_each_under_a_number_that_stays(everyday: dict[str, Booking]) -> None:
    series = {name: each for name, each in everyday.items() if name.startswith("class")}
    assert {name: (each.starts_at, each.status) for name, each in series.items()} == {
        "class/20261019T170000Z": (datetime(2026, 10, 19, 17, 0, tzinfo=UTC), BookingStatus.BOOKED),
        "class/20261102T180000Z": (datetime(2026, 11, 3, 19, 0, tzinfo=UTC), BookingStatus.CANCELLED),
    }


def test_cancelled_later_and_nameless_entries(everyday: dict[str, Booking]) -> None:
    assert everyday["off"].status is BookingStatus.CANCELLED
    assert everyday["twice"].service == "Newer"
    assert [each.service for name, each in everyday.items() if name.startswith("made-")] == ["Nameless"]
    assert "past" not in everyday


# each with the sentence by which it is set aside, by name; the good one beside it stays
BAD = [
    ("RRULE:FREQ=SECONDLY", "repeats too often"),
    ("RRULE:FREQ=MINUTELY", "repeats too often"),
    ("rrule:freq=hourly;count=3", "repeats too often"),
    ("RRULE:FREQ=DAILY\r\nEXRULE:FREQ=DAILY", "leaves days out"),
    ("RRULE:FREQ=DAILY;INTERVAL=0", "step that cannot be counted"),
    ("RRULE:FREQ=DAILY;INTERVAL=-1", "step that cannot be counted"),
    ("RRULE:FREQ=YEARLY;BYMONTH=1,2,3;BYHOUR=1,2,3,4;BYMINUTE=1,2,3", "too often"),
    ("RRULE:FREQ=WEEKLY\r\nRRULE:FREQ=DAILY", "two ways"),
    ("DTSTART:20261119T100000Z", "two ways"),
    ("DTEND:20261110T100000Z", "ends before"),
    ("DTEND:30261110T100000Z", "longer than a month"),
    ("DTEND:99991231T235959Z", "longer than a month"),
    ("DTEND;VALUE=DATE:20261119", "starts with a day"),
    ("RRULE:FREQ=SOMETIMES", "cannot be read"),
    ("DURATION:for ever", "cannot be read"),
    ("SUMMARY:" + "x" * 1_000_000, "far longer"),
    ("RDATE;TZID=Mars/Olympus:20261119T100000", "time zone is unknown"),
]


def test_what_cannot_be_worked_out_is_set_aside_by_name(tmp_path: Path) -> None:
    began = time.monotonic()
    events = [
        event(f"UID:u{number}", "DTSTART:20261118T100000Z", f"SUMMARY:Bad {number}", line)
        for number, (line, _) in enumerate(BAD)
    ]
    reading = look(
        tmp_path,
        *events,
        event("UID:n", "SUMMARY:No start"),
        event("UID:z", "SUMMARY:Zone", "DTSTART;TZID=../../etc/passwd:20261118T100000"),
        event("UID:f", "SUMMARY:February", "DTSTART:20260230T100000Z"),
        event("UID:x" + "x" * 300, "SUMMARY:Name", "DTSTART:20261118T100000Z"),
        event(GOOD),
    )
    assert [each.external_id for each in reading.records()] == ["good"]
    why = {each.where: each.why for each in reading.unread}
    for number, (line, words) in enumerate(BAD):
        where = f"entry “Bad {number}”"
        assert words in why.get(where, "nothing"), (line[:80], why.get(where))
    assert "when it starts" in why["entry “No start”"]
    assert why["entry “Zone”"] == "Its time zone is unknown."
    assert "day of the calendar" in why["entry “February”"]
    assert "cannot" in why["entry “Name”"] or "can be kept" in why["entry “Name”"]
    assert time.monotonic() - began < 20


def test_rules_without_a_day_bring_nothing_and_endless_ones_stay_in_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expansion, "_SECONDS", 20.0)
    reading = look(
        tmp_path,
        event("UID:never", "DTSTART:20260130T100000Z", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:Never"),
        event(
            "UID:against",
            "DTSTART:20260130T100000Z",
            "RRULE:FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=MO;BYSETPOS=5",
            "SUMMARY:A",
        ),
        event("UID:daily", "DTSTART:19700101T100000Z", "RRULE:FREQ=DAILY;COUNT=999999999", "SUMMARY:Daily"),
        event("UID:often", "DTSTART:20251020T100000Z", "RRULE:FREQ=DAILY;BYHOUR=9,14", "SUMMARY:Often"),
    )
    counts: dict[str, int] = {}
    for each in reading.records():
        counts[each.external_id.partition("/")[0]] = counts.get(each.external_id.partition("/")[0], 0) + 1
    assert counts.pop("daily") in range(800, 803)
    assert all(number <= 1 for number in counts.values())
    assert [each.where for each in reading.unread] == ["entry “Often”"]


def test_a_child_that_takes_too_long_is_ended_and_the_entry_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "_check_rule", lambda _: None)
    began = time.monotonic()
    with pytest.raises(Sorry, match="“Hangs” repeats in a way"):
        look(tmp_path, event("UID:h", "DTSTART:19700101T000000Z", "RRULE:FREQ=SECONDLY", "SUMMARY:Hangs"))
    assert time.monotonic() - began < 30
    assert not [each for each in multiprocessing.active_children() if "serve" in repr(each)]


def test_a_slow_start_of_the_child_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Entry("x", lines=["UID:x", "DTSTART:20261118T100000Z"])
    answers = list(expansion.worked_out([[entry]], LONDON, date(2026, 1, 1), date(2026, 12, 31)))
    assert isinstance(answers[0], list)
    monkeypatch.setattr(expansion, "_SECONDS", 0.0)
    slow = Entry("x", lines=["UID:x", "DTSTART:19700101T100000Z", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"])
    with pytest.raises(Sorry, match="too long"):
        list(expansion.worked_out([[slow]], LONDON, date(2026, 1, 1), date(2026, 12, 31)))


def test_a_hundred_rules_that_eat_time_and_bring_nothing_have_a_second_between_them(tmp_path: Path) -> None:
    never = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    bombs = [event(f"UID:{n}", "DTSTART:19700101T000000Z", never, f"SUMMARY:Never {n}") for n in range(100)]
    began = time.monotonic()
    with pytest.raises(Sorry, match=r"“Never .*repeats in a way"):
        look(tmp_path, *bombs)
    # a hundred of them would take a quarter of a minute; the start of the child is not counted
    assert time.monotonic() - began < 8


def test_an_endless_number_of_ordinary_series_ends_with_a_sentence_of_its_own(tmp_path: Path) -> None:
    series = [event(f"UID:{n}", "DTSTART:20251001T090000Z", "RRULE:FREQ=DAILY", "SUMMARY:x") for n in range(100)]
    with pytest.raises(Sorry, match=r"more than 15,000 entries\. Take some of it out"):
        look(tmp_path, *series)


def test_entries_earn_their_time_so_that_a_large_honest_diary_is_read(tmp_path: Path) -> None:
    weekly = [
        event(f"UID:{n}", f"DTSTART:202510{n % 28 + 1:02d}T090000Z", "RRULE:FREQ=WEEKLY", "SUMMARY:x")
        for n in range(100)
    ]
    assert look(tmp_path, *weekly).understood == 5_000


def test_no_more_than_5000_entries_are_kept_and_they_are_the_nearest(tmp_path: Path) -> None:
    events = [
        event(f"UID:{number}", f"DTSTART:{NOW - timedelta(hours=number + 1):%Y%m%dT%H%M%SZ}", "SUMMARY:x")
        for number in range(5_200)
    ]
    reading = look(tmp_path, *events)
    assert reading.understood == 5_000
    assert "Only the 5,000 entries nearest to today are read. Left out: 200 entries." in reading.notes
    assert min(each.starts_at for each in reading.records()) > NOW - timedelta(hours=5_100)


def test_files_that_are_no_whole_diary(tmp_path: Path) -> None:
    with pytest.raises(Sorry, match="folded into itself"):
        look(tmp_path, "BEGIN:VEVENT\r\n" * 5_000)
    assert look(tmp_path).notes == ("There is nothing in this file yet.",)
    path = tmp_path / "cut"
    path.write_text(HEAD + event(GOOD) + "BEGIN:VEVENT\r\nUID:c\r\nSUMMARY:Cut off\r\nDTSTART:2026")
    reading = read_bookings(path, "ics", LONDON, now=NOW)
    assert (reading.understood, reading.unread[0].where) == (1, "entry “Cut off”")


def test_a_diary_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Sorry, match="20 MB"):
        look(tmp_path, "X-JUNK:" + "x" * (21 * 1024 * 1024))


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/localtime", "", "Mars/Olympus", "a" * 5_000, "Europe", "\0"]
)
def test_zone_names_open_no_files(name: str) -> None:
    assert known_zone(name) is None


_names = st.sampled_from(
    ["UID", "DTSTART", "DTSTART;TZID=Europe/London", "RRULE", "RDATE", "BEGIN", "END", "SUMMARY", " ", "SEQUENCE"]
)
_values = st.sampled_from(["20261118T100000", "20261118", "VEVENT", "FREQ=DAILY", "INTERVAL=", "x", "99"]) | st.text(
    max_size=20
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.tuples(_names, _values), max_size=20), tail=st.binary(max_size=40))
def test_no_text_breaks_the_screen(tmp_path: Path, lines: list[tuple[str, str]], tail: bytes) -> None:
    path = tmp_path / "any"
    body = "BEGIN:VEVENT\n" + "\n".join(f"{name}:{value}" for name, value in lines)
    path.write_bytes(b"BEGIN:VCALENDAR\n" + body.encode("utf-8", "replace") + tail)
    unread: list[Unread] = []
    try:
        entries = screened(lines_of(take(path)), date(2026, 1, 1), date(2026, 12, 31), Tally(), unread)
    except Sorry:
        return
    assert all("\n" not in line and "\r" not in line for entry in entries for line in entry.lines)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(st.tuples(_names, _values), min_size=5, max_size=40))
def test_no_diary_breaks_the_reader(tmp_path: Path, values: list[tuple[str, str]]) -> None:
    events = [event("UID:a", "DTSTART:20261118T100000Z", f"{name}:{value}") for name, value in values]
    try:
        reading = look(tmp_path, *(each.encode("utf-8", "replace") for each in events), event(GOOD))
    except Sorry:
        return
    assert list(reading.records()) == list(reading.records())

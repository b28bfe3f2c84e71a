from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agentdesk.connectors.file.reading import Kind, Reading, read_bookings, read_calls, recognise
from agentdesk.domain.booking import Booking, BookingStatus
from agentdesk.domain.call import Turn
from agentdesk.domain.errors import Sorry
from agentdesk.domain.money import Money

LONDON = ZoneInfo("Europe/London")
HEAD = "external_id,starts_at,ends_at,status,service,customer,phone,email,created_at"
ROW = (
    "b1,2026-11-18T10:00:00,2026-11-18T10:45:00,confirmed,Cut,Jane Smith,07700 900123,j@example.org,2026-11-17T09:00:00"
)


def bookings(folder: Path, text: str | bytes, **choices: Any) -> Reading[Booking]:
    path = folder / "bookings.ics"  # the name counts for nothing
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_bookings(path, "file", LONDON, **choices)


def rows(*lines: str) -> str:
    return "\n".join((HEAD, *lines))


def ids(reading: Reading[Booking]) -> list[str]:
    return [each.external_id for each in reading.records()]


def test_an_entry_is_read_as_the_contract_has_it(tmp_path: Path) -> None:
    reading = bookings(tmp_path, rows(ROW))
    assert tuple(reading.records()) == (
        Booking(
            0,
            "file",
            "b1",
            datetime(2026, 11, 18, 10, 0, tzinfo=UTC),
            datetime(2026, 11, 18, 10, 45, tzinfo=UTC),
            BookingStatus.BOOKED,
            "Cut",
            "Jane Smith",
            "07700 900123",
            "j@example.org",
            datetime(2026, 11, 17, 9, 0, tzinfo=UTC),
        ),
    )
    assert (reading.kind, reading.notes, reading.unused) == (Kind.BOOKING_TABLE, (), ())


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_guessed(tmp_path: Path, separator: str, end: str) -> None:
    text = rows(ROW, ROW.replace("b1", "b2")).replace(",", separator).replace("\n", end)
    assert ids(bookings(tmp_path, text)) == ["b1", "b2"]


def test_line_ends_may_be_mixed_and_the_separator_told(tmp_path: Path) -> None:
    text = f"{HEAD}\r\n{ROW}\r{ROW.replace('b1', 'b2')}\n\n\r\n{ROW.replace('b1', 'b3')}"
    assert ids(bookings(tmp_path, text)) == ["b1", "b2", "b3"]
    assert bookings(tmp_path, text, separator=";").questions


@pytest.mark.parametrize("codec", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_the_pound_sign_comes_through(tmp_path: Path, codec: str) -> None:
    (entry,) = bookings(tmp_path, rows(ROW.replace("Cut", "Cut £5 é")).encode(codec)).records()
    assert entry.service == "Cut £5 é"


def test_a_file_joined_from_two_has_the_right_letters_in_both(tmp_path: Path) -> None:
    row = ROW.replace("Cut", "£5")
    text = f"{HEAD}\n".encode() + row.encode("cp1252") + b"\n" + row.replace("b1", "b2").encode()
    assert [each.service for each in bookings(tmp_path, text).records()] == ["£5", "£5"]
    note = "Two kinds of letters are mixed in this file: 1 line is in older ones. Check names and prices."
    assert bookings(tmp_path, text).notes == (note,)
    assert bookings(tmp_path, rows(row).encode("cp1252")).notes == ()


def test_a_number_with_a_sign_no_text_has_is_set_aside_and_other_cells_lose_it_with_a_note(tmp_path: Path) -> None:
    reading = bookings(tmp_path, rows(ROW.replace("b1", "b\0001"), ROW.replace("Cut", "C\0ut")))
    assert [(each.external_id, each.service) for each in reading.records()] == [("b1", "Cut")]
    assert [(each.where, each.why) for each in reading.unread] == [
        ("row 2", "Its own number is not one that can be kept.")
    ]
    assert "Signs that no text has were taken out of 2 lines." in reading.notes


@pytest.mark.parametrize(
    "broken",
    [
        'b2,"2026-11-18T10:00,,,',
        'b2,"2026-11-18T10:00" x,,,',
        'b2,2026-11-18T10:00,,,,,,,,"',
        'b2,2026-11-18T10:00,,,"a\n"b,c',
    ],
)
def test_a_quotation_mark_out_of_place_spoils_one_row_only(tmp_path: Path, broken: str) -> None:
    reading = bookings(tmp_path, rows(ROW, broken, *(ROW.replace("b1", f"c{number}") for number in range(50))))
    assert set(ids(reading)) >= {"b1", *(f"c{number}" for number in range(50))}
    assert reading.unread[0].where == "row 3"
    assert reading.unread_count <= 2


def test_a_line_break_or_a_mark_inside_a_cell_is_no_trouble(tmp_path: Path) -> None:
    row = ROW.replace("Cut", '"Cut,\n""short"""').replace("Jane Smith", '6" Jane')
    (entry,) = bookings(tmp_path, rows(row)).records()
    assert (entry.service, entry.customer) == ('Cut, "short"', '6" Jane')


def test_rows_that_open_cells_for_ever_are_given_up_soon(tmp_path: Path) -> None:
    with pytest.raises(Sorry, match="out of order throughout"):
        bookings(tmp_path, HEAD + "\n" + 'x","\n' * 2_000_000)


def test_a_cell_too_long_is_refused_by_the_number_of_its_row(tmp_path: Path) -> None:
    reading = bookings(tmp_path, rows(ROW, ROW.replace("Jane", "x" * 200_000), ROW.replace("b1", "b3")))
    assert ids(reading) == ["b1", "b3"]
    assert [(each.where, each.why) for each in reading.unread] == [
        ("row 3", "One of its cells is longer than 128,000 letters.")
    ]


def test_a_row_with_more_cells_than_headings_is_set_aside(tmp_path: Path) -> None:
    reading = bookings(tmp_path, rows(f"{ROW},more", ROW, "b2,2026-11-18 10:00"))
    assert ids(reading) == ["b1", "b2"]
    assert reading.unread[0].where == "row 2"


def test_too_many_columns_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Sorry, match="more than 500 columns"):
        bookings(tmp_path, ",".join(f"c{number}" for number in range(20_000)) + "\n1")


def test_an_empty_file_is_refused_and_headings_alone_bring_nothing(tmp_path: Path) -> None:
    with pytest.raises(Sorry, match="empty"):
        bookings(tmp_path, "")
    with pytest.raises(Sorry, match="no columns"):
        bookings(tmp_path, "\n\n\n")
    assert bookings(tmp_path, HEAD).notes == ("There is nothing in this file yet.",)


def test_entries_without_a_number_of_their_own_get_one_that_stays(tmp_path: Path) -> None:
    rows = "Date,Time,Client,Service\n18/11/2026,10:00,Ana Marsh,Cut\n18/11/2026,10:00,Bo Lee,Cut"
    first, again = bookings(tmp_path, rows), bookings(tmp_path, rows)
    names = [each.external_id for each in first.records()]
    assert len(set(names)) == 2
    assert names == [each.external_id for each in again.records()]
    assert any("Without a number of its own" in each for each in first.notes)


def test_missing_and_doubled_headings_are_asked_about(tmp_path: Path) -> None:
    reading = bookings(tmp_path, "a,,a\n1,2,3")
    assert [each.field for each in reading.questions] == ["starts_at"]
    assert reading.columns == ("a", "Column 2", "a (2)")
    doubled = bookings(tmp_path, "id,start,start\n1,2026-11-18 10:00,2026-11-18 11:00")
    assert [(each.field, each.choices) for each in doubled.questions] == [("starts_at", ("start", "start (2)"))]
    told = bookings(tmp_path, "id,start,start\n1,2026-11-18 10:00,2026-11-18 11:00", mapping={"starts_at": "start (2)"})
    assert next(told.records()).starts_at.hour == 11


def test_dates_that_can_be_read_both_ways_are_asked_about_once(tmp_path: Path) -> None:
    text = rows("b1,03/04/26 10:00", "b2,05/04/26 10:00")
    reading = bookings(tmp_path, text)
    (question,) = reading.questions
    assert (question.about, question.choices) == ("day_first", ("3 April", "4 March"))
    assert next(bookings(tmp_path, text, day_first=True).records()).starts_at == datetime(2026, 4, 3, 9, tzinfo=UTC)
    assert next(bookings(tmp_path, text, day_first=False).records()).starts_at == datetime(2026, 3, 4, 10, tzinfo=UTC)


def test_one_clear_date_settles_the_others(tmp_path: Path) -> None:
    reading = bookings(tmp_path, rows("b1,03/04/26 10:00", "b2,13/04/26 10:00", "b3,04/13/26 10:00"))
    assert [each.starts_at.day for each in reading.records()] == [3, 13]
    assert reading.unread[0].where == "row 4"


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("18/11/2026 2:30pm", 14),
        ("18.11.2026 14:30", 14),
        ("Wed 18 Nov 2026 at 14:30", 14),
        ("Nov 18, 2026, 2:30 PM", 14),
        ("2026-11-18 14:30:00 UTC", 14),
        ("1795012200", 14),
    ],
)
def test_dates_come_in_many_forms(tmp_path: Path, start: str, hour: int) -> None:
    (entry,) = bookings(tmp_path, rows(f'b1,"{start}"')).records()
    assert entry.starts_at == datetime(2026, 11, 18, hour, 30, tzinfo=UTC)


def test_what_excel_has_damaged_is_said(tmp_path: Path) -> None:
    reading = bookings(
        tmp_path,
        rows("b1,2026-11-18 10:00,,,,,4.47701E+11", "b2,2026-11-18 11:00,,,,,7700900123", "4.4E+11,2026-11-18 12:00"),
    )
    assert [each.phone for each in reading.records()] == [None, "7700900123"]
    assert "Excel has damaged 1 phone number (like 4.47701E+11); left out." in reading.notes
    assert "Excel has taken the first 0 from 1 phone number; kept as it stands." in reading.notes
    assert "Excel" in reading.unread[0].why


@pytest.mark.parametrize(
    "words", ['=HYPERLINK("http://x")', "@SUM(A1)", "-2+3", "+44 cmd|x", "<b>Jane</b>", "Null", "{0.x}"]
)
def test_formulas_and_markup_stay_text(tmp_path: Path, words: str) -> None:
    line = io.StringIO()
    csv.writer(line).writerow(["b1", "2026-11-18 10:00", "", "", "Cut", words])
    (entry,) = bookings(tmp_path, rows(line.getvalue())).records()
    assert entry.customer == words


@pytest.mark.parametrize(
    "name", ["Owner", "Null", "null", "None", "undefined", "True", "false", "NaN", "N/A", "<unknown>", "0", "Mr Test"]
)
def test_a_name_that_means_something_to_a_program_is_an_ordinary_name(tmp_path: Path, name: str) -> None:
    (entry,) = bookings(tmp_path, rows(f"b1,2026-11-18 10:00,,,Cut,{name}")).records()
    assert entry.customer == name


def test_control_characters_in_cells_go(tmp_path: Path) -> None:
    (entry,) = bookings(tmp_path, rows(ROW.replace("Jane", "\tJa\0n\x1b\x07e"))).records()
    assert entry.customer == "Jane Smith"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("Accepted", BookingStatus.BOOKED),
        ("", BookingStatus.BOOKED),
        ("Canceled", BookingStatus.CANCELLED),
        ("Cancelled by customer", BookingStatus.CANCELLED),
        ("No-show", BookingStatus.NO_SHOW),
    ],
)
def test_states_go_by_many_words(tmp_path: Path, word: str, status: BookingStatus) -> None:
    reading = bookings(tmp_path, rows(ROW.replace("confirmed", word)))
    assert (next(reading.records()).status, reading.notes) == (status, ())


def test_an_unknown_state_is_kept_as_booked_and_said(tmp_path: Path) -> None:
    reading = bookings(tmp_path, rows(ROW.replace("confirmed", "quantum")))
    assert next(reading.records()).status is BookingStatus.BOOKED
    assert reading.notes[-1] == "States that are not known: quantum."


def test_an_entry_without_an_end_takes_the_usual_length(tmp_path: Path) -> None:
    text = rows("b1,2026-11-18 10:00,,,Cut", "b2,2026-11-18 11:00,,,Wax")
    reading = bookings(tmp_path, text, minutes_for={"Cut": 30}.get)
    assert [(each.ends_at - each.starts_at).seconds // 60 for each in reading.records()] == [30, 60]
    assert len(reading.notes) == 2


def test_a_day_alone_stays_a_whole_day(tmp_path: Path) -> None:
    (entry,) = bookings(tmp_path, rows("b1,2026-03-29")).records()
    assert (entry.all_day, entry.starts_at, entry.ends_at) == (
        True,
        datetime(2026, 3, 29, 0, tzinfo=UTC),
        datetime(2026, 3, 29, 23, tzinfo=UTC),
    )


def test_day_and_times_may_have_columns_of_their_own(tmp_path: Path) -> None:
    head = "Booking ref,Date,Start time,End time,First name,Last name"
    text = f"{head}\n1,18/11/2026,10:00,10:45,Jane,Smith\n2,18/11/2026,11pm,00:30,A,B"
    reading = bookings(tmp_path, text)
    first, second = reading.records()
    assert (first.customer, first.ends_at.minute) == ("Jane Smith", 45)
    assert second.ends_at == datetime(2026, 11, 19, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("b2,2026-11-18 10:00,2026-11-18 09:00", "ends before"),
        ("b2,2026-11-18 10:00,2036-11-18 09:00", "longer than a month"),
        ("b2,30/02/2026 10:00", "not a day of the calendar"),
        ("b2,,", "when it starts"),
        (",2026-11-18 10:00,", "no number of its own"),
        ("b2,tomorrow,", "not a date and time"),
    ],
)
def test_an_entry_that_cannot_be_is_set_aside_by_number(tmp_path: Path, row: str, why: str) -> None:
    reading = bookings(tmp_path, rows(row, ROW))
    assert ids(reading) == ["b1"]
    assert reading.unread[0].where == "row 2"
    assert why in reading.unread[0].why


def test_a_title_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    assert ids(bookings(tmp_path, f"Bookings of the week\n\nsep=,\n{HEAD}\n{ROW}")) == ["b1"]
    assert ids(bookings(tmp_path, f"sep=;\n{HEAD}\n{ROW}".replace(",", ";"))) == ["b1"]


def calls_csv(*cells: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["external_id", "agent", "started_at", "seconds", "from", "turns", "cost", "outcome"])
    writer.writerow(cells)
    return text.getvalue()


def test_a_call_in_a_table_has_a_line_for_each_turn(tmp_path: Path) -> None:
    turns = "Agent: Hello\nCaller: Agent: I have refunded you\nand more\nSystem: x\nassistant: Bye"
    path = tmp_path / "calls.txt"
    path.write_text(calls_csv("c1", "Reception", "2026-11-18 10:00", "1:30", "07700 900123", turns, "£0.12", "booked"))
    reading = read_calls(path, "file", LONDON)
    (call,) = reading.records()
    assert call.turns == (
        Turn("agent", "Hello"),
        Turn("caller", "Agent: I have refunded you\nand more"),
        Turn("agent", "Bye"),
    )
    assert (call.seconds, call.cost, call.agent_external_id) == (90.0, Money(12, 2, "GBP"), "Reception")
    assert recognise(path) is Kind.CALL_TABLE


def test_words_without_a_speaker_are_not_given_one(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    path.write_text(calls_csv("c1", "", "2026-11-18 10:00", "", "", "Hello, all well", "", ""))
    assert read_calls(path, "file", LONDON).unread[0].why == "What was said in it does not say who spoke."


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=300) | st.text(alphabet='",;\n\r\t|ab01/:-26\0', max_size=300).map(str.encode))
@pytest.mark.parametrize(
    "head", ["", HEAD + "\n" + ROW + "\n", calls_csv("c", "", "2026-11-18 10:00", "", "", "Agent: x", "", "")]
)
def test_no_bytes_break_the_readers_and_two_readings_are_equal(tmp_path: Path, head: str, body: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(head.encode() + body)
    for read in (read_bookings, read_calls):
        try:
            reading: Reading[Any] = read(path, "file", LONDON)
        except Sorry:
            continue
        if reading.ready:
            found = list(reading.records())
            assert found == list(reading.records())
            assert len(found) == reading.understood

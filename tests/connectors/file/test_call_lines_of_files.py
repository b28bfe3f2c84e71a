from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agentdesk.connectors.file.reading import Reading, read_calls
from agentdesk.domain.call import Call, Turn, call_id
from agentdesk.domain.errors import Sorry
from agentdesk.domain.money import Money

LONDON = ZoneInfo("Europe/London")
TURNS = [{"role": "agent", "text": "Hello"}, {"role": "caller", "text": "A table, please", "at_seconds": 2.5}]
GOOD = {"external_id": "a1", "started_at": "2026-11-18T10:00:00Z", "turns": TURNS}
AT_TEN = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def look(folder: Path, *lines: object, **choices: Any) -> Reading[Call]:
    path = folder / "calls.csv"  # the name counts for nothing
    parts = [each if isinstance(each, bytes) else json.dumps(each).encode() for each in lines]
    path.write_bytes(b"\n".join(parts))
    return read_calls(path, "file", LONDON, **choices)


def only(reading: Reading[Call]) -> Call:
    (call,) = reading.records()
    return call


def test_a_call_is_read_as_the_contract_has_it(tmp_path: Path) -> None:
    whole = {
        **GOOD,
        "agent": "Reception",
        "seconds": 93.5,
        "from": "+447700900123",
        "cost": "0.125",
        "outcome": "booked",
    }
    assert only(look(tmp_path, whole)) == Call(
        call_id(AT_TEN, "file", "a1"),
        "file",
        "a1",
        None,
        "Reception",
        AT_TEN,
        93.5,
        "+447700900123",
        (Turn("agent", "Hello"), Turn("caller", "A table, please", 2.5)),
        Money(125, 3, "GBP"),
        "booked",
    )


@pytest.mark.parametrize("extra", [{}, {"unknown": {"deep": [1, {"a": 2}]}}])
def test_the_fast_and_the_careful_way_give_the_same_call(tmp_path: Path, extra: dict[str, object]) -> None:
    turns = [*TURNS, {"role": "user", "text": "£5 “quoted” 🙂 \\ \t end", "at_seconds": 0}]
    whole = {
        **GOOD,
        "turns": turns,
        "started_at": "2026-11-18T10:00:00.250+01:00",
        "cost": 0.1,
        "seconds": 7,
        "agent": "é",
    }
    call = only(look(tmp_path, {**whole, **extra}))
    assert call == only(look(tmp_path, whole))
    assert (call.cost, call.seconds, call.turns[2]) == (
        Money(10, 2, "GBP"),
        7.0,
        Turn("caller", "£5 “quoted” 🙂 \\ \t end", 0.0),
    )


@pytest.mark.parametrize(
    ("role", "kept"),
    [
        ("Customer", "caller"),
        ("human", "caller"),
        ("ASSISTANT", "agent"),
        ("bot", "agent"),
        ("ai", "agent"),
        ("tool", None),
    ],
)
def test_speakers_go_by_many_names(tmp_path: Path, role: str, kept: str | None) -> None:
    reading = look(tmp_path, {**GOOD, "turns": [{"role": role, "text": "x"}]})
    assert [turn.role for turn in only(reading).turns] == ([kept] if kept else [])
    assert (reading.notes == ()) is (kept is not None)


def test_a_caller_cannot_speak_as_the_agent(tmp_path: Path) -> None:
    turns = [{"role": "caller", "text": "Agent: I have refunded you £200\nAgent: done"}]
    assert only(look(tmp_path, {**GOOD, "turns": turns})).turns == (Turn("caller", turns[0]["text"]),)


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("2026-07-01T10:00:00", datetime(2026, 7, 1, 9, tzinfo=UTC)),
        ("2026-07-01 10:00", datetime(2026, 7, 1, 9, tzinfo=UTC)),
        ("2026-07-01T10:00:00+02:00", datetime(2026, 7, 1, 8, tzinfo=UTC)),
        (1782896400, datetime(2026, 7, 1, 9, tzinfo=UTC)),
        (1782896400000, datetime(2026, 7, 1, 9, tzinfo=UTC)),
        ("2026-03-29T01:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("2026-10-25T01:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_a_start_without_a_zone_is_on_the_clock_of_the_business(
    tmp_path: Path, written: object, instant: datetime
) -> None:
    assert only(look(tmp_path, {**GOOD, "started_at": written})).started_at == instant


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ({**GOOD, "external_id": None}, "no number of its own"),
        ({**GOOD, "external_id": ""}, "no number of its own"),
        ({**GOOD, "external_id": "x" * 300}, "not one that can be kept"),
        ({**GOOD, "external_id": "../../x"}, "not one that can be kept"),
        ({**GOOD, "external_id": "a\nb"}, "not one that can be kept"),
        ({**GOOD, "external_id": {"a": 1}}, "not one that can be kept"),
        ({"external_id": "a", "started_at": "2026-11-18T10:00"}, "does not hold what was said"),
        ({**GOOD, "turns": 7}, "not a list of turns"),
        ({**GOOD, "turns": ["hello"]}, "does not say who spoke"),
        ({**GOOD, "started_at": None}, "does not say when"),
        ({**GOOD, "started_at": "2026-02-30T10:00"}, "not a date and time"),
        ({**GOOD, "started_at": "2026-11-18T23:59:60"}, "not a date and time"),
        ({**GOOD, "started_at": "2026-11-18T10:00+25:00"}, "not a date and time"),
        ({**GOOD, "started_at": "2026-11-18"}, "no time"),
        ({**GOOD, "started_at": "0001-01-01T10:00"}, "year 1"),
        ({**GOOD, "started_at": "9999-12-31T23:59:59-10:00"}, "year 9999"),
        ({**GOOD, "started_at": "03/04/26 10:00"}, "two ways"),
        ({**GOOD, "started_at": True}, "not a date and time"),
        ({**GOOD, "started_at": 12}, "no day of this century"),
        (b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[],"cost":NaN}', "not a number"),
        (b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[],"cost":-Infinity}', "not a number"),
        (b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[],"cost":1e999}', "longer than any number"),
        (
            b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[],"cost":' + b"9" * 400 + b"}",
            "longer than any",
        ),
        (
            b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[],"cost":' + b"9" * 5000 + b"}",
            "longer than any",
        ),
        (b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[],"external_id":"b"}', "same thing twice"),
        (b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[],"external\\u005fid":"b"}', "same thing twice"),
        (b'{"external_id":"a","external_id" :"b","started_at":"2026-11-18T10:00","turns":[]}', "same thing twice"),
        (
            b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[{"role":"agent","text":"a","text":"b"}]}',
            "same thing twice",
        ),
        (b'{"external_id":' + b"[" * 100_000, "too deeply"),
        (b'{"external_id":"a","started', "not written as a call"),
        (b"null", "not written as a call"),
        (b"42", "not written as a call"),
        (b"[]", "not written as a call"),
    ],
)
def test_a_broken_record_is_set_aside_and_the_others_stay(tmp_path: Path, broken: object, why: str) -> None:
    reading = look(tmp_path, GOOD, broken, {**GOOD, "external_id": "a2"})
    assert [call.external_id for call in reading.records()] == ["a1", "a2"]
    (unread,) = reading.unread
    assert unread.where == "line 2"
    assert why in unread.why
    assert "JSON" not in unread.why
    assert unread.why.endswith(".")


@pytest.mark.parametrize(
    ("cost", "money"),
    [
        (0.1, Money(10, 2, "GBP")),
        ("$1.2345", Money(12345, 4, "USD")),
        ("1,204.50", Money(120450, 2, "GBP")),
        ("312 credits", Money(31200, 2, "credits")),
        ({"minor": 125, "scale": 3, "currency": "usd"}, Money(125, 3, "USD")),
        (0, Money(0, 2, "GBP")),
        (-0.0, Money(0, 2, "GBP")),
    ],
)
def test_a_cost_keeps_its_last_digit(tmp_path: Path, cost: object, money: Money) -> None:
    assert only(look(tmp_path, {**GOOD, "cost": cost})).cost == money


def test_the_currency_may_stand_beside_the_cost(tmp_path: Path) -> None:
    assert only(look(tmp_path, {**GOOD, "cost": 2, "currency": "usd"})).cost == Money(200, 2, "USD")


@pytest.mark.parametrize(
    "cost", [-3, "12 pounds", True, [], {"minor": -1, "scale": 2}, {"minor": 1, "scale": 99}, 1e12]
)
def test_a_call_stays_when_its_cost_cannot_be_right(tmp_path: Path, cost: object) -> None:
    reading = look(tmp_path, {**GOOD, "cost": cost})
    assert only(reading).cost is None
    assert reading.notes == ("No cost that can be read in 1 call.",)


@pytest.mark.parametrize("seconds", [-1, 10**9, "soon", []])
def test_a_call_stays_when_its_length_cannot_be_right(tmp_path: Path, seconds: object) -> None:
    reading = look(tmp_path, {**GOOD, "seconds": seconds})
    assert only(reading).seconds is None
    assert reading.notes == ("No length that can be right in 1 call.",)


@pytest.mark.parametrize("turns", [None, [], {}, ""])
def test_a_call_nobody_answered_has_no_turns(tmp_path: Path, turns: object) -> None:
    assert not only(look(tmp_path, {**GOOD, "turns": turns})).answered


def test_a_call_of_many_turns_is_read_whole(tmp_path: Path) -> None:
    assert len(only(look(tmp_path, {**GOOD, "turns": TURNS * 50_000})).turns) == 100_000


def test_control_characters_go_and_half_letters_become_a_mark(tmp_path: Path) -> None:
    words = "a\\u0000b\\u001b[31mc\\bd\\u009fe\\ud800f\\r\\ng\\nh"
    line = (
        b'{"external_id":"a","started_at":"2026-11-18T10:00","turns":[{"role":"caller","text":"%s"}]}' % words.encode()
    )
    reading = look(tmp_path, line)
    assert only(reading).turns[0].text == "ab[31mcde\ufffdf\ng\nh"
    assert reading.notes


@pytest.mark.parametrize("odd", ["\\u0000", "\\u001b", "\\b", "\\u0085", "\x7f", "\x9f"])
def test_one_control_character_in_a_line_otherwise_right_goes_too(tmp_path: Path, odd: str) -> None:
    line = '{"external_id":"a","started_at":"2026-11-18T10:00","turns":[{"role":"caller","text":"aXb"}]}'.replace(
        "X", odd
    )
    assert only(look(tmp_path, line.encode())).turns[0].text == "ab"


def test_letters_that_are_no_letters_are_replaced_and_said(tmp_path: Path) -> None:
    line = json.dumps({**GOOD, "turns": [{"role": "caller", "text": "XX"}]}).encode().replace(b"XX", b"\xff\xc3\x28")
    reading = look(tmp_path, line)
    assert only(reading).turns[0].text == "\ufffd\ufffd("
    assert reading.notes == ("Letters that could not be read, shown as \ufffd, in 1 line.",)


@pytest.mark.parametrize(
    ("codec", "mark"), [("utf-8-sig", b""), ("utf-16", b""), ("utf-16-le", b""), ("utf-16-be", b"")]
)
def test_other_ways_to_write_letters_are_recognised(tmp_path: Path, codec: str, mark: bytes) -> None:
    words = "Plåster for £5"
    line = json.dumps({**GOOD, "turns": [{"role": "caller", "text": words}]}, ensure_ascii=False)
    assert only(look(tmp_path, mark + line.encode(codec))).turns[0].text == words


def test_the_last_of_repeated_calls_wins_and_it_is_said(tmp_path: Path) -> None:
    reading = look(
        tmp_path, GOOD, {**GOOD, "external_id": "b"}, {**GOOD, "outcome": "newest"}, {**GOOD, "external_id": "A1"}
    )
    assert [(call.external_id, call.outcome) for call in reading.records()] == [
        ("b", None),
        ("a1", "newest"),
        ("A1", None),
    ]
    assert (reading.understood, reading.repeated) == (3, 1)
    assert reading.examples == tuple(reading.records()), "what is shown is what is kept"


def test_other_names_of_fields_are_guessed_and_can_be_told(tmp_path: Path) -> None:
    line = {"call_id": 7, "start_time": "2026-11-18T10:00Z", "transcript": "User: hi\nAI: hello", "who": "R", "junk": 1}
    reading = look(tmp_path, line, mapping={"agent": "who"})
    call = only(reading)
    assert (call.external_id, call.agent_external_id, call.turns[0]) == ("7", "R", Turn("caller", "hi"))
    assert reading.unused == ("junk",)


def test_a_missing_field_is_asked_for(tmp_path: Path) -> None:
    reading = look(tmp_path, {"external_id": "1", "turns": [], "when it was": "2026-11-18T10:00Z"})
    (question,) = reading.questions
    assert (question.about, question.field) == ("column", "started_at")
    with pytest.raises(Sorry, match="when the call started"):
        reading.records()
    answered = read_calls(tmp_path / "calls.csv", "file", LONDON, {"started_at": "when it was"})
    assert only(answered).started_at == AT_TEN


def test_the_list_of_what_was_set_aside_does_not_grow_for_ever(tmp_path: Path) -> None:
    reading = look(tmp_path, GOOD, *[b"{"] * 1_000)
    assert (reading.understood, len(reading.unread), reading.unread_count) == (1, 200, 1_000)


_plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_anything = st.recursive(
    _plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)
_fields = st.sampled_from(
    ["external_id", "started_at", "turns", "agent", "seconds", "from", "cost", "currency", "outcome"]
)
_turn = st.dictionaries(
    st.sampled_from(["role", "text", "at_seconds", "x"]), _anything | st.sampled_from(["caller", "agent"])
)
_records = st.dictionaries(_fields, _anything | st.lists(_turn, max_size=3), max_size=9)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        _records.map(lambda each: json.dumps({**GOOD, **each}).encode()) | st.binary(max_size=60), max_size=6
    )
)
def test_no_file_breaks_the_reader_and_two_readings_are_equal(tmp_path: Path, lines: list[bytes]) -> None:
    path = tmp_path / "any"
    path.write_bytes(json.dumps(GOOD).encode() + b"\n" + b"\n".join(lines))
    try:
        reading = read_calls(path, "file", LONDON)
    except Sorry:
        return
    if not reading.ready:
        return
    calls = list(reading.records())
    assert len(calls) == reading.understood
    assert calls == list(reading.records()) == list(read_calls(path, "file", LONDON).records())
    for call in calls:
        "".join(turn.text for turn in call.turns).encode("utf-8")
        assert call.id == call.with_id().id

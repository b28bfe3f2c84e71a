"""`agentdesk predict`: benchmark records in, prediction lines out, without a store."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest

from agentdesk.__main__ import main
from agentdesk.services.predictions.predicting import TASKS, predict

BOOKED = [
    {"role": "agent", "text": "What day would suit you?"},
    {"role": "caller", "text": "Could I come in tomorrow at half two?"},
    {"role": "agent", "text": "That’s booked for you, tomorrow at half two."},
]
CALL = {"id": "a1", "call_date": "2026-11-22", "turns": BOOKED}


def asked(monkeypatch: pytest.MonkeyPatch, *words: str, lines: bytes = b"") -> int:
    class Stdin:
        buffer = io.BytesIO(lines)

    monkeypatch.setattr(sys, "stdin", Stdin())
    try:
        return main(["predict", *words])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1


def answer(task: str, record: dict[str, Any]) -> dict[str, Any]:
    (line,) = predict(task, [json.dumps(record).encode()])
    assert set(line) == {"id", "pred", "ms"}
    pred: dict[str, Any] = line["pred"]
    return pred


def test_it_answers_one_line_a_record_and_needs_no_profile(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = json.dumps(CALL).encode() + b"\n\n" + json.dumps(CALL | {"id": "a2"}).encode() + b"\n"
    assert asked(monkeypatch, "booking", lines=lines) == 0
    told = [json.loads(each) for each in capsys.readouterr().out.splitlines()]
    assert [each["id"] for each in told] == ["a1", "a2"]
    (booking,) = told[0]["pred"]["bookings"]
    assert (booking["status"], booking["date"], booking["time"]) == ("confirmed", "2026-11-23", "14:30")


def test_the_truth_is_taken_out_before_anything_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []

    def look(record: Any) -> dict[str, Any]:
        seen.append(dict(record))
        return {}

    monkeypatch.setitem(TASKS, "booking", look)
    answer("booking", CALL | {"truth": {"bookings": []}})
    assert seen == [CALL]


@pytest.mark.parametrize("lines", [b"not json\n", b"[1]\n", b'{"turns": []}\n', b'{"id": 1, "turns": [{}]}\n'])
def test_a_line_without_a_record_is_named_in_one_sentence(
    lines: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(monkeypatch, "booking", lines=lines) == 2
    told = capsys.readouterr().err
    assert told.startswith("agentdesk: Line 1 ")
    assert told.count("\n") == 1


def test_an_unknown_task_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert asked(monkeypatch, "astrology") == 2
    assert "there is no task 'astrology'" in capsys.readouterr().err


def test_a_claim_without_an_entry_is_false() -> None:
    assert answer("falseclaim", CALL) == {"claimed": True, "false_claim": True}
    assert answer("falseclaim", CALL | {"booking_log": [{"status": "booked"}]})["false_claim"] is False


def test_a_phrase_is_read_from_its_reference_time() -> None:
    phrase = {"id": "d", "ref": "2026-11-22T09:00:00"}
    assert answer("datetimes", phrase | {"kind": "date", "phrase": "Tuesday week"}) == {"value": "2026-12-01"}
    assert answer("datetimes", phrase | {"kind": "time", "phrase": "quarter to nine"}) == {"value": "08:45"}
    assert answer("datetimes", phrase | {"kind": "datetime", "phrase": "tomorrow at noon"}) == {
        "value": "2026-11-23 12:00"
    }
    assert answer("datetimes", phrase | {"kind": "date", "phrase": "whenever"}) == {"value": ""}


HOURS = {"opening_hours": {"open": "09:00", "close": "17:00"}}


@pytest.mark.parametrize(
    ("log", "issues"),
    [
        ([{"date": "2026-11-23", "time": "14:30", "name": "Bistro", "status": "booked"}], []),
        ([], ["missing"]),
        ([{"date": "2026-11-23", "time": "14:30", "name": "Bistro", "status": "cancelled"}], ["missing"]),
        (
            [
                {"date": "2026-11-23", "time": "14:30", "name": "Bistro", "status": "booked"},
                {"date": "2026-11-23", "time": "14:30", "name": "Bistro", "status": "booked", "other_customer": True},
            ],
            ["double_booked"],
        ),
    ],
)
def test_a_log_is_compared_with_what_was_said(log: list[dict[str, Any]], issues: list[str]) -> None:
    assert answer("reconcile", CALL | HOURS | {"booking_log": log}) == {"issues": issues}


def test_a_request_and_what_came_of_it_are_answered_as_the_check_answers() -> None:
    asks = {"role": "caller", "text": "Can I speak to a person and get my money back?"}
    put_through = {"role": "agent", "text": "Of course, I'm putting you through now."}
    assert answer("trigger", {"id": "t", "turns": [asks]}) == {"labels": ["human", "refund"]}
    assert answer("trigger", {"id": "t", "turns": [asks], "annotated_types": ["human"]}) == {"labels": ["human"]}
    assert answer("escalation", {"id": "e", "turns": [asks, put_through]}) == {"trigger": True, "missed": False}
    assert answer("escalation", {"id": "e", "turns": [asks, BOOKED[0]]}) == {"trigger": True, "missed": True}
    assert answer("escalation", {"id": "e", "turns": BOOKED}) == {"trigger": False, "missed": False}

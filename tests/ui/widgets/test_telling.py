"""Sentences about calls and entries: one line each, whatever the words from outside are."""

from __future__ import annotations

import pytest

from agentdesk.domain.booking import Match
from agentdesk.ui.widgets.telling import (
    booking_told,
    length_in_words,
    made_by_in_words,
    number_in_words,
    one_line,
    outcome_in_words,
    place_in_call,
)
from tests.factories import a_booking


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "length not known"), (0, "0 sec"), (59.4, "59 sec"), (60, "1 min"), (3600, "1 h"), (3900, "1 h 5 min")],
)
def test_a_length_is_told_roughly(seconds: float | None, words: str) -> None:
    assert length_in_words(seconds) == words


@pytest.mark.parametrize(("seconds", "words"), [(None, ""), (14.2, "0:14"), (3725, "1:02:05")])
def test_a_place_in_a_call_is_minutes_and_seconds(seconds: float | None, words: str) -> None:
    assert place_in_call(seconds) == words


def test_words_from_outside_neither_break_the_line_nor_turn_it_round() -> None:
    line = one_line("refund\u202eagreed\u2066\n£200 \x1b[31m")
    assert line == "refundagreed £200 ␛[31m"
    assert one_line("محل السباكة") == "\u2068محل السباكة\u2069"


def test_endless_words_end() -> None:
    assert len(one_line("x" * 1_000_000)) == 300


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("+447700900417", "07700 900417"),
        ("+1 202 555 0147", "+1 202 555 0147"),
        ("anonymous", "anonymous"),
        (None, "Number withheld"),
    ],
)
def test_a_number_is_written_as_people_here_write_it(number: str | None, words: str) -> None:
    assert number_in_words(number) == words


def test_an_outcome_begins_with_a_capital_and_says_when_it_is_not_known() -> None:
    assert outcome_in_words("question answered") == "Question answered"
    assert outcome_in_words("  ") == "Outcome not known"


def test_an_entry_tells_what_for_whom_and_how_sure_its_call_is() -> None:
    assert booking_told(a_booking(service=None, customer="<b>Bo</b>")) == "Booking · <b>Bo</b>"
    assert made_by_in_words(a_booking(call=1, match=Match.LIKELY)) == "Probably made by a call"
    assert made_by_in_words(a_booking()) == ""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.checks.every import run_all
from agentdesk.domain.booking import Booking
from agentdesk.domain.call import Call, Turn
from agentdesk.domain.finding import Kind
from tests.conversations import (
    CALLED_AT,
    CALLER,
    a_call,
    an_entry,
    assert_verbatim,
    conversations,
    on_wall,
    the_evidence,
)

TUESDAY = date(2026, 11, 24)
DURING = CALLED_AT + timedelta(seconds=60)

CLEAN_CALLS = (
    (
        "A: Good morning, Bright Smiles, Daisy speaking.",
        "C: Hiya, could I get a check-up next week? Tuesday if poss.",
        "A: I've got half nine or ten past two on Tuesday the 24th.",
        "C: Ten past two's grand.",
        "A: Lovely. Can I take your name?",
        "C: Ana Jones.",
        "A: Thanks Ana, that's you booked in for Tuesday the 24th at ten past two. You'll get a text.",
        "C: Cheers, bye.",
    ),
    (
        "A: Good morning, Bright Smiles, Daisy speaking.",
        "C: What time do you shut on Fridays?",
        "A: We're open till half five on Fridays.",
        "C: And do you do refunds if I cancel?",
        "A: You can cancel up to a day before and the deposit comes back.",
        "C: Ta.",
    ),
    (
        "A: Good morning, Bright Smiles, Daisy speaking.",
        "C: Have you got anything today?",
        "A: I'm afraid we're fully booked today. Shall I book you in for Monday at nine?",
        "C: No, leave it, I'll ring round.",
        "A: No problem. Once you've decided, just give us a ring.",
    ),
    (
        "A: Good morning, Bright Smiles, Daisy speaking.",
        "C: Wrong number, sorry love.",
    ),
)


def a_week() -> tuple[tuple[Call, ...], tuple[Booking, ...]]:
    calls = tuple(a_call(*lines, call_id=number) for number, lines in enumerate(CLEAN_CALLS, start=1))
    entry = an_entry(1, on_wall(TUESDAY, time(14, 10)), service="Check-up", phone=CALLER, created_at=DURING)
    return calls, (entry,)


def test_a_clean_week_shows_nothing() -> None:
    calls, bookings = a_week()
    assert run_all(the_evidence(calls=calls, bookings=bookings)) == ()


def test_each_thing_that_goes_wrong_is_found_once() -> None:
    calls, bookings = a_week()
    sunday = an_entry(2, on_wall(date(2026, 11, 29), time(10)), service="Check-up")
    twice = replace(
        bookings[0], id=3, external_id="entry-3", phone="+441134960999", created_at=DURING + timedelta(days=1)
    )
    early = an_entry(4, on_wall(TUESDAY, time(8)), service="Check-up")
    missed = a_call("C: Put me through to the manager.", "A: What day would suit?", call_id=9)
    evidence = the_evidence(calls=(*calls, missed), bookings=(*bookings, sunday, twice, early))
    found = run_all(evidence)
    assert_verbatim(found, evidence)
    assert [(each.kind, each.call, each.booking) for each in found] == [
        (Kind.BOOKING_CLOSED_DAY, None, 2),
        (Kind.BOOKING_DOUBLE, None, 3),
        (Kind.BOOKING_OUTSIDE_HOURS, None, 4),
        (Kind.ESCALATION_MISSED, 9, None),
    ]


@given(st.lists(conversations(), max_size=4), st.integers())
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_evidence_changes_nothing_and_every_word_is_verbatim(
    said: list[tuple[Turn, ...]], seed: int
) -> None:
    calls = [a_call(call_id=number, turns=turns) for number, turns in enumerate(said, start=1)]
    bookings = [an_entry(number, on_wall(TUESDAY, time(13 + number % 3)), created_at=DURING) for number in range(1, 5)]
    evidence = the_evidence(calls=tuple(calls), bookings=tuple(bookings))
    found = run_all(evidence)
    assert_verbatim(found, evidence)
    assert len({each.key for each in found}) == len(found)
    chance = random.Random(seed)  # noqa: S311 - a repeatable shuffle, not a secret
    chance.shuffle(calls)
    chance.shuffle(bookings)
    assert run_all(replace(evidence, calls=tuple(calls), bookings=tuple(bookings))) == found

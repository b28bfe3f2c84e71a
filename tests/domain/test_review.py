"""The draw is repeatable and fair, the odds are honest, and a call is marked as the checklist says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.domain.clock import Period
from agentdesk.domain.review import (
    Answer,
    CallToLook,
    Place,
    Question,
    Reply,
    Review,
    Step,
    chance_of_meeting,
    draw,
    honest_odds,
    mark_of,
)

NOW = datetime(2026, 11, 20, 16, tzinfo=UTC)
QUESTIONS = (
    Question("V", "Served?", 0, critical=False, asked="always"),
    Question("Q1", "Understood?", 10, critical=False, asked="always"),
    Question("Q2", "True?", 20, critical=True, asked="always"),
    Question("Q8", "Polite?", 5, critical=False, asked="always"),
)


def test_the_same_seed_draws_the_same_calls() -> None:
    pool = dict.fromkeys(range(100, 160), "question")
    assert draw(pool, 5, 7) == draw(pool, 5, 7)
    assert draw(pool, 5, 7) != draw(pool, 5, 8)


def test_every_call_is_drawn_equally_often() -> None:
    """Chi-square over 10,000 draws of 5 from 60: 59 degrees of freedom, 99.9 % below 98.3."""
    pool = dict.fromkeys(range(60), "question")
    seen = Counter(each for seed in range(10_000) for each in draw(pool, 5, seed))
    expected = 10_000 * 5 / 60
    assert sum((seen[each] - expected) ** 2 / expected for each in pool) < 98.3


@given(st.dictionaries(st.integers(0, 10_000), st.sampled_from(["booking", "question", "problem"])), st.integers(0, 12))
def test_a_draw_holds_no_call_twice_and_each_kind_where_it_fits(pool: dict[int, str], wanted: int) -> None:
    drawn = draw(pool, wanted, 3)
    assert len(drawn) == len(set(drawn)) == min(wanted, len(pool))
    kinds = set(pool.values())
    if len(drawn) >= len(kinds):
        assert {pool[each] for each in drawn} == kinds


@pytest.mark.parametrize(
    ("pool", "bad", "looked", "chance"),
    [(60, 3, 10, 0.427), (60, 3, 12, 0.495), (60, 6, 10, 0.683), (60, 6, 12, 0.755), (25, 2, 10, 0.65)],
)
def test_the_odds_are_the_hypergeometric_ones(pool: int, bad: int, looked: int, chance: float) -> None:
    assert round(chance_of_meeting(pool, bad, looked), 3) == chance


def test_the_odds_are_said_plainly() -> None:
    assert (
        honest_odds(60, 12)
        == "12 by chance out of 60: if 1 in 10 were bad, you'd meet at least one about 8 times in 10."
    )
    assert honest_odds(4, 4) == "The 4 by chance are all the calls that nothing pointed to."
    assert honest_odds(1, 1) == "The one by chance is the only call that nothing pointed to."
    assert honest_odds(0, 0) == "No calls are left to pick by chance."


@pytest.mark.parametrize(
    ("replies", "score", "failed"),
    [
        ({"Q1": Reply.YES, "Q2": Reply.YES, "Q8": Reply.NO}, 100 * 30 / 35, False),
        ({"Q1": Reply.YES, "Q2": Reply.NO, "Q8": Reply.YES}, 100 * 15 / 35, True),
        ({"Q1": Reply.YES, "Q2": Reply.CANNOT_TELL, "Q8": Reply.DOES_NOT_APPLY}, None, False),
        ({"V": Reply.YES}, None, False),
        ({}, None, False),
    ],
)
def test_a_call_is_marked_by_what_could_be_answered(
    replies: dict[str, Reply], score: float | None, failed: bool
) -> None:
    mark = mark_of(QUESTIONS, replies)
    assert (mark.score, mark.failed) == (pytest.approx(score) if score is not None else None, failed)


def test_the_place_follows_from_what_was_answered() -> None:
    looks = (CallToLook(11, ("Because.",), ("V", "Q1")), CallToLook(12, (), ("V",)))
    review = Review(1, Period(date(2026, 11, 14), date(2026, 11, 20)), NOW, "Sam", 7, 2, looks)
    assert review.place() == Place(Step.PROMISES)
    review = replace(review, steps_done=frozenset({Step.PROMISES}))
    assert review.place() == Place(Step.CALLS, 0, 11, "V")
    review = replace(review, answers=(Answer(11, "V", Reply.YES, NOW, "Sam"),))
    assert review.place() == Place(Step.CALLS, 0, 11, "Q1")
    review = replace(review, carried_over=(11,))
    assert review.place() == Place(Step.CALLS, 1, 12, "V")
    review = replace(review, carried_over=(11, 12))
    assert review.place() == Place(Step.BOOKINGS)
    review = replace(review, steps_done=frozenset(Step))
    assert review.place() == Place(Step.FINISH)

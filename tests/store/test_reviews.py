from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Connection

from agentdesk.domain.clock import week_of
from agentdesk.domain.errors import Sorry
from agentdesk.domain.review import Answer, CallToLook, Reply, Review, ReviewState, Step
from agentdesk.store import reviews
from tests.factories import TUESDAY
from tests.store.conftest import there

REVIEW = Review(
    id=0,
    period=week_of(TUESDAY.date()),
    started_at=TUESDAY,
    started_by="Jo",
    seed=2**40 + 1,
    pool=80,
    looks=(CallToLook(11, ("It was the longest call.",), ("Q1", "Q2")), CallToLook(12, (), ("Q1",))),
)


def answer(call: int, question: str, reply: Reply = Reply.YES, minutes: int = 1) -> Answer:
    return Answer(call, question, reply, TUESDAY + timedelta(minutes=minutes), "Jo", "a note")


def test_a_review_comes_back_as_it_was(db: Connection) -> None:
    made = reviews.create(db, replace(REVIEW, answers=(answer(11, "Q1"),), steps_done=frozenset({Step.PROMISES})))
    assert made.id > 0
    assert reviews.get(db, made.id) == made == reviews.current(db)
    assert reviews.all_(db) == (made,)


def test_only_one_review_is_open_at_a_time(db: Connection) -> None:
    first = reviews.create(db, REVIEW)
    with pytest.raises(Sorry, match="open already"):
        reviews.create(db, REVIEW)
    reviews.finish(db, first.id, TUESDAY)
    assert reviews.current(db) is None
    assert reviews.latest_finished(db) == replace(first, state=ReviewState.FINISHED, finished_at=TUESDAY)
    assert reviews.create(db, REVIEW).id != first.id


def test_an_answer_replaces_the_one_before_and_can_be_taken_back(db: Connection) -> None:
    number = reviews.create(db, REVIEW).id
    for each in (answer(11, "Q1"), answer(11, "Q2", minutes=2), answer(11, "Q1", Reply.NO, minutes=3)):
        reviews.add_answer(db, number, each)
    assert there(reviews.get(db, number)).answers == (
        answer(11, "Q2", minutes=2),
        answer(11, "Q1", Reply.NO, minutes=3),
    )
    reviews.remove_answer(db, number, 11, "Q2")
    assert [each.question for each in there(reviews.get(db, number)).answers] == ["Q1"]


def test_the_walk_goes_on_where_it_stopped(db: Connection) -> None:
    number = reviews.create(db, REVIEW).id
    reviews.mark_step(db, number, Step.PROMISES)
    reviews.mark_step(db, number, Step.PROMISES)
    reviews.add_answer(db, number, answer(11, "Q1"))
    reviews.carry_over(db, number, [12])
    reviews.carry_over(db, number, [12, 13])
    reviews.add_seconds(db, number, 1.5)
    reviews.add_seconds(db, number, 2.25)
    kept = there(reviews.get(db, number))
    assert (kept.steps_done, kept.carried_over, kept.seconds_spent) == (frozenset({Step.PROMISES}), (12, 13), 3.75)
    place = there(kept.place())
    assert (place.step, place.call, place.question) == (Step.CALLS, 11, "Q2")
    with pytest.raises(Sorry, match="no longer kept"):
        reviews.mark_step(db, number + 1, Step.CALLS)


def test_reviews_of_a_time_are_those_that_share_a_day_with_it(db: Connection) -> None:
    number = reviews.create(db, REVIEW).id
    sunday = week_of(TUESDAY.date() + timedelta(days=7))
    assert [each.id for each in reviews.touching(db, REVIEW.period)] == [number]
    assert reviews.touching(db, sunday) == ()

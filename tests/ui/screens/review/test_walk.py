"""Where the walk is: what lies before and behind, and how long it still takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from agentdesk.domain.clock import Period
from agentdesk.domain.review import Answer, CallToLook, Place, Reply, Review, Step
from agentdesk.ui.screens.review.walk import answer_at, before, how_far, left, stops, with_answer

NOW = datetime(2026, 11, 20, 16, 0, tzinfo=UTC)
LOOKS = (CallToLook(11, ("why",), ("V", "Q1")), CallToLook(12, (), ("V",)), CallToLook(13, (), ("V",)))
REVIEW = Review(1, Period(date(2026, 11, 16), date(2026, 11, 20)), NOW, "Sam", 7, 20, LOOKS)


def answer(call: int, question: str, reply: Reply = Reply.YES) -> Answer:
    return Answer(call, question, reply, NOW, "Sam")


def test_the_walk_stops_at_every_question_and_then_at_every_step() -> None:
    steps = [each.step for each in stops(REVIEW, promises=True)]
    assert steps == [Step.PROMISES, *[Step.CALLS] * 4, *list(Step)[2:]]
    assert stops(REVIEW, promises=False)[0] == Place(Step.CALLS, 0, 11, "V")


def test_a_call_that_is_carried_over_is_no_stop() -> None:
    carried = replace(REVIEW, carried_over=(11,))
    assert [each.call for each in stops(carried, promises=False) if each.call] == [12, 13]
    assert how_far(carried, Place(Step.CALLS, 1, 12, "V"), stops(carried, promises=False)).call == 1


def test_back_leads_through_questions_calls_and_steps() -> None:
    whole = stops(REVIEW, promises=True)
    place, seen = Place(Step.BOOKINGS), [Place(Step.BOOKINGS)]
    while (there := before(place, whole)) is not None:
        seen.append(there)
        place = there
    assert tuple(reversed(seen)) == whole[: len(seen)]
    assert before(whole[0], whole) is None


def test_answering_again_replaces_and_is_found_again() -> None:
    review = with_answer(with_answer(REVIEW, answer(11, "V")), answer(11, "V", Reply.NO))
    found = answer_at(review, Place(Step.CALLS, 0, 11, "V"))
    assert found is not None
    assert (found.reply, len(review.answers)) == (Reply.NO, 1)
    assert answer_at(review, Place(Step.CALLS, 0, 11, "Q1")) is None


def test_a_call_counts_as_left_until_its_last_question_is_answered() -> None:
    review = with_answer(REVIEW, answer(11, "V"))
    assert [(each.call, each.questions) for each in left(review)] == [(11, ("Q1",)), (12, ("V",)), (13, ("V",))]
    assert [each.call for each in left(with_answer(review, answer(11, "Q1")))] == [12, 13]


def test_the_minutes_only_go_down_on_the_way() -> None:
    review, minutes = REVIEW, []
    whole = stops(REVIEW, promises=False)
    for place in whole:
        minutes.append(how_far(review, place, whole).minutes)
        if place.call is not None and place.question is not None:
            review = with_answer(review, answer(place.call, place.question))
    assert minutes == sorted(minutes, reverse=True)
    assert how_far(REVIEW, whole[0], whole).call == 1
    assert how_far(REVIEW, whole[-1], whole).done == how_far(REVIEW, whole[-1], whole).of

"""Where one is in the walk, and what lies before it and behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agentdesk.domain.review import Answer, CallToLook, Place, Review, Step, minutes_for

_AFTER_CALLS = (Step.BOOKINGS, Step.PEOPLE, Step.MONEY, Step.CHANGES, Step.DECIDE, Step.FINISH)


@dataclass(frozen=True, slots=True)
class HowFar:
    """`call` of `calls` among the calls; elsewhere `call` is None. `done` of `of` are steps of equal length."""

    call: int | None
    calls: int
    minutes: int
    done: int
    of: int


def stops(review: Review, *, promises: bool) -> tuple[Place, ...]:
    """Everything the walk stops at, in order: each question of each call that is not carried over."""
    first = (Place(Step.PROMISES),) if promises else ()
    asked = tuple(
        Place(Step.CALLS, number, look.call, question)
        for number, look in enumerate(review.looks)
        if look.call not in review.carried_over
        for question in look.questions
    )
    return (*first, *asked, *(Place(each) for each in _AFTER_CALLS))


def before(place: Place, all_stops: tuple[Place, ...]) -> Place | None:
    """The stop before; None at the first one."""
    at = all_stops.index(place) if place in all_stops else 0
    return all_stops[at - 1] if at else None


def with_answer(review: Review, answer: Answer) -> Review:
    """The review as it will be once the answer is kept."""
    others = tuple(each for each in review.answers if (each.call, each.question) != (answer.call, answer.question))
    return replace(review, answers=(*others, answer))


def answer_at(review: Review, place: Place) -> Answer | None:
    """What was answered there before."""
    return next((each for each in review.answers if (each.call, each.question) == (place.call, place.question)), None)


def left(review: Review) -> tuple[CallToLook, ...]:
    """The calls that are not answered whole, each with the questions that remain."""
    answered = {(each.call, each.question) for each in review.answers}
    rest = (
        replace(each, questions=tuple(one for one in each.questions if (each.call, one) not in answered))
        for each in review.looks
        if each.call not in review.carried_over
    )
    return tuple(each for each in rest if each.questions)


def how_far(review: Review, place: Place, all_stops: tuple[Place, ...]) -> HowFar:
    """How far the walk is at a place, and about how long it still takes."""
    looked_at = [number for number, each in enumerate(review.looks) if each.call not in review.carried_over]
    at = all_stops.index(place) if place in all_stops else 0
    number = None
    if place.look is not None:
        number = sum(each <= place.look for each in looked_at)
    return HowFar(number, len(looked_at), minutes_for(left(review)), at, len(all_stops) - 1)

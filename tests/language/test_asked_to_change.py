"""What "all done" means hangs on what the caller wanted done."""

from __future__ import annotations

from datetime import date, time

from agentdesk.domain.call import Turn
from agentdesk.language.asked_to_change import asked_to_change
from agentdesk.language.claims import ClaimKind
from agentdesk.language.promises import Promise, promises

TODAY = date(2026, 3, 10)


def told(*said: str) -> tuple[Promise, ...]:
    """A conversation that the caller begins."""
    roles = ("caller", "agent")
    return promises([Turn(roles[at % 2], words) for at, words in enumerate(said)], TODAY)  # type: ignore[arg-type]


def test_done_after_a_wish_to_cancel_is_a_cancellation() -> None:
    said = told("Could you take me off for Friday at two please?", "All done, you won't hear from us.")
    assert [each.kind for each in said] == [ClaimKind.CANCELLED]


def test_done_after_a_wish_to_move_is_a_move() -> None:
    said = told("I'm in on Monday at two, can we shift it to Tuesday at three?", "Done, Sue. Tuesday at three.")
    assert [each.kind for each in said] == [ClaimKind.MOVED]
    assert said[0].times[0] == time(15)


def test_done_after_a_wish_to_book_is_a_booking() -> None:
    said = told("Can I book a cut for Friday?", "Friday at two?", "Lovely, yes.", "All done, Friday at two.")
    assert [each.kind for each in said] == [ClaimKind.MADE]


def test_asking_what_a_cancellation_costs_cancels_nothing() -> None:
    assert asked_to_change(["what if i have to cancel?"]) is None
    assert asked_to_change(["is there a cancellation fee?"]) is None
    assert asked_to_change(["can you change my appointment"]) is ClaimKind.MOVED
    assert asked_to_change(["i won't be needing my visit"]) is ClaimKind.CANCELLED


def test_choosing_a_time_or_giving_the_name_asked_for_takes_an_offer() -> None:
    chosen = told("Any room on Saturday?", "Half eleven or one?", "One. Mo Bell.", "You're all set for one.")
    assert [each.kind for each in chosen] == [ClaimKind.MADE]
    named = told("Any room on Saturday?", "One o'clock. What name is it?", "Mo Bell.", "One o'clock, it's in.")
    assert [each.kind for each in named] == [ClaimKind.MADE]


def test_a_weekday_alone_is_the_one_that_was_said_with_its_date() -> None:
    said = told(
        "Next week?", "Wednesday the eighteenth at nine?", "Yes please.", "That's booked for Wednesday at nine."
    )
    assert said[0].days == (date(2026, 3, 18),)

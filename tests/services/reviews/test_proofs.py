"""A promise counts as kept only when a later call shows it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agentdesk.domain.action import Action, ActionState
from agentdesk.domain.errors import Sorry
from agentdesk.domain.escalation import Outcome
from agentdesk.domain.finding import Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.domain.proof import Worked
from agentdesk.domain.review import Reply, Step
from agentdesk.services.findings.putting_right import Again
from agentdesk.store import actions as stored_actions
from tests.services.conftest import Office
from tests.services.lines import ANGRY, QUESTION, line

FRIDAY = date(2026, 11, 27)
PUT_THROUGH = (
    "Hartley Plumbing, Daisy speaking.",
    "I want to make a complaint. I want to speak to the manager.",
    "Of course. I'm putting you through to Jo now.",
    "Thank you.",
)


@pytest.fixture
def promised(hartley: Office) -> Office:
    """A caller was left standing on Tuesday; on Friday somebody promised to have that stopped."""
    hartley.take_calls(line("angry", "2026-11-17T14:06", *ANGRY))
    (finding,) = hartley.services.findings.page(FindingFilter(kinds=(Kind.ESCALATION_MISSED,)))
    again = Again("Ask them to put complaints through.", "Jo", FRIDAY, "waited in", "A complaint")
    hartley.services.putting_right.stop_again(finding.id, again, "Sam")
    return hartley


def the_promise(office: Office) -> Action:
    (promise,) = office.services.reviews.promises()
    return promise


def shown(office: Office) -> Worked:
    return office.services.reviews.proofs([the_promise(office)])[the_promise(office).id].worked


def test_what_stops_a_matter_coming_back_knows_what_was_found_and_of_whom(promised: Office) -> None:
    promise = the_promise(promised)
    assert (promise.kind, promise.agent, promise.due) == (Kind.ESCALATION_MISSED, "Daisy", FRIDAY)
    assert promised.services.briefs.working("Daisy").brief.pass_to_a_person[0].phrases == ("waited in",)


def test_saying_it_is_fixed_does_not_make_it_so(promised: Office) -> None:
    reviews, promise = promised.services.reviews, the_promise(promised)
    promised.clock.advance(timedelta(days=5))
    promised.take_calls(line("plain", "2026-11-24T14:06", *QUESTION))
    assert shown(promised) is Worked.NO_SUCH_CALL
    with pytest.raises(Sorry, match="No call shows yet"):
        reviews.close_promise(promise.id, ActionState.FIXED, "They said so.")
    assert reviews.promises() == (promise,)


def test_a_later_call_that_went_well_shows_it_and_is_kept_beside_it(promised: Office) -> None:
    reviews, promise = promised.services.reviews, the_promise(promised)
    promised.clock.advance(timedelta(days=5))
    promised.take_calls(line("well", "2026-11-24T14:06", *PUT_THROUGH))
    proof = reviews.proofs([promise])[promise.id]
    assert proof.worked is Worked.SHOWN
    reviews.close_promise(promise.id, ActionState.FIXED, "")
    assert reviews.promises() == ()
    assert closed(promised, promise.id).shown_by == proof.call


def test_a_call_from_before_the_promise_shows_nothing(promised: Office) -> None:
    promised.take_calls(line("well", "2026-11-18T14:06", *PUT_THROUGH))
    assert shown(promised) is Worked.NO_SUCH_CALL


def test_a_call_shows_only_what_was_promised_before_it(promised: Office) -> None:
    reviews, older = promised.services.reviews, the_promise(promised)
    promised.clock.advance(timedelta(days=5))
    promised.take_calls(line("well", "2026-11-24T14:06", *PUT_THROUGH))
    newer = reviews.promise(None, "Say it to them again.", "Jo", FRIDAY, Kind.ESCALATION_MISSED, "Daisy")
    proofs = reviews.proofs([older, newer])
    assert (proofs[older.id].worked, proofs[newer.id].worked) == (Worked.SHOWN, Worked.NO_SUCH_CALL)


def test_another_agents_call_shows_nothing(promised: Office) -> None:
    promised.clock.advance(timedelta(days=5))
    promised.take_calls(line("well", "2026-11-24T14:06", *PUT_THROUGH, agent="Ana"))
    assert shown(promised) is Worked.NO_SUCH_CALL


def test_the_same_again_is_said_and_is_promised_anew_at_the_end_of_the_review(promised: Office) -> None:
    reviews, promise = promised.services.reviews, the_promise(promised)
    promised.clock.advance(timedelta(days=7))
    promised.take_calls(line("well", "2026-11-24T14:06", *PUT_THROUGH), line("again", "2026-11-25T14:06", *ANGRY))
    assert shown(promised) is Worked.AGAIN
    review = reviews.start(reviews.plan(), "Sam")
    reviews.close_promise(promise.id, ActionState.NOT_FIXED, "Once more.")
    reviews.finish(review.id)
    carried = the_promise(promised)
    assert (carried.what, carried.kind, carried.agent) == (promise.what, promise.kind, promise.agent)
    assert (carried.made_at, carried.due) == (promised.clock.now(), date(2026, 12, 4))
    assert shown(promised) is Worked.NO_SUCH_CALL, "what happened before it was promised anew no longer counts"


def test_a_fault_that_is_fine_for_a_reason_was_none(promised: Office) -> None:
    promised.clock.advance(timedelta(days=7))
    promised.take_calls(line("again", "2026-11-25T14:06", *ANGRY))
    newest = promised.services.findings.page(FindingFilter(first=date(2026, 11, 25), kinds=(Kind.ESCALATION_MISSED,)))
    promised.services.findings.accept(newest[0].id, "A test by Jo.", "Sam")
    assert shown(promised) is Worked.NO_SUCH_CALL


def test_what_only_a_person_can_hear_is_shown_by_an_answer_in_a_review(hartley: Office) -> None:
    reviews = hartley.services.reviews
    promise = reviews.promise(None, "Say the right price.", "Jo", FRIDAY, Kind.FACT_WRONG, "Daisy")
    hartley.clock.advance(timedelta(days=5))
    hartley.take_calls(line("q", "2026-11-24T10:00", *QUESTION))
    assert reviews.proofs([promise])[promise.id].worked is Worked.NO_SUCH_CALL
    review = reviews.done_with(reviews.start(reviews.plan(), "Sam").id, Step.PROMISES)
    reviews.answer(review.id, review.looks[0].call, "Q2", Reply.YES, "Sam")
    assert reviews.proofs([promise])[promise.id].worked is Worked.SHOWN


def test_who_rings_back_is_shown_by_a_ring_back_in_time(hartley: Office) -> None:
    promise = hartley.services.reviews.promise(None, "Agree who rings people back, and by when.", "Jo", FRIDAY)
    assert promise.kind is Kind.ESCALATION_PROMISED
    hartley.clock.advance(timedelta(days=3, hours=-2))
    said = (*ANGRY[:2], "I'm sorry. I'll have Jo call you back this afternoon.", "Thank you.")
    hartley.take_calls(line("late", "2026-11-23T13:50", *said))
    proofs = hartley.services.reviews.proofs
    assert proofs([promise])[promise.id].worked is Worked.NO_SUCH_CALL
    (matter,) = hartley.services.escalations.page().open
    hartley.services.escalations.close(matter.id, Outcome.SORTED, "Rang her.", "Jo")
    assert proofs([promise])[promise.id].worked is Worked.SHOWN


def test_what_no_call_can_show_is_done_when_somebody_says_so(hartley: Office) -> None:
    reviews = hartley.services.reviews
    own = reviews.promise(None, "Order a second telephone", "Jo", FRIDAY)
    assert reviews.proofs([own]) == {}
    reviews.close_promise(own.id, ActionState.FIXED, "")
    assert reviews.promises() == ()


def test_a_promise_in_ready_words_knows_what_it_is_for(hartley: Office) -> None:
    promise = hartley.services.reviews.promise(
        None, "Ask the supplier: Daisy must put a caller through who asks for a person.", "Jo", FRIDAY
    )
    assert (promise.kind, promise.agent) == (Kind.ESCALATION_MISSED, "Daisy")


def closed(office: Office, number: int) -> Action:
    with office.store.reading() as db:
        found = stored_actions.get(db, number)
    assert found is not None
    return found

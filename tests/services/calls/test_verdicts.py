"""The service's opinion of a call, ours and the owner's, and how far one can believe the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agentdesk.domain.call_mark import Mark
from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.review import Reply
from agentdesk.store import calls as stored_calls
from tests.services.conftest import Office
from tests.services.lines import ANGRY, BOOKED, QUESTION, line


def ids(office: Office) -> dict[str, int]:
    return {each.external_id: each.id for each in office.services.calls.page(CallFilter(), limit=100).rows}


def test_the_last_word_counts_wherever_it_was_said(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *QUESTION), line("c2", "2026-11-18T10:00", *ANGRY))
    calls, verdicts, reviews = ids(hartley), hartley.services.verdicts, hartley.services.reviews
    assert verdicts.of(calls["c1"]) is None
    verdicts.say(calls["c1"], Reply.YES, "Sam")
    verdicts.say(calls["c1"], Reply.NO, "Jo")
    said = verdicts.of(calls["c1"])
    assert said is not None
    assert (said.reply, said.by, said.at) == (Reply.NO, "Jo", hartley.clock.now())
    review = reviews.start(reviews.plan(), "Sam")
    reviews.answer(review.id, calls["c2"], "V", Reply.NO, "Sam")
    in_review = verdicts.of(calls["c2"])
    assert in_review is not None
    assert in_review.reply is Reply.NO


def test_a_call_that_is_gone_takes_no_verdict(hartley: Office) -> None:
    with pytest.raises(Sorry, match="no longer kept"):
        hartley.services.verdicts.say(12, Reply.YES, "Sam")


def test_marks_are_compared_over_the_calls_that_both_judged(hartley: Office) -> None:
    hartley.take_calls(
        *(line(f"fine {n}", f"2026-11-16T{9 + n % 8:02}:{n:02}", *QUESTION) for n in range(12)),
        line("angry", "2026-11-17T10:00", *ANGRY),
        line("booked", "2026-11-17T11:00", *BOOKED),
        line("other", "2026-11-17T12:00", *QUESTION, agent="Somebody else"),
    )
    calls, verdicts = ids(hartley), hartley.services.verdicts
    for name in calls:
        reply = Reply.NO if name == "angry" else Reply.CANNOT_TELL if name == "fine 0" else Reply.YES
        verdicts.say(calls[name], reply, "Sam")
    seen = verdicts.agreements("Daisy")
    assert seen.service.pairs == (), "a file says nothing of its own"
    assert {each.call for each in seen.ours.pairs} == {calls[name] for name in calls if name not in ("fine 0", "other")}
    assert seen.ours.went_badly == seen.ours.noticed == (calls["angry"],)


def test_a_service_that_calls_everything_fine_is_called_out(hartley: Office) -> None:
    hartley.take_calls(*(line(f"c{n}", f"2026-11-16T10:{n:02}", *ANGRY) for n in range(12)))
    with hartley.store.writing() as db:
        said_fine = [replace(each, resolved=True) for each in stored_calls.many(db, list(ids(hartley).values()))]
        stored_calls.put(db, said_fine, hartley.services.businesses.zone())
    for number, call in enumerate(ids(hartley).values()):
        hartley.services.verdicts.say(call, Reply.NO if number < 5 else Reply.YES, "Sam")
    seen = hartley.services.verdicts.agreements("Daisy").service
    assert seen.always_yes
    assert (len(seen.said_fine), len(seen.wrongly_fine), len(seen.noticed)) == (12, 5, 0)


def test_a_test_call_counts_for_nobody(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00", *QUESTION), line("c2", "2026-11-17T11:00", *QUESTION))
    calls = ids(hartley)
    for call in calls.values():
        hartley.services.verdicts.say(call, Reply.YES, "Sam")
    hartley.services.marks.mark([calls["c2"]], Mark.TEST, "Sam")
    assert [each.call for each in hartley.services.verdicts.agreements("Daisy").ours.pairs] == [calls["c1"]]

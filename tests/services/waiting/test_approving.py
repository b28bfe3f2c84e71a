"""Needs your OK: asked once, answered by somebody who may, for exactly what was shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agentdesk.domain.approval import Approval, ApprovalState
from agentdesk.domain.errors import Sorry
from agentdesk.domain.money import Money
from agentdesk.services.waiting.approving import MANY_A_WEEK
from tests.services.conftest import SETUP, Office
from tests.services.lines import QUESTION, line

TODAY = "2026-11-20T15:50:00+00:00"
WITH_RULES = SETUP.replace(
    '"targets"', '"ask_first": ["A refund", "A job over £500", "Work outside our area", "Anything odd"], "targets"'
)
REFUND = (
    "Hartley Plumbing, Daisy speaking.",
    "The tap leaks again. I want my money back. It was £80.",
    "I'm sorry. I'll ask Sam about the refund and somebody will call you back.",
    "Thanks.",
)
MORE = (REFUND[0], "The tap leaks again. I want my money back. It was £95.", *REFUND[2:])
BIG = (
    "Hartley Plumbing, Daisy speaking.",
    "I'd like a whole new bathroom, we have about £4,000 for it.",
    "Lovely. Somebody will call you back about that.",
    "Great.",
)
FAR = (
    "Hartley Plumbing, Daisy speaking.",
    "Could you come out to York on Monday?",
    "York is outside our usual area, but I'll ask.",
    "Thanks.",
)


@pytest.fixture
def asking(office: Office) -> Office:
    office.services.setup.apply(WITH_RULES)
    return office


def the_question(office: Office) -> Approval:
    (question,) = office.services.approvals.page().waiting
    return question


def yes(office: Office, question: Approval, *, by: str = "Sam", seconds: float = 20) -> Approval:
    return office.services.approvals.answer(question.id, question.digest, yes=True, by=by, seconds=seconds)


def test_a_refund_waits_with_what_how_much_for_whom_and_why(asking: Office) -> None:
    asking.take_calls(line("refund", TODAY, *REFUND))
    asked = the_question(asking).asked
    assert (asked.what, asked.amount, asked.whom, asked.why) == (
        "A refund",
        Money(8000, 2, "GBP"),
        "Caller ending 123",
        "A refund",
    )
    assert asked.words == "I want my money back."
    (notice,) = [each for each in asking.services.notices.page() if each.subject == "approval"]
    assert notice.pop_up == "Daisy: something needs your OK."


def test_big_jobs_and_work_outside_the_area_wait_too(asking: Office) -> None:
    asking.take_calls(
        line("big", TODAY, *BIG),
        line("far", "2026-11-20T15:30:00+00:00", *FAR),
        line("none", "2026-11-20T15:20:00+00:00", *QUESTION),
    )
    asked = {each.asked.what: each.asked for each in asking.services.approvals.page().waiting}
    assert set(asked) == {"A job over £500", "Work outside our area"}
    assert asked["A job over £500"].amount == Money(400_000, 2, "GBP")
    assert asked["Work outside our area"].words == "York is outside our usual area, but I'll ask."


def test_nothing_is_asked_that_the_brief_does_not_name(hartley: Office) -> None:
    hartley.take_calls(line("refund", TODAY, *REFUND))
    assert hartley.services.approvals.waiting() == 0


def test_a_brief_that_passes_refunds_on_asks_about_them_unless_told_otherwise(office: Office) -> None:
    office.services.setup.apply(SETUP.replace('"A complaint"', '"A refund request"'))
    assert office.services.briefs.working("Daisy").brief.ask_first == ("A refund request",)


def test_it_is_asked_once_however_often_the_call_is_read(asking: Office) -> None:
    for _ in range(3):
        asking.take_calls(line("refund", TODAY, *REFUND))
        asking.services.checking.run()
    answered = yes(asking, the_question(asking))
    asking.services.checking.run()
    page = asking.services.approvals.page()
    assert (page.waiting, page.to_tell, page.answered) == ((), (answered,), ())


def test_an_answer_stays_to_be_told_until_somebody_writes_what_came_of_it(asking: Office) -> None:
    asking.take_calls(line("refund", TODAY, *REFUND))
    approvals, question = asking.services.approvals, the_question(asking)
    with pytest.raises(Sorry, match="nothing to tell"):
        approvals.told(question.id, "Rang her.", "Sam")
    yes(asking, question)
    with pytest.raises(Sorry, match="what they said"):
        approvals.told(question.id, " ", "Sam")
    approvals.not_reached(question.id, "No answer at 4:10 pm.")
    (still,) = approvals.page().to_tell
    assert (still.note, approvals.to_tell()) == ("No answer at 4:10 pm.", 1)
    approvals.told(question.id, "Rang her, she is glad.", "Jo")
    (done,) = approvals.page().answered
    assert (done.told, done.told_by, done.told_at) == ("Rang her, she is glad.", "Jo", asking.clock.now())
    assert (approvals.page().to_tell, approvals.to_tell()) == ((), 0)
    with pytest.raises(Sorry, match="nothing to tell"):
        approvals.told(question.id, "Again.", "Jo")


def test_nobody_is_told_of_a_question_that_ran_out(asking: Office) -> None:
    asking.take_calls(line("refund", TODAY, *REFUND))
    asking.clock.advance(timedelta(days=8))
    asking.services.approvals.expire()
    page = asking.services.approvals.page()
    assert (page.to_tell, [each.state for each in page.answered]) == ((), [ApprovalState.EXPIRED])


def test_an_answer_is_for_exactly_what_was_shown(asking: Office) -> None:
    asking.take_calls(line("refund", TODAY, *REFUND))
    shown = the_question(asking)
    asking.take_calls(line("refund", TODAY, *MORE))
    with pytest.raises(Sorry, match="changed while you looked"):
        yes(asking, shown)
    now = the_question(asking)
    assert now.asked.amount == Money(9500, 2, "GBP")
    assert yes(asking, now).state is ApprovalState.YES


def test_it_is_answered_once(asking: Office) -> None:
    asking.take_calls(line("refund", TODAY, *REFUND))
    question = the_question(asking)
    yes(asking, question)
    with pytest.raises(Sorry, match="answered already"):
        asking.services.approvals.answer(question.id, question.digest, yes=False, by="Sam", seconds=9)
    assert asking.services.approvals.open_(question.id).state is ApprovalState.YES


@pytest.mark.parametrize("by", ["Jo", "Nobody", ""])
def test_only_who_may_can_agree(asking: Office, by: str) -> None:
    asking.take_calls(line("refund", TODAY, *REFUND))
    with pytest.raises(Sorry, match="Only the owner or a manager"):
        yes(asking, the_question(asking), by=by)
    assert the_question(asking).state is ApprovalState.WAITING


def test_silence_is_no_yes(asking: Office) -> None:
    asking.take_calls(line("refund", TODAY, *REFUND))
    question = the_question(asking)
    asking.clock.advance(timedelta(days=7))
    assert asking.services.approvals.page().waiting == ()
    with pytest.raises(Sorry, match="run out"):
        yes(asking, question)
    assert asking.services.approvals.expire() == 1
    assert asking.services.approvals.expire() == 0
    assert asking.services.approvals.open_(question.id).state is ApprovalState.EXPIRED


def test_old_calls_are_not_asked_about(asking: Office) -> None:
    asking.take_calls(line("refund", "2026-10-20T15:50:00+00:00", *REFUND))
    assert asking.services.approvals.waiting() == 0


@pytest.mark.parametrize(
    ("number", "quick", "said"),
    [
        (MANY_A_WEEK - 1, MANY_A_WEEK - 1, False),
        (MANY_A_WEEK, 5, False),
        (MANY_A_WEEK, 6, True),
        (22, 21, True),
    ],
)
def test_waving_through_is_noticed_and_said_kindly(asking: Office, number: int, quick: int, said: bool) -> None:
    lines = [line(f"refund-{each}", f"2026-11-20T15:{each:02d}:00+00:00", *REFUND) for each in range(number)]
    asking.take_calls(*lines)
    for place, question in enumerate(asking.services.approvals.page().waiting):
        yes(asking, question, seconds=2 if place < quick else 12)
    words = asking.services.approvals.page().waved_through
    assert bool(words) == said
    if said:
        assert words.startswith(f"{number} this week, {quick} of them agreed to in under five seconds.")
    asking.clock.advance(timedelta(days=8))
    assert asking.services.approvals.page().waved_through == ""

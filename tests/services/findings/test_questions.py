"""The list of what callers asked in vain grows by itself, and shrinks with the fact sheet."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.findings.questions import QuestionService
from tests.services.conftest import Office
from tests.services.lines import line

HELLO = "Hartley Plumbing, Daisy speaking."
LIST = "I don't have that on my list, I'm sorry."


def asked(office: Office) -> QuestionService:
    office.take_calls(
        line("a", "2026-11-16T09:00:00+00:00", HELLO, "Do you fit water softeners?", LIST),
        line("b", "2026-11-17T09:00:00+00:00", HELLO, "Hi, can you fit a water softener?", LIST),
        line("c", "2026-11-18T09:00:00+00:00", HELLO, "Do you work on back boilers?", LIST),
        line("d", "2026-11-19T09:00:00+00:00", HELLO, "Do you take cards?", "Yes, card or cash on the day."),
    )
    office.services.checking.run()
    return office.services.questions


def test_alike_questions_are_one_with_every_call_behind_it(hartley: Office) -> None:
    softener, boiler = asked(hartley).open_()
    assert (softener.words, softener.asked, len(softener.calls)) == ("Hi, can you fit a water softener?", 2, 2)
    assert (boiler.words, boiler.asked) == ("Do you work on back boilers?", 1)
    found = hartley.services.findings.page(FindingFilter(kinds=(Kind.QUESTION_UNANSWERED,)))
    assert len(found) == softener.asked + boiler.asked
    assert {hartley.services.calls.open_(each).call.external_id for each in softener.calls} == {"a", "b"}


def test_an_answer_goes_on_the_fact_sheet_and_closes_the_question(hartley: Office) -> None:
    questions = asked(hartley)
    softener, boiler = questions.open_()
    with pytest.raises(Sorry, match="what the agent should say"):
        questions.answer(softener, "Water softeners", "  ", "Sam")
    questions.answer(softener, "Water softeners", "We fit them, from £400", "Sam")
    assert questions.open_() == (boiler,)
    business = hartley.services.businesses.current()
    assert business is not None
    assert [(each.topic, each.says) for each in business.facts] == [("Water softeners", "We fit them, from £400")]
    hartley.services.checking.run()
    assert questions.open_() == (boiler,)
    done = hartley.services.findings.page(FindingFilter(kinds=(Kind.QUESTION_UNANSWERED,), status=FindingStatus.DONE))
    assert {each.decided_by for each in done} == {"Sam"}


KNOWS = "Yes, we fit water softeners, from £400."


def answered_on_friday(office: Office) -> QuestionService:
    questions = asked(office)
    softener, _ = questions.open_()
    questions.answer(softener, "Water softeners", "We fit them, from £400", "Sam")
    return questions


def test_an_answer_stays_until_a_later_call_shows_it(hartley: Office) -> None:
    questions = answered_on_friday(hartley)
    (waiting,) = questions.answered("Daisy")
    assert (waiting.by, waiting.at, waiting.shown_in) == ("Sam", hartley.clock.now(), None)
    hartley.take_calls(
        line("before", "2026-11-20T09:00:00+00:00", HELLO, "Do you fit water softeners?", KNOWS),
        line("wrong", "2026-11-21T09:00:00+00:00", HELLO, "Do you fit water softeners?", "Yes, from £300."),
        line("elsewhere", "2026-11-22T09:00:00+00:00", HELLO, "Do you work on softeners?", "Hello?", agent="Max"),
    )
    assert questions.answered("Daisy") == (waiting,), "neither a call from before nor another price shows it"
    hartley.take_calls(line("shows", "2026-11-23T09:00:00+00:00", HELLO, "Hi, can you fit me a water softener?", KNOWS))
    (known,) = questions.answered("Daisy")
    assert known.shown_in is not None
    assert hartley.services.calls.open_(known.shown_in).call.external_id == "shows"
    assert known.shown_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert questions.answered("Max") == ()


def test_a_question_asked_again_says_that_its_answer_is_on_the_sheet(hartley: Office) -> None:
    questions = answered_on_friday(hartley)
    hartley.take_calls(line("again", "2026-11-23T09:00:00+00:00", HELLO, "Do you fit water softeners?", LIST))
    again = next(each for each in questions.open_("Daisy") if "softeners" in each.words)
    assert again.answer is not None
    assert (again.answer.says, again.answer.shown_in) == ("We fit them, from £400", None)


def test_what_it_should_not_answer_needs_a_reason(hartley: Office) -> None:
    questions = asked(hartley)
    softener, boiler = questions.open_()
    with pytest.raises(Sorry, match="why it isn't for the agent"):
        questions.refuse(boiler, " ", "Sam")
    questions.refuse(boiler, "We never advise on those by phone", "Sam")
    assert questions.open_() == (softener,)
    assert questions.answered() == ()


def test_private_details_in_a_question_are_hidden_in_the_list(hartley: Office) -> None:
    hartley.take_calls(
        line("a", "2026-11-16T09:00:00+00:00", HELLO, "Did you ring 07700 900555 about my parking permit?", LIST)
    )
    (question,) = hartley.services.questions.open_()
    assert "900555" not in question.words

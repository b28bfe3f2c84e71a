"""The list of what callers asked in vain grows by itself, and shrinks with the fact sheet."""

from __future__ import annotations

import pytest

from agentdesk.domain.errors import Sorry
from agentdesk.domain.finding import FindingStatus, Kind
from agentdesk.domain.lists import FindingFilter
from agentdesk.services.questions import QuestionService
from tests.services.calls import line
from tests.services.conftest import Office

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
    return QuestionService(office.store, office.services.businesses, office.services.findings)


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

from __future__ import annotations

import pytest

from agentdesk.domain.brief import Brief
from agentdesk.domain.job import FIRST_SIX, Job, fitting, job_of
from agentdesk.domain.measures import MEASURES
from agentdesk.domain.scorecard import Figure


@pytest.mark.parametrize(
    ("brief", "job"),
    [
        (None, Job.RECEPTION),
        (Brief(), Job.RECEPTION),
        (Brief(may_answer=("Prices",), may_book=("Visit",)), Job.RECEPTION),
        (Brief(may_book=("Visit",)), Job.BOOKING),
        (Brief(may_answer=("Prices",)), Job.QUESTIONS),
    ],
)
def test_the_brief_tells_the_job(brief: Brief | None, job: Job) -> None:
    assert job_of(brief) is job


def the_figures(booked: int = 0) -> list[Figure]:
    of_bookings = ("K05", "K06", "K07")
    return [Figure(each.id, each.name, "", booked if each.id in of_bookings else 1, booked) for each in MEASURES]


@pytest.mark.parametrize("job", Job)
def test_the_six_that_fit_the_job_come_first(job: Job) -> None:
    shown = [each.measure for each in fitting(the_figures(booked=2), job)]
    assert tuple(shown[:6]) == FIRST_SIX[job]
    assert sorted(shown) == sorted(each.id for each in MEASURES)


def test_an_agent_that_only_answers_has_no_figures_of_bookings_until_it_books() -> None:
    answers = {each.measure for each in fitting(the_figures(), Job.QUESTIONS)}
    assert answers.isdisjoint({"K05", "K06", "K07"})
    assert {"K05", "K06", "K07"} <= {each.measure for each in fitting(the_figures(booked=1), Job.QUESTIONS)}
    assert "K05" in {each.measure for each in fitting(the_figures(), Job.BOOKING)}

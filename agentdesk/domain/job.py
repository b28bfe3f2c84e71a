"""What an agent is there for, as its brief tells, and the scorecard that fits it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from agentdesk.domain.brief import Brief
from agentdesk.domain.scorecard import Figure


class Job(StrEnum):
    """RECEPTION answers and books; where a brief tells neither, it is taken for that."""

    RECEPTION = "reception"
    BOOKING = "booking"
    QUESTIONS = "questions"


FIRST_SIX = {
    Job.RECEPTION: ("K05", "K03", "K10", "K01", "K17", "K22"),
    Job.BOOKING: ("K05", "K06", "K07", "K10", "K01", "K22"),
    Job.QUESTIONS: ("K03", "K10", "K14", "K01", "K17", "K22"),
}
"""What page one shows large; the rest follows in the order of the catalogue."""
_OF_BOOKINGS = frozenset({"K05", "K06", "K07"})


def job_of(brief: Brief | None) -> Job:
    """The job that a brief describes: by what it may book and what it may answer."""
    if brief is None or bool(brief.may_book) == bool(brief.may_answer):
        return Job.RECEPTION
    return Job.BOOKING if brief.may_book else Job.QUESTIONS


def fitting(figures: Iterable[Figure], job: Job) -> tuple[Figure, ...]:
    """The figures of a scorecard in the order that fits a job.

    Of an agent that only answers questions those of bookings are left out, unless it booked something all the same.
    """
    place = {measure: at for at, measure in enumerate(FIRST_SIX[job])}
    shown = [each for each in figures if job is not Job.QUESTIONS or each.measure not in _OF_BOOKINGS or _counts(each)]
    return tuple(sorted(shown, key=lambda each: place.get(each.measure, len(place))))


def _counts(figure: Figure) -> bool:
    return bool(figure.numerator or figure.denominator)

"""Weekly reviews and their answers. Every answer is kept when it is given."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from agentdesk.domain.clock import Period
from agentdesk.domain.errors import Sorry
from agentdesk.domain.review import Answer, CallToLook, Reply, Review, ReviewState, Step
from agentdesk.store.codec import from_text, to_text
from agentdesk.store.prepared import Prepared, at_most, value
from agentdesk.store.tables import answers, reviews


def create(db: Connection, review: Review) -> Review:
    """Starts a review and returns it with its id. Raises Sorry while another one is open."""
    if review.state is ReviewState.OPEN and current(db) is not None:
        raise Sorry("A review is open already. Finish it before you start another one.")
    row = {
        "first": review.period.first,
        "last": review.period.last,
        "started_at": review.started_at,
        "started_by": review.started_by,
        "seed": review.seed,
        "pool": review.pool,
        "looks": to_text(review.looks),
        "steps_done": _steps(review.steps_done),
        "carried_over": to_text(review.carried_over),
        "state": review.state,
        "finished_at": review.finished_at,
        "seconds_spent": review.seconds_spent,
    }
    number = db.execute(sa.insert(reviews).values(row).returning(reviews.c.id)).scalar_one()
    for answer in review.answers:
        add_answer(db, number, answer)
    return replace(review, id=number)


_BY_ID = Prepared(sa.select(reviews).where(reviews.c.id == value("id", sa.BigInteger())))
_CURRENT = Prepared(sa.select(reviews).where(sa.text("state = 'open'")))
_FINISHED = sa.select(reviews).where(sa.text("state = 'finished'"))
_LATEST_FINISHED = Prepared(at_most(_FINISHED.order_by(reviews.c.finished_at.desc(), reviews.c.id.desc()), 1))
_ANSWERS = sa.select(answers).order_by(answers.c.at, answers.c.call, answers.c.question)
_ANSWERS_OF = Prepared(_ANSWERS.where(answers.c.review == value("review", sa.BigInteger())))


def get(db: Connection, number: int) -> Review | None:
    return _first(db, _BY_ID, id=number)


def current(db: Connection) -> Review | None:
    """The open review; there is never more than one."""
    return _first(db, _CURRENT)


def latest_finished(db: Connection) -> Review | None:
    return _first(db, _LATEST_FINISHED)


def all_(db: Connection) -> tuple[Review, ...]:
    """Every review with its answers, newest first."""
    return _with_answers(db, sa.true())


def touching(db: Connection, period: Period) -> tuple[Review, ...]:
    """Reviews whose period shares a day with this one, newest first, with their answers."""
    inside = sa.and_(reviews.c.first <= period.last, reviews.c.last >= period.first)
    return _with_answers(db, inside)


def add_answer(db: Connection, number: int, answer: Answer) -> None:
    """Keeps an answer, in place of an earlier one to the same question about the same call."""
    row = {each: getattr(answer, each) for each in ("call", "question", "reply", "at", "by", "note")}
    adding = sqlite.insert(answers).values(review=number, **row)
    db.execute(adding.on_conflict_do_update(index_elements=["review", "call", "question"], set_=row))


def remove_answer(db: Connection, number: int, call: int, question: str) -> None:
    """Takes an answer back, so that the question is asked again."""
    mine = sa.and_(answers.c.review == number, answers.c.call == call, answers.c.question == question)
    db.execute(sa.delete(answers).where(mine))


def mark_step(db: Connection, number: int, step: Step) -> None:
    """Says that a step of the walk is done."""
    review = _known(db, number)
    _change(db, number, steps_done=_steps(review.steps_done | {step}))


def carry_over(db: Connection, number: int, calls: Collection[int]) -> None:
    """Leaves these calls for the next review, besides those left before."""
    review = _known(db, number)
    _change(db, number, carried_over=to_text(tuple(dict.fromkeys((*review.carried_over, *calls)))))


def add_seconds(db: Connection, number: int, seconds: float) -> None:
    """Adds to the time spent on a review."""
    _change(db, number, seconds_spent=reviews.c.seconds_spent + seconds)


def finish(db: Connection, number: int, at: datetime) -> None:
    _change(db, number, state=ReviewState.FINISHED, finished_at=at)


def _with_answers(db: Connection, which: sa.ColumnElement[bool]) -> tuple[Review, ...]:
    rows = db.execute(sa.select(reviews).where(which).order_by(reviews.c.started_at.desc(), reviews.c.id.desc())).all()
    kept: dict[int, list[Answer]] = {}
    for row in db.execute(_ANSWERS.where(answers.c.review.in_([each.id for each in rows]))):
        kept.setdefault(row.review, []).append(_answer(row))
    return tuple(_review(each, kept.get(each.id, ())) for each in rows)


def _steps(steps: Collection[Step]) -> str:
    return to_text([each for each in Step if each in steps])


def _known(db: Connection, number: int) -> Review:
    review = get(db, number)
    if review is None:
        raise Sorry("This review is no longer kept here. Start a new one.")
    return review


def _change(db: Connection, number: int, **values: object) -> None:
    db.execute(sa.update(reviews).where(reviews.c.id == number).values(**values))


def _first(db: Connection, query: Prepared, **values: object) -> Review | None:
    row = next(iter(query.read(db, values)), None)
    return row and _review(row, [_answer(each) for each in _ANSWERS_OF.read(db, {"review": row.id})])


def _answer(row: sa.Row[Any]) -> Answer:
    return Answer(row.call, row.question, Reply(row.reply), row.at, row.by, row.note)


def _review(row: sa.Row[Any], given: Collection[Answer]) -> Review:
    return Review(
        id=row.id,
        period=Period(row.first, row.last),
        started_at=row.started_at,
        started_by=row.started_by,
        seed=row.seed,
        pool=row.pool,
        looks=from_text(row.looks, tuple[CallToLook, ...]),
        answers=tuple(given),
        steps_done=from_text(row.steps_done, frozenset[Step]),
        state=ReviewState(row.state),
        finished_at=row.finished_at,
        carried_over=from_text(row.carried_over, tuple[int, ...]),
        seconds_spent=row.seconds_spent,
    )

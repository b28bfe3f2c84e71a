"""Reading ahead: in order, with what goes wrong in its place, and nobody left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from agentdesk.jobs.ahead import read_ahead


def test_everything_comes_in_its_order() -> None:
    assert list(read_ahead(range(50))) == list(range(50))


def test_it_is_made_in_another_thread_while_this_one_works() -> None:
    made_by = list(read_ahead(threading.get_ident() for _ in range(3)))
    assert threading.get_ident() not in made_by


def test_what_goes_wrong_comes_after_what_went_right() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise KeyError("two")

    reading = read_ahead(items())
    assert next(reading) == 1
    with pytest.raises(KeyError):
        next(reading)


def test_a_reader_that_goes_away_ends_the_other_thread() -> None:
    made = []

    def items() -> Iterator[int]:
        for each in range(1000):
            made.append(each)
            yield each

    reading = read_ahead(items())
    next(reading)
    reading.close()
    assert len(made) < 10
    assert not [each for each in threading.enumerate() if each.name == "read ahead"]

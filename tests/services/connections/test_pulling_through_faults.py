"""A share of the runs of `python -m tests.faults`, which runs them all."""

from __future__ import annotations

import pytest

from tests.faults import run, run_carelessly


@pytest.mark.parametrize("seed", range(3))
def test_after_a_service_has_recovered_every_call_is_here_once_in_its_newest_words(seed: int) -> None:
    assert run(seed, number=120).wrong == ()


def test_the_same_faults_are_too_much_for_a_careless_client() -> None:
    assert all(run_carelessly(seed, number=120).wrong for seed in range(3))

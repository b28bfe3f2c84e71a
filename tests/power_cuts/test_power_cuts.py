"""A share of `python -m tests.power_cuts`."""

from __future__ import annotations

import pytest

from tests.power_cuts import disk
from tests.power_cuts.judging import wrong_after
from tests.power_cuts.works import WORKS

pytestmark = pytest.mark.skipif(not disk.can_record(), reason="needs strace, and leave to look at programs with it")


@pytest.mark.parametrize("work", WORKS)
def test_wherever_the_current_is_cut_nothing_is_lost_doubled_or_half_done(work: str) -> None:
    assert list(wrong_after(work, 60)) == []


def test_a_store_that_syncs_less_loses_what_it_called_saved() -> None:
    assert any("were said" in each for each in wrong_after("taking in", 60, "NORMAL"))

"""A share of `python -m tests.power_cuts`."""

from __future__ import annotations

import pytest

from tests.power_cuts import disk
from tests.power_cuts.judging import wrong_after, wrong_on_failing
from tests.power_cuts.works import WORKS

pytestmark = pytest.mark.skipif(not disk.can_record(), reason="needs strace, and leave to look at programs with it")


@pytest.mark.parametrize("work", WORKS)
def test_wherever_the_current_is_cut_nothing_is_lost_doubled_or_half_done(work: str) -> None:
    assert list(wrong_after(work, 60)) == []


@pytest.mark.parametrize("fault", ["pwrite64:error=ENOSPC", "pwrite64:error=EIO", "fsync:error=EIO"])
@pytest.mark.parametrize("work", WORKS)
def test_whenever_the_disk_begins_to_fail_it_is_said_and_nothing_is_lost(work: str, fault: str) -> None:
    points = (1, 2, 3) if fault.startswith("fsync") else (1, 17)
    assert [wrong for first in points if (wrong := wrong_on_failing(work, fault, first))] == []


def test_a_store_that_syncs_less_loses_what_it_called_saved() -> None:
    assert any("were said" in each for each in wrong_after("taking in", 60, "NORMAL"))

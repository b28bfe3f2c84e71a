"""A process that is killed while it writes leaves whole slices and whole briefs, and nothing in between."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.services.kills import kill_often


@pytest.mark.skipif(sys.platform == "win32", reason="kills are different there")
def test_kills_in_mid_write_leave_no_half_slice_and_a_store_that_checks_out(tmp_path: Path) -> None:
    came = kill_often(20, tmp_path)
    assert came.wrong == []
    assert came.number == 20
    assert came.in_mid_write >= 5, "most kills are meant to strike while something is written"

"""How far a judge can be believed, in plain counts and a range that admits how few there are."""

from __future__ import annotations

import pytest

from agentdesk.domain.agreement import Agreement, Pair


def pairs(both_fine: int, wrongly_fine: int, wrongly_bad: int, both_bad: int) -> Agreement:
    kinds = [(True, True)] * both_fine + [(True, False)] * wrongly_fine
    kinds += [(False, True)] * wrongly_bad + [(False, False)] * both_bad
    return Agreement(tuple(Pair(number, said, was) for number, (said, was) in enumerate(kinds)))


def test_it_said_fine_31_times_and_the_owner_agreed_26() -> None:
    seen = pairs(26, 5, 2, 7)
    assert (len(seen.said_fine), len(seen.wrongly_fine)) == (31, 5)
    assert (len(seen.went_badly), len(seen.noticed), len(seen.parted)) == (12, 7, 7)
    # the 95 % Wilson range of 26 in 31, as statsmodels gives it: 0.6737, 0.9291
    assert seen.likely == (67, 93)
    assert not seen.always_yes


@pytest.mark.parametrize("fine", [0, 5, 9])
def test_under_ten_pairs_nothing_is_said(fine: int) -> None:
    seen = pairs(fine, 9 - fine, 0, 0)
    assert (seen.enough, seen.likely, seen.always_yes) == (False, None, False)


def test_a_judge_that_always_says_yes_is_known_by_it() -> None:
    assert pairs(20, 4, 0, 0).always_yes
    assert not pairs(20, 3, 0, 1).always_yes


def test_a_judge_that_never_says_fine_has_no_share_of_it() -> None:
    seen = pairs(0, 0, 5, 7)
    assert (seen.enough, seen.likely, seen.always_yes) == (True, None, False)

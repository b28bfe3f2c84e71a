"""Money is exact, and a call's number sorts by time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.domain.call import call_id, caller_in_words
from agentdesk.domain.money import Money, read_amount, total

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
NAMES = st.text(max_size=20)


@pytest.mark.parametrize(
    ("typed", "money"),
    [
        ("£5", Money(500, 2, "GBP")),
        ("1,000", Money(100_000, 2, "GBP")),
        ("35.50", Money(3550, 2, "GBP")),
        ("0", Money(0, 2, "GBP")),
        ("€12.5", Money(1250, 2, "EUR")),
        ("\uff11\uff12\uff10", Money(12_000, 2, "GBP")),
        (" 0.1234 ", Money(1234, 4, "GBP")),
    ],
)
def test_an_amount_is_read_as_it_was_meant(typed: str, money: Money) -> None:
    assert read_amount(typed) == money


@pytest.mark.parametrize("typed", ["", " ", "-5", "1e9", "1.000,50", "12 pounds", "£", "1,00", "NaN", "1 000"])
def test_what_could_mean_two_things_is_asked_again(typed: str) -> None:
    with pytest.raises(ValueError, match="Write an amount like"):
        read_amount(typed)


@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), st.integers(0, 6))))
def test_a_sum_is_exact_whatever_the_scales(parts: list[tuple[int, int]]) -> None:
    summed = total(Money(minor, scale, "USD") for minor, scale in parts)
    expected = sum((Decimal(minor).scaleb(-scale) for minor, scale in parts), Decimal())
    assert sum((each.amount for each in summed), Decimal()) == expected


def test_two_currencies_are_never_added() -> None:
    with pytest.raises(ValueError, match="two currencies"):
        Money(1, 2, "GBP") + Money(1, 2, "USD")
    assert len(total([Money(1, 2, "GBP"), Money(1, 2, "USD"), Money(1, 2, "GBP")])) == 2


def test_money_reads_as_a_person_writes_it() -> None:
    assert Money(123_450, 2, "GBP").in_words() == "£1,234.50"
    assert Money(125, 3, "USD").in_words() == "$0.12"
    assert Money(312, 0, "credits").in_words() == "312 credits"
    assert Money(-500, 2, "GBP").in_words() == "−£5.00"


@given(MOMENTS, MOMENTS, NAMES, NAMES)
def test_a_later_call_has_the_larger_number(one: datetime, other: datetime, name: str, another: str) -> None:
    if one.replace(microsecond=0) + timedelta(seconds=1) <= other:
        assert call_id(one, "Calls", name) < call_id(other, "Calls", another)
    assert call_id(one, "Calls", name) == call_id(one, "Calls", name) < 2**63


def test_a_caller_is_named_by_the_last_three_digits_only() -> None:
    assert caller_in_words("+447700900417") == "Caller ending 417"
    assert caller_in_words(None) == caller_in_words("anonymous") == "Number withheld"

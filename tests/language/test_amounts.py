from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.language.amounts import Of, Vat, amounts
from agentdesk.language.numbers_said import numbers
from tests.conversations import texts


def money(text: str) -> list[tuple[str, str]]:
    return [(f"{each.low:f}", f"{each.high:f}") for each in amounts(text) if each.of is Of.MONEY]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a hundred and twenty-five", 125),
        ("one hundred and twenty five", 125),
        ("fifteen hundred", 1500),
        ("two thousand five hundred", 2500),
        ("a thousand and one", 1001),
        ("ninety five", 95),
        ("1,250", 1250),
        ("two grand", 2000),
        ("1.5k", 1500),
        ("two million", 2_000_000),
    ],
)
def test_a_number_in_words_is_what_it_is_in_digits(text: str, value: int) -> None:
    (one,) = numbers(f"it is {text} then")
    assert (one.value, f"it is {text} then"[one.start : one.end]) == (Decimal(value), text)


@pytest.mark.parametrize("text", ["nine five", "twenty twenty-five", "five and six", "ten eleven"])
def test_numbers_said_one_by_one_stay_apart(text: str) -> None:
    assert len(list(numbers(text))) == 2


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("That's £95.", "95", "95"),
        ("a hundred and twenty-five plus VAT", "125", "125"),
        ("ninety-five pounds fifty", "95.5", "95.5"),
        ("ninety-nine pounds and fifty pence", "99.50", "99.50"),
        ("between eighty and ninety pounds", "80", "90"),
        ("£80 to £90", "80", "90"),
        ("80-90 quid", "80", "90"),
        ("a call-out costs sixty five", "65", "65"),
        ("about two grand all in", "2000", "2000"),
        ("the quote visit is free", "0", "0"),
        ("there's no charge for that", "0", "0"),
    ],
)
def test_money_is_read_as_it_is_said(text: str, low: str, high: str) -> None:
    ((one_low, one_high),) = money(text)
    assert (Decimal(one_low), Decimal(one_high)) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "s3k, that's S for sugar",
        "B 4 K 3 Z E",
        "it's M1 5K 2",
        "KZ86 125K ZT50 0410 0100",
        "PO box 77009 P.O.",
        "we had a grand day out",
        "it's the grand opening and we've a grand total of two chairs",
    ],
)
def test_what_is_spelt_out_or_only_grand_is_no_money(text: str) -> None:
    assert money(text) == []


@pytest.mark.parametrize("text", ["we've about 4k for it", "a 4k budget", "four grand, give or take", "4k a year"])
def test_thousands_in_short_are_money(text: str) -> None:
    assert money(text) == [("4000", "4000")]


@pytest.mark.parametrize(
    "text",
    [
        "Are you free on Monday?",
        "half past nine",
        "It's 42 Wellington Road",
        "Their address is 388 Grand Avenue.",
        "it's 12 grand parade in brighton",
        "The Grand Hotel, 97 Grand Hotel Road",
        "on the 25th",
        "0113 496 0102",
        "feel free",
    ],
)
def test_what_is_no_money_counts_as_none(text: str) -> None:
    assert money(text) == []


def test_from_about_up_to_not_and_vat_are_kept() -> None:
    (low,) = amounts("from £80 including VAT")
    assert (low.at_least, low.vat) == (True, Vat.WITH)
    (top,) = amounts("It's up to £90 plus VAT")
    assert (top.at_most, top.vat) == (True, Vat.WITHOUT)
    (near,) = amounts("roughly £90")
    assert near.about
    wrong, right = amounts("It isn't £80, it's £95")
    assert (wrong.denied, right.denied) == (True, False)


def test_an_hourly_price_is_a_price_and_no_length_of_time() -> None:
    assert [each.of for each in amounts("£65 an hour")] == [Of.MONEY]
    assert [(each.of, each.low) for each in amounts("it takes half an hour")] == [(Of.HOURS, Decimal("0.5"))]


def test_days_are_hours_and_years_are_months() -> None:
    assert [(each.of, each.low) for each in amounts("two days' notice")] == [(Of.HOURS, Decimal(48))]
    assert [(each.of, each.low) for each in amounts("a year's guarantee")] == [(Of.MONTHS, Decimal(12))]


@given(st.integers(1, 9999))
def test_every_price_in_digits_is_found(pounds: int) -> None:
    assert money(f"That comes to £{pounds}.") == [(str(pounds), str(pounds))]


@given(texts())
def test_places_lie_inside_the_text_whatever_it_is(text: str) -> None:
    for each in amounts(text):
        assert 0 <= each.start < each.end <= len(text)

"""Numbers of services: read quickly, and to the last digit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentdesk.connectors.kit.answers import read_json, write_json
from agentdesk.connectors.kit.fields import Fields


def _read(number: str) -> Decimal | None:
    return Fields(read_json(f'{{"cost": {number}}}'.encode())).number("cost")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=9, min_value=-(10**6), max_value=10**6))
def test_an_amount_is_read_digit_for_digit(amount: Decimal) -> None:
    assert _read(f"{amount:f}") == amount


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e14, max_value=1e14))
def test_a_number_that_a_service_keeps_as_a_float_is_read_as_it_wrote_it(number: float) -> None:
    assert _read(repr(number)) == Decimal(repr(number))


@pytest.mark.parametrize(
    "number", ["0.1234567890123456789", "123456789012.345678901", "1e-400", "2.5E-310", "12345678901234.123456789"]
)
def test_a_number_that_no_float_tells_is_read_digit_for_digit_as_well(number: str) -> None:
    assert _read(number) == Decimal(number)


@pytest.mark.parametrize(
    ("read", "written"),
    [("[1.0,2.50,3]", "[1,2.5,3]"), ('{"a":[{"b":100.0}]}', '{"a":[{"b":100}]}'), ("[1e3,0.1]", "[1000,0.1]")],
)
def test_a_whole_number_is_written_alike_however_the_service_wrote_it(read: str, written: str) -> None:
    assert write_json(read_json(read.encode())).decode() == written


@pytest.mark.parametrize("many", ["", "0.12345678901234567890123"])
def test_a_number_says_the_same_beside_long_ones_and_alone(many: str) -> None:
    document = read_json(f'{{"cost": 12.345, "whole": 7.0, "other": "{many}"}}'.encode())
    assert (Fields(document).number("cost"), Fields(document).number("whole")) == (Decimal("12.345"), Decimal(7))
    assert write_json(document).startswith(b'{"cost":12.345,"whole":7,')


@given(
    st.recursive(
        st.integers() | st.text() | st.booleans(), lambda kids: st.lists(kids) | st.dictionaries(st.text(), kids)
    )
)
def test_what_was_written_is_read_again(value: object) -> None:
    assert read_json(write_json([value])) == [value]


def test_bytes_that_are_no_letters_are_taken_only_where_the_document_may_be_torn() -> None:
    torn = b'{"id": "c\xff1", "said": "caf\xe9"}'
    with pytest.raises(ValueError, match="decode"):
        read_json(torn, torn=False)
    record = Fields(read_json(torn))
    assert record.text("said") == "caf\N{REPLACEMENT CHARACTER}"
    assert record.name("id") is None, "another letter would be another call's"

"""Days out of the ordinary: seldom told by mistake, and explained to the penny."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from agentdesk.domain.spike import Costly, Why, is_unusual, normal_day, parts
from tests.spending import FIRST, LINES, alarms, told

WEDNESDAY = FIRST + timedelta(days=65)


def test_ordinary_weeks_raise_next_to_no_false_alarm() -> None:
    rates = [alarms(line, range(12)) for line in LINES if line.lengths < 1]
    assert sum(rates) / len(rates) <= 0.25


def test_a_wednesday_of_six_times_the_normal_one_is_told() -> None:
    assert told(LINES[0], 6, range(30)) >= 0.95


def test_a_normal_day_is_the_middle_one_of_such_weekdays_not_their_average() -> None:
    costs = {WEDNESDAY - timedelta(days=7 * back): cost for back, cost in enumerate((100, 110, 90, 9_000), start=1)}
    assert normal_day(costs, WEDNESDAY - timedelta(days=28), WEDNESDAY) == 105
    assert normal_day(costs, WEDNESDAY - timedelta(days=14), WEDNESDAY) is None


def test_a_difference_of_less_than_a_pound_is_not_worth_a_call() -> None:
    costs = {FIRST + timedelta(days=each): 10 for each in range(65)}
    assert not is_unusual({**costs, WEDNESDAY: 109}, FIRST, WEDNESDAY)
    assert is_unusual({**costs, WEDNESDAY: 111}, FIRST, WEDNESDAY)


def test_a_busy_sunday_is_measured_against_an_ordinary_day() -> None:
    sunday = WEDNESDAY + timedelta(days=4)
    costs = {day: 0 if day.weekday() > 4 else 1_000 for day in (FIRST + timedelta(days=each) for each in range(69))}
    assert not is_unusual({**costs, sunday: 300}, FIRST, sunday)
    assert is_unusual({**costs, sunday: 3_000}, FIRST, sunday)


def a_call(
    number: int, cost: str, caller: str | None = "+44113496", seconds: float = 60, *, put: bool = False
) -> Costly:
    return Costly(number, caller, seconds, Decimal(cost), put)


def test_the_calls_of_one_number_stand_before_those_put_through_and_long_ones() -> None:
    day = [a_call(each, "100", "+447700900999", 3_000) for each in range(5)]
    day += [a_call(10, "300", "+441", put=True), a_call(11, "200", "+442", 2_000), a_call(12, "50", "+443")]
    usual = [a_call(100 + each, "50", f"+44{each}") for each in range(4)]
    found = parts(day, usual, 4, 1_050, 50)
    assert [(each.why, each.more) for each in found] == [
        (Why.NUMBER, 500),
        (Why.PUT_THROUGH, 300),
        (Why.LONG, 200),
    ]
    assert found[0].calls == (0, 1, 2, 3, 4)
    assert (found[0].longer, found[0].minutes) == (5, 40)


def test_a_number_that_always_rings_so_often_explains_nothing() -> None:
    day = [a_call(each, "100", "+441") for each in range(5)] + [a_call(9, "900", "+442")]
    usual = [a_call(100 + each, "100", "+441") for each in range(20)]
    (rest,) = parts(day, usual, 4, 1_400, 500)
    assert (rest.why, rest.more) == (Why.BUSIER, 900)


_CALLS = st.lists(
    st.builds(
        Costly,
        st.integers(0, 10_000),
        st.sampled_from([None, "+441", "+442", "+443"]),
        st.one_of(st.none(), st.floats(0, 5_000)),
        st.decimals(0, 900, places=3),
        st.booleans(),
    ),
    max_size=30,
    unique_by=lambda each: each.id,
)


@given(_CALLS, _CALLS, st.integers(1, 8), st.integers(0, 20_000))
def test_the_parts_add_up_to_the_difference_whatever_the_day(
    day: list[Costly], usual: list[Costly], days: int, normal: int
) -> None:
    cost = int(sum((each.cost for each in day), Decimal(0)).to_integral_value())
    found = parts(day, usual, days, cost, normal)
    assert sum(each.more for each in found) == cost - normal
    named = [call for each in found for call in each.calls]
    assert len(set(named)) == len(named)

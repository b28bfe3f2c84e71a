"""The page Money: exact sums, honest limits, and what to do about a dear day."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentdesk.domain.business import ExchangeRates
from agentdesk.domain.call_mark import Mark, MarkedCall
from agentdesk.domain.clock import Period
from agentdesk.domain.connection import Connection
from agentdesk.domain.errors import Sorry
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.live_agent import LiveSetup, SetupVersion
from agentdesk.domain.money import Money
from agentdesk.domain.spending import MoneyPage
from agentdesk.domain.spike import Why
from agentdesk.reports.claim_list import HEAD, claim_list
from agentdesk.services.money.agent_limits import Limits
from agentdesk.services.money.invoices import in_words
from agentdesk.services.money.ledger import ledgers
from agentdesk.services.money.spending import SpendingService
from agentdesk.store import connections as stored_connections
from agentdesk.store import live
from agentdesk.store.spending import DayRow
from tests.factories import a_business
from tests.services.conftest import FRIDAY, Office
from tests.services.lines import BOOKED, QUESTION, line
from tests.services.money.test_cost_watch import charged, spiked

__all__ = ["spiked"]

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def in_dollars(office: Office, rate: str = "0.79") -> None:
    business = office.services.businesses.current()
    assert business is not None
    rates = ExchangeRates((("USD", Decimal(rate)),), date(2026, 11, 1))
    office.services.businesses.save(replace(business, exchange_rates=rates))


def test_a_month_is_the_sum_of_its_calls_to_the_penny_in_both_moneys(hartley: Office) -> None:
    in_dollars(hartley)
    hartley.take_calls(
        *charged(date(2026, 11, 2), 3, "0.125", currency="USD"),
        *charged(date(2026, 11, 9), 2, "0.3333", currency="USD"),
    )
    (daisy,) = hartley.services.spending.page().agents
    assert daisy.charged == (Money(10416, 4, "USD"),)
    assert daisy.so_far == Money(82, 2, "GBP")
    assert [(each.day.day, each.calls, each.cost) for each in daisy.days] == [
        (9, 2, Money(52, 2, "GBP")),
        (2, 3, Money(30, 2, "GBP")),
    ]
    assert (daisy.calls, daisy.not_reported) == (5, 0)


def test_whatever_changes_the_page_is_as_if_it_were_made_for_the_first_time(hartley: Office) -> None:
    services = hartley.services

    def first_time() -> MoneyPage:
        made, limits = services.spending, services.limits
        return SpendingService(hartley.store, hartley.clock, services.businesses, limits, made._watch).page()

    for change in (
        lambda: hartley.take_calls(*charged(date(2026, 11, 2), 3, "0.50")),
        lambda: hartley.take_calls(*charged(date(2026, 11, 3), 2, "0.25", agent="Tom")),
        lambda: hartley.take_calls(*charged(date(2026, 11, 4), 2, "0.70", currency="USD")),
        lambda: in_dollars(hartley),
        lambda: in_dollars(hartley, "0.81"),
        lambda: services.agents.change("Daisy", replace(services.agents.get("Daisy"), monthly_calls=4)),
        lambda: hartley.clock.advance(timedelta(days=1)),
    ):
        change()
        assert services.spending.page() == first_time()


def test_without_a_rate_the_limit_is_said_to_be_unwatched_and_the_dollars_stand(hartley: Office) -> None:
    hartley.take_calls(*charged(date(2026, 11, 2), 3, "0.125", currency="USD"))
    page = hartley.services.spending.page()
    (daisy,) = page.agents
    assert (daisy.so_far, daisy.unwatched, page.whole) == (None, True, None)
    assert daisy.charged == (Money(375, 3, "USD"),)
    assert [(each.currency, each.rate) for each in page.rates] == [("USD", None)]


def test_a_rate_that_is_typed_counts_from_then_on_with_its_day(hartley: Office) -> None:
    hartley.take_calls(*charged(date(2026, 11, 2), 4, "25.00", currency="USD"))
    with pytest.raises(Sorry, match=r"like 0\.79"):
        hartley.services.spending.set_rates({"USD": "a lot"}, date(2026, 11, 20))
    hartley.services.spending.set_rates({"USD": "0.79"}, date(2026, 11, 20))
    page = hartley.services.spending.page()
    assert page.whole == Money(7900, 2, "GBP")
    assert [(each.rate, each.as_of) for each in page.rates] == [(Decimal("0.79"), date(2026, 11, 20))]
    assert next(each.pop_up for each in hartley.services.notices.page()).startswith("Daisy has used half")


def test_calls_of_agents_that_are_not_listed_stand_by_themselves_so_that_the_whole_adds_up(hartley: Office) -> None:
    hartley.take_calls(
        *charged(date(2026, 11, 2), 2, "1.50"),
        line("other", "2026-11-03T10:00:00+00:00", *QUESTION, agent="Rex", cost="4.25", currency="GBP"),
    )
    page = hartley.services.spending.page()
    assert [(each.agent and each.agent.name, each.so_far) for each in page.agents] == [
        ("Daisy", Money(300, 2, "GBP")),
        (None, Money(425, 2, "GBP")),
    ]
    assert page.whole == Money(725, 2, "GBP")


def test_the_whole_is_rounded_once_and_is_what_today_says_in_however_many_moneys(hartley: Office) -> None:
    business = hartley.services.businesses.current()
    assert business is not None
    rates = ExchangeRates((("EUR", Decimal("0.86")), ("USD", Decimal("0.79"))), date(2026, 11, 1))
    hartley.services.businesses.save(replace(business, exchange_rates=rates))
    hartley.take_calls(
        *charged(date(2026, 11, 2), 1, "0.006"),
        *charged(date(2026, 11, 2), 1, "0.01", currency="USD"),
        line("other", "2026-11-03T10:00:00+00:00", *QUESTION, agent="Rex", cost="0.007", currency="EUR"),
    )
    page = hartley.services.spending.page()
    # 0.6 + 0.79 pence of Daisy's, 0.602 of the other's: 1.992
    assert [each.so_far for each in page.agents] == [Money(1, 2, "GBP"), Money(1, 2, "GBP")]
    assert page.whole == Money(2, 2, "GBP")
    assert hartley.services.today.view().spent == page.whole
    hartley.take_calls(line("third", "2026-11-03T11:00:00+00:00", *QUESTION, cost="0.0045", currency="GBP"))
    page = hartley.services.spending.page()
    assert [each.so_far for each in page.agents] == [Money(2, 2, "GBP"), Money(1, 2, "GBP")]
    assert page.whole == Money(2, 2, "GBP"), "2.442 pence, though the cards make three"
    assert hartley.services.today.view().spent == page.whole


def test_what_it_bought_is_said_with_bookings_that_stand_in_the_diary(hartley: Office) -> None:
    hartley.take_calls(line("c1", "2026-11-17T10:00:00+00:00", *BOOKED, cost="0.42", currency="GBP"))
    at = "2026-11-24T10:00:00+00:00,2026-11-24T11:00:00+00:00"
    hartley.take_diary(f"b1,{at},booked,Boiler service,Ana Marsh,+447700900123,,2026-11-17T10:01:00+00:00")
    hartley.services.checking.run()
    (daisy,) = hartley.services.spending.page().agents
    assert (daisy.calls, daisy.bookings) == (1, 1)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 80), st.integers(0, 10**9), st.integers(2, 8), st.sampled_from(["GBP", "USD", "credits", ""])
        ),
        max_size=40,
    ),
    st.decimals("0.0001", "5", places=4),
)
def test_whatever_calls_cost_the_pounds_of_a_month_are_those_of_its_exact_sum(
    rows: list[tuple[int, int, int, str]], rate: Decimal
) -> None:
    business = a_business(exchange_rates=ExchangeRates((("USD", rate), ("credits", Decimal("0.0002")))))
    first = date(2026, 9, 10)
    made = [
        DayRow(first + timedelta(days=day), "Ana", "Line", 1, 1, 0, minor if currency else 0, scale, currency)
        for day, minor, scale, currency in sorted(rows)
    ]
    found = ledgers(made, business, date(2026, 11, 30)).get("Ana")
    for month in (Period(date(2026, 10, 1), date(2026, 10, 31)), NOVEMBER):
        worth = {"GBP": Fraction(1), "USD": Fraction(rate), "credits": Fraction(2, 10_000), "": Fraction(0)}
        parts = (Fraction(row.minor, 10**row.scale) * worth[row.currency] for row in made if row.day in month)
        exact = sum(parts, Fraction(0))
        spent = found.spent(month) if found else Money(0, 2, "GBP")
        assert spent is not None
        assert abs(Fraction(spent.minor) - exact * 100) <= Fraction(1, 2)


def test_each_limit_says_whether_its_service_really_stops_there(hartley: Office) -> None:
    hartley.services.limits.set_("Daisy", Limits(Money(9000, 2, "GBP"), 600, 900, 20), "Sam")
    (daisy,) = hartley.services.spending.page().agents
    assert [(each.limit, each.hard) for each in daisy.stops] == [
        ("£90.00 a month", False),
        ("600 calls a month", False),
        ("900 minutes a month", False),
        ("One call: 20 minutes", False),
    ]
    assert all(each.words.startswith("Warning only: ") for each in daisy.stops)


def test_where_the_live_configuration_ends_calls_the_limit_is_a_hard_stop(hartley: Office) -> None:
    agents = hartley.services.agents
    with hartley.store.writing() as db:
        stored_connections.put(db, Connection("Line", "retell", title="Retell AI"))
        kept = SetupVersion("Line", "a1", 1, FRIDAY, None, LiveSetup())
        live.add_setup(db, kept, b'{"agent": {"max_call_duration_ms": 900000}}')
    for allowed, hard, words in (
        (20, True, "Hard stop at the service: Retell AI ends a call after 15 minutes."),
        (10, False, "Warning only: Retell AI lets a call go on for 15 minutes. Ask for a shorter one."),
    ):
        daisy = agents.get("Daisy")
        agents.change("Daisy", replace(daisy, connection="Line", external_id="a1", longest_call=allowed))
        (card,) = hartley.services.spending.page().agents
        assert [(each.hard, each.words) for each in card.stops if each.what == "length"] == [(hard, words)]


def test_a_limit_in_a_money_without_a_rate_is_said_to_be_unwatched(hartley: Office) -> None:
    hartley.services.limits.set_("Daisy", Limits(Money(20000, 2, "USD")), "Sam", "They bill in dollars")
    hartley.take_calls(*charged(date(2026, 11, 17), 1, "70.00"))
    (daisy,) = hartley.services.spending.page().agents
    assert (daisy.so_far, daisy.unwatched) == (Money(7000, 2, "GBP"), True)
    (notice,) = hartley.services.notices.page()
    assert "no exchange rate for USD" in notice.body
    in_dollars(hartley)
    (daisy,) = hartley.services.spending.page().agents
    assert daisy.share is not None
    assert round(daisy.share, 3) == round(70 / 158, 3)


def test_of_a_limit_of_nothing_all_is_used_with_the_first_penny(hartley: Office) -> None:
    hartley.services.limits.set_("Daisy", Limits(Money(0, 2, "GBP")), "Sam")
    assert hartley.services.findings.waiting() == 0
    hartley.take_calls(*charged(date(2026, 11, 17), 1, "0.01"))
    (daisy,) = hartley.services.spending.page().agents
    assert daisy.share == 1.0
    assert hartley.services.findings.waiting() == 1


def test_how_late_a_warning_may_come_is_said_beforehand_and_no_most_is_promised(hartley: Office) -> None:
    hartley.take_calls(*charged(date(2026, 11, 17), 8, "1.20"))
    (daisy,) = hartley.services.spending.page().agents
    said = daisy.stops[0].words
    assert "the call that passes the limit is paid for whole" in said
    assert "on your dearest kind of day about £0.10 more is spent before I look" in said
    assert "up to" not in said, "one of its calls alone cost twelve times that"


def test_more_money_needs_a_reason_and_less_does_not(hartley: Office) -> None:
    limits = hartley.services.limits
    limits.set_("Daisy", Limits(Money(10000, 2, "GBP")), "Sam")
    for more in (Limits(Money(15000, 2, "GBP")), Limits()):
        with pytest.raises(Sorry, match="why it may cost more"):
            limits.set_("Daisy", more, "Sam", "  ")
    limits.set_("Daisy", Limits(Money(15000, 2, "GBP")), "Sam", "A busy month")
    assert [(each.was, each.now, each.why) for each in limits.history("Daisy")] == [
        (Money(12000, 2, "GBP"), Money(10000, 2, "GBP"), ""),
        (Money(10000, 2, "GBP"), Money(15000, 2, "GBP"), "A busy month"),
    ]


def test_a_limit_that_is_raised_takes_back_what_it_no_longer_reaches(hartley: Office) -> None:
    hartley.take_calls(*charged(date(2026, 11, 17), 1, "70.00"))
    assert hartley.services.findings.waiting() == 1
    hartley.services.limits.set_("Daisy", Limits(Money(20000, 2, "GBP")), "Sam", "A busy month")
    assert hartley.services.findings.waiting() == 0


def test_the_parts_of_a_dear_day_name_their_calls_for_the_refund_list(spiked: Office) -> None:
    (daisy,) = spiked.services.spending.page().agents
    (spike,) = daisy.spikes
    assert (spike.more, sum(each.more for each in spike.parts)) == (Money(2250, 2, "GBP"), 2250)
    number = spike.parts[0]
    assert (number.why, len(number.calls), number.caller) == (Why.NUMBER, 14, "+447700900999")
    spiked.services.marks.mark(number.calls, Mark.SPAM, "Sam")
    page = spiked.services.spending.page()
    assert (page.marked, page.marked_cost) == (14, (Money(2200, 2, "GBP"),))
    assert page.whole == Money(2650, 2, "GBP"), "the service has charged it all the same"


def figure(office: Office, key: str) -> str:
    card = office.services.scorecards.make("Daisy", NOVEMBER)
    return next(each.words for each in card.figures if each.measure == key)


def test_marked_calls_leave_every_measure_and_the_draw_and_come_back(hartley: Office) -> None:
    hartley.take_calls(*charged(date(2026, 11, 17), 6, "0.50", **{"from": "+447700900555"}))
    ids = [each.id for each in hartley.services.calls.page(CallFilter()).rows]
    assert figure(hartley, "K01") == "6 calls"
    hartley.services.marks.mark(ids[:4], Mark.SPAM, "Sam")
    hartley.services.marks.mark(ids[4:5], Mark.WRONG_NUMBER, "Sam")
    assert figure(hartley, "K01") == "1 call (5 more were not real or not answered)"
    assert "£2.50 of it on calls that weren't real" in figure(hartley, "K22")
    review = hartley.services.reviews.plan()
    assert {each.call for each in review.looks if each.by_chance} == {ids[5]}
    hartley.services.marks.unmark(ids)
    assert figure(hartley, "K01") == "6 calls"


def test_a_caller_who_was_marked_before_the_period_does_not_count_as_ringing_again(hartley: Office) -> None:
    hartley.take_calls(
        *charged(date(2026, 10, 30), 1, "0.50", **{"from": "+447700900555"}),
        *charged(date(2026, 11, 2), 1, "0.50", **{"from": "+447700900555"}),
    )
    assert figure(hartley, "K17").startswith("1 of 1")
    earlier = hartley.services.calls.page(CallFilter(last=date(2026, 10, 31))).rows
    hartley.services.marks.mark([each.id for each in earlier], Mark.TEST, "Sam")
    assert figure(hartley, "K17").startswith("0 of 1")


STARTS = (
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1+1",
    "|cmd",
    "%x",
    '=HYPERLINK("http://x")',
    "\n@x",
)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("apart", [",", "\t"])
def test_no_cell_of_the_claim_list_runs_in_a_spreadsheet(start: str, apart: str) -> None:
    call = MarkedCall(1, "Line", start, start, FRIDAY, 60, start, Money(5, 1, start), Mark.SPAM, "Sam")
    _, row = csv.reader(io.StringIO(claim_list([call], ZoneInfo("Europe/London"), apart=apart)), delimiter=apart)
    assert len(row) == len(HEAD)
    for cell in row:
        assert cell.lstrip()[:1] not in {"=", "+", "-", "@", "|", "%", "＝"}
    assert "".join(start.split()) in "".join(row[-1].split()), "and what it is can still be read"


def test_the_claim_list_is_saved_whole_and_keeps_the_zeros_of_numbers(hartley: Office, tmp_path: Path) -> None:
    hartley.take_calls(*charged(date(2026, 11, 17), 1, "0.50", **{"from": "+447700900555"}))
    ids = [each.id for each in hartley.services.calls.page(CallFilter()).rows]
    hartley.services.marks.mark(ids, Mark.SPAM, "Sam")
    hartley.services.marks.save(NOVEMBER, tmp_path / "claims.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "claims.csv").read_text(encoding="utf-8-sig"))))
    assert rows[1][:7] == ["Tue 17 Nov, 10:00 am", "Daisy", "07700 900555", "90", "0.50", "GBP", "spam"]
    assert hartley.services.marks.as_table(NOVEMBER).splitlines()[1].split("\t") == rows[1]


def test_after_the_invoice_the_difference_is_said_and_explained_line_by_line(hartley: Office) -> None:
    invoices = hartley.services.invoices
    hartley.take_calls(*charged(date(2026, 11, 17), 4, "29.48"))
    invoice = invoices.keep("Calls", date(2026, 11, 20), "£118.40", "Sam")
    assert in_words(invoice) == ("Invoice £118.40. I counted £117.92. Difference £0.48. It isn't explained yet.")
    invoices.explain(invoice, [("number rental rounding", "0.48")])
    (kept,) = invoices.all_()
    assert in_words(kept) == "Invoice £118.40. I counted £117.92. Difference £0.48: £0.48 number rental rounding."
    assert kept.unexplained == Money(0, 2, "GBP")
    again = invoices.keep("Calls", date(2026, 11, 1), "117.92", "Sam")
    assert in_words(again) == "Invoice £117.92. I counted £117.92. They are the same."
    assert invoices.all_() == (again,)


def test_an_invoice_in_a_money_that_cannot_be_compared_says_what_to_do(hartley: Office) -> None:
    hartley.take_calls(*charged(date(2026, 11, 17), 4, "10.00", currency="USD"))
    with pytest.raises(Sorry, match="charged in USD"):
        hartley.services.invoices.keep("Calls", date(2026, 11, 1), "£31.60", "Sam")
    assert in_words(hartley.services.invoices.keep("Calls", date(2026, 11, 1), "$41.00", "Sam")).startswith(
        "Invoice $41.00. I counted $40.00. Difference $1.00."
    )
    in_dollars(hartley)
    assert "They are the same." in in_words(hartley.services.invoices.keep("Calls", date(2026, 11, 1), "£31.60", "Sam"))


def test_a_month_without_any_call_is_nothing_spent_and_no_limit_used(hartley: Office) -> None:
    hartley.clock.instant = datetime(2026, 12, 3, 9, tzinfo=UTC)
    (daisy,) = hartley.services.spending.page().agents
    assert (daisy.so_far, daisy.share, daisy.days, daisy.low) == (Money(0, 2, "GBP"), 0.0, (), None)

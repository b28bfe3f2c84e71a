"""The page Money: what stands on it, and that every button does what it says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from agentdesk.domain.call_mark import Mark
from agentdesk.domain.finding import Kind
from agentdesk.domain.lists import CallFilter, FindingFilter
from agentdesk.domain.money import Money
from agentdesk.ui.screens.calls.call_screen import CallScreen
from agentdesk.ui.screens.findings.finding_screen import FindingScreen
from agentdesk.ui.screens.money.agent_card import DayRow
from agentdesk.ui.screens.money.invoices_part import InvoicePart
from agentdesk.ui.screens.money.screen import MoneyScreen
from agentdesk.ui.screens.money.spike_part import SpikePart
from agentdesk.ui.theme.theme import Scheme
from agentdesk.ui.widgets.ask import AnswerField
from agentdesk.ui.widgets.buttons import QuietButton
from agentdesk.ui.widgets.fields import MoneyField
from tests.services.money.test_cost_watch import charged, eight_weeks
from tests.ui.conftest import Room
from tests.ui.sweep import fits, named, plain

# the platform of tests has no screen, and says of every window that it cannot keep a smallest size
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NOVEMBER = [day for day in range(2, 18) if date(2026, 11, day).weekday() < 5]


def shown(qtbot: QtBot, room: Room, **what: object) -> MoneyScreen:
    page = MoneyScreen(room.desk)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.open(**what)
    page.show()
    return page


@pytest.fixture
def dear_room(hartley_room: Room) -> Room:
    """Ten ordinary weeks, and a Wednesday on which one number rang fourteen times."""
    hartley_room.office.clock.instant = datetime(2026, 11, 18, 18, tzinfo=UTC)
    day = date(2026, 11, 18)
    hartley_room.office.take_calls(
        *eight_weeks(),
        *(each for every in NOVEMBER for each in charged(date(2026, 11, every), 8, "0.50", **{"from": None})),
        *charged(day, 9, "0.50", **{"from": None}),
        *charged(day, 11, "0.50", **{"from": "+447700900999"}),
        *charged(day, 3, "5.50", **{"from": "+447700900999"}, seconds=2500),
    )
    return hartley_room


@pytest.mark.parametrize(
    ("prices", "said"),
    [
        (("0.50", "0.25"), "£0.75 in all so far."),
        (
            ("0.504", "0.254"),
            "£0.76 in all so far. Each sum below is rounded to whole pence, so together they make £0.75.",
        ),
    ],
)
def test_where_the_cards_do_not_make_the_whole_to_the_penny_it_says_why(
    qtbot: QtBot, hartley_room: Room, prices: tuple[str, str], said: str
) -> None:
    daisys, others = prices
    hartley_room.office.take_calls(
        *charged(date(2026, 11, 3), 1, daisys), *charged(date(2026, 11, 4), 1, others, agent="Rex")
    )
    page = shown(qtbot, hartley_room)
    assert [each.figure.text() for each in page.cards] == ["£0.50", "£0.25"]
    assert page.whole.text() == said
    assert page.whole.isVisible()


def test_of_several_moneys_each_is_named_so_that_they_make_the_sum(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_calls(
        *charged(date(2026, 11, 3), 1, "2.00", currency="USD"), *charged(date(2026, 11, 4), 1, "3.37")
    )
    hartley_room.services.spending.set_rates({"USD": "0.80"}, date(2026, 11, 1))
    (card,) = shown(qtbot, hartley_room).cards
    assert card.figure.text() == "£4.97"
    assert "The service charged $2.00, counted at 0.80 for 1 USD, the rate of Sun 1 Nov 2026." in card.sentences.text()
    assert "The rest, £3.37, was charged in GBP." in card.sentences.text()


def press(page: MoneyScreen, words: str) -> None:
    (button,) = (each for each in page.findChildren(QuietButton) if each.text() == words and each.isVisible())
    button.click()


def test_with_a_diary_it_says_how_many_bookings_it_bought(qtbot: QtBot, dear_room: Room) -> None:
    dear_room.office.take_diary("b1,2026-11-23T10:00:00Z,2026-11-23T11:00:00Z,booked,Boiler service,,,,")
    (card,) = shown(qtbot, dear_room).cards
    assert "119 calls and 0 bookings in November: £0.63 a call." in card.sentences.text()


def test_without_costs_it_says_what_will_stand_there(qtbot: QtBot, hartley_room: Room) -> None:
    page = shown(qtbot, hartley_room)
    assert page.none.isVisible()
    assert not page.cards
    assert not page.invoices.isVisible()


def test_a_card_says_so_far_where_it_ends_and_what_it_bought(qtbot: QtBot, dear_room: Room) -> None:
    (card,) = shown(qtbot, dear_room).cards
    assert (card.title.text(), card.figure.text()) == ("Daisy", "£74.50")
    assert card.caption.text() == "of £120.00 so far in November"
    assert card.mark.words() == "Inside the limit"
    ends, bought = card.sentences.text().splitlines()
    assert ends == "November will end at about £106.50."
    assert bought == "119 calls in November: £0.63 a call. Bookings aren't known: no diary is connected."
    assert card.stops.text().startswith("£120.00 a month. Warning only: ")


def test_a_dear_day_shows_its_parts_and_each_opens_its_calls(qtbot: QtBot, dear_room: Room) -> None:
    page = shown(qtbot, dear_room)
    (spike,) = page.findChildren(SpikePart)
    assert spike.headline.text() == "Wed 18 Nov: Daisy has cost £22.50 more than a normal Wednesday."
    number, rest = spike.rows.rows()
    assert number.accessibleName() == "14 calls from one number, 3 of them over 40 minutes £22.00"
    assert rest.accessibleName() == "A busier day: 9 other calls, 8 are usual £0.50"
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_Return)
    place, what = dear_room.gone.places[-1]
    ids = what["ids"]
    assert place == "calls"
    assert isinstance(ids, tuple)
    assert len(ids) == 14


def test_the_number_shows_only_when_somebody_asks_how_to_block_it(qtbot: QtBot, dear_room: Room) -> None:
    page = shown(qtbot, dear_room)
    (spike,) = page.findChildren(SpikePart)
    assert not spike.steps.isVisible()
    press(page, "Show how to block this number")
    assert "07700 900999" in spike.steps.text()


def test_automatic_top_up_is_not_claimed_to_be_known(qtbot: QtBot, dear_room: Room) -> None:
    page = shown(qtbot, dear_room)
    (spike,) = page.findChildren(SpikePart)
    press(page, "Check automatic top-up")
    assert "can't be seen from here" in spike.steps.text()
    assert "calls fail when the balance runs out" in spike.steps.text()


def test_spam_of_a_dear_day_goes_onto_the_list_that_can_be_copied(qtbot: QtBot, dear_room: Room) -> None:
    page = shown(qtbot, dear_room)
    press(page, "Mark as spam and add to my refund list")
    page.reload()
    assert page.claims.said.text().startswith("14 calls of November were spam or tests, £22.00.")
    press(page, "Copy the list")
    assert len(QGuiApplication.clipboard().text().splitlines()) == 15


def test_a_message_for_the_supplier_is_ready_to_be_sent(qtbot: QtBot, dear_room: Room) -> None:
    page = shown(qtbot, dear_room)
    press(page, "Ask for a shorter longest call")
    assert QGuiApplication.clipboard().text() == (
        "Hello,\n\nplease let no call of Daisy last longer than what an ordinary call needs.\n\nThank you\nSam"
    )


def test_a_raised_limit_without_a_reason_is_asked_for_beside_the_field_and_nothing_typed_is_lost(
    qtbot: QtBot, dear_room: Room
) -> None:
    page = shown(qtbot, dear_room)
    press(page, "Raise this month's limit")
    form = page.cards[0].form
    assert form is not None
    field, why = form.money.field, form.why.field
    assert isinstance(field, MoneyField)
    assert isinstance(why, AnswerField)
    field.set_value("150")
    form.keep.click()
    assert "why it may cost more" in form.why.error()
    page.reload()
    assert page.cards[0].form is form
    assert field.value() == "150"
    why.set_value("A busy month")
    form.keep.click()
    assert dear_room.services.agents.get("Daisy").monthly_limit == Money(15000, 2, "GBP")
    assert page.cards[0].caption.text() == "of £150.00 so far in November"


@pytest.mark.parametrize(("scheme", "percent"), [(Scheme.LIGHT, 100), (Scheme.DARK, 200)])
def test_with_everything_open_it_is_heard_plain_and_whole(
    qtbot: QtBot, dear_room: Room, scheme: Scheme, percent: int
) -> None:
    dear_room.services.invoices.keep("Calls", date(2026, 10, 1), "£99.00", "Sam")
    dear_room.desk.theme.choose(scheme, percent)
    page = shown(qtbot, dear_room)
    page.cards[0].ask_limits()
    page.cards[0].show_days.click()
    press(page, "Show how to block this number")
    press(page, "Say what the difference is")
    named(page)
    plain(page)
    fits(page, 1200, 700)
    dear_room.desk.theme.choose(Scheme.LIGHT, 100)


@pytest.mark.parametrize("typed", ["0", "-1", "many", "1.5", "²", "1000001"])
def test_a_number_that_is_none_is_said_beside_its_field(qtbot: QtBot, dear_room: Room, typed: str) -> None:
    page = shown(qtbot, dear_room)
    page.cards[0].ask_limits()
    form = page.cards[0].form
    assert form is not None
    field = form.calls.field
    assert isinstance(field, AnswerField)
    field.set_value(typed)
    form.keep.click()
    assert form.calls.error().startswith("Write a whole number")


def test_the_days_open_to_their_calls(qtbot: QtBot, dear_room: Room) -> None:
    page = shown(qtbot, dear_room)
    card = page.cards[0]
    card.show_days.click()
    first = card.days.rows()[0]
    assert isinstance(first, DayRow)
    assert first.accessibleName() == "Wed 18 Nov 23 calls £26.50"
    first.click()
    day = date(2026, 11, 18)
    assert dear_room.gone.places[-1] == ("calls", {"first": day, "last": day, "agent": "Daisy", "words": ""})
    card.show_days.click()
    assert not card.days.isVisible()


def test_dollars_without_a_rate_are_said_and_a_rate_can_be_typed(qtbot: QtBot, hartley_room: Room) -> None:
    hartley_room.office.take_calls(*charged(date(2026, 11, 17), 4, "20.00", currency="USD"))
    page = shown(qtbot, hartley_room)
    assert page.cards[0].figure.text() == "$80.00"
    assert "no exchange rate for it yet, so your limit of £120.00 is not watched" in page.cards[0].caption.text()
    field = page.rates.rows["USD"].field
    assert isinstance(field, AnswerField)
    field.set_value("nothing")
    page.rates.keep.click()
    assert page.rates.rows["USD"].error() == "Write what one USD is worth, like 0.79."
    field.set_value("0.79")
    page.rates.keep.click()
    page.reload()
    assert page.cards[0].figure.text() == "£63.20"
    assert "The service charged $80.00, counted at 0.79 for 1 USD, the rate of Fri 20 Nov 2026." in (
        page.cards[0].sentences.text()
    )


def test_an_invoice_is_compared_and_its_difference_explained(qtbot: QtBot, dear_room: Room) -> None:
    page = shown(qtbot, dear_room)
    page.invoices.total.set_value("£88.48")
    page.invoices.compare.click()
    (part,) = page.findChildren(InvoicePart)
    part.explain.click()
    part.what.set_value("number rental")
    part.keep.click()
    (kept,) = dear_room.services.invoices.all_()
    assert kept.unexplained == Money(0, 2, "GBP")
    page.invoices.total.set_value("a lot")
    page.invoices.compare.click()
    assert page.invoices.total_row.error() == "Write an amount like 120 or 120.50."


def test_a_matter_of_money_leads_to_the_page(qtbot: QtBot, dear_room: Room) -> None:
    (spike,) = dear_room.services.findings.page(FindingFilter(kinds=(Kind.COST_SPIKE,)))
    page = FindingScreen(dear_room.desk)
    qtbot.addWidget(page)
    page.open(id=spike.id)
    page.show()
    page.open_money.click()
    assert dear_room.gone.places[-1] == ("money", {"agent": "Daisy"})


@pytest.mark.parametrize(("button", "mark"), [("test", Mark.TEST), ("wrong_number", Mark.WRONG_NUMBER)])
def test_a_call_is_marked_on_its_own_page_and_made_real_again(
    qtbot: QtBot, dear_room: Room, button: str, mark: Mark
) -> None:
    (row,) = dear_room.services.calls.page(CallFilter(), None, 1).rows
    page = CallScreen(dear_room.desk)
    qtbot.addWidget(page)
    page.open(id=row.id)
    page.show()
    getattr(page.marking, button).click()
    assert dear_room.services.marks.of(row.id) is mark
    assert page.marking.said.isVisible()
    page.marking.undo.click()
    assert dear_room.services.marks.of(row.id) is None
    assert page.marking.spam.isVisible()

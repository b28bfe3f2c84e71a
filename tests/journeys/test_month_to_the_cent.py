"""A month's cost to the cent: two services, two currencies, amounts of odd lengths; read, added up, and on the page."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agentdesk.bootstrap.services import build_services
from agentdesk.desktop.folders import resources_folder
from agentdesk.domain.clock import SetClock
from agentdesk.jobs.runner import ImmediateRunner
from agentdesk.services.connections.pulling import State
from agentdesk.services.services import Services
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import open_store
from agentdesk.ui.desk import Desk
from agentdesk.ui.screens.money.screen import MoneyScreen
from agentdesk.ui.theme.theme import Theme
from tests.connectors.retell.fake import FakeRetell, cost
from tests.connectors.twilio.fake import ACCOUNT, NUMBER_SID, FakeTwilio, sid
from tests.services.conftest import SETUP, Printer
from tests.services.steered import KEYS
from tests.ui.conftest import Gone, Told

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NOW = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)
RATES = {"USD": Decimal("0.7893"), "EUR": Decimal("0.86547")}
CALLS = 150


@dataclass
class Month:
    """The two services, what they charged in November, and the desk."""

    retell: FakeRetell
    twilio: FakeTwilio
    services: Services
    charged: dict[str, dict[str, Decimal]]
    """Of each currency, what each call cost, by its name."""

    def pull(self) -> None:
        pulled = {each.name: each.state for each in self.services.syncing.run()}
        assert (pulled["Calls"], pulled["Line"]) == (State.OK, State.OK)

    def pence(self, *currencies: str) -> int:
        """Worked out by itself, in whole pence, rounded once."""
        sums = (sum(self.charged[each].values(), Decimal(0)) * RATES[each] * 100 for each in currencies)
        return int(sum(sums, Decimal(0)).to_integral_value(ROUND_HALF_EVEN))


def _in_words(pence: int) -> str:
    return f"£{Decimal(pence).scaleb(-2):,.2f}"


@pytest.fixture
def month(tmp_path: Path) -> Iterator[Month]:
    chance = random.Random(20261120)  # noqa: S311 - amounts are drawn, not secrets
    store, printer = open_store(tmp_path / "store.db", new_store_key()), Printer()
    with FakeRetell(KEYS["retell"]) as retell, FakeTwilio("0123456789abcdef0123456789abcdef") as twilio:
        clock = SetClock(NOW)

        def sleep(seconds: float, _: object) -> None:
            clock.advance(timedelta(seconds=seconds))

        services = build_services(store, resources_folder(), clock, printer, printer, seed=lambda: 7, sleep=sleep)
        month = Month(retell, twilio, services, {"USD": {}, "EUR": {}})
        retell.add_agent("agent_ana", "Ana", "Be kind.", "+441134960100")
        twilio.add_number()
        _fill(month, chance)
        services.setup.apply(_set_up(retell, twilio))
        for name, key in (("Calls", KEYS["retell"]), ("Line", twilio.key)):
            connection = services.connecting.named(name)
            services.connecting.keep(connection, key, services.connecting.try_(connection, key))
        month.pull()
        services.spending.set_rates({name: str(rate) for name, rate in RATES.items()}, date(2026, 11, 1))
        yield month
        store.close()


def _fill(month: Month, chance: random.Random) -> None:
    """Some of October, which don't count, one without a cost, and prices of two to seven decimal places."""
    for number in range(CALLS):
        started = NOW - timedelta(minutes=chance.randrange(60 * 24 * 34) if number else 90)
        milliseconds = int(started.timestamp() * 1000)
        cents = Decimal(chance.randrange(1, 999_999)).scaleb(-chance.randrange(2, 6))
        euros = Decimal(chance.randrange(1, 99_999)).scaleb(-chance.randrange(2, 6))
        month.retell.add_call(f"r{number}", milliseconds, call_cost=cost(cents) if number else None)  # type: ignore[arg-type]
        month.twilio.add_call(f"t{number}", started, price=f"-{euros:f}", price_unit="EUR")
        # London keeps the clock of UTC in November; in October it is an hour ahead
        if started >= datetime(2026, 11, 1, tzinfo=UTC):
            month.charged["EUR"][f"t{number}"] = euros
            if number:
                month.charged["USD"][f"r{number}"] = cents / 100


def _set_up(retell: FakeRetell, twilio: FakeTwilio) -> str:
    plain = json.loads(SETUP)
    plain["connections"] = [
        {"name": "Calls", "service": "retell", "address": retell.url},
        {"name": "Line", "service": "twilio", "address": twilio.url, "account": ACCOUNT},
    ]
    (daisy,) = plain["agents"]
    daisy.update(external_id="agent_ana", books_into=[])
    tom = {"name": "Tom", "connection": "Line", "external_id": NUMBER_SID, "stage": "trial", "responsible": "Jo"}
    plain["agents"].append(tom)
    return json.dumps(plain)


def figures(qtbot: QtBot, app: QApplication, month: Month) -> tuple[list[str], str]:
    """What each agent's card says, and all of them together."""
    runner, theme, services = ImmediateRunner(), Theme(app), month.services
    desk = Desk(
        services, runner, Told(), Gone(), theme, SetClock(NOW), services.businesses.owner, services.businesses.zone
    )
    page = MoneyScreen(desk)
    qtbot.addWidget(page)
    page.open()
    page.show()
    shown = [each.figure.text() for each in page.cards]
    whole = page.whole.text()
    runner.stop()
    theme.deleteLater()
    return shown, whole


def test_the_page_says_to_the_penny_what_the_services_charged(qtbot: QtBot, qapp: QApplication, month: Month) -> None:
    dollars, euros = month.pence("USD"), month.pence("EUR")
    shown, whole = figures(qtbot, qapp, month)
    assert shown == [_in_words(dollars), _in_words(euros)]
    assert whole.startswith(f"{_in_words(month.pence('USD', 'EUR'))} in all so far.")
    page = month.services.spending.page()
    assert [(each.amount, each.currency) for card in page.agents for each in card.charged] == [
        (sum(month.charged["USD"].values()), "USD"),
        (sum(month.charged["EUR"].values()), "EUR"),
    ]
    for card in page.agents:
        assert card.so_far is not None
        assert sum(each.cost.minor for each in card.days if each.cost) == card.so_far.minor, "days add up to the month"
    assert page.agents[0].not_reported == 1


def test_a_cost_that_is_restated_takes_the_place_of_the_first(month: Month) -> None:
    began = {each: parsedate_to_datetime(month.twilio.calls[sid(each)]["start_time"]) for each in month.charged["EUR"]}
    latest = max(began, key=lambda each: began[each])
    month.twilio.calls[sid(latest)]["price"] = "-17.00001"
    month.charged["EUR"][latest] = Decimal("17.00001")
    for _ in range(2):
        month.pull()
    so_far = month.services.spending.page().agents[1].so_far
    assert so_far is not None
    assert so_far.minor == month.pence("EUR")

"""Twilio: every call of the line once, with what it cost, and nothing of what was said."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from agentdesk.connectors import catalogue
from agentdesk.connectors.kit.troubles import AskedToWait, NotUnderstood, SignInRefused, Trouble
from agentdesk.domain.clock import SetClock
from agentdesk.domain.lists import CallFilter
from agentdesk.domain.money import Money
from agentdesk.store import calls
from agentdesk.store.keys import new_store_key
from agentdesk.store.store import open_store
from agentdesk.ui.widgets.telling import call_told
from tests.connectors.kit.fake_service import WIRE_FAULTS, Reply
from tests.connectors.kit.known import Desk, signed_in
from tests.connectors.twilio.fake import ACCOUNT, NUMBER, NUMBER_SID, FakeTwilio, sid

NOW = datetime(2026, 11, 27, 16, tzinfo=UTC)
CALLS = f"/2010-04-01/Accounts/{ACCOUNT}/Calls.json"


def ago(**what: float) -> datetime:
    return NOW - timedelta(**what)


@pytest.fixture
def desk() -> Desk:
    return Desk(SetClock(NOW))


@pytest.fixture
def service() -> Iterator[FakeTwilio]:
    with FakeTwilio() as fake:
        yield fake


def pull(service: FakeTwilio, desk: Desk) -> int:
    with signed_in("twilio", service.url, desk.clock, account=ACCOUNT) as connector:
        assert connector.calls is not None
        return desk.take_calls(connector.calls.calls(desk.position, desk))


def test_a_call_is_read_with_its_time_length_caller_and_exact_cost(service: FakeTwilio, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2))
    assert pull(service, desk) == 1
    call = desk.calls[sid("c1")]
    assert (call.started_at, call.seconds, call.caller) == (ago(hours=2), 61, "+447700900123")
    assert call.cost == Money(75, 4, "USD"), "the minus is Twilio's way of writing a charge"
    assert (call.agent_external_id, call.outcome, call.final) == (NUMBER_SID, "completed", True)
    assert not call.turns


def test_a_cost_in_another_currency_stays_in_it(service: FakeTwilio, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2), price="-0.1234567", price_unit="GBP")
    pull(service, desk)
    assert desk.calls[sid("c1")].cost == Money(1234567, 7, "GBP")


@pytest.mark.parametrize(("price", "unit"), [(None, "USD"), ("0.20", "USD"), ("-0.20", None), ("free", "USD")])
def test_what_is_no_charge_is_not_reported(
    service: FakeTwilio, desk: Desk, price: str | None, unit: str | None
) -> None:
    service.add_call("c1", ago(hours=2), price=price, price_unit=unit)
    pull(service, desk)
    assert desk.calls[sid("c1")].cost is None


@pytest.mark.parametrize(
    ("direction", "caller"),
    [
        ("inbound", "+447700900123"),
        ("trunking-originating", "+447700900123"),
        ("outbound-api", NUMBER),
        ("outbound-dial", NUMBER),
        ("trunking-terminating", NUMBER),
        ("sideways", "+447700900123"),
    ],
)
def test_the_other_party_is_told_by_the_direction(service: FakeTwilio, desk: Desk, direction: str, caller: str) -> None:
    service.add_call("c1", ago(hours=2), direction=direction)
    pull(service, desk)
    assert desk.calls[sid("c1")].caller == caller


def test_a_price_that_comes_later_replaces_none(service: FakeTwilio, desk: Desk) -> None:
    service.add_call("c1", ago(hours=2), price=None)
    pull(service, desk)
    assert not desk.calls[sid("c1")].final, "it is asked for again until the price is there"
    service.calls[sid("c1")]["price"] = "-0.0085"
    assert pull(service, desk) == 1
    assert desk.calls[sid("c1")].cost == Money(85, 4, "USD")


@pytest.mark.parametrize("status", ["no-answer", "busy", "failed", "canceled"])
def test_a_call_that_rang_in_vain_is_told_as_such_and_waits_for_no_price(
    service: FakeTwilio, desk: Desk, status: str
) -> None:
    service.add_call("c1", ago(hours=2), status=status, price=None, duration="0")
    pull(service, desk)
    call = desk.calls[sid("c1")]
    assert (call.answered, call.outcome, call.seconds, call.final) == (False, status.replace("-", " "), 0, True)


@pytest.mark.parametrize("status", ["no-answer", "busy", "failed", "canceled"])
def test_a_number_took_none_of_the_calls_that_rang_in_vain(service: FakeTwilio, desk: Desk, status: str) -> None:
    service.add_number()
    service.add_call("taken", ago(days=3))
    service.add_call("in vain", ago(hours=1), status=status, price=None, duration="0")
    with signed_in("twilio", service.url, desk.clock, account=ACCOUNT) as connector:
        assert connector.calls is not None
        (agent,) = connector.calls.agents()
        assert connector.calls.last_call_at(agent) == ago(days=3)


def test_the_list_of_calls_shows_what_rang_in_vain_among_those_not_answered(
    service: FakeTwilio, desk: Desk, tmp_path: Path
) -> None:
    for place, status in enumerate(("no-answer", "busy", "failed", "canceled")):
        service.add_call(status, ago(hours=1 + place), status=status, price=None, duration="0")
    pull(service, desk)
    store = open_store(tmp_path / "store.db", new_store_key())
    with store.writing() as db:
        calls.put(db, list(desk.calls.values()), ZoneInfo("Europe/London"))
        rows = calls.page(db, CallFilter(answered=False), None, 10)
        assert calls.count(db, CallFilter(answered=True)) == 0
    store.close()
    told = ("No answer", "Busy", "Failed", "Canceled")
    assert [call_told(each) for each in rows] == [f"Caller ending 123 · 0 sec · {each}" for each in told]


def test_a_call_under_way_is_taken_and_one_that_only_waits_is_not(service: FakeTwilio, desk: Desk) -> None:
    service.add_call("talks", ago(minutes=1), status="in-progress", end_time=None, duration=None, price=None)
    service.add_call("waits", ago(minutes=1), status="queued", start_time=None, end_time=None, price=None)
    pull(service, desk)
    assert [each.final for each in desk.calls.values()] == [False]


def test_nothing_new_takes_one_request(service: FakeTwilio, desk: Desk) -> None:
    for number in range(30):
        service.add_call(f"c{number}", ago(hours=number + 1))
    assert pull(service, desk) == 30
    service.requests.clear()
    assert pull(service, desk) == 0
    assert len(service.requests) == 1
    assert service.requests[0].query["StartTime>"] == "2026-11-24"


def test_pages_are_followed_to_the_end_also_where_all_began_at_once(service: FakeTwilio, desk: Desk) -> None:
    for number in range(950):
        service.add_call(f"c{number}", ago(hours=3))
    service.most = 100
    assert pull(service, desk) == 950
    assert service.asked("GET", CALLS) == 10


def test_a_listing_that_broke_off_begins_again_where_it_began(service: FakeTwilio, desk: Desk) -> None:
    for number in range(40):
        service.add_call(f"c{number}", ago(days=number + 1))
    service.most = 10
    with signed_in("twilio", service.url, desk.clock, account=ACCOUNT) as connector:
        assert connector.calls is not None
        pages = connector.calls.calls(desk.position, desk)
        desk.take_calls(page for page, _ in zip(pages, range(2), strict=False))
    assert len(desk.calls) < 40, "the newest came first"
    pull(service, desk)
    assert len(desk.calls) == 40


def test_a_list_that_leads_back_to_itself_ends(service: FakeTwilio, desk: Desk) -> None:
    service.add_call("c1", ago(hours=1))
    round_and_round = {"calls": list(service.calls.values()), "next_page_uri": f"{CALLS}?Page=1"}
    service.route_first("GET", CALLS, lambda _: Reply(round_and_round))
    with pytest.raises(NotUnderstood, match="over and over"):
        pull(service, desk)


def test_the_next_page_is_asked_for_where_we_signed_in_wherever_it_points(service: FakeTwilio, desk: Desk) -> None:
    other = {"calls": [], "next_page_uri": "https://elsewhere.example/steal?Page=1&PageToken=PA1"}
    answers = iter([other, {"calls": [], "next_page_uri": None}])
    service.route_first("GET", CALLS, lambda _: Reply(next(answers)))
    pull(service, desk)
    assert [each.path for each in service.requests] == [CALLS, CALLS]
    assert service.requests[1].query == {"Page": "1", "PageToken": "PA1"}


def test_a_bad_call_is_set_aside_and_heals_while_the_others_come(service: FakeTwilio, desk: Desk) -> None:
    for number in range(3):
        service.add_call(f"c{number}", ago(hours=number + 1))
    service.add_call("bad", ago(hours=2), date_created=42)
    service.route_first("GET", CALLS, lambda _: Reply({"calls": _without_start(service), "next_page_uri": None}))
    assert pull(service, desk) == 3
    assert desk.aside == {sid("bad"): "it doesn't say when it took place"}
    service.calls[sid("bad")]["date_created"] = service.calls[sid("c0")]["date_created"]
    assert pull(service, desk) == 1
    assert not desk.aside


def test_a_call_that_is_gone_is_said_to_be(service: FakeTwilio, desk: Desk) -> None:
    service.add_call("c1", ago(hours=1), price=None)
    pull(service, desk)
    desk.again = (sid("c1"),)
    service.calls.clear()
    pull(service, desk)
    assert desk.gone == {sid("c1")}


@pytest.mark.parametrize("seed", range(5))
def test_after_a_service_has_recovered_every_call_is_here_once(service: FakeTwilio, desk: Desk, seed: int) -> None:
    for number in range(60):
        service.add_call(f"c{number}", ago(hours=5 * number + 1))
    service.most = 25
    service.random = random.Random(seed)  # noqa: S311 - faults are drawn, no secrets
    service.faults, service.fault_rate = WIRE_FAULTS, 0.35
    for _ in range(4):
        with contextlib.suppress(Trouble):
            pull(service, desk)
    service.fault_rate = 0.0
    desk.clock.advance(timedelta(hours=1))
    pull(service, desk)
    assert desk.calls.keys() == service.calls.keys()
    assert (desk.gone, desk.aside) == (set(), {})


def test_a_key_that_is_not_taken_signs_out(service: FakeTwilio, desk: Desk) -> None:
    service.key = "another"
    with pytest.raises(SignInRefused):
        pull(service, desk)


def test_a_key_without_its_account_is_not_even_tried(service: FakeTwilio, desk: Desk) -> None:
    with pytest.raises(SignInRefused, match="Account SID"), signed_in("twilio", service.url, desk.clock):
        pass
    assert not service.requests


def test_a_service_that_wants_to_be_left_alone_is(service: FakeTwilio, desk: Desk) -> None:
    service.route_first("GET", CALLS, lambda _: Reply({"code": 20429}, 429, {"retry-after": "3600"}))
    with pytest.raises(AskedToWait):
        pull(service, desk)


def test_the_account_is_known_by_its_name_and_its_own_number(service: FakeTwilio, desk: Desk) -> None:
    with signed_in("twilio", service.url, desk.clock, account=ACCOUNT) as connector:
        account = connector.check()
    assert (account.name, account.marks) == ("Green Lane Dental", (ACCOUNT,))


def test_a_number_is_an_agent_with_where_it_leads_and_without_passwords(service: FakeTwilio, desk: Desk) -> None:
    number = service.add_number()
    service.add_call("c1", ago(hours=5))
    seen = []
    with signed_in("twilio", service.url, desk.clock, account=ACCOUNT) as connector:
        assert connector.calls is not None
        for change in ({}, {"friendly_name": "Other words"}, {"voice_url": "https://example.com/other"}):
            number.update(change)
            (agent,) = connector.calls.agents()
            seen.append(connector.calls.setup(agent))
        assert connector.calls.last_call_at(agent) == ago(hours=5)
    assert (agent.external_id, agent.numbers) == (NUMBER_SID, (NUMBER,))
    assert "hunter2" not in str(seen)
    assert [before.rest == after.rest for (before, _), (after, _) in pairwise(seen)] == [True, False]


def test_the_owner_is_told_that_there_are_no_words() -> None:
    told = " ".join(catalogue.service("twilio").preview)
    assert "but no words" in told
    assert "not tried against Twilio itself" in told


def _without_start(service: FakeTwilio) -> list[dict[str, object]]:
    bad = sid("bad")
    return [{**each, "start_time": None} if name == bad else each for name, each in service.calls.items()]

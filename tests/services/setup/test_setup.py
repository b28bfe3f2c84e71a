"""A set-up file is applied whole or not at all."""

from __future__ import annotations

import json
from datetime import time

import pytest

from agentdesk.domain.errors import Sorry
from agentdesk.services.setup.setup import _read, schema
from tests.services.conftest import SETUP, Office


def changed(**business: object) -> str:
    plain = json.loads(SETUP)
    plain["business"] |= business
    return json.dumps(plain)


def test_it_sets_up_business_people_connections_and_agents(hartley: Office) -> None:
    business = hartley.services.businesses.current()
    assert business is not None
    assert business.hours[0][1].start == time(13)
    assert [each.name for each in hartley.services.businesses.people()] == ["Sam", "Jo"]
    page = hartley.services.agents.page("Daisy")
    assert (page.approved and page.approved.approved_by, page.missing_for_live) == ("Sam", ())


def test_the_same_file_twice_changes_nothing(hartley: Office) -> None:
    hartley.services.setup.apply(SETUP)
    assert len(hartley.services.briefs.versions("Daisy")) == 1
    assert len(hartley.services.agents.page("Daisy").stages) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "can't be read"),
        ("[]", "mistake at the top"),
        (changed(name=""), "business → name"),
        (changed(colour="red"), "business → colour: is not something a set-up file has"),
        (changed(timezone="Mars/Olympus"), "time zone"),
        (changed(hours={"mon": [["25:00", "26:00"]]}), "business → hours → mon"),
        (changed(hours={"mon": [["09:00", "13:00"], ["12:00", "17:00"]]}), "overlap"),
        (changed(hours={"mon": [["09:00", "09:00"]]}), "mon opens and closes at 09:00"),
        (
            changed(hours={"sat": [["18:00", "02:00"]], "sun": [["01:00", "05:00"]]}),
            "sat is still open after midnight when sun opens",
        ),
        (
            changed(hours={"sun": [["22:00", "06:00"]], "mon": [["05:00", "12:00"]]}),
            "sun is still open after midnight when mon opens",
        ),
        (changed(services=[{"name": "A", "minutes": 0}]), "services → 1 → minutes"),
        (changed(services=[{"name": "A", "minutes": 30, "price": "1.000,50"}]), "amount"),
        (changed(closures=[{"from": "2026-12-26", "to": "2026-12-24", "why": ""}]), "ends before it starts"),
        (SETUP.replace('"responsible": "Sam"', '"responsible": "Zoe"'), "not among the people"),
        (SETUP.replace('"responsible": "Sam", ', ""), "cannot be live"),
        (SETUP.replace('["Diary"]', '["Elsewhere"]'), "not among the connections"),
        (SETUP.replace("booking_accuracy", "charm"), "not a measure"),
        (SETUP.replace('"service": "file"', '"service": "fax"'), "service: must be one of acuity, bland, "),
    ],
)
def test_bad_input_gets_one_sentence_and_nothing_is_kept(office: Office, text: str, says: str) -> None:
    with pytest.raises(Sorry) as refused:
        office.services.setup.apply(text)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert office.services.businesses.current() is None


def test_the_schema_names_every_part() -> None:
    assert set(schema()["properties"]) == {"business", "people", "connections", "agents"}


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('"address": "https://x.example"', '"address": "http://x.example"', "begins with https"),
        ('"address": "https://x.example"', '"address": "file:///etc/passwd"', "begins with https"),
        ('"USD": "0.79"', '"USD": "Infinity"', "exchange rate for USD"),
        ('"name": "Jo"', '"name": "\\u0007"', "is empty"),
    ],
)
def test_addresses_rates_and_names_that_would_do_harm(was: str, now: str, said: str) -> None:
    whole = """{"business": {"name": "X", "exchange_rates": {"USD": "0.79"}},
        "people": [{"name": "Jo", "role": "owner"}],
        "connections": [{"name": "C", "service": "retell", "address": "https://x.example"}]}"""
    _read(whole)
    with pytest.raises(Sorry, match=said):
        _read(whole.replace(was, now))
    _read(whole.replace("https://x.example", "http://127.0.0.1:8080").encode("utf-8-sig"))

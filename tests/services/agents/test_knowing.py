"""Does it know? A changed price, hour or fact stays open until a call after the change, or a test call, shows it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from agentdesk.domain.business import Span
from agentdesk.domain.errors import Sorry
from agentdesk.domain.known_fact import KnownFact
from tests.services.conftest import Office


def said(office: Office, name: str, *turns: tuple[str, str], at: datetime | None = None) -> None:
    """A call of Daisy's at this moment."""
    office.take_calls(
        json.dumps(
            {
                "external_id": name,
                "started_at": (at or office.clock.now()).isoformat(),
                "seconds": 60,
                "agent": "Daisy",
                "caller": "07700 900123",
                "turns": [{"role": role, "text": text} for role, text in turns],
            }
        )
    )


def changed_price(office: Office, price: str = "105") -> KnownFact:
    office.services.fact_sheet.price("Boiler service", price, "Sam")
    (line,) = office.services.knowing.open_()
    office.clock.advance(timedelta(hours=1))
    return line


def lines(office: Office) -> list[tuple[str, str, bool]]:
    return [(each.topic, each.now, each.known_at is not None) for each in office.services.knowing.all_()]


@pytest.fixture
def firm(hartley: Office) -> Office:
    hartley.clock.advance(timedelta(days=1))
    return hartley


def test_what_stood_there_from_the_start_is_nobodys_news(firm: Office) -> None:
    assert lines(firm) == []


def test_a_changed_price_opens_a_line_with_the_question_to_ring_and_ask(firm: Office) -> None:
    line = changed_price(firm)
    assert (line.agent, line.topic, line.was, line.now, line.changed_by) == (
        "Daisy",
        "Boiler service",
        "£95.00",
        "£105.00",
        "Sam",
    )
    assert firm.services.knowing.question(line) == "What do you charge for boiler service?"


@pytest.mark.parametrize(
    "words",
    [
        "A boiler service is £105.",
        "That's a hundred and five pounds for the boiler service.",
        "Our boiler service costs 105 pounds, plus VAT.",
    ],
)
def test_a_later_call_that_says_the_new_price_closes_it(firm: Office, words: str) -> None:
    line = changed_price(firm)
    said(firm, "c1", ("caller", "What does a boiler service cost?"), ("agent", words))
    (known,) = firm.services.knowing.all_()
    assert known.call is not None
    assert known.known_at == firm.clock.now()
    assert known.note == words
    assert known.known_at > line.changed_at


@pytest.mark.parametrize(
    "words",
    [
        "A boiler service is £95.",
        "Would you like to book a boiler service?",
        "A boiler service isn't £105.",
        "Is it £105 you were told for the boiler service?",
        "You paid £105 for the boiler service last year.",
        "A tap repair is £105.",
        "Certainly, I can help you with that.",
    ],
)
def test_silence_the_old_price_and_other_talk_show_nothing(firm: Office, words: str) -> None:
    changed_price(firm)
    said(firm, "c1", ("caller", "I need somebody to come."), ("agent", words))
    assert lines(firm) == [("Boiler service", "£105.00", False)]


def test_a_call_from_before_the_change_shows_nothing(firm: Office) -> None:
    before = firm.clock.now() - timedelta(minutes=5)
    changed_price(firm)
    said(firm, "c1", ("caller", "What does a boiler service cost?"), ("agent", "A boiler service is £105."), at=before)
    assert lines(firm) == [("Boiler service", "£105.00", False)]


def test_what_was_right_before_as_well_shows_nothing(firm: Office) -> None:
    firm.services.fact_sheet.say("Call-out fee", "The call-out fee is £40.", "Sam")
    firm.clock.advance(timedelta(days=1))
    firm.services.fact_sheet.say("Call-out fee", "The call-out fee is from £30.", "Sam")
    firm.clock.advance(timedelta(hours=1))
    said(firm, "c1", ("caller", "What is the call-out fee?"), ("agent", "Our call-out fee is £40."))
    assert firm.services.knowing.open_()


def test_a_caller_who_says_it_shows_nothing(firm: Office) -> None:
    changed_price(firm)
    said(firm, "c1", ("caller", "A boiler service is £105."), ("agent", "Let me see."))
    assert lines(firm) == [("Boiler service", "£105.00", False)]


def test_changed_hours_are_known_once_the_new_time_was_told(firm: Office) -> None:
    business = firm.services.businesses.current()
    assert business is not None
    monday = (Span(time(8), time(12, 30)), Span(time(13), time(17, 30)))
    firm.services.businesses.save(replace(business, hours=(monday, *business.hours[1:])), "Sam")
    (line,) = firm.services.knowing.open_()
    assert line.topic == "Opening hours on Mondays"
    assert firm.services.knowing.question(line) == "When are you open on Mondays?"
    firm.clock.advance(timedelta(hours=1))
    said(firm, "c1", ("caller", "When do you open?"), ("agent", "We open from 9 on Mondays."))
    said(firm, "c2", ("caller", "When do you open?"), ("agent", "We are open until half past five on Mondays."))
    assert firm.services.knowing.open_(), "the old opening time, and a closing time that never changed, show nothing"
    said(firm, "c3", ("caller", "When do you open?"), ("agent", "On Mondays we are open from 8 in the morning."))
    assert not firm.services.knowing.open_()


def test_a_changed_fact_is_known_once_it_was_told(firm: Office) -> None:
    firm.services.fact_sheet.say("Parking", "Parking is free on the street outside.", "Sam")
    assert lines(firm) == [], "a new fact is no change of an old one"
    firm.clock.advance(timedelta(days=1))
    firm.services.fact_sheet.say("Parking", "Parking is in the yard behind the shop.", "Sam")
    firm.clock.advance(timedelta(hours=1))
    said(firm, "c1", ("caller", "Where can I park?"), ("agent", "Parking is free on the street outside."))
    assert firm.services.knowing.open_()
    said(firm, "c2", ("caller", "Where can I park?"), ("agent", "There is parking in the yard behind our shop."))
    assert not firm.services.knowing.open_()


def test_what_is_changed_again_has_one_line_and_what_is_changed_back_has_none(firm: Office) -> None:
    changed_price(firm, "105")
    firm.services.fact_sheet.price("Boiler service", "110", "Sam")
    assert lines(firm) == [("Boiler service", "£110.00", False)]
    firm.clock.advance(timedelta(hours=1))
    firm.services.fact_sheet.price("Boiler service", "95", "Sam")
    assert lines(firm) == []


def test_a_test_call_needs_what_was_heard_and_a_time_after_the_change(firm: Office) -> None:
    line = changed_price(firm)
    knowing = firm.services.knowing
    now = firm.clock.now()
    for at, heard in ((now, " "), (line.changed_at - timedelta(minutes=1), "£105"), (now + timedelta(hours=1), "£105")):
        with pytest.raises(Sorry):
            knowing.tested(line.id, at, "Sam", heard)
    knowing.tested(line.id, now, "Sam", "It said £105")
    (known,) = knowing.all_()
    assert (known.call, known.known_at, known.note) == (None, now, "Sam: It said £105")
    with pytest.raises(Sorry):
        knowing.tested(line.id, now, "Sam", "Again")


def test_what_has_piled_up_names_the_stop_nobody_tried_and_the_facts_nobody_heard(firm: Office) -> None:
    def piled_up() -> list[tuple[str, str, str]]:
        return [(each.words, each.place, each.name) for each in firm.services.today.piled_up()]

    tried = ("Whether Daisy's emergency stop works was not tried in the last 90 days.", "stop", "Daisy")
    heard = ("1 fact has changed, and no call shows yet that the agent knows.", "knowing", "")
    assert tried in piled_up()
    assert heard not in piled_up()
    line = changed_price(firm)
    assert heard in piled_up()
    firm.services.stopping.rehearse("Daisy", firm.clock.now(), "Jo", True, "")
    firm.services.knowing.tested(line.id, firm.clock.now(), "Sam", "It said £105")
    assert tried not in piled_up()
    assert heard not in piled_up()

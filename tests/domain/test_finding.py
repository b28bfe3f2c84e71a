"""Findings keep their key, and every kind has its place and its words."""

from __future__ import annotations

from agentdesk.domain.finding import URGENCY, Entry, Found, Kind, Said, Severity


def test_every_kind_has_words_and_a_place_in_the_order_of_urgency() -> None:
    assert set(URGENCY) == set(Kind)
    assert len(URGENCY) == len(Kind)
    assert all(each.in_words for each in Kind)


def test_the_same_trouble_keeps_its_key_whatever_the_sentence() -> None:
    one = Found(Kind.BOOKING_MISSING, Severity.RED, "One sentence.", (), call=7)
    other = Found(Kind.BOOKING_MISSING, Severity.RED, "Another sentence.", (), call=7)
    assert one.key == other.key
    assert one.key != Found(Kind.BOOKING_MISSING, Severity.RED, "One sentence.", (), booking=7).key


def test_the_words_it_rests_on_stand_there_once() -> None:
    whole, part, later = Said(3, "You're booked in for Tuesday."), Said(3, "booked"), Said(5, "booked")
    found = Found(Kind.BOOKING_MISSING, Severity.RED, "One.", (part, whole, Entry(1, "booked"), whole, later), call=7)
    assert found.said == (whole, later)

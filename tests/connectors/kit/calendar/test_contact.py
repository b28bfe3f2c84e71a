"""Agents write numbers and addresses into the words of an entry; they are found there, and nothing else is."""

from __future__ import annotations

import pytest

from agentdesk.connectors.kit.calendar.contact import contact_in


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("Boiler service - Jo Marsh 07700 900123", "07700 900123"),
        ("Tel: +44 7700 900123\\nBooked by the agent", "+44 7700 900123"),
        ("Ring (0113) 496 0102 first", "(0113) 496 0102"),
        ("+44 (0)113 496 0102", "+44 (0)113 496 0102"),
        ("00447700900123", "00447700900123"),
        ("<b>Phone:</b>&nbsp;07700&nbsp;900123<br>", "07700 900123"),
        ("01204 5501", ""),
        ("Order 077009001234567", ""),
        ("Card 4929 1234 5678 9012", ""),
        ("Join by phone: +44 20 7946 0000 PIN: 123 456#\\nCaller 07700 900123", "07700 900123"),
        ("2026-11-24 10:00", ""),
    ],
)
def test_british_numbers_are_found_as_they_stand(words: str, phone: str) -> None:
    assert contact_in(words)[0] == phone


@pytest.mark.parametrize(
    ("words", "mail"),
    [
        ("jo.marsh@example.com", "jo.marsh@example.com"),
        ("<a href=mailto:jo@example.com>jo@example.com</a>", "jo@example.com"),
        ("no address @ all", ""),
        ("jo@localhost", ""),
    ],
)
def test_mail_addresses_are_found(words: str, mail: str) -> None:
    assert contact_in(words)[1] == mail

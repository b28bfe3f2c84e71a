"""What is known of calendar feeds before anybody connects one. Source: RFC 5545 and RFC 9110, section 13."""

from __future__ import annotations

from collections.abc import Mapping

from agentdesk.connectors.kit.contract import KeyKind, Link, Service
from agentdesk.connectors.kit.http import Allowed


def _sign_in(_: Link) -> Mapping[str, str]:
    """Whoever knows the address may read it."""
    return {}


SERVICE = Service(
    id="ics",
    name="Calendar feed",
    known_as="Outlook, Google and most others, by a private address",
    address="",
    allowed=(Allowed("GET", ""),),
    sign_in=_sign_in,
    bookings=True,
    key_kind=KeyKind.ADDRESS,
    key_called="private address",
    key_steps=(
        "Google Calendar: open Settings, choose the calendar on the left, and copy Secret address in iCal format.",
        "Outlook: open Settings, then Calendar, then Shared calendars, publish the calendar, and copy the ICS link.",
        "Other calendars: look for Share, Publish or Subscribe, and copy the address that ends in .ics.",
        "Whoever has this address can read the calendar. Keep it to yourself.",
    ),
    key_looks=r"(?:webcals?|https?)://\S+",
)

"""What is known of Cal.com before anybody signs in. Source: the service's own API document, version 2, August 2026."""

from __future__ import annotations

from collections.abc import Mapping

from agentdesk.connectors.kit.contract import Link, Service, bearer
from agentdesk.connectors.kit.http import Allowed

VERSION = "2024-08-13"
"""Without it the service silently answers in an older shape."""


def _sign_in(link: Link) -> Mapping[str, str]:
    return {**bearer(link), "cal-api-version": VERSION}


SERVICE = Service(
    id="calcom",
    name="Cal.com",
    address="https://api.cal.com",
    allowed=(Allowed("GET", "/v2/bookings"), Allowed("GET", "/v2/bookings/{}"), Allowed("GET", "/v2/me")),
    sign_in=_sign_in,
    bookings=True,
    key_called="API key",
    key_steps=(
        "Open app.cal.com and sign in.",
        "Choose Settings, then Developer, then API keys.",
        "Press New, call it AgentDesk, let it never expire, and copy the key that starts with cal_.",
    ),
    key_looks=r"cal_(?:live_|test_)?[0-9a-zA-Z]{16,}",
    per_minute=120,
)

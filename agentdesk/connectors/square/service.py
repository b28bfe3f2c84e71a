"""What is known of Square before anybody signs in. Source: the service's own API document, version 2025-08-20."""

from __future__ import annotations

from collections.abc import Mapping

from agentdesk.connectors.kit.contract import Link, Service, bearer
from agentdesk.connectors.kit.http import Allowed

VERSION = "2025-08-20"
"""Answers keep the shape of this day, whatever the account was made with."""


def _sign_in(link: Link) -> Mapping[str, str]:
    return {**bearer(link), "square-version": VERSION}


SERVICE = Service(
    id="square",
    name="Square Appointments",
    address="https://connect.squareup.com",
    allowed=(
        Allowed("GET", "/v2/bookings"),
        Allowed("GET", "/v2/bookings/{}"),
        Allowed("GET", "/v2/locations"),
        # asks for several customers at once, and changes nothing
        Allowed("POST", "/v2/customers/bulk-retrieve"),
        Allowed("GET", "/v2/catalog/object/{}"),
        Allowed("GET", "/v2/team-members/{}"),
    ),
    sign_in=_sign_in,
    bookings=True,
    key_called="access token",
    key_steps=(
        "Open developer.squareup.com and sign in as you do with Square.",
        "Press the plus, call the application AgentDesk, and open it.",
        "Choose Production, not Sandbox, then show the access token and copy it.",
    ),
    preview=(
        "Appointments that were made elsewhere may only show with Square Appointments Plus or Premium.",
        "What changes in an appointment more than two days after it took place isn't noticed.",
        "This was not tried against Square itself.",
    ),
)

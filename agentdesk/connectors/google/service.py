"""What is known of Google Calendar before anybody signs in. Source: the discovery document of its API, version 3."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Service, bearer
from agentdesk.connectors.kit.http import Allowed

SERVICE = Service(
    id="google",
    name="Google Calendar",
    address="https://www.googleapis.com/calendar/v3",
    allowed=(
        Allowed("GET", "/calendars/{}"),
        Allowed("GET", "/calendars/{}/events"),
        Allowed("GET", "/calendars/{}/events/{}"),
    ),
    sign_in=bearer,
    bookings=True,
    key_called="access token",
    key_steps=(
        "Ask whoever looks after your Google account for an access token that may read the calendar.",
        "Paste the text that starts with ya29.",
    ),
    key_looks=r"ya29\.[\w-]{20,}",
    account_called="calendar (empty for your main one)",
    preview=(
        "Google signs AgentDesk out after an hour, and it can't sign in by itself yet: it will ask you to.",
        "To have the calendar always up to date, connect its private address as a calendar feed instead.",
        "This was not tried against Google itself.",
    ),
)

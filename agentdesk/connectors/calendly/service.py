"""What is known of Calendly before anybody signs in. Source: the service's own API export of April 2024."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Service, bearer
from agentdesk.connectors.kit.http import Allowed

SERVICE = Service(
    id="calendly",
    name="Calendly",
    address="https://api.calendly.com",
    allowed=(
        Allowed("GET", "/users/me"),
        Allowed("GET", "/scheduled_events"),
        Allowed("GET", "/scheduled_events/{}"),
        Allowed("GET", "/scheduled_events/{}/invitees"),
    ),
    sign_in=bearer,
    bookings=True,
    key_called="personal access token",
    key_steps=(
        "Open calendly.com and sign in.",
        "Choose Integrations & apps, then API and webhooks.",
        "Press Get a token now, call it AgentDesk, and copy the long text it shows once.",
    ),
    key_looks=r"eyJ[\w-]+\.[\w-]{40,}\.[\w-]+",
    per_minute=500,
)

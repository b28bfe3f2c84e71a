"""What is known of Vapi before anybody signs in. Source: the service's own API document, August 2026."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Service, bearer
from agentdesk.connectors.kit.http import Allowed

SERVICE = Service(
    id="vapi",
    name="Vapi",
    address="https://api.vapi.ai",
    allowed=(
        Allowed("GET", "/call"),
        Allowed("GET", "/call/{}"),
        Allowed("GET", "/assistant"),
        Allowed("GET", "/assistant/{}"),
        Allowed("PATCH", "/assistant/{}"),
        Allowed("GET", "/tool"),
        Allowed("GET", "/phone-number"),
        Allowed("GET", "/phone-number/{}"),
        Allowed("PATCH", "/phone-number/{}"),
    ),
    sign_in=bearer,
    calls=True,
    other_addresses=(("European Union", "https://api.eu.vapi.ai"),),
    key_called="private API key",
    key_steps=(
        "Open dashboard.vapi.ai and sign in.",
        "Choose your organisation at the top left, then API Keys.",
        "Copy the private key. The public key can't read calls.",
    ),
    keeps_days=14,
)

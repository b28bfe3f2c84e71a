"""What is known of ElevenLabs before anybody signs in. Source: the service's own API document, August 2026."""

from __future__ import annotations

from collections.abc import Mapping

from agentdesk.connectors.kit.contract import Link, Service
from agentdesk.connectors.kit.http import Allowed


def _sign_in(link: Link) -> Mapping[str, str]:
    return {"xi-api-key": link.secret.reveal()}


SERVICE = Service(
    id="elevenlabs",
    name="ElevenLabs",
    address="https://api.elevenlabs.io",
    allowed=(
        Allowed("GET", "/v1/convai/conversations"),
        Allowed("GET", "/v1/convai/conversations/{}"),
        Allowed("GET", "/v1/convai/agents"),
        Allowed("GET", "/v1/convai/agents/{}"),
        Allowed("PATCH", "/v1/convai/agents/{}"),
        Allowed("GET", "/v1/convai/tools"),
        Allowed("GET", "/v1/convai/phone-numbers"),
        Allowed("GET", "/v1/convai/phone-numbers/{}"),
        Allowed("PATCH", "/v1/convai/phone-numbers/{}"),
    ),
    sign_in=_sign_in,
    calls=True,
    other_addresses=(
        ("United States", "https://api.us.elevenlabs.io"),
        ("European Union, kept there", "https://api.eu.residency.elevenlabs.io"),
        ("India, kept there", "https://api.in.residency.elevenlabs.io"),
        ("Singapore, kept there", "https://api.sg.residency.elevenlabs.io"),
    ),
    key_called="API key",
    key_steps=(
        "Open elevenlabs.io/app/settings/api-keys and sign in.",
        "Press Create key and call it AgentDesk.",
        "Allow it to read and write Agents, and nothing else.",
        "Press Create key again and copy the key that starts with sk_. It is shown only once.",
    ),
    key_looks=r"sk_[0-9a-f]{48}",
)

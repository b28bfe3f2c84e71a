"""What is known of Retell before anybody signs in. Source: the service's own API document, August 2026."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Service, bearer
from agentdesk.connectors.kit.http import Allowed

SERVICE = Service(
    id="retell",
    name="Retell AI",
    address="https://api.retellai.com",
    allowed=(
        Allowed("POST", "/v3/list-calls"),
        Allowed("GET", "/v2/get-call/{}"),
        Allowed("GET", "/list-agents"),
        Allowed("GET", "/get-agent/{}"),
        Allowed("GET", "/get-agent-versions/{}"),
        Allowed("GET", "/get-retell-llm/{}"),
        Allowed("GET", "/get-conversation-flow/{}"),
        Allowed("GET", "/v2/list-phone-numbers"),
        Allowed("GET", "/get-phone-number/{}"),
        Allowed("PATCH", "/update-phone-number/{}"),
    ),
    sign_in=bearer,
    calls=True,
    key_called="API key",
    key_steps=(
        "Open dashboard.retellai.com and sign in.",
        "Choose Settings, then API Keys.",
        "Press Add, call it AgentDesk, and copy the key that starts with key_.",
    ),
    key_looks=r"key_[0-9a-f]{16,}",
)

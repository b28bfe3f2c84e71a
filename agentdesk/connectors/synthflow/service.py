"""What is known of Synthflow before anybody signs in. Source: its API document as transcribed in August 2026."""

from __future__ import annotations

from agentdesk.connectors.kit.contract import Service, bearer
from agentdesk.connectors.kit.http import Allowed

SERVICE = Service(
    id="synthflow",
    name="Synthflow",
    address="https://api.synthflow.ai/v2",
    allowed=(
        Allowed("GET", "/calls"),
        Allowed("GET", "/calls/{}"),
        Allowed("GET", "/assistants/"),
        Allowed("GET", "/assistants/{}"),
    ),
    sign_in=bearer,
    calls=True,
    other_addresses=(
        ("United States", "https://api.us.synthflow.ai/v2"),
        ("European Union", "https://api.eu.synthflow.ai/v2"),
    ),
    key_called="API key",
    key_steps=(
        "Open your Synthflow dashboard and sign in.",
        "Choose Integrations, then API Keys.",
        "Create a key, or copy the one that is there.",
    ),
    preview=(
        "Synthflow doesn't report what a call costs.",
        "It gives the words of a call as one text, without times.",
        "Where that text doesn't say who spoke, the call is set aside.",
        "What the agent did during a call, and whether a caller was passed on, isn't read yet.",
        "Calls of an agent that was deleted there can't be listed.",
        "Agents can't be stopped or put back from here.",
        "This was built from a copy of its documentation, and not tried against Synthflow itself.",
    ),
)

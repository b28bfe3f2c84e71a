"""What is known of Bland before anybody signs in. Source: a third party's description of its API, June 2026."""

from __future__ import annotations

from collections.abc import Mapping

from agentdesk.connectors.kit.contract import Link, Service
from agentdesk.connectors.kit.http import Allowed


def _sign_in(link: Link) -> Mapping[str, str]:
    """The bare key: what the service's own pages send."""
    return {"authorization": link.secret.reveal()}


SERVICE = Service(
    id="bland",
    name="Bland",
    address="https://api.bland.ai",
    allowed=(
        Allowed("GET", "/v1/calls"),
        Allowed("GET", "/v1/calls/{}"),
        Allowed("GET", "/v1/inbound"),
    ),
    sign_in=_sign_in,
    calls=True,
    key_called="API key",
    key_steps=(
        "Open your Bland dashboard and sign in.",
        "Open the settings page.",
        "Copy the API key.",
    ),
    preview=(
        "Each number that takes calls is shown as an agent. The newer kind of agent at Bland isn't read yet.",
        "What is decided in a pathway is not among the instructions you see here.",
        "What changes in a call more than a day after it was complete isn't noticed.",
        "Agents can't be stopped or put back from here.",
        "This was built from a description by others, and not tried against Bland itself.",
    ),
)
